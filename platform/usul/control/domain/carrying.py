"""What jobs with bundles do: write one, make a school of one. Opens scopes of its own; safe to run again at any point."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from apps.core.actor import Actor
from apps.district.models import EVERY_YEAR, DirtyMark
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.portability import Target, compare_schools, export_school, load_school
from tenants.portability.load import UNFINISHED
from tenants.routing import directory_changed
from usul.actors import system_actor
from usul.control.domain.bundles import place_of, told_of
from usul.control.domain.deeds import note
from usul.control.domain.jobs import failed
from usul.control.domain.moving import own_key, trusted_keys
from usul.control.domain.refusals import BundleGoneError
from usul.control.enums import JobKind, JobState
from usul.control.models import Bundle, Job


def export(job: Job, *, now: datetime) -> bool:
    """Write the bundle the job was asked for; returns whether it can be fetched."""
    try:
        path = _path_of(job)
        manifest = export_school(job.school.ref, path, key=own_key())
        with public_scope():
            Bundle.objects.filter(pk=path.stem).update(told=told_of(manifest), size=path.stat().st_size)
            _done(job, now, {})
            note(by=_by(job, now), school=job.school, action="school.exported", rows=told_of(manifest)["rows"])
    except Exception as error:
        failed(job, error, now=now)
        return False
    return True


def load(job: Job, *, now: datetime) -> bool:
    """Make the bundle's school, as itself or beside the living one; returns whether it is there."""
    school = job.school
    try:
        path = _path_of(job)
        if not path.is_file():
            raise BundleGoneError(path.name)
        status, _space, reason = UNFINISHED.partition(" ")
        with public_scope():
            School.objects.filter(pk=school.pk).update(status=status, status_reason=reason, status_since=now)
        trusted = trusted_keys()
        manifest = load_school(path, Target(school.ref, lambda _cursor: None, lambda _cursor: None), trusted=trusted)
        result: dict[str, Any] = {}
        if job.source is not None:
            compared = compare_schools(school.ref, job.source.ref)
            result = {"compared": [asdict(one) for one in compared]}
        with public_scope():
            _open(job, now, manifest.taken_at)
            _done(job, now, result)
    except Exception as error:
        kind = failed(job, error, now=now)
        with public_scope():
            School.objects.filter(pk=school.pk).update(
                status=SchoolStatus.FAILED, status_reason=kind.code, status_since=now
            )
        directory_changed()
        return False
    directory_changed()
    return True


def _open(job: Job, now: datetime, taken_at: str) -> None:
    """The school that was brought in is in use; the one beside the living school keeps its doors closed."""
    beside = job.kind == JobKind.RESTORE
    status = SchoolStatus.SUSPENDED if beside else SchoolStatus.READY
    reason = f"= {job.source.slug}, {taken_at}" if beside and job.source else ""
    School.objects.filter(pk=job.school_id).update(status=status, status_reason=reason, status_since=now)
    if not beside:
        DirtyMark.objects.create(schema_name=job.school.schema_name, year=EVERY_YEAR)
    action = "school.restored_beside" if beside else "school.imported"
    note(by=_by(job, now), school=job.school, action=action, taken_at=taken_at)


def _path_of(job: Job) -> Path:
    if job.bundle_id is None:
        raise BundleGoneError("The bundle's days are over.")
    return place_of(job.bundle_id)


def _done(job: Job, now: datetime, result: dict[str, Any]) -> None:
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, finished_at=now, error="", error_code="", result=result)


def _by(job: Job, now: datetime) -> Actor:
    return system_actor(job.requested_by, on=now.date())
