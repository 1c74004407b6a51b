"""Asking for a school's bundle, bringing one, and asking for it to be loaded. Runs in the public scope; jobs do the work."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from tenants.enums import SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.portability import Manifest, check_bundle, refuse_newer
from tenants.routing import default_host, directory_changed
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.jobs import queue
from usul.control.domain.moving import trusted_here
from usul.control.domain.refusals import refusals
from usul.control.domain.schools import names_in_use
from usul.control.enums import OPEN, JobKind
from usul.control.models import Bundle, Job
from usul.control.validators import free_slug

KEPT = timedelta(days=7)
LARGEST = 1024**3  # bytes; larger ones are loaded on the server itself
MEGABYTE = 1024**2


class Upload(Protocol):
    """A file that somebody sends."""

    size: int | None

    def chunks(self) -> Any: ...


def place_of(bundle_id: uuid.UUID) -> Path:
    """Where the bundle lies: beside the folders of schools, in none of them."""
    folder = Path(settings.MEDIA_ROOT) / "bundles"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{bundle_id}.usul"


@transaction.atomic
def ask_for_bundle(*, by: Actor, school: School, now: datetime) -> Job:
    """Queue the writing of the school's signed bundle; it can be fetched for some days afterwards.

    Raises:
        Fault: not permitted, or other work over the school is under way.
    """
    require(by, Permission.SCHOOL_EXPORT)
    School.objects.select_for_update(of=("self",)).get(pk=school.pk)
    if Job.objects.filter(school=school, state__in=OPEN).exists():
        raise errors.JOB_OPEN(school=school.slug)
    bundle = Bundle.objects.create(
        school=school, district_id=school.district_id, made_by=by.name, made_at=now, kept_until=now + KEPT
    )
    job = Job.objects.create(kind=JobKind.EXPORT, school=school, bundle=bundle, requested_by=by.name, requested_at=now)
    note(by=by, school=school, action="school.export_requested")
    queue(job)
    return job


def bring_bundle(*, by: Actor, district: District, file: Upload, now: datetime) -> Bundle:
    """Keep a bundle that somebody sends, once it has been looked through from the first byte to the last.

    Raises:
        Fault: not permitted, too large, or refused with the reason; nothing of the file is kept then.
    """
    require(by, Permission.SCHOOL_MOVE)
    size = file.size or 0
    if size > LARGEST:
        raise errors.BUNDLE_TOO_LARGE(field="file", size=size // MEGABYTE, limit=LARGEST // MEGABYTE)
    bundle = Bundle(district=district, size=size, made_by=by.name, made_at=now, kept_until=now + KEPT)
    path = place_of(bundle.pk)
    try:
        with path.open("wb") as target:
            for piece in file.chunks():
                target.write(piece)
        with refusals(path):
            manifest = check_bundle(path, trusted=trusted_here())
            refuse_newer(manifest)
        bundle.told = told_of(manifest)
        bundle.save(force_insert=True)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return bundle


def told_of(manifest: Manifest) -> dict[str, Any]:
    """What a person is told of a bundle before anything is done with it."""
    return {
        "school": manifest.school,
        "taken_at": manifest.taken_at,
        "signer": manifest.signer,
        "tables": len(manifest.tables),
        "rows": sum(part.rows for part in manifest.tables),
        "files": len(manifest.files),
    }


def living_school(bundle: Bundle, within: Iterable[uuid.UUID]) -> School | None:
    """The school of one of these districts that a bundle was taken from. One query."""
    rows = School.objects.select_related("district").filter(district__in=list(within))
    return rows.filter(pk=bundle.told["school"]["id"]).first()


@transaction.atomic
def load_bundle(*, by: Actor, bundle: Bundle, district: District, slug: str, now: datetime) -> Job:
    """Queue a brought bundle to become the school it was taken from, under its own identity.

    Raises:
        Fault: not permitted, the school is here already, or the slug is unusable or taken.
    """
    require(by, Permission.SCHOOL_MOVE)
    if School.objects.filter(pk=bundle.told["school"]["id"]).exists():
        raise errors.BUNDLE_EXISTS(detail=bundle.told["school"]["slug"])
    names_in_use().check(slug)
    school_id = uuid.UUID(bundle.told["school"]["id"])
    return _queued(by, bundle, School(id=school_id, district=district, slug=slug), JobKind.IMPORT, now)


@transaction.atomic
def load_beside(*, by: Actor, bundle: Bundle, within: Iterable[uuid.UUID], now: datetime) -> Job:
    """Queue a brought bundle to be loaded beside the living school, its doors closed, and compared with it.

    Args:
        within: districts in the reach of `by`.

    Raises:
        Fault: not permitted, or there is no such living school within reach.
    """
    require(by, Permission.SCHOOL_MOVE)
    living = living_school(bundle, within)
    if living is None:
        raise errors.BUNDLE_NO_LIVING()
    slug = free_slug(f"{living.slug}-{bundle.told['taken_at'][:10]}", School.objects.values_list("slug", flat=True))
    return _queued(by, bundle, School(district=living.district, slug=slug), JobKind.RESTORE, now, source=living)


def _queued(
    by: Actor, bundle: Bundle, row: School, kind: JobKind, now: datetime, *, source: School | None = None
) -> Job:
    names = bundle.told["school"]
    row.name_ky, row.name_ru, row.name_en = (names.get(f"name_{language}", "") for language in ("ky", "ru", "en"))
    row.status, row.status_since = SchoolStatus.REQUESTED, now
    row.save(force_insert=True)
    SchoolHost.objects.create(domain=default_host(row.slug), tenant=row, is_primary=True)
    job = Job.objects.create(
        kind=kind, school=row, source=source, bundle=bundle, requested_by=by.name, requested_at=now
    )
    note(by=by, school=row, action="school.import_requested", slug=row.slug)
    queue(job)
    transaction.on_commit(directory_changed)
    return job


def forget_bundles(*, now: datetime) -> int:
    """Remove bundles whose days are over, file first; returns how many. Safe to repeat."""
    waiting = Job.objects.filter(state__in=OPEN, bundle__isnull=False).values("bundle")
    gone = list(Bundle.objects.filter(kept_until__lte=now).exclude(pk__in=waiting).values_list("pk", flat=True))
    for bundle_id in gone:
        place_of(bundle_id).unlink(missing_ok=True)
    Bundle.objects.filter(pk__in=gone).delete()
    return len(gone)
