"""The schedule of open lessons and out-of-class events, and what became of its lines (S33U 6.7, III.3; VARU 6.7)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import year_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.plans import errors
from apps.plans.enums import EntryState, LessonKind
from apps.plans.models import LessonSchedule, ScheduleEntry

SUBJECT, OF_SCHEDULE = "open_lesson", "schedule"


@dataclass(frozen=True, slots=True)
class LessonInput:
    """A line of the schedule as it is written."""

    day: date
    topic: str
    kind: LessonKind = LessonKind.OPEN_LESSON
    teacher: Person | None = None
    class_name: str = ""


@transaction.atomic
def date_schedule(
    *,
    by: Actor,
    body: Body,
    year: AcademicYear,
    made_on: date,
    approved_on: date | None = None,
    seen: int | None = None,
) -> LessonSchedule:
    """Begin the schedule of a year, or correct the days on which it was drawn up and approved.

    Raises:
        Fault: not permitted, no association, a day in the future, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=body.pk)
    _check_body(body)
    for field, day in (("made_on", made_on), ("approved_on", approved_on)):
        if day is not None and day > by.today:
            raise errors.MADE_IN_FUTURE(field=field, day=day, today=by.today)
    locked(body)
    row = LessonSchedule.objects.filter(body=body, year=year).first()
    if row is None:
        row = LessonSchedule.objects.create(body=body, year=year, made_on=made_on, approved_on=approved_on)
    else:
        row = locked(row, seen=seen)
        row.made_on, row.approved_on = made_on, approved_on
        row.store("made_on", "approved_on")
    record_event(
        by=by, action="schedule.dated", subject=(OF_SCHEDULE, row.pk), act_date=made_on, data={"body": body.pk}
    )
    tell_change(year=year.start_year)
    return row


@transaction.atomic
def add_lesson(*, by: Actor, body: Body, lesson: LessonInput) -> ScheduleEntry:
    """Put an open lesson or event into the schedule of its year. The first one begins the schedule, drawn up today.

    Raises:
        Fault: not permitted, no association, no topic, a day of no year.
    """
    require(by, Permission.PLAN_EDIT, body_id=body.pk)
    _check_body(body)
    year = year_of(lesson.day, field="day").year
    locked(body)
    schedule, _new = LessonSchedule.objects.get_or_create(body=body, year=year, defaults={"made_on": by.today})
    entry = ScheduleEntry.objects.create(schedule=schedule, **_values(lesson))
    return _note(by, entry, "open_lesson.added")


@transaction.atomic
def change_lesson(*, by: Actor, entry: ScheduleEntry, lesson: LessonInput, seen: int | None = None) -> ScheduleEntry:
    """Correct a line that is still planned. Another day for what the school was told of is a move, with its reason.

    Raises:
        Fault: not permitted, not planned any more, no topic, the day of another year, changed meanwhile.
    """
    entry = _planned(by, entry, seen)
    _check_year(entry, lesson.day)
    values = _values(lesson)
    for name, value in values.items():
        setattr(entry, name, value)
    entry.store(*values)
    return _note(by, entry, "open_lesson.changed")


@transaction.atomic
def hold_lesson(*, by: Actor, entry: ScheduleEntry, seen: int | None = None) -> ScheduleEntry:
    """Note that it has been held on its day.

    Raises:
        Fault: not permitted, not planned any more, its day has not come, changed meanwhile.
    """
    entry = _planned(by, entry, seen)
    if entry.day > by.today:
        raise errors.HELD_IN_FUTURE(field="day", day=entry.day, today=by.today)
    entry.state = EntryState.HELD
    entry.store("state")
    return _note(by, entry, "open_lesson.held")


