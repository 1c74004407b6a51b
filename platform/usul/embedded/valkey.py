"""One embedded Valkey: broker and cache over 127.0.0.1 with a password, every task written to disk."""

import os
import socket
from pathlib import Path

from usul.embedded.account import hand_over
from usul.embedded.software import valkey_program
from usul.supervisor.spec import Account, Spec

HOST = "127.0.0.1"


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class Valkey:
    """A server that keeps its data in `home/valkey`.

    Its configuration is a file, so that no list of processes shows the password.
    """

    def __init__(self, home: Path, *, account: Account | None, password: str, throwaway: bool = False) -> None:
        self.data = home / "valkey"
        self.account = account
        self.password = password
        self.throwaway = throwaway
        self.port = free_port()
        self.program = valkey_program(home, account)

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@{HOST}:{self.port}"

    def prepare(self) -> None:
        """Make the data folder and write the configuration."""
        self.data.mkdir(parents=True, exist_ok=True)
        self.data.chmod(0o700)
        settings = {
            "bind": HOST,
            "port": str(self.port),
            "dir": str(self.data),
            "requirepass": self.password,
            "appendonly": "no" if self.throwaway else "yes",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "loglevel": "nothing" if self.throwaway else "warning",
            "daemonize": "no",
        }
        path = self.data / "valkey.conf"
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.writelines(f"{name} {value}\n" for name, value in settings.items())
        hand_over(path, self.account)
        hand_over(self.data, self.account)

    def spec(self) -> Spec:
        """How the supervisor runs it."""
        return Spec(
            name="valkey",
            argv=(str(self.program), str(self.data / "valkey.conf")),
            folder=Path("/"),
            account=self.account,
            is_ready=self.is_ready,
            quiet=("Memory overcommit", "Received SIGTERM", "ready to exit"),
        )

    def is_ready(self) -> bool:
        """Whether it answers to the password and has read its data."""
        try:
            with socket.create_connection((HOST, self.port), timeout=2) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    part = connection.recv(256)
                    if not part:
                        return False
                    answer += part
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"
