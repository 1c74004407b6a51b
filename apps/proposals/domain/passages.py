"""Linking a paper with what bodies decide about it. The decision stays where it was taken: in the minutes or on the act."""

from datetime import date

from django.db import IntegrityError, transaction

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies.enums import DECIDING, BodyKind
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.proposals import errors
from apps.proposals.domain.papers import SUBJECT, open_paper
from apps.proposals.enums import DECIDING_KINDS, usual_kind
from apps.proposals.models import Paper, Passage
from apps.proposals.queries.decisions import deciding
from apps.rulebook.enums import ActKind
from apps.sittings.domain.agenda import add_item
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.enums import ItemState, SittingState
from apps.sittings.models import AgendaItem, Sitting

BODIES = frozenset({BodyKind.ASSOCIATION, BodyKind.COUNCIL, BodyKind.PEDAGOGICAL_COUNCIL})
LOST = frozenset({SittingState.CANCELLED, SittingState.LAPSED})


@transaction.atomic
def put_on_agenda(*, by: Actor, paper: Paper, sitting: Sitting, on: date, seen: int | None = None) -> Passage:
    """Put the paper as a question on the agenda of a coming sitting.

    Raises:
        Fault: not permitted for the paper or in the body that sits, withdrawn, an unfit body, the sitting is over, changed meanwhile.
    """
    row = open_paper(by, paper, seen)
    _fit(row, sitting)
    item = add_item(by=by, sitting=sitting, item=ItemInput(text=row.title, speaker=row.person), on=on)
    return _link(by, row, usual_kind(row.family, DECIDING[sitting.body.kind]), item=item)


@transaction.atomic
def link_item(
    *, by: Actor, paper: Paper, item: AgendaItem, kind: ActKind | None = None, seen: int | None = None
) -> Passage:
    """Say that a question of an agenda is about this paper. Whoever keeps the minutes of that body may say so too.

    Args:
        kind: what the body does with it; without it what such a body usually does.

    Raises:
        Fault: not permitted, withdrawn, the question was taken off or its sitting fell out, an unfit body, linked already, changed
            meanwhile.
    """
    sitting = item.sitting
    row = _row(by, paper, sitting.body_id, seen)
    if item.state is ItemState.DROPPED or sitting.state in LOST:
        raise errors.ITEM_UNFIT(field="item")
    _fit(row, sitting)
    return _link(by, row, _checked(kind) or usual_kind(row.family, DECIDING[sitting.body.kind]), item=item)


@transaction.atomic
def link_act(*, by: Actor, paper: Paper, act: Act, seen: int | None = None) -> Passage:
    """Say that an act on record decides about this paper: a decision of the pedagogical council, an approval, a recommendation.

    Raises:
        Fault: not permitted, withdrawn, no decision of a body or not in force, linked already, changed meanwhile.
    """
    row = open_paper(by, paper, seen)
    if act.kind not in DECIDING_KINDS or act.state not in STANDING or act.revoked_on is not None:
        raise errors.ACT_UNFIT(field="act")
    if deciding(act) is None:
        raise errors.ACT_UNFIT(field="act")
    return _link(by, row, act.kind, act=act)


@transaction.atomic
def unlink(*, by: Actor, passage: Passage, seen: int | None = None) -> Paper:
    """Take back a link that was set by mistake; the question and the act stay.

    Raises:
        Fault: not permitted, withdrawn, changed meanwhile.
    """
    row = _row(by, passage.paper, passage.item.sitting.body_id if passage.item else None, seen)
    number = passage.pk
    passage.delete()
    row.store()
    record_event(by=by, action="paper.unlinked", subject=(SUBJECT, row.pk), data={"passage": number})
    tell_change(year=row.year.start_year)
    return row


def _row(by: Actor, paper: Paper, body_id: int | None, seen: int | None) -> Paper:
    """The paper for whoever keeps it or keeps the minutes of the body that deals with it."""
    if body_id is None or not by.may(Permission.SITTING_RECORD, body_id=body_id):
        return open_paper(by, paper, seen)
    row = locked(paper, seen=seen)
    if row.withdrawn_on is not None:
        raise errors.WITHDRAWN(day=row.withdrawn_on)
    return row


def _fit(row: Paper, sitting: Sitting) -> None:
    body = sitting.body
    if body.kind not in BODIES:
        raise errors.BODY_UNFIT(field="item", body=body.name)
    own = row.body
    if body.kind is BodyKind.ASSOCIATION and own is not None and own.pk != body.pk:
        if own.kind is BodyKind.ASSOCIATION:
            raise errors.ANOTHER_ASSOCIATION(field="item", own=own.name, body=body.name)


def _checked(kind: ActKind | None) -> ActKind | None:
    if kind is not None and kind not in DECIDING_KINDS:
        raise errors.ACT_UNFIT(field="kind")
    return kind


def _link(by: Actor, row: Paper, kind: ActKind, *, item: AgendaItem | None = None, act: Act | None = None) -> Passage:
    try:
        with transaction.atomic():
            passage = Passage.objects.create(paper=row, item=item, act=act, kind=kind)
    except IntegrityError:
        raise errors.LINKED_ALREADY(field="item" if item else "act") from None
    row.store()
    place = {"item": item.pk} if item else {"act": act.pk if act else None}
    record_event(by=by, action="paper.linked", subject=(SUBJECT, row.pk), data=place | {"kind": kind.value})
    tell_change(year=row.year.start_year)
    return passage
