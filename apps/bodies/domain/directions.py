"""Directions of a body for a year: drafted by its members, approved by the council in exactly that form (S33U 1.3; MK 3.1)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from apps.acts.domain.binding import record_decision
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies import errors
from apps.bodies.domain.heads import Held
from apps.bodies.enums import DECIDING, BodyKind, DirectionsPart
from apps.bodies.models import Body, Directions
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.rulebook.enums import ActKind

SUBJECT = "directions"


@transaction.atomic
def write_directions(
    *, by: Actor, body: Body, year: AcademicYear, content: Mapping[DirectionsPart, str], seen: int | None = None
) -> Directions:
    """Draft the directions of a year or write them anew. An approval given before holds for the old text only.

    Raises:
        Fault: not permitted in the body, dissolved, nothing written, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=body.pk)
    if body.dissolved_on is not None:
        raise errors.ALREADY_DISSOLVED(body=body.name, dissolved_on=body.dissolved_on)
    texts = {part.value: text.strip() for part, text in content.items() if text.strip()}
    if not texts:
        raise errors.DIRECTIONS_EMPTY(field=DirectionsPart.DIRECTIONS.value)
    locked(body)
    row = Directions.objects.filter(body=body, year=year).first()
    if row is None:
        row = Directions.objects.create(body=body, year=year, content=texts)
    else:
        row = locked(row, seen=seen)
        row.content = texts
        row.store("content")
    record_event(by=by, action="directions.written", subject=("body", body.pk), data={"directions": row.pk})
    tell_change(year=year.start_year)
    return row


@transaction.atomic
def approve_directions(
    *,
    by: Actor,
    directions: Directions,
    council: Body,
    approved_on: date,
    sitting: Held | None = None,
    seen: int | None = None,
) -> Act:
    """Note that the council has approved the directions in exactly this form.

    Raises:
        Fault: not permitted in the council, no council, dated in the future, the sitting is not one of the council on that day, changed
            meanwhile.
    """
    require(by, Permission.SITTING_RECORD, body_id=council.pk)
    if council.kind is not BodyKind.COUNCIL:
        raise errors.NOT_A_COUNCIL(field="council", body=council.name)
    directions = locked(directions, seen=seen)
    if sitting is not None and (sitting.body_id, sitting.held_on) != (council.pk, approved_on):
        raise errors.WRONG_SITTING(field="sitting", body=council.name, day=approved_on)
    return record_decision(
        by=by,
        permission=Permission.SITTING_RECORD,
        kind=ActKind.APPROVAL,
        purpose=None,
        subject=(SUBJECT, directions.pk),
        act_date=approved_on,
        decided_by=DECIDING[council.kind],
        body_id=council.pk,
        sitting_id=sitting.pk if sitting else None,
        content=directions.content,
    )
