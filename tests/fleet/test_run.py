"""Moving a fleet to the next release: whole, again, over failures, locks, kills and restarts."""

import os
import signal
import subprocess
import sys
import threading
import time

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connections

from apps.audit.models import Event
from tenants.context import in_school, public_scope
from tenants.enums import StepState
from tenants.fleet.replay import Limits
from tenants.fleet.run import Course, FleetBusyError, migrate_fleet
from tenants.models import SchoolMigration, SchoolSchema
from tenants.owner import only_owner
from tenants.provisioning import compilation
from tenants.scope import SchoolRef
from tests.fleet.conftest import Ask, Fleet
from tests.fleet.releases import COLUMN, FILL, INDEX, Releases
from tests.fleet.test_blueprint import catalog_of

QUICK = Course(workers=2, patience=0.5, limits=Limits(lock_ms=100))
REFUSE = "migrations.RunPython(refuse_unlucky)"


def columns(ask: Ask, school: SchoolRef) -> set[str]:
    return {
        row[0]
        for row in ask(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
            f'"{school.schema}".audit_event',
        )
    }


def ledger() -> dict[str, list[tuple[str, str, int]]]:
    """By slug: (migration, state, attempts)."""
    with public_scope():
        rows = SchoolMigration.objects.order_by("school__slug", "name").values_list(
            "school__slug", "name", "state", "attempts"
        )
        found: dict[str, list[tuple[str, str, int]]] = {}
        for slug, *entry in rows:
            found.setdefault(slug, []).append(tuple(entry))
        return found


def digests() -> set[str]:
    with public_scope():
        return set(SchoolSchema.objects.values_list("digest", flat=True))


def add_event(school: SchoolRef, name: str) -> None:
    with in_school(school):
        Event.objects.create(action="x", subject_type="x", actor_name=name, door="task")


def names(ask: Ask, school: SchoolRef) -> list[str]:
    return [
        row[0]
        for row in ask(f'SELECT actor_name FROM "{school.schema}".audit_event WHERE action = %s ORDER BY id', "x")
    ]


