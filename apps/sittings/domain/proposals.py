"""Questions that people and other bodies put to a body: offered, admitted or returned, decided, and the answer brought home."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings import errors, live_errors
from apps.sittings.domain.agenda import add_item, changeable
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.enums import ItemState, Matter, MinutesState, ProposalState
from apps.sittings.models import AgendaItem, Minutes, Proposal, Sitting

WAITING = frozenset({ProposalState.OFFERED, ProposalState.DEFERRED})


@transaction.atomic
def propose_item(
    *,
    by: Actor,
    body: Body,
    text: str,
    on: date,
    reason: str = "",
    kind: ItemKind = ItemKind.OTHER,
    concerns: Person | None = None,
) -> Proposal:
    """Offer a question to the body one is a member of.

    Raises:
        Fault: not permitted, no words, the body was not at work.
    """
    require(by, Permission.ITEM_PROPOSE, body_id=body.pk)
    if not text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    row = Proposal.objects.create(
        body=body,
        text=text.strip(),
        reason=reason.strip(),
        kind=kind,
        concerns=concerns,
        offered_on=on,
        offered_by_id=by.person_id,
    )
    _note(by, row, "proposal.offered", on)
    return row


@transaction.atomic
def send_item(
    *,
    by: Actor,
    item: AgendaItem,
    to: Body,
    on: date,
    reason: str = "",
    matter: Matter | None = None,
    concerns: Person | None = None,
) -> Proposal:
    """Send a question of one's own body on to another. It is decided only when the excerpt of the answer is back.

    Raises:
        Fault: not permitted in the body that sends, the same body, the question was taken off.
    """
    sender = item.sitting.body
    require(by, Permission.ITEM_ADMIT, body_id=sender.pk)
    if to.pk == sender.pk:
        raise errors.SAME_BODY(field="to", body=sender.name)
    if item.state is ItemState.DROPPED:
        raise live_errors.ITEM_CLOSED()
    row = Proposal.objects.create(
        body=to,
        text=item.text,
        reason=reason.strip(),
        kind=item.kind,
        matter=matter,
        concerns=concerns,
        offered_on=on,
        offered_by_id=by.person_id,
        asker=sender,
        from_item=item,
    )
    _note(by, row, "proposal.sent", on)
    return row


@transaction.atomic
def admit_proposal(*, by: Actor, proposal: Proposal, sitting: Sitting, on: date) -> AgendaItem:
    """Take a proposed question onto the agenda of a coming sitting.

    Raises:
        Fault: not permitted, dealt with already, the sitting is another body's or over.
    """
    require(by, Permission.ITEM_ADMIT, body_id=proposal.body_id)
    row = _waiting(proposal)
    sitting = changeable(sitting)
    if sitting.body_id != row.body_id:
        raise errors.ANOTHER_BODY(field="sitting", body=sitting.body.name)
    item = add_item(by=by, sitting=sitting, item=ItemInput(text=row.text, kind=row.kind, speaker=row.offered_by), on=on)
    if row.asker_id:
        item.about_id = row.asker_id
        item.save(update_fields=["about"])
    row.item, row.state = item, ProposalState.ADMITTED
    row.store("item", "state")
    _note(by, row, "proposal.admitted", on)
    return item


@transaction.atomic
def return_proposal(*, by: Actor, proposal: Proposal, reply: str, on: date) -> Proposal:
    """Give a question back with the reason.

    Raises:
        Fault: not permitted, dealt with already, no reason.
    """
    require(by, Permission.ITEM_ADMIT, body_id=proposal.body_id)
    row = _waiting(proposal)
    if not reply.strip():
        raise live_errors.TEXT_MISSING(field="reply")
    row.reply, row.state = reply.strip(), ProposalState.RETURNED
    row.store("reply", "state")
    _note(by, row, "proposal.returned", on)
    return row


@transaction.atomic
def defer_proposal(*, by: Actor, proposal: Proposal, on: date) -> Proposal:
    """Leave a question for a later sitting.

    Raises:
        Fault: not permitted, dealt with already.
    """
    require(by, Permission.ITEM_ADMIT, body_id=proposal.body_id)
    row = _waiting(proposal)
    row.state = ProposalState.DEFERRED
    row.store("state")
    _note(by, row, "proposal.deferred", on)
    return row


def settle_proposals(by: Actor, sitting: Sitting) -> None:
    """Give the questions that were admitted to a held sitting the answer it came to. Part of recording and closing.

    What a member proposed is answered with that; what another body asked comes home with the excerpt only. A question that was not
    reached waits for the next sitting.
    """
    for row in Proposal.objects.select_for_update(of=("self",)).filter(
        item__sitting=sitting, state=ProposalState.ADMITTED
    ):
        item = row.item
        if item is None or item.state is not ItemState.HEARD:
            row.item, row.state = None, ProposalState.DEFERRED
        else:
            row.state, row.decided_on, row.adopted = ProposalState.ANSWERED, sitting.held_on, item.adopted
        row.store("item", "state", "decided_on", "adopted")
        _note(by, row, f"proposal.{row.state.value}", sitting.held_on)


@transaction.atomic
def return_excerpt(*, by: Actor, proposal: Proposal, on: date) -> Proposal:
    """Bring the excerpt of signed minutes back to the body that asked. With this the question is decided there too.

    Raises:
        Fault: not permitted, nothing decided yet, the minutes are not signed, before the signing.
    """
    require(by, Permission.ITEM_ADMIT, body_id=proposal.body_id)
    row = (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("item__sitting", "from_item")
        .get(pk=proposal.pk)
    )
    if row.state is not ProposalState.ANSWERED or row.item is None or row.asker_id is None:
        raise errors.NOT_ANSWERED()
    minutes = Minutes.objects.filter(sitting=row.item.sitting_id).exclude(state=MinutesState.DRAFT).first()
    if minutes is None or minutes.signed_on is None:
        raise errors.NOT_ANSWERED()
    if on < minutes.signed_on:
        raise errors.EXCERPT_BEFORE_SIGNING(field="on", day=on, signed_on=minutes.signed_on)
    row.excerpt_on, row.state = on, ProposalState.HOME
    row.store("excerpt_on", "state")
    _note(by, row, "proposal.home", on)
    return row


def _waiting(proposal: Proposal) -> Proposal:
    row = Proposal.objects.select_for_update(of=("self",)).select_related("body", "offered_by").get(pk=proposal.pk)
    if row.state not in WAITING:
        raise errors.PROPOSAL_SETTLED(state=row.state)
    return row


def _note(by: Actor, row: Proposal, action: str, on: date | None) -> None:
    data = {"body": row.body_id, "state": row.state.value}
    record_event(by=by, action=action, subject=("proposal", row.pk), act_date=on, data=data)
