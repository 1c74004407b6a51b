"""What a person sees while Usul works: one line for each step, with its time."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

DETAIL_SECONDS = 1.0  # without a terminal, a detail is written at most this often


class Progress:
    """`with progress.step("Database"): …`; called with a text inside a step it says how far the step is."""

    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self.stream = stream
        self._terminal = stream.isatty()
        self._title = ""
        self._told_at = 0.0

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """One step; its line ends with the seconds it took, or with `failed`."""
        self._title, began = title, time.monotonic()
        self._told_at = began
        if self._terminal:
            self._line(f"  · {title} …", end="")
        try:
            yield
        except BaseException:
            self._line(f"  ✗ {title}  failed")
            raise
        self._line(f"  ✓ {title}  {time.monotonic() - began:.1f} s")

    def __call__(self, detail: str) -> None:
        """Say how far the running step is, such as `school 3 of 12`."""
        if self._terminal:
            self._line(f"  · {self._title}: {detail}", end="")
        elif time.monotonic() - self._told_at > DETAIL_SECONDS:
            self._told_at = time.monotonic()
            self._line(f"  · {self._title}: {detail}")

    def _line(self, text: str, end: str = "\n") -> None:
        start = "\r\x1b[K" if self._terminal else ""
        print(f"{start}{text}", end=end, file=self.stream, flush=True)
