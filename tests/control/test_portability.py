"""One school as a signed file: out, in again, elsewhere, later, beside the living one; and every way in which it is refused."""

import gzip
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.audit.models import Event
from apps.core.actor import Actor
from apps.core.errors import Fault, FaultKind
from apps.district.models import DirtyMark
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School, SchoolHost, SchoolSchema
from tenants.owner import OWNER, owner
from tenants.portability import Manifest, check_bundle
from tenants.portability.manifest import public_hex
from tenants.provisioning import blueprint, drop_schema
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests.control.conftest import NOW, Ask
from tests.fleet.releases import COLUMN, FILL, Releases
from tests.fleet.test_blueprint import catalog_of
from usul.control import errors
from usul.control.domain import moving
from usul.control.models import Deed, TrustedInstallation

pytestmark = pytest.mark.xdist_group("files")  # schools' folders are one for all processes

PAPER = "Буйрук №1\n".encode() * 50
FILE = "orders/2026/буйрук.txt"


@pytest.fixture
def bundle(committed_db: None, operator: Actor, school_a: SchoolRef, tmp_path: Path) -> Iterator[Path]:
    """Everything of school A, with a file, in a bundle."""
    with in_school(school_a):
        default_storage.save(FILE, ContentFile(PAPER))
        Event.objects.create(action="x", subject_type="x", actor_name="tab\there; back\\slash\nнов ө", door="task")
    path = tmp_path / "school-a.usul"
    moving.take_out(by=operator, school=school_a, path=path)
    yield path
    for school in directory.schools():
        shutil.rmtree(Path(settings.MEDIA_ROOT) / school.schema, ignore_errors=True)


def forget_school(school: SchoolRef, ask: Ask) -> None:
    """As in an installation that has never heard of it."""
    drop_schema(school)
    shutil.rmtree(Path(settings.MEDIA_ROOT) / school.schema, ignore_errors=True)
    ask("DELETE FROM public.district_dirtymark WHERE schema_name = %s", school.schema)
    with owner():
        School.objects.using(OWNER).get(pk=school.id).delete()
    directory.forget()


def world(ask: Ask) -> list[object]:
    """Everything an import could write, outside the schemas of schools, and the schemas themselves."""
    return [
        ask("SELECT slug, status FROM public.tenants_school ORDER BY 1"),
        ask("SELECT domain FROM public.tenants_schoolhost ORDER BY 1"),
        ask("SELECT school_id, digest FROM public.tenants_schoolschema ORDER BY 1"),
        ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 's\\_%%' ORDER BY 1"),
        sorted(path.name for path in Path(settings.MEDIA_ROOT).iterdir() if path.name.startswith("s_")),
    ]


def bring_in(by: Actor, path: Path, **values: str) -> SchoolRef:
    return moving.bring_in(by=by, path=path, district="sverdlov", now=NOW, **values)


def refused(by: Actor, path: Path, deed: Callable[..., object] = bring_in) -> FaultKind:
    with pytest.raises(Fault) as caught:
        deed(by, path)
    assert all(caught.value.message(language) for language in ("ky", "ru", "en"))
    return caught.value.kind


# --- out and in -----------------------------------------------------------------------------------------------------------------


def test_a_school_comes_back_to_the_last_byte(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask, tmp_path: Path
) -> None:
    before = catalog_of(school_a.schema)
    manifest = check_bundle(bundle, trusted=moving.trusted_keys())
    forget_school(school_a, ask)
    assert directory.school(school_a.id) is None
    school = bring_in(operator, bundle)
    assert (school.id, school.slug, school.status, school.names) == (
        school_a.id,
        "school-a",
        SchoolStatus.READY,
        school_a.names,
    )
    assert directory.school_at("school-a.localhost") == school
    assert catalog_of(school.schema) == before
    again = tmp_path / "again.usul"
    copy = moving.take_out(by=operator, school=school, path=again)
    assert replace(copy, taken_at=manifest.taken_at) == manifest
    with in_school(school):
        with default_storage.open(FILE) as file:
            assert file.read() == PAPER
        default_storage.delete(FILE)
        newest = Person.objects.order_by("-id").first().id
        assert Person.objects.create(family_name="Жаңы", given_name="Киши").id == newest + 1
        assert Event.objects.get(action="x").actor_name == "tab\there; back\\slash\nнов ө"
    with public_scope():
        assert list(Deed.objects.filter(school_id=school.id).values_list("action", flat=True)) == [
            "school.exported",
            "school.imported",
        ]
        assert DirtyMark.objects.filter(schema_name=school.schema).exists()  # the district will hear of it


