"""Temporary folders that do not pile up: what a killed process left is removed by the next one of its kind."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def own_folder(kind: str, top: Path) -> Path:
    """A new private folder of this process below `top`. Removes those of dead processes of the same kind and account."""
    for left in top.glob(f"usul-{kind}-*"):
        with contextlib.suppress(ValueError, OSError):
            pid = int(left.name.removeprefix(f"usul-{kind}-").partition("-")[0])
            if left.stat().st_uid == os.geteuid() and not Path(f"/proc/{pid}").exists():
                shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"usul-{kind}-{os.getpid()}-", dir=top))
