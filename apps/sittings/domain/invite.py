"""Who is asked to come, and what they answer."""

from datetime import date, datetime

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings import errors
from apps.sittings.enums import ENDED, Answer
from apps.sittings.models import Invitation, Sitting


def invite_members(sitting: Sitting, day: date) -> int:
    """Invite everyone who serves in the body on `day` and is not invited yet; returns how many. Part of announcing."""
    asked = set(Invitation.objects.filter(sitting=sitting).values_list("person_id", flat=True))
    rows = [
        Invitation(sitting=sitting, person_id=row.person_id)
        for row in members_on(sitting.body, day)
        if row.person_id not in asked
    ]
    return len(Invitation.objects.bulk_create(rows, ignore_conflicts=True))


@transaction.atomic
def invite_guest(*, by: Actor, sitting: Sitting, person: Person) -> Invitation:
    """Ask someone to come who is no member. Guests count neither for the quorum nor in a vote.

    Raises:
        Fault: not permitted, the sitting is over.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    _coming(sitting)
    row, made = Invitation.objects.get_or_create(
        sitting=sitting, person=person, defaults={"kind": AttendanceKind.INVITED}
    )
    if made:
        record_event(by=by, action="sitting.invited", subject=("sitting", sitting.pk), data={"person": person.pk})
    return row


@transaction.atomic
def answer_invitation(*, by: Actor, sitting: Sitting, answer: Answer, at: datetime, reason: str = "") -> Invitation:
    """Say whether one comes. The latest answer counts; each touches the row of the one who answers and no other.

    Raises:
        Fault: the account has no invitation to this sitting, the sitting is over.
    """
    _coming(sitting)
    row = Invitation.objects.select_for_update().filter(sitting=sitting, person_id=by.person_id or 0).first()
    if row is None:
        raise errors.NOT_INVITED()
    row.answer, row.reason, row.answered_at = answer, reason.strip(), at
    row.save(update_fields=["answer", "reason", "answered_at"])
    record_event(by=by, action="sitting.answered", subject=("sitting", sitting.pk), data={"answer": answer.value})
    return row


def _coming(sitting: Sitting) -> None:
    state = Sitting.objects.only("state").get(pk=sitting.pk).state
    if state in ENDED:
        raise errors.ALREADY_HELD(held_on=sitting.held_on or sitting.planned_on)
