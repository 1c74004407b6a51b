"""Checks over the year's work: what an association writes down is what the rules see (domain 5.2 to 5.3, W3)."""

from datetime import date
from typing import Any

import pytest

from apps.activities.domain.mentoring import add_pair, add_report, order_pair
from apps.activities.domain.work import change_work, record_work
from apps.activities.enums import Side, WorkKind
from apps.activities.models import Activity, MentoringPair
from apps.bodies.models import Body
from apps.calendars.queries.years import years_in_force
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.compliance.models import Finding
from apps.compliance.queries.facts import facts_of
from apps.core.actor import Actor
from apps.people.models import Person
from apps.plans.domain.lessons import LessonInput, add_lesson, cancel_lesson, date_schedule, hold_lesson
from apps.plans.domain.months import make_month
from apps.plans.enums import LessonKind
from apps.plans.models import LessonSchedule, MonthlyPlan, ScheduleEntry
from apps.plans.queries.months import months_of
from apps.rulebook.catalogues import ActivityKind, SeminarKind
from tests import cast, stage
from tests.compliance.conftest import evaluated
from usul.actors import system_actor

pytestmark = pytest.mark.usefixtures("school")
CLOSE = date(2027, 8, 31)
MEMBERS = range(stage.TEACHER, 9)


@pytest.fixture(autouse=True)
def untold(school: object) -> None:
    """The year as it is before anything of its work is written down."""
    for rows in (Activity, MentoringPair, MonthlyPlan, ScheduleEntry, LessonSchedule):
        rows.objects.all().delete()


@pytest.fixture
def by() -> Actor:
    """Somebody who writes when the year is over."""
    return system_actor("tests", on=CLOSE)


def verdict(check: str, as_of: date = CLOSE) -> str:
    evaluated(as_of)
    rows = Finding.objects.filter(check_id=check, superseded_on__isnull=True)
    return " ".join(sorted({row.verdict.value for row in rows}))


def association() -> Body:
    return Body.objects.get(pk=1)


def person(number: int) -> Person:
    return Person.objects.get(pk=number)


def work(by: Actor, kind: WorkKind, day: date, **values: Any) -> Activity:
    return record_work(by=by, body=association(), kind=kind, day=day, **values)


def test_a_plan_for_every_month(by: Actor) -> None:
    assert verdict("PL-6", date(2026, 9, 29)) == "PENDING"
    assert verdict("PL-6", cast.TODAY) == "FAIL"
    [item] = years_in_force()
    for month in months_of(item):
        make_month(by=by, body=association(), month=month, made_on=month)
    assert verdict("PL-6") == "PASS"


def test_every_open_lesson_is_held_or_explained(by: Actor) -> None:
    assert verdict("PL-7", cast.TODAY) == "PENDING"
    assert verdict("PL-7") == "FAIL"
    [item] = years_in_force()
    body = association()
    date_schedule(by=by, body=body, year=item.year, made_on=date(2026, 9, 20))
    held = add_lesson(by=by, body=body, lesson=LessonInput(day=date(2026, 10, 20), topic="Бир"))
    other = add_lesson(by=by, body=body, lesson=LessonInput(day=date(2027, 2, 20), topic="Эки"))
    hold_lesson(by=by, entry=held)
    assert verdict("PL-7") == "FAIL"
    cancel_lesson(by=by, entry=other, reason="Карантин")
    assert verdict("PL-7") == "PASS"
    date_schedule(by=by, body=body, year=item.year, made_on=date(2026, 10, 21))
    assert verdict("PL-7") == "FAIL"  # drawn up after its first lesson


def test_a_practical_seminar_with_lessons_and_an_event(by: Actor) -> None:
    """W3a."""
    assert (verdict("ST-4", cast.TODAY), verdict("ST-4")) == ("PENDING", "FAIL")
    body, day = association(), date(2027, 2, 12)
    lessons = [add_lesson(by=by, body=body, lesson=LessonInput(day=day, topic=topic)) for topic in ("Бир", "Эки")]
    event = add_lesson(by=by, body=body, lesson=LessonInput(day=day, topic="Кече", kind=LessonKind.EVENT))
    lessons = [hold_lesson(by=by, entry=entry) for entry in lessons]
    seminar = work(by, WorkKind.SEMINAR, day, title="Баалоо", seminar_kind=SeminarKind.PRACTICAL, lessons=lessons)
    assert verdict("ST-4") == "FAIL"  # no out-of-class event
    event = hold_lesson(by=by, entry=event)
    change_work(
        by=by, work=seminar, day=day, title="Баалоо", seminar_kind=SeminarKind.PRACTICAL, lessons=[*lessons, event]
    )
    assert verdict("ST-4") == "PASS"
    Activity.objects.update(seminar_kind=SeminarKind.TRAINING)
    assert verdict("ST-4") == "FAIL"


def test_a_head_comes_in_time_and_keeps_quiet(by: Actor) -> None:
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("VARU"), ModuleInput("ABDH")])
    head = {"person": person(stage.HEAD), "teacher": person(6)}
    visit = work(by, WorkKind.VISIT, date(2026, 10, 6), **head, entered_late=True)
    assert verdict("HD-7") == "FAIL"
    visit = change_work(by=by, work=visit, day=visit.day, **head, entered_late=True, necessity="Өрт коңгуроосу")
    assert verdict("HD-7") == "PASS"
    change_work(by=by, work=visit, day=visit.day, **head, criticised=True)
    assert verdict("HD-7") == "FAIL"
    Activity.objects.update(person=person(7))  # a visit among colleagues is no visit of the head
    assert verdict("HD-7") == "NA"


