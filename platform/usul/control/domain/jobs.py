"""Jobs over whole schools: queued, taken by one worker at a time, tried again after a failure or a crash."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Q
from psycopg2 import errors as postgres

from apps.core.actor import Actor, require
from apps.core.errors import FaultKind
from apps.core.permissions import Permission
from tenants.context import public_scope
from tenants.owner import NoOwnerError
from tenants.portability import BundleError
from tenants.provisioning import HalfMadeError, RehearsalError
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.refusals import KINDS, BundleGoneError
from usul.control.enums import OPEN, JobKind, JobState
from usul.control.models import Job
from usul.control.signals import job_queued

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=30)  # a job that runs longer is taken for dead and begun again by another worker
UNHEARD = timedelta(minutes=2)  # a queued job whose message may be lost
LONGEST_ERROR = 480
NEEDED = {
    JobKind.ONBOARD: Permission.SCHOOL_ONBOARD,
    JobKind.DELETE: Permission.SCHOOL_CLOSE,
    JobKind.SPLIT: Permission.SCHOOL_CLOSE,
    JobKind.EXPORT: Permission.SCHOOL_EXPORT,
    JobKind.IMPORT: Permission.SCHOOL_MOVE,
    JobKind.RESTORE: Permission.SCHOOL_MOVE,
}


def queue(job: Job) -> None:
    """Send the job to a worker once the running transaction has committed. A lost message is made good by `unheard`."""
    transaction.on_commit(lambda: job_queued.send(Job, job_id=job.pk))


def claim(job_id: uuid.UUID, *, now: datetime) -> Job | None:
    """Take the job, or None when it is done, failed, or in the hands of another worker. Opens a public scope of its own."""
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, started_at__lt=now - LEASE)
    with public_scope():
        need_not_last()
        found = Job.objects.select_for_update(skip_locked=True, of=("self",)).filter(free, pk=job_id)
        job = found.select_related("school__district", "source__district", "bundle").first()
        if job is None:
            return None
        job.state, job.started_at, job.attempts = JobState.RUNNING, now, job.attempts + 1
        job.error_code, job.error, job.finished_at = "", "", None
        job.save(update_fields=["state", "started_at", "attempts", "error_code", "error", "finished_at"])
    return job


def need_not_last() -> None:
    """Let the running transaction commit without waiting for the disk: when a crash takes it back the job is simply begun again."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


def failed(job: Job, error: Exception, *, now: datetime) -> FaultKind:
    """Write down why the job failed; returns the reason. Opens a public scope of its own."""
    kind = reason_of(error)
    lines = str(error).strip().splitlines() or [type(error).__name__]
    with public_scope():
        Job.objects.filter(pk=job.pk).update(
            state=JobState.FAILED, finished_at=now, error_code=kind.code, error=lines[0][:LONGEST_ERROR]
        )
    logger.error("job.failed", job=str(job.pk), kind=job.kind, reason=kind.code)
    return kind


def reason_of(error: BaseException) -> FaultKind:
    """The reason a person is told, by what lies at the bottom of the error."""
    chain = list(_causes(error))
    refused = next((one for one in chain if isinstance(one, BundleError)), None)
    if refused is not None:
        return KINDS[refused.fault]
    for found, kind in (
        (postgres.DiskFull, errors.DISK_FULL),
        (NoOwnerError, errors.OWNER_MISSING),
        (HalfMadeError, errors.SCHEMA_FOREIGN),
        (BundleGoneError, errors.BUNDLE_GONE),
        ((postgres.AdminShutdown, postgres.CrashShutdown, postgres.CannotConnectNow), errors.DATABASE_GONE),
        (RehearsalError, errors.MIGRATION_BROKEN),
        (InterfaceError, errors.DATABASE_GONE),
    ):
        if any(isinstance(one, found) for one in chain):
            return kind
    closed = any(isinstance(one, OperationalError) and "connection" in str(one) for one in chain)
    return errors.DATABASE_GONE if closed else errors.UNEXPECTED


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def retry(*, by: Actor, job: Job, now: datetime) -> Job:
    """Queue a failed job again. Runs in the public scope.

    Raises:
        Fault: not permitted, the job has not failed, or another job of the school is open.
    """
    require(by, NEEDED[JobKind(job.kind)])
    job = Job.objects.select_for_update(of=("self",)).select_related("school").get(pk=job.pk)
    if job.state != JobState.FAILED:
        raise errors.JOB_NOT_FAILED()
    if Job.objects.filter(school=job.school, state__in=OPEN).exists():
        raise errors.JOB_OPEN(school=job.school.slug)
    job.state, job.requested_at = JobState.QUEUED, now
    job.save(update_fields=["state", "requested_at"])
    note(by=by, school=job.school, action="job.retried", kind=job.kind)
    queue(job)
    return job


def unheard(*, now: datetime) -> list[uuid.UUID]:
    """Jobs that nobody seems to work on: queued for minutes, or running beyond their lease. Opens a public scope of its own."""
    waiting = Q(state=JobState.QUEUED, requested_at__lt=now - UNHEARD)
    dead = Q(state=JobState.RUNNING, started_at__lt=now - LEASE)
    with public_scope(readonly=True):
        return list(Job.objects.filter(waiting | dead).values_list("pk", flat=True))
