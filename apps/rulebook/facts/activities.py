"""Facts of the year's work: seminars, visits, reports, mentoring, courses, nominations, materials."""

from dataclasses import dataclass
from datetime import date

from apps.rulebook.catalogues import ActivityKind, Contest, MaterialKind, NominationKind, ProgrammeKind, SeminarKind
from apps.rulebook.enums import Body, ReportForm, Role
from apps.rulebook.facts.frame import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Seminar:
    """A seminar with the numbers of open lessons and out-of-class events linked to it."""

    id: str
    kind: SeminarKind
    held_on: date | None = None
    open_lessons: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit to a lesson."""

    id: str
    visitor: str
    on: date
    entered_late: bool = False
    necessary: bool = False
    criticised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Any prescribed activity that was done."""

    id: str
    kind: ActivityKind
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CreativeReport:
    """A teacher's creative report; `handed_on` is the day it went to the leadership."""

    id: str
    person: str
    given_on: date
    handed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A teacher's self-education topic of the year."""

    id: str
    person: str
    set_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringPair:
    """A mentor and a young teacher with the papers of their year."""

    id: str
    proposed_on: date | None = None
    order: Act | None = None
    mentor_plan_approved_on: date | None = None
    young_plan_approved_on: date | None = None
    reports: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A teacher went to courses; tasks before and after it."""

    id: str
    person: str
    starts_on: date
    pre_checked_on: date | None = None
    post_checked_on: date | None = None
    essay_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """The year's labour-participation coefficient: who made the commission, when the work was analysed with it."""

    id: str
    created_by: Body | None = None
    created_on: date | None = None
    analysed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReport:
    """A report on the association's year, once for each recipient."""

    id: str
    recipient: Role
    submitted_on: date
    form: ReportForm = ReportForm.WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReview:
    """A deputy's written analysis of the association's year."""

    id: str
    on: date
    role: Role
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """A person put forward for a contest, training, publication, category, title or award.

    Attributes:
        acts: the association's decision, the council's recommendation.
    """

    id: str
    kind: NominationKind
    on: date
    contest: Contest | None = None
    person: str | None = None
    association: str | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """An individual plan or exam material; `used_from` is the first day of its use."""

    id: str
    kind: MaterialKind
    used_from: date | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme on its way: recommendation of the council, approval of the pedagogical council."""

    id: str
    kind: ProgrammeKind
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A creative group."""

    id: str
    head: str | None = None
    members: frozenset[str] = frozenset()
    since: date
    until: date | None = None
