"""Measuring in rounds: each time is told as it is taken, the whole ends in time, and who is asked to stop reports what there is.

What is told goes to the error stream, so that the report stays a document of its own.
"""

import gc
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median
from types import FrameType

HEARD = (signal.SIGINT, signal.SIGTERM)


class Rounds:
    """The times of one benchmark by name, in seconds.

    Args:
        minutes: no round is begun that would, as long as the longest so far, end later than this after the beginning. One always is.
    """

    def __init__(self, minutes: float) -> None:
        self.began = time.monotonic()
        self.end = self.began + minutes * 60
        self.times: dict[str, list[float]] = defaultdict(list)
        self.asked = False
        self.process = os.getpid()
        for one in HEARD:
            signal.signal(one, self._hear)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked or os.getpid() != self.process:  # a child of stock's executor is told to end by this signal
            raise KeyboardInterrupt
        self.asked = True
        self.tell("asked to stop: this round ends, then the report follows; ask again to leave at once")

    def tell(self, text: str) -> None:
        """One line with the time since the beginning."""
        sys.stderr.write(f"[{time.monotonic() - self.began:6.1f} s] {text}\n")
        sys.stderr.flush()

    def time(self, name: str, work: Callable[[], object]) -> float:
        """How long `work` takes by the clock on the wall, garbage of earlier work collected before; kept under `name`."""
        gc.collect()
        began = time.perf_counter()
        work()
        taken = time.perf_counter() - began
        self.times[name].append(taken)
        self.tell(f"{name}: {taken:.3f} s")
        return taken

    def repeat(self, wanted: int, once: Callable[[], object]) -> int:
        """Call `once` `wanted` times, less often when time runs out or somebody asks to stop; returns how often it came to its end.

        Raises:
            SystemExit: stopped before the first round was whole: there is nothing to report.
        """
        longest = 0.0
        for done in range(wanted):
            if done and (self.asked or time.monotonic() + longest > self.end):
                return done
            began = time.monotonic()
            try:
                once()
            except Exception:
                if self.asked and done:  # the servers were asked to stop as well
                    return done
                if self.asked:
                    raise SystemExit(130) from None
                raise
            longest = max(longest, time.monotonic() - began)
            self.tell(f"round {done + 1} of {wanted}")
        return wanted

    def middle(self, name: str, places: int = 4) -> float:
        """The median of what was kept under `name`."""
        return round(median(self.times[name]), places)
