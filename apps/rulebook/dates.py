"""Arithmetic of dates: deadlines under each admitted reading, spans of years, months and days."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.rulebook.facts.frame import Calendar

ONE_DAY = timedelta(days=1)
MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = 30
SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Counting:
    """How days of a deadline are counted; the three readings no document settles.

    Attributes:
        working: only working days of the calendar count.
        event_day_counts: the day of the event is day one.
        roll_forward: a last day that is a day off moves to the next working day.
    """

    working: bool = False
    event_day_counts: bool = False
    roll_forward: bool = False


def is_working(day: date, calendar: Calendar) -> bool:
    """True on a working day of the week that is not a day off."""
    return day.weekday() in calendar.weekdays and day not in calendar.days_off


def next_working(day: date, calendar: Calendar) -> date:
    """`day` itself when it is a working day, else the next one; a calendar without any working day leaves `day`."""
    if not calendar.weekdays:
        return day
    while not is_working(day, calendar):
        day += ONE_DAY
    return day


def deadline(event: date, days: int, counting: Counting, calendar: Calendar) -> date:
    """Last day on which a duty of `days` days from `event` is met in time."""
    if counting.working and calendar.weekdays:
        last = working_deadline(event, days, counting, calendar)
    else:
        last = event + timedelta(days=max(days - 1, 0) if counting.event_day_counts else days)
    return next_working(last, calendar) if counting.roll_forward else last


def working_deadline(event: date, days: int, counting: Counting, calendar: Calendar) -> date:
    """The same in working days."""
    if days == 0:
        return event
    day = next_working(event if counting.event_day_counts else event + ONE_DAY, calendar)
    for _ in range(days - 1):
        day = next_working(day + ONE_DAY, calendar)
    return day


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year = day.year + years
    if day.day <= SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes 28 February in a common year."""
    return add_months(day, years * MONTHS_IN_YEAR)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A length of time in years, months and days, as length of service is written."""

    years: int = 0
    months: int = 0
    days: int = 0


def span_between(since: date, until: date) -> Span:
    """From `since` up to but not including `until`; an empty span when `until` is not later."""
    if until <= since:
        return Span()
    months = (until.year - since.year) * MONTHS_IN_YEAR + until.month - since.month
    if add_months(since, months) > until:
        months -= 1
    years, rest = divmod(months, MONTHS_IN_YEAR)
    return Span(years, rest, (until - add_months(since, months)).days)


def total(spans: Iterable[Span]) -> Span:
    """The sum of spans; thirty days make a month, twelve months a year. One span by itself stays as it is."""
    rows = list(spans)
    if len(rows) == 1:
        return rows[0]
    months, days = divmod(sum(span.days for span in rows), DAYS_IN_MONTH)
    years, months = divmod(months + sum(span.months for span in rows), MONTHS_IN_YEAR)
    return Span(years + sum(span.years for span in rows), months, days)


def merged(ranges: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Ranges `[since, until)` in order, with overlapping and touching ones joined; empty ones left out."""
    rows: list[tuple[date, date]] = []
    for since, until in sorted(ranges):
        if until <= since:
            continue
        if rows and since <= rows[-1][1]:
            rows[-1] = (rows[-1][0], max(rows[-1][1], until))
        else:
            rows.append((since, until))
    return rows


def first_uncovered(ranges: Iterable[tuple[date, date]], start: date, end: date) -> date | None:
    """First day of `[start, end]` in none of the ranges `[since, until)`, or nothing when all are covered."""
    day = start
    for since, until in merged(ranges):
        if since > day:
            break
        day = max(day, until)
    return day if day <= end else None


def months_touched(start: date, end: date) -> tuple[date, ...]:
    """The first day of every calendar month with a day in `[start, end]`."""
    months = []
    month = start.replace(day=1)
    while month <= end:
        months.append(month)
        month = add_months(month, 1)
    return tuple(months)


def holds(since: date, until: date | None, on: date) -> bool:
    """True when `on` lies in `[since, until)`."""
    return since <= on and (until is None or on < until)
