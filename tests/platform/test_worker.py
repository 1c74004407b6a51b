"""The task worker when its surroundings break: the broker dies, the process that runs a task dies."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from celery import Celery

from tests.platform.machine import ROOT, children_by_parent, environment, wait_gone
from usul.embedded import Valkey
from usul.embedded.account import server_account
from usul.embedded.session import Running

pytestmark = pytest.mark.xdist_group("worker")


@dataclass
class Worker:
    """A worker of the real application on a broker that a test may kill."""

    process: subprocess.Popen[bytes]
    broker: Valkey
    running: Running
    place: Path

    def send(self, word: str, seconds: float) -> None:
        sender = Celery("sender", broker=f"{self.broker.url}/0", set_as_current=False)
        with sender:
            sender.send_task("tests.note", [str(self.place / "notes"), word, seconds], queue="usul")

    def wrote(self, text: str, *, seconds: float = 30, times: int = 1) -> bool:
        notes, deadline = self.place / "notes", time.monotonic() + seconds
        while time.monotonic() < deadline:
            if notes.exists() and notes.read_text().count(text) >= times:
                return True
            time.sleep(0.05)
        return False


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="usul-worker-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def worker(place: Path) -> Iterator[Worker]:
    broker = Valkey(place, account=server_account(), password="secret")
    running = Running(broker, place / "servers.log")
    env = environment(place / "state", REDIS_URL=broker.url, DATABASE_APP_URL="postgresql://nobody@127.0.0.1:1/none")
    argv = [
        sys.executable,
        "-m",
        "celery",
        "-q",
        "-A",
        "tests.platform.task_app",
        "worker",
        "--concurrency",
        "1",
        "--without-gossip",
    ]
    process = subprocess.Popen(argv, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    started = Worker(process, broker, running, place)
    yield started
    family = children_by_parent().get(process.pid, [])
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    wait_gone(family)
    started.running.stop()


def test_a_broker_that_dies_under_a_task_costs_nothing(worker: Worker) -> None:
    """kill -9 of the broker while a late-acknowledged task runs: the task ends, the worker lives, later tasks arrive."""
    worker.send("first", 2.0)
    assert worker.wrote("first began")
    worker.running.kill()
    time.sleep(0.5)
    worker.running = Running(worker.broker, worker.place / "servers.log")
    assert worker.wrote("first ended")
    worker.send("second", 0)
    assert worker.wrote("second ended")
    assert worker.process.poll() is None


def test_a_task_whose_process_is_killed_runs_again(worker: Worker) -> None:
    worker.send("heavy", 3.0)
    assert worker.wrote("heavy began")
    (pool,) = children_by_parent()[worker.process.pid]
    os.kill(pool, signal.SIGKILL)
    assert worker.wrote("heavy began", times=2)
    assert worker.wrote("heavy ended")
    assert worker.process.poll() is None
