"""Periods of a school year: which one a day belongs to, and what can be wrong with a calendar."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from apps.rulebook.dates import ONE_DAY, add_months, months_touched
from apps.rulebook.enums import PeriodUnit
from apps.rulebook.facts.frame import Calendar, Period
from apps.rulebook.problems import Problem
from apps.rulebook.text import Text, format_date

NONE = "none"
PRECEDING = "preceding"
FOLLOWING = "following"


def periods_of(calendar: Calendar, unit: PeriodUnit) -> tuple[Period, ...]:
    """Periods of one unit in order; months follow from the year itself."""
    listed = sorted((period for period in calendar.periods if period.unit is unit), key=lambda period: period.start)
    if listed or unit is not PeriodUnit.MONTH:
        return tuple(listed)
    return tuple(
        Period(
            id=f"month-{number}",
            unit=unit,
            number=number,
            start=max(month, calendar.start),
            end=min(add_months(month, 1) - ONE_DAY, calendar.end),
        )
        for number, month in enumerate(months_touched(calendar.start, calendar.end), start=1)
    )


def main_unit(calendar: Calendar) -> PeriodUnit | None:
    """The school's own unit; without a choice quarters come before trimesters; `None` when it has neither."""
    present = {period.unit for period in calendar.periods}
    if calendar.unit in present:
        return calendar.unit
    return next((unit for unit in (PeriodUnit.QUARTER, PeriodUnit.TRIMESTER) if unit in present), None)


def period_of(day: date, periods: Iterable[Period], gap: str) -> Period | None:
    """The period `day` counts for; a day between two periods follows the reading `gap` (none, preceding, following)."""
    rows = tuple(periods)
    for period in rows:
        if period.start <= day <= period.end:
            return period
    for before, after in pairwise(rows):
        if before.end < day < after.start:
            return before if gap == PRECEDING else after if gap == FOLLOWING else None
    return None


def calendar_problems(calendar: Calendar) -> tuple[Problem, ...]:
    """Everything a person has to mend before the year can be evaluated."""
    found = [*order_problems(calendar)]
    for unit in PeriodUnit:
        rows = periods_of(calendar, unit)
        found += [outside(period, calendar) for period in rows if outside_year(period, calendar)]
        found += [overlap(first, second) for first, second in pairwise(rows) if second.start <= first.end]
        numbers = [period.number for period in rows]
        found += [
            repeated_number(period, calendar) for period in rows if numbers.count(period.number) > 1
        ][:1]  # fmt: skip
    return tuple(found)


def outside_year(period: Period, calendar: Calendar) -> bool:
    """True when the period is upside down or leaves the year."""
    return period.end < period.start or period.start < calendar.start or period.end > calendar.end


def order_problems(calendar: Calendar) -> list[Problem]:
    """Start, end and close date in the wrong order."""
    if calendar.start < calendar.end <= calendar.close_date:
        return []
    shown = [[format_date(day, code) for day in (calendar.start, calendar.end, calendar.close_date)]
             for code in ("ky", "ru", "en")]  # fmt: skip
    text = Text(
        "Окуу жылынын күндөрү иретсиз: башталышы {}, аягы {}, жабылышы {}. Башталышы аягынан эрте, "
        "жабылышы аягынан эрте эмес болушу керек.".format(*shown[0]),
        "Даты учебного года не по порядку: начало {}, конец {}, закрытие {}. Начало должно быть раньше конца, "
        "закрытие не раньше конца.".format(*shown[1]),
        "The dates of the year are out of order: start {}, end {}, close {}. The start must come before the end "
        "and the close not before the end.".format(*shown[2]),
    )
    return [Problem("calendar.order", text, about=calendar.id)]


def outside(period: Period, calendar: Calendar) -> Problem:
    """The problem of a period outside the year."""
    unit = period.unit.label
    text = Text(
        f"{period.number}-{unit.ky} окуу жылынын чегинен чыгат же күндөрү тескери. Күндөрүн түзөтүңүз.",
        f"Период «{unit.ru} {period.number}» выходит за учебный год или его даты перепутаны. Исправьте даты.",
        f"{unit.en.capitalize()} {period.number} leaves the school year or its dates are swapped. Correct the dates.",
    )
    return Problem("calendar.period_outside", text, about=f"{calendar.id}.{period.id}")


def overlap(first: Period, second: Period) -> Problem:
    """The problem of two periods sharing a day."""
    unit = first.unit.label
    text = Text(
        f"{first.number}-{unit.ky} менен {second.number}-{unit.ky} бири-бирине кирип кеткен. Бирин кыскартыңыз.",
        f"Периоды «{unit.ru} {first.number}» и «{unit.ru} {second.number}» пересекаются. Сократите один из них.",
        f"{unit.en.capitalize()}s {first.number} and {second.number} overlap. Shorten one of them.",
    )
    return Problem("calendar.overlap", text, about=second.id)


def repeated_number(period: Period, calendar: Calendar) -> Problem:
    """The problem of two periods with one number."""
    unit = period.unit.label
    text = Text(
        f"{period.number}-{unit.ky} эки жолу жазылган. Номерлерин түзөтүңүз.",
        f"Период «{unit.ru} {period.number}» записан дважды. Исправьте номера.",
        f"{unit.en.capitalize()} {period.number} is listed twice. Correct the numbers.",
    )
    return Problem("calendar.repeated_number", text, about=f"{calendar.id}.{period.id}")
