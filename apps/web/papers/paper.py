"""One paper on its way: its steps, the decisions about it, and what this person may do with it now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.audit.queries.events import events_of
from apps.bodies.enums import DECIDING
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND, NOT_PERMITTED
from apps.core.permissions import Permission
from apps.documents.models import StoredFile
from apps.documents.queries.files import files_of
from apps.documents.sniffing import LARGEST
from apps.proposals.domain.papers import (
    SUBJECT,
    attach,
    hand_in,
    may_keep,
    note_result,
    receive,
    remove_paper,
    withdraw,
)
from apps.proposals.domain.passages import BODIES, link_act, link_item, put_on_agenda, unlink
from apps.proposals.enums import DECIDING_KINDS, HANDED_IN, Deed, Family, PaperState, StepState
from apps.proposals.models import Paper, Passage
from apps.proposals.queries.decisions import deciding
from apps.proposals.queries.way import Way, ways_of
from apps.rulebook.enums import ActKind
from apps.sittings.enums import ItemState, SittingState
from apps.sittings.models import AgendaItem, Sitting
from apps.sittings.queries.lists import COMING
from apps.web.blocks.page import Crumb
from apps.web.blocks.papers import Document
from apps.web.bodies.forms import member
from apps.web.bodies.record import seen_in
from apps.web.files import stored_answer
from apps.web.forms import PageForm
from apps.web.guard import DOING, found, page
from apps.web.history import history_of
from apps.web.papers import present
from apps.web.papers.forms import (
    AgendaForm,
    AttachForm,
    DayForm,
    DecisionForm,
    PlainForm,
    QuestionForm,
    ResultForm,
    WithdrawPaperForm,
    today_in,
)
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

RECENT, SHOWN_EVENTS = 30, 15
Do = Callable[[Actor, Paper, Any, int | None], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """A form of the page; `main` is the one next step."""

    name: str
    title: str
    form: PageForm
    button: str
    note: str = ""
    danger: bool = False
    main: bool = False


@page(Permission.SCHOOL_READ)
def paper(request: UsulRequest, pk: int) -> HttpResponse:
    """A paper, its way, and what may be done with it."""
    return _page(request, _row(pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def do(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Take a step."""
    row, actor = _row(pk), actor_of(request)
    if name == "unlink":
        passage: Passage = found(_passages(), paper=row, pk=_number(request.POST.get("passage", "")))
        unlink(by=actor, passage=passage, seen=seen_in(request))
        messages.success(request, _("The link is taken off."))
        return HttpResponseRedirect(reverse("paper_page", args=[pk]))
    if name not in DEEDS:
        raise NOT_FOUND()
    [way] = ways_of([row], today=actor.today)
    form = _form(name, way, actor, request.POST, request.FILES)
    deed, done = DEEDS[name]
    if form.is_valid() and form.attempt(lambda: deed(actor, row, form, seen_in(request))):
        messages.success(request, done())
        return HttpResponseRedirect(reverse("paper_list") if name == "remove" else reverse("paper_page", args=[pk]))
    if name in LINKING:
        return _decision_page(request, way, {name: form}, status=422)
    return _page(request, row, {name: form}, status=422)


@page(Permission.SCHOOL_READ)
def decision(request: UsulRequest, pk: int) -> HttpResponse:
    """What a body has decided about the paper: chosen among the questions of its sittings and the decisions on record."""
    row, actor = _row(pk), actor_of(request)
    if not may_keep(actor, body=row.body, person=row.person):
        raise NOT_PERMITTED(permission=Permission.PAPER_EDIT)
    [way] = ways_of([row], today=actor.today)
    return _decision_page(request, way, {})


