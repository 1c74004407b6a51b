"""Probes and metrics: right status, right words, nothing for strangers."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from tests.platform.machine import environment
from usul.embedded import Postgres, Valkey
from usul.embedded.account import server_account
from usul.embedded.session import Running

STRANGE_HOST = {"host": "nobody-knows-me.example"}


def test_alive_for_any_host_without_a_query(client: Client, django_assert_num_queries: object) -> None:
    """No `db` fixture: a query would fail."""
    response = client.get("/healthz", headers=STRANGE_HOST)
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response["Cache-Control"] == "no-store"


def test_ready_names_each_thing(db: None, client: Client) -> None:
    response = client.get("/readyz", headers=STRANGE_HOST)
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "checks": {"database": "ok", "migrations": "ok", "broker": "ok"}}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/hostz", "/metrics"])
def test_probes_only_read(client: Client, path: str) -> None:
    response = client.post(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("domain", "status"),
    [
        ("localhost", 200),
        ("school-a.localhost", 200),
        ("SCHOOL-A.localhost.", 200),
        ("stranger.localhost", 404),
        ("", 404),
    ],
)
def test_a_proxy_learns_which_hosts_are_ours(db: None, client: Client, domain: str, status: int) -> None:
    assert client.get("/hostz", {"domain": domain}).status_code == status


def test_metrics_for_this_machine_only(client: Client) -> None:
    """A request that came through a proxy on the same machine is a stranger's."""
    ours = client.get("/metrics")
    assert ours.status_code == 200
    assert b"django_http_requests_before_middlewares_total" in ours.content
    assert client.get("/metrics", REMOTE_ADDR="10.1.2.3").status_code == 404
    assert client.get("/metrics", headers={"x-forwarded-for": "10.1.2.3"}).status_code == 404


@override_settings(METRICS_TOKEN="a-long-token")
def test_metrics_with_the_token_from_anywhere(client: Client) -> None:
    def status(header: str) -> int:
        return client.get("/metrics", REMOTE_ADDR="10.1.2.3", headers={"authorization": header}).status_code

    assert status("Bearer a-long-token") == 200
    assert status("Bearer another-token") == 404
    assert status("a-long-token") == 404


# --- a real process whose servers go away --------------------------------------------------------------------------------
SERVE = """
import os, sys
from wsgiref.simple_server import make_server, WSGIRequestHandler
from usul.wsgi import application
WSGIRequestHandler.log_message = lambda *_: None
with make_server("127.0.0.1", int(sys.argv[1]), application) as server:
    server.serve_forever()
"""


@pytest.fixture
def place(open_place: Path) -> Path:
    return open_place


@pytest.fixture
def servers(place: Path) -> Iterator[dict[str, Running]]:
    """An empty PostgreSQL and a Valkey, for this test to stop."""
    account = server_account()
    started = {}
    for name, server in (
        ("database", Postgres(place, account=account, password="secret", throwaway=True)),
        ("broker", Valkey(place, account=account, password="secret", throwaway=True)),
    ):
        started[name] = Running(server, place / "servers.log")
        os.environ[f"TEST_{name.upper()}"] = server.url
    yield started
    for running in started.values():
        running.stop()


def ask(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def test_not_ready_says_what_is_missing(servers: dict[str, Running], place: Path) -> None:
    """Roles not made, then no broker, then no database: 503 each time with the reason, while /healthz stays 200."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = environment(
        place / "state",
        DATABASE_URL=os.environ.pop("TEST_DATABASE"),
        REDIS_URL=os.environ.pop("TEST_BROKER"),
        USUL_PORT=str(port),
    )
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                ask(port, "/healthz")
                break
            except OSError:
                time.sleep(0.05)
        assert ask(port, "/readyz") == (
            503,
            b'{"status": "unavailable", "checks": {"database": "unreachable", "migrations": "unknown", "broker": "ok"}}',
        )
        servers.pop("broker").stop()
        assert ask(port, "/readyz")[1].endswith(b'"broker": "unreachable"}}')
        servers.pop("database").stop()
        assert ask(port, "/readyz")[0] == 503
        assert ask(port, "/healthz") == (200, b'{"status": "ok"}')
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
