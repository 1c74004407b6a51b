"""The way to an office on one page: who stands, what the rulebook says of them, which paper comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.wording import filled, wording_for
from apps.bodies.domain.heads import (
    APPOINTING,
    OPEN_STATES,
    Count,
    PaperOrder,
    appoint,
    approve_candidate,
    elect,
    nominate,
    withdraw,
)
from apps.bodies.enums import BodyKind, CandidacyState, MembershipRole
from apps.bodies.models import Body, Candidacy, Membership
from apps.bodies.queries.eligibility import eligibility_of
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.ranges import valid_at
from apps.people.models import Person
from apps.people.queries.staff import working
from apps.rulebook.enums import ActKind
from apps.rulebook.findings import Finding
from apps.sittings.enums import SittingState
from apps.sittings.models import Sitting
from apps.web.acts.words import act_words
from apps.web.blocks.papers import Argument, RouteStep
from apps.web.bodies import forms
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.bodies.words import seats_of
from apps.web.findings.present import argument_of, reader_language
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

RECENT_SITTINGS = 20
Bound = dict[str, PageForm]


@dataclass(frozen=True, slots=True)
class Lists:
    """What the forms of the page offer; asked once."""

    people: list[Person]
    councils: list[Body]
    sittings: list[Sitting]

    def of(self, bodies: set[int]) -> list[Sitting]:
        """Held sittings of these bodies."""
        return [row for row in self.sittings if row.body_id in bodies]


@dataclass(frozen=True, slots=True)
class Step:
    """A form of the page: its name in the address, what it says and whether it binds."""

    name: str
    title: str
    form: PageForm
    button: str
    note: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate as the page draws them."""

    row: Candidacy
    office: str
    state: str
    route: list[RouteStep]
    arguments: list[Argument]
    steps: list[Step]


@page(Permission.SCHOOL_READ, methods=WORKING)
def offices(request: UsulRequest, pk: int) -> HttpResponse:
    """Who holds the offices of a body, who stands for them, and a form for a new candidate."""
    body: Body = found(Body.objects.all(), pk=pk)
    if request.method != "POST":
        return _page(request, body, {})
    actor = actor_of(request)
    form = forms.NominateForm(request.POST, people=working(actor.today), auto_id="nominate-%s")
    if form.is_valid() and form.attempt(lambda: nominate(by=actor, body=body, **form.values())):
        messages.success(request, _("The candidate is on record."))
        return HttpResponseRedirect(reverse("body_head", args=[pk]))
    return _page(request, body, {"nominate": form}, status=422)


