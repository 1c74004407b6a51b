"""A school made from the blueprint is the school that the real migrations make."""

import threading
import uuid

import pytest
from django.db import connections, transaction

from apps.audit.models import Event
from tenants.context import in_school, public_scope
from tenants.fleet.run import migrate_fleet
from tenants.models import Blueprint, District, School, SchoolSchema
from tenants.owner import cursor_of, owner
from tenants.provisioning import (
    HalfMadeError,
    build_by_migrations,
    build_schema,
    compilation,
    drop_schema,
)
from tenants.provisioning.fingerprint import lines_of
from tenants.scope import SchoolRef
from tests import cast
from tests.fleet.conftest import Ask
from tests.fleet.releases import COLUMN, FILL, INDEX, Releases

SEED = (
    'migrations.RunSQL("INSERT INTO audit_event (at, action, subject_type, actor_name, actor_roles, door, data) '
    "VALUES ('2026-01-01', 'seed', 'x', 'seeded', '[]', 'task', '{}')\")"
)
SIDE = (
    'migrations.CreateModel("Side", [("id", models.BigAutoField(primary_key=True)), '
    '("event", models.ForeignKey("audit.event", models.CASCADE)), ("code", models.SlugField(unique=True))], '
    'options={"constraints": [models.CheckConstraint(condition=models.Q(code__gt=""), name="side_code")]})'
)


def catalog_of(schema: str, *, rows: bool = True) -> list[str]:
    with owner() as connection, transaction.atomic("owner"), cursor_of(connection) as cursor:
        return lines_of(cursor, schema, rows=rows)


def requested(slug: str) -> SchoolRef:
    with public_scope():
        return cast.school(uuid.uuid4(), slug, District.objects.get(), 9).ref


def test_blueprint_and_migrations_make_the_same_school(committed_db: None) -> None:
    fresh, reference = requested("fresh"), requested("reference")
    build_schema(fresh)
    build_by_migrations(reference)
    expected = catalog_of(reference.schema)
    assert len(expected) > 500
    assert catalog_of(fresh.schema) == expected
    with public_scope():
        states = SchoolSchema.objects.in_bulk([fresh.id, reference.id])
        kept = Blueprint.objects.get()
    assert states[fresh.id].digest == states[reference.id].digest == kept.digest
    assert states[reference.id].fingerprint == kept.fingerprint


def test_upgraded_from_every_earlier_release_it_is_the_same_school_too(releases: Releases, ask: Ask) -> None:
    schools = []
    for number, operations in enumerate(
        (
            (COLUMN.format(name="first"), INDEX),
            (
                FILL,
                SEED,
            ),
            (
                'migrations.RenameField("event", "first", "renamed")',
                'migrations.AlterField("event", "renamed", models.CharField(max_length=40, default="ө", db_comment="Ар кандай"))',
            ),
            (
                SIDE,
                'migrations.AddField("event", "key", models.UUIDField(default=uuid.uuid4))',
            ),
            ('migrations.RemoveField("event", "renamed")', 'migrations.RemoveIndex("event", "event_actor")'),
        )
    ):
        schools.append(requested(f"from-{number}"))
        build_schema(schools[-1])
        releases.add(*operations)
    report = migrate_fleet()
    assert report.complete
    fresh, reference = requested("fresh"), requested("reference")
    build_schema(fresh)
    build_by_migrations(reference)
    expected = catalog_of(reference.schema, rows=False)
    for school in (*schools, fresh):
        assert catalog_of(school.schema, rows=False) == expected, school.slug
        assert ask(f'SELECT actor_name FROM "{school.schema}".audit_event') == [("seeded",)]
    with_rows = [line for line in catalog_of(fresh.schema) if "audit_event" not in line]
    assert with_rows == [line for line in catalog_of(reference.schema) if "audit_event" not in line]


