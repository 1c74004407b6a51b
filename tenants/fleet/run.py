"""Bringing the whole fleet to this release: public, rehearsal, canaries, waves. Stops by itself when too much fails.

The rehearsal is the compiling of the blueprint: every migration runs for real on an empty schema before any school is touched.
"""

import heapq
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django.db import connections

from tenants.fleet.compiled import Key
from tenants.fleet.plan import Member, Route, Stage, members_behind, route_of
from tenants.fleet.replay import Limits, Operations, Outcome, Result, replay, run_for_real
from tenants.fleet.state import ask_state
from tenants.fleet.versions import register
from tenants.owner import OWNER, only_owner, owner
from tenants.provisioning import compilation
from tenants.provisioning.blueprint import Blueprint
from tenants.routing import directory_changed

LOCK = 0x666C6565
BAR = 20  # characters of the progress bar
Tell = Callable[[str], None]


class FleetBusyError(RuntimeError):
    """Another process is migrating the fleet. Nothing was done here."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a run goes.

    Attributes:
        workers: schools under way at once.
        canary_share: share of the fleet that goes first, at least one school and at most `canaries_at_most`.
        waves: sizes of the following waves as shares of the fleet; the last takes what is left.
        stop_canaries: this many failed canaries end the run.
        stop_share: this share of failed schools in a wave (and at least `stop_canaries` schools) ends the run.
        patience: seconds for which a school whose tables are locked, or a server that went away, is tried again.
        looked_at: schools of each wave whose catalog is compared with the blueprint afterwards; canaries all are.
    """

    workers: int = 4
    canary_share: float = 0.01
    canaries_at_most: int = 20
    waves: tuple[float, ...] = (0.1, 1.0)
    stop_canaries: int = 2
    stop_share: float = 0.02
    patience: float = 120.0
    looked_at: int = 3
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class Report:
    """What a run came to: schools by what became of them, and the reasons of those that are not done."""

    schools: int = 0
    done: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    locked: dict[str, str] = field(default_factory=dict)
    stopped: str = ""
    uncompiled: tuple[Key, ...] = ()
    seconds: float = 0.0

    @property
    def complete(self) -> bool:
        """Whether every school is at this release."""
        return not (self.failed or self.locked or self.stopped)


def migrate_fleet(
    *, course: Course | None = None, schemas: list[str] | None = None, tell: Tell = lambda _text: None
) -> Report:
    """Bring every school (or those of `schemas`) to this release. Run it again after a crash: it goes on where it was.

    Raises:
        FleetBusyError: another run is going on.
        Exception: whatever a migration raises in the rehearsal; no school has been touched then.
    """
    began = time.monotonic()
    course = course or Course()
    with owner() as connection:
        state = ask_state(connection)
    if state.compiled and not state.behind:
        return Report(seconds=time.monotonic() - began)
    with only_owner(LOCK) as alone:
        if not alone:
            raise FleetBusyError("Another process is migrating the fleet: wait for it, or look at `usul fleet status`.")
        tell("rehearsal")
        plan = compilation.current()
        with owner() as connection:
            members = members_behind(connection, plan.digest, schemas)
            voyage = _prepared(connection, members, plan, course, tell)
        if members:
            voyage.sail()
        voyage.report.seconds = time.monotonic() - began
        return voyage.report


def bring_school(connection: Any, member: Member, *, limits: Limits | None = None) -> Outcome:
    """Bring one school to this release here and now, for a school that has just come in."""
    plan = compilation.current()
    voyage = _prepared(connection, [member], plan, Course(limits=limits or Limits()), lambda _text: None)
    return Wave(voyage, "alone", [member], bearable=1, look=1).move(connection, member, look=True)


def _prepared(connection: Any, members: list[Member], plan: Blueprint, course: Course, tell: Tell) -> "Voyage":
    routes: dict[str, Route] = {}
    for member in members:
        if member.digest not in routes:
            routes[member.digest] = route_of(connection, member, plan)
    operations = Operations()
    for route in routes.values():
        register(connection, route, plan)
        operations.render(one for stage in route.stages for one in stage.migrations)
    uncompiled = {
        stage.main.key for route in routes.values() for stage in route.stages if stage.main and _is_uncompiled(stage)
    }
    for app, name in sorted(uncompiled):
        tell(f"{app}.{name} cannot be compiled; Django's own executor runs it in each school")
    voyage = Voyage(members, routes, operations, plan, course, tell)
    voyage.report.uncompiled = tuple(sorted(uncompiled))
    return voyage


def _is_uncompiled(stage: Stage) -> bool:
    return stage.main is not None and stage.main.steps is None


