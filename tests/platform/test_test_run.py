"""The test run itself: its servers are real, its own, and gone afterwards; what a machine cannot run is counted."""

import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import unquote

import psycopg2
import pytest
import redis

from tests.platform.machine import ROOT, alive, children_by_parent, environment, wait_gone
from usul.kept_clusters import cache_folder, kept_places

INNER = """
import os, time, pathlib, pytest
def test_servers():
    pathlib.Path(os.environ["HOME"], "addresses").write_text(os.environ["DATABASE_URL"] + " " + os.environ["REDIS_URL"])
    time.sleep(float(os.environ.get("NAP", "0")))
    assert os.environ.get("FAIL") is None
@pytest.mark.browser
def test_browser():
    raise AssertionError
@pytest.mark.citus
def test_citus():
    raise AssertionError
"""


def inner(place: Path, *arguments: str, **env: str) -> subprocess.Popen[str]:
    """A test run of its own over three small tests."""
    (place / "test_inner.py").write_text(INNER)
    (place / "pytest.ini").write_text("[pytest]\nmarkers =\n  browser\n  citus\n")
    tools = place / "bin"  # a path without a browser
    if not tools.exists():
        tools.mkdir()
        (tools / "cp").symlink_to(str(shutil.which("cp")))
    _seed(place / ".cache" / "usul")
    values = environment(place / "state", HOME=str(place), PATH=str(tools), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", **env)
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", "-p", "usul.pytest_plugin", "-rs", "-q", *arguments],
        cwd=place,
        env=values,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _seed(cache: Path) -> None:
    """A cache of kept clusters of the test's own, filled from the one that this run started from."""
    mine = cache_folder()
    if mine is None or cache.exists():
        return
    cache.mkdir(parents=True, mode=0o700)
    for place in kept_places(mine):
        if place.exists():
            subprocess.run(("cp", "-a", str(place), str(cache)), check=True)


def finished(run: subprocess.Popen[str]) -> tuple[int, str]:
    said, _ = run.communicate(timeout=60)
    return run.returncode, said


def test_this_run_has_a_postgresql_of_its_own() -> None:
    """Real, current, thrown away afterwards, and without the care for a crash of the machine."""
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('server_version_num')::int, current_setting('fsync'), current_setting('listen_addresses')"
        )
        version, fsync, listening = cursor.fetchone()
        cursor.execute(
            "select current_setting('max_locks_per_transaction')::int >= 256, datlocprovider from pg_database where datname='usul'"
        )
        locks, provider = cursor.fetchone()
    connection.close()
    assert version >= 180000
    assert (fsync, listening, locks, provider) == ("off", "", True, "b")


def test_processes_of_a_run_do_not_share_a_broker() -> None:
    """This process may empty its Valkey; nobody else may enter it without the password."""
    address = os.environ["REDIS_URL"]
    with redis.from_url(f"{address}/5") as ours:
        ours.set("mine", "1")
        ours.flushall()
        assert ours.dbsize() == 0
    with (
        redis.from_url(re.sub(r"//:[^@]*@", "//", address)) as stranger,
        pytest.raises(redis.exceptions.AuthenticationError),
    ):
        stranger.ping()


@pytest.mark.parametrize(("env", "status"), [({}, 0), ({"FAIL": "1"}, 1)])
def test_nothing_is_left_after_a_run(open_place: Path, env: dict[str, str], status: int) -> None:
    """Also after a failed one; browser and Citus tests are skipped and counted."""
    code, said = finished(inner(open_place, **env))
    assert code == status, said
    assert "no chromium on this machine" in said
    assert "no Citus behind USUL_CITUS_URL" in said
    assert f"{1 - status} passed, 2 skipped" in said or "1 failed, 2 skipped" in said
    database = (open_place / "addresses").read_text().split()[0]
    socket = Path(unquote(database.rpartition("host=")[2]))
    assert not socket.parent.exists()


def test_a_killed_run_leaves_no_process(open_place: Path) -> None:
    run = inner(open_place, NAP="60")
    deadline = time.monotonic() + 40
    while not (open_place / "addresses").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    servers = children_by_parent()[run.pid]
    assert len(alive(servers)) == 2
    socket = Path(unquote((open_place / "addresses").read_text().split()[0].rpartition("host=")[2]))
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert wait_gone(servers) == []
    assert socket.parent.exists()
    finished(inner(open_place))  # the next run tidies up
    assert not socket.parent.exists()


def test_given_servers_are_used(open_place: Path) -> None:
    """With DATABASE_URL and REDIS_URL in the environment the run starts none of its own."""
    given = {"DATABASE_URL": "postgresql://somebody@db.example/usul", "REDIS_URL": "redis://cache.example:6379"}
    code, said = finished(inner(open_place, **given))
    assert code == 0, said
    assert (open_place / "addresses").read_text() == " ".join(given.values())


def test_house_rules_of_the_layout() -> None:
    """`platform` stays the standard library's; no installed distribution owns our package names."""
    assert platform.__file__ is not None
    assert ROOT not in Path(platform.__file__).parents
    assert not (ROOT / "platform" / "__init__.py").exists()
    owners = packages_distributions()
    assert {
        name: owners[name] for name in ("apps", "api", "tests", "tenants") if set(owners.get(name, ())) - {"usul"}
    } == {}
