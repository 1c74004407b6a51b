"""Papers on their way in words: the steps, who is waited for, what is next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import DECIDING
from apps.bodies.models import Body as BodyRow
from apps.proposals.enums import Deed, PaperKind, StepState
from apps.proposals.models import Paper
from apps.proposals.queries.decisions import Decision
from apps.proposals.queries.way import Step, Way
from apps.rulebook.enums import Body
from apps.web.blocks.dates import long_date
from apps.web.blocks.papers import RouteStep, Work
from apps.web.blocks.papers import StepState as Look
from apps.web.blocks.tables import Column
from apps.web.blocks.verdicts import mark
from apps.web.findings.present import reader_language, sitting_words

LOOKS: dict[StepState, Look] = {
    StepState.DONE: "done",
    StepState.REFUSED: "refused",
    StepState.AHEAD: "todo",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paper on one line of the list."""

    paper: Paper
    url: str
    kind: str
    who: str
    body: str
    waits: str
    next: str
    late: bool


def columns() -> dict[str, Column]:
    """Heads of the list."""
    return {
        "paper": Column(_("Paper")),
        "body": Column(_("Whose")),
        "waits": Column(_("Waits for")),
        "next": Column(_("Next step")),
    }


Names = Mapping[Body, str]


def names_of(bodies: Iterable[BodyRow]) -> Names:
    """What the school calls its council and its pedagogical council; kinds it has several of are left out. No query."""
    found: dict[Body, list[str]] = {}
    for row in bodies:
        if row.dissolved_on is None and row.kind in DECIDING:
            found.setdefault(DECIDING[row.kind], []).append(row.name)
    return {kind: names[0] for kind, names in found.items() if len(names) == 1}


def line_of(way: Way, today: date, names: Names) -> Line:
    """One line."""
    language, row, step = reader_language(), way.paper, way.next
    return Line(
        paper=row,
        url=reverse("paper_page", args=[row.pk]),
        kind=_first(row.kind.label.in_(language)),
        who=row.person.short_name if row.person else "",
        body=row.body.name if row.body else _("the school's leadership itself"),
        waits=waits_words(way, step, names) if step else "",
        next=next_words(step) if step else way.state.label.in_(language),
        late=way.late(today),
    )


def work_of(way: Way, today: date) -> Work:
    """One line of a desk."""
    row, step = way.paper, way.next
    return Work(
        title=row.title,
        url=reverse("paper_page", args=[row.pk]),
        why=next_words(step) if step else "",
        about=" · ".join(
            filter(None, (_first(row.kind.label.in_(reader_language())), row.person.short_name if row.person else ""))
        ),
        mark=mark("WARN", "") if way.late(today) else None,
        icon="document",
    )


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def waits_words(way: Way, step: Step, names: Names) -> str:
    """Who is waited for: a body by name where one is on record, an office, or whoever put the paper forward."""
    language = reader_language()
    owner = way.paper.body.name if way.paper.body else _("the school's leadership itself")
    if step.deed is Deed.RECEIVE and step.recipient:
        return step.recipient.label.in_(language)
    if step.deed is not Deed.DECIDE or step.state in (StepState.REFUSED, StepState.UNDECIDED):
        return owner
    if step.decision is not None and step.decision.body is not None:
        return step.decision.body.name
    if step.body is Body.ASSOCIATION and way.paper.body is not None:
        return owner
    if step.body is None:
        return owner
    return names.get(step.body) or _first(step.body.label.in_(language))


def next_words(step: Step) -> str:
    """One sentence: what is to be done now."""
    match step.deed:
        case Deed.HAND_IN if step.recipient:
            return _("Hand it in: %(who)s") % {"who": step.recipient.label.in_(reader_language())}
        case Deed.HAND_IN:
            return _("Send it out and note the day")
        case Deed.RECEIVE:
            return _("Confirm that it was received")
        case Deed.RESULT:
            return _("Note how it ended")
        case _:
            return _decision_words(step)


