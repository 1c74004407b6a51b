"""Deleting what a closed school left: rows in public, files, schema and role. Each step may be repeated after a crash."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import caches

from apps.accounts.models import ApiToken
from apps.district.models import DirtyMark, SchoolStanding
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import Access, RetiredHost, School, SchoolHost
from tenants.owner import cursor_of, owner
from tenants.portability.tables import count_rows
from tenants.provisioning import drop_schema
from tenants.routing import directory_changed
from tenants.scope import SchoolRef
from usul.control.domain.jobs import failed
from usul.control.enums import JobState
from usul.control.models import Closing, Job


def delete(job: Job, *, now: datetime) -> bool:
    """Do the deletion the job stands for; returns whether it is complete. Opens scopes of its own."""
    ref = job.school.ref
    try:
        proof = _delete(ref, now)
    except Exception as error:
        failed(job, error, now=now)
        return False
    with public_scope():
        Closing.objects.filter(school_id=ref.id).update(deleted_on=now.date(), proof=proof)
        School.objects.filter(pk=ref.id).update(status=SchoolStatus.DELETED, status_since=now)
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, finished_at=now, result=proof)
    directory_changed()
    return True


def _delete(ref: SchoolRef, now: datetime) -> dict[str, object]:
    """Remove everything and say what it was. What a first attempt has counted is kept by the closing."""
    with public_scope():
        kept = Closing.objects.get(school_id=ref.id).proof
    proof = kept or {"rows": _rows(ref), "files": _files(ref), "begun": now.isoformat()}
    with public_scope():
        Closing.objects.filter(school_id=ref.id).update(proof=proof)
        SchoolStanding.objects.filter(school_id=ref.id).delete()
        DirtyMark.objects.filter(schema_name=ref.schema).delete()
        ApiToken.objects.filter(school_id=ref.id).delete()
        Access.objects.filter(school_id=ref.id).delete()
        for host in SchoolHost.objects.filter(tenant_id=ref.id):
            RetiredHost.objects.get_or_create(
                domain=host.domain, defaults={"school_id": ref.id, "slug": ref.slug, "redirects_until": now.date()}
            )
            host.delete()
    dropped = drop_schema(ref)
    shutil.rmtree(Path(settings.MEDIA_ROOT) / ref.schema, ignore_errors=True)
    _forget_cache(ref)
    return {**proof, "batches": dropped.batches, "most_locks": dropped.most_locks, "lock_table": dropped.lock_table}


def _rows(ref: SchoolRef) -> dict[str, int]:
    with owner() as connection, cursor_of(connection) as cursor:
        return count_rows(cursor, ref.schema)


def _files(ref: SchoolRef) -> int:
    folder = Path(settings.MEDIA_ROOT) / ref.schema
    return sum(1 for path in folder.rglob("*") if path.is_file())


def _forget_cache(ref: SchoolRef) -> None:
    """Remove the school's cache entries; they would lapse by themselves, but nothing of a deleted school should stay."""
    client = caches["default"]._cache.get_client(None, write=True)  # type: ignore[attr-defined]  # noqa: SLF001
    prefix = f"{settings.CACHES['default']['KEY_PREFIX']}:{ref.schema}:"
    for key in client.scan_iter(match=f"{prefix}*", count=500):
        client.delete(key)
