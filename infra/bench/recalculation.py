"""A full recalculation of every school, from its records to the district's row, and the share of it spent in the rulebook."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from apps.district.tasks import refresh
from apps.rulebook import engine
from infra.bench import _demo
from tenants.enums import SchoolStatus
from tenants.routing import directory
from usul.benching import Report, Target, report

NAME = "recalculation"
COUNTRY = 2300


def run(*, rounds: int = 3) -> Report:
    """The body of the task `district.refresh_standing` for every school of the demonstration district, in one process.

    The first round is not counted: it makes connections and reads the regulations. The rounds that count find nothing new to keep, which is
    what a nightly recalculation is; a worker for each processor does as many more.
    """
    _demo.onboard()
    directory.forget()
    schools = [school for school in directory.schools() if school.status == SchoolStatus.READY]
    original = engine.evaluate
    clock = Clock(original)
    vars(engine)["evaluate"] = clock.timed  # callers ask the module for it
    try:
        for school in schools:
            refresh(school)
        clock.spent = 0.0
        began = time.perf_counter()
        for _ in range(rounds):
            for school in schools:
                refresh(school)
        taken = time.perf_counter() - began
    finally:
        vars(engine)["evaluate"] = original
    done = rounds * len(schools)
    return report(
        NAME,
        figures={
            "schools": len(schools),
            "rounds": rounds,
            "schools_per_second": round(done / taken, 1),
            "milliseconds_per_school": round(1000 * taken / done, 1),
            "country_minutes": round(COUNTRY * taken / done / 60, 1),
        },
        ratios={"rulebook_share": round(clock.spent / taken, 3)},
        targets={"rulebook_share": Target(at_most=0.5)},
    )


class Clock:
    """Adds up the time spent in a function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.spent = 0.0

        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.spent += time.perf_counter() - began

        self.timed = timed
