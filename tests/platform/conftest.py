"""Places for tests that start servers of their own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every account may enter; pytest's own are private."""
    place = Path(tempfile.mkdtemp(prefix="usul-open-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place, ignore_errors=True)
