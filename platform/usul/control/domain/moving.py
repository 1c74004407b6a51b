"""A school out of this installation and into another one, or back beside the living one. Opens scopes of its own."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.district.models import EVERY_YEAR, DirtyMark
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import District, School, SchoolHost
from tenants.owner import OWNER
from tenants.portability import Manifest, Target, check_bundle, export_school, load_school
from tenants.portability.load import UNFINISHED
from tenants.portability.manifest import public_hex
from tenants.routing import default_host, directory_changed
from tenants.scope import SchoolRef, schema_name_of
from usul.control import errors
from usul.control.domain.deeds import note
from usul.control.domain.refusals import refusals
from usul.control.domain.schools import check_slug
from usul.control.models import TrustedInstallation
from usul.control.validators import free_slug
from usul.state import derived_password


def own_key() -> Ed25519PrivateKey:
    """The key this installation signs with, made from its secret key: nothing else has to be kept."""
    secret = derived_password(settings.SECRET_KEY, "bundle-signature")
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(secret.encode()).digest())


def trusted_keys() -> frozenset[str]:
    """Public keys of this installation and of those an operator trusts."""
    with public_scope(readonly=True):
        return trusted_here()


def trusted_here() -> frozenset[str]:
    """The same, inside a public scope that is open already."""
    others = TrustedInstallation.objects.values_list("key", flat=True)
    return frozenset({public_hex(own_key()), *others})


def trust(*, by: Actor, name: str, key: str) -> None:
    """Accept bundles of another installation from now on.

    Raises:
        Fault: not permitted, or it is no public key.
    """
    require(by, Permission.SCHOOL_MOVE)
    key = key.strip().lower()
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
    except ValueError:
        raise errors.KEY_UNUSABLE(field="key") from None
    with public_scope():
        TrustedInstallation.objects.update_or_create(key=key, defaults={"name": name, "added_by": by.name})


def take_out(*, by: Actor, school: SchoolRef, path: Path) -> Manifest:
    """Write the school's signed bundle.

    Raises:
        Fault: not permitted.
        OSError: the file cannot be written.
    """
    require(by, Permission.SCHOOL_MOVE)
    manifest = export_school(school, path, key=own_key())
    with public_scope():
        note(by=by, school=School.objects.get(pk=school.id), action="school.exported", rows=_rows(manifest))
    return manifest


def bring_in(*, by: Actor, path: Path, district: str, now: datetime, slug: str = "") -> SchoolRef:
    """Load a bundle as the school it was taken from, under its own identity, ready for use.

    Args:
        district: slug of the district it will belong to.
        slug: another slug than the one it had.

    Raises:
        Fault: not permitted; unknown district; slug taken; the bundle is refused, with the reason.
    """
    require(by, Permission.SCHOOL_MOVE)
    manifest = _checked(path)
    place = _Place(
        uuid.UUID(manifest.school["id"]), slug or manifest.school["slug"], district, SchoolStatus.READY, "", now
    )
    return _bring_in(by, path, manifest, place, action="school.imported")


def restore_beside(*, by: Actor, path: Path, now: datetime) -> SchoolRef:
    """Load a bundle under a new identity beside the living school, for comparison. Its doors stay closed.

    Raises:
        Fault: not permitted, or the bundle is refused, with the reason.
    """
    require(by, Permission.SCHOOL_MOVE)
    manifest = _checked(path)
    with public_scope(readonly=True):
        slug = free_slug(
            f"{manifest.school['slug']}-{manifest.taken_at[:10]}", School.objects.values_list("slug", flat=True)
        )
    place = _Place(
        uuid.uuid4(),
        slug,
        manifest.school["district"],
        SchoolStatus.SUSPENDED,
        f"= {manifest.school['slug']}, {manifest.taken_at}",
        now,
    )
    return _bring_in(by, path, manifest, place, action="school.restored_beside")


@dataclass(frozen=True, slots=True)
class _Place:
    """Who the bundle becomes."""

    id: uuid.UUID
    slug: str
    district: str
    status: SchoolStatus
    reason: str
    now: datetime


def _bring_in(by: Actor, path: Path, manifest: Manifest, place: _Place, *, action: str) -> SchoolRef:
    with public_scope(readonly=True):
        known = School.objects.filter(pk=place.id).exclude(status=UNFINISHED.split()[0]).exists()
        if not known:
            check_slug(place.slug, own=School.objects.filter(pk=place.id).first())
        district = District.objects.filter(slug=place.district).first()
    if district is None:
        raise errors.DISTRICT_UNKNOWN(field="district")
    names = {language: manifest.school.get(f"name_{language}", "") for language in ("ky", "ru", "en")}
    status, _space, reason = UNFINISHED.partition(" ")
    row = School(
        id=place.id,
        schema_name=schema_name_of(place.id),
        district=district,
        slug=place.slug,
        status=status,
        status_reason=reason,
        status_since=place.now,
        **{f"name_{language}": name for language, name in names.items()},
    )

    def enter(_cursor: Cursor) -> None:
        row.save(using=OWNER, force_insert=True)
        host = SchoolHost(domain=default_host(place.slug), tenant=row, is_primary=True)
        SchoolHost.objects.using(OWNER).bulk_create([host])

    def leave(cursor: Cursor) -> None:
        for table, column in (
            ("tenants_schoolhost", "tenant_id"),
            ("tenants_schoolmigration", "school_id"),
            ("tenants_schoolschema", "school_id"),
            ("tenants_school", "id"),
        ):
            cursor.execute(f"DELETE FROM public.{table} WHERE {column} = %s", [str(place.id)])  # noqa: S608 - fixed names

    with refusals(path):
        load_school(path, Target(row.ref, enter, leave), trusted=trusted_keys())
    with public_scope():
        School.objects.filter(pk=place.id).update(status=place.status, status_reason=place.reason[:500])
        if place.status == SchoolStatus.READY:
            DirtyMark.objects.create(schema_name=row.schema_name, year=EVERY_YEAR)
        note(by=by, school=row, action=action, taken_at=manifest.taken_at, signer=manifest.signer, rows=_rows(manifest))
        found = School.objects.select_related("district").get(pk=place.id).ref
    directory_changed()
    return found


def _checked(path: Path) -> Manifest:
    with refusals(path):
        return check_bundle(path, trusted=trusted_keys())


def _rows(manifest: Manifest) -> int:
    return sum(part.rows for part in manifest.tables)
