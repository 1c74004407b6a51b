"""Facts of plans: the association's work plan, monthly plans, the schedule of open lessons, the council's plan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from apps.rulebook.catalogues import PlanInput
from apps.rulebook.facts.frame import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A line of a work plan; `key` is the template key (`wp.*`), empty for the school's own line."""

    id: str
    key: str = ""
    due_on: date | None = None
    done_on: date | None = None
    waived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A work plan in its present version.

    Attributes:
        authors: persons who drew it up.
        inputs: what it refers to; `inputs_waived`: left out with a written reason.
        keys_waived: template keys left out with a written reason.
        acts: adoption at a sitting, consent, approval.
    """

    id: str
    period_start: date
    period_end: date | None = None
    authors: frozenset[str] = frozenset()
    inputs: frozenset[PlanInput] = frozenset()
    inputs_waived: frozenset[PlanInput] = frozenset()
    items: tuple[PlanItem, ...] = ()
    keys_waived: frozenset[str] = frozenset()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyPlan:
    """A plan for one month; any day of the month names it."""

    id: str
    month: date
    made_on: date


class EntryState(StrEnum):
    """What became of a line of the schedule."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"


class EntryKind(StrEnum):
    """What a line of the schedule is."""

    OPEN_LESSON = "open_lesson"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry:
    """An open lesson or event of the schedule; a moved or cancelled one should carry a reason."""

    id: str
    on: date
    kind: EntryKind = EntryKind.OPEN_LESSON
    state: EntryState = EntryState.PLANNED
    has_reason: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The year's schedule of open lessons and out-of-class events."""

    id: str
    made_on: date
    entries: tuple[ScheduleEntry, ...] = ()


class CouncilPlanForm(StrEnum):
    """Form of a council's yearly plan."""

    CYCLOGRAM = "cyclogram"
    PLAN = "plan"


class CouncilPlanDrafter(StrEnum):
    """Who drew the council's plan up."""

    CHAIR = "chair"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPlan:
    """The council's yearly plan with the acts of its route."""

    id: str
    form: CouncilPlanForm | None = None
    drafter: CouncilPlanDrafter | None = None
    acts: tuple[Act, ...] = ()