def _decision_page(request: UsulRequest, way: Way, bound: dict[str, PageForm], *, status: int = 200) -> HttpResponse:
    actor, row = actor_of(request), way.paper
    offered = (
        (
            "question",
            _("A body has dealt with it at a sitting"),
            _("Link the question"),
            _("The decision stays in the minutes; here it is only linked."),
        ),
        (
            "act",
            _("The decision is on record as a paper"),
            _("Link the decision"),
            _("For example a decision of the pedagogical council among the orders and decisions."),
        ),
    )
    steps = [
        Step(name, title, bound.get(name) or _form(name, way, actor), button, note)
        for name, title, button, note in offered
    ]
    values = {
        "paper": row,
        "title": row.title,
        "steps": [one for one in steps if _useful(one)],
        "bound": list(bound.values()),
    }
    crumbs = (
        Crumb(_("Papers on their way"), reverse("paper_list")),
        Crumb(row.title, reverse("paper_page", args=[row.pk])),
        Crumb(_("Link a decision")),
    )
    return show(request, "papers/decision.html", values, section="papers", crumbs=crumbs, status=status)


@page(Permission.SCHOOL_READ)
def file(request: UsulRequest, pk: int, file: int) -> HttpResponse:
    """A file of the paper."""
    row = _row(pk)
    kept = {one.pk: one for one in files_of(SUBJECT, [row.pk]).get(row.pk, ())}
    if file not in kept:
        raise NOT_FOUND()
    return stored_answer(kept[file])


def _number(raw: str) -> int:
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 18 else 0


def _row(pk: int) -> Paper:
    kept = StoredFile.objects.filter(subject_type=SUBJECT, subject_id=OuterRef("pk"))
    rows = Paper.objects.select_related("body", "person", "year").annotate(has_files=Exists(kept))
    row: Paper = found(rows, pk=pk)
    return row


def _passages() -> Any:
    return Passage.objects.select_related("paper", "item__sitting")


def _link(by: Actor, row: Paper, form: Any, seen: int | None) -> None:
    data = form.cleaned_data
    link_item(by=by, paper=row, item=form.items[data["item"]], kind=member(ActKind, data["kind"]), seen=seen)


def _attach(by: Actor, row: Paper, form: PageForm, _seen: int | None) -> None:
    sent = form.cleaned_data["file"]
    attach(by=by, paper=row, name=str(sent.name), content=sent.read(LARGEST + 1))


LINKING = frozenset({"question", "act"})
DEEDS: dict[str, tuple[Do, Callable[[], str]]] = {
    "agenda": (
        lambda by, row, form, seen: put_on_agenda(
            by=by, paper=row, sitting=form.sittings[form.cleaned_data["sitting"]], on=by.today, seen=seen
        ),
        lambda: _("The question is on the agenda."),
    ),
    "question": (_link, lambda: _("The decision is linked.")),
    "act": (
        lambda by, row, form, seen: link_act(by=by, paper=row, act=form.cleaned_data["act"], seen=seen),
        lambda: _("The decision is linked."),
    ),
    "hand-in": (
        lambda by, row, form, seen: hand_in(by=by, paper=row, on=form.cleaned_data["on"], seen=seen),
        lambda: _("The day is noted."),
    ),
    "receive": (
        lambda by, row, form, seen: receive(by=by, paper=row, on=form.cleaned_data["on"], seen=seen),
        lambda: _("The report is received."),
    ),
    "result": (
        lambda by, row, form, seen: note_result(by=by, paper=row, seen=seen, **form.cleaned_data),
        lambda: _("The result is noted."),
    ),
    "attach": (_attach, lambda: _("The file is with the paper.")),
    "withdraw": (
        lambda by, row, form, seen: withdraw(
            by=by, paper=row, reason=form.cleaned_data["reason"], on=by.today, seen=seen
        ),
        lambda: _("The paper is withdrawn."),
    ),
    "remove": (
        lambda by, row, _form, seen: remove_paper(by=by, paper=row, seen=seen),
        lambda: _("The entry is taken back."),
    ),
}


