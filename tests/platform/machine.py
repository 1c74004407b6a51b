"""A started `usul` as a test sees it: what it says, which processes it has, how it ends."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# what the test run sets for itself and a fresh start must not inherit
OWN = ("DATABASE_URL", "DATABASE_APP_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "PROMETHEUS_MULTIPROC_DIR")


def environment(state: Path, **more: str) -> dict[str, str]:
    """The environment of a person who starts Usul with its state in `state`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("USUL_", "PYTEST_")) and name not in OWN
    }
    path = os.pathsep.join([str(ROOT / "platform"), str(ROOT)])
    return {
        **kept,
        "PYTHONPATH": path,
        "USUL_STATE_DIR": str(state),
        "USUL_WEB_WORKERS": "1",
        "USUL_TASK_WORKERS": "1",
        **more,
    }


class Usul:
    """`usul ARGUMENTS…` in the background. Leave it with `with`, so that nothing stays behind."""

    def __init__(
        self, *arguments: str, env: dict[str, str], prefix: tuple[str, ...] = (), python: str = sys.executable
    ) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [*prefix, python, "-m", "usul", *arguments],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Usul":
        return self

    def __exit__(self, *_: object) -> None:
        left = self.family()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(25)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with contextlib.suppress(ValueError):
            for line in self.process.stdout:
                self.said.append(line.rstrip("\n"))

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    def hear(self, pattern: str, *, seconds: float = 40, after: int = 0) -> str:
        """Wait for a line that matches; the line. `after` skips that many lines."""
        deadline = time.monotonic() + seconds
        while True:
            for line in self.said[after:]:
                if re.search(pattern, line):
                    return line
            ended = self.process.poll() is not None and not self._reader.is_alive()
            assert not ended, f"ended without saying {pattern!r}:\n{self.text}"
            assert time.monotonic() < deadline, f"{pattern!r} was not said in {seconds} s:\n{self.text}"
            time.sleep(0.02)

    def ask_to_stop(self, number: signal.Signals = signal.SIGINT, *, seconds: float = 30) -> int:
        """Send the signal and wait for the end; the exit status."""
        self.process.send_signal(number)
        status = self.process.wait(seconds)
        self._reader.join(5)
        return status

    def family(self) -> list[int]:
        """Every living process below ours."""
        below, found = children_by_parent(), []
        waiting = [self.process.pid]
        while waiting:
            for pid in below.get(waiting.pop(), []):
                found.append(pid)
                waiting.append(pid)
        return found

    def program(self, words: str) -> int:
        """The process id of the direct child whose command line holds `words`."""
        for pid in children_by_parent().get(self.process.pid, []):
            if words in command_line(pid):
                return pid
        raise AssertionError(f"no child of Usul runs {words!r}: {[command_line(pid) for pid in self.family()]}")


def children_by_parent() -> dict[int, list[int]]:
    """Process ids by the id of their parent; the dead are left out."""
    found: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, parent = (place / "stat").read_text().rsplit(")", 1)[1].split()[:2]
            if state != "Z":
                found.setdefault(int(parent), []).append(int(place.name))
    return found


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def processor_seconds(pid: int) -> float:
    """What the process and its ended children have used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def alive(pids: list[int]) -> list[int]:
    """Those of the processes that still run."""
    running = {pid for group in children_by_parent().values() for pid in group}
    return [pid for pid in pids if pid in running]


def wait_gone(pids: list[int], *, seconds: float = 20) -> list[int]:
    """Wait until none of them runs; those that still do."""
    deadline = time.monotonic() + seconds
    while alive(pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    return alive(pids)
