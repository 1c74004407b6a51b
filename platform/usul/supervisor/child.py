"""One program under supervision: its process, its log, and when it may start again."""

import contextlib
import os
import select
import signal
import subprocess
import time

from usul.supervisor.output import Lines, Output
from usul.supervisor.spec import Spec, spawn

PAUSES = (0.2, 1.0, 2.0, 5.0, 10.0)  # seconds before the first, second, … restart in a row
STEADY_SECONDS = 30.0  # alive for so long, a program counts as healthy again
LOG_CHUNK = 65536


class Child:
    """Started, restarted and stopped by the supervisor; never waits by itself."""

    def __init__(self, spec: Spec, output: Output) -> None:
        self.spec = spec
        self.deaths = 0
        self.ready = False
        self.wanted = True
        self.start_at = time.monotonic()
        self.pipe: int | None = None
        self.status: int | None = None
        self._output = output
        self._lines = Lines()
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the program; its streams go into our joined log."""
        read, write = os.pipe()
        try:
            self._process = spawn(self.spec, write)
        except BaseException:
            os.close(read)
            raise
        finally:
            os.close(write)
        os.set_blocking(read, False)
        self.pipe = read
        self.status = None
        self._started_at = time.monotonic()

    def read(self) -> bool:
        """Pass on what the program wrote. False once all its streams are closed."""
        if self.pipe is None:
            return False
        try:
            data = os.read(self.pipe, LOG_CHUNK)
        except BlockingIOError:
            return True
        for line in self._lines.feed(data) if data else self._lines.end():
            if line and not any(part in line for part in self.spec.quiet):
                self._output.line(self.spec.name, line)
        return bool(data)

    def close_log(self) -> None:
        """Pass on the last lines and let go of the pipe."""
        if self.pipe is not None:
            while self.read():
                if not _readable(self.pipe):
                    break
            os.close(self.pipe)
            self.pipe = None

    def ended(self, status: int) -> None:
        """Take note that the process is gone (`status` as waitpid gave it), end what it left, plan the next start."""
        process, self._process = self._process, None
        if process is None:
            return
        self.status = process.returncode = os.waitstatus_to_exitcode(status)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # its own children, if it died without stopping them
        self.close_log()
        if time.monotonic() - self._started_at > STEADY_SECONDS:
            self.deaths = 0
        self.failed(f"stopped: {reason(self.status)}")

    def failed(self, why: str) -> None:
        """Plan the next start, later after each failure in a row."""
        pause = PAUSES[min(self.deaths, len(PAUSES) - 1)]
        self.deaths += 1
        self.ready = False
        self.start_at = time.monotonic() + pause
        if self.wanted:
            self._output.line(self.spec.name, f"{why}; starts again in {pause:g} s")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program, if it runs."""
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, number)

    def check_ready(self) -> bool:
        """Whether the program serves; asked of the program until it first says yes."""
        if not self.ready and self._process is not None:
            self.ready = self.spec.is_ready()
        return self.ready


def _readable(pipe: int) -> bool:
    """Whether a read would give something now."""
    return bool(select.select([pipe], [], [], 0)[0])


def reason(status: int) -> str:
    """An exit status in words."""
    return f"killed by {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
