"""One school as a signed file: out, in again, elsewhere, later, beside the living one; and what a break leaves."""

import os
import signal
import subprocess
import sys
import tarfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage

from apps.audit.models import Event
from apps.core.actor import Actor
from apps.district.models import DirtyMark
from apps.people.models import Person
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School, SchoolHost, SchoolSchema
from tenants.portability import Manifest, check_bundle
from tenants.portability.manifest import public_hex
from tenants.provisioning import compilation
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests.control.bundles import bring_in, forget_school, refused, world
from tests.control.conftest import FILE, NOW, PAPER, Ask
from tests.fleet.releases import COLUMN, FILL, Releases
from tests.fleet.test_blueprint import catalog_of
from usul.control import errors
from usul.control.domain import moving
from usul.control.models import Deed

pytestmark = pytest.mark.xdist_group("files")  # schools go and come back, and their roles are the server's


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
        assert Person.objects.create(family_name="Жаңы", given_name="Киши").id > newest
        assert Event.objects.get(action="x").actor_name == "tab\there; back\\slash\nнов ө"
    with public_scope():
        assert list(Deed.objects.filter(school_id=school.id).values_list("action", flat=True)) == [
            "school.exported",
            "school.imported",
        ]
        assert DirtyMark.objects.filter(schema_name=school.schema).exists()  # the district will hear of it


def test_the_manifest_says_what_is_inside(bundle: Path, school_a: SchoolRef) -> None:
    manifest = check_bundle(bundle, trusted=moving.trusted_keys())
    assert manifest.digest == compilation.current().digest
    assert manifest.fingerprint == compilation.current().fingerprint
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
        assert SchoolSchema.objects.get(school_id=school.id).digest == compilation.current().digest
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


@pytest.mark.parametrize("moment", [0.1, 0.3])
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
