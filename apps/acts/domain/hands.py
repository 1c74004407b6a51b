"""Whose hand signs: the person behind the account, the office on the day of the paper, and whether a second hand is asked for."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from apps.acts import errors
from apps.acts.models import Act
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.people.models import Person
from apps.people.queries.holders import offices_of
from apps.rulebook.enums import Purpose, Role
from apps.rulebook.parameters import Parameter
from apps.rulebook.parameters.associations import LIFECYCLE_PROPOSER
from apps.rulebook.parameters.plans import PLAN_APPROVER, PLAN_CONSENT_BY
from apps.rulebook.text import joined

# for these papers the charter may name an office that proposes or consents beside the one that decides
TWO_OFFICES: dict[Purpose, Parameter[Any]] = {
    Purpose.CREATE: LIFECYCLE_PROPOSER,
    Purpose.REORGANISE: LIFECYCLE_PROPOSER,
    Purpose.DISSOLVE: LIFECYCLE_PROPOSER,
    Purpose.PLAN: PLAN_CONSENT_BY,
}


def staff_record(by: Actor) -> Person:
    """The staff record of whoever signs.

    Raises:
        Fault: `act.no_staff_record`.
    """
    person = Person.objects.filter(pk=by.person_id).first() if by.person_id else None
    if person is None:
        raise errors.NO_STAFF_RECORD()
    return person


def office_on(person: Person, offices: Collection[Role], day: date) -> Role:
    """The office among `offices` that the person held on the day; an acting holder counts.

    Raises:
        Fault: `act.not_in_office`.
    """
    held = sorted(offices_of(person, on=day) & set(offices))
    if not held:
        wanted = joined([role.label for role in sorted(offices)])
        raise errors.NOT_IN_OFFICE(field="act_date", person=person.short_name, day=day, role=wanted)
    return held[0]


def second_hand(person: Person, earlier: Iterable[Act], *, purpose: Purpose | None, on: date) -> None:
    """Make sure that a paper for which the charter names two offices is not signed twice by one person.

    Raises:
        Fault: `act.self_approval`.
    """
    parameter = TWO_OFFICES.get(purpose) if purpose else None
    if parameter is None or not any(act.signed_by_id == person.pk for act in earlier):
        return
    view = school_policy().at(on)
    named = view.get(parameter)
    approver = view.get(PLAN_APPROVER) if purpose is Purpose.PLAN else None
    if named.given and (approver is None or approver.value != named.value):
        raise errors.SELF_APPROVAL(person=person.short_name)