def test_every_member_has_a_topic_and_a_report(by: Actor) -> None:
    for number in MEMBERS:
        work(by, WorkKind.TOPIC, date(2026, 9, 14), title="Тема", person=person(number))
        work(by, WorkKind.CREATIVE_REPORT, date(2027, 5, 12), title="Отчёт", person=person(number))
    assert (verdict("MT-2", cast.TODAY), verdict("MT-1", cast.TODAY)) == ("PASS", "PENDING")
    assert (verdict("MT-1"), verdict("MT-2")) == ("PASS", "PASS")
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("S33U")])
    assert verdict("MT-1") == "FAIL"  # S33U: also handed to the leadership
    Activity.objects.filter(kind=WorkKind.CREATIVE_REPORT).update(handed_on=date(2027, 5, 20))
    assert verdict("MT-1") == "PASS"
    Activity.objects.filter(kind=WorkKind.TOPIC, person=6).delete()
    assert verdict("MT-2") == "FAIL"


def test_a_pair_passes_its_papers(by: Actor) -> None:
    [item] = years_in_force()
    days = {"proposed_on": date(2026, 10, 22), "mentor_plan_on": date(2026, 11, 5), "young_plan_on": date(2026, 11, 5)}
    pair = add_pair(by=by, body=association(), year=item.year, mentor=person(6), young=person(7), **days)
    assert (verdict("MT-3", cast.TODAY), verdict("MT-3")) == ("PENDING", "FAIL")
    order_pair(by=by, pair=pair, act_date=date(2026, 10, 26), number="90", signed_by=person(stage.DIRECTOR))
    assert verdict("MT-3") == "FAIL"  # no report
    add_report(by=by, pair=pair, given_by=Side.MENTOR, day=date(2027, 5, 12))
    assert verdict("MT-3") == "PASS"


def test_both_tasks_of_a_course_are_checked(by: Actor) -> None:
    values = {"title": "Курс", "person": person(6), "pre_checked_on": date(2026, 10, 1)}
    course = work(by, WorkKind.COURSE, date(2026, 10, 5), **values)
    assert verdict("MT-4") == "FAIL"
    change_work(by=by, work=course, day=course.day, **values, post_checked_on=date(2026, 11, 5))
    assert verdict("MT-4") == "PASS"


def test_labour_participation_is_settled_as_the_charter_says(by: Actor) -> None:
    row = work(by, WorkKind.PARTICIPATION, date(2026, 10, 5), own_commission=True)
    assert verdict("MT-5") == "FAIL"  # VARU asks for the analysis
    change_work(by=by, work=row, day=row.day, analysed_on=date(2027, 5, 12))
    assert verdict("MT-5") == "PASS"
    adopt_profile(by=by, valid_from=date(2026, 8, 2), chosen=[ModuleInput("S33U")])
    assert verdict("MT-5") == "FAIL"  # S33U asks for a commission of the association's own
    Activity.objects.update(own_commission=True)
    assert verdict("MT-5") == "PASS"


def test_what_is_prescribed_without_a_number_is_seen_once(by: Actor) -> None:
    assert (verdict("MT-6"), verdict("AC-1")) == ("WARN", "WARN")
    bodies = (association(), Body.objects.get(kind="council"))
    apart = {
        ActivityKind.MUTUAL_VISITS,
        ActivityKind.OPEN_LESSONS,
        ActivityKind.MENTORING,
        ActivityKind.COURSE_ATTENDANCE,
    }
    for body in bodies:
        for what in set(ActivityKind) - apart:
            record_work(by=by, body=body, kind=WorkKind.ACTIVITY, day=date(2027, 2, 10), what=what)
    assert (verdict("MT-6"), verdict("AC-1")) == (
        "PASS",
        "PASS WARN",
    )  # the association's visits and lessons are missing
    lesson = LessonInput(day=date(2027, 2, 10), topic="Бир")
    hold_lesson(by=by, entry=add_lesson(by=by, body=bodies[0], lesson=lesson))
    work(by, WorkKind.VISIT, date(2027, 2, 10), person=person(6), teacher=person(7))
    work(by, WorkKind.COURSE, date(2027, 2, 10), person=person(6), title="Курс")
    [item] = years_in_force()
    pair = add_pair(by=by, body=bodies[0], year=item.year, mentor=person(6), young=person(7))
    order_pair(by=by, pair=pair, act_date=date(2027, 2, 10), number="91", signed_by=person(stage.DIRECTOR))
    assert verdict("AC-1") == "PASS"


def test_what_was_heard_and_held_counts_without_a_second_entry(by: Actor) -> None:
    values = {"title": "Тема", "person": person(6), "heard_on": date(2026, 12, 17)}
    work(by, WorkKind.TOPIC, date(2026, 9, 14), **values)
    event = LessonInput(day=date(2026, 11, 10), topic="Кече", kind=LessonKind.EVENT)
    hold_lesson(by=by, entry=add_lesson(by=by, body=association(), lesson=event))
    [item] = years_in_force()
    [body] = facts_of(item).associations
    kinds = {(row.kind, row.on) for row in body.activities}
    assert kinds == {(ActivityKind.HEARING_SELF_EDUCATION, date(2026, 12, 17))}
    [entry] = body.schedules[0].entries
    assert (entry.kind, entry.state, entry.on) == ("event", "held", date(2026, 11, 10))