def test_the_manifest_says_what_is_inside(bundle: Path, school_a: SchoolRef) -> None:
    manifest = check_bundle(bundle, trusted=moving.trusted_keys())
    assert manifest.digest == blueprint.current().digest
    assert manifest.fingerprint == blueprint.current().fingerprint
    assert {part.name: part.rows for part in manifest.tables}["people_person"] == 8
    assert {part.name: part.size for part in manifest.files}[FILE] == len(PAPER)
    assert manifest.signer == public_hex(moving.own_key())
    with tarfile.open(bundle) as tar:
        assert school_a.schema.encode() not in b"".join(tar.extractfile(entry).read() for entry in tar)


def test_under_another_name(bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask) -> None:
    forget_school(school_a, ask)
    school = bring_in(operator, bundle, slug="mektep-1")
    assert (school.slug, directory.school_at("mektep-1.localhost")) == ("mektep-1", school)


def test_beside_the_living_school_for_comparison(bundle: Path, operator: Actor, school_a: SchoolRef) -> None:
    with in_school(school_a):
        Person.objects.filter(pk=1).update(family_name="Кийинки")
    copy = moving.restore_beside(by=operator, path=bundle, now=NOW)
    second = moving.restore_beside(by=operator, path=bundle, now=NOW)
    assert len({school_a.id, copy.id, second.id}) == len({school_a.slug, copy.slug, second.slug}) == 3
    assert copy.status == SchoolStatus.SUSPENDED
    with in_school(copy):
        assert Person.objects.get(pk=1).family_name != "Кийинки"
    with in_school(school_a):
        assert Person.objects.get(pk=1).family_name == "Кийинки"


def test_into_a_later_release(
    committed_db: None, releases: Releases, operator: Actor, school_a: SchoolRef, ask: Ask, tmp_path: Path
) -> None:
    with in_school(school_a):
        Event.objects.create(action="x", subject_type="x", actor_name="aida", door="task")
    path = tmp_path / "older.usul"
    moving.take_out(by=operator, school=school_a, path=path)
    people = ask(f'SELECT count(*) FROM "{school_a.schema}".people_person')
    forget_school(school_a, ask)
    releases.add(COLUMN.format(name="first"))
    releases.add(
        FILL,
        'AddIndexConcurrently("event", models.Index(fields=["door"], name="by_door"))',
        attributes="atomic = False",
    )
    school = bring_in(operator, path)
    assert ask(f'SELECT actor_name FROM "{school.schema}".audit_event WHERE action = %s', "x") == [("AIDA",)]
    assert ask(f'SELECT count(*) FROM "{school.schema}".people_person') == people
    with public_scope():
        assert SchoolSchema.objects.get(school_id=school.id).digest == blueprint.current().digest
        assert School.objects.get(pk=school.id).status == SchoolStatus.READY


def test_a_bundle_of_a_later_release_is_refused(
    committed_db: None, releases: Releases, operator: Actor, school_a: SchoolRef, ask: Ask, tmp_path: Path
) -> None:
    from tenants.fleet.run import migrate_fleet

    releases.add(COLUMN.format(name="first"))
    assert migrate_fleet().complete
    path = tmp_path / "newer.usul"
    moving.take_out(by=operator, school=school_a, path=path)
    forget_school(school_a, ask)
    releases.remove_last()
    before = world(ask)
    assert refused(operator, path) is errors.BUNDLE_NEWER
    assert world(ask) == before


