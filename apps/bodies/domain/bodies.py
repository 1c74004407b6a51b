"""Creating bodies and keeping their record. Acts create and dissolve; the software only records."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies import errors
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.rulebook.enums import AssociationKind, CouncilKind


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
    parent: Body | None = None,
    purpose: str = "",
    works_until: date | None = None,
) -> Body:
    """Enter a body that the school has created. Its papers are recorded as acts about it.

    Args:
        purpose, works_until: of a creative or temporary group; it does not end by itself on that day.

    Raises:
        Fault: not permitted, no kind, no purpose of a creative group, planned to end before it begins, the name is taken.
    """
    require(by, Permission.BODY_EDIT)
    if (kind is BodyKind.ASSOCIATION) != (association_kind is not None) or (kind is BodyKind.COUNCIL) != (
        council_kind is not None
    ):
        raise errors.KIND_MISSING(field="council_kind" if kind is BodyKind.COUNCIL else "association_kind")
    _name_free(kind, name)
    _check_purpose(kind, purpose, created_on, works_until)
    body = Body.objects.create(
        kind=kind,
        name=name.strip(),
        created_on=created_on,
        association_kind=association_kind,
        council_kind=council_kind,
        subjects=sorted(subjects),
        parent=parent,
        purpose=purpose.strip(),
        works_until=works_until,
    )
    record_event(
        by=by, action="body.created", subject=("body", body.pk), act_date=created_on, data={"kind": kind.value}
    )
    tell_change(year=None)
    return body


@transaction.atomic
def change_body(
    *,
    by: Actor,
    body: Body,
    name: str,
    subjects: Iterable[str],
    parent: Body | None = None,
    purpose: str = "",
    works_until: date | None = None,
    seen: int | None = None,
) -> Body:
    """Write name, education areas, purpose and place of a body anew. Its kind and its first day stay as its papers say.

    Raises:
        Fault: not permitted, dissolved, the name is taken, no purpose of a creative group, a parent that is below it, changed meanwhile.
    """
    require(by, Permission.BODY_EDIT)
    body = locked(body, seen=seen)
    if body.dissolved_on is not None:
        raise errors.ALREADY_DISSOLVED(body=body.name, dissolved_on=body.dissolved_on)
    _name_free(body.kind, name, besides=body)
    _check_purpose(body.kind, purpose, body.created_on, works_until)
    _check_parent(body, parent)
    old = body.name
    body.name, body.subjects, body.parent = name.strip(), sorted(subjects), parent
    body.purpose, body.works_until = purpose.strip(), works_until
    body.store("name", "subjects", "parent", "purpose", "works_until")
    data = {"from": old, "to": body.name} if old != body.name else {}
    record_event(by=by, action="body.changed", subject=("body", body.pk), data=data)
    tell_change(year=None)
    return body


@transaction.atomic
def dissolve_body(
    *, by: Actor, body: Body, dissolved_on: date, act: Act | None = None, seen: int | None = None
) -> None:
    """Note that an act has dissolved the body from a day on. Everyone who still serves in it stops on that day.

    Raises:
        Fault: not permitted, dissolved already or before it was created, the act is no order about this body, changed meanwhile.
    """
    require(by, Permission.BODY_EDIT)
    body = locked(body, seen=seen)
    if body.dissolved_on is not None:
        raise errors.ALREADY_DISSOLVED(body=body.name, dissolved_on=body.dissolved_on)
    if act is not None and ((act.subject_type, act.subject_id) != ("body", body.pk) or act.state not in STANDING):
        raise errors.WRONG_ORDER(field="act", body=body.name)
    if body.created_on is not None and dissolved_on <= body.created_on:
        raise errors.RANGE_REVERSED(field="dissolved_on", valid_from=body.created_on, valid_until=dissolved_on)
    body.dissolved_on = dissolved_on
    body.store("dissolved_on")
    for row in overlapping(Membership.objects.filter(body=body), dissolved_on, None):
        if row.valid_from < dissolved_on:
            row.valid_until, row.end_act = dissolved_on, act
            row.store("valid_until", "end_act")
    record_event(by=by, action="body.dissolved", subject=("body", body.pk), act_date=dissolved_on)
    tell_change(year=None)


def _name_free(kind: BodyKind, name: str, *, besides: Body | None = None) -> None:
    others = Body.objects.filter(kind=kind, name__iexact=name.strip(), dissolved_on__isnull=True)
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise errors.NAME_TAKEN(field="name", name=name.strip(), kind=kind)


def _check_purpose(kind: BodyKind, purpose: str, created_on: date | None, works_until: date | None) -> None:
    if kind is BodyKind.CREATIVE_GROUP and not purpose.strip():
        raise errors.PURPOSE_MISSING(field="purpose")
    if works_until is not None and created_on is not None and works_until <= created_on:
        raise errors.RANGE_REVERSED(field="works_until", valid_from=created_on, valid_until=works_until)


def _check_parent(body: Body, parent: Body | None) -> None:
    above = parent
    while above is not None:
        if above.pk == body.pk:
            raise errors.PARENT_UNFIT(field="parent", parent=parent.name if parent else "")
        above = above.parent
