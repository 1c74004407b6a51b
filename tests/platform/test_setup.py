"""`make` on a machine that lacks something says so in one sentence; on a machine that lacks nothing it does nothing twice."""

import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

from tests.platform.machine import ROOT

# the interpreter itself, not the one of a virtual environment
PYTHON = getattr(sys, "_base_executable", sys.executable)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What set-up reads of the project."""
    (tmp_path / "infra").mkdir()
    for name in ("infra/install.py", "requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def make(checkout: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--silent", f"PYTHON={PYTHON}", *arguments],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], "HOME": str(checkout), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def only_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that is not make's own."""
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("usul: ")
    return lines[0]


def test_without_python_311(checkout: Path) -> None:
    done = make(checkout, "run", "PYTHON=/bin/false")
    assert done.returncode == 2
    assert "needs python3.11" in only_sentence(done)
    assert not (checkout / ".venv").exists()


def test_without_the_venv_module(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError")
    done = make(checkout, "setup", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert "python3.11-venv" in only_sentence(done)
    assert not (checkout / ".venv").exists()


def test_a_folder_that_refuses_the_environment(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file, not a folder")
    assert "cannot be made" in only_sentence(make(checkout, "setup"))


def test_an_installation_that_fails(checkout: Path) -> None:
    """pip's own words are shown, then the sentence; no marker says that set-up succeeded."""
    venv.create(checkout / ".venv", with_pip=False)
    (checkout / ".venv" / "bin" / "pip").write_text("half an environment: its pip is gone")
    done = make(checkout, "setup")
    assert done.returncode == 2
    words, sentence = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert words.endswith("No module named pip")
    assert sentence == "usul: pip could not install the locked packages; its last messages are above."
    assert not (checkout / ".venv" / "installed").exists()


def test_unchanged_locks_cost_nothing(checkout: Path) -> None:
    """What `setup` installed serves `run` too; a changed lock is noticed."""
    first = "import sys; sys.path.insert(0, 'infra'); import install; "
    fill = (
        "install.PYTHON.write_text(''); install.MARKER.write_text(' '.join(install.checksum(n) for n in install.LOCKS))"
    )
    (checkout / ".venv" / "bin").mkdir(parents=True)
    subprocess.run([PYTHON, "-c", first + fill], cwd=checkout, check=True)
    for wish in ("run", "dev"):
        began = time.monotonic()
        done = subprocess.run(
            [PYTHON, "infra/install.py", wish], cwd=checkout, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert time.monotonic() - began < 2
    with (checkout / "requirements.lock").open("a") as file:
        file.write("# changed\n")
    ask = first + "print([wish for wish in install.LOCKS if install.checksum(wish) in install.installed()])"
    assert (
        subprocess.run([PYTHON, "-c", ask], cwd=checkout, capture_output=True, text=True, check=True).stdout
        == "['dev']\n"
    )


def test_make_lists_its_targets(checkout: Path) -> None:
    said = make(checkout).stdout
    assert [line.split()[1] for line in said.splitlines()] == [
        "help", "setup", "run", "test", "lint", "format", "bench", "mutants", "mutants-isolation", "messages", "lock", "clean",
    ]  # fmt: skip
