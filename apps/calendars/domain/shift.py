"""A change of the year's dates that came from above: the school's own dates with the change in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from apps.calendars.domain.years import PeriodDates, YearDates, revise_year
from apps.calendars.errors import NO_SUCH_YEAR
from apps.calendars.models import AcademicYear, Period, YearRevision
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.rulebook.enums import PeriodUnit


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What an act changes; what it does not name stays as each school has it.

    Attributes:
        ends_on, close_on: the new last day of lessons, the new day on which the papers close.
        periods: the new days of single quarters or trimesters.
    """

    ends_on: date | None = None
    close_on: date | None = None
    periods: tuple[PeriodDates, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Plain data for a message."""
        return {
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "close_on": self.close_on.isoformat() if self.close_on else None,
            "periods": [
                {
                    "unit": row.unit.value,
                    "number": row.number,
                    "starts_on": row.starts_on.isoformat(),
                    "ends_on": row.ends_on.isoformat(),
                }
                for row in self.periods
            ],
        }


def change_of(data: Mapping[str, Any]) -> CalendarChange:
    """The change of a message."""

    def day(words: str | None) -> date | None:
        return date.fromisoformat(words) if words else None

    return CalendarChange(
        ends_on=day(data.get("ends_on")),
        close_on=day(data.get("close_on")),
        periods=tuple(
            PeriodDates(
                PeriodUnit.of(row["unit"]),
                int(row["number"]),
                date.fromisoformat(row["starts_on"]),
                date.fromisoformat(row["ends_on"]),
            )
            for row in data.get("periods", ())
        ),
    )


def year_of_start(start_year: int) -> YearInForce:
    """The year that begins in this calendar year.

    Raises:
        Fault: `calendar.no_such_year`.
    """
    for item in years_in_force():
        if item.year.start_year == start_year:
            return item
    raise NO_SUCH_YEAR(field="year", year=str(start_year))


def dates_of(revision: YearRevision) -> YearDates:
    """The dates of a revision. One query."""
    return YearDates(
        starts_on=revision.starts_on,
        ends_on=revision.ends_on,
        close_on=revision.close_on,
        periods=tuple(
            PeriodDates(row.unit, row.number, row.starts_on, row.ends_on)
            for row in Period.objects.filter(revision=revision)
        ),
    )


def shifted(dates: YearDates, change: CalendarChange) -> YearDates:
    """A school's dates after the change.

    Periods the change names get its days, where the school keeps that unit; a period that ended with the year ends with it again.
    """
    ends_on = change.ends_on or dates.ends_on
    named = {(row.unit, row.number): row for row in change.periods}
    periods = [
        named.get((row.unit, row.number), replace(row, ends_on=ends_on) if row.ends_on == dates.ends_on else row)
        for row in dates.periods
    ]
    return YearDates(
        starts_on=dates.starts_on,
        ends_on=ends_on,
        close_on=change.close_on or max(dates.close_on, ends_on),
        periods=tuple(periods),
    )


@transaction.atomic
def shift_year(
    *, by: Actor, start_year: int, change: CalendarChange, published_on: date, source_act: str
) -> YearRevision | None:
    """Publish the school's dates with the change in them; nothing when they are so already. Safe to run twice.

    Raises:
        Fault: not permitted, no such year, dates that do not fit the school's own periods.
    """
    require(by, Permission.CALENDAR_EDIT)
    AcademicYear.objects.select_for_update().filter(start_year=start_year).first()
    item = year_of_start(start_year)
    before = dates_of(item.revision)
    after = shifted(before, change)
    if after == before:
        return None
    return revise_year(by=by, year=item.year, dates=after, published_on=published_on, source_act=source_act)
