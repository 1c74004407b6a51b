"""A change of the school year, entered once and carried out by every school itself."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from apps.calendars.domain.shift import CalendarChange
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.district import errors
from apps.district.domain.events import note
from apps.district.domain.surveys import ask_schools
from apps.district.enums import ShiftState, SurveyKind
from apps.district.models import CalendarShift, Survey
from tenants.models import District


@transaction.atomic
def draft_shift(
    *, by: Actor, district: District, start_year: int, change: CalendarChange, act: str, published_on: date
) -> CalendarShift:
    """Write a change down without carrying it out. Runs in the public scope.

    Raises:
        Fault: not permitted, nothing is changed, dates reversed.
    """
    require(by, Permission.DISTRICT_FRAME)
    if change.ends_on is None and change.close_on is None and not change.periods:
        raise errors.SHIFT_EMPTY(field="ends_on")
    if change.ends_on and change.close_on and change.close_on < change.ends_on:
        raise errors.RANGE_REVERSED(field="close_on", since=change.ends_on, until=change.close_on)
    for row in change.periods:
        if row.ends_on < row.starts_on:
            raise errors.RANGE_REVERSED(field="periods", since=row.starts_on, until=row.ends_on)
    shift = CalendarShift.objects.create(
        district=district,
        start_year=start_year,
        change=change.as_data(),
        act=act,
        published_on=published_on,
        made_by=by.name,
    )
    note(by=by, district_id=district.pk, action="shift.drafted", subject=shift.pk, start_year=start_year)
    return shift


def ask_about_shift(*, by: Actor, shift: CalendarShift, below: Iterable[uuid.UUID], now: datetime) -> Survey:
    """Ask every school of the districts `below` what a draft would move there. Nothing is stored in the schools.

    Raises:
        Fault: not permitted.
    """
    return _put_to_schools(by, shift, below, SurveyKind.CALENDAR, now)


@transaction.atomic
def publish_shift(*, by: Actor, shift_id: uuid.UUID, below: Iterable[uuid.UUID], now: datetime) -> CalendarShift:
    """Let every school of the districts `below` carry a change out; each reports what it has moved.

    Raises:
        Fault: not permitted, no draft any more.
    """
    require(by, Permission.DISTRICT_FRAME)
    shift = CalendarShift.objects.select_for_update().get(pk=shift_id)
    if shift.state is not ShiftState.DRAFT:
        raise errors.NOT_A_DRAFT()
    shift.state, shift.announced_at = ShiftState.PUBLISHED, now
    shift.save(update_fields=["state", "announced_at"])
    note(by=by, district_id=shift.district_id, action="shift.published", subject=shift.pk)
    _put_to_schools(by, shift, below, SurveyKind.SHIFT, now)
    return shift


def _put_to_schools(
    by: Actor, shift: CalendarShift, below: Iterable[uuid.UUID], kind: SurveyKind, now: datetime
) -> Survey:
    return ask_schools(
        by=by,
        district_id=shift.district_id,
        below=below,
        kind=kind,
        subject=shift.pk,
        payload={
            "start_year": shift.start_year,
            "change": shift.change,
            "act": shift.act,
            "published_on": shift.published_on.isoformat(),
        },
        now=now,
    )