def test_every_school_is_brought_to_the_release(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(4)
    for school in schools:
        add_event(school, school.slug)
    one = releases.add(COLUMN.format(name="first"), INDEX)
    two = releases.add(FILL, COLUMN.format(name="second"))
    said: list[str] = []
    report = migrate_fleet(course=QUICK, tell=said.append)
    assert (report.complete, report.schools, report.done, report.uncompiled) == (True, 4, 4, ())
    assert digests() == {compilation.current().digest}
    for school in schools:
        assert {"first", "second"} <= columns(ask, school)
        assert names(ask, school) == [school.slug.upper()]
        assert ledger()[school.slug] == [(one, "done", 1), (two, "done", 1)]
        assert catalog_of(school.schema, rows=False) == catalog_of(schools[0].schema, rows=False)
        assert ask(f'SELECT count(*) FROM "{school.schema}".django_migrations WHERE app = %s', "audit") == [
            (len(releases.names),)
        ]
    assert any(f"{'█' * 20} 4 of 4 schools" in text and "s left" in text for text in said)
    with public_scope():
        looked = SchoolMigration.objects.exclude(fingerprint="").values_list("fingerprint", flat=True)
        assert set(looked) == {compilation.current().fingerprint}


def test_a_fleet_that_is_there_asks_one_question(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    fleet(3)
    releases.add(COLUMN.format(name="first"))
    assert migrate_fleet(course=QUICK).schools == 3
    before = ledger()
    again = migrate_fleet(course=QUICK)
    assert (again.complete, again.schools) == (True, 0)
    assert ledger() == before


def test_the_rehearsal_catches_a_broken_migration_before_any_school(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(3)
    releases.add(COLUMN.format(name="first"))
    releases.add('migrations.RunSQL("ALTER TABLE nothing ADD COLUMN x int")')
    with pytest.raises(Exception, match='relation "nothing" does not exist'):
        migrate_fleet(course=QUICK)
    assert all("first" not in columns(ask, school) for school in schools)
    assert ledger() == {}
    assert ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'scratch%%'") == [(0,)]


def test_a_school_whose_rows_break_the_migration_fails_alone(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(6)
    canary = canaries_of(schools, releases)
    unlucky = next(school for school in schools if school not in canary)
    add_event(unlucky, "unlucky")
    report = migrate_fleet(course=QUICK)
    assert not report.complete
    assert report.done == 5
    assert report.failed == {unlucky.slug: "ValueError: an unlucky row"}
    assert "first" not in columns(ask, unlucky)
    assert [state for _name, state, _attempts in ledger()[unlucky.slug]] == ["failed"]
    ask(f'UPDATE "{unlucky.schema}".audit_event SET actor_name = %s', "mended")
    report = migrate_fleet(course=QUICK)
    assert (report.complete, report.schools, report.done) == (True, 1, 1)
    assert ledger()[unlucky.slug] == [(releases.names[-1], "done", 2)]
    assert digests() == {compilation.current().digest}


def canaries_of(schools: list[SchoolRef], releases: Releases) -> list[SchoolRef]:
    """Add the release that refuses unlucky rows; the schools that will go first in it."""
    import random

    releases.add(COLUMN.format(name="first"), REFUSE)
    lot = random.Random(compilation.current().digest)
    return lot.sample(schools, 1)


def test_failed_canaries_stop_the_run(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(6)
    (canary,) = canaries_of(schools, releases)
    add_event(canary, "unlucky")
    report = migrate_fleet(course=QUICK)
    assert report.stopped == "1 of 1 schools failed in canaries"
    assert (report.done, set(report.failed)) == (0, {canary.slug})
    assert all("first" not in columns(ask, school) for school in schools)


def test_too_many_failures_in_a_wave_stop_the_run(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(9)
    (canary,) = canaries_of(schools, releases)
    for school in schools:
        if school != canary:
            add_event(school, "unlucky")
    report = migrate_fleet(course=Course(workers=1, waves=(1.0,)))
    assert report.stopped == "2 of 8 schools failed in wave 1"
    assert report.done == 1
    assert sum("first" in columns(ask, school) for school in schools) == 1


def test_a_locked_school_holds_nobody_else_and_follows_later(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(5)
    releases.add(COLUMN.format(name="first"))
    busy = schools[2]
    order: list[str] = []
    holder = psycopg2.connect(settings.OWNER_URL)
    with holder.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{busy.schema}".audit_event')
    report = migrate_fleet(course=QUICK, tell=order.append)
    assert report.done == 4
    assert list(report.locked) == [busy.slug]
    assert "lock timeout" in report.locked[busy.slug]
    assert [state for _name, state, _tries in ledger()[busy.slug]] == [StepState.LOCKED]
    threading.Timer(0.6, holder.close).start()
    report = migrate_fleet(course=Course(workers=2, patience=20, limits=Limits(lock_ms=100)))
    assert (report.complete, report.done) == (True, 1)
    assert ledger()[busy.slug][0][1:] > ("done", 1)


def test_two_runs_at_once_are_one(fleet: Fleet, releases: Releases) -> None:
    fleet(2)
    releases.add(COLUMN.format(name="first"))
    from tenants.fleet.run import LOCK

    with only_owner(LOCK) as alone:
        assert alone
        with pytest.raises(FleetBusyError, match="usul fleet status"):
            migrate_fleet(course=QUICK)
    assert migrate_fleet(course=QUICK).complete


def test_what_cannot_run_in_a_transaction_is_left_to_django_and_said(
    fleet: Fleet, releases: Releases, ask: Ask
) -> None:
    schools = fleet(3)
    name = releases.add(
        'AddIndexConcurrently("event", models.Index(fields=["door"], name="by_door"))', attributes="atomic = False"
    )
    releases.add(COLUMN.format(name="after"))
    said: list[str] = []
    report = migrate_fleet(course=QUICK, tell=said.append)
    assert (report.complete, report.uncompiled) == (True, (("audit", name),))
    assert any(f"audit.{name} cannot be compiled" in text for text in said)
    for school in schools:
        assert ask("SELECT to_regclass(%s) IS NOT NULL", f'"{school.schema}".by_door') == [(True,)]
        assert "after" in columns(ask, school)
    with public_scope():
        assert set(SchoolMigration.objects.values_list("name", "compiled")) == {
            (name, False),
            (releases.names[-1], True),
        }
    build = catalog_of(schools[0].schema, rows=False)
    assert any("by_door" in line for line in build)


def test_a_computed_default_is_computed_in_every_school(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(3)
    for school in schools:
        add_event(school, "Aida")
    releases.add('migrations.AddField("event", "key", models.UUIDField(default=uuid.uuid4))')
    assert migrate_fleet(course=QUICK).complete
    keys = {ask(f'SELECT key FROM "{school.schema}".audit_event')[0][0] for school in schools}
    assert len(keys) == 3


def test_a_squashed_migration_is_taken_as_its_parts(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(2)
    first = releases.add(COLUMN.format(name="first"))
    second = releases.add(INDEX)
    assert migrate_fleet(course=QUICK).complete
    releases.names = releases.names[:-2]
    squashed = releases.add(
        COLUMN.format(name="first"), INDEX, attributes=f'replaces = [("audit", "{first}"), ("audit", "{second}")]'
    )
    report = migrate_fleet(course=QUICK)
    assert report.complete
    assert digests() == {compilation.current().digest}
    rows = ask(f'SELECT name FROM "{schools[0].schema}".django_migrations WHERE app = %s ORDER BY name', "audit")
    assert {(first,), (second,), (squashed,)} <= set(rows)
    assert migrate_fleet(course=QUICK).schools == 0


def test_the_command_of_django_tenants_takes_it_as_an_executor(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(3)
    releases.add(COLUMN.format(name="first"))
    call_command("migrate_schemas", executor="fleet", schema_name=schools[0].schema, verbosity=0)
    assert ["first" in columns(ask, school) for school in schools] == [True, False, False]
    call_command("migrate_schemas", executor="fleet", tenant=True, verbosity=0)
    assert all("first" in columns(ask, school) for school in schools)
    releases.add(COLUMN.format(name="second"), REFUSE)
    add_event(schools[1], "unlucky")
    with pytest.raises(CommandError, match="an unlucky row"):
        call_command("migrate_schemas", executor="fleet", schema_name=schools[1].schema, verbosity=0)


def test_drift_is_noticed(fleet: Fleet, releases: Releases, ask: Ask) -> None:
    schools = fleet(2)
    ask(f'ALTER TABLE "{schools[0].schema}".people_person ADD COLUMN by_hand int')
    releases.add(COLUMN.format(name="first"))
    report = migrate_fleet(course=Course(workers=1, canary_share=1.0, looked_at=9, stop_canaries=9))
    assert set(report.failed) == {schools[0].slug}
    assert "differs from the blueprint" in report.failed[schools[0].slug]


# --- killed, restarted ------------------------------------------------------------------------------------------------------

RUN = """
import django, os
django.setup()
from django.conf import settings
settings.MIGRATION_MODULES = {"audit": os.environ["RELEASE"]}
from tenants.fleet.run import Course, migrate_fleet
report = migrate_fleet(course=Course(workers=2, waves=(0.3, 1.0)), tell=lambda text: print(text, flush=True))
raise SystemExit(0 if report.complete else 1)
"""


def start_run(releases: Releases) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": settings.OWNER_URL,
        "PYTHONPATH": os.pathsep.join([str(releases.folder.parent), *sys.path]),
        "RELEASE": releases.module,
        "DJANGO_SETTINGS_MODULE": "usul.settings.test",
    }
    return subprocess.Popen([sys.executable, "-c", RUN], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("schools_done", [1, 4, 7])
def test_a_killed_run_is_taken_up_where_it_was(fleet: Fleet, releases: Releases, ask: Ask, schools_done: int) -> None:
    schools = fleet(10)
    for school in schools:
        add_event(school, "Aida")
    releases.add(COLUMN.format(name="first"), FILL)
    releases.add(INDEX)
    releases.add("migrations.RunSQL(\"UPDATE audit_event SET actor_name = actor_name || '+'\")")
    run = start_run(releases)
    assert run.stdout is not None
    for line in run.stdout:
        if f" {schools_done} of 10 schools" in line:
            break
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    deadline = time.monotonic() + 20
    while True:  # the server notices the broken connections a moment later
        try:
            report = migrate_fleet(course=Course(workers=2))
            break
        except FleetBusyError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert report.complete
    assert report.schools <= 10 - schools_done + 1
    assert {tuple(names(ask, school)) for school in schools} == {("AIDA+",)}
    expected = catalog_of(schools[0].schema, rows=False)
    assert all(catalog_of(school.schema, rows=False) == expected for school in schools)
    assert digests() == {compilation.current().digest}
    assert {len(rows) for rows in ledger().values()} == {3}


def test_a_restart_of_the_server_in_the_middle_of_a_wave_is_waited_for(
    fleet: Fleet, releases: Releases, ask: Ask, own_database: str
) -> None:
    schools = fleet(8)
    for school in schools:
        add_event(school, "Aida")
    releases.add(
        FILL, "migrations.RunSQL(\"SELECT pg_sleep(0.05); UPDATE audit_event SET actor_name = actor_name || '+'\")"
    )
    restarted = threading.Event()

    def restart(text: str) -> None:
        """What clients see of a restart: every connection is cut and for a while no new one is accepted."""
        if " 3 of 8 schools" not in text or restarted.is_set():
            return
        restarted.set()
        with psycopg2.connect(settings.OWNER_URL.replace(f"/{own_database}", "/postgres")) as admin:
            admin.autocommit = True
            with admin.cursor() as cursor:
                cursor.execute(f'ALTER DATABASE "{own_database}" ALLOW_CONNECTIONS false')
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (own_database,)
                )
        admin.close()
        threading.Timer(0.5, accept_again).start()

    def accept_again() -> None:
        with psycopg2.connect(settings.OWNER_URL.replace(f"/{own_database}", "/postgres")) as admin:
            admin.autocommit = True
            with admin.cursor() as cursor:
                cursor.execute(f'ALTER DATABASE "{own_database}" ALLOW_CONNECTIONS true')
        admin.close()

    report = migrate_fleet(course=Course(workers=2, patience=30), tell=restart)
    connections.close_all()
    assert restarted.is_set()
    assert (report.complete, report.done) == (True, 8)
    assert {tuple(names(ask, school)) for school in schools} == {("AIDA+",)}
