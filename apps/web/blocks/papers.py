"""View models of findings and of papers: an argument, rule lights, a route of acts, a provenance line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from apps.web.blocks.verdicts import Mark, mark

StepState = Literal["done", "current", "todo", "refused"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """`3 · Жобонун 1.2-пункту · буйрук №14, 2025-жылдын 1-сентябры`.

    `value` is empty when only the place is named; `act` and `act_on` name the act that put the document into force.
    """

    clause: str
    value: str = ""
    act: str = ""
    act_on: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another admitted reading of the same clause and the verdict that it would give."""

    name: str
    verdict: str
    why: str
    severity: str = ""
    in_force: bool = False

    @property
    def mark(self) -> Mark:
        return mark(self.verdict, self.severity)


@dataclass(frozen=True, slots=True)
class Fact:
    """One measured thing: `Күн тартиби жарыяланган` with a text or a date, or both."""

    label: str
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Why a verdict is what it is, in the order a person asks: rule, place, fact, limit, next step.

    `rule` is one sentence. `limit` is what the rule computed for this record. `readings` has at least two entries when
    the verdict depends on the reading. `next_url` opens the page that mends the matter.
    """

    verdict: str
    rule: str
    source: Provenance
    facts: Sequence[Fact]
    limit: Fact | None = None
    severity: str = ""
    code: str = ""
    about: str = ""
    next_label: str = ""
    next_url: str = ""
    readings: Sequence[Reading] = ()

    @property
    def mark(self) -> Mark:
        return mark(self.verdict, self.severity, differs=bool(self.readings))


@dataclass(frozen=True, slots=True)
class Light:
    """One rule of a sitting: verdict, short reason and, while it can still be met, the deadline."""

    name: str
    verdict: str
    why: str = ""
    severity: str = ""
    due: date | None = None
    url: str = ""

    @property
    def mark(self) -> Mark:
        return mark(self.verdict, self.severity)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Seats, presence and need; `needed` was computed by the policy and is `None` where nothing regulates it."""

    present: int
    members: int
    needed: int | None
    verdict: str
    source: Provenance | None = None

    @property
    def mark(self) -> Mark:
        return mark(self.verdict)

    @property
    def missing(self) -> int:
        return max((self.needed or 0) - self.present, 0)


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One act of a route: considered, agreed, approved. `state` says where the paper is."""

    name: str
    state: StepState
    who: str = ""
    on: date | None = None
    note: str = ""

    @property
    def icon(self) -> str:
        return {"done": "check", "current": "arrow-right", "todo": "clock", "refused": "close"}[self.state]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline; `time` is already in words (`14:20`)."""

    on: date
    text: str
    icon: str = "history"
    who: str = ""
    time: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A stored paper: title, address, form and size in words, and the SHA-256 of its bytes (64 hex digits or empty)."""

    title: str
    url: str
    form: str = ""
    size: str = ""
    sha256: str = ""
    signed: bool = False

    @property
    def hash_start(self) -> str:
        return self.sha256[:8]


@dataclass(frozen=True, slots=True)
class Work:
    """One line of a list of what to do: where it leads, why it is there, and until when.

    `mark` is the verdict behind it; without one `icon` says what kind of work it is. `about` stands above the title.
    """

    title: str
    url: str
    why: str = ""
    about: str = ""
    mark: Mark | None = None
    icon: str = "arrow-right"
    due: date | None = None