def _form(name: str, way: Way, actor: Actor, data: Any = None, files: Any = None) -> PageForm:
    row, auto_id = way.paper, f"{name}-%s"
    match name:
        case "agenda":
            return AgendaForm(data, sittings=_coming(way, actor), auto_id=auto_id)
        case "question":
            return QuestionForm(data, items=_questions(row), auto_id=auto_id)
        case "act":
            return DecisionForm(data, acts=_decisions(), auto_id=auto_id)
        case "hand-in" | "receive":
            return DayForm(data, initial=today_in(actor), auto_id=auto_id)
        case "result":
            return ResultForm(data, initial=today_in(actor) | {"result": row.result}, auto_id=auto_id)
        case "attach":
            return AttachForm(data, files, auto_id=auto_id)
        case "withdraw":
            return WithdrawPaperForm(data, auto_id=auto_id)
        case _:
            return PlainForm(data, auto_id=auto_id)


def _coming(way: Way, actor: Actor) -> list[Sitting]:
    """Coming sittings of the body the paper waits for whose agenda this person may change. One query."""
    wanted = way.next.body if way.next else None
    rows = Sitting.objects.filter(state__in=(*COMING, SittingState.OPEN)).select_related("body")
    return [
        one
        for one in rows.order_by("planned_on", "pk")[:RECENT]
        if DECIDING[one.body.kind] is wanted
        and _fits(way.paper, one)
        and actor.may(Permission.SITTING_PLAN, body_id=one.body_id)
    ]


def _fits(row: Paper, sitting: Sitting) -> bool:
    of_association = sitting.body.association_kind is not None
    return sitting.body.kind in BODIES and (not of_association or row.body_id in (None, sitting.body_id))


def _questions(row: Paper) -> list[AgendaItem]:
    """Questions of the last and the coming sittings that a paper may be dealt with in. One query."""
    rows = (
        AgendaItem.objects.filter(sitting__body__kind__in=[kind.value for kind in BODIES if kind in DECIDING])
        .exclude(state=ItemState.DROPPED)
        .exclude(sitting__state__in=(SittingState.CANCELLED, SittingState.LAPSED))
        .select_related("sitting__body")
        .order_by("-sitting__held_on", "-sitting__planned_on", "position")
    )
    return [one for one in rows[: 2 * RECENT] if _fits(row, one.sitting)][:RECENT]


def _decisions() -> list[Act]:
    """The last decisions of bodies on record. One query."""
    rows = Act.objects.filter(kind__in=DECIDING_KINDS, state__in=STANDING, revoked_on__isnull=True)
    return [act for act in rows.order_by("-act_date", "-pk")[: 2 * RECENT] if deciding(act) is not None][:RECENT]


def _steps(way: Way, actor: Actor, bound: dict[str, PageForm]) -> list[Step]:
    """What this person may do with the paper now; the next step comes first."""
    row, keeps = way.paper, may_keep(actor, body=way.paper.body, person=way.paper.person)
    step, is_open = way.next, way.state is not PaperState.WITHDRAWN
    deciding_now = step is not None and step.deed is Deed.DECIDE and step.state in ASKED_FOR
    goes_out = row.family in HANDED_IN and row.handed_on is None
    undecided = not any(one.adopted for one in way.decisions)
    result = row.family is Family.NOMINATION and row.handed_on is not None
    waits = row.family is Family.REPORT and row.handed_on is not None and row.received_on is None
    offered: tuple[tuple[bool, str, str, str, str], ...] = (
        (deciding_now, "agenda", _("Put it on the agenda of a coming sitting"), _("Put it on the agenda"), ""),
        (goes_out, "hand-in", _("It was handed in"), _("Note the day"), ""),
        (result, "result", _("How it ended"), _("Note the result"), ""),
        (undecided, "attach", _("Attach the paper as a file"), _("Attach"), ""),
        (True, "withdraw", _("Withdraw the paper"), _("Withdraw"), _("It stays on record and is judged no more.")),
        (
            row.handed_on is None and not way.decisions,
            "remove",
            _("Entered by mistake"),
            _("Take the entry back"),
            _("Possible only while no body deals with it."),
        ),
    )
    main = _main(way)
    steps = [
        Step(name, title, bound.get(name) or _form(name, way, actor), button, note, name in DANGER, name == main)
        for shown, name, title, button, note in offered
        if shown and keeps and is_open
    ]
    if waits and is_open and actor.may(Permission.REPORT_RECEIVE):
        form = bound.get("receive") or _form("receive", way, actor)
        steps.append(Step("receive", _("The report was received"), form, _("Confirm"), main=True))
    return sorted((one for one in steps if _useful(one)), key=lambda one: not one.main)


