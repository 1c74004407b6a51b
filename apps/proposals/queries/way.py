"""The way of a paper: the steps its rules and its kind ask for, how far it has come, and what is next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from apps.charters.queries.policy import school_policy
from apps.proposals.enums import Deed, Family, PaperKind, PaperState, StepState, usual_kind
from apps.proposals.models import Paper
from apps.proposals.queries.decisions import Decision, decisions_of
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, Body, Role
from apps.rulebook.parameters.base import Parameter
from apps.rulebook.parameters.councils import PROGRAMME_APPROVER, PROGRAMME_RECOMMENDER
from apps.rulebook.parameters.heads import ATTESTATION_AWARDS_BY
from apps.rulebook.parameters.members import (
    EXAM_MATERIAL_APPROVER,
    INDIVIDUAL_PLAN_APPROVER,
    NOMINATION_BY,
    NOMINATION_CONTESTS,
)
from apps.rulebook.policy import View

AWARDS = frozenset({PaperKind.ATTESTATION, PaperKind.CATEGORY, PaperKind.TITLE, PaperKind.AWARD})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way.

    Attributes:
        body: kind of the body that decides, for a decision.
        kind: what that body does.
        recipient: office a report goes to.
        sources: clauses that ask for the step, as `S33U 3.4`; none where the step is the usual one and no rule asks for it.
        decision: the body's own deed, as far as there is one.
        day: when it was done or will be dealt with.
    """

    deed: Deed
    state: StepState
    body: Body | None = None
    kind: ActKind | None = None
    recipient: Role | None = None
    sources: tuple[str, ...] = ()
    decision: Decision | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A paper with its steps in order."""

    paper: Paper
    steps: tuple[Step, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def next(self) -> Step | None:
        """The step that is to be done now; None when nothing is left or the paper was withdrawn."""
        if self.paper.withdrawn_on is not None:
            return None
        return next((step for step in self.steps if step.state is not StepState.DONE), None)

    @property
    def state(self) -> PaperState:
        """Where the paper stands as a whole."""
        if self.paper.withdrawn_on is not None:
            return PaperState.WITHDRAWN
        return PaperState.WAITING if self.next else PaperState.FINISHED

    def late(self, today: date) -> bool:
        """Whether it is in use although nobody has approved it."""
        used = self.paper.used_from
        return self.state is PaperState.WAITING and used is not None and used <= today


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules of a day say of the ways of papers; None where they are silent."""

    view: View

    def body(self, parameter: Parameter[Any]) -> tuple[Body | None, tuple[str, ...]]:
        """The body a parameter names, with its clauses."""
        answer = self.view.get(parameter)
        if not answer.given or not answer.value:
            return None, ()
        return Body.of(answer.value), tuple(f"{one.module} {one.printed}" for one in answer.sources if one.module)

    def names(self, contest: Contest | None) -> bool:
        """Whether the charter names this contest."""
        return contest is not None and contest.value in (self.view.get(NOMINATION_CONTESTS).value or ())


def rules_on(day: date) -> Rules:
    """The rules in force. Two queries."""
    return Rules(school_policy().at(day))


def ways_of(papers: Iterable[Paper], *, today: date) -> list[Way]:
    """The papers with their ways, in their order. Five queries."""
    rows = list(papers)
    if not rows:
        return []
    rules, decisions = rules_on(today), decisions_of(rows)
    return [way_of(paper, rules, decisions.get(paper.pk, [])) for paper in rows]


def way_of(paper: Paper, rules: Rules, decisions: list[Decision]) -> Way:
    """One paper with its way. No query."""
    steps: list[Step] = []
    for asked in _plan(paper, rules):
        step = _decided(asked, decisions) if asked.deed is Deed.DECIDE else asked
        waits = bool(steps) and steps[-1].state is not StepState.DONE
        if waits and step.state in (StepState.NOT_ASKED, StepState.WAITS):
            step = replace(step, state=StepState.AHEAD)
        steps.append(step)
    return Way(paper, tuple(steps), tuple(decisions))


def _decided(step: Step, decisions: list[Decision]) -> Step:
    """The step with what its body has done: a decision for it counts, else the last that was begun."""
    rows = [one for one in decisions if one.decided_by is step.body]
    if not rows:
        return step
    best = next((one for one in rows if one.adopted), rows[-1])
    return replace(step, state=best.state, decision=best, day=best.day)


def _plan(paper: Paper, rules: Rules) -> list[Step]:
    match paper.family:
        case Family.REPORT:
            return [
                _dated(Deed.HAND_IN, paper.handed_on, recipient=paper.recipient),
                _dated(Deed.RECEIVE, paper.received_on, recipient=paper.recipient),
            ]
        case Family.MATERIAL:
            individual = paper.kind is PaperKind.INDIVIDUAL_PLAN
            approver = INDIVIDUAL_PLAN_APPROVER if individual else EXAM_MATERIAL_APPROVER
            return [_by(rules, paper, approver, Body.ASSOCIATION)]
        case Family.PROGRAMME:
            seen = [_asked(paper, Body.ASSOCIATION, ())] if paper.kind is PaperKind.AUTHOR and paper.body_id else []
            return [
                *seen,
                _by(rules, paper, PROGRAMME_RECOMMENDER, Body.COUNCIL),
                _by(rules, paper, PROGRAMME_APPROVER, Body.PEDAGOGICAL_COUNCIL),
            ]
        case _:
            return [
                *_before_it_goes_out(paper, rules),
                _dated(Deed.HAND_IN, paper.handed_on),
                _dated(Deed.RESULT, paper.result_on),
            ]


def _before_it_goes_out(paper: Paper, rules: Rules) -> list[Step]:
    """Whose decision a nomination needs: the charter's word; an association decides on contests where it says nothing."""
    if paper.kind is PaperKind.CONTEST:
        if rules.names(paper.contest):
            return [_by(rules, paper, NOMINATION_BY, Body.ASSOCIATION)]
        return [_asked(paper, Body.ASSOCIATION, ())] if paper.body_id else []
    return [_by(rules, paper, ATTESTATION_AWARDS_BY, Body.COUNCIL)] if paper.kind in AWARDS else []


def _by(rules: Rules, paper: Paper, parameter: Parameter[Any], usual: Body) -> Step:
    body, sources = rules.body(parameter)
    return _asked(paper, body or usual, sources)


def _asked(paper: Paper, body: Body, sources: tuple[str, ...]) -> Step:
    kind = usual_kind(paper.family, body)
    return Step(Deed.DECIDE, StepState.NOT_ASKED, body=body, kind=kind, sources=sources)


def _dated(deed: Deed, day: date | None, *, recipient: Role | None = None) -> Step:
    return Step(deed, StepState.DONE if day else StepState.WAITS, recipient=recipient, day=day)