def test_a_migration_that_fails_on_the_bundles_rows_leaves_nothing(
    bundle: Path, releases: Releases, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    releases.add('migrations.RunSQL("ALTER TABLE audit_event ADD CONSTRAINT none CHECK (id < 0)")')
    before = world(ask)
    assert refused(operator, bundle) is errors.BUNDLE_DIFFERENT
    assert world(ask) == before


# --- refused ---------------------------------------------------------------------------------------------------------------------------


def test_a_school_that_is_here_is_not_overwritten(bundle: Path, operator: Actor, ask: Ask) -> None:
    before = world(ask)
    assert refused(operator, bundle) is errors.BUNDLE_EXISTS
    assert world(ask) == before


def test_name_and_district_are_checked(bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask) -> None:
    forget_school(school_a, ask)
    before = world(ask)
    taken = refused(operator, bundle, lambda by, path: bring_in(by, path, slug="school-b"))
    assert taken is errors.SLUG_TAKEN
    unknown = refused(operator, bundle, lambda by, path: moving.bring_in(by=by, path=path, district="x", now=NOW))
    assert unknown is errors.DISTRICT_UNKNOWN
    assert refused(operator, bundle.with_name("none.usul")) is errors.BUNDLE_MISSING
    nobody = replace(operator, permissions=frozenset())
    assert refused(nobody, bundle).code == "core.not_permitted"
    assert world(ask) == before


def test_cut_off_anywhere_it_is_refused(bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask) -> None:
    forget_school(school_a, ask)
    before, whole = world(ask), bundle.read_bytes()
    end = whole.rstrip(b"\0")  # tar files end with empty blocks
    for length in (0, 1, 511, 512, 513, 2_000, len(end) // 3, len(end) // 2, len(end) - 1):
        bundle.write_bytes(whole[:length])
        assert refused(operator, bundle) in (errors.BUNDLE_UNREADABLE, errors.BUNDLE_FORGED, errors.BUNDLE_CHANGED), (
            length
        )
    assert world(ask) == before


def test_damaged_anywhere_it_is_refused_or_unharmed(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    trusted = moving.trusted_keys()
    before, whole, manifest = world(ask), bundle.read_bytes(), check_bundle(bundle, trusted=trusted)
    dice, noticed = random.Random(1), 0
    for _ in range(120):
        place = dice.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << dice.randrange(8)
        bundle.write_bytes(damaged)
        try:
            assert check_bundle(bundle, trusted=trusted) == manifest  # a bit of padding
        except ValueError:
            noticed += 1
    assert noticed > 60
    bundle.write_bytes(whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 + 1 :])
    assert world(ask) == before


def rewritten(
    path: Path,
    *,
    change: Callable[[dict[str, object]], None] = lambda _values: None,
    members: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]] = lambda found: found,
    key: Ed25519PrivateKey | None = None,
    sign: bool = True,
) -> None:
    """The bundle as somebody else could have made it."""
    with tarfile.open(path) as tar:
        found = [(entry.name, tar.extractfile(entry).read()) for entry in tar]
    values = json.loads(found[0][1])
    key = key or moving.own_key()
    if sign:
        values["signer"] = public_hex(key)
    change(values)
    raw = json.dumps(values, ensure_ascii=False).encode()
    signature = key.sign(raw) if sign else found[1][1]
    with tarfile.open(path, "w") as tar:
        for name, content in [("manifest.json", raw), ("signature", signature), *members(found[2:])]:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def test_another_installation_has_to_be_trusted_first(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    foreign = Ed25519PrivateKey.generate()
    rewritten(bundle, key=foreign)
    before = world(ask)
    assert refused(operator, bundle) is errors.BUNDLE_FOREIGN
    assert world(ask) == before
    for unusable in ("", "xy", "00", public_hex(foreign)[:-2]):
        with pytest.raises(Fault, match="key_unusable"):
            moving.trust(by=operator, name="Ош", key=unusable)
    moving.trust(by=operator, name="Ош", key=f" {public_hex(foreign).upper()} ")
    with public_scope():
        assert TrustedInstallation.objects.get().name == "Ош"
    assert bring_in(operator, bundle).id == school_a.id


def lie_about(which: str, /, **values: object) -> Callable[[dict[str, object]], None]:
    def change(found: dict[str, object]) -> None:
        part = next(part for part in (*found["tables"], *found["files"]) if part["name"] == which)
        part.update(values)

    return change


def with_bomb(found: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    bomb = gzip.compress(b"\0" * 200_000_000)
    return [(name, bomb if name == "tables/people_person.gz" else content) for name, content in found]


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"sign": False, "change": lambda values: values.update(slug="x")}, errors.BUNDLE_FORGED),
        ({"sign": False, "change": lambda values: values.update(signer="00" * 32)}, errors.BUNDLE_FORGED),
        ({"sign": False, "change": lambda values: values.update(signer="zz")}, errors.BUNDLE_FORGED),
        ({"change": lambda values: values.update(format=2)}, errors.BUNDLE_NEWER),
        ({"change": lambda values: values.pop("tables")}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values.update(applied=[["a"]])}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values["tables"][0].update(name='x"; DROP TABLE y')}, errors.BUNDLE_UNREADABLE),
        ({"change": lambda values: values["applied"].append(["people", "0099_future"])}, errors.BUNDLE_NEWER),
        ({"change": lambda values: values["applied"].append(["future", "0001_initial"])}, errors.BUNDLE_NEWER),
        ({"change": lie_about("people_person", rows=9)}, errors.BUNDLE_DIFFERENT),
        ({"change": lie_about("people_person", size=9)}, errors.BUNDLE_CHANGED),
        ({"change": lie_about("people_person", sha256="0" * 64)}, errors.BUNDLE_CHANGED),
        ({"change": lie_about("people_person", columns=["id"])}, errors.BUNDLE_DIFFERENT),
        ({"change": lie_about(FILE, name="../s_other/x")}, errors.BUNDLE_CHANGED),
        ({"change": lie_about(FILE, name="/etc/cron.d/x")}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: found[:-1]}, errors.BUNDLE_UNREADABLE),
        ({"members": lambda found: found[::-1]}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: [*found, ("files/extra.gz", b"x")]}, errors.BUNDLE_CHANGED),
        ({"members": lambda found: [(name, b"no gzip") for name, _content in found]}, errors.BUNDLE_UNREADABLE),
        ({"members": with_bomb}, errors.BUNDLE_CHANGED),
    ],
)
def test_lies_are_found_even_when_they_are_signed(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask, how: dict[str, object], kind: FaultKind
) -> None:
    forget_school(school_a, ask)
    rewritten(bundle, **how)
    before = world(ask)
    assert refused(operator, bundle) is kind
    assert world(ask) == before


