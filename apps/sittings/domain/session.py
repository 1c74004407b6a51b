"""A sitting from its opening to its close: who is there, what is heard, what is decided.

Every deed carries the moment it was done, which may be earlier than the moment it arrives: a phone without a line sends later.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from apps.audit.domain.record import record_event
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings import errors, live_errors
from apps.sittings.domain.agenda import changeable, item_for_change
from apps.sittings.domain.minutes import draft_minutes
from apps.sittings.domain.plan import locked, release_proposals
from apps.sittings.domain.proposals import settle_proposals
from apps.sittings.enums import THERE, ItemState, MotionState, Presence, SittingState
from apps.sittings.models import AgendaItem, Attendance, Invitation, Motion, Resolution, Sitting
from apps.sittings.queries.presence import members_there, rules_of, state_of
from apps.sittings.queries.rules import rules_for

LONGEST_SPEECH = 2000


def day_of(at: datetime) -> date:
    """The school's day of a moment."""
    return timezone.localtime(at).date()


@transaction.atomic
def open_sitting(*, by: Actor, sitting: Sitting, at: datetime) -> Sitting:
    """Open a planned sitting. Who counts, the quorum and the majority are kept as the charter gives them on this day.

    Raises:
        Fault: not permitted, over or open already, planned for a later day, in the future.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    sitting, day = locked(sitting), day_of(at)
    if sitting.planned_on is not None and day < sitting.planned_on:
        raise errors.HELD_BEFORE_PLANNED(planned_on=sitting.planned_on, held_on=day)
    if day > by.today:
        raise errors.HELD_IN_FUTURE(held_on=day, today=by.today)
    rules = rules_for(sitting.body, day)
    sitting.state, sitting.opened_at, sitting.frozen = SittingState.OPEN, at, rules.as_json()
    sitting.store("state", "opened_at", "frozen")
    _list_everyone(sitting, day)
    record_event(by=by, action="sitting.opened", subject=("sitting", sitting.pk), act_date=day)
    return sitting


def _list_everyone(sitting: Sitting, day: date) -> None:
    members = {row.person_id for row in members_on(sitting.body, day)}
    guests = set(Invitation.objects.filter(sitting=sitting).values_list("person_id", flat=True)) - members
    rows = [(pk, AttendanceKind.MEMBER) for pk in sorted(members)] + [
        (pk, AttendanceKind.INVITED) for pk in sorted(guests)
    ]
    Attendance.objects.bulk_create(
        [Attendance(sitting=sitting, person_id=pk, kind=kind, present=False) for pk, kind in rows],
        ignore_conflicts=True,
    )


def in_session(by: Actor, sitting: Sitting) -> Sitting:
    """The sitting, locked, for a deed of the one who records it.

    Raises:
        Fault: not permitted, over, not open.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    fresh = changeable(sitting)
    if fresh.state is not SittingState.OPEN:
        raise live_errors.NOT_OPEN(state=fresh.state)
    return fresh


@transaction.atomic
def note_presence(
    *, by: Actor, sitting: Sitting, person: Person, state: Presence, at: datetime, seen: int | None = None
) -> Attendance:
    """Note that a person is there, came late, left, is excused or absent. Earlier notes stay.

    Args:
        seen: how many notes of this person the caller has seen; more of them by now refuse the deed.

    Raises:
        Fault: not permitted, not open, someone else noted something meanwhile.
    """
    sitting = in_session(by, sitting)
    row = Attendance.objects.select_for_update().filter(sitting=sitting, person=person).first()
    if row is None:
        row = Attendance(sitting=sitting, person=person, kind=AttendanceKind.INVITED, present=False)
    if seen is not None and len(row.marks) != seen and state_of(row) is not state:
        raise live_errors.ROW_CHANGED(field="seen", what=person.short_name, theirs=state_of(row) or Presence.ABSENT)
    if state_of(row) is state:
        return row
    row.marks = [*row.marks, {"state": state.value, "at": at.isoformat(), "by": by.name}]
    row.present = any(Presence.of(mark["state"]) in THERE for mark in row.marks)
    row.reason = state.label.in_(by.language) if state is Presence.EXCUSED else "" if row.present else row.reason
    row.save()
    _note(by, sitting, "attendance.noted", {"person": person.pk, "state": state.value})
    return row


def _note(by: Actor, sitting: Sitting, action: str, data: dict[str, object]) -> None:
    record_event(by=by, action=action, subject=("sitting", sitting.pk), data=data)


@transaction.atomic
def name_officers(
    *, by: Actor, sitting: Sitting, chair: Person | None, secretary: Person | None, seen: int | None = None
) -> Sitting:
    """Name who chairs and who keeps the minutes of this sitting, where it is not the usual office holder.

    Raises:
        Fault: not permitted, not open, someone named is not on the list as a member, someone else named others meanwhile.
    """
    sitting = in_session(by, sitting)
    if seen is not None and sitting.row_version != seen:
        raise errors.CHANGED_MEANWHILE(field="seen")
    members = set(
        Attendance.objects.filter(sitting=sitting, kind=AttendanceKind.MEMBER).values_list("person_id", flat=True)
    )
    for field, person in (("chair", chair), ("secretary", secretary)):
        if person is not None and person.pk not in members:
            raise live_errors.PERSON_UNKNOWN(field=field)
    sitting.chair, sitting.secretary = chair, secretary
    sitting.store("chair", "secretary")
    _note(by, sitting, "sitting.officers", {"chair": chair and chair.pk, "secretary": secretary and secretary.pk})
    return sitting


