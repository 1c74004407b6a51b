"""Who listens on a port of this machine."""

import errno
import os
import socket
from pathlib import Path

from usul.env import EnvironmentFault

LISTENING = "0A"
TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))


def check_free(address: str, port: int) -> None:
    """Raises EnvironmentFault with who holds the port, or with why it cannot be used."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise EnvironmentFault(_why(address, port, error)) from None


def _why(address: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by {holder(port)}: stop it, or choose another port, "
            f"for example `USUL_PORT={port + 1 if port < 65535 else 8000} make run`."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for root: choose one above 1023, for example `USUL_PORT=8000 make run`."
    return f"USUL_BIND={address} with port {port} cannot be used ({error.strerror}): give an address of this machine."


def holder(port: int) -> str:
    """The process that listens on the port, as far as this account may see it."""
    sockets = {f"socket:[{inode}]" for table in TABLES for inode in _listening(table, port)}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(os.readlink(place) in sockets for place in (process / "fd").iterdir()):
                words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
                return f"process {process.name} ({words[:60]})"
        except OSError:
            continue
    return "a process of another account"


def _listening(table: Path, port: int) -> list[str]:
    """Inodes of the sockets that listen on the port."""
    try:
        rows = [line.split() for line in table.read_text().splitlines()[1:]]
    except OSError:
        return []
    return [row[9] for row in rows if row[3] == LISTENING and int(row[1].rsplit(":", 1)[1], 16) == port]
