"""Opening and revising academic years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.calendars import errors
from apps.calendars.models import AcademicYear, Period, YearRevision
from apps.calendars.queries.years import years_in_force
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.rulebook.enums import PeriodUnit


@dataclass(frozen=True, slots=True)
class PeriodDates:
    """First and last day of a quarter or trimester, both included."""

    unit: PeriodUnit
    number: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class YearDates:
    """Dates of a year as an act publishes them."""

    starts_on: date
    ends_on: date
    close_on: date
    periods: tuple[PeriodDates, ...] = ()


@transaction.atomic
def open_year(*, by: Actor, dates: YearDates, published_on: date, source_act: str = "") -> AcademicYear:
    """Open an academic year with its first set of dates.

    Raises:
        Fault: not permitted, the year exists, dates reversed or overlapping.
    """
    require(by, Permission.CALENDAR_EDIT)
    start_year = dates.starts_on.year
    if AcademicYear.objects.filter(start_year=start_year).exists():
        raise errors.YEAR_EXISTS(field="starts_on", year=str(start_year))
    _check(dates, besides=None)
    year = AcademicYear.objects.create(start_year=start_year)
    _store(year, dates, version=1, published_on=published_on, source_act=source_act)
    record_event(
        by=by, action="year.opened", subject=("year", year.pk), act_date=published_on, data={"start_year": start_year}
    )
    tell_change(year=start_year)
    return year


@transaction.atomic
def revise_year(
    *, by: Actor, year: AcademicYear, dates: YearDates, published_on: date, source_act: str = ""
) -> YearRevision:
    """Publish new dates for a year. What was judged under the old ones keeps its revision; open deadlines are computed anew.

    Raises:
        Fault: not permitted, dates reversed or overlapping.
    """
    require(by, Permission.CALENDAR_EDIT)
    AcademicYear.objects.select_for_update().get(pk=year.pk)
    _check(dates, besides=year)
    version = max(year.revisions.values_list("version", flat=True), default=0) + 1
    revision = _store(year, dates, version=version, published_on=published_on, source_act=source_act)
    record_event(
        by=by, action="year.revised", subject=("year", year.pk), act_date=published_on, data={"version": version}
    )
    tell_change(year=year.start_year)
    return revision


def _store(year: AcademicYear, dates: YearDates, *, version: int, published_on: date, source_act: str) -> YearRevision:
    revision = YearRevision.objects.create(
        year=year,
        version=version,
        starts_on=dates.starts_on,
        ends_on=dates.ends_on,
        close_on=dates.close_on,
        published_on=published_on,
        source_act=source_act,
    )
    Period.objects.bulk_create(
        Period(revision=revision, unit=p.unit, number=p.number, starts_on=p.starts_on, ends_on=p.ends_on)
        for p in dates.periods
    )
    return revision


def _check(dates: YearDates, *, besides: AcademicYear | None) -> None:
    if dates.ends_on <= dates.starts_on:
        raise errors.DATES_REVERSED(field="ends_on", starts_on=dates.starts_on, ends_on=dates.ends_on)
    if dates.close_on < dates.ends_on:
        raise errors.DATES_REVERSED(field="close_on", starts_on=dates.ends_on, ends_on=dates.close_on)
    for other in years_in_force():
        if other.year == besides:
            continue
        if dates.starts_on <= other.revision.ends_on and other.revision.starts_on <= dates.ends_on:
            raise errors.YEARS_OVERLAP(field="starts_on", other=str(other.year))
    for unit in {period.unit for period in dates.periods}:
        _check_periods(dates, sorted((p for p in dates.periods if p.unit is unit), key=lambda p: p.number))


def _check_periods(dates: YearDates, periods: Sequence[PeriodDates]) -> None:
    last: date | None = None
    for period in periods:
        named = {"number": period.number, "unit": period.unit}
        if period.ends_on < period.starts_on:
            raise errors.DATES_REVERSED(field="periods", starts_on=period.starts_on, ends_on=period.ends_on)
        if period.starts_on < dates.starts_on or period.ends_on > dates.ends_on:
            raise errors.PERIOD_OUTSIDE_YEAR(field="periods", **named)
        if last is not None and period.starts_on <= last:
            raise errors.PERIODS_OVERLAP(field="periods", **named)
        last = period.ends_on
