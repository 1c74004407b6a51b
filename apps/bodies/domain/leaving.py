"""A member of the staff leaves: everything they hold ends on that day, and what breaks is told beforehand."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.domain.heads import OPEN_STATES
from apps.bodies.enums import CandidacyState
from apps.bodies.models import Candidacy, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.people.domain.staff import note_leaving
from apps.people.models import Person, RoleHolding


@transaction.atomic
def let_go(*, by: Actor, person: Person, left_on: date, reason: str = "") -> Person:
    """Note that a person leaves; `left_on` is the first day without them. Offices and memberships of that day end with it.

    Raises:
        Fault: not permitted, left before they came, left already.
    """
    require(by, Permission.PERSON_EDIT)
    person = note_leaving(by=by, person=person, left_on=left_on, reason=reason)
    for held in overlapping(RoleHolding.objects.filter(person=person), left_on, None):
        if held.valid_from < left_on:
            held.valid_until = left_on
            held.save(update_fields=["valid_until"])
        else:
            held.delete()
    for seat in overlapping(Membership.objects.filter(person=person), left_on, None):
        if seat.valid_from < left_on:
            seat.valid_until, seat.end_reason = left_on, reason
            seat.store("valid_until", "end_reason")
            record_event(
                by=by,
                action="member.ended",
                subject=("body", seat.body_id),
                act_date=left_on,
                data={"person": person.pk, "role": seat.role.value},
            )
    for candidacy in Candidacy.objects.filter(person=person, state__in=OPEN_STATES):
        candidacy.state = CandidacyState.WITHDRAWN
        candidacy.store("state")
    tell_change(year=None)
    return person
