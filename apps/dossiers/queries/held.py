"""What Usul holds already and therefore never asks for: orders, plans, minutes, charters. One query, whatever the school's size."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from apps.activities.enums import WorkKind
from apps.activities.models import Activity
from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Directions, Membership
from apps.calendars.queries.years import YearInForce
from apps.charters.enums import ProfileState
from apps.charters.models import ProfileModule
from apps.core.ranges import overlapping, valid_at
from apps.dossiers.enums import PlanCopy
from apps.dossiers.models import ControlBook, ControlEntry, TeacherCard
from apps.people.models import RoleHolding
from apps.plans.models import LessonSchedule, MonthlyPlan, WorkPlan
from apps.proposals.enums import PaperKind
from apps.proposals.models import Paper
from apps.rulebook.catalogues import DossierItem, HosItem
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.rulebook.module import ModuleKind
from apps.rulebook.module_files import all_modules
from apps.sittings.enums import SittingState
from apps.sittings.models import AgendaItem, Minutes

# where a paper that Usul holds is to be found: the kind of record, as the audit trail names it
ACT, CHARTER, SITTING, DIRECTIONS, PLAN, SCHEDULE, MONTHS, WORK, PAPER, CARDS, PERSON, BOOK = (
    "act",
    "charter",
    "sitting",
    "directions",
    "plan",
    "schedule",
    "monthly_plan",
    "activity",
    "paper",
    "cards",
    "person",
    "control_book",
)
OF_DIRECTIONS = ("themes", "tasks")


@dataclass(frozen=True, slots=True)
class Held:
    """A paper of the list that is on file by itself.

    Attributes:
        since: the day on it; None when it bears none.
        record: kind and number of the record that is the paper.
    """

    item: str
    part: str
    since: date | None
    record: tuple[str, int]


@dataclass(frozen=True, slots=True)
class HeldPapers:
    """Papers by association; `shared` stand in the dossier of every association, `studies` in that of the head of studies."""

    by_body: dict[int, tuple[Held, ...]]
    shared: tuple[Held, ...]
    studies: tuple[Held, ...]

    def of(self, body_id: int) -> tuple[Held, ...]:
        """Everything that is on file by itself for one association, one paper of each item."""
        return _one_each((*self.by_body.get(body_id, ()), *self.shared))


def held_papers(item: YearInForce) -> HeldPapers:
    """What the records of the school hold for a year."""
    first, *others = (*_of_associations(item), *_of_charters(item), *_of_studies(item))
    by_body: dict[int, list[Held]] = defaultdict(list)
    shared: list[Held] = []
    studies: list[Held] = []
    in_studies = set(HosItem.codes())
    for body_id, code, part, kind, number, day in first.union(*others, all=True):
        held = Held(code, part, day, (kind, number))
        if code in in_studies:
            studies.append(held)
        elif body_id is None:
            shared.append(held)
        else:
            by_body[body_id].append(held)
    return HeldPapers(
        {body_id: tuple(rows) for body_id, rows in by_body.items()}, _one_each(shared), _one_each(studies)
    )


def _one_each(rows: Any) -> tuple[Held, ...]:
    """The newest paper of each item and part."""
    found: dict[tuple[str, str], Held] = {}
    for row in sorted(rows, key=lambda row: (row.since or date.min, row.record)):
        found[row.item, row.part] = row
    return tuple(found.values())


def _rows(
    rows: QuerySet[Any],
    item: str | F,
    kind: str,
    *,
    body: Any = None,
    day: Any = None,
    number: str = "pk",
    part: str = "",
) -> QuerySet[Any, tuple[Any, ...]]:
    """A source as (body, item, part, kind of record, its number, day)."""
    text, whole = CharField(), BigIntegerField()
    return (
        rows.order_by()
        .annotate(
            to_body=Cast(F(body) if body else Value(None), whole),
            to_item=item if isinstance(item, F) else Value(item, text),
            to_part=Value(part, text),
            to_kind=Value(kind, text),
            to_number=Cast(F(number), whole),
            to_day=Cast(F(day) if isinstance(day, str) else (day or Value(None)), DateField()),
        )
        .values_list("to_body", "to_item", "to_part", "to_kind", "to_number", "to_day")
    )


def _of_associations(item: YearInForce) -> list[QuerySet[Any, tuple[Any, ...]]]:
    return [*_of_orders(), *_of_last_year(item.year.start_year - 1), *_of_year(item), *_of_work(item)]


def _of_orders() -> list[QuerySet[Any, tuple[Any, ...]]]:
    orders = Act.objects.filter(kind=ActKind.ORDER, state__in=STANDING, revoked_on__isnull=True)
    about_body = orders.filter(subject_type="body")
    created = about_body.filter(purpose__in=(Purpose.CREATE, Purpose.REORGANISE))
    appointed = about_body.filter(purpose=Purpose.APPOINT_HEAD)
    heads = Membership.objects.filter(role=MembershipRole.HEAD, act__in=orders)
    return [
        _rows(created, DossierItem.ORDER_CREATE, ACT, body="subject_id", day="act_date"),
        _rows(appointed, DossierItem.ORDER_CHAIR, ACT, body="subject_id", day="act_date"),
        _rows(heads, DossierItem.ORDER_CHAIR, ACT, body="body_id", day="act__act_date", number="act_id"),
    ]


def _of_last_year(start_year: int) -> list[QuerySet[Any, tuple[Any, ...]]]:
    """The analysis of the year before: stated at a sitting, or the association's own report."""
    stated = AgendaItem.objects.filter(
        analysis_on_file=True, sitting__year__start_year=start_year, sitting__state=SittingState.HELD
    )
    reports = _papers(PaperKind.YEAR_REPORT).filter(year__start_year=start_year, handed_on__isnull=False)
    where = {"body": "sitting__body_id", "day": "sitting__held_on", "number": "sitting_id"}
    return [
        _rows(stated, DossierItem.PREV_YEAR_ANALYSIS, SITTING, **where),
        _rows(reports, DossierItem.PREV_YEAR_ANALYSIS, PAPER, body="body_id", day="handed_on"),
    ]


