"""Setting a school up: requested -> provisioning -> ready, or failed with a reason. Safe to run again at any point."""

from datetime import datetime

from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.provisioning import build_schema
from tenants.routing import directory_changed
from usul.control.domain.jobs import failed, need_not_last
from usul.control.enums import JobState
from usul.control.models import Job

UNFINISHED = (SchoolStatus.REQUESTED, SchoolStatus.PROVISIONING, SchoolStatus.FAILED)


def onboard(job: Job, *, now: datetime) -> bool:
    """Make everything the school needs; returns whether it is ready. Opens scopes of its own.

    Schema, status and job change in one transaction: after a crash either all of it is there or nothing.
    """
    ref = job.school.ref
    try:
        with public_scope():
            need_not_last()
            School.objects.filter(pk=ref.id, status__in=UNFINISHED).update(
                status=SchoolStatus.PROVISIONING, status_reason="", status_since=now
            )
        build_schema(ref, finish=lambda cursor: mark_ready(cursor, job, now))
    except Exception as error:
        kind = failed(job, error, now=now)
        with public_scope():
            School.objects.filter(pk=ref.id, status=SchoolStatus.PROVISIONING).update(
                status=SchoolStatus.FAILED, status_reason=kind.code, status_since=now
            )
        directory_changed()
        return False
    directory_changed()
    return True


def mark_ready(cursor: Cursor, job: Job, now: datetime) -> None:
    """The last statements of the school's own transaction."""
    cursor.execute(
        "UPDATE public.tenants_school SET status = %s, status_reason = '', status_since = %s WHERE id = %s AND status = %s; "
        "UPDATE public.control_job SET state = %s, finished_at = %s, error = '', error_code = '' WHERE id = %s",
        [
            SchoolStatus.READY.value,
            now,
            str(job.school_id),
            SchoolStatus.PROVISIONING.value,
            JobState.DONE.value,
            now,
            str(job.pk),
        ],
    )
