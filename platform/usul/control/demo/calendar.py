"""Academic years around a day, with quarters and trimesters the way schools of the country divide them."""

from datetime import date

from apps.calendars.domain.years import PeriodDates, YearDates
from apps.rulebook.enums import PeriodUnit

Span = tuple[tuple[int, int], tuple[int, int]]
_QUARTERS: tuple[Span, ...] = (((9, 1), (10, 31)), ((11, 10), (12, 30)), ((1, 12), (2, 28)), ((3, 9), (5, 25)))
_TRIMESTERS: tuple[Span, ...] = (((9, 1), (11, 29)), ((12, 1), (2, 28)), ((3, 2), (5, 25)))


def start_year_of(day: date) -> int:
    """The academic year running on the day, or the last one in the summer holidays."""
    return day.year if day.month >= 9 else day.year - 1


def year_dates(start_year: int, *, end_day: int = 25, trimesters_only: bool = False) -> YearDates:
    """Dates of an academic year that ends on `end_day` May; the last periods end with it."""
    ends_on = date(start_year + 1, 5, end_day)
    units: tuple[tuple[PeriodUnit, tuple[Span, ...]], ...] = ((PeriodUnit.TRIMESTER, _TRIMESTERS),)
    if not trimesters_only:
        units = ((PeriodUnit.QUARTER, _QUARTERS), *units)
    return YearDates(
        starts_on=date(start_year, 9, 1),
        ends_on=ends_on,
        close_on=date(start_year + 1, 8, 31),
        periods=tuple(
            _period(unit, number, span, start_year, ends_on)
            for unit, spans in units
            for number, span in enumerate(spans, start=1)
        ),
    )


def _period(
    unit: PeriodUnit, number: int, span: tuple[tuple[int, int], tuple[int, int]], start_year: int, ends_on: date
) -> PeriodDates:
    starts, ends = (date(start_year + (month < 9), month, day) for month, day in span)
    return PeriodDates(
        unit=unit, number=number, starts_on=starts, ends_on=ends_on if (ends.month, ends.day) == (5, 25) else ends
    )
