"""The application `usul` with one task more, for tests that take the broker away from a working worker."""

import time
from pathlib import Path

from celery import Task

from usul.celery import app

__all__ = ["app"]


@app.task(name="tests.note", base=Task)  # type: ignore[untyped-decorator]
def note(path: str, word: str, seconds: float) -> None:
    """Write that the work began, take some time, write that it ended."""
    with Path(path).open("a") as file:
        file.write(f"{word} began\n")
    time.sleep(seconds)
    with Path(path).open("a") as file:
        file.write(f"{word} ended\n")
