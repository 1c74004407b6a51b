"""Every check and test of the project, with a summary at the end."""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from usul.env import process_environment
from usul.readiness import ROOT

HELP = "Run every check and test; fails when one of them does."
AT_ONCE = 2
PROCESSES = "2"


@dataclass(frozen=True, slots=True)
class Check:
    """One program that fails when something is wrong, and what it watches over."""

    name: str
    watches: str
    argv: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    check: Check
    status: int
    seconds: float
    said: str


def checks() -> list[Check]:
    """All checks but the tests, the slowest first."""
    python, tools = sys.executable, Path(sys.executable).parent
    without_database = {"DATABASE_URL": "", "DATABASE_APP_URL": "", "USUL_ENV": "test"}
    return [
        Check("types", "mypy", (python, "-m", "mypy")),
        Check("imports", "the directions of docs/architecture.md", (str(tools / "lint-imports"), "--no-logo")),
        Check(
            "migrations",
            "models and migrations agree",
            (python, "-m", "django", "makemigrations", "--check", "--dry-run", "--verbosity", "1"),
            {"DJANGO_SETTINGS_MODULE": "usul.settings.test", **without_database},
        ),
        Check("translations", "every text in three languages", (python, "-m", "usul", "messages", "check")),
        Check("templates", "djlint", (python, "-m", "djlint", "apps", "platform", "--lint", "--quiet")),
        Check("style", "ruff check", (python, "-m", "ruff", "check", "--output-format", "concise", ".")),
        Check("format", "ruff format", (python, "-m", "ruff", "format", "--check", ".")),
    ]


def tests(arguments: Sequence[str]) -> Check:
    """The test suite; files whose tests share a running instance stay in one process."""
    argv = (sys.executable, "-m", "pytest", "-q", "-n", PROCESSES, "--dist", "loadgroup", *arguments)
    return Check("tests", "pytest, with real servers", argv)


def arguments(parser: argparse.ArgumentParser) -> None:
    names = [check.name for check in checks()] + ["tests"]
    parser.add_argument("--only", metavar="NAME", action="append", choices=names, help=f"one of: {', '.join(names)}")
    parser.add_argument("--without", metavar="NAME", action="append", choices=names, default=[], help="leave one out")
    parser.add_argument("pytest", nargs="*", help="handed on to pytest, after --")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 when a check or a test fails."""
    wanted = [check for check in checks() if _wanted(check.name, options)]
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for outcome in pool.map(_quietly, wanted):
            outcomes.append(outcome)
            _tell(outcome)
    if _wanted("tests", options):
        outcomes.append(_openly(tests(options.pytest)))
    return _summary(outcomes)


def _wanted(name: str, options: argparse.Namespace) -> bool:
    return name not in options.without and (not options.only or name in options.only)


def _quietly(check: Check) -> Outcome:
    began = time.monotonic()
    done = subprocess.run(
        check.argv,
        cwd=ROOT,
        env={**process_environment(), **check.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(check, done.returncode, time.monotonic() - began, done.stdout.strip())


def _openly(check: Check) -> Outcome:
    """Run with its output on our terminal: a person wants to see the tests pass."""
    began = time.monotonic()
    status = subprocess.run(check.argv, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode
    return Outcome(check, status, time.monotonic() - began, "")


def _tell(outcome: Outcome) -> None:
    mark = "✗" if outcome.status else "✓"
    print(f"{mark} {outcome.check.name:<13} {outcome.seconds:5.1f} s  {outcome.check.watches}", flush=True)
    if outcome.status and outcome.said:
        print("    " + "\n    ".join(outcome.said.splitlines()[-60:]), flush=True)


def _summary(outcomes: list[Outcome]) -> int:
    failed = [outcome.check.name for outcome in outcomes if outcome.status]
    total = sum(outcome.seconds for outcome in outcomes)
    print(
        f"\n{len(outcomes)} checks, {len(failed)} failed{': ' + ', '.join(failed) if failed else ''} ({total:.0f} s of work)"
    )
    return 1 if failed else 0