@transaction.atomic
def move_lesson(*, by: Actor, entry: ScheduleEntry, day: date, reason: str, seen: int | None = None) -> ScheduleEntry:
    """Give it another day with the reason; returns the line of the new day. The old one stays as moved.

    Raises:
        Fault: not permitted, not planned any more, no reason, the day of another year, changed meanwhile.
    """
    entry = _planned(by, entry, seen)
    _check_year(entry, day)
    _settle(entry, EntryState.MOVED, reason)
    moved = ScheduleEntry.objects.create(
        schedule=entry.schedule,
        kind=entry.kind,
        day=day,
        teacher=entry.teacher,
        class_name=entry.class_name,
        topic=entry.topic,
        moved_from=entry,
    )
    _note(by, entry, "open_lesson.moved")
    return _note(by, moved, "open_lesson.added")


@transaction.atomic
def cancel_lesson(*, by: Actor, entry: ScheduleEntry, reason: str, seen: int | None = None) -> ScheduleEntry:
    """Note that it does not take place, with the reason.

    Raises:
        Fault: not permitted, not planned any more, no reason, changed meanwhile.
    """
    entry = _planned(by, entry, seen)
    _settle(entry, EntryState.CANCELLED, reason)
    return _note(by, entry, "open_lesson.cancelled")


@transaction.atomic
def reopen_lesson(*, by: Actor, entry: ScheduleEntry, seen: int | None = None) -> ScheduleEntry:
    """Put back to planned what was marked as held or cancelled by mistake. What was moved stands on its new day.

    Raises:
        Fault: not permitted, moved, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=entry.schedule.body_id)
    entry = locked(entry, seen=seen)
    if entry.state is EntryState.MOVED:
        raise errors.ENTRY_SETTLED(state=entry.state)
    entry.state, entry.reason = EntryState.PLANNED, ""
    entry.store("state", "reason")
    return _note(by, entry, "open_lesson.reopened")


@transaction.atomic
def remove_lesson(*, by: Actor, entry: ScheduleEntry, seen: int | None = None) -> None:
    """Take a planned line out that was entered by mistake.

    Raises:
        Fault: not permitted, not planned any more, it stands for one that was moved, changed meanwhile.
    """
    entry = _planned(by, entry, seen)
    if entry.moved_from_id is not None:
        raise errors.ENTRY_SETTLED(state=EntryState.MOVED)
    number, year = entry.pk, entry.schedule.year.start_year
    entry.delete()
    record_event(by=by, action="open_lesson.removed", subject=(SUBJECT, number), act_date=entry.day)
    tell_change(year=year)


def _check_body(body: Body) -> None:
    if body.kind is not BodyKind.ASSOCIATION:
        raise errors.ONLY_ASSOCIATIONS(field="body", body=body.name)


def _check_year(entry: ScheduleEntry, day: date) -> None:
    if year_of(day, field="day").year != entry.schedule.year:
        raise errors.OTHER_YEAR(field="day", day=day)


def _planned(by: Actor, entry: ScheduleEntry, seen: int | None) -> ScheduleEntry:
    """The line, held for a change.

    Raises:
        Fault: not permitted, not planned any more, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=entry.schedule.body_id)
    entry = locked(entry, seen=seen)
    if entry.state is not EntryState.PLANNED:
        raise errors.ENTRY_SETTLED(state=entry.state)
    return entry


def _settle(entry: ScheduleEntry, state: EntryState, reason: str) -> None:
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    entry.state, entry.reason = state, reason.strip()
    entry.store("state", "reason")


def _values(lesson: LessonInput) -> dict[str, object]:
    if not lesson.topic.strip():
        raise errors.LINE_EMPTY(field="topic")
    return {
        "kind": lesson.kind,
        "day": lesson.day,
        "teacher": lesson.teacher,
        "class_name": lesson.class_name.strip(),
        "topic": lesson.topic.strip(),
    }


def _note(by: Actor, entry: ScheduleEntry, action: str) -> ScheduleEntry:
    data = {"state": entry.state.value, "schedule": entry.schedule_id}
    record_event(by=by, action=action, subject=(SUBJECT, entry.pk), act_date=entry.day, data=data)
    tell_change(year=entry.schedule.year.start_year)
    return entry
