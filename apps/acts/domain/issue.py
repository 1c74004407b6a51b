"""Papers that come into being here: drafted, signed by the office that issues them, submitted and answered."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.acts import errors
from apps.acts.domain.hands import office_on, second_hand, staff_record
from apps.acts.domain.numbering import next_serial, refuse_taken, serial_of
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import DEPUTIES, ActKind, Purpose, Role


@transaction.atomic
def draft_act(
    *,
    by: Actor,
    kind: ActKind,
    title: str,
    text: str,
    act_date: date,
    purpose: Purpose | None = None,
    subject: tuple[str, int] | None = None,
    basis: Act | None = None,
    persons: Iterable[Person] = (),
    language: str = "ky",
    template: str = "",
    effective_from: date | None = None,
) -> Act:
    """Prepare an order or a submission for signature. It has no number and counts for nothing until it is signed.

    Raises:
        Fault: not permitted, neither order nor submission, no title or text.
    """
    require(by, Permission.ACT_RECORD)
    if kind not in (ActKind.ORDER, ActKind.SUBMISSION):
        raise errors.WRONG_KIND(field="kind", kind=kind)
    if not title.strip() or not text.strip():
        raise errors.TEXT_MISSING(field="text" if title.strip() else "title")
    subject_type, subject_id = subject or ("", None)
    act = Act.objects.create(
        kind=kind,
        state=ActState.DRAFT,
        purpose=purpose,
        title=title.strip(),
        text=text.strip(),
        act_date=act_date,
        subject_type=subject_type,
        subject_id=subject_id,
        basis=basis,
        persons=sorted(person.pk for person in persons),
        language=language,
        template=template,
        effective_from=effective_from,
        prepared_by_id=by.person_id,
    )
    record_event(by=by, action="act.drafted", subject=("act", act.pk), act_date=act_date, data={"kind": kind.value})
    return act


@transaction.atomic
def change_draft(*, by: Actor, act: Act, title: str, text: str, act_date: date, seen: int | None = None) -> Act:
    """Write a draft anew.

    Raises:
        Fault: not permitted, no draft any more, no title or text, changed meanwhile.
    """
    require(by, Permission.ACT_RECORD)
    act = _draft(act, seen)
    if not title.strip() or not text.strip():
        raise errors.TEXT_MISSING(field="text" if title.strip() else "title")
    act.title, act.text, act.act_date = title.strip(), text.strip(), act_date
    act.store("title", "text", "act_date")
    record_event(by=by, action="act.changed", subject=("act", act.pk), act_date=act_date)
    return act


@transaction.atomic
def discard_draft(*, by: Actor, act: Act, seen: int | None = None) -> None:
    """Remove a draft. Papers that have been signed are never removed.

    Raises:
        Fault: not permitted, no draft any more, changed meanwhile.
    """
    require(by, Permission.ACT_RECORD)
    act = _draft(act, seen)
    number = act.pk
    act.delete()
    record_event(by=by, action="act.removed", subject=("act", number))


@transaction.atomic
def issue_order(
    *,
    by: Actor,
    act: Act,
    act_date: date,
    number: str = "",
    effective_from: date | None = None,
    seen: int | None = None,
) -> Act:
    """Sign an order as director. It takes the next number of the year unless the paper bears one already.

    Raises:
        Fault: not permitted, no draft of an order, dated in the future, not director on that day, number taken, signed by the same
            hand as its submission where the charter names two offices, changed meanwhile.
    """
    require(by, Permission.ACT_ISSUE)
    act = _draft(act, seen)
    if act.kind is not ActKind.ORDER:
        raise errors.WRONG_KIND(kind=act.kind)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    person = staff_record(by)
    office_on(person, {Role.DIRECTOR}, act_date)
    second_hand(person, [act.basis] if act.basis else [], purpose=act.purpose, on=act_date)
    act.signed_by, act.signed_role = person, Role.DIRECTOR
    return _put_in_force(by, act, ActState.IN_FORCE, act_date, number.strip(), effective_from)


@transaction.atomic
def submit_act(*, by: Actor, act: Act, act_date: date, number: str = "", seen: int | None = None) -> Act:
    """Hand a submission to the director, as the deputy who makes it.

    Raises:
        Fault: not permitted, no draft of a submission, dated in the future, not a deputy on that day, number taken,
            changed meanwhile.
    """
    require(by, Permission.ACT_SUBMIT)
    act = _draft(act, seen)
    if act.kind is not ActKind.SUBMISSION:
        raise errors.WRONG_KIND(kind=act.kind)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    person = staff_record(by)
    act.signed_by, act.signed_role = person, office_on(person, DEPUTIES, act_date)
    return _put_in_force(by, act, ActState.SUBMITTED, act_date, number.strip(), None)


@transaction.atomic
def answer_submission(*, by: Actor, act: Act, accept: bool, reply: str = "", seen: int | None = None) -> Act:
    """Accept or decline a submission, as director. A declined one no longer counts.

    Raises:
        Fault: not permitted, not waiting for an answer, declined without a reason, answered by the hand that made it.
    """
    require(by, Permission.ACT_ISSUE)
    act = locked(act, seen=seen)
    if act.state is not ActState.SUBMITTED:
        raise errors.WRONG_KIND(kind=act.state)
    if not accept and not reply.strip():
        raise errors.REPLY_MISSING(field="reply")
    second_hand(staff_record(by), [act], purpose=act.purpose, on=by.today)
    act.state, act.reply = ActState.ACCEPTED if accept else ActState.DECLINED, reply.strip()
    act.store("state", "reply")
    record_event(by=by, action=f"act.{act.state.value}", subject=("act", act.pk))
    tell_change(year=None)
    return act


def _draft(act: Act, seen: int | None = None) -> Act:
    fresh = locked(act, seen=seen)
    if fresh.state is not ActState.DRAFT:
        raise errors.NOT_A_DRAFT(state=fresh.state)
    return fresh


def _put_in_force(
    by: Actor, act: Act, state: ActState, act_date: date, number: str, effective_from: date | None
) -> Act:
    if number:
        refuse_taken(act.kind, number, act_date)
        act.serial = serial_of(number)
    else:
        act.serial = next_serial(act.kind, act_date)
    act.number = number or str(act.serial)
    act.state, act.act_date = state, act_date
    act.effective_from = effective_from or act.effective_from or act_date
    act.store("state", "act_date", "number", "serial", "signed_by", "signed_role", "effective_from")
    record_event(
        by=by,
        action="act.issued" if state is ActState.IN_FORCE else "act.submitted",
        subject=("act", act.pk),
        act_date=act_date,
        data={"kind": act.kind.value, "number": act.number},
    )
    tell_change(year=None)
    return act
