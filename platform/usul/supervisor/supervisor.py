"""The supervisor: one thread, one loop over the logs, the deaths and the restarts of its programs.

It adopts what its programs leave behind (PR_SET_CHILD_SUBREAPER), and the kernel ends the programs when the supervisor
itself is killed (see launch.py). Nothing of a stopped Usul goes on running.
"""

import ctypes
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable
from types import FrameType

from usul.env import EnvironmentFault
from usul.supervisor.child import Child
from usul.supervisor.output import Output
from usul.supervisor.spec import Spec

PR_SET_CHILD_SUBREAPER = 36
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
DEATHS_WHILE_STARTING = 3
TURN_SECONDS = 0.5
WATCH_SECONDS = 0.02


class StopRequested(Exception):  # noqa: N818 - not an error: someone pressed Ctrl-C
    """Somebody asked us to stop while we were waiting for something."""


class Supervisor:
    """Use as a context manager: leaving it stops everything, in reverse order."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.children: dict[str, Child] = {}
        self._selector = selectors.DefaultSelector()
        self._stops = 0
        self._steps: dict[int, int | None] = {}

    def __enter__(self) -> "Supervisor":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._wake_read, wake_write = os.pipe()
        for end in (self._wake_read, wake_write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            signal.signal(number, self._ask_to_stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._selector.register(self._wake_read, selectors.EVENT_READ)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        signal.set_wakeup_fd(-1)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stops += 1

    # --- what the caller does -----------------------------------------------------------------------------------
    def start(self, spec: Spec) -> None:
        """Start a program and keep it alive from now on. Does not wait for it."""
        child = self.children[spec.name] = Child(spec, self.output)
        self._launch(child)

    def wait_ready(self, *names: str, seconds: float = 60.0) -> None:
        """Wait until the named programs serve. Raises EnvironmentFault when one does not manage it."""
        children = [self.children[name] for name in names]
        deadline = time.monotonic() + seconds
        while sum(child.check_ready() for child in children) < len(children):
            self._turn(WATCH_SECONDS)
            for child in children:
                if child.deaths >= DEATHS_WHILE_STARTING:
                    self.output.show_kept(child.spec.name)
                    raise EnvironmentFault(f"{child.spec.name} does not start; its last messages are above.")
                if not child.ready and time.monotonic() > deadline:
                    self.output.show_kept(child.spec.name)
                    raise EnvironmentFault(f"{child.spec.name} was not ready after {seconds:.0f} seconds.")

    def wait_until(self, done: Callable[[], bool], *, seconds: float) -> bool:
        """Keep everything alive until `done()`, at most so many seconds; whether it came true."""
        deadline = time.monotonic() + seconds
        while not done():
            if time.monotonic() > deadline:
                return False
            self._turn(WATCH_SECONDS)
        return True

    def run_step(self, process: subprocess.Popen[bytes]) -> int:
        """Keep everything alive until a process of the caller has ended; its exit status."""
        self._steps[process.pid] = None
        try:
            while self._steps[process.pid] is None:
                self._turn(TURN_SECONDS)
        except StopRequested:
            process.kill()
            process.wait()
            raise
        process.returncode = self._steps.pop(process.pid) or 0
        return process.returncode

    def run(self) -> None:
        """Keep everything alive until somebody asks us to stop."""
        try:
            while True:
                self._turn(TURN_SECONDS)
        except StopRequested:
            return

    def stop(self) -> None:
        """Stop everything, the highest layer first. A second Ctrl-C does not wait for unfinished work."""
        asked = self._stops
        for child in self.children.values():
            child.wanted = False
        for layer in sorted({child.spec.layer for child in self.children.values()}, reverse=True):
            group = [child for child in self.children.values() if child.spec.layer == layer and child.pid]
            for child in group:
                child.signal(child.spec.stop_signal)
            began = time.monotonic()
            while any(child.pid for child in group):
                self._listen(WATCH_SECONDS)
                for child in group:
                    late = time.monotonic() - began > child.spec.patience
                    if child.pid and (late or self._stops > max(asked, 1)):
                        child.signal(signal.SIGKILL)

    # --- the loop ----------------------------------------------------------------------------------------------------
    def _turn(self, seconds: float) -> None:
        """Wait for something to happen, at most so many seconds, and see to it."""
        self._listen(seconds)
        if self._stops:
            raise StopRequested
        for child in self.children.values():
            if child.pid is None and child.wanted and time.monotonic() >= child.start_at:
                self._launch(child)

    def _listen(self, seconds: float) -> None:
        due = [
            child.start_at - time.monotonic() for child in self.children.values() if child.pid is None and child.wanted
        ]
        for key, _ in self._selector.select(max(0.0, min([seconds, *due]))):
            if key.data is None:
                while _drain(self._wake_read):
                    pass
            elif not key.data.read():
                self._selector.unregister(key.fd)
        self._reap()

    def _launch(self, child: Child) -> None:
        try:
            child.start()
        except OSError as error:
            child.failed(str(error))
            return
        self._selector.register(child.pipe, selectors.EVENT_READ, child)  # type: ignore[arg-type]

    def _reap(self) -> None:
        """Collect every ended process: programs, steps, and orphans that were left to us."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid in self._steps:
                self._steps[pid] = os.waitstatus_to_exitcode(status)
            for child in self.children.values():
                if child.pid == pid:
                    if child.pipe in self._selector.get_map():
                        self._selector.unregister(child.pipe)  # type: ignore[arg-type]
                    child.ended(status)


def _drain(pipe: int) -> bool:
    try:
        return bool(os.read(pipe, 512))
    except BlockingIOError:
        return False
