"""Mutation testing of the rulebook: does a test notice when a rule is changed?

    python -m tests.rulebook.mutants [--folder FOLDER] [--sample NUMBER] [names of mutants…]

A whole run takes hours; a sample draws mutants of the checks, the policy and the date arithmetic by lot, the same ones every time.

mutmut leaves decorated functions alone, and every rule is one. So a copy of the rulebook is made in FOLDER (default
`mutants-of-the-rulebook`) in which a rule is registered after its definition instead of above it, and mutmut runs there with the
settings below. `mutmut results` and `mutmut show NAME` in that folder tell about survivors; `docs/rulebook.md` lists them.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = (
    "apps/__init__.py",
    "apps/rulebook",
    "tests/__init__.py",
    "tests/rulebook",
    "infra/bench/rulebook.py",
    "docs/rules.md",
)
LEFT_OUT = ("test_monotonic.py", "test_source.py", "mutants.py")  # slow, or about the source itself
CORE = ("apps.rulebook.checks.", "apps.rulebook.policy.", "apps.rulebook.dates.", "apps.rulebook.periods.")
FIRST = "apps.rulebook.dates.*"  # with no name at all mutmut would run everything
SEED = 33
WORDS = {
    0: "survived",
    1: "killed",
    3: "killed",
    5: "no tests",
    33: "no tests",
    24: "timeout",
    36: "timeout",
    -24: "timeout",
}
SETTINGS = """\
[tool.mutmut]
source_paths = ["apps/rulebook"]
do_not_mutate = [
  "apps/rulebook/rules_page.py",
  "apps/rulebook/wording/*",
  "apps/rulebook/checks/next_steps.py",
]
also_copy = ["apps/__init__.py", "tests", "infra", "docs", "apps"]
pytest_add_cli_args_test_selection = ["tests/rulebook"]
pytest_add_cli_args = ["-p", "no:django", "-p", "no:randomly", "-p", "no:cacheprovider", "-q"]
use_git_change_detection = false
track_dependencies = false

[tool.pytest.ini_options]
addopts = "--import-mode=importlib --strict-markers"
pythonpath = ["."]
filterwarnings = ["error"]
"""


def main(arguments: list[str]) -> int:
    """Make the copy, run mutmut in it, print how many mutants were killed."""
    parser = argparse.ArgumentParser(prog="mutants", description="Mutation testing of the rulebook.")
    parser.add_argument("--folder", type=Path, default=Path("mutants-of-the-rulebook"))
    parser.add_argument("--sample", type=int, default=0, help="how many mutants; all of them when left out")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    folder, names = options.folder.resolve(), options.names
    if not (folder / "pyproject.toml").exists():
        prepare(folder)
    if options.sample:
        if not (folder / "mutants").exists():
            mutmut(folder, "run", FIRST)
        names = drawn(folder, options.sample)
    status = mutmut(folder, "run", *names)
    print(json.dumps(score(folder), indent=2, ensure_ascii=False))  # noqa: T201
    return status


def mutmut(folder: Path, *words: str) -> int:
    """Run mutmut in the folder; its exit status."""
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": "."}, check=False).returncode


def drawn(folder: Path, number: int) -> list[str]:
    """Names of mutants of the core, drawn by a fixed lot."""
    names = sorted(name for name in outcomes(folder) if name.startswith(CORE))
    return random.Random(SEED).sample(names, min(number, len(names)))


def prepare(folder: Path) -> None:
    """A copy of the rulebook and its quick tests, ready for mutmut."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", *LEFT_OUT))
        else:
            shutil.copy(source, target)
    for path in sorted((folder / "apps/rulebook/checks").rglob("*.py")):
        path.write_text(registered_below(path.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")


def registered_below(words: str) -> str:
    """The source of a chapter with each `@rule(…)` moved below the function it registers."""
    lines = words.splitlines()
    moved: list[tuple[int, int, int, str]] = []
    for node in ast.parse(words).body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            first = node.decorator_list[0]
            if isinstance(first, ast.Call) and isinstance(first.func, ast.Name) and first.func.id == "rule":
                moved.append((first.lineno - 1, first.end_lineno or 0, node.end_lineno or 0, node.name))
    for start, end, last, name in reversed(moved):
        call = lines[start:end]
        call[0] = call[0].lstrip("@")
        call[-1] = f"{call[-1]}({name})"
        lines[last:last] = ["", "", *call]
        del lines[start:end]
    return "\n".join(lines) + "\n"


def outcomes(folder: Path) -> dict[str, int | None]:
    """Exit status of every mutant by its name; none of a mutant that has not run."""
    found: dict[str, int | None] = {}
    for path in (folder / "mutants").rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def score(folder: Path) -> dict[str, object]:
    """Mutants by what became of them, the share that was killed, and the survivors."""
    rows = outcomes(folder)
    counts = Counter("not run" if code is None else WORDS.get(code, f"exit {code}") for code in rows.values())
    killed, judged = counts["killed"] + counts["timeout"], sum(counts.values()) - counts["not run"]
    return {
        "mutants": dict(counts),
        "killed_share": round(killed / judged, 4) if judged else 0.0,
        "survivors": sorted(name for name, code in rows.items() if code == 0),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
