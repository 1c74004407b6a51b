"""Plans of the months and the schedule of open lessons."""

from datetime import date
from typing import Any

import pytest

from apps.audit.models import Event
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.plans.domain.lessons import (
    LessonInput,
    add_lesson,
    cancel_lesson,
    change_lesson,
    date_schedule,
    hold_lesson,
    move_lesson,
    remove_lesson,
    reopen_lesson,
)
from apps.plans.domain.months import (
    MonthLine,
    add_month_line,
    change_month,
    drop_month_line,
    finish_month_line,
    make_month,
    remove_month,
)
from apps.plans.enums import EntryState, PlanItemState
from apps.plans.models import LessonSchedule, MonthlyPlan, PlanItem, ScheduleEntry
from tests import cast
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
MADE = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def untold(school: object) -> None:
    """The year as it is before anything of its work is written down."""
    for rows in (MonthlyPlan, ScheduleEntry, LessonSchedule):
        rows.objects.all().delete()


def association() -> Body:
    return Body.objects.get(pk=1)


def refused(deed: Any) -> tuple[str, str | None]:
    with pytest.raises(Fault) as error:
        deed()
    return error.value.code, error.value.field


def test_a_month_takes_over_what_the_year_plans_for_it(by: Actor) -> None:
    plan = make_month(by=by, body=association(), month=date(2026, 11, 17), made_on=MADE)
    [line] = plan.items.all()
    assert (plan.month, line.text, line.due_on) == (date(2026, 11, 1), "Ачык сабактар", date(2026, 11, 10))
    own = add_month_line(by=by, plan=plan, line=MonthLine(text="Бурчту жасалгалоо"))
    assert own.position == 2
    finish_month_line(by=by, item=line, done_on=date(2026, 11, 9))
    source = PlanItem.objects.get(pk=line.source_id)
    assert (source.state, source.done_on) == (PlanItemState.DONE, date(2026, 11, 9))
    drop_month_line(by=by, item=own)
    assert plan.items.count() == 1


def test_one_plan_a_month_within_the_year(by: Actor) -> None:
    make = lambda month, made=MADE: make_month(by=by, body=association(), month=month, made_on=made)  # noqa: E731
    make(date(2026, 11, 1))
    assert refused(lambda: make(date(2026, 11, 30))) == ("plan.month_there", "month")
    assert refused(lambda: make(date(2026, 8, 1))) == ("plan.month_outside", "month")
    assert refused(lambda: make(date(2026, 12, 1), date(2026, 11, 21))) == ("plan.made_in_future", "made_on")
    council = Body.objects.get(pk=2)
    of_council = lambda: make_month(by=by, body=council, month=MADE, made_on=MADE)  # noqa: E731
    assert refused(of_council) == ("plan.only_associations", "body")
    stranger = without(by, Permission.PLAN_EDIT)
    assert refused(lambda: make_month(by=stranger, body=association(), month=MADE, made_on=MADE)) == (
        "core.not_permitted",
        None,
    )


def test_lines_are_replaced_and_the_plan_taken_back(by: Actor) -> None:
    plan = make_month(by=by, body=association(), month=MADE, made_on=MADE, carry=False, lines=[MonthLine(text="Бир")])
    empty = lambda: change_month(by=by, plan=plan, made_on=MADE, lines=[MonthLine()])  # noqa: E731
    assert refused(empty) == ("plan.line_empty", "text")
    plan = change_month(by=by, plan=plan, made_on=MADE, lines=[MonthLine(text="Эки"), MonthLine(text="Үч")], seen=1)
    assert [row.text for row in plan.items.all()] == ["Эки", "Үч"]
    assert refused(lambda: remove_month(by=by, plan=plan, seen=1)) == ("core.changed_meanwhile", None)
    remove_month(by=by, plan=plan, seen=2)
    assert Event.objects.latest("pk").action == "monthly_plan.removed"


def test_a_lesson_is_held_moved_or_cancelled_with_its_reason(by: Actor) -> None:
    body = association()
    add = lambda day: add_lesson(by=by, body=body, lesson=LessonInput(day=day, topic="Пифагор теоремасы"))  # noqa: E731
    coming, gone = add(date(2026, 12, 3)), add(date(2026, 11, 12))
    assert LessonSchedule.objects.get().made_on == cast.TODAY
    assert refused(lambda: hold_lesson(by=by, entry=coming)) == ("open_lesson.held_in_future", "day")
    assert hold_lesson(by=by, entry=gone, seen=1).state is EntryState.HELD
    assert refused(lambda: remove_lesson(by=by, entry=gone)) == ("open_lesson.settled", None)
    to = date(2026, 12, 10)
    assert refused(lambda: move_lesson(by=by, entry=coming, day=to, reason=" ")) == (
        "open_lesson.reason_missing",
        "reason",
    )
    moved = move_lesson(by=by, entry=coming, day=to, reason="Мугалим ооруп калды")
    coming.refresh_from_db()
    assert (coming.state, moved.day, moved.moved_from_id) == (EntryState.MOVED, to, coming.pk)
    assert refused(lambda: reopen_lesson(by=by, entry=coming)) == ("open_lesson.settled", None)
    assert refused(lambda: remove_lesson(by=by, entry=moved)) == ("open_lesson.settled", None)
    off = cancel_lesson(by=by, entry=moved, reason="Карантин")
    assert reopen_lesson(by=by, entry=off).reason == ""


def test_a_planned_lesson_is_corrected_or_taken_out(by: Actor) -> None:
    body, year = association(), AcademicYear.objects.get()
    date_schedule(by=by, body=body, year=year, made_on=date(2026, 9, 20), approved_on=date(2026, 9, 25))
    entry = add_lesson(by=by, body=body, lesson=LessonInput(day=date(2026, 12, 3), topic="Кысым"))
    entry = change_lesson(
        by=by, entry=entry, lesson=LessonInput(day=date(2026, 12, 4), topic="Басым", class_name="8-а"), seen=1
    )
    assert (entry.topic, entry.class_name, entry.row_version) == ("Басым", "8-а", 2)
    nowhere = LessonInput(day=date(2031, 1, 1), topic="Басым")
    assert refused(lambda: change_lesson(by=by, entry=entry, lesson=nowhere)) == (
        "calendar.day_outside_every_year",
        "day",
    )
    remove_lesson(by=by, entry=entry)
    assert not ScheduleEntry.objects.exists()
    assert Event.objects.latest("pk").action == "open_lesson.removed"
    assert LessonSchedule.objects.get().made_on == date(2026, 9, 20)