@page(Permission.SCHOOL_READ, methods=DOING)
def step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Take one step on the way to an office."""
    row: Candidacy = found(Candidacy.objects.select_related("body", "person", "election"), pk=pk)
    if name not in DEEDS:
        raise NOT_FOUND()
    actor = actor_of(request)
    lists = _lists(row.body, actor)
    form = _form(name, row, lists, actor, request.POST)
    seen = seen_in(request)
    if form.is_valid() and form.attempt(lambda: DEEDS[name](actor, row, form, seen)):
        messages.success(request, _("The step is on record."))
        return HttpResponseRedirect(reverse("body_head", args=[row.body_id]))
    return _page(request, row.body, {f"{name}-{pk}": form}, status=422)


def _elect(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    data = form.cleaned_data
    count = Count(data["yes"], data["no"] or 0, data["abstained"] or 0) if data["yes"] is not None else None
    elect(by=by, candidacy=row, elected_on=data["elected_on"], sitting=data["sitting"], count=count, seen=seen)


def _approve(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    approve_candidate(by=by, candidacy=row, seen=seen, **form.values())


def _sign(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    appoint(by=by, candidacy=row, seen=seen, **form.cleaned_data)


def _paper(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    data = form.cleaned_data
    paper = PaperOrder(data["number"], data["signed_by"])
    appoint(by=by, candidacy=row, order_date=data["order_date"], valid_from=data["valid_from"], paper=paper, seen=seen)


def _enter(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    day = form.cleaned_data["valid_from"]
    appoint(by=by, candidacy=row, order_date=min(day, by.today), valid_from=day, seen=seen)


def _withdraw(by: Actor, row: Candidacy, form: Any, seen: int | None) -> None:
    withdraw(by=by, candidacy=row, note=form.cleaned_data["note"], seen=seen)


DEEDS: dict[str, Callable[[Actor, Candidacy, Any, int | None], None]] = {
    "elect": _elect,
    "approve": _approve,
    "sign": _sign,
    "paper": _paper,
    "enter": _enter,
    "withdraw": _withdraw,
}


def _lists(body: Body, actor: Actor) -> Lists:
    councils = list(Body.objects.filter(kind=BodyKind.COUNCIL, dissolved_on__isnull=True))
    wanted = {body.pk, *(council.pk for council in councils)}
    held = Sitting.objects.filter(body__in=wanted, state=SittingState.HELD).order_by("-held_on")[:RECENT_SITTINGS]
    return Lists(working(actor.today), councils, list(held))


def _form(name: str, row: Candidacy, lists: Lists, actor: Actor, data: Any = None) -> PageForm:
    auto_id, today = f"{name}-{row.pk}-%s", actor.today
    match name:
        case "elect":
            initial: dict[str, Any] = {"elected_on": today}
            sittings = lists.of({row.body_id})
            return forms.ElectForm(data, sittings=sittings, initial=initial, auto_id=auto_id)
        case "approve":
            sittings = lists.of({council.pk for council in lists.councils})
            initial = {"approved_on": today}
            return forms.ApproveForm(data, councils=lists.councils, sittings=sittings, initial=initial, auto_id=auto_id)
        case "sign":
            return forms.SignOrderForm(data, initial=_order_draft(row, actor), auto_id=auto_id)
        case "paper":
            initial = {"order_date": today, "valid_from": today}
            return forms.PaperOrderForm(data, people=lists.people, initial=initial, auto_id=auto_id)
        case "enter":
            return forms.EnterForm(data, initial={"valid_from": today}, auto_id=auto_id)
        case _:
            return forms.WithdrawForm(data, auto_id=auto_id)


def _order_draft(row: Candidacy, actor: Actor) -> dict[str, Any]:
    """The order as it would read; the person may change every word."""
    language = "ru" if reader_language() == "ru" else "ky"
    wording = wording_for(ActKind.ORDER, APPOINTING.get(row.office))
    title, text = "", ""
    if wording is not None:
        basis = act_words(row.election) if row.election else ""
        title, text = filled(
            wording, language, body=row.body.name, people=row.person.full_name, day=actor.today, basis=basis
        )
    return {"order_date": actor.today, "valid_from": actor.today, "title": title, "text": text}


def _page(request: UsulRequest, body: Body, bound: Bound, *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    rows = list(Candidacy.objects.filter(body=body).select_related("body", "person", "election", "approval", "order"))
    running = [row for row in rows if row.state in OPEN_STATES or _unapproved(row)]
    lists = _lists(body, actor)
    judged = eligibility_of((row.person for row in running if row.office is MembershipRole.HEAD), on=actor.today)
    held = valid_at(Membership.objects.filter(body=body).exclude(role=MembershipRole.MEMBER), actor.today)
    may = body.dissolved_on is None and actor.may(Permission.SITTING_RECORD, body_id=body.pk)
    plain = forms.NominateForm(
        people=lists.people, initial={"nominated_on": actor.today, "office": _leading(body)}, auto_id="nominate-%s"
    )
    values = {
        "body": body,
        "today": actor.today,
        "tabs": tabs_of(body, "body_head"),
        "held": seats_of(held.select_related("person", "act", "end_act"), actor.today),
        "running": [_candidate(row, judged.get(row.person_id, []), lists, actor, bound) for row in running],
        "past": [
            (row, row.state.label.in_(reader_language()), row.office.label.in_(reader_language()))
            for row in rows
            if row not in running
        ],
        "nominate_form": bound.get("nominate", plain) if may else None,
        "bound": list(bound.values()),
    }
    crumbs = crumbs_of(body, _("Offices"))
    return show(request, "bodies/heads.html", values, section="bodies", crumbs=crumbs, status=status)


def _leading(body: Body) -> str:
    council = body.kind in (BodyKind.COUNCIL, BodyKind.PEDAGOGICAL_COUNCIL, BodyKind.COMMISSION)
    return (MembershipRole.CHAIR if council else MembershipRole.HEAD).value


def _unapproved(row: Candidacy) -> bool:
    """Appointed as head while the council has not approved yet; the approval may come after the order."""
    return row.state is CandidacyState.APPOINTED and row.office is MembershipRole.HEAD and row.approval_id is None


def _candidate(row: Candidacy, judged: list[Finding], lists: Lists, actor: Actor, bound: Bound) -> Candidate:
    language = reader_language()
    return Candidate(
        row=row,
        office=row.office.label.in_(language),
        state=row.state.label.in_(language),
        route=_route(row),
        arguments=[argument_of(finding, charter_url=reverse("charter")) for finding in judged],
        steps=_steps(row, lists, actor, bound),
    )


def _route(row: Candidacy) -> list[RouteStep]:
    who = row.nominated_by
    steps = [RouteStep(_("Nominated"), "done", who=who, on=row.nominated_on)]
    papers = [(_("Elected by the members"), row.election)]
    if row.office is MembershipRole.HEAD:
        papers.append((_("Approved by the council"), row.approval))
    if row.office in APPOINTING:
        papers.append((_("Director's order"), row.order))
    waiting = True
    for name, act in papers:
        if act is not None:
            steps.append(RouteStep(name, "done", who=f"№{act.number}" if act.number else "", on=act.act_date))
        else:
            steps.append(RouteStep(name, "current" if waiting else "todo"))
            waiting = False
    return steps


def _steps(row: Candidacy, lists: Lists, actor: Actor, bound: Bound) -> list[Step]:
    """What this person may do with the candidate now."""
    may_here = actor.may(Permission.SITTING_RECORD, body_id=row.body_id)
    councils = [one for one in lists.councils if actor.may(Permission.SITTING_RECORD, body_id=one.pk)]
    running, ordered = row.state in OPEN_STATES, row.office in APPOINTING
    offered: list[tuple[bool, str, str, str, str]] = [
        (row.election_id is None and may_here, "elect", _("The members have elected"), _("Record the election"), ""),
        (
            row.election_id is not None
            and row.approval_id is None
            and row.office is MembershipRole.HEAD
            and bool(councils),
            "approve",
            _("The council has approved"),
            _("Record the approval"),
            "",
        ),
        (
            running and ordered and actor.may(Permission.ACT_ISSUE) and actor.person_id is not None,
            "sign",
            _("Sign the order of appointment"),
            _("Sign the order"),
            _(
                "Your signature puts the order in force under the next number; from the day named the person holds the office."
            ),
        ),
        (
            running and ordered and actor.may(Permission.ACT_RECORD),
            "paper",
            _("The order exists on paper"),
            _("Record the order"),
            _("Enter what stands on the paper. Whoever held the office before stops on the same day."),
        ),
        (
            running and not ordered and row.election_id is not None and may_here,
            "enter",
            _("Takes office"),
            _("Takes office"),
            "",
        ),
        (running and may_here, "withdraw", _("Does not stand any more"), _("Withdraw"), ""),
    ]
    steps: list[Step] = []
    for shown, name, title, button, note in offered:
        if shown:
            form = bound.get(f"{name}-{row.pk}") or _form(name, row, lists, actor)
            steps.append(Step(name, title, form, button, note, primary=not steps and name != "withdraw"))
    return steps
