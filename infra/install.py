"""Make `.venv` from the locked requirements: `install.py run`, `install.py dev`. Resolve them again: `install.py lock`.

Uses the standard library alone, since nothing else is there yet. Does nothing while locks and interpreter are
unchanged.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
MARKER = VENV / "installed"
COMPILE = (
    "uv", "pip", "compile", "pyproject.toml", "--python-version", "3.11", "--python-platform", "x86_64-manylinux_2_28",
    "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet",
)  # fmt: skip
COMPILE_DEV = ("--group", "dev", "-c", "requirements.lock")
FAULT = 2


def main(arguments: list[str]) -> int:
    """Exit status 0, or 2 with one sentence."""
    wish = arguments[0] if arguments else "dev"
    if wish == "lock":
        return lock()
    if wish not in LOCKS:
        return fault(f"install.py knows run, dev and lock, not {wish}.")
    wanted = checksum(wish)
    if wanted in installed():
        return 0
    for step in (make_venv, lambda: install(LOCKS[wish]), install_project):
        status = step()
        if status:
            return status
    # the development requirements hold the others too
    kept = [checksum(name) for name in LOCKS if wish == "dev" or name == wish]
    MARKER.write_text("\n".join(kept) + "\n")
    return 0


def checksum(wish: str) -> str:
    """Of everything that decides what is installed."""
    digest = hashlib.sha256(f"{wish} {sys.version} {ROOT}".encode())
    for path in (LOCKS[wish], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def installed() -> set[str]:
    """Checksums of what `.venv` holds; empty when it cannot be used."""
    try:
        found = set(MARKER.read_text().split())
    except OSError:
        return set()
    return found if PYTHON.exists() else set()


def make_venv() -> int:
    """Make `.venv`, anew when it is broken."""
    if PYTHON.exists() and (VENV / "bin" / "pip").exists():
        return 0
    try:
        import ensurepip  # noqa: F401 - Debian packs it apart
        import venv
    except ImportError:
        return fault(
            "python3.11 is here, its venv module is not: install it (Debian 12: apt-get install python3.11-venv)."
        )
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return fault(f"The folder {VENV} cannot be made ({error}): check free space and rights of {ROOT}.")
    return 0


def install(requirements: Path) -> int:
    """Install exactly what is locked."""
    packages = sum(1 for line in requirements.read_text().splitlines() if "==" in line)
    say(f"Installing {packages} packages into .venv (once) …")
    began = time.monotonic()
    status = pip("--require-hashes", "--requirement", str(requirements))
    if status == 0:
        say(f"Installed in {time.monotonic() - began:.0f} s.")
    return status


def install_project() -> int:
    """Install the project itself, in place and without network."""
    return pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))


def pip(*arguments: str) -> int:
    """Run pip in `.venv`; its output is shown only when it fails."""
    done = subprocess.run(
        (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"},
        check=False,
    )
    if done.returncode:
        print("\n".join(done.stdout.strip().splitlines()[-15:]), file=sys.stderr)
        return fault("pip could not install the locked packages; its last messages are above.")
    return 0


def lock() -> int:
    """Write both lock files again; versions that still fit are kept."""
    if not shutil.which("uv"):
        return fault("`make lock` needs uv and finds none: install it into any environment that is on the PATH.")
    for name, more in (("run", ("--group", "build")), ("dev", COMPILE_DEV)):
        done = subprocess.run((*COMPILE, *more, "--output-file", LOCKS[name].name), cwd=ROOT, check=False)
        if done.returncode:
            return fault(f"{LOCKS[name].name} could not be resolved; the reason is above.")
    return 0


def say(text: str) -> None:
    print(text, flush=True)


def fault(sentence: str) -> int:
    print(f"usul: {sentence}", file=sys.stderr)
    return FAULT


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
