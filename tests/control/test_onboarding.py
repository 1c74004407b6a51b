"""Setting schools up: as a job, whatever happens in between."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.db import connections

from apps.audit.models import Event
from apps.core.actor import Actor
from apps.core.errors import Fault, FaultKind
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.models import School, SchoolHost
from tenants.provisioning import compilation
from tenants.routing import directory
from tests import cast
from tests.control.conftest import NOW, Ask, onboarded, requested, wanted
from tests.fleet.releases import Releases
from tests.fleet.test_blueprint import catalog_of
from usul.control import errors
from usul.control.domain import jobs
from usul.control.domain.run import run
from usul.control.domain.schools import request_school
from usul.control.enums import JobState
from usul.control.models import Deed, Job


def state_of(job: Job) -> tuple[str, str, str]:
    with public_scope():
        found = Job.objects.select_related("school").get(pk=job.pk)
        return found.state, found.school.status, found.error_code


def refused(by: Actor, **values: object) -> Fault:
    with pytest.raises(Fault) as caught, public_scope():
        request_school(by=by, school=wanted(**values), now=NOW)
    return caught.value


# --- the way it goes -----------------------------------------------------------------------------------------------------


def test_a_request_makes_nothing_and_the_job_makes_everything(committed_db: None, operator: Actor, ask: Ask) -> None:
    job = requested(operator, hosts=("mektep3.kg",))
    assert state_of(job) == (JobState.QUEUED, SchoolStatus.REQUESTED, "")
    schema = ask("SELECT schema_name FROM public.tenants_school WHERE slug = 'school-c'")[0][0]
    assert ask("SELECT to_regnamespace(%s), to_regrole(%s)", schema, schema) == [(None, None)]
    run(job.pk, now=NOW)
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")
    school = directory.school_at("mektep3.kg")
    assert school == directory.school_at("school-c.localhost")
    with in_school(school):
        assert Event.objects.count() == 0
    with public_scope():
        assert [deed.action for deed in Deed.objects.all()] == ["school.requested"]
        assert SchoolHost.objects.get(tenant_id=school.id, is_primary=True).domain == "school-c.localhost"


def test_the_job_runs_once_however_often_it_is_sent(committed_db: None, operator: Actor) -> None:
    job = requested(operator)
    done = [run(job.pk, now=NOW) for _ in range(3)]
    assert [one is not None for one in done] == [True, False, False]
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")


def test_two_workers_with_the_same_job_make_one_school(committed_db: None, operator: Actor) -> None:
    job = requested(operator)
    results: list[object] = []

    def work(now: object) -> None:
        results.append(run(job.pk, now=now))
        connections.close_all()

    # the second believes the first to be dead
    threads = [threading.Thread(target=work, args=(NOW + jobs.LEASE * 2 * number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")
    assert len(results) == 2


def test_a_lost_message_and_a_lost_worker_are_noticed(committed_db: None, operator: Actor) -> None:
    job = requested(operator)
    assert jobs.unheard(now=NOW) == []
    assert jobs.unheard(now=NOW + jobs.UNHEARD * 2) == [job.pk]
    assert jobs.claim(job.pk, now=NOW) is not None
    assert jobs.unheard(now=NOW + jobs.UNHEARD * 2) == []
    assert jobs.claim(job.pk, now=NOW + timedelta(minutes=1)) is None
    assert jobs.unheard(now=NOW + jobs.LEASE * 2) == [job.pk]
    assert run(job.pk, now=NOW + jobs.LEASE * 2) is not None
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")


# --- names ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "kind", "offer"),
    [
        ("school-a", errors.SLUG_TAKEN, "school-a-2"),
        ("admin", errors.SLUG_RESERVED, "admin-mektep"),
        ("www", errors.SLUG_RESERVED, "www-mektep"),
        ("m" * 41, errors.SLUG_TOO_LONG, "m" * 40),
        ("33-бөкөнбаев", errors.SLUG_NOT_LATIN, "33-bokonbaev"),
        ("Мектеп-Ү", errors.SLUG_NOT_LATIN, "mektep-u"),
        ("School-C", errors.SLUG_UPPER_CASE, "school-c"),
        ("school_c", errors.SLUG_UNUSABLE, "school-c"),
        ("-mektep", errors.SLUG_UNUSABLE, "mektep"),
        ("school.c", errors.SLUG_UNUSABLE, "school-c"),
        ("", errors.SLUG_UNUSABLE, "mektep"),
        ("a\x00b", errors.SLUG_UNUSABLE, "a-b"),
        ("x';DROP TABLE", errors.SLUG_UPPER_CASE, "x-drop-table"),
    ],
)
def test_an_unusable_name_is_refused_with_one_that_would_do(
    db: None, operator: Actor, slug: str, kind: FaultKind, offer: str
) -> None:
    fault = refused(operator, slug=slug)
    assert (fault.kind, fault.field, fault.values["offer"]) == (kind, "slug", offer)
    assert all(offer in fault.message(language) for language in ("ky", "ru", "en"))
    with public_scope():
        assert School.objects.count() == 2
        request_school(by=operator, school=wanted(offer), now=NOW)


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("school-b.localhost", errors.HOST_UNUSABLE),
        ("localhost", errors.HOST_UNUSABLE),
        ("Mektep.kg", errors.HOST_UNUSABLE),
        ("https://mektep.kg", errors.HOST_UNUSABLE),
        ("mektep.kg:80", errors.HOST_UNUSABLE),
        ("мектеп.кг", errors.HOST_UNUSABLE),
        ("a" * 64 + ".kg", errors.HOST_UNUSABLE),
        ("taken.kg", errors.HOST_TAKEN),
        ("given-up.kg", errors.HOST_TAKEN),
    ],
)
def test_a_host_of_another_school_or_none_at_all_is_refused(
    db: None, operator: Actor, host: str, kind: FaultKind
) -> None:
    with public_scope():
        SchoolHost.objects.create(domain="taken.kg", tenant_id=cast.SCHOOL_B_ID, is_primary=False)
        School.objects.get(pk=cast.SCHOOL_B_ID).retired_hosts.create(domain="given-up.kg", redirects_until=NOW.date())
    assert refused(operator, hosts=(host,)).kind is kind
    with public_scope():
        assert School.objects.count() == 2


def test_name_and_district_are_needed(db: None, operator: Actor, school_a: object) -> None:
    assert refused(operator, name_ky="  ").kind is errors.NAME_MISSING
    assert refused(operator, district_id=cast.SCHOOL_A_ID).kind is errors.DISTRICT_UNKNOWN


def test_a_stranger_may_not_onboard(db: None, operator: Actor) -> None:
    assert refused(replace(operator, permissions=frozenset())).code == "core.not_permitted"


def test_two_requests_for_one_name_at_the_same_moment_make_one_school(committed_db: None, operator: Actor) -> None:
    start = threading.Barrier(2)
    outcomes: list[str] = []

    def ask_for_it() -> None:
        start.wait(timeout=10)
        try:
            requested(operator)
            outcomes.append("entered")
        except Fault as fault:
            outcomes.append(fault.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask_for_it) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["control.slug_taken", "entered"]
    with public_scope():
        assert Job.objects.count() == 1


# --- what can break -----------------------------------------------------------------------------------------------------------


def nothing_is_left(ask: Ask, slug: str = "school-c") -> bool:
    schema = ask("SELECT schema_name FROM public.tenants_school WHERE slug = %s", slug)[0][0]
    return ask(
        "SELECT to_regnamespace(%s), to_regrole(%s), (SELECT count(*) FROM public.tenants_schoolschema t "
        "JOIN public.tenants_school s ON s.id = t.school_id WHERE s.slug = %s)",
        schema,
        schema,
        slug,
    ) == [(None, None, 0)]


def test_a_release_with_a_failing_migration_sets_up_no_school_until_it_is_mended(
    releases: Releases, operator: Actor, ask: Ask
) -> None:
    broken = releases.add('migrations.RunSQL("SELECT 1 / 0")')
    job = requested(operator)
    run(job.pk, now=NOW)
    assert state_of(job) == (JobState.FAILED, SchoolStatus.FAILED, "control.migration_broken")
    assert nothing_is_left(ask)
    with public_scope():
        assert f"audit.{broken}" in Job.objects.get(pk=job.pk).error
    releases.remove_last()
    tried_again(operator, job)
    with pytest.raises(Fault) as caught:
        tried_again(operator, job)
    assert caught.value.kind is errors.JOB_NOT_FAILED


def tried_again(by: Actor, job: Job) -> None:
    """The operator's button, and the worker after it."""
    with public_scope():
        jobs.retry(by=by, job=job, now=NOW)
    run(job.pk, now=NOW)
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")


