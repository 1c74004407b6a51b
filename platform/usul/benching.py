"""The frame of the benchmarks: one file of `infra/bench` is one benchmark, found by its name.

A benchmark's file has a docstring (its first line is shown in the list), and `run(**sizes) -> Report`: keyword-only whole numbers with
defaults, so that a person can ask for another size. It runs in a process of its own, with servers of its own that are thrown away
afterwards, and with Django set up on them; the database is empty until the benchmark calls `usul.control.bootstrap.prepare`. No
installation's data is ever touched. Files that begin with an underscore are helpers.
"""

import ast
import importlib
import inspect
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from usul.boot import django_ready
from usul.env import EnvironmentFault, process_environment, set_for_children
from usul.readiness import ROOT
from usul.temporary import own_folder

FOLDER = ROOT / "infra" / "bench"
GIVEN_ADDRESSES = ("DATABASE_URL", "DATABASE_APP_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """A bound of one figure or ratio. Exactly one of the two is given."""

    at_most: float | None = None
    at_least: float | None = None

    def holds(self, value: float) -> bool:
        """Whether `value` keeps the bound."""
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)

    def told(self) -> dict[str, float]:
        """The bound as the report carries it: {"at_most": 5.0}."""
        return {
            name: bound for name, bound in (("at_most", self.at_most), ("at_least", self.at_least)) if bound is not None
        }


def report(
    name: str,
    *,
    figures: Mapping[str, Any],
    ratios: Mapping[str, float] | None = None,
    targets: Mapping[str, Target],
) -> Report:
    """The report of a benchmark: `name`, `figures`, `ratios`, `targets` and whether all of these were `met`.

    Args:
        targets: by the name of a figure or a ratio.

    Raises:
        KeyError: a target names neither a figure nor a ratio.
    """
    measured = {**figures, **(ratios or {})}
    return {
        "name": name,
        "figures": dict(figures),
        "ratios": dict(ratios or {}),
        "targets": {key: target.told() for key, target in targets.items()},
        "met": all(target.holds(measured[key]) for key, target in targets.items()),
    }


def benchmarks() -> dict[str, str]:
    """What each benchmark tells about itself in one line, by name.

    Raises:
        EnvironmentFault: this is an installed package; the benchmarks are in the sources only.
    """
    if not FOLDER.is_dir():
        raise EnvironmentFault(
            "The benchmarks are part of the sources, not of the installed package: run this in a checkout."
        )
    found = {}
    for path in sorted(FOLDER.glob("*.py")):
        if not path.stem.startswith("_"):
            words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            found[path.stem.replace("_", "-")] = words.partition("\n")[0]
    return found


def load(name: str) -> ModuleType:
    """The module of benchmark `name`; its imports need Django set up."""
    return importlib.import_module(f"infra.bench.{name.replace('-', '_')}")


def sizes(module: ModuleType, wishes: Sequence[str]) -> dict[str, int]:
    """`wishes` such as "schools=200" as arguments of the benchmark.

    Raises:
        EnvironmentFault: a wish has another form, or the benchmark has no such size.
    """
    known = {key: value.default for key, value in inspect.signature(module.run).parameters.items()}
    chosen = {}
    for wish in wishes:
        key, _, number = wish.partition("=")
        if key not in known or not number.isdigit():
            choices = ", ".join(f"{name}={default}" for name, default in known.items()) or "none"
            raise EnvironmentFault(
                f"--set {wish} cannot be used: write NAME=NUMBER. This benchmark's sizes: {choices}."
            )
        chosen[key] = int(number)
    return chosen


@contextmanager
def throwaway_installation() -> Iterator[None]:
    """Servers of our own in a temporary folder, settings of production speed, Django set up; gone afterwards."""
    folder = own_folder("bench", Path(tempfile.gettempdir()))
    folder.chmod(0o711)
    set_for_children(
        **{name: "" for name in GIVEN_ADDRESSES if name in process_environment()},
        USUL_STATE_DIR=str(folder / "state"),
        USUL_ENV="dev",
    )
    try:
        with django_ready():
            yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
