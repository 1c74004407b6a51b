"""Writing down what was done: one verb for every kind of work, and only the values of that kind."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from apps.activities import errors
from apps.activities.enums import LATER_DAYS, NOT_ONE_S_OWN, RECORDED_APART, SHAPES, Shape, WorkKind
from apps.activities.models import Activity
from apps.activities.models.activity import EMPTY
from apps.audit.domain.record import record_event
from apps.bodies.models import Body, Membership
from apps.calendars.queries.years import year_of
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.permissions import Permission
from apps.core.ranges import valid_at
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.plans.enums import EntryState
from apps.plans.models import ScheduleEntry

SUBJECT = "activity"
COLUMNS = sorted(frozenset().union(*(shape.values for shape in SHAPES.values())) - {"lessons"})
# a course may be written down before it begins, so that its first task is given in time
MAY_LIE_AHEAD = frozenset({WorkKind.COURSE})


@transaction.atomic
def record_work(
    *, by: Actor, body: Body, kind: WorkKind, day: date, lessons: Iterable[ScheduleEntry] = (), **values: Any
) -> Activity:
    """Write down a piece of work. `values` are those of the kind, as `SHAPES` names them; `lessons` went with a seminar.

    A member of the body may enter their own topic, creative report and lesson visit; that it was heard or handed on is for others to say.

    Raises:
        Fault or Faults: not permitted, a value is missing or belongs to another kind, a day in the future or before the work, a person who
            was no member, a second topic in a year, a lesson that was not held or is another body's.
    """
    shape = SHAPES[kind]
    _allow(by, body, shape, values)
    row = Activity(body=body, kind=kind, day=day, year=year_of(day, field="day").year)
    locked(body)
    _fill(by, row, shape, values)
    row.save()
    _link(row, shape, lessons)
    return _note(by, row, "activity.recorded")


@transaction.atomic
def change_work(
    *,
    by: Actor,
    work: Activity,
    day: date,
    lessons: Iterable[ScheduleEntry] | None = None,
    seen: int | None = None,
    **values: Any,
) -> Activity:
    """Write a piece of work anew; its kind and body stay. Values that are left out become empty.

    Raises:
        Fault or Faults: as `record_work`, and changed meanwhile.
    """
    shape = SHAPES[work.kind]
    _allow(by, work.body, shape, values, work=work)
    row = locked(work, seen=seen)
    old_year = row.year.start_year
    row.day, row.year = day, year_of(day, field="day").year
    _fill(by, row, shape, values)
    row.store("day", "year", *COLUMNS)
    if lessons is not None:
        _link(row, shape, lessons)
    if row.year.start_year != old_year:
        tell_change(year=old_year)
    return _note(by, row, "activity.changed")


@transaction.atomic
def remove_work(*, by: Actor, work: Activity, seen: int | None = None) -> None:
    """Take back a record that was entered by mistake. Its number is told under /deletions/ and never given again.

    Raises:
        Fault: not permitted, changed meanwhile.
    """
    _allow(by, work.body, SHAPES[work.kind], {}, work=work)
    row = locked(work, seen=seen)
    number, year = row.pk, row.year.start_year
    row.delete()
    data = {"body": row.body_id, "kind": row.kind.value}
    record_event(by=by, action="activity.removed", subject=(SUBJECT, number), act_date=row.day, data=data)
    tell_change(year=year)


def may_write(by: Actor, body: Body, kind: WorkKind, person_id: int | None) -> bool:
    """Whether the actor may write down such work: anybody's, or their own."""
    if by.may(Permission.ACTIVITY_EDIT, body_id=body.pk):
        return True
    own = SHAPES[kind].own and by.person_id is not None and person_id == by.person_id
    return own and by.may(Permission.OWN_WORK_EDIT, body_id=body.pk)


def _allow(
    by: Actor,
    body: Body,
    shape: Shape,
    values: Mapping[str, Any],
    *,
    work: Activity | None = None,
) -> None:
    """Anybody's work for whoever keeps the records, one's own for a member.

    Raises:
        Fault: not permitted.
    """
    if shape.own and by.person_id is not None and by.may(Permission.OWN_WORK_EDIT, body_id=body.pk):
        person: Person | None = values.get("person")
        mine = person is None or person.pk == by.person_id
        mine_before = work is None or work.person_id == by.person_id
        kept = all((values.get(name) or None) == getattr(work, name, None) for name in NOT_ONE_S_OWN & shape.values)
        if mine and mine_before and kept:
            return
    require(by, Permission.ACTIVITY_EDIT, body_id=body.pk)


def _fill(by: Actor, row: Activity, shape: Shape, values: Mapping[str, Any]) -> None:
    found = Faults()
    if row.body.kind not in shape.bodies:
        raise errors.OTHER_BODY(field="body", body=row.body.name, kind=row.kind)
    for name, value in values.items():
        if name not in shape.values and value:
            found.add(errors.VALUE_ELSEWHERE(field=name, kind=row.kind))
    for name in COLUMNS:
        value = values.get(name) if name in shape.values else None
        value = value.strip() if isinstance(value, str) else value
        if not value and name in shape.needs:
            found.add(errors.VALUE_MISSING(field=name, kind=row.kind))
        setattr(row, name, value or EMPTY.get(name))
    found.raise_if_any()
    if row.what in RECORDED_APART:
        raise errors.RECORDED_APART(field="what", what=row.what)
    _check_days(by, row, found)
    _check_person(row, shape, found)
    found.raise_if_any()


def _check_days(by: Actor, row: Activity, found: Faults) -> None:
    ahead = row.kind in MAY_LIE_AHEAD
    if row.day > by.today and not ahead:
        found.add(errors.IN_FUTURE(field="day", day=row.day, today=by.today))
    for name in LATER_DAYS:
        day: date | None = getattr(row, name)
        if day is None:
            continue
        if day > by.today and name != "until":
            found.add(errors.IN_FUTURE(field=name, day=day, today=by.today))
        if day < row.day and name != "pre_checked_on":
            found.add(errors.BEFORE_ITS_DAY(field=name, later=day, day=row.day))


def _check_person(row: Activity, shape: Shape, found: Faults) -> None:
    if row.person is not None and row.person == row.teacher:
        found.add(errors.OWN_LESSON(field="teacher", person=row.person.short_name))
    if row.person is None or not shape.of_member:
        return
    if not valid_at(Membership.objects.filter(body=row.body, person=row.person), row.day).exists():
        found.add(errors.NOT_A_MEMBER(field="person", person=row.person.short_name, body=row.body.name, day=row.day))
    if shape.once:
        others = Activity.objects.filter(body=row.body, year=row.year, person=row.person, kind=row.kind)
        if others.exclude(pk=row.pk).exists():
            found.add(errors.TOPIC_THERE(field="person", person=row.person.short_name))


def _link(row: Activity, shape: Shape, lessons: Iterable[ScheduleEntry]) -> None:
    rows = list(lessons)
    if rows and "lessons" not in shape.values:
        raise errors.VALUE_ELSEWHERE(field="lessons", kind=row.kind)
    for entry in rows:
        if entry.schedule.body_id != row.body_id or entry.state is not EntryState.HELD:
            raise errors.LESSON_ELSEWHERE(field="lessons")
    if "lessons" in shape.values:
        row.lessons.set(rows)


def _note(by: Actor, row: Activity, action: str) -> Activity:
    data = {"body": row.body_id, "kind": row.kind.value}
    record_event(by=by, action=action, subject=(SUBJECT, row.pk), act_date=row.day, data=data)
    tell_change(year=row.year.start_year)
    return row
