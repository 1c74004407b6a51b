"""What bodies have decided about papers: in questions of their agendas, in those sent on from body to body, in acts on record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.bodies.enums import DECIDING
from apps.bodies.models import Body
from apps.proposals.enums import Family, StepState, usual_kind
from apps.proposals.models import Paper, Passage
from apps.rulebook.enums import ActKind
from apps.rulebook.enums import Body as DecidingBody
from apps.sittings.enums import ItemState, SittingState
from apps.sittings.models import AgendaItem, Proposal

# an association asks the council, the council the pedagogical council: nobody asks further
HOPS = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """How one body deals with a paper.

    Attributes:
        decided_by: kind of the body.
        body: the body where it is on record here.
        kind: what it does: recommends, approves, considers.
        day: of the decision, of the sitting to come, or the day the question was offered.
        passage: the link, which may be taken off; None where the question came from another body.
    """

    decided_by: DecidingBody
    body: Body | None
    kind: ActKind
    state: StepState
    day: date | None
    item: AgendaItem | None = None
    act: Act | None = None
    passage: Passage | None = None

    @property
    def adopted(self) -> bool:
        """Whether the body has decided for it."""
        return self.state is StepState.DONE

    @property
    def on(self) -> date | None:
        """The day it was decided for."""
        return self.day if self.adopted else None

    @property
    def by_words(self) -> object:
        """The name of the body, or what such bodies are called."""
        return self.body.name if self.body else self.decided_by


def decisions_of(papers: Iterable[Paper]) -> dict[int, list[Decision]]:
    """Everything that bodies deal with or have decided, by paper, in the order it was linked. Three queries."""
    families = {paper.pk: paper.family for paper in papers}
    found: dict[int, list[Decision]] = {}
    asked: dict[int, list[int]] = {}
    rows = Passage.objects.filter(paper__in=families).select_related("act__body", "item__sitting__body")
    for row in rows.order_by("paper_id", "pk"):
        found.setdefault(row.paper_id, []).append(_linked(row))
        if row.item_id is not None:
            asked.setdefault(row.item_id, []).append(row.paper_id)
    for _hop in range(HOPS):
        asked = _sent_on(asked, families, found)
    return found


def _sent_on(
    asked: dict[int, list[int]], families: dict[int, Family], found: dict[int, list[Decision]]
) -> dict[int, list[int]]:
    """Add the answers of the bodies that were asked; returns their questions, which may have been sent on again."""
    further: dict[int, list[int]] = {}
    known = {decision.item.pk for rows in found.values() for decision in rows if decision.item is not None}
    rows = Proposal.objects.filter(from_item__in=asked).select_related("body", "item__sitting__body")
    for row in rows.order_by("pk"):
        if row.from_item_id is None or row.item_id in known or row.body.kind not in DECIDING:
            continue
        for paper in asked[row.from_item_id]:
            found[paper].append(_answer(row, families[paper]))
            if row.item_id is not None:
                further.setdefault(row.item_id, []).append(paper)
    return further


def _linked(row: Passage) -> Decision:
    if row.act is not None:
        holds = row.act.state in STANDING and row.act.revoked_on is None
        return Decision(
            decided_by=deciding(row.act) or DecidingBody.PEDAGOGICAL_COUNCIL,
            body=row.act.body,
            kind=row.kind,
            state=StepState.DONE if holds else StepState.UNDECIDED,
            day=row.act.act_date,
            act=row.act,
            passage=row,
        )
    assert row.item is not None  # noqa: S101  # the table allows nothing else
    return _question(row.item, row.kind, row)


def deciding(act: Act) -> DecidingBody | None:
    """The kind of body behind an act; a decision that nobody has signed is the pedagogical council's."""
    by_council = act.kind is ActKind.DECISION and act.signed_role is None
    decided: DecidingBody | None = act.decided_by
    return decided or (DecidingBody.PEDAGOGICAL_COUNCIL if by_council else None)


def _question(item: AgendaItem, kind: ActKind, passage: Passage | None) -> Decision:
    sitting = item.sitting
    return Decision(
        decided_by=DECIDING[sitting.body.kind],
        body=sitting.body,
        kind=kind,
        state=_state(item),
        day=sitting.held_on or sitting.planned_on,
        item=item,
        passage=passage,
    )


def _state(item: AgendaItem) -> StepState:
    sitting = item.sitting
    if item.state is ItemState.DROPPED or sitting.state in (SittingState.CANCELLED, SittingState.LAPSED):
        return StepState.UNDECIDED
    if sitting.state is not SittingState.HELD:
        return StepState.ON_AGENDA
    if item.adopted is None:
        return StepState.UNDECIDED
    return StepState.DONE if item.adopted else StepState.REFUSED


def _answer(row: Proposal, family: Family) -> Decision:
    kind = usual_kind(family, DECIDING[row.body.kind])
    if row.item is not None:
        return _question(row.item, kind, None)
    return Decision(
        decided_by=DECIDING[row.body.kind],
        body=row.body,
        kind=kind,
        state=StepState.UNDECIDED if row.reply else StepState.OFFERED,
        day=row.offered_on,
    )
