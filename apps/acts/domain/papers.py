"""Recording papers: the deed happened on paper, here it is entered."""

from datetime import date

from django.db import transaction

from apps.acts import errors
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role


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
) -> Act:
    """Enter one paper as it stands: its date, number, and the office it names.

    Whether the signer held that office on that date is not refused here; the rulebook judges it.

    Raises:
        Fault: not permitted, dated in the future, number taken within the calendar year for this kind.
    """
    require(by, Permission.ACT_RECORD)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    if number:
        other = Act.objects.filter(kind=kind, number=number, act_date__year=act_date.year).first()
        if other is not None:
            raise errors.NUMBER_TAKEN(field="number", number=number, kind=kind, act_date=other.act_date)
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
def revoke_act(*, by: Actor, act: Act, revoked_on: date) -> None:
    """Note that a paper has been revoked from a day on.

    Raises:
        Fault: not permitted, revoked before it was made.
    """
    require(by, Permission.ACT_RECORD)
    if revoked_on < act.act_date:
        raise errors.REVOKED_BEFORE_MADE(field="revoked_on", act_date=act.act_date)
    act.revoked_on = revoked_on
    act.save(update_fields=["revoked_on"])
    record_event(by=by, action="act.revoked", subject=("act", act.pk), act_date=revoked_on)
    tell_change(year=None)
