"""Consents and approvals that bind an exact content: another content needs another approval, and what differs is shown."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction

from apps.acts import errors
from apps.acts.domain.hands import office_on, second_hand, staff_record
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.acts.queries.standing import fingerprint_of
from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.rulebook.enums import ActKind, Body, Purpose, Role


@transaction.atomic
def approve(
    *,
    by: Actor,
    permission: Permission,
    kind: ActKind,
    purpose: Purpose | None,
    subject: tuple[str, int],
    content: Any,
    act_date: date,
    offices: Collection[Role],
    earlier: Iterable[Act] = (),
    rules: str = "",
) -> Act:
    """Consent to a content or approve it, with one's own hand.

    Args:
        content: JSON values of what is material; two contents that differ in nothing material must be equal here.
        offices: the offices that may do it; which of them was held on the day goes on the paper.
        earlier: papers about the same content that were signed before.
        rules: fingerprint of the policy it was approved under.

    Raises:
        Fault: not permitted, dated in the future, not in office on that day, signed by the same hand before.
    """
    require(by, permission)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    person = staff_record(by)
    role = office_on(person, offices, act_date)
    second_hand(person, earlier, purpose=purpose, on=act_date)
    act = Act.objects.create(
        kind=kind,
        purpose=purpose,
        act_date=act_date,
        signed_by=person,
        signed_role=role,
        subject_type=subject[0],
        subject_id=subject[1],
        fingerprint=fingerprint_of(content),
        data={"bound": content, "rules": rules},
    )
    _record(by, act)
    return act


@transaction.atomic
def record_decision(
    *,
    by: Actor,
    permission: Permission,
    kind: ActKind,
    purpose: Purpose | None,
    subject: tuple[str, int],
    act_date: date,
    decided_by: Body,
    content: Any = None,
    body_id: int | None = None,
    sitting_id: int | None = None,
    persons: Iterable[int] = (),
    number: str = "",
    text: str = "",
    data: dict[str, Any] | None = None,
) -> Act:
    """Note that a body has decided: elected, approved, recommended, adopted. `content` binds what it decided about.

    Raises:
        Fault: not permitted, dated in the future.
    """
    require(by, permission, body_id=body_id)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    act = Act.objects.create(
        kind=kind,
        purpose=purpose,
        number=number,
        act_date=act_date,
        subject_type=subject[0],
        subject_id=subject[1],
        decided_by=decided_by,
        body_id=body_id,
        sitting_id=sitting_id,
        persons=sorted(persons),
        text=text,
        fingerprint="" if content is None else fingerprint_of(content),
        data={**(data or {}), **({} if content is None else {"bound": content})},
        state=ActState.IN_FORCE,
    )
    _record(by, act)
    return act


def _record(by: Actor, act: Act) -> None:
    record_event(
        by=by,
        action=f"act.{act.kind.value}",
        subject=(act.subject_type, act.subject_id),
        act_date=act.act_date,
        data={"act": act.pk, "fingerprint": act.fingerprint},
    )
    tell_change(year=None)
