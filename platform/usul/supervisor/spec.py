"""What the supervisor has to know about a program; how one is started so that it never outlives its starter."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from signal import Signals

from usul.env import process_environment

LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Account:
    """The system account a program runs under."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Spec:
    """One program. `argv[0]` is an absolute path; `patience` is in seconds.

    Programs of a higher `layer` are stopped first. `orphan_signal` is what the kernel sends the program when its
    starter dies without stopping it. `before_start` runs before every start (stale pid files); `is_ready` says whether
    the program serves already. Lines that hold one of `quiet` are left out of the joined log.
    """

    name: str
    argv: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    account: Account | None = None
    stop_signal: Signals = Signals.SIGTERM
    orphan_signal: Signals = Signals.SIGTERM
    patience: float = 10.0
    layer: int = 0
    before_start: Callable[[], None] | None = None
    is_ready: Callable[[], bool] = lambda: True
    quiet: tuple[str, ...] = ()


def spawn(spec: Spec, output: int | None) -> subprocess.Popen[bytes]:
    """Start the program in a session of its own. `output` is a file descriptor for both its streams; None means ours.

    Call it from the main thread only: the kernel binds the parent-death signal to the thread that started the child.
    """
    if spec.before_start:
        spec.before_start()
    account = f"{spec.account.uid}:{spec.account.gid}" if spec.account else "-"
    launcher = (sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), str(int(spec.orphan_signal)), account)
    return subprocess.Popen(
        (*launcher, *spec.argv),
        cwd=spec.folder,
        env={**process_environment(), **spec.environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
