"""Recording a sitting that has been held."""

from django.db import transaction
from django.db.models import Q

from apps.audit.domain.record import record_event
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.documents.domain.files import hand_over
from apps.sittings import errors
from apps.sittings.domain.checks import check_held
from apps.sittings.domain.inputs import HeldInput
from apps.sittings.domain.minutes import store_signature
from apps.sittings.domain.pack import OF_ITEM
from apps.sittings.domain.plan import locked, new_sitting, store_items
from apps.sittings.domain.proposals import settle_proposals
from apps.sittings.enums import ItemState, SittingKind, SittingState
from apps.sittings.models import AgendaItem, Announcement, Attendance, Proposal, Resolution, Sitting, Vote

# how a proposal hangs on a question, by the words of the question: (field, text, number of the proposal)
Links = list[tuple[str, str, int]]


@transaction.atomic
def record_sitting(
    *,
    by: Actor,
    body: Body,
    held: HeldInput,
    sitting: Sitting | None = None,
    kind: SittingKind = SittingKind.ORDINARY,
    expected_version: int | None = None,
) -> Sitting:
    """Put a held sitting on record: agenda, attendance, votes, resolutions and, when they are signed, the minutes.

    Args:
        sitting: the planned sitting that was held; None for one that was never entered as planned.
        expected_version: `row_version` the caller has seen; a newer one refuses the record.

    Raises:
        Fault or Faults: not permitted, held in the future or in no known year, someone attends who is no member, already held.
    """
    require(by, Permission.SITTING_RECORD, body_id=body.pk)
    check_held(held, body=body, today=by.today)
    if sitting is None:
        sitting = new_sitting(
            body=body, day=held.held_on, field="held_on", kind=kind, starts_at=held.starts_at, place=held.place
        )
    else:
        sitting = locked(sitting, expected_version=expected_version)
        if sitting.planned_on is not None and held.held_on < sitting.planned_on:
            raise errors.HELD_BEFORE_PLANNED(field="held_on", planned_on=sitting.planned_on, held_on=held.held_on)
        sitting.row_version += 1
    before = list(AgendaItem.objects.filter(sitting=sitting)) if sitting.pk else []
    links = _linked(before)
    sitting.held_on = held.held_on
    sitting.state = SittingState.HELD
    sitting.starts_at = held.starts_at or sitting.starts_at
    sitting.place = held.place or sitting.place
    sitting.save()
    if held.announced_on is not None:
        Announcement.objects.create(sitting=sitting, announced_on=held.announced_on, for_day=held.held_on)
    _store(sitting, held, before, links)
    record_event(
        by=by, action="sitting.recorded", subject=("sitting", sitting.pk), act_date=held.held_on, data={"body": body.pk}
    )
    if held.signature is not None:
        store_signature(by, sitting, held.signature)
    settle_proposals(by, sitting)
    tell_change(year=sitting.year.start_year)
    return sitting


def _linked(before: list[AgendaItem]) -> Links:
    """Proposals that hang on planned questions: those to be decided, and answers to be heard."""
    texts = {item.pk: item.text for item in before}
    rows = Proposal.objects.filter(Q(item__in=before) | Q(heard_as__in=before)) if before else ()
    return [
        (field, texts[number], row.pk)
        for row in rows
        for field, number in (("item", row.item_id), ("heard_as", row.heard_as_id))
        if number in texts
    ]


def _store(sitting: Sitting, held: HeldInput, before: list[AgendaItem], links: Links) -> None:
    """What was recorded takes the place of what was planned; a question that was planned keeps its proposal."""
    AgendaItem.objects.filter(pk__in=[item.pk for item in before]).delete()
    items: list[AgendaItem] = store_items(sitting, held.items, before=before)
    AgendaItem.objects.filter(sitting=sitting).update(state=ItemState.HEARD)
    now = {item.text: item for item in items}
    for field, text, proposal in links:
        if text in now:
            Proposal.objects.filter(pk=proposal).update(**{field: now[text]})
    planned = {item.text: item.pk for item in before}
    hand_over(OF_ITEM, {planned[item.text]: item.pk for item in items if item.text in planned})
    Vote.objects.bulk_create(
        Vote(
            item=item,
            yes=row.vote.yes,
            no=row.vote.no,
            abstained=row.vote.abstained,
            invited_ballots=row.vote.invited_ballots,
        )
        for item, row in zip(items, held.items, strict=True)
        if row.vote is not None
    )
    Attendance.objects.bulk_create(
        Attendance(sitting=sitting, person=row.person, kind=row.kind, present=row.present, reason=row.reason)
        for row in held.attendance
    )
    Resolution.objects.bulk_create(
        Resolution(
            sitting=sitting,
            item=items[row.item - 1] if row.item else None,
            number=number,
            text=row.text.strip(),
            responsible=row.responsible,
            due_on=row.due_on,
        )
        for number, row in enumerate(held.resolutions, start=1)
    )
