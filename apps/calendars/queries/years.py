"""Which academic year a day belongs to, and the dates in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from apps.calendars.errors import YEAR_UNKNOWN
from apps.calendars.models import AcademicYear, YearRevision


@dataclass(frozen=True, slots=True)
class YearInForce:
    """A year with the dates of its newest revision."""

    year: AcademicYear
    revision: YearRevision

    def holds(self, day: date) -> bool:
        """Whether `day` lies between the first and the last day of the year."""
        return self.revision.starts_on <= day <= self.revision.ends_on


def years_in_force() -> list[YearInForce]:
    """Every year with its newest revision, oldest first. One query."""
    revisions = YearRevision.objects.select_related("year").order_by("year_id", "-version").distinct("year_id")
    found = [YearInForce(revision.year, revision) for revision in revisions]
    return sorted(found, key=lambda item: item.revision.starts_on)


def year_of(day: date, *, field: str | None = None) -> YearInForce:
    """The academic year of `day`. A day between two years belongs to the nearer one; a tie to the coming one.

    Before the first year and after the last one, days count as far as the year's own closing time reaches (end to closing day).

    Raises:
        Fault: `calendar.day_outside_every_year`.
    """
    known = years_in_force()
    for item in known:
        if item.holds(day):
            return item
    before = [item for item in known if item.revision.ends_on < day]
    after = [item for item in known if item.revision.starts_on > day]
    if before and after:
        last, coming = before[-1], after[0]
        return last if day - last.revision.ends_on < coming.revision.starts_on - day else coming
    if before and day <= before[-1].revision.close_on:
        return before[-1]
    if after and after[0].revision.starts_on - day <= after[0].revision.close_on - after[0].revision.ends_on:
        return after[0]
    raise YEAR_UNKNOWN(field=field, day=day)


def year_asked(known: Sequence[YearInForce], asked: str | None, *, today: date) -> YearInForce | None:
    """The year whose first calendar year is `asked`; without that the one of `today`, else the last begun, else the first.

    None when there is no such year. No query.
    """
    if asked:
        return next((item for item in known if str(item.year.start_year) == asked), None)
    begun = [item for item in known if item.revision.starts_on <= today]
    return begun[-1] if begun else next(iter(known), None)