@pytest.fixture
def small_disk(committed_db: None, tmp_path: Path, ask: Ask) -> object:
    """A tablespace on a disk of a quarter megabyte, where this machine lets us have one."""
    place = Path(f"/tmp/usul-small-{os.getpid()}")
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        place.rmdir()
        pytest.skip("this account may not mount a small disk")
    name = f"small_{os.getpid()}"
    admin = psycopg2.connect(settings.OWNER_URL)
    admin.autocommit = True
    try:
        with admin.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            owner = Path(cursor.fetchone()[0]).stat()
            os.chown(place, owner.st_uid, owner.st_gid)
            cursor.execute(f"CREATE TABLESPACE {name} LOCATION '{place}'")
            cursor.execute(f"GRANT CREATE ON TABLESPACE {name} TO usul_owner")
            yield name
    finally:
        with admin.cursor() as cursor:
            cursor.execute(
                "SELECT format('DROP SCHEMA %I CASCADE', schema_name) FROM public.tenants_school WHERE slug = 'school-c'"
            )
            cursor.execute(cursor.fetchone()[0].replace("SCHEMA", "SCHEMA IF EXISTS"))
            cursor.execute(f"DROP TABLESPACE IF EXISTS {name}")
        admin.close()
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


def test_a_full_disk_leaves_nothing_half_made(
    small_disk: str, operator: Actor, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenants.provisioning import build

    plan = compilation.current()
    elsewhere = replace(plan, ddl=(f"SET LOCAL default_tablespace = {small_disk}", *plan.ddl))
    monkeypatch.setattr(build.compilation, "current", lambda: elsewhere)
    job = requested(operator)
    run(job.pk, now=NOW)
    assert state_of(job) == (JobState.FAILED, SchoolStatus.FAILED, "control.disk_full")
    assert nothing_is_left(ask)
    monkeypatch.undo()
    tried_again(operator, job)


def test_a_foreign_schema_of_the_same_name_is_named_and_left_alone(
    committed_db: None, operator: Actor, ask: Ask
) -> None:
    job = requested(operator)
    schema = ask("SELECT schema_name FROM public.tenants_school WHERE slug = 'school-c'")[0][0]
    ask(f'CREATE SCHEMA "{schema}"')
    ask(f'CREATE TABLE "{schema}".precious (id int)')
    run(job.pk, now=NOW)
    assert state_of(job) == (JobState.FAILED, SchoolStatus.FAILED, "control.schema_foreign")
    assert ask("SELECT to_regclass(%s) IS NOT NULL", f'"{schema}".precious') == [(True,)]


def test_a_database_that_goes_away_is_no_lasting_failure(committed_db: None, operator: Actor, ask: Ask) -> None:
    job = requested(operator)
    cut = psycopg2.connect(settings.OWNER_URL)
    cut.autocommit = True
    over = threading.Event()

    def cut_off() -> None:
        while not over.is_set():
            with cut.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() AND query LIKE '%CREATE TABLE%'"
                )
                if cursor.fetchall():
                    return

    thread = threading.Thread(target=cut_off)
    thread.start()
    run(job.pk, now=NOW)
    over.set()
    thread.join()
    cut.close()
    state, status, code = state_of(job)
    assert (state, status, code) in {
        (JobState.FAILED, SchoolStatus.FAILED, "control.database_gone"),
        (JobState.DONE, SchoolStatus.READY, ""),
    }
    if state == JobState.FAILED:
        assert nothing_is_left(ask)
        tried_again(operator, job)


