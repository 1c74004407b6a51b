"""One text in the three languages of the product, and dates as each language writes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """Codes of ISO 639-1. Kyrgyz comes first: it is the default of the product."""

    KY = "ky"
    RU = "ru"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Kyrgyz, Russian and English; none of the three may be blank."""

    ky: str
    ru: str
    en: str

    def __post_init__(self) -> None:
        blank = [code for code, words in zip(Language, self, strict=True) if not words.strip()]
        if blank:
            message = f"A text lacks its words in {', '.join(blank)}: {self.ky or self.ru or self.en!r}"
            raise ValueError(message)

    def __iter__(self) -> Iterator[str]:
        return iter((self.ky, self.ru, self.en))

    def in_(self, language: str) -> str:
        """The words in `language` (a code of `Language`); a region such as `ru-KG` is ignored."""
        match Language(language.replace("_", "-").split("-")[0].lower()):
            case Language.KY:
                return self.ky
            case Language.RU:
                return self.ru
            case Language.EN:
                return self.en


MONTHS_OF_DATE = {
    Language.KY: (
        "январы", "февралы", "марты", "апрели", "майы", "июну",
        "июлу", "августу", "сентябры", "октябры", "ноябры", "декабры",
    ),
    Language.RU: (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
MONTHS = {
    Language.KY: (
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    Language.RU: (
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    Language.EN: MONTHS_OF_DATE[Language.EN],
}  # fmt: skip


def format_date(day: date, language: str) -> str:
    """`2026-жылдын 20-ноябры`, `20 ноября 2026 г.` or `20 November 2026`."""
    code = Language(language)
    month = MONTHS_OF_DATE[code][day.month - 1]
    if code is Language.KY:
        return f"{day.year}-жылдын {day.day}-{month}"
    if code is Language.RU:
        return f"{day.day} {month} {day.year} г."
    return f"{day.day} {month} {day.year}"


def format_month(month: date, language: str) -> str:
    """`2026-жыл, ноябрь`, `ноябрь 2026 г.` or `November 2026`; the day of `month` is ignored."""
    code = Language(language)
    name = MONTHS[code][month.month - 1]
    if code is Language.KY:
        return f"{month.year}-жыл, {name}"
    if code is Language.RU:
        return f"{name} {month.year} г."
    return f"{name} {month.year}"


def dates_in_full(day: date) -> Text:
    """One date as a text of three languages."""
    return Text(*(format_date(day, code) for code in Language))


def joined(parts: Iterable[Text], separator: str = ", ") -> Text:
    """Several texts as one, language by language; an empty list is a dash."""
    rows = list(parts)
    if not rows:
        return Text("—", "—", "—")
    return Text(*(separator.join(row.in_(code) for row in rows) for code in Language))
