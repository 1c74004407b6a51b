"""`usul run` as a person meets it: first start, warm start, killed children, taken port, orderly and disorderly ends."""

import http.client
import os
import re
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.platform.machine import Usul, alive, children_by_parent, environment, processor_seconds, wait_gone

pytestmark = [pytest.mark.xdist_group("run"), pytest.mark.timeout(300)]
READY = r"Usul is ready after ([\d.]+) s"
WARM_SECONDS = 5.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def state() -> Path:
    """A state folder that was filled by a first start, in a place every account may enter."""
    folder = Path(f"/tmp/usul-run-{os.getpid()}")
    folder.mkdir(mode=0o755)
    return folder


@pytest.fixture(scope="module")
def first(state: Path) -> Iterator[list[str]]:
    """What the first start said."""
    with Usul("run", "--no-demo", env=environment(state, USUL_PORT=str(free_port()))) as usul:
        usul.hear(READY, seconds=120)
        usul.hear(r"worker .* ready\.")
        usul.ask_to_stop()
        yield usul.said
    shutil.rmtree(state, ignore_errors=True)


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def running(first: list[str], state: Path, port: int) -> Iterator[Usul]:
    """A warm instance that the tests of this module share."""
    with Usul("run", "--no-demo", env=environment(state, USUL_PORT=str(port))) as usul:
        usul.hear(READY)
        yield usul


def answer(port: int, path: str = "/readyz") -> int:
    """Status of one request; 0 when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def wait_for_ready(port: int, *, seconds: float = 30) -> int:
    deadline = time.monotonic() + seconds
    while (status := answer(port)) != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    return status


def test_first_start_says_what_it_does_and_stops_in_order(first: list[str]) -> None:
    """Given an empty folder, each step is named with its time, and Ctrl-C ends everything, the database last."""
    text = "\n".join(first)
    steps = [line.split("✓ ")[1].split("  ")[0] for line in first if "✓" in line]
    assert steps == ["Servers", "Translations", "Styles and pictures", "Database", "Web, tasks, clock"]
    assert "http://localhost:" in text
    stopping = text.split("Stopping …")[1]
    assert stopping.index("Warm shutdown") < stopping.index("database system is shut down")
    assert "Traceback" not in text


def test_second_start_is_warm(first: list[str], state: Path) -> None:
    """Nothing is prepared twice, and the first page answers within five seconds.

    On a machine that is busy with other things, processor seconds are counted instead of those of the clock.
    """
    with Usul("run", "--no-demo", env=environment(state, USUL_PORT=str(free_port()))) as usul:
        line = usul.hear(READY)
        busy = os.getloadavg()[0] > (os.cpu_count() or 1)
        worked = sum(processor_seconds(pid) for pid in [usul.process.pid, *usul.family()])
        steps = [said.split("✓ ")[1].split("  ")[0] for said in usul.said if "✓" in said]
        assert steps == ["Servers", "Web, tasks, clock"]
        assert (worked if busy else float(re.findall(READY, line)[0])) < WARM_SECONDS


def test_metrics_come_from_every_web_process(running: Usul, port: int) -> None:
    """Counted in a folder that the processes share; a stranger behind a proxy gets nothing."""
    assert answer(port) == 200
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.request("GET", "/metrics", headers={"X-Forwarded-For": "10.1.2.3"})
    assert connection.getresponse().status == 404
    connection.close()
    counted = re.findall(r"^django_http_requests_before_middlewares_total (\S+)$", text, re.MULTILINE)
    assert len(counted) == 1
    assert float(counted[0]) >= 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("postgres", "bin/postgres -D"),
        ("valkey", "valkey-server"),
        ("web", "gunicorn"),
        ("worker", " worker "),
        ("beat", " beat "),
    ],
)
def test_a_killed_child_is_started_again(running: Usul, port: int, name: str, words: str) -> None:
    """kill -9 of any program: it comes back, its own children do not linger, and the whole answers again."""
    heard = len(running.said)
    pid = running.program(words)
    grandchildren = children_by_parent().get(pid, [])
    os.kill(pid, signal.SIGKILL)
    running.hear(rf"^{name}\s*\| stopped: killed by SIGKILL; starts again", after=heard)
    deadline = time.monotonic() + 20
    fresh = pid
    while fresh == pid and time.monotonic() < deadline:
        try:
            fresh = running.program(words)
        except AssertionError:
            time.sleep(0.05)
    assert fresh != pid
    assert wait_for_ready(port) == 200
    assert wait_gone(grandchildren) == []


def test_a_second_instance_is_refused(running: Usul, state: Path) -> None:
    """One sentence names the process that runs, and the running one is not disturbed."""
    with Usul("run", "--no-demo", env=environment(state, USUL_PORT=str(free_port()))) as second:
        assert second.process.wait(20) == 2
        second.hear(r"^usul: ")
        assert len([line for line in second.said if line]) == 1
        assert f"process {running.process.pid}" in second.text
    assert answer(int(running.hear("Usul is ready").rsplit(":", 1)[1].strip("/"))) == 200


def test_a_taken_port_names_its_holder(open_place: Path) -> None:
    """The sentence says who holds the port and how to choose another; nothing was started."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = holder.getsockname()[1]
        with Usul("run", "--no-demo", env=environment(open_place / "state", USUL_PORT=str(taken))) as usul:
            assert usul.process.wait(20) == 2
            usul.hear(r"^usul: ")
            assert f"Port {taken} is taken by process {os.getpid()}" in usul.text
            assert f"USUL_PORT={taken + 1} make run" in usul.text
            assert not (open_place / "state" / "postgres").exists()


def test_sigterm_leaves_no_process(first: list[str], open_place: Path) -> None:
    """After an orderly stop not one process of the family lives, and its status is 0."""
    with Usul("run", "--no-demo", env=environment(open_place / "own", USUL_PORT=str(free_port()))) as usul:
        usul.hear("✓ Servers")
        family = usul.family()
        assert len(family) > 2
        assert usul.ask_to_stop(signal.SIGTERM) == 0
        assert alive(family) == []


def test_killing_usul_itself_leaves_no_process(running: Usul, state: Path, port: int) -> None:
    """kill -9 of the supervisor: the kernel ends its programs, and the next start is not hindered by what they left."""
    family = running.family()
    assert len(family) > 8
    os.kill(running.process.pid, signal.SIGKILL)
    running.process.wait(5)
    assert wait_gone(family) == []
    with Usul("run", "--no-demo", env=environment(state, USUL_PORT=str(port))) as usul:
        usul.hear(READY)
        assert wait_for_ready(port) == 200
