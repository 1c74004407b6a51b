"""A school's life after its setting-up: suspended, resumed, closed, kept, held, merged, deleted. Runs in the public scope."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from tenants.enums import SchoolStatus
from tenants.models import Access, School
from tenants.routing import directory_changed
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.jobs import queue
from usul.control.enums import OPEN, JobKind
from usul.control.models import Closing, Job

SUSPENDED = (SchoolStatus.SUSPENDED, SchoolStatus.SUSPENDED_READONLY)
LIVING = (SchoolStatus.READY, *SUSPENDED)


@transaction.atomic
def suspend_school(*, by: Actor, school: School, reason: str, readonly: bool, now: datetime) -> School:
    """Close a school's doors for a while, or leave them open for reading only. Nothing of its data changes.

    Raises:
        Fault: not permitted, no reason, or the school is not in use.
    """
    require(by, Permission.SCHOOL_SUSPEND)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    school = _locked(school, *LIVING)
    to = SchoolStatus.SUSPENDED_READONLY if readonly else SchoolStatus.SUSPENDED
    _change(school, to, reason, now)
    note(by=by, school=school, action="school.suspended", reason=reason, readonly=readonly)
    return school


@transaction.atomic
def resume_school(*, by: Actor, school: School, now: datetime) -> School:
    """Open the doors of a suspended school again.

    Raises:
        Fault: not permitted, or the school is not suspended.
    """
    require(by, Permission.SCHOOL_SUSPEND)
    school = _locked(school, *SUSPENDED)
    _change(school, SchoolStatus.READY, "", now)
    note(by=by, school=school, action="school.resumed")
    return school


@transaction.atomic
def close_school(
    *, by: Actor, school: School, reason: str, on: date, now: datetime, kept_days: int | None = None
) -> Closing:
    """Close a school for good. Everything is kept for the days of grace; nobody enters, tasks are refused.

    Args:
        kept_days: days of grace; the installation's own number when left out.

    Raises:
        Fault: not permitted, no reason, or the school is not in use.
    """
    require(by, Permission.SCHOOL_CLOSE)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    school = _locked(school, *LIVING)
    _change(school, SchoolStatus.CLOSED, reason, now)
    days = settings.CLOSED_SCHOOL_KEPT_DAYS if kept_days is None else kept_days
    closing: Closing = Closing.objects.update_or_create(
        school=school, defaults={"closed_on": on, "kept_until": on + timedelta(days=days), "reason": reason}
    )[0]
    Access.objects.filter(school=school, valid_until=None, valid_from__lt=on).update(valid_until=on)
    note(by=by, school=school, action="school.closed", reason=reason, kept_until=closing.kept_until.isoformat())
    return closing


@transaction.atomic
def reopen_school(*, by: Actor, school: School, now: datetime) -> School:
    """Take a closing back while everything is still kept. People have to be let in again.

    Raises:
        Fault: not permitted, the school is not closed, or its deletion has begun.
    """
    require(by, Permission.SCHOOL_CLOSE)
    school = _locked(school, SchoolStatus.CLOSED)
    if Job.objects.filter(school=school, kind=JobKind.DELETE).exists():
        raise errors.JOB_OPEN(school=school.slug)
    Closing.objects.filter(school=school).delete()
    school.successor = None
    school.save(update_fields=["successor"])
    _change(school, SchoolStatus.READY, "", now)
    note(by=by, school=school, action="school.reopened")
    return school


@transaction.atomic
def hold_school(*, by: Actor, school: School, reason: str) -> Closing:
    """Forbid the deletion of a closed school, whatever the days of grace say (a court, an inspection, a dispute).

    Raises:
        Fault: not permitted, no reason, or the school is not closed.
    """
    require(by, Permission.SCHOOL_CLOSE)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    closing = _closing(school)
    closing.hold_reason = reason
    closing.save(update_fields=["hold_reason"])
    note(by=by, school=closing.school, action="school.held", reason=reason)
    return closing


@transaction.atomic
def release_school(*, by: Actor, school: School) -> Closing:
    """Lift the hold.

    Raises:
        Fault: not permitted, or the school is not closed.
    """
    require(by, Permission.SCHOOL_CLOSE)
    closing = _closing(school)
    closing.hold_reason = ""
    closing.save(update_fields=["hold_reason"])
    note(by=by, school=closing.school, action="school.released")
    return closing


@transaction.atomic
def delete_school(*, by: Actor, school: School, on: date, now: datetime) -> Job:
    """Queue the deletion of a closed school's data. Its row, names and hosts stay in the directory and are never given away.

    Raises:
        Fault: not permitted, not closed, still kept, on hold, or another job of the school is open.
    """
    require(by, Permission.SCHOOL_CLOSE)
    closing = _closing(school)
    school = closing.school
    if closing.hold_reason:
        raise errors.ON_HOLD(school=school.slug, reason=closing.hold_reason)
    if on < closing.kept_until:
        raise errors.STILL_KEPT(school=school.slug, day=closing.kept_until)
    if Job.objects.filter(school=school, state__in=OPEN).exists():
        raise errors.JOB_OPEN(school=school.slug)
    job = Job.objects.create(kind=JobKind.DELETE, school=school, requested_by=by.name, requested_at=now)
    note(by=by, school=school, action="school.deletion_requested")
    queue(job)
    return job


@transaction.atomic
def merge_school(*, by: Actor, school: School, into: School, on: date, now: datetime, reason: str) -> Closing:
    """Close a school whose people and papers go to another one. The successor may read what it left, and never change it.

    The data stay in the schema of the closed school: two schools have different people under the same numbers, and a protocol is
    signed by those who were there. A legal hold is set, because the papers are the successor's now; lifting it is a deed of its own.

    Raises:
        Fault: not permitted, no reason, one of the two is not in use, or they are the same.
    """
    require(by, Permission.SCHOOL_CLOSE)
    target = School.objects.select_for_update().get(pk=into.pk)
    if target.pk == school.pk or target.status not in LIVING:
        raise errors.SUCCESSOR_UNFIT(field="into")
    closing = close_school(by=by, school=school, reason=reason, on=on, now=now)
    closed = closing.school
    closed.successor = target
    closed.save(update_fields=["successor"])
    closing.hold_reason = f"{target.name_ky} · {reason}"[:300]
    closing.save(update_fields=["hold_reason"])
    note(by=by, school=closed, action="school.merged", into=target.slug)
    note(by=by, school=target, action="school.took_over", former=closed.slug)
    return closing


def _locked(school: School, *statuses: SchoolStatus) -> School:
    found = School.objects.select_for_update(of=("self",)).select_related("district").get(pk=school.pk)
    if found.status not in statuses:
        raise errors.STATUS_UNFIT(school=found.slug, status=found.get_status_display())
    return found


def _closing(school: School) -> Closing:
    found = _locked(school, SchoolStatus.CLOSED)
    return Closing.objects.select_for_update(of=("self",)).select_related("school").get(school=found)


def _change(school: School, status: SchoolStatus, reason: str, now: datetime) -> None:
    school.status, school.status_reason, school.status_since = status, reason[:500], now
    school.save(update_fields=["status", "status_reason", "status_since"])
    transaction.on_commit(directory_changed)
