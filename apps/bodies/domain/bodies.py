"""Creating bodies and keeping their membership. Acts create and dissolve; the software only records."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies import errors
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory

SINGLE = frozenset({MembershipRole.HEAD, MembershipRole.CHAIR, MembershipRole.SECRETARY})


@transaction.atomic
def create_body(
    *,
    by: Actor,
    kind: BodyKind,
    name: str,
    created_on: date | None,
    association_kind: AssociationKind | None = None,
    council_kind: CouncilKind | None = None,
    subjects: Iterable[str] = (),
) -> Body:
    """Enter a body that the school has created. Its papers are recorded as acts about it.

    Raises:
        Fault: not permitted, no kind, the name is taken.
    """
    require(by, Permission.BODY_EDIT)
    if (kind is BodyKind.ASSOCIATION) != (association_kind is not None) or (kind is BodyKind.COUNCIL) != (
        council_kind is not None
    ):
        raise errors.KIND_MISSING(field="council_kind" if kind is BodyKind.COUNCIL else "association_kind")
    if Body.objects.filter(kind=kind, name__iexact=name.strip(), dissolved_on__isnull=True).exists():
        raise errors.NAME_TAKEN(field="name", name=name.strip(), kind=kind)
    body = Body.objects.create(
        kind=kind,
        name=name.strip(),
        created_on=created_on,
        association_kind=association_kind,
        council_kind=council_kind,
        subjects=sorted(subjects),
    )
    record_event(
        by=by, action="body.created", subject=("body", body.pk), act_date=created_on, data={"kind": kind.value}
    )
    tell_change(year=None)
    return body


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
        Fault: not permitted, dates reversed, already a member in this role, the office is held by someone else.
    """
    require(by, Permission.MEMBER_EDIT, body_id=body.pk)
    if valid_until is not None and valid_until <= valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", valid_from=valid_from, valid_until=valid_until)
    Body.objects.select_for_update().get(pk=body.pk)
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
def end_membership(*, by: Actor, membership: Membership, valid_until: date, reason: str = "") -> None:
    """End a membership; `valid_until` is the first day without it.

    Raises:
        Fault: not permitted, dates reversed.
    """
    require(by, Permission.MEMBER_EDIT, body_id=membership.body_id)
    if valid_until <= membership.valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", valid_from=membership.valid_from, valid_until=valid_until)
    membership.valid_until = valid_until
    membership.end_reason = reason
    membership.save(update_fields=["valid_until", "end_reason"])
    record_event(
        by=by,
        action="member.ended",
        subject=("body", membership.body_id),
        act_date=valid_until,
        data={"person": membership.person_id},
    )
    tell_change(year=None)


@transaction.atomic
def dissolve_body(*, by: Actor, body: Body, dissolved_on: date) -> None:
    """Note that an act has dissolved the body from a day on.

    Raises:
        Fault: not permitted, dissolved before it was created.
    """
    require(by, Permission.BODY_EDIT)
    if body.created_on is not None and dissolved_on <= body.created_on:
        raise errors.RANGE_REVERSED(field="dissolved_on", valid_from=body.created_on, valid_until=dissolved_on)
    body.dissolved_on = dissolved_on
    body.save(update_fields=["dissolved_on"])
    record_event(by=by, action="body.dissolved", subject=("body", body.pk), act_date=dissolved_on)
    tell_change(year=None)
