"""A real pgbouncer in front of the test run's database, set up as infra/pgbouncer/pgbouncer.ini sets up the one of a real host."""

import configparser
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg2
from django.conf import settings

from tests.platform.machine import ROOT
from usul.embedded.account import hand_over, server_account
from usul.pytest_plugin import POOLER_PATH

INI = ROOT / "infra/pgbouncer/pgbouncer.ini"
PROGRAM = shutil.which("pgbouncer", path=POOLER_PATH) or ""


@dataclass(frozen=True, slots=True)
class Pooler:
    """Where it listens, and the account that comes through it."""

    port: int
    user: str
    password: str
    database: str

    @property
    def url(self) -> str:
        return f"postgresql://{self.user}:{self.password}@127.0.0.1:{self.port}/{self.database}"

    def connect(self) -> "psycopg2.extensions.connection":
        """A client of its own, outside the application."""
        connection = psycopg2.connect(self.url)
        connection.autocommit = True
        return connection


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _server() -> str:
    """Where the database of the test run listens, in pgbouncer's words."""
    parts = urlsplit(settings.OWNER_URL)
    host = parse_qs(parts.query).get("host", [parts.hostname or "127.0.0.1"])[0]
    return f"host={host} port={parts.port or 5432}"


@contextmanager
def pooling(*, size: int) -> Iterator[Pooler]:
    """Run pgbouncer with the house's own settings and at most `size` server connections."""
    account, default = server_account(), settings.DATABASES["default"]
    pooler = Pooler(_free_port(), default["USER"], default["PASSWORD"], default["NAME"])
    place = Path(tempfile.mkdtemp(prefix="usul-pooler-"))
    ini = configparser.ConfigParser(interpolation=None, inline_comment_prefixes=(";",))
    ini.read_string(INI.read_text())
    ini["databases"] = {"*": _server()}
    ini["pgbouncer"].update(
        {
            "listen_addr": "127.0.0.1",
            "listen_port": str(pooler.port),
            "unix_socket_dir": "",
            "auth_file": str(place / "users.txt"),
            "default_pool_size": str(size),
            "reserve_pool_size": "0",
            "logfile": str(place / "log"),
        }
    )
    with (place / "pgbouncer.ini").open("w") as file:
        ini.write(file)
    (place / "users.txt").write_text(f'"{pooler.user}" "{pooler.password}"\n')
    for path in (place, place / "pgbouncer.ini", place / "users.txt"):
        hand_over(path, account)
    who = {"user": account.uid, "group": account.gid, "extra_groups": ()} if account else {}
    process = subprocess.Popen([PROGRAM, "-q", str(place / "pgbouncer.ini")], cwd="/", stderr=subprocess.DEVNULL, **who)
    try:
        _wait(pooler, process, place)
        yield pooler
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()
        shutil.rmtree(place, ignore_errors=True)


def _wait(pooler: Pooler, process: "subprocess.Popen[bytes]", place: Path) -> None:
    deadline, log = time.monotonic() + 20, place / "log"
    while not _answers(pooler):
        said = log.read_text() if log.exists() else ""
        assert process.poll() is None, said
        assert time.monotonic() < deadline, said
        time.sleep(0.05)


def _answers(pooler: Pooler) -> bool:
    try:
        pooler.connect().close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def instead_of_the_server(pooler: Pooler) -> Iterator[None]:
    """Let the application of this process come through the pooler, in every thread."""
    from django.db import connections

    default = settings.DATABASES["default"]
    kept = {name: default[name] for name in ("HOST", "PORT")}
    connections.close_all()
    for where in (default, connections["default"].settings_dict):
        where.update(HOST="127.0.0.1", PORT=str(pooler.port))
    try:
        yield
    finally:
        connections.close_all()
        for where in (default, connections["default"].settings_dict):
            where.update(kept)
