"""A school that becomes two: the new one begins with a copy of everything the old one has on that day."""

import tempfile
from datetime import datetime
from pathlib import Path

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.owner import cursor_of, owner
from tenants.portability import Target, export_school, load_school
from tenants.portability.load import UNFINISHED
from tenants.portability.manifest import public_hex
from tenants.routing import directory_changed
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.jobs import failed
from usul.control.domain.moving import own_key
from usul.control.domain.onboarding import mark_ready
from usul.control.domain.schools import SchoolInput, request_school
from usul.control.enums import JobKind
from usul.control.models import Job


def split_school(*, by: Actor, source: School, school: SchoolInput, now: datetime) -> Job:
    """Enter a new school that will begin with a copy of `source`, and queue its setting-up. Runs in the public scope.

    Both go on from the same records: the new school has them as its history, and each ends the offices of those who went to the
    other one. Accounts are not copied: people are let in anew.

    Raises:
        Fault: not permitted; the source is not in use; name, slug or host unusable.
    """
    require(by, Permission.SCHOOL_CLOSE)
    if source.status != SchoolStatus.READY:
        raise errors.STATUS_UNFIT(school=source.slug, status=source.get_status_display())
    job = request_school(by=by, school=school, now=now, kind=JobKind.SPLIT, source=source)
    note(by=by, school=source, action="school.split", into=school.slug)
    return job


def split(job: Job, *, now: datetime) -> bool:
    """Do the copying the job stands for; returns whether the new school is ready. Opens scopes of its own."""
    ref = job.school.ref
    try:
        if job.source is None:
            raise LookupError("The school it was to be a copy of is gone.")
        with tempfile.TemporaryDirectory(prefix="usul-split-") as folder:
            path = Path(folder) / "bundle"
            export_school(job.source.ref, path, key=own_key())
            _clear(job)
            load_school(
                path,
                Target(ref, lambda _cursor: None, lambda _cursor: None),
                trusted=frozenset({public_hex(own_key())}),
            )
        with owner() as connection, cursor_of(connection) as cursor:
            mark_ready(cursor, job, now)
    except Exception as error:
        kind = failed(job, error, now=now)
        with public_scope():
            School.objects.filter(pk=ref.id).update(
                status=SchoolStatus.FAILED, status_reason=kind.code, status_since=now
            )
        directory_changed()
        return False
    directory_changed()
    return True


def _clear(job: Job) -> None:
    """The state in which the loader takes a school for unfinished: what an earlier attempt left is removed by it."""
    status, _space, reason = UNFINISHED.partition(" ")
    with public_scope():
        School.objects.filter(pk=job.school_id).update(status=status, status_reason=reason)
