"""The state folder (`.usul`, or USUL_STATE_DIR): who owns it, which version wrote it, who is running from it.

lock            held by the running instance, with its process id
state.json      format of the folder, PostgreSQL major, place of the servers' data, fingerprints of finished steps
running.json    addresses of the running instance's servers, for other commands
servers.log     messages of servers that were started for one command
secret-key      signing key (usul.state)
postgres/ valkey/ software/     the embedded servers; elsewhere when their account cannot enter this folder
"""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from usul.embedded.account import can_enter, server_account
from usul.embedded.software import POSTGRES_MAJOR
from usul.env import EnvironmentFault, load
from usul.supervisor.spec import Account

STATE_FORMAT = 1
MEGABYTE = 1024 * 1024
NEEDED_MEGABYTES = 200  # a fresh cluster, its write-ahead log and the demonstration district
SPARE_MEGABYTES = 40  # below this PostgreSQL soon stops in the middle of a transaction
OTHER_FOLDER = "set USUL_STATE_DIR to another folder"
# what the settings put into a folder that no server was started from yet
WITHOUT_MARKER = {"secret-key", "static", "files", "lock", "servers.log"}
SYSTEM_PLACES = (Path("/var/lib/usul"), Path("/var/tmp/usul"))  # noqa: S108 - owned by root, checked before use


class StateFolder:
    """The state folder of this process. `prepare()` first; every fault is one sentence with what to do."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = (path or load()["USUL_STATE_DIR"]).absolute()
        self.account: Account | None = server_account()
        self._lock: IO[str] | None = None

    # --- making and checking -----------------------------------------------------------------------------------
    def prepare(self) -> None:
        """Create the folder or check that it is ours, of this version, writable and not full."""
        with self.writing():
            self.path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.path):
                pass
            if self.account:
                self.path.chmod(self.path.stat().st_mode | 0o011)
        self._check_marker()
        self._check_space()

    def _check_marker(self) -> None:
        marker = self.marker()
        if not marker:
            strange = sorted(entry.name for entry in self.path.iterdir() if entry.name not in WITHOUT_MARKER)
            if strange:
                raise EnvironmentFault(
                    f"The folder {self.path} is not a state folder of Usul (it holds {', '.join(strange[:3])}): "
                    f"{OTHER_FOLDER}."
                )
            servers = self._place_of_servers()
            self._write("state.json", {"format": STATE_FORMAT, "postgresql": POSTGRES_MAJOR, "servers": str(servers)})
            return
        if marker.get("format") != STATE_FORMAT:
            raise EnvironmentFault(
                f"The state folder {self.path} was written by another version of Usul (format {marker.get('format')}, "
                f"this one uses {STATE_FORMAT}): start that version, or {OTHER_FOLDER}."
            )
        if marker.get("postgresql") != POSTGRES_MAJOR:
            raise EnvironmentFault(
                f"The state folder {self.path} holds data of PostgreSQL {marker.get('postgresql')}, this Usul runs "
                f"PostgreSQL {POSTGRES_MAJOR}: export the data with the older Usul, or {OTHER_FOLDER}."
            )

    def _place_of_servers(self) -> Path:
        """This folder; a system folder when the account of the servers cannot enter ours (a checkout below /root)."""
        if can_enter(self.path, self.account):
            return self.path
        name = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]
        for place in SYSTEM_PLACES:
            try:
                (place / name).mkdir(parents=True, exist_ok=True)
                for folder in (place, place / name):
                    if folder.stat().st_uid != os.geteuid():
                        raise PermissionError(folder)
                    folder.chmod(0o755)
            except OSError:
                continue
            if can_enter(place / name, self.account):
                return place / name
        raise EnvironmentFault(
            f"The account `{self.account.name if self.account else ''}` of the database cannot enter {self.path}: "
            "set USUL_STATE_DIR to a folder outside private folders, for example /var/lib/usul."
        )

    def _check_space(self) -> None:
        needed = SPARE_MEGABYTES if (self.servers / "postgres").exists() else NEEDED_MEGABYTES
        free = shutil.disk_usage(self.servers).free // MEGABYTE
        if free < needed:
            raise EnvironmentFault(
                f"The disk of {self.servers} has {free} MB free, Usul needs {needed} MB: "
                f"free some space, or {OTHER_FOLDER}."
            )

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turn what the file system refuses into one sentence."""
        try:
            yield
        except OSError as error:
            raise EnvironmentFault(
                f"The state folder {self.path} cannot be written ({error.strerror or error}): "
                f"free some space, check its owner and rights, or {OTHER_FOLDER}."
            ) from None

    # --- what is remembered ------------------------------------------------------------------------------------
    @property
    def servers(self) -> Path:
        """Where the data of the embedded servers is."""
        return Path(self.marker().get("servers", self.path))

    def marker(self) -> dict[str, Any]:
        return self._read("state.json")

    def remember(self, **values: Any) -> None:
        """Keep values in the marker, such as fingerprints of finished steps."""
        self._write("state.json", {**self.marker(), **values})

    def running(self) -> dict[str, Any]:
        """Addresses of the instance that runs from this folder; empty when none runs."""
        return self._read("running.json") if self._locked_by_other() else {}

    def announce(self, **values: Any) -> None:
        """Tell other commands the addresses of our servers."""
        self._write("running.json", {"pid": os.getpid(), **values})

    def _read(self, name: str) -> dict[str, Any]:
        path = self.path / name
        try:
            found = json.loads(path.read_text())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise EnvironmentFault(
                f"{path} cannot be read ({error}): restore it from a backup, or {OTHER_FOLDER}."
            ) from None
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, values: dict[str, Any]) -> None:
        unfinished = self.path / f".{name}.unfinished"
        with self.writing():
            handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                json.dump(values, file, indent=1, sort_keys=True)
            unfinished.rename(self.path / name)

    # --- one instance at a time ----------------------------------------------------------------------------------
    def lock(self, *, wait: float = 0.0) -> None:
        """Hold the folder until this process ends or `unlock()`. Waits at most `wait` seconds for another holder."""
        deadline = time.monotonic() + wait
        with self.writing():
            file = open(self.path / "lock", "a+")  # noqa: SIM115 - open as long as the lock is held
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    with file:
                        raise EnvironmentFault(self._who_runs(file)) from None
                time.sleep(0.05)
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        self._lock = file

    def unlock(self) -> None:
        """Let go of the folder."""
        if self._lock:
            (self.path / "running.json").unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def _who_runs(self, file: IO[str]) -> str:
        file.seek(0)
        pid = file.read().strip() or "?"
        address = self._read("running.json").get("address", "")
        return (
            f"Usul is already running from {self.path} (process {pid}{', ' + address if address else ''}): "
            f"stop it with Ctrl-C or `kill {pid}`, or {OTHER_FOLDER}."
        )

    def _locked_by_other(self) -> bool:
        if self._lock:
            return False
        try:
            with (self.path / "lock").open() as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False