ONBOARD = """
import django, sys, uuid
django.setup()
from datetime import datetime, UTC
from usul.control.domain.run import run
print("go", flush=True)
run(uuid.UUID(sys.argv[1]), now=datetime(2026, 11, 20, 12, tzinfo=UTC))
"""


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.15])
def test_a_killed_worker_leaves_nothing_half_made(committed_db: None, operator: Actor, ask: Ask, moment: float) -> None:
    reference = onboarded(operator, "reference")
    job = requested(operator)
    environment = {
        **os.environ,
        "DATABASE_URL": settings.OWNER_URL,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "usul.settings.test",
    }
    worker = subprocess.Popen([sys.executable, "-c", ONBOARD, str(job.pk)], env=environment, stdout=subprocess.PIPE)
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(moment)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    deadline = time.monotonic() + 10
    while (
        ask("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")[0][
            0
        ]
        > 3
    ):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    if state_of(job)[0] != JobState.DONE:
        schema = ask("SELECT schema_name FROM public.tenants_school WHERE slug = 'school-c'")[0][0]
        assert ask("SELECT to_regnamespace(%s)", schema) == [(None,)]
        run(job.pk, now=NOW + jobs.LEASE * 2)
    assert state_of(job) == (JobState.DONE, SchoolStatus.READY, "")
    directory.forget()
    assert catalog_of(directory.school(job.school_id).schema) == catalog_of(reference.schema)
