"""The agenda before and during the sitting: adding, changing and taking off questions."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.sittings import errors, live_errors
from apps.sittings.domain.gather import next_position
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.plan import store_items
from apps.sittings.enums import ENDED, ItemState, ProposalState, SittingState
from apps.sittings.models import AgendaItem, Proposal, Sitting

TOLD = frozenset({SittingState.ANNOUNCED, SittingState.OPEN})


@transaction.atomic
def add_item(*, by: Actor, sitting: Sitting, item: ItemInput, on: date) -> AgendaItem:
    """Put one more question at the end of the agenda. After the announcement it is marked as added on `on`, and judged by itself.

    Raises:
        Fault: not permitted, no words, the sitting is over.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    if not item.text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    sitting = changeable(sitting)
    [row] = store_items(sitting, [item], start=next_position(sitting))
    if sitting.state in TOLD:
        row.announced_on = on
        row.save(update_fields=["announced_on"])
    record_event(by=by, action="agenda.added", subject=("sitting", sitting.pk), act_date=on, data={"item": row.pk})
    tell_change(year=sitting.year.start_year)
    return row


@transaction.atomic
def drop_item(*, by: Actor, item: AgendaItem, seen: int | None = None) -> AgendaItem:
    """Take a question off the agenda; it stays on record as dropped once the agenda was announced, before that it goes altogether.

    Raises:
        Fault: not permitted, the sitting is over, the question was heard, someone changed it meanwhile.
    """
    require(by, Permission.SITTING_PLAN, body_id=item.sitting.body_id)
    sitting = changeable(item.sitting)
    row = item_for_change(item, seen=seen)
    if row.state is ItemState.HEARD or row.motions.exists():
        raise errors.ITEM_USED()
    Proposal.objects.filter(item=row, state=ProposalState.ADMITTED).update(state=ProposalState.DEFERRED, item=None)
    record_event(by=by, action="agenda.dropped", subject=("sitting", sitting.pk), data={"item": row.pk})
    tell_change(year=sitting.year.start_year)
    if sitting.state in TOLD:
        row.state = ItemState.DROPPED
        row.store("state")
    else:
        row.delete()
    return row


def changeable(sitting: Sitting) -> Sitting:
    """The newest state of a sitting that is not over, locked for this transaction.

    Raises:
        Fault: held, lapsed or cancelled.
    """
    fresh = Sitting.objects.select_for_update(of=("self",)).select_related("year", "body").get(pk=sitting.pk)
    if fresh.state is SittingState.HELD:
        raise errors.ALREADY_HELD(held_on=fresh.held_on)
    if fresh.state is SittingState.LAPSED:
        raise errors.LAPSED()
    if fresh.state in ENDED:
        raise errors.CANCELLED()
    return fresh


def item_for_change(item: AgendaItem, *, seen: int | None) -> AgendaItem:
    """The newest state of a question, locked; refused when it is not the one the caller has seen.

    Raises:
        Fault: `sitting.row_changed`.
    """
    row = AgendaItem.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=item.pk)
    if seen is not None and row.row_version != seen:
        raise live_errors.ROW_CHANGED(field="seen", what=row.text[:80], theirs=row.state)
    return row
