"""Dates and times in words, in Kyrgyz, Russian and English.

Kyrgyz dates are written with the possessive month (`2026-жылдын 20-ноябры`) and take case endings that follow vowel
harmony; endings after a numeral follow the numeral as it is spoken (`10:05те`, `10:10до`). No clock is read here.
"""

from datetime import date, datetime, time
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.rulebook.text import MONTHS, MONTHS_OF_DATE, Language

Case = Literal["plain", "dative", "locative", "ablative"]


def _words(line: str) -> list[str]:
    return line.split()


_MONTHS_SHORT = {
    "ky": _words("янв фев мар апр май июн июл авг сен окт ноя дек"),
    "ru": _words("янв фев мар апр май июн июл авг сен окт ноя дек"),
    "en": _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
}
_WEEKDAYS = {
    "ky": _words("дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби"),
    "ru": _words("понедельник вторник среда четверг пятница суббота воскресенье"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
}
_WEEKDAYS_SHORT = {
    "ky": _words("дүй шей шар бей жум ише жек"),
    "ru": _words("пн вт ср чт пт сб вс"),
    "en": _words("Mon Tue Wed Thu Fri Sat Sun"),
}
_FRONT = set("еиөүэ")
_ROUND = set("оө")
_VOWELS = set("аеёиоуыэюяөү")
# the last spoken word of a number, by its last non-zero place
_UNITS = ("нөл", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
_TENS = ("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон")
_VOICELESS = set("кптфхцчшщс")


def known_language(language: str) -> str:
    """`ky`, `ru` or `en`; anything else falls back to Kyrgyz, the language of the house."""
    code = language.split("-")[0]
    return code if code in _WEEKDAYS else "ky"


def locative_ending(word: str) -> str:
    """The Kyrgyz locative ending (да, де, до, дө, та, те, то, тө) that `word` takes."""
    last_vowel = next(letter for letter in reversed(word) if letter in _VOWELS)
    consonant = "т" if word[-1] in _VOICELESS else "д"
    if last_vowel in "оё":
        vowel = "о"
    elif last_vowel in "өү":
        vowel = "ө"
    else:
        vowel = "е" if last_vowel in _FRONT else "а"
    return consonant + vowel


def spoken_last_word(number: int) -> str:
    """The last word of a whole number from 0 to 999 as it is said in Kyrgyz: 5 -> беш, 20 -> жыйырма, 300 -> жүз."""
    if number % 10 or number == 0:
        return _UNITS[number % 10]
    return _TENS[number // 10 % 10] or "жүз"


def _month_with_case(month: str, case: Case) -> str:
    """A possessive month in an oblique case: ноябры -> ноябрына, ноябрында, ноябрынан."""
    back = month[-1] in "ыу"
    vowel = "а" if back else "е"
    return month + {"plain": "", "dative": f"н{vowel}", "locative": f"нд{vowel}", "ablative": f"н{vowel}н"}[case]


def day_and_month(day: date, language: str, case: Case = "plain") -> str:
    """`20-ноябры`, `20 ноября`, `20 November`."""
    code = known_language(language)
    month = MONTHS_OF_DATE[Language(code)][day.month - 1]
    return f"{day.day}-{_month_with_case(month, case)}" if code == "ky" else f"{day.day}\xa0{month}"


def long_date(day: date, language: str, *, weekday: bool = False, case: Case = "plain") -> str:
    """`2026-жылдын 20-ноябры, жума`, `20 ноября 2026 г., пятница`, `Friday, 20 November 2026`."""
    code = known_language(language)
    name = _WEEKDAYS[code][day.weekday()]
    if code == "ky":
        text = f"{day.year}-жылдын {day_and_month(day, code, case)}"
    elif code == "ru":
        text = f"{day_and_month(day, code)} {day.year}\xa0г."
    else:
        text = f"{day_and_month(day, code)} {day.year}"
        return f"{name}, {text}" if weekday else text
    return f"{text}, {name}" if weekday else text


def clock(moment: time | datetime, language: str, *, at: bool = False) -> str:
    """`10:05`; with `at` in Kyrgyz the locative by sound: `10:05те`, `10:10до`, `14:00дө`."""
    text = f"{moment:%H:%M}"
    if at and known_language(language) == "ky":
        return text + locative_ending(spoken_last_word(moment.minute or moment.hour))
    return text


def month_name(number: int, language: str, *, short: bool = False) -> str:
    code = known_language(language)
    return _MONTHS_SHORT[code][number - 1] if short else MONTHS[Language(code)][number - 1]


def weekday_names(language: str, *, short: bool = False) -> list[str]:
    """Seven names, Monday first."""
    return list((_WEEKDAYS_SHORT if short else _WEEKDAYS)[known_language(language)])


def days_from(day: date, today: date) -> str:
    """How far a deadline is: `4 күн калды`, `бүгүн`, `2 күн өтүп кетти`."""
    distance = (day - today).days
    if distance == 0:
        return _("today")
    if distance == 1:
        return _("tomorrow")
    if distance > 0:
        return ngettext("%(count)d day left", "%(count)d days left", distance) % {"count": distance}
    return ngettext("%(count)d day late", "%(count)d days late", -distance) % {"count": -distance}


def updated_at(moment: datetime, now: datetime, language: str) -> str:
    """The words of a freshness mark. Both moments are in the time zone of the reader."""
    at = clock(moment, language, at=True)
    distance = (now.date() - moment.date()).days
    if distance == 0:
        return _("updated at %(time)s") % {"time": at}
    if distance == 1:
        return _("updated yesterday at %(time)s") % {"time": at}
    write = day_and_month if moment.year == now.year else long_date
    return _("updated on %(date)s") % {"date": write(moment.date(), language, case="locative")}


def until(day: date, language: str) -> str:
    """`2026-жылдын 20-ноябрына чейин`, `до 20 ноября 2026 года`, `by 20 November 2026`."""
    return _("by %(date)s") % {"date": long_date(day, language, case="dative")}
