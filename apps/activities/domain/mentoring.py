"""Mentoring: proposed by the association, ordered by the director, plans approved, reports received (S33U IV.1-2, 8.9; VARU IV.1)."""

from datetime import date
from typing import Any

from django.db import transaction

from apps.activities import errors
from apps.activities.enums import Side
from apps.activities.models import MentoringPair, MentoringReport
from apps.activities.queries.mentoring import orders_of
from apps.acts.domain.papers import record_act
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role

SUBJECT = "mentoring"
DAYS = ("proposed_on", "mentor_plan_on", "young_plan_on", "closed_on")


@transaction.atomic
def add_pair(
    *,
    by: Actor,
    body: Body,
    year: AcademicYear,
    mentor: Person,
    young: Person,
    proposed_on: date | None = None,
    mentor_plan_on: date | None = None,
    young_plan_on: date | None = None,
    closed_on: date | None = None,
    note: str = "",
) -> MentoringPair:
    """Enter a mentor and a young teacher of a year.

    Raises:
        Fault: not permitted, no association, the same person twice, the pair is there already, a day in the future.
    """
    require(by, Permission.ACTIVITY_EDIT, body_id=body.pk)
    if body.kind is not BodyKind.ASSOCIATION:
        raise errors.OTHER_BODY(field="body", body=body.name, kind=Purpose.MENTORING)
    if mentor.pk == young.pk:
        raise errors.OWN_MENTOR(field="young")
    locked(body)
    if MentoringPair.objects.filter(body=body, year=year, mentor=mentor, young=young).exists():
        raise errors.PAIR_THERE(field="young")
    days = dict(zip(DAYS, (proposed_on, mentor_plan_on, young_plan_on, closed_on), strict=True))
    _check(by, days)
    row = MentoringPair.objects.create(body=body, year=year, mentor=mentor, young=young, note=note.strip(), **days)
    return _note(by, row, "mentoring.added", proposed_on)


@transaction.atomic
def change_pair(
    *,
    by: Actor,
    pair: MentoringPair,
    proposed_on: date | None,
    mentor_plan_on: date | None,
    young_plan_on: date | None,
    closed_on: date | None = None,
    note: str = "",
    seen: int | None = None,
) -> MentoringPair:
    """Write down how far a pair has come: proposed, plans approved, over.

    Raises:
        Fault: not permitted, a day in the future, changed meanwhile.
    """
    require(by, Permission.ACTIVITY_EDIT, body_id=pair.body_id)
    row = locked(pair, seen=seen)
    days = dict(zip(DAYS, (proposed_on, mentor_plan_on, young_plan_on, closed_on), strict=True))
    _check(by, days)
    for name, day in days.items():
        setattr(row, name, day)
    row.note = note.strip()
    row.store(*DAYS, "note")
    return _note(by, row, "mentoring.changed", None)


@transaction.atomic
def order_pair(*, by: Actor, pair: MentoringPair, act_date: date, number: str, signed_by: Person | None = None) -> Act:
    """Enter the director's order on a pair as the paper stands.

    Raises:
        Fault: not permitted, dated in the future, the number is taken.
    """
    act = record_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=Purpose.MENTORING,
        act_date=act_date,
        number=number,
        signed_by=signed_by,
        signed_role=Role.DIRECTOR,
        subject=(SUBJECT, pair.pk),
        persons=(pair.mentor, pair.young),
    )
    locked(pair).store()
    tell_change(year=pair.year.start_year)
    return act


@transaction.atomic
def add_report(*, by: Actor, pair: MentoringPair, given_by: Side, day: date, note: str = "") -> MentoringReport:
    """Note that the association has received a report of the mentor or of the young teacher.

    Raises:
        Fault: not permitted, a day in the future.
    """
    require(by, Permission.ACTIVITY_EDIT, body_id=pair.body_id)
    _check(by, {"day": day})
    row = locked(pair)
    report = MentoringReport.objects.create(pair=row, given_by=given_by, day=day, note=note.strip())
    row.store()
    _note(by, row, "mentoring.reported", day)
    return report


@transaction.atomic
def remove_pair(*, by: Actor, pair: MentoringPair, seen: int | None = None) -> None:
    """Take back a pair that was entered by mistake and has no papers.

    Raises:
        Fault: not permitted, an order or a report is on record, changed meanwhile.
    """
    require(by, Permission.ACTIVITY_EDIT, body_id=pair.body_id)
    row = locked(pair, seen=seen)
    if row.reports.exists() or orders_of([row.pk]):
        raise errors.PAIR_HAS_PAPERS()
    number, year = row.pk, row.year.start_year
    row.delete()
    record_event(by=by, action="mentoring.removed", subject=(SUBJECT, number), data={"body": row.body_id})
    tell_change(year=year)


def _check(by: Actor, days: dict[str, Any]) -> None:
    for name, day in days.items():
        if day is not None and day > by.today:
            raise errors.IN_FUTURE(field=name, day=day, today=by.today)


def _note(by: Actor, row: MentoringPair, action: str, on: date | None) -> MentoringPair:
    record_event(by=by, action=action, subject=(SUBJECT, row.pk), act_date=on, data={"body": row.body_id})
    tell_change(year=row.year.start_year)
    return row