def test_a_link_in_the_place_of_a_table_is_refused(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask
) -> None:
    forget_school(school_a, ask)
    with tarfile.open(bundle) as tar:
        found = [(entry, tar.extractfile(entry).read()) for entry in tar]
    with tarfile.open(bundle, "w") as tar:
        for number, (entry, content) in enumerate(found):
            if number == 2:
                entry.type, entry.linkname, entry.size = tarfile.SYMTYPE, "/etc/passwd", 0
            tar.addfile(entry, io.BytesIO(content))
    assert refused(operator, bundle) is errors.BUNDLE_CHANGED


# --- broken off --------------------------------------------------------------------------------------------------------------------


def test_an_export_that_breaks_off_leaves_no_file(
    committed_db: None, operator: Actor, school_a: SchoolRef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenants.portability import export

    path = tmp_path / "school.usul"
    path.write_text("yesterday's")
    monkeypatch.setattr(export, "_write_files", lambda *_values: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space left"):
        moving.take_out(by=operator, school=school_a, path=path)
    assert [file.name for file in tmp_path.iterdir()] == ["school.usul"]
    assert path.read_text() == "yesterday's"


def test_an_export_sees_one_moment(
    committed_db: None, operator: Actor, school_a: SchoolRef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    from tenants.portability import export

    write, first = export._write_table, []

    def slowly(cursor: object, table: object, folder: Path) -> object:
        if not first:
            first.append(table)
            thread = threading.Thread(target=lambda: ask(f'DELETE FROM "{school_a.schema}".audit_event'))
            thread.start()
            thread.join()
        return write(cursor, table, folder)

    before = ask(f'SELECT count(*) FROM "{school_a.schema}".audit_event')[0][0]
    monkeypatch.setattr(export, "_write_table", slowly)
    manifest: Manifest = moving.take_out(by=operator, school=school_a, path=tmp_path / "x.usul")
    assert before > 0
    assert {part.name: part.rows for part in manifest.tables}["audit_event"] == before
    assert ask(f'SELECT count(*) FROM "{school_a.schema}".audit_event') == [(0,)]


IMPORT = """
import django, sys
django.setup()
from datetime import datetime, UTC
from pathlib import Path
from usul.actors import system_actor
from usul.control.domain import moving
now = datetime(2026, 11, 20, 12, tzinfo=UTC)
print("go", flush=True)
moving.bring_in(by=system_actor("x", on=now.date()), path=Path(sys.argv[1]), district="sverdlov", now=now)
"""


@pytest.mark.parametrize("moment", [0.03, 0.1, 0.2, 0.35])
def test_a_killed_import_is_made_good_by_the_next(
    bundle: Path, operator: Actor, school_a: SchoolRef, ask: Ask, moment: float
) -> None:
    before = catalog_of(school_a.schema)
    forget_school(school_a, ask)
    environment = {
        **os.environ,
        "DATABASE_URL": settings.OWNER_URL,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "usul.settings.test",
    }
    process = subprocess.Popen([sys.executable, "-c", IMPORT, str(bundle)], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 10
    while (
        ask("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")[0][
            0
        ]
        > 3
    ):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    directory.forget()
    found = directory.school(school_a.id)
    if found is None or found.status != SchoolStatus.READY:
        bring_in(operator, bundle)
    assert catalog_of(school_a.schema) == before
    with public_scope():
        assert SchoolHost.objects.filter(tenant_id=school_a.id).count() == 1
