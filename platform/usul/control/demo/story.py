"""A school's year as it went: plans, sittings, votes, minutes. What goes wrong depends on the school's habit."""

import random
from dataclasses import dataclass
from datetime import date, time, timedelta

from apps.bodies.models import Body
from apps.calendars.domain.years import YearDates
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.people.models import Person
from apps.plans.domain.plans import PlanItemInput, complete_item, draft_plan, record_plan_act
from apps.plans.enums import PlanDrafter, PlanTemplate
from apps.plans.models import WorkPlan
from apps.rulebook.enums import ActKind, ItemKind, Role
from apps.rulebook.parameters.plans import PLAN_INPUTS
from apps.rulebook.template_items import TemplateItem
from apps.sittings.domain.inputs import (
    AttendanceInput,
    HeldInput,
    ItemInput,
    ResolutionInput,
    SignatureInput,
    VoteInput,
)
from apps.sittings.domain.plan import announce_sitting, plan_sitting
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.resolutions import complete_resolution
from apps.sittings.enums import SittingKind
from apps.sittings.models import Resolution, Sitting
from usul.control.demo.agenda import ASSOCIATION_YEAR, COUNCIL_YEAR, Topic
from usul.control.demo.council import plan_of_council
from usul.control.demo.papers import tell_papers
from usul.control.demo.schools import Habit, Story
from usul.control.demo.staff import Cast
from usul.control.demo.work import Year, work_of_council, year_of_work


@dataclass(frozen=True, slots=True)
class Manner:
    """What a habit looks like in numbers of this story; none of them is a rule."""

    skipped: int
    unsigned: float
    without_decision: float
    notice: tuple[int, int]
    present: float
    plan_delay: int
    whole_plan: bool = False
    this_year: bool = True