def _papers(kind: PaperKind) -> QuerySet[Paper]:
    return Paper.objects.filter(kind=kind, withdrawn_on__isnull=True, body__isnull=False)


def _of_year(item: YearInForce) -> list[QuerySet[Any, tuple[Any, ...]]]:
    themes = Directions.objects.filter(year=item.year, content__has_any_keys=OF_DIRECTIONS)
    signed = Minutes.objects.filter(sitting__year=item.year, signed_on__isnull=False)
    first_signed = signed.order_by().values("sitting__body_id").annotate(first=Min("signed_on"), one=Min("sitting_id"))
    plans = WorkPlan.objects.filter(year=item.year)
    schedules = LessonSchedule.objects.filter(year=item.year)
    months = _first(MonthlyPlan.objects.filter(year=item.year), "made_on")
    return [
        _rows(themes, DossierItem.THEME_AND_TASKS, DIRECTIONS, body="body_id"),
        _rows(plans, DossierItem.YEAR_PLAN, PLAN, body="body_id", day="adopted_on"),
        _rows(schedules, DossierItem.OPEN_LESSON_SCHEDULE, SCHEDULE, body="body_id", day="made_on"),
        _rows(months, DossierItem.MONTHLY_PLANS, MONTHS, body="body_id", day="first", number="one"),
        _rows(first_signed, DossierItem.MINUTES, SITTING, body="sitting__body_id", day="first", number="one"),
        _rows(_with_cards(item), DossierItem.TEACHER_DATA_BANK, CARDS, body="pk"),
    ]


def _of_work(item: YearInForce) -> list[QuerySet[Any, tuple[Any, ...]]]:
    work = Activity.objects.filter(year=item.year)
    topics, reports = (_first(work.filter(kind=kind), "day") for kind in (WorkKind.TOPIC, WorkKind.CREATIVE_REPORT))
    programmes = _papers(PaperKind.AUTHOR).filter(year=item.year)
    return [
        _rows(topics, DossierItem.SELF_EDUCATION, WORK, body="body_id", day="first", number="one"),
        _rows(reports, DossierItem.CREATIVE_REPORTS, WORK, body="body_id", day="first", number="one"),
        _rows(programmes, DossierItem.AUTHOR_PROGRAMMES, PAPER, body="body_id", day="entered_on"),
    ]


def _first(rows: QuerySet[Any], day: str) -> Any:
    """The first record of each body."""
    return rows.order_by().values("body_id").annotate(first=Min(day), one=Min("pk"))


def _with_cards(item: YearInForce) -> QuerySet[Body]:
    """Associations whose members at the year's end have a card each."""
    members = valid_at(Membership.objects.filter(body=OuterRef("pk")), item.revision.ends_on)
    without = members.exclude(Exists(TeacherCard.objects.filter(person=OuterRef("person_id"))))
    return Body.objects.filter(Exists(members), ~Exists(without), kind=BodyKind.ASSOCIATION)


def _of_charters(item: YearInForce) -> list[QuerySet[Any, tuple[Any, ...]]]:
    known = all_modules().values()
    of_year = ProfileModule.objects.filter(
        Q(profile__valid_until__isnull=True) | Q(profile__valid_until__gt=item.revision.starts_on),
        profile__valid_from__lte=item.revision.close_on,
    ).exclude(profile__state=ProfileState.DRAFT)
    return [
        _rows(
            of_year.filter(module__in=[one.code for one in known if one.kind is kind]), paper, CHARTER,
            day="profile__valid_from", number="profile_id",
        )
        for kind, paper in (
            (ModuleKind.ASSOCIATION_CHARTER, DossierItem.REGULATION),
            (ModuleKind.HEAD_DUTIES, DossierItem.JOB_DUTIES),
        )
    ]  # fmt: skip


def _of_studies(item: YearInForce) -> list[QuerySet[Any, tuple[Any, ...]]]:
    revision = item.revision
    in_office = overlapping(
        RoleHolding.objects.filter(role=Role.HEAD_OF_STUDIES).exclude(order_number=""),
        revision.starts_on,
        revision.close_on,
    )
    councils = WorkPlan.objects.filter(year=item.year, body__kind=BodyKind.COUNCIL)
    books = ControlBook.objects.filter(Exists(ControlEntry.objects.filter(book=OuterRef("pk"))), year=item.year)
    kind: Any = ExpressionWrapper(F("kind"), output_field=CharField())
    return [
        _rows(in_office, HosItem.APPOINTMENT, PERSON, day="valid_from", number="person_id"),
        _rows(councils, HosItem.PLAN_COPIES, PLAN, day="adopted_on", number="body_id", part=PlanCopy.COUNCIL),
        _rows(books.annotate(code=kind), F("code"), BOOK, day="opened_on"),
    ]