@transaction.atomic
def start_item(*, by: Actor, item: AgendaItem, at: datetime, seen: int | None = None) -> AgendaItem:
    """Take up a question.

    Raises:
        Fault: not permitted, not open, dropped, changed meanwhile.
    """
    in_session(by, item.sitting)
    row = _live_item(item, seen)
    if row.opened_at is None:
        row.opened_at = at
        row.store("opened_at")
        _note(by, row.sitting, "item.started", {"item": row.pk})
    return row


@transaction.atomic
def finish_item(*, by: Actor, item: AgendaItem, at: datetime, seen: int | None = None) -> AgendaItem:
    """Note that a question was heard, with or without a decision. Who was there is kept with it.

    Raises:
        Fault: not permitted, not open, dropped, a vote on it is open, changed meanwhile.
    """
    sitting = in_session(by, item.sitting)
    row = _live_item(item, seen)
    still_open = Motion.objects.filter(item=row, state=MotionState.OPEN).first()
    if still_open:
        raise live_errors.MOTION_OPEN(text=still_open.text[:80])
    mark_heard(row, sitting, at)
    _note(by, sitting, "item.heard", {"item": row.pk})
    return row


def mark_heard(row: AgendaItem, sitting: Sitting, at: datetime) -> None:
    """The question is heard, by those who are in the room."""
    row.state, row.closed_at, row.opened_at = ItemState.HEARD, at, row.opened_at or at
    row.present = members_there(Attendance.objects.filter(sitting=sitting), rules_of(sitting))
    row.store("state", "closed_at", "opened_at", "present")


@transaction.atomic
def note_speech(
    *, by: Actor, item: AgendaItem, text: str, at: datetime, person: Person | None = None, seen: int | None = None
) -> AgendaItem:
    """Add what was said on a question, at the end of what is noted.

    Raises:
        Fault: not permitted, not open, no words, dropped, changed meanwhile.
    """
    in_session(by, item.sitting)
    if not text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    row = _live_item(item, seen)
    name = person.short_name if person else ""
    said = {"person": person.pk if person else None, "name": name, "text": text.strip()[:LONGEST_SPEECH]}
    row.speeches = [*row.speeches, said | {"at": at.isoformat()}]
    row.store("speeches")
    _note(by, row.sitting, "item.said", {"item": row.pk})
    return row


def _live_item(item: AgendaItem, seen: int | None) -> AgendaItem:
    row = item_for_change(item, seen=seen)
    if row.state is ItemState.DROPPED:
        raise live_errors.ITEM_CLOSED()
    return row


@transaction.atomic
def note_resolution(
    *,
    by: Actor,
    sitting: Sitting,
    text: str,
    at: datetime,
    item: AgendaItem | None = None,
    responsible: Person | None = None,
    due_on: date | None = None,
) -> Resolution:
    """Write down a decision with who does it and until when.

    Raises:
        Fault: not permitted, not open, no words, due before it is made.
    """
    sitting = in_session(by, sitting)
    if not text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    made_on = day_of(sitting.opened_at or at)
    if due_on is not None and due_on < made_on:
        raise errors.DUE_BEFORE_MADE(field="due_on", due_on=due_on, held_on=made_on)
    numbers = Resolution.objects.filter(sitting=sitting).values_list("number", flat=True)
    row = Resolution.objects.create(
        sitting=sitting,
        item=item,
        number=max(numbers, default=0) + 1,
        text=text.strip(),
        responsible=responsible,
        due_on=due_on,
    )
    _note(by, sitting, "resolution.made", {"number": row.number})
    return row


@transaction.atomic
def close_sitting(*, by: Actor, sitting: Sitting, at: datetime) -> Sitting:
    """Close the sitting: it was held, and its minutes are drafted. Questions that were not reached come onto the next agenda.

    Raises:
        Fault: not permitted, not open, a vote is open, nobody was there, nothing was heard.
    """
    sitting = in_session(by, sitting)
    still_open = Motion.objects.filter(item__sitting=sitting, state=MotionState.OPEN).first()
    if still_open:
        raise live_errors.MOTION_OPEN(text=still_open.text[:80])
    if not Attendance.objects.filter(sitting=sitting, kind=AttendanceKind.MEMBER, present=True).exists():
        raise live_errors.NOBODY_PRESENT()
    if not AgendaItem.objects.filter(sitting=sitting, state=ItemState.HEARD).exists():
        raise errors.AGENDA_EMPTY()
    sitting.state, sitting.closed_at = SittingState.HELD, at
    sitting.held_on = day_of(sitting.opened_at or at)
    sitting.store("state", "closed_at", "held_on")
    record_event(by=by, action="sitting.closed", subject=("sitting", sitting.pk), act_date=sitting.held_on)
    settle_proposals(by, sitting)
    draft_minutes(by=by, sitting=sitting, language="ru" if by.language == "ru" else "ky")
    tell_change(year=sitting.year.start_year)
    return sitting


@transaction.atomic
def lapse_sitting(*, by: Actor, sitting: Sitting, reason: str = "") -> Sitting:
    """Note that a sitting did not come about for lack of quorum. It stays on record and counts as not held.

    Raises:
        Fault: not permitted, over, its day has not come.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    sitting = changeable(sitting)
    if sitting.planned_on is not None and by.today < sitting.planned_on:
        raise errors.HELD_BEFORE_PLANNED(planned_on=sitting.planned_on, held_on=by.today)
    sitting.state, sitting.state_reason = SittingState.LAPSED, reason.strip()
    sitting.store("state", "state_reason")
    release_proposals(sitting)
    record_event(by=by, action="sitting.lapsed", subject=("sitting", sitting.pk), act_date=sitting.planned_on)
    tell_change(year=sitting.year.start_year)
    return sitting