def test_ids_go_on_after_the_rows_a_migration_left(releases: Releases) -> None:
    releases.add(
        'migrations.RunSQL("INSERT INTO audit_event (at, action, subject_type, actor_name, actor_roles, door, data) '
        "SELECT '2026-01-01', 'seed', 'it''s; %% \\\\\\\\', n::text, '[]', 'task', '{}' FROM generate_series(1, 3) n\")"
    )
    school = requested("seeded")
    build_schema(school)
    with in_school(school):
        assert [event.actor_name for event in Event.objects.order_by("id")] == ["1", "2", "3"]
        assert Event.objects.first().subject_type.startswith("it's; %")
        assert Event.objects.create(action="x", subject_type="x", actor_name="4", door="task").id == 4
    releases.add(COLUMN.format(name="first"))  # compiled upon the blueprint before, whose sequences have not moved yet
    later = requested("later")
    build_schema(later)
    with in_school(later):
        assert Event.objects.create(action="x", subject_type="x", actor_name="4", door="task").id == 4


# --- stale blueprints -----------------------------------------------------------------------------------------------------


def test_a_blueprint_is_compiled_once(committed_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compilation.current()
    monkeypatch.setattr(compilation, "compile_release", lambda _source: pytest.fail("compiled again"))
    assert compilation.current() == first


def test_a_changed_migration_makes_the_blueprint_stale(releases: Releases) -> None:
    name = releases.add(COLUMN.format(name="first"))
    before = compilation.current()
    path = releases.folder / f"{name}.py"
    path.write_text(path.read_text().replace("max_length=20", "max_length=21"))
    releases.changed()
    after = compilation.current()
    assert after.digest == before.digest
    assert after.source != before.source
    assert any("character varying(21)" in statement for statement in after.ddl)


def test_a_damaged_blueprint_is_never_used(committed_db: None, ask: Ask) -> None:
    whole = compilation.current()
    ask("UPDATE public.tenants_blueprint SET body = replace(body, 'audit_event', 'audit_evil')")
    assert compilation.current() == whole
    assert ask("SELECT count(*) FROM public.tenants_blueprint WHERE body LIKE '%%audit_evil%%'") == [(0,)]


def test_a_failing_migration_leaves_no_blueprint_and_no_scratch_schema(releases: Releases, ask: Ask) -> None:
    releases.add('migrations.RunSQL("SELECT 1 / 0")')
    with pytest.raises(Exception, match="division by zero"):
        build_schema(requested("unlucky"))
    assert ask("SELECT count(*) FROM pg_namespace WHERE nspname = %s", compilation.SCRATCH) == [(0,)]
    with public_scope():
        assert not SchoolSchema.objects.filter(school__slug="unlucky").exists()
        schema = School.objects.get(slug="unlucky").schema_name
    assert ask("SELECT to_regnamespace(%s)", schema) == [(None,)]
    releases.remove_last()
    with public_scope():
        ref = School.objects.get(slug="unlucky").ref
    build_schema(ref)
    assert ask("SELECT to_regnamespace(%s) IS NOT NULL", schema) == [(True,)]


def test_what_a_killed_compilation_left_is_removed(committed_db: None, ask: Ask) -> None:
    ask("DELETE FROM public.tenants_blueprint")
    ask(f"CREATE SCHEMA {compilation.SCRATCH}")
    ask(f"CREATE TABLE {compilation.SCRATCH}.left_over (id int)")
    assert not any("left_over" in statement for statement in compilation.current().ddl)


@pytest.mark.timeout(300)  # compiles the release twice, once of it from zero
def test_only_what_is_new_is_run_on_the_scratch_schema(
    releases: Releases, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    real = compilation.run_and_compile

    def counted(connection: object, migration: object, state: object) -> object:
        ran.append(migration.name)
        return real(connection, migration, state)

    monkeypatch.setattr(compilation, "run_and_compile", counted)
    name = releases.add(COLUMN.format(name="first"))
    grown = compilation.current()
    assert ran == [name]
    ask("DELETE FROM public.tenants_blueprint")
    from_zero = compilation.current()
    assert len(ran) > 20
    assert (from_zero.source, from_zero.digest, from_zero.fingerprint) == (
        grown.source,
        grown.digest,
        grown.fingerprint,
    )
    assert (from_zero.migrations, sorted(from_zero.ddl)) == (grown.migrations, sorted(grown.ddl))


def test_a_blueprint_that_no_longer_makes_what_it_made_is_not_built_upon(releases: Releases, ask: Ask) -> None:
    releases.add(COLUMN.format(name="first"))
    ask("UPDATE public.tenants_blueprint SET fingerprint = 'of something else'")
    assert compilation.current().fingerprint != "of something else"
    fresh = requested("fresh")
    build_schema(fresh)
    reference = requested("reference")
    build_by_migrations(reference)
    assert catalog_of(fresh.schema) == catalog_of(reference.schema)


# --- several at once, again, over something else ---------------------------------------------------------------------------


def test_eight_at_once_and_each_twice(committed_db: None, ask: Ask) -> None:
    schools = [requested(f"at-once-{number}") for number in range(8)]
    errors: list[BaseException] = []

    def build(school: SchoolRef) -> None:
        try:
            build_schema(school)
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=build, args=(school,)) for school in schools * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    expected = catalog_of(schools[0].schema)
    assert all(catalog_of(school.schema) == expected for school in schools)
    with public_scope():
        assert SchoolSchema.objects.filter(school__slug__startswith="at-once").count() == 8


def test_a_school_that_is_there_is_left_alone(committed_db: None, school_a: SchoolRef) -> None:
    with in_school(school_a):
        before = Event.objects.count()
        assert before > 0
    build_schema(school_a)
    with in_school(school_a):
        assert Event.objects.count() == before


def test_a_schema_made_by_migrations_is_taken_into_the_books(committed_db: None, school_a: SchoolRef, ask: Ask) -> None:
    digest = ask("SELECT digest FROM public.tenants_schoolschema WHERE school_id = %s", str(school_a.id))
    ask("DELETE FROM public.tenants_schoolschema WHERE school_id = %s", str(school_a.id))
    build_schema(school_a)
    assert ask("SELECT digest FROM public.tenants_schoolschema WHERE school_id = %s", str(school_a.id)) == digest


def test_a_foreign_schema_of_that_name_is_not_touched(committed_db: None, ask: Ask) -> None:
    school = requested("taken")
    ask(f'CREATE SCHEMA "{school.schema}"')
    ask(f'CREATE TABLE "{school.schema}".precious AS SELECT 1 AS one')
    with pytest.raises(HalfMadeError, match="look at it"):
        build_schema(school)
    assert ask(f'SELECT one FROM "{school.schema}".precious') == [(1,)]


def test_an_empty_schema_is_filled(committed_db: None, ask: Ask, school_a: SchoolRef) -> None:
    school = requested("empty")
    ask(f'CREATE SCHEMA "{school.schema}"')
    build_schema(school)
    assert catalog_of(school.schema, rows=False) == catalog_of(school_a.schema, rows=False)


def test_dropping_takes_small_bites_and_everything(
    committed_db: None, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenants.provisioning import drop

    school = requested("short-lived")
    build_schema(school)
    monkeypatch.setattr(drop, "_lock_table", lambda _cursor: 1_500)
    done = drop_schema(school)
    assert done.batches > 2
    assert done.most_locks <= done.lock_table / 5
    assert ask("SELECT to_regnamespace(%s), to_regrole(%s)", school.schema, school.schema) == [(None, None)]
    assert drop_schema(school).batches == 1


def test_a_role_that_another_database_uses_stays(committed_db: None, school_a: SchoolRef, ask: Ask) -> None:
    drop_schema(school_a)  # the database this one was copied from has the same school
    gone, role = ask("SELECT to_regnamespace(%s), to_regrole(%s)::text", school_a.schema, school_a.schema)[0]
    assert (gone, role) == (None, school_a.schema)
    build_schema(school_a)
    with in_school(school_a):
        assert Event.objects.count() == 0
