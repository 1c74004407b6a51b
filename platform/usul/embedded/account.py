"""The account of the embedded servers: PostgreSQL refuses root, so root hands them to `nobody`."""

import os
import pwd
import stat
from pathlib import Path

from usul.env import EnvironmentFault
from usul.supervisor.spec import Account

SERVANT = "nobody"


def server_account() -> Account | None:
    """`nobody` when we are root, else None (the servers run as we do)."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(SERVANT)
    except KeyError:
        raise EnvironmentFault(
            f"PostgreSQL does not run as root and this machine has no account `{SERVANT}`. "
            "Start Usul as an ordinary user, or set DATABASE_URL and REDIS_URL to servers of your own."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _allows(path: Path, account: Account, right: int) -> bool:
    status = path.stat()
    if status.st_uid == account.uid:
        return bool(status.st_mode & (right << 6))
    if status.st_gid == account.gid:
        return bool(status.st_mode & (right << 3))
    return bool(status.st_mode & right)


def can_enter(folder: Path, account: Account | None) -> bool:
    """Whether the account may pass through the existing folder and all folders above it."""
    if account is None:
        return True
    folder = folder.resolve()
    return all(_allows(place, account, stat.S_IXOTH) for place in (folder, *folder.parents))


def can_run(program: Path, account: Account | None) -> bool:
    """Whether the account may read and execute the program where it is."""
    if account is None:
        return os.access(program, os.X_OK)
    return can_enter(program.resolve().parent, account) and _allows(program, account, stat.S_IROTH | stat.S_IXOTH)


def hand_over(path: Path, account: Account | None) -> None:
    """Give the file or empty folder to the account of the servers."""
    if account:
        os.chown(path, account.uid, account.gid)
