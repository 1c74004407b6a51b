"""The year's work through its verbs: what may be written down, by whom, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from apps.activities.domain.mentoring import add_pair, add_report, change_pair, order_pair, remove_pair
from apps.activities.domain.work import change_work, record_work, remove_work
from apps.activities.enums import SHAPES, Side, WorkKind
from apps.activities.models import Activity, MentoringPair
from apps.activities.queries.work import members_work
from apps.audit.models import Event
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import years_in_force
from apps.core.actor import Actor
from apps.core.errors import Fault, Faults, all_faults
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.plans.domain.lessons import LessonInput, add_lesson, hold_lesson
from apps.plans.models import LessonSchedule, MonthlyPlan, ScheduleEntry
from apps.rulebook.catalogues import ActivityKind, SeminarKind
from tests import cast, stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2026, 11, 5)


@pytest.fixture(autouse=True)
def untold(school: object) -> None:
    """The year as it is before anything of its work is written down."""
    for rows in (Activity, MentoringPair, MonthlyPlan, ScheduleEntry, LessonSchedule):
        rows.objects.all().delete()


def association() -> Body:
    return Body.objects.get(pk=1)


def person(number: int) -> Person:
    return Person.objects.get(pk=number)


def topic(by: Actor, number: int = 6, **values: Any) -> Activity:
    given = {"title": "Функционалдык сабаттуулук", "person": person(number)} | values
    return record_work(by=by, body=association(), kind=WorkKind.TOPIC, day=date(2026, 9, 14), **given)


def refused(deed: Any) -> list[tuple[str, str | None]]:
    with pytest.raises((Fault, Faults)) as error:
        deed()
    return [(fault.code, fault.field) for fault in all_faults(error.value)]


def teacher_of(by: Actor, number: int) -> Actor:
    """A member of the association with what a member may, and no more."""
    return replace(
        by,
        person_id=number,
        permissions=frozenset({Permission.SCHOOL_READ}),
        body_permissions={1: frozenset({Permission.OWN_WORK_EDIT})},
    )


def test_every_kind_of_work_says_what_it_needs(by: Actor) -> None:
    for kind, shape in SHAPES.items():
        if not shape.needs:
            continue
        found = refused(lambda kind=kind: record_work(by=by, body=association(), kind=kind, day=DAY))
        assert found == [("activity.value_missing", name) for name in sorted(shape.needs)]


def test_a_value_of_another_kind_is_refused_not_lost(by: Actor) -> None:
    found = refused(lambda: topic(by, handed_on=DAY, teacher=person(7)))
    assert found == [("activity.value_elsewhere", "handed_on"), ("activity.value_elsewhere", "teacher")]


def test_what_was_done_lies_behind_us(by: Actor) -> None:
    tomorrow = date(2026, 11, 21)
    deed = lambda day, **more: record_work(  # noqa: E731
        by=by, body=association(), kind=WorkKind.ACTIVITY, day=day, what=ActivityKind.CONSULTATIONS, **more
    )
    assert refused(lambda: deed(tomorrow)) == [("activity.in_future", "day")]
    assert refused(lambda: deed(DAY, until=date(2026, 11, 4))) == [("activity.before_its_day", "until")]
    assert deed(cast.TODAY, until=tomorrow).until == tomorrow
    course = record_work(
        by=by,
        body=association(),
        kind=WorkKind.COURSE,
        day=tomorrow,
        title="Курс",
        person=person(6),
        pre_checked_on=DAY,
    )
    assert course.pre_checked_on == DAY


def test_a_topic_belongs_to_a_member_and_comes_once_a_year(by: Actor) -> None:
    row = topic(by)
    assert (row.year.start_year, row.row_version) == (2026, 1)
    assert refused(lambda: topic(by)) == [("activity.topic_there", "person")]
    assert refused(lambda: topic(by, number=stage.SECRETARY)) == [("activity.not_a_member", "person")]
    changed = change_work(by=by, work=row, day=row.day, title="Жаңы тема", person=person(6), seen=1)
    assert (changed.title, changed.row_version) == ("Жаңы тема", 2)
    late = lambda: change_work(by=by, work=row, day=row.day, title="Дагы", person=person(6), seen=1)  # noqa: E731
    assert refused(late) == [("core.changed_meanwhile", None)]


def test_a_teacher_enters_her_own_and_nobody_elses(by: Actor) -> None:
    teacher = teacher_of(by, 6)
    row = topic(teacher)
    assert refused(lambda: topic(teacher, number=7)) == [("core.not_permitted", None)]
    report = lambda **more: record_work(  # noqa: E731
        by=teacher,
        body=association(),
        kind=WorkKind.CREATIVE_REPORT,
        day=DAY,
        title="Тажрыйба",
        person=person(6),
        **more,
    )
    assert refused(lambda: report(handed_on=DAY)) == [("core.not_permitted", None)]
    given = report()
    change_work(by=by, work=given, day=DAY, title="Тажрыйба", person=person(6), handed_on=DAY)
    given.refresh_from_db()
    assert refused(lambda: remove_work(by=teacher, work=given)) == [("core.not_permitted", None)]
    kept = change_work(by=teacher, work=given, day=DAY, title="Тажрыйбам", person=person(6), handed_on=DAY)
    assert kept.handed_on == DAY
    remove_work(by=teacher, work=row)
    assert refused(lambda: topic(replace(teacher, body_permissions={}))) == [("core.not_permitted", None)]


def test_nobody_visits_their_own_lesson(by: Actor) -> None:
    visit = lambda: record_work(  # noqa: E731
        by=by, body=association(), kind=WorkKind.VISIT, day=DAY, person=person(6), teacher=person(6)
    )
    assert refused(visit) == [("activity.own_lesson", "teacher")]


def test_what_is_counted_apart_is_not_entered_twice(by: Actor) -> None:
    deed = lambda what: record_work(by=by, body=association(), kind=WorkKind.ACTIVITY, day=DAY, what=what)  # noqa: E731
    assert refused(lambda: deed(ActivityKind.OPEN_LESSONS)) == [("activity.recorded_apart", "what")]
    council = Body.objects.get(pk=2)
    wrong = lambda: record_work(by=by, body=council, kind=WorkKind.TOPIC, day=DAY, title="x", person=person(6))  # noqa: E731
    assert refused(wrong) == [("activity.other_body", "body")]
    assert record_work(by=by, body=council, kind=WorkKind.ACTIVITY, day=DAY, what=ActivityKind.DIAGNOSIS).pk


def test_only_lessons_that_were_held_go_with_a_seminar(by: Actor) -> None:
    body = association()
    planned = add_lesson(by=by, body=body, lesson=LessonInput(day=DAY, topic="Бөлчөктөр"))
    seminar = lambda: record_work(  # noqa: E731
        by=by,
        body=body,
        kind=WorkKind.SEMINAR,
        day=DAY,
        title="Баалоо",
        seminar_kind=SeminarKind.PRACTICAL,
        lessons=[planned],
    )
    assert refused(seminar) == [("activity.lesson_elsewhere", "lessons")]
    planned = hold_lesson(by=by, entry=planned)
    row = seminar()
    assert [entry.pk for entry in row.lessons.all()] == [planned.pk]
    kept = change_work(by=by, work=row, day=DAY, title="Баалоо", seminar_kind=SeminarKind.PRACTICAL)
    assert kept.lessons.count() == 1


def test_a_removed_record_leaves_a_trace(by: Actor) -> None:
    row = topic(by)
    number = row.pk
    assert refused(lambda: remove_work(by=without(by, Permission.ACTIVITY_EDIT), work=row)) == [
        ("core.not_permitted", None)
    ]
    remove_work(by=by, work=row, seen=1)
    event = Event.objects.latest("pk")
    assert (event.action, event.subject_type, event.subject_id) == ("activity.removed", "activity", number)


def test_who_has_none_yet(by: Actor) -> None:
    topic(by, number=7)
    [item] = years_in_force()
    rows = members_work(association(), item, on=cast.TODAY)
    assert {row.person.pk: row.topic is not None for row in rows} == {4: False, 5: False, 6: False, 7: True, 8: False}


def test_a_pair_with_papers_stays(by: Actor) -> None:
    body, year = association(), AcademicYear.objects.get()
    same = lambda: add_pair(by=by, body=body, year=year, mentor=person(6), young=person(6))  # noqa: E731
    assert refused(same) == [("mentoring.own_mentor", "young")]
    pair = add_pair(by=by, body=body, year=year, mentor=person(6), young=person(7), proposed_on=date(2026, 9, 10))
    again = lambda: add_pair(by=by, body=body, year=year, mentor=person(6), young=person(7))  # noqa: E731
    assert refused(again) == [("mentoring.pair_there", "young")]
    days = {"proposed_on": pair.proposed_on, "mentor_plan_on": DAY, "young_plan_on": None}
    pair = change_pair(by=by, pair=pair, seen=1, **days)
    late = lambda: change_pair(by=by, pair=pair, **days | {"young_plan_on": date(2026, 12, 1)})  # noqa: E731
    assert refused(late) == [("activity.in_future", "young_plan_on")]
    order_pair(by=by, pair=pair, act_date=date(2026, 9, 12), number="44", signed_by=person(stage.DIRECTOR))
    add_report(by=by, pair=pair, given_by=Side.MENTOR, day=DAY)
    assert refused(lambda: remove_pair(by=by, pair=pair)) == [("mentoring.has_papers", None)]
    other = add_pair(by=by, body=body, year=year, mentor=person(5), young=person(8))
    remove_pair(by=by, pair=other)
    assert [row.pk for row in MentoringPair.objects.all()] == [pair.pk]
