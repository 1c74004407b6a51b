"""Who serves in a body: from a day until another, in one part, by an act."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies import errors
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import ActKind, MemberCategory

SINGLE = frozenset({MembershipRole.HEAD, MembershipRole.CHAIR, MembershipRole.DEPUTY, MembershipRole.SECRETARY})


@transaction.atomic
def add_member(
    *,
    by: Actor,
    body: Body,
    person: Person,
    role: MembershipRole,
    valid_from: date,
    valid_until: date | None = None,
    category: MemberCategory | None = None,
    act: Act | None = None,
) -> Membership:
    """Put a person into a body from a day on, `valid_until` excluded.

    Raises:
        Fault: not permitted, dates reversed, the body does not work or the person has left, already a member in this role, the office is
            held by someone else on one of the days.
    """
    require(by, Permission.MEMBER_EDIT, body_id=body.pk)
    if valid_until is not None and valid_until <= valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", valid_from=valid_from, valid_until=valid_until)
    body = locked(body)
    _serviceable(body, person, valid_from)
    same = overlapping(Membership.objects.filter(body=body, role=role), valid_from, valid_until)
    own = same.filter(person=person).first()
    if own is not None:
        raise errors.ALREADY_MEMBER(field="person", person=person.short_name, body=body.name, since=own.valid_from)
    other = same.select_related("person").first() if role in SINGLE else None
    if other is not None:
        raise errors.OFFICE_TAKEN(
            field="role", body=body.name, role=role, holder=other.person.short_name, since=other.valid_from
        )
    membership = Membership.objects.create(
        body=body, person=person, role=role, valid_from=valid_from, valid_until=valid_until, category=category, act=act
    )
    record_event(
        by=by,
        action="member.added",
        subject=("body", body.pk),
        act_date=valid_from,
        data={"person": person.pk, "role": role.value},
    )
    tell_change(year=None)
    return membership


@transaction.atomic
def end_membership(
    *,
    by: Actor,
    membership: Membership,
    valid_until: date,
    reason: str = "",
    act: Act | None = None,
    seen: int | None = None,
) -> None:
    """End a membership; `valid_until` is the first day without it.

    Raises:
        Fault: not permitted, dates reversed, ended earlier already, changed meanwhile.
    """
    require(by, Permission.MEMBER_EDIT, body_id=membership.body_id)
    if valid_until <= membership.valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", valid_from=membership.valid_from, valid_until=valid_until)
    membership = locked(membership, seen=seen)
    if membership.valid_until is not None and membership.valid_until <= valid_until:
        raise errors.ALREADY_ENDED(
            field="valid_until",
            person=membership.person.short_name,
            body=membership.body.name,
            valid_until=membership.valid_until,
        )
    membership.valid_until, membership.end_reason, membership.end_act = valid_until, reason, act
    membership.store("valid_until", "end_reason", "end_act")
    record_event(
        by=by,
        action="member.ended",
        subject=("body", membership.body_id),
        act_date=valid_until,
        data={"person": membership.person_id, "role": membership.role.value},
    )
    tell_change(year=None)


@transaction.atomic
def confirm_members(*, by: Actor, body: Body, memberships: Iterable[Membership], order: Act) -> int:
    """Note that a director's order confirms memberships that had no paper yet; returns how many.

    Raises:
        Fault: not permitted, the paper is no order in force about this body.
    """
    require(by, Permission.MEMBER_EDIT, body_id=body.pk)
    about = (order.subject_type, order.subject_id) == ("body", body.pk)
    if order.kind is not ActKind.ORDER or order.state not in STANDING or order.revoked_on is not None or not about:
        raise errors.WRONG_ORDER(field="order", body=body.name)
    rows = [
        row
        for row in Membership.objects.select_for_update().filter(pk__in=[row.pk for row in memberships], body=body)
        if row.act_id is None
    ]
    for row in rows:
        row.act = order
        row.store("act")
    record_event(
        by=by,
        action="member.confirmed",
        subject=("body", body.pk),
        act_date=order.act_date,
        data={"act": order.pk, "people": sorted(row.person_id for row in rows)},
    )
    tell_change(year=None)
    return len(rows)


def _serviceable(body: Body, person: Person, day: date) -> None:
    if body.dissolved_on is not None and body.dissolved_on <= day:
        raise errors.ALREADY_DISSOLVED(body=body.name, dissolved_on=body.dissolved_on)
    if body.created_on is not None and day < body.created_on:
        raise errors.NOT_AT_WORK(field="valid_from", day=day, body=body.name, created_on=body.created_on)
    if person.left_on is not None and person.left_on <= day:
        raise errors.PERSON_LEFT(field="person", person=person.short_name, left_on=person.left_on)
