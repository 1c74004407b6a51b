"""Plant each fault of `planted.py` into a copy of the product and see whether the tests beside it notice.

    make mutants-isolation                      all of them
    python -m tests.isolation.mutants cache     those with the word in their name

Exit status 1 when a fault survives. Nothing of the checkout is changed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psycopg2

from tests.isolation.planted import FAULTS, Fault
from usul import pytest_plugin
from usul.env import load
from usul.kept_clusters import BASE

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("api", "apps", "docs", "infra", "platform", "tenants", "tests", "pyproject.toml", "docker-compose.yml")
FAILED = 1  # pytest's exit status when tests have failed, as against not having been found or run
QUIET = (
    "-q",
    "-n",
    "0",
    "-x",
    "-p",
    "no:cacheprovider",
    "--no-header",
    "--tb",
    "line",
    "--timeout",
    "900",
    "--show-capture",
    "no",
)


def main(arguments: list[str]) -> int:
    """Print what became of each fault."""
    chosen = [fault for fault in FAULTS if not arguments or any(word in fault.name for word in arguments)]
    wanted = sorted(chosen, key=lambda fault: fault.rebuilds)  # so that the sound database is kept as long as possible
    pytest_plugin.start_servers()
    survivors = 0
    try:
        with tempfile.TemporaryDirectory(prefix="usul-mutants-") as name:
            copy = Path(name)
            copy.chmod(0o755)
            _copy(copy)
            everything = sorted({test for fault in wanted for test in fault.tests})
            status, said, seconds = run(copy, everything)
            if status:
                print(said[-4000:])
                print("The tests fail without any fault: mend them first.")
                return 1
            print(f"{len(everything)} files of tests pass without a fault ({seconds:.0f} s)\n")
            print(f"{'wall taken down':<52} {'':<10} {'s':>5}  noticed by")
            for fault in wanted:
                survivors += not _caught(copy, fault)
    finally:
        pytest_plugin.pytest_unconfigure()
    print(f"\n{len(wanted) - survivors} of {len(wanted)} faults were noticed")
    return 1 if survivors else 0


def _copy(target: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)


def planted(text: str, fault: Fault) -> str:
    """The file with the fault in it.

    Raises:
        LookupError: the text that is to be changed does not stand there exactly once.
    """
    if text.count(fault.before) != 1:
        raise LookupError(
            f"{fault.path} has changed: «{fault.before.strip()}» stands there {text.count(fault.before)} times."
        )
    return text.replace(fault.before, fault.after)


def _caught(copy: Path, fault: Fault) -> bool:
    """Run the tests over the fault; one line about what came of it."""
    path = copy / fault.path
    whole = path.read_text(encoding="utf-8")
    path.write_text(planted(whole, fault), encoding="utf-8")
    seconds, noticed, said = 0.0, "", ""
    try:
        if fault.rebuilds:
            _forget_template()
        for test in fault.tests:
            status, said, took = run(copy, [test])
            seconds += took
            if status == FAILED:
                told = (line for line in said.splitlines() if line.startswith(("FAILED ", "ERROR ")))
                noticed = next(told, f"FAILED {test}").partition(" ")[2].partition(" - ")[0]
                break
    finally:
        path.write_text(whole, encoding="utf-8")
    print(f"{fault.name:<52} {'noticed' if noticed else 'SURVIVED':<10} {seconds:5.1f}  {noticed}", flush=True)
    if not noticed:
        print(said[-2000:])
    return bool(noticed)


def run(copy: Path, tests: list[str]) -> tuple[int, str, float]:
    """Exit status, output and seconds of a test run over the copy."""
    began = time.monotonic()
    environment = os.environ | {"PYTHONPATH": f"{copy / 'platform'}{os.pathsep}{copy}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *QUIET, *tests]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr, time.monotonic() - began


def _forget_template() -> None:
    """The next run makes the test database anew, with the code as it stands in the copy."""
    with closing(psycopg2.connect(load()["DATABASE_URL"])) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for name in ("usul_template", "usul_template_unfinished", BASE):
                cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