# nobody deals with the paper now, so it has to be put before its body
ASKED_FOR = frozenset({StepState.NOT_ASKED, StepState.UNDECIDED, StepState.REFUSED})
DANGER = frozenset({"withdraw", "remove"})
MAIN = {Deed.DECIDE: "agenda", Deed.HAND_IN: "hand-in", Deed.RECEIVE: "receive", Deed.RESULT: "result"}


def _main(way: Way) -> str:
    return MAIN[way.next.deed] if way.next else ""


def _plan_url(way: Way, actor: Actor, bodies: list[Body]) -> str:
    """Where the sitting is planned that the paper waits for, while there is none; empty for who may not plan it."""
    step = way.next
    if step is None or step.deed is not Deed.DECIDE or step.state not in ASKED_FOR:
        return ""
    known = [one for one in bodies if one.kind in DECIDING and DECIDING[one.kind] is step.body]
    own = [one for one in known if one.pk == way.paper.body_id] or known
    if len(own) != 1 or not actor.may(Permission.SITTING_PLAN, body_id=own[0].pk):
        return ""
    return reverse("sitting_plan", args=[own[0].pk])


def _useful(step: Step) -> bool:
    """Whether there is anything to choose from."""
    form = step.form
    if isinstance(form, AgendaForm):
        return bool(form.sittings)
    if isinstance(form, QuestionForm):
        return bool(form.items)
    return not isinstance(form, DecisionForm) or len(form.fields["act"].choices) > 1  # type: ignore[attr-defined]


def _page(request: UsulRequest, row: Paper, bound: dict[str, PageForm], *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    [way] = ways_of([row], today=actor.today)
    bodies = list(Body.objects.filter(dissolved_on__isnull=True))
    keeps, names = may_keep(actor, body=row.body, person=row.person), present.names_of(bodies)
    steps = _steps(way, actor, bound)
    decided = any(one.adopted for one in way.decisions)
    files = files_of(SUBJECT, [row.pk]).get(row.pk, ()) if row.has_files else ()  # type: ignore[attr-defined]
    values = {
        "paper": row,
        "title": row.title,
        "kind": present.kind_title(row.kind),
        "way": way,
        "route": present.route_of(way, names),
        "next": present.next_words(way.next) if way.next else "",
        "waits": present.waits_words(way, way.next, names) if way.next else "",
        "late": way.late(actor.today),
        "lines": [line for line in row.text.splitlines() if line.strip()],
        "facts": present.facts_of(row),
        "dealt": present.dealt_of(way.decisions),
        "files": [
            Document(title=one.name, url=reverse("paper_file", args=[row.pk, one.pk]), sha256=one.sha256)
            for one in files
        ],
        "steps": steps,
        "plan_url": "" if any(one.main for one in steps) else _plan_url(way, actor, bodies),
        "bound": list(bound.values()),
        "may_link": keeps and row.withdrawn_on is None and row.family is not Family.REPORT,
        "may_keep": keeps and row.withdrawn_on is None,
        "may_change": keeps and row.withdrawn_on is None and row.handed_on is None and not decided,
        "history": history_of(events_of(SUBJECT, row.pk)[:SHOWN_EVENTS]),
    }
    crumbs = (Crumb(_("Papers on their way"), reverse("paper_list")), Crumb(row.title))
    return show(request, "papers/paper.html", values, section="papers", crumbs=crumbs, status=status)