@dataclass
class Voyage:
    """One run under way."""

    members: list[Member]
    routes: dict[str, Route]
    operations: Operations
    plan: Blueprint
    course: Course
    tell: Tell
    report: Report = field(default_factory=Report)
    stragglers: list[Member] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def sail(self) -> None:
        """Canaries first, then the waves, until all are done or the stop rule says halt. Locked schools come last."""
        self.report.schools = len(self.members)
        for name, members in self._waves():
            canaries = name == "canaries"
            bearable = (
                self.course.stop_canaries
                if canaries
                else max(self.course.stop_canaries, len(members) * self.course.stop_share)
            )
            wave = Wave(self, name, members, bearable, look=len(members) if canaries else self.course.looked_at)
            wave.run()
            directory_changed()
            if wave.halted or (canaries and wave.failed == len(members)):
                self.report.stopped = f"{wave.failed} of {len(members)} schools failed in {name}"
                return
        if self.stragglers:
            Wave(
                self, "stragglers", self.stragglers, len(self.stragglers) + 1, look=self.course.looked_at, patient=True
            ).run()
            directory_changed()

    def _waves(self) -> Iterator[tuple[str, list[Member]]]:
        """Canaries by lot, so that it is not always the same ones; the rest by slug."""
        total = len(self.members)
        count = min(self.course.canaries_at_most, max(1, round(total * self.course.canary_share)))
        canaries = random.Random(self.plan.digest).sample(self.members, min(count, total))  # noqa: S311 - a lot, no secret
        yield "canaries", canaries
        chosen = {member.id for member in canaries}
        rest = [member for member in self.members if member.id not in chosen]
        for number, share in enumerate(self.course.waves, start=1):
            size = len(rest) if number == len(self.course.waves) else max(1, round(total * share))
            wave, rest = rest[:size], rest[size:]
            if wave:
                yield f"wave {number}", wave

    def said(self, wave: str) -> None:
        """Tell how far the run is, how fast, and how long it will take."""
        settled = self.report.done + len(self.report.failed)
        rate = settled / max(time.monotonic() - self.began, 0.001)
        left = (self.report.schools - settled) / rate if rate else 0.0
        waiting = f", {len(self.report.locked)} wait for a lock" if self.report.locked else ""
        full = BAR * settled // max(self.report.schools, 1)
        bar = "█" * full + "░" * (BAR - full)
        self.tell(f"{wave}: {bar} {settled} of {self.report.schools} schools, {rate:.1f}/s, {left:.0f} s left{waiting}")


@dataclass
class Wave:
    """Schools that are moved together by several threads.

    A school whose tables are locked is put off until the other waves are through; then it is tried again with growing, uneven
    pauses. A server that went away is waited for. Once more than `bearable` schools have failed nothing new is begun.
    """

    voyage: Voyage
    name: str
    members: list[Member]
    bearable: float
    look: int
    patient: bool = False
    failed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def halted(self) -> bool:
        """Whether too many have failed."""
        return self.failed >= self.bearable

    def run(self) -> None:
        """Move all of them."""
        self.queue = [(0.0, number, member, 0) for number, member in enumerate(self.members)]
        self.deadline = time.monotonic() + self.voyage.course.patience
        workers = min(self.voyage.course.workers, len(self.members))
        with ThreadPoolExecutor(workers, thread_name_prefix="fleet") as pool:
            for task in [pool.submit(self._work) for _ in range(workers)]:
                task.result()

    def _work(self) -> None:
        connection = connections[OWNER]
        try:
            while True:
                with self.lock:
                    if not self.queue or self.halted:
                        return
                    ready_at, number, member, tries = heapq.heappop(self.queue)
                time.sleep(max(0.0, ready_at - time.monotonic()))
                outcome = self.move(connection, member, look=number < self.look)
                with self.lock:
                    self._settle(number, member, tries, outcome)
        finally:
            connection.close()

    def _settle(self, number: int, member: Member, tries: int, outcome: Outcome) -> None:
        report = self.voyage.report
        report.locked.pop(member.slug, None)
        again = time.monotonic() < self.deadline and (self.patient or outcome.result is Result.LOST)
        if outcome.result in (Result.DONE, Result.ELSEWHERE):
            report.done += 1
        elif outcome.result is Result.FAILED:
            report.failed[member.slug] = outcome.error
            self.failed += 1
        else:
            report.locked[member.slug] = outcome.error
            if again:
                pause = min(0.1 * 2 ** min(tries, 6), 5.0) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret
                heapq.heappush(self.queue, (time.monotonic() + pause, number, member, tries + 1))
            elif not self.patient:
                self.voyage.stragglers.append(member)
        self.voyage.said(self.name)

    def move(self, connection: Any, member: Member, *, look: bool) -> Outcome:
        """Take one school through the stages it still needs."""
        route = self.voyage.routes[member.digest]
        outcome = Outcome(Result.DONE)
        for stage in route.stages:
            if _is_uncompiled(stage):
                outcome = run_for_real(connection, member, stage)
            else:
                look_now = look and stage is route.stages[-1]
                outcome = replay(
                    connection, member, stage, self.voyage.operations, self.voyage.course.limits, look=look_now
                )
            if outcome.result not in (Result.DONE, Result.ELSEWHERE):
                return outcome
        if outcome.fingerprint and outcome.fingerprint != self.voyage.plan.fingerprint:
            return Outcome(Result.FAILED, "The catalog differs from the blueprint afterwards: see `usul fleet drift`.")
        return outcome
