"""Facts of bodies: associations and councils with everything that belongs to them in one school year."""

from dataclasses import dataclass
from datetime import date

from apps.rulebook.enums import AssociationKind, Body, CouncilKind, MemberCategory, PeriodUnit
from apps.rulebook.facts.activities import (
    Activity,
    Course,
    CreativeReport,
    Material,
    MentoringPair,
    Participation,
    Seminar,
    Topic,
    Visit,
    YearReport,
    YearReview,
)
from apps.rulebook.facts.frame import Act, Term
from apps.rulebook.facts.papers import Card, Paper
from apps.rulebook.facts.plans import CouncilPlan, MonthlyPlan, Plan, Schedule
from apps.rulebook.facts.sittings import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person belongs to an association and teaches these subjects (codes of the caller's own list)."""

    id: str
    person: str
    since: date
    until: date | None = None
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """Directions, forms, methods or themes of the year with the act that approved them.

    Attributes:
        scope: which of `directions`, `forms`, `methods`, `themes` the paper holds.
    """

    id: str
    scope: frozenset[str] = frozenset()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """A methodical association with the records of one school year.

    Attributes:
        subjects: codes of the subjects of its education areas.
        created_on, dissolved_on: days of the orders; the association works on `[created_on, dissolved_on)`.
        acts: orders, submissions and decisions that created, reorganised or dissolved it.
        week_held_alone: it holds a methodical week on its own this year.
    """

    id: str
    kind: AssociationKind = AssociationKind.SUBJECT
    subjects: frozenset[str] = frozenset()
    created_on: date | None = None
    dissolved_on: date | None = None
    acts: tuple[Act, ...] = ()
    members: tuple[Membership, ...] = ()
    heads: tuple[Term, ...] = ()
    directions: tuple[Directions, ...] = ()
    plans: tuple[Plan, ...] = ()
    monthly_plans: tuple[MonthlyPlan, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    seminars: tuple[Seminar, ...] = ()
    visits: tuple[Visit, ...] = ()
    activities: tuple[Activity, ...] = ()
    creative_reports: tuple[CreativeReport, ...] = ()
    topics: tuple[Topic, ...] = ()
    pairs: tuple[MentoringPair, ...] = ()
    courses: tuple[Course, ...] = ()
    participation: tuple[Participation, ...] = ()
    materials: tuple[Material, ...] = ()
    reports: tuple[YearReport, ...] = ()
    reviews: tuple[YearReview, ...] = ()
    papers: tuple[Paper, ...] = ()
    cards: tuple[Card, ...] = ()
    week_held_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMembership:
    """A person sits in the council; the order that confirms it is an act of the council."""

    id: str
    person: str
    since: date
    until: date | None = None
    category: MemberCategory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """The members themselves resolved how often the council sits."""

    id: str
    unit: PeriodUnit
    least: int
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilReport:
    """The council's report and the body that heard it."""

    id: str
    recipient: Body
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A methodical or scientific-methodical council with the records of one school year.

    Attributes:
        acts: creating decision, orders on members and chair; an order lists its `persons` and holds until replaced.
    """

    id: str
    kind: CouncilKind = CouncilKind.METHODICAL
    created_on: date | None = None
    dissolved_on: date | None = None
    acts: tuple[Act, ...] = ()
    members: tuple[CouncilMembership, ...] = ()
    chairs: tuple[Term, ...] = ()
    secretaries: tuple[Term, ...] = ()
    plans: tuple[CouncilPlan, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    reports: tuple[CouncilReport, ...] = ()
    activities: tuple[Activity, ...] = ()
