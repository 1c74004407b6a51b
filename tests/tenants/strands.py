"""Threads that a test leads step by step: each has a connection and a context of its own and does one thing at a time."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from django.db import connections

T = TypeVar("T")
SECONDS = 60


class PlannedError(Exception):
    """An error that a walk raises on purpose."""


class Strand:
    """One thread. Blocks that were entered stay open between steps, so that those of several strands overlap in any order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._open: list[AbstractContextManager[Any]] = []

    def do(self, work: Callable[[], T]) -> T:
        """Run `work` in the thread; what it returns or raises."""
        return self._thread.submit(work).result(SECONDS)

    def enter(self, block: AbstractContextManager[Any]) -> None:
        """Enter a block in the thread and keep it open."""
        self.do(block.__enter__)
        self._open.append(block)

    def leave(self, error: Exception | None = None) -> None:
        """Leave the innermost block, with an error that has come up in it when one is given."""
        block = self._open.pop()
        kind, trace = (type(error), error.__traceback__) if error else (None, None)
        self.do(lambda: block.__exit__(kind, error, trace))

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._open)

    def beside(self, work: Callable[[], T], *, with_context: bool) -> T:
        """Run `work` in a new thread that was handed a copy of this one's context, or none."""
        context = self.do(contextvars.copy_context) if with_context else contextvars.Context()

        def inside() -> T:
            try:
                return context.run(work)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(1) as other:
            return other.submit(inside).result(SECONDS)

    def end(self) -> None:
        """Leave every block, close the thread's connections and the thread."""
        while self._open:
            try:
                self.leave(PlannedError())
            except Exception:
                continue
        self.do(connections.close_all)
        self._thread.shutdown()
