"""Servers for the length of one command, one test run or one process."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from usul.embedded.folder import StateFolder
from usul.embedded.postgres import Postgres
from usul.embedded.valkey import Valkey
from usul.env import EnvironmentFault, load, set_for_children
from usul.state import derived_password, secret_key
from usul.supervisor.spec import spawn

START_SECONDS = 60.0
SERVER_LOG = "servers.log"


class Running:
    """A started server with its messages in the file `log`. Raises EnvironmentFault when it dies or is not ready in time."""

    def __init__(self, server: Postgres | Valkey, log: Path) -> None:
        server.prepare()
        self.spec = server.spec()
        with log.open("ab") as messages:
            self._process = spawn(self.spec, messages.fileno())
        deadline = time.monotonic() + START_SECONDS
        while not self.spec.is_ready():
            if self._process.poll() is not None:
                raise EnvironmentFault(f"{self.spec.name} stopped while starting ({last_line(log)}).")
            if time.monotonic() > deadline:
                self.stop()
                raise EnvironmentFault(
                    f"{self.spec.name} was not ready after {START_SECONDS:.0f} seconds ({last_line(log)})."
                )
            time.sleep(0.01)

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Stop it and wait for its end."""
        self._process.send_signal(self.spec.stop_signal)
        try:
            self._process.wait(self.spec.patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def last_line(log: Path) -> str:
    """The last message in the file."""
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "without a message"


def embedded_postgres(folder: StateFolder) -> Postgres:
    """The cluster of the state folder."""
    with folder.writing():
        password = derived_password(secret_key(folder.path), "embedded-postgres")
        postgres = Postgres(folder.servers, account=folder.account, password=password)
        if not postgres.data.exists():
            folder.remember(steps={})  # what was done in an earlier database is gone with it
        return postgres


def embedded_valkey(folder: StateFolder) -> Valkey:
    """The broker of the state folder."""
    with folder.writing():
        password = derived_password(secret_key(folder.path), "embedded-valkey")
        return Valkey(folder.servers, account=folder.account, password=password)


@contextmanager
def servers() -> Iterator[bool]:
    """Give this process DATABASE_URL and REDIS_URL; true when the database is the embedded one of the state folder.

    They are those of the environment, of the running instance, or of servers started here and stopped on leaving.
    Enter before Django reads its settings.
    """
    env = load()
    if env["DATABASE_URL"] and env["REDIS_URL"]:
        yield False
        return
    folder = StateFolder()
    folder.prepare()
    running = _join_or_lock(folder)
    if running:
        _use(database_url=running["database_url"], redis_url=running["redis_url"])
        yield not env["DATABASE_URL"] and bool(running.get("own_database"))
        return
    with ExitStack() as stack:
        stack.callback(folder.unlock)
        chosen: dict[str, str] = {}
        log = folder.path / SERVER_LOG
        log.unlink(missing_ok=True)
        if not env["DATABASE_URL"]:
            postgres = embedded_postgres(folder)
            stack.callback(Running(postgres, log).stop)
            chosen["database_url"] = postgres.url
        if not env["REDIS_URL"]:
            valkey = embedded_valkey(folder)
            stack.callback(Running(valkey, log).stop)
            chosen["redis_url"] = valkey.url
        _use(**chosen)
        yield "database_url" in chosen


def _join_or_lock(folder: StateFolder) -> dict[str, str]:
    """Addresses of the running instance, once it has them; empty when none runs and the folder is now locked by us."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        running = folder.running()
        if running.get("database_url"):
            return running
        try:
            folder.lock()
        except EnvironmentFault:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return {}


def _use(*, database_url: str = "", redis_url: str = "") -> None:
    """Set the addresses that the environment does not give."""
    env = load()
    for name, url in (("DATABASE_URL", database_url), ("REDIS_URL", redis_url)):
        if url and not env[name]:
            set_for_children(**{name: url})
