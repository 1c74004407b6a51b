"""Dates of a year that changed during it: what was over before a change came out stays as it was judged, and nobody is late by a change."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from apps.rulebook.facts.frame import Calendar, Period, Revision


def in_order(calendar: Calendar) -> list[Revision]:
    """Earlier forms of the year, the oldest first."""
    return sorted(calendar.revisions, key=lambda row: (row.replaced_on, row.id))


def itself(day: date) -> date:
    """A change gives no days of grace besides the day on which it comes out."""
    return day


def standing(
    earlier: Iterable[tuple[date, date]], last: date, grace: Callable[[date], date] = itself, *, closes: bool = True
) -> date:
    """The day that counts, of a day that was changed.

    Args:
        earlier: the day as it stood and the day on which another took its place, oldest first.
        last: the day as it stands now.
        grace: what a change gives at least, from the day on which it comes out.
        closes: a day that was over before it was changed stays; otherwise a later one opens it again.
    """
    rows = list(earlier)
    if not rows:
        return last
    counted = rows[0][0]
    following = [day for day, _ in rows[1:]] + [last]
    for day, (_, changed_on) in zip(following, rows, strict=True):
        if closes and counted < changed_on:
            return counted
        counted = max(day, min(counted, grace(changed_on))) if day < changed_on else day
    return counted


def as_judged(calendar: Calendar) -> Calendar:
    """The calendar by which verdicts are given.

    A period that was over, or had begun, before a change came out keeps that end, or that beginning; so does the close of the year. The
    year's end may be opened again by a later one, since the last sitting is known only at the end; `settled_end` is the other reading.
    """
    if not calendar.revisions:
        return calendar
    forms = in_order(calendar)
    closes = [(row.close_date or calendar.close_date, row.replaced_on) for row in forms]
    return replace(
        calendar,
        end=standing(((row.end, row.replaced_on) for row in forms), calendar.end, closes=False),
        close_date=standing(closes, calendar.close_date),
        periods=tuple(period_as_judged(period, forms) for period in calendar.periods),
    )


def settled_end(calendar: Calendar) -> date:
    """The year's last day for what is counted by it: one that was over before it was changed stays."""
    return standing(((row.end, row.replaced_on) for row in in_order(calendar)), calendar.end)


def period_as_judged(period: Period, forms: Iterable[Revision]) -> Period:
    """A period with the days that count; earlier forms that do not know it leave it as it is."""
    rows = [
        (older, form.replaced_on)
        for form in forms
        for older in form.periods
        if (older.unit, older.number) == (period.unit, period.number)
    ]
    if not rows:
        return period
    begun = (older.start for older, changed_on in rows if older.start < changed_on)
    return replace(
        period,
        start=next(begun, period.start),
        end=standing(((older.end, changed_on) for older, changed_on in rows), period.end),
    )