MANNERS = {
    Habit.EXEMPLARY: Manner(0, 0.0, 0.0, (9, 14), 0.97, -3, whole_plan=True),
    Habit.STEADY: Manner(0, 0.04, 0.08, (7, 10), 0.9, 2, whole_plan=True),
    Habit.SLIPPING: Manner(1, 0.2, 0.2, (4, 8), 0.8, 20),
    Habit.LATE: Manner(2, 0.35, 0.3, (2, 6), 0.62, 55),
    Habit.SILENT: Manner(3, 0.3, 0.3, (3, 7), 0.75, 30, this_year=False),
}
PLAN_LINES = (
    ("wp.org.year_plan", (9, 5)),
    ("wp.org.ktp", (9, 15)),
    ("wp.ctl.open_lesson_schedule", (10, 20)),
    ("wp.met.mentoring", (11, 5)),
    ("wp.met.mutual_visits", (12, 10)),
    ("wp.ctl.subject_weeks", (2, 20)),
    ("wp.met.seminar_trainings", (3, 25)),
    ("wp.met.creative_reports", (5, 15)),
    ("wp.met.annual_report", (5, 20)),
)
OTHER_LINES = tuple((item.value, (5, 20)) for item in TemplateItem if item.value not in dict(PLAN_LINES))
EVERY_INPUT = tuple(PLAN_INPUTS.allowed)


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything a year of one school is told from."""

    by: Actor
    story: Story
    cast: Cast
    year: AcademicYear
    dates: YearDates
    current: bool
    chance: random.Random

    @property
    def manner(self) -> Manner:
        return MANNERS[self.story.habit]

    @property
    def today(self) -> date:
        return self.by.today

    def day(self, month: int, day: int) -> date:
        """A day of this academic year; August belongs to the weeks before it."""
        return date(self.dates.starts_on.year + (month < 8), month, day)


def tell_year(telling: Telling) -> None:
    """Play one year up to today."""
    if telling.current and not telling.manner.this_year:
        return
    for body, members in telling.cast.associations:
        _association_year(telling, body, members)
    if telling.cast.council is not None:
        body, members = telling.cast.council
        _sittings(telling, body, members, COUNCIL_YEAR, chair=members[0], council=True)
        _executed(telling, body)
        work_of_council(telling.story.habit, _work(telling, body, members))
        if telling.manner.whole_plan:
            plan_of_council(
                by=telling.by,
                story=telling.story,
                body=body,
                year=telling.year,
                cast=telling.cast,
            )
    tell_papers(by=telling.by, story=telling.story, cast=telling.cast, year=telling.year, dates=telling.dates)


def _association_year(telling: Telling, body: Body, members: list[Person]) -> None:
    head = members[0]
    _sittings(telling, body, members, ASSOCIATION_YEAR, chair=head, council=False)
    _plan(telling, body, members)
    year_of_work(telling.story.habit, _work(telling, body, members))


def _work(telling: Telling, body: Body, members: list[Person]) -> Year:
    return Year(
        by=telling.by,
        body=body,
        year=telling.year,
        starts_on=telling.dates.starts_on,
        ends_on=telling.dates.ends_on,
        members=members,
        director=telling.cast.offices[Role.DIRECTOR],
        chance=random.Random(f"{telling.story.slug} {body.pk} {telling.year}"),  # noqa: S311  # a story, not a secret
    )


def _sittings(
    telling: Telling,
    body: Body,
    members: list[Person],
    agenda: tuple[tuple[tuple[int, int], tuple[Topic, ...]], ...],
    *,
    chair: Person,
    council: bool,
) -> None:
    skipped = set(telling.chance.sample(range(1, len(agenda)), telling.manner.skipped))
    for number, (day, topics) in enumerate(agenda):
        held_on = telling.day(*day) + timedelta(days=telling.chance.randint(0, 2) if number else 0)
        last = number == len(agenda) - 1
        if not body.exists_on(held_on):
            continue
        if held_on > telling.today:
            _announce_next(telling, body, topics, held_on, last=last)
            return
        if number not in skipped:
            _held(telling, body, members, topics, held_on, chair=chair, council=council, last=last)


def _announce_next(telling: Telling, body: Body, topics: tuple[Topic, ...], day: date, *, last: bool) -> None:
    kind = SittingKind.YEAR_END if last else SittingKind.ORDINARY
    items = [ItemInput(text=topic.text, kind=topic.kind) for topic in topics]
    sitting = plan_sitting(by=telling.by, body=body, planned_on=day, kind=kind, starts_at=time(14, 0), items=items)
    announced = day - timedelta(days=telling.manner.notice[1])
    if announced <= telling.today:
        announce_sitting(by=telling.by, sitting=sitting, announced_on=announced)


def _held(
    telling: Telling,
    body: Body,
    members: list[Person],
    topics: tuple[Topic, ...],
    held_on: date,
    *,
    chair: Person,
    council: bool,
    last: bool,
) -> None:
    chance, manner = telling.chance, telling.manner
    attendance = tuple(
        AttendanceInput(person, present=person == chair or chance.random() < manner.present) for person in members
    )
    present = sum(row.present for row in attendance)
    signed_on = min(held_on + timedelta(days=chance.randint(0, 4)), telling.today)
    without = chance.random() < manner.without_decision
    signature = SignatureInput(
        signed_on=signed_on, chair=chair, secretary=telling.cast.secretary if council else members[1]
    )
    record_sitting(
        by=telling.by,
        body=body,
        kind=SittingKind.YEAR_END if last else SittingKind.ORDINARY,
        held=HeldInput(
            held_on=held_on,
            announced_on=held_on - timedelta(days=chance.randint(*manner.notice)),
            starts_at=time(14, 0),
            place="Усулдук кабинет",
            items=tuple(
                _item(telling, topic, present, chair, council=council, decided=not without) for topic in topics
            ),
            attendance=attendance,
            resolutions=()
            if without
            else tuple(_resolution(telling, n, topic, members, held_on) for n, topic in enumerate(topics, 1)),
            signature=None if chance.random() < manner.unsigned else signature,
        ),
    )


def _item(telling: Telling, topic: Topic, present: int, chair: Person, *, council: bool, decided: bool) -> ItemInput:
    review = topic.kind is ItemKind.RECOMMENDATIONS
    against = 1 if present > 4 and telling.chance.random() < 0.2 else 0
    return ItemInput(
        text=topic.text,
        kind=topic.kind,
        speaker=telling.cast.offices[Role.DEPUTY_OTI] if review else chair,
        speaker_role=Role.DEPUTY_OTI if review else None,
        analysis_on_file=review,
        adopted=decided or None,
        vote=VoteInput(yes=present - against, no=against) if council and decided else None,
    )


def _resolution(telling: Telling, number: int, topic: Topic, members: list[Person], held_on: date) -> ResolutionInput:
    due_on = held_on + timedelta(days=telling.chance.randint(14, 45))
    return ResolutionInput(text=topic.decision, item=number, responsible=telling.chance.choice(members), due_on=due_on)


def _plan(telling: Telling, body: Body, members: list[Person]) -> None:
    start = telling.dates.starts_on
    adopted_at = Sitting.objects.filter(body=body, year=telling.year, held_on__isnull=False).order_by("held_on").first()
    variant = "VARU" in telling.story.modules.get("association", ())
    plan = draft_plan(
        by=telling.by,
        body=body,
        year=telling.year,
        template=PlanTemplate.VARIANT if variant else PlanTemplate.S33,
        drafted_by=PlanDrafter.HEAD_WITH_TEACHERS,
        authors=members[:3],
        adopted_at=adopted_at,
        inputs=EVERY_INPUT if telling.manner.whole_plan else ("school_plan", "methodical_theme"),
        items=[
            PlanItemInput(template_key=key, responsible=telling.chance.choice(members), due_on=telling.day(*due))
            for key, due in (*PLAN_LINES, *(OTHER_LINES if telling.manner.whole_plan else ()))
        ],
    )
    _route(telling, plan, start + timedelta(days=telling.manner.plan_delay), variant=variant)
    _progress(telling, plan)
    _executed(telling, body)


def _route(telling: Telling, plan: WorkPlan, day: date, *, variant: bool) -> None:
    offices = telling.cast.offices
    by_director = variant or "ABDH" in telling.story.modules.get("head", ())
    if day > telling.today:
        return
    deputy = offices[Role.DEPUTY_OTI]
    kind = ActKind.CONSENT if by_director else ActKind.APPROVAL
    record_plan_act(by=telling.by, plan=plan, kind=kind, act_date=day, signed_by=deputy, signed_role=Role.DEPUTY_OTI)
    approved = day + timedelta(days=1)
    if by_director and approved <= telling.today:
        record_plan_act(
            by=telling.by,
            plan=plan,
            kind=ActKind.APPROVAL,
            act_date=approved,
            signed_by=offices[Role.DIRECTOR],
            signed_role=Role.DIRECTOR,
        )


def _progress(telling: Telling, plan: WorkPlan) -> None:
    diligence = 1 - telling.manner.without_decision
    for item in plan.items.select_related("plan__year"):
        if item.due_on is not None and item.due_on <= telling.today and telling.chance.random() < diligence:
            complete_item(by=telling.by, item=item, done_on=item.due_on)


def _executed(telling: Telling, body: Body) -> None:
    """Most of what was resolved is done on its day."""
    diligence = 1 - telling.manner.without_decision
    due = Resolution.objects.filter(sitting__body=body, sitting__year=telling.year, due_on__lte=telling.today)
    for resolution in due.select_related("sitting__year"):
        if resolution.due_on is not None and telling.chance.random() < diligence:
            complete_resolution(by=telling.by, resolution=resolution, done_on=resolution.due_on)
