"""A running Usul over the database of this test process: a web server and a task worker as processes of their own, and a browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections

from tests import cast
from usul.celery import app

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0


def until(condition: Callable[[], Any], what: str) -> Any:
    """The first true answer of `condition`; fails after a while, naming what was waited for."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.2)
    pytest.fail(f"{what}: not within {PATIENCE:.0f} seconds")


@dataclass(frozen=True, slots=True)
class Running:
    """Where the running system answers."""

    port: int

    def url(self, host: str, path: str) -> str:
        """An address a browser can open; names under localhost lead to this machine."""
        return f"http://{host}:{self.port}{path}"

    def answers(self) -> bool:
        """Whether the web server is there."""
        try:
            with urlopen(Request(f"http://127.0.0.1:{self.port}/healthz"), timeout=2) as response:
                return bool(response.status == 200)
        except OSError:
            return False


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(*argv: str, log: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "DATABASE_URL": settings.OWNER_URL,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "platform"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": "usul.settings.test",
    }
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-m", *argv], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def running(committed_db: None, tmp_path: Path) -> Iterator[Running]:
    """The web server and the worker, started for this test and stopped after it."""
    connections.close_all()
    app.control.purge()  # what earlier tests of this process have queued
    port = _free_port()
    web = ("gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4", "usul.wsgi:application")
    worker = ("celery", "-A", "usul", "worker", "--concurrency", "1", "--loglevel", "INFO", "--without-gossip")
    with ExitStack() as stack:
        for name, argv in (("web", web), ("worker", worker)):
            stack.callback(_stop, _start(*argv, log=tmp_path / f"{name}.log"))
        system = Running(port)
        until(system.answers, "the web server")
        yield system


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Debian's chromium; the plugin has skipped the test where there is none.

    Its driver keeps an event loop in this thread, which Django would take for asynchronous code; the calls are plain ones.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    from usul.env import load

    flags = (
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=str(load()["USUL_CHROMIUM"] or "/usr/bin/chromium"), args=[*flags]
        )
        yield opened
        opened.close()


def sign_in(tab: Any, running: Running, host: str, username: str) -> None:
    """Sign in through the page, as a person does."""
    tab.goto(running.url(host, "/account/login/"))
    tab.fill("input[name=login]", username)
    tab.fill("input[name=password]", cast.PASSWORD)
    tab.click("main button.button--primary")
    tab.wait_for_url(running.url(host, "/**"))


def looked_at(tab: Any) -> None:
    """Nothing for axe to complain of, and nothing to scroll sideways."""
    assert [rule["id"] for rule in Axe().run(tab).response["violations"]] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
