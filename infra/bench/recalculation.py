"""A full recalculation of many schools through broker, workers and database, and the share of it spent in the rulebook."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from apps.district.models import EVERY_YEAR, DirtyMark, SchoolStanding
from apps.district.tasks import refresh, refresh_standing
from apps.rulebook import engine
from infra.bench import _demo
from infra.bench._copies import copy_up_to
from infra.bench._rounds import Rounds
from tenants.context import public_scope
from tenants.scope import SchoolRef
from usul.benching import Report, Target, report
from usul.celery import app
from usul.env import process_environment
from usul.serving import worker_command

NAME = "recalculation"
COUNTRY = 2300
IN_ONE_PROCESS = 24


def run(*, schools: int = 120, workers: int = 2, rounds: int = 3, minutes: int = 9) -> Report:
    """The task `district.refresh_standing` for every school: the twelve of the demonstration and copies of them, two years on record each.

    At first every verdict is new to the district and is written. The rounds after it find nothing new to keep, which is what a nightly
    recalculation is; the country's minutes are those of 2,300 schools at their pace. The share of the rulebook is taken in one process
    that does the body of the task for some of the schools.
    """
    _demo.onboard()
    clock = Rounds(minutes)
    everybody = copy_up_to(schools, clock.tell)
    with worker(workers):
        recalculate(everybody[:workers])
        first = clock.time("everything new", lambda: recalculate(everybody))
        judged = count_judged()
        if judged != len(everybody):
            message = f"The district knows {judged} of {len(everybody)} schools."
            raise RuntimeError(message)
        done = clock.repeat(rounds, lambda: clock.time("nothing new", lambda: recalculate(everybody)))
    seconds = clock.middle("nothing new", 2)
    alone, share = in_one_process(everybody[:IN_ONE_PROCESS])
    return report(
        NAME,
        figures={
            "schools": len(everybody),
            "workers": workers,
            "rounds": done,
            "everything_new_s": round(first, 2),
            "nothing_new_s": seconds,
            "schools_per_second": round(len(everybody) / seconds, 1),
            "country_minutes": round(COUNTRY * seconds / len(everybody) / 60, 1),
            "milliseconds_in_one_process": round(alone * 1000, 1),
        },
        ratios={"rulebook_share": round(share, 3)},
        targets={"rulebook_share": Target(at_most=0.5)},
    )


@contextmanager
def worker(processes: int) -> Iterator[None]:
    """The task worker as `usul run` starts it."""
    command = (*worker_command(processes), "--loglevel", "error")
    process = subprocess.Popen(command, env=process_environment(), stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def recalculate(schools: list[SchoolRef]) -> None:
    """Mark every year of every school, queue them and wait until no message is left, neither waiting nor in somebody's hands."""
    with public_scope():
        DirtyMark.objects.bulk_create([DirtyMark(schema_name=school.schema, year=EVERY_YEAR) for school in schools])
    for school in schools:
        refresh_standing.for_school(school)
    with app.connection() as connection:
        broker = connection.default_channel.client
        while broker.llen(app.conf.task_default_queue) or broker.hlen("unacked"):
            time.sleep(0.05)


def count_judged() -> int:
    """Schools of which the district knows a standing."""
    with public_scope(readonly=True):
        return SchoolStanding.objects.values("school").distinct().count()


def in_one_process(schools: list[SchoolRef]) -> tuple[float, float]:
    """Seconds for a school, and the share of them spent in the rulebook."""
    original = engine.evaluate
    clock = Clock(original)
    vars(engine)["evaluate"] = clock.timed  # callers ask the module for it
    try:
        refresh(schools[0])
        clock.spent = 0.0
        began = time.perf_counter()
        for school in schools:
            refresh(school)
        taken = time.perf_counter() - began
    finally:
        vars(engine)["evaluate"] = original
    return taken / len(schools), clock.spent / taken


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
