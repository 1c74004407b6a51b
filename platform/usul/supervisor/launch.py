"""Become another program, under another account if asked, that dies with the process that started it.

Run as a script: `launch.py PARENT_PID SIGNAL UID:GID|- COMMAND …`. It stays outside every package, so that it starts
in a few milliseconds with `python -I -S`. The account is changed here and not by the program, because that account may
be unable to read the interpreter (a checkout below /root). The kernel forgets the parent-death signal on a change of
account: it is set afterwards.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    """Replace this process. Ends silently when the parent is already gone."""
    parent, death_signal, account, *command = arguments
    if account != "-":
        uid, _, gid = account.partition(":")
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getppid() != int(parent):
        return
    os.execve(command[0], command, os.environ)  # noqa: S606


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except OSError as error:
        sys.exit(f"cannot start {sys.argv[4]}: {error}")
