"""Behind a real pgbouncer in transaction mode: server connections go from hand to hand between transactions, and nothing goes with them."""

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections

from apps.district.models import DirtyMark
from apps.district.tasks import refresh_standing
from tenants.context import in_school, public_scope
from tenants.scope import SchoolRef
from tests import cast, doors, stage
from tests.platform.machine import ROOT, environment
from tests.platform.test_run import free_port, wait_for_ready
from tests.tenants import test_threads as threads
from tests.tenants.pooler import Pooler, instead_of_the_server, pooling
from tests.tenants.strands import PlannedError

pytestmark = [pytest.mark.pooler, pytest.mark.xdist_group("pooler")]
SIZE = 3
CALLS = 40
WEB = ("gunicorn", "-c", "python:usul.gunicorn_conf", "usul.wsgi:application")
WORKER = ("celery", "-A", "usul", "worker", "--pool", "solo", "--without-gossip", "--without-mingle")


@pytest.fixture
def pooler(committed_db: None) -> Iterator[Pooler]:
    with pooling(size=SIZE) as started:
        yield started


def test_it_hands_on_what_a_session_leaves_behind(pooler: Pooler, school_a: SchoolRef) -> None:
    """The danger is real here: a search path that one client sets for its session is found by others."""
    with closing(pooler.connect()) as one, closing(pooler.connect()) as other:
        for connected in (one, other):
            with connected.cursor() as cursor:
                cursor.execute("BEGIN; SELECT 1; COMMIT")
        with one.cursor() as cursor:
            cursor.execute(f'SET search_path = "{school_a.schema}"')
        found = set()
        for _ in range(SIZE * 4):
            with other.cursor() as cursor:
                cursor.execute("SHOW search_path")
                found.add(cursor.fetchone()[0])
        assert school_a.schema in found


def test_eight_threads_share_three_connections_and_nothing_else(
    pooler: Pooler, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with instead_of_the_server(pooler):
        way = threads.ours()
        threads.walk(way, [school_a, school_b, None])
        assert way.faults == []
        assert way.switches == threads.SWITCHES
    with closing(pooler.connect()) as direct, direct.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = %s", [pooler.database, pooler.user]
        )
        assert cursor.fetchone()[0] <= SIZE


def test_a_failed_unit_of_work_gives_a_clean_connection_back(
    pooler: Pooler, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    """An error in the work, a broken statement, a connection that the server ends: the next client sees nothing of it."""
    with instead_of_the_server(pooler):
        for number in range(SIZE * 4):
            with suppress(PlannedError), in_school(school_a), connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                if number % 3 == 0:
                    raise PlannedError
                with suppress(Exception):
                    cursor.execute(
                        "SELECT 1 / 0" if number % 3 == 1 else "SELECT pg_terminate_backend(pg_backend_pid())"
                    )
                raise PlannedError
            with closing(pooler.connect()) as other, other.cursor() as cursor:
                cursor.execute("SELECT current_user, current_setting('search_path')")
                user, path = cursor.fetchone()
                assert (user, school_a.schema in path) == (pooler.user, False)
            with in_school(school_b), connection.cursor() as cursor:
                cursor.execute("SELECT current_user, current_schema()")
                assert cursor.fetchone() == (school_b.schema, school_b.schema)


# --- the whole system -------------------------------------------------------------------------------------------------------


def test_web_and_worker_work_behind_it(
    pooler: Pooler, school_a: SchoolRef, school_b: SchoolRef, open_place: Path
) -> None:
    """Real web processes and a real worker whose only way to the database is the pooler."""
    keys = {
        cast.HOST_A: doors.token("bakyt", "school:read", school_id=school_a.id, days=300),
        cast.HOST_B: doors.token("daniyar", "school:read", school_id=school_b.id, days=300),
    }
    port = free_port()
    env = environment(
        open_place,
        USUL_PORT=str(port),
        USUL_SECRET_KEY=settings.SECRET_KEY,
        USUL_WEB_WORKERS="2",
        DATABASE_APP_URL=pooler.url,
        REDIS_URL=settings.REDIS_URL,
    )
    (open_place / "static").mkdir()
    with programs(env, WEB, WORKER) as said:
        assert wait_for_ready(port, seconds=60) == 200
        answers = _ask_at_once(port, keys)
        assert answers == Counter({(cast.HOST_A, 200, True, False): CALLS, (cast.HOST_B, 200, False, True): CALLS})
        for school in (school_a, school_b):
            with in_school(school):
                DirtyMark.objects.bulk_create([DirtyMark(schema_name=school.schema, year=stage.START_YEAR)])
            refresh_standing.for_school(school)
        deadline = time.monotonic() + 60
        while _marks() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert _marks() == 0
        assert "Traceback" not in said.read_text()


@contextmanager
def programs(env: dict[str, str], *commands: tuple[str, ...]) -> Iterator[Path]:
    """Run these modules beside the test; the file with everything they say."""
    said = Path(env["USUL_STATE_DIR"]) / "said"
    with said.open("wb") as out, ExitStack() as ending:
        for command in commands:
            started = subprocess.Popen(
                [sys.executable, "-m", *command], cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
            )
            ending.callback(started.wait, 20)
            ending.callback(started.terminate)
        yield said


def _marks() -> int:
    with public_scope(readonly=True):
        return DirtyMark.objects.count()


def _ask_at_once(port: int, keys: dict[str, str]) -> "Counter[tuple[str, int, bool, bool]]":
    """Call both schools from eight threads: host, status, whether a name of school A and of school B is in the answer."""
    found: Counter[tuple[str, int, bool, bool]] = Counter()
    lock = threading.Lock()

    def call(host: str) -> None:
        for _ in range(CALLS // 4):
            connected = HTTPConnection("127.0.0.1", port, timeout=30)
            connected.request("GET", "/api/v1/bodies/", headers={"Host": host, "Authorization": f"Bearer {keys[host]}"})
            response = connected.getresponse()
            text = response.read().decode()
            connected.close()
            seen = (stage.SCHOOL_A.association in text, stage.SCHOOL_B.association in text)
            with lock:
                found[host, response.status, *seen] += 1

    callers = [threading.Thread(target=call, args=(host,)) for host in keys for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    connections.close_all()
    return found
