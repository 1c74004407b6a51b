"""Recording papers: the deed happened on paper, here it is entered."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import ProtectedError

from apps.acts import errors
from apps.acts.domain.numbering import refuse_taken, serial_of
from apps.acts.enums import NUMBERED, STANDING, ActState
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.audit.queries.events import events_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Body, Purpose, Role

# deeds that give a paper its force here
SIGNING = ("act.issued", "act.submitted")


@transaction.atomic
def record_act(
    *,
    by: Actor,
    kind: ActKind,
    act_date: date,
    purpose: Purpose | None = None,
    number: str = "",
    signed_by: Person | None = None,
    signed_role: Role | None = None,
    subject: tuple[str, int] | None = None,
    basis: Act | None = None,
    text: str = "",
    title: str = "",
    persons: Iterable[Person] = (),
    decided_by: Body | None = None,
    body_id: int | None = None,
    sitting_id: int | None = None,
    effective_from: date | None = None,
    language: str = "ky",
) -> Act:
    """Enter one paper as it stands: its date, number, and the office it names.

    Whether the signer held that office on that date is not refused here; the rulebook judges it.

    Args:
        persons: whom it concerns, for papers whose memberships do not say it.
        decided_by, body_id, sitting_id: kind of the body that decided, and the body and sitting where they are on record here.

    Raises:
        Fault: not permitted, dated in the future, number taken within the calendar year for this kind.
    """
    require(by, Permission.ACT_RECORD)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    number = number.strip()
    refuse_taken(kind, number, act_date)
    subject_type, subject_id = subject or ("", None)
    act = Act.objects.create(
        kind=kind,
        purpose=purpose,
        number=number,
        act_date=act_date,
        signed_by=signed_by,
        signed_role=signed_role,
        subject_type=subject_type,
        subject_id=subject_id,
        basis=basis,
        text=text,
        title=title,
        persons=sorted(person.pk for person in persons),
        decided_by=decided_by,
        body_id=body_id,
        sitting_id=sitting_id,
        effective_from=effective_from,
        language=language,
        serial=serial_of(number) if kind in NUMBERED else None,
    )
    record_event(
        by=by,
        action="act.recorded",
        subject=("act", act.pk),
        act_date=act_date,
        data={"kind": kind.value, "number": number},
    )
    tell_change(year=None)
    return act


@transaction.atomic
def revoke_act(
    *,
    by: Actor,
    act: Act,
    revoked_on: date,
    reason: str = "",
    revoked_by: Act | None = None,
    seen: int | None = None,
) -> None:
    """Note that a paper has been revoked from a day on, by another paper where there is one.

    Raises:
        Fault: not permitted, a draft, revoked already or before it was made, by itself, changed meanwhile.
    """
    require(by, Permission.ACT_RECORD)
    act = locked(act, seen=seen)
    if revoked_by is not None and (revoked_by.pk == act.pk or revoked_by.state not in STANDING):
        raise errors.REVOKED_BY_ITSELF(field="revoked_by")
    if act.state is ActState.DRAFT:
        raise errors.WRONG_KIND(kind=act.state)
    if act.revoked_on is not None:
        raise errors.ALREADY_REVOKED(revoked_on=act.revoked_on)
    if revoked_on < act.act_date:
        raise errors.REVOKED_BEFORE_MADE(field="revoked_on", act_date=act.act_date)
    act.revoked_on, act.revoke_reason, act.revoked_by = revoked_on, reason, revoked_by
    act.store("revoked_on", "revoke_reason", "revoked_by")
    record_event(by=by, action="act.revoked", subject=("act", act.pk), act_date=revoked_on, data={"reason": reason})
    tell_change(year=None)


@transaction.atomic
def remove_act(*, by: Actor, act: Act, seen: int | None = None) -> None:
    """Take back the entry of a paper that was entered by mistake and that nothing refers to. What was signed here is only revoked.

    Raises:
        Fault: not permitted, signed here, something refers to it, changed meanwhile.
    """
    require(by, Permission.ACT_RECORD)
    act = locked(act, seen=seen)
    signed_here = events_of("act", act.pk).filter(action__in=SIGNING).exists()
    if signed_here or act.fingerprint or act.state is not ActState.IN_FORCE:
        raise errors.SIGNED_HERE()
    number, data = act.pk, {"kind": act.kind.value, "number": act.number}
    try:
        with transaction.atomic():
            act.delete()
    except ProtectedError as error:
        raise errors.IN_USE(count=len(error.protected_objects)) from None
    record_event(by=by, action="act.removed", subject=("act", number), act_date=act.act_date, data=data)
    tell_change(year=None)