def _decision_words(step: Step) -> str:
    day = long_date(step.day, reader_language()) if step.day else ""
    match step.state:
        case StepState.OFFERED:
            return _("Admit the question to an agenda")
        case StepState.ON_AGENDA:
            return _("Decide at the sitting: %(day)s") % {"day": day} if day else _("Decide at the sitting")
        case StepState.REFUSED:
            return _("Not adopted: write it anew or withdraw it")
        case StepState.UNDECIDED:
            return _("No decision was taken: put it on an agenda again")
        case _:
            return _("Put it on an agenda")


def step_name(step: Step) -> str:
    """`Approval: methodical association`."""
    language = reader_language()
    match step.deed:
        case Deed.DECIDE:
            kind = _first(step.kind.label.in_(language)) if step.kind else ""
            return f"{kind}: {step.body.label.in_(language)}" if step.body else kind
        case Deed.HAND_IN if step.recipient:
            return _("Handed in: %(who)s") % {"who": step.recipient.label.in_(language)}
        case Deed.HAND_IN:
            return _("Sent out")
        case Deed.RECEIVE:
            return _("Received")
        case _:
            return _("Result")


def route_of(way: Way, names: Names) -> list[RouteStep]:
    """The way as it is drawn: what is done, what waits now, and which clause asks for a step."""
    now = way.next
    return [
        RouteStep(
            name=step_name(step),
            state="current" if step is now and step.state is not StepState.REFUSED else LOOKS.get(step.state, "todo"),
            who=waits_words(way, step, names) if step is now else _body(step),
            on=step.day if step.state in (StepState.DONE, StepState.REFUSED, StepState.ON_AGENDA) else None,
            note=_note(step, is_next=step is now),
        )
        for step in way.steps
    ]


def _body(step: Step) -> str:
    return step.decision.body.name if step.decision and step.decision.body else ""


def _note(step: Step, *, is_next: bool) -> str:
    words = next_words(step) if is_next else ""
    return ". ".join(part for part in (words, ", ".join(step.sources)) if part)


@dataclass(frozen=True, slots=True)
class Dealt:
    """What one body does with a paper, with its page; `passage` may be taken off."""

    words: str
    state: str
    url: str
    passage: int | None


def dealt_of(decisions: Iterable[Decision]) -> list[Dealt]:
    """Every question and act that deals with the paper."""
    language = reader_language()
    found = []
    for one in decisions:
        url, where = "", ""
        if one.item is not None:
            url = f"{reverse('sitting_page', args=[one.item.sitting_id])}#item-{one.item.position}"
            where = sitting_words(one.item.sitting.number, one.day)
        elif one.act is not None:
            url, where = reverse("act_page", args=[one.act.pk]), long_date(one.act.act_date, language)
        elif one.body is not None:
            url = reverse("proposal_list", args=[one.body.pk])
        who = one.body.name if one.body else one.decided_by.label.in_(language)
        words = ", ".join(part for part in (f"{_first(one.kind.label.in_(language))}: {who}", where) if part)
        passage = one.passage.pk if one.passage else None
        found.append(Dealt(words, one.state.label.in_(language), url, passage))
    return found


def sentence(words: str) -> str:
    """With a capital at its beginning."""
    return _first(words)


def kind_title(kind: PaperKind) -> str:
    """What the paper is, as a heading."""
    return _first(kind.label.in_(reader_language()))


def facts_of(row: Paper) -> list[tuple[str, str | date]]:
    """What is written on the paper besides its text."""
    language = reader_language()
    contest = row.contest.label.in_(language) if row.contest else row.contest_name
    rows: list[tuple[str, str | date | None]] = [
        (_("Whose paper it is"), row.body.name if row.body else _("the school's leadership itself")),
        (_("Whom it is about"), row.person.full_name if row.person else ""),
        (_("Handed to"), row.recipient.label.in_(language) if row.recipient else ""),
        (_("How it is given"), row.form.label.in_(language) if row.form else ""),
        (_("Contest"), contest),
        (_("Level"), row.level.label.in_(language) if row.level else ""),
        (_("Used from"), row.used_from),
        (_("Handed in"), row.handed_on),
        (_("Received"), row.received_on),
        (_("Result"), row.result),
        (_("Entered on"), row.entered_on),
        (_("Withdrawn on"), row.withdrawn_on),
        (_("Reason"), row.withdrawn_why),
    ]
    return [(label, value) for label, value in rows if value]
