"""Papers on their way: the list of a school or a body, and putting one forward."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.errors import NO_SUCH_YEAR
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.people.queries.staff import working
from apps.proposals.domain.papers import change_paper, enter_paper
from apps.proposals.enums import OF_ASSOCIATIONS, Family, PaperKind, PaperState
from apps.proposals.models import Paper
from apps.proposals.queries.papers import concerns, of_family, papers_of, sorted_ways, waiting_for
from apps.proposals.queries.way import ways_of
from apps.web.blocks.page import Crumb
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.guard import WORKING, found, page
from apps.web.lists import Choice, active, address, choice, window
from apps.web.papers import present
from apps.web.papers.forms import PaperForm, initial_of
from apps.web.people_choices import code_choices
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page

ON_A_PAGE = 25
ON_A_DESK = 6
WITHOUT = "-"


@page(Permission.SCHOOL_READ)
def papers(request: UsulRequest) -> HttpResponse:
    """Every paper of the year: what waits for whom, and what is next."""
    bodies = list(Body.objects.all())
    body = choice(request, "body", _("Body"), [(str(one.pk), one.name) for one in bodies])
    chosen = next((one for one in bodies if str(one.pk) == body.chosen), None)
    return _list(request, chosen, [body], bodies=bodies)


@page(Permission.SCHOOL_READ)
def body_papers(request: UsulRequest, pk: int) -> HttpResponse:
    """The papers of one body, and those that wait for it."""
    body: Body = found(Body.objects.all(), pk=pk)
    return _list(
        request, body, [], bodies=Body.objects.all(), crumbs=crumbs_of(body, _("Papers on their way")), tabs=True
    )


@page(Permission.SCHOOL_READ)
def waiting(request: UsulRequest, pk: int) -> HttpResponse:
    """A part of the body's desk, asked for once the desk is there: papers that wait for the body or for its own next step."""
    body: Body = found(Body.objects.all(), pk=pk)
    year, _years = year_of_page(request)
    today = actor_of(request).today
    ways = waiting_for(body, year.year, today=today) if year else []
    values = {
        "body": body,
        "papers": [present.work_of(way, today) for way in ways[:ON_A_DESK]],
        "more": max(len(ways) - ON_A_DESK, 0),
    }
    return render(request, "papers/waiting.html", values)


def _list(
    request: UsulRequest,
    body: Body | None,
    more: list[Choice],
    *,
    bodies: Iterable[Body],
    crumbs: tuple[Crumb, ...] = (),
    tabs: bool = False,
) -> HttpResponse:
    actor = actor_of(request)
    year, years = year_of_page(request)
    family = choice(request, "family", _("Kind"), code_choices(Family))
    state = choice(request, "state", _("State"), code_choices(PaperState))
    filters = [*more, family, state]
    rows = of_family(papers_of(year.year), Family.of(family.chosen) if family.chosen else None) if year else []
    ways = [
        way
        for way in sorted_ways(ways_of(rows, today=actor.today))
        if (body is None or concerns(way, body)) and state.chosen in ("", way.state.value)
    ]
    part = window(request, total=len(ways), size=ON_A_PAGE)
    names = present.names_of(bodies)
    query = f"?body={body.pk}" if body else ""
    values: dict[str, Any] = {
        "body": body if tabs else None,
        "year": year,
        "rows": [present.line_of(way, actor.today, names) for way in ways[part.start : part.stop]],
        "columns": present.columns(),
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": len(ways),
        "new_url": f"{reverse('paper_new')}{query}" if year and _may_enter(actor) else "",
        "tabs": tabs_of(body, "body_papers") if tabs and body else [],
    }
    section = "bodies" if tabs else "papers"
    return show(request, "papers/list.html", values, section=section, crumbs=crumbs, years=years)


def _may_enter(actor: Actor) -> bool:
    held = (actor.permissions, *actor.body_permissions.values())
    return any(right in rights for rights in held for right in (Permission.PAPER_EDIT, Permission.ITEM_PROPOSE))


@page(Permission.SCHOOL_READ, methods=WORKING)
def new(request: UsulRequest) -> HttpResponse:
    """Put a paper forward: first its kind, then what it says."""
    actor = actor_of(request)
    year, _years = year_of_page(request)
    if year is None:
        raise NO_SUCH_YEAR(year=str(actor.today.year))
    known = {kind.value: kind for kind in PaperKind}
    kind = known.get(request.GET.get("kind", ""))
    crumbs = (Crumb(_("Papers on their way"), reverse("paper_list")), Crumb(_("Put a paper forward")))
    if kind is None:
        values = {"groups": _kinds(request), "title": _("Put a paper forward")}
        return show(request, "papers/kinds.html", values, section="papers", crumbs=crumbs)
    form = _form(kind, actor, request.POST or None, {"body": request.GET.get("body", ""), "person": actor.person_id})
    made: list[Paper] = []
    if request.method == "POST" and form.is_valid():
        body = form.chosen_body()
        if form.attempt(
            lambda: made.append(enter_paper(by=actor, kind=kind, body=body, year=year.year, content=form.content()))
        ):
            messages.success(request, _("The paper is on record. Its next step stands below."))
            return HttpResponseRedirect(reverse("paper_page", args=[made[0].pk]))
    return _form_page(request, form, present.kind_title(kind), reverse("paper_list"), crumbs)


def _kinds(request: UsulRequest) -> list[tuple[str, list[tuple[str, str]]]]:
    """(family, [(kind, address)]) to choose from."""
    words = dict(code_choices(PaperKind))
    return [
        (
            present.sentence(label),
            [
                (present.sentence(words[kind.value]), address(request, kind=kind.value))
                for kind in PaperKind
                if kind.family.value == family
            ],
        )
        for family, label in code_choices(Family)
    ]


def _form(kind: PaperKind, actor: Actor, data: Any, initial: dict[str, Any]) -> PaperForm:
    kinds = (
        (BodyKind.ASSOCIATION,)
        if kind.family in OF_ASSOCIATIONS
        else (
            BodyKind.ASSOCIATION,
            BodyKind.COUNCIL,
            BodyKind.CREATIVE_GROUP,
        )
    )
    rows = Body.objects.filter(kind__in=[one.value for one in kinds], dissolved_on__isnull=True)
    bodies = [
        row
        for row in rows
        if actor.may(Permission.PAPER_EDIT, body_id=row.pk) or actor.may(Permission.ITEM_PROPOSE, body_id=row.pk)
    ]
    return PaperForm(data, kind=kind, bodies=bodies, people=working(actor.today), initial=initial)


@page(Permission.SCHOOL_READ, methods=WORKING)
def change(request: UsulRequest, pk: int) -> HttpResponse:
    """Write a paper anew while nobody has decided on it."""
    row: Paper = found(Paper.objects.select_related("body", "year"), pk=pk)
    actor = actor_of(request)
    form = _form(row.kind, actor, request.POST or None, initial_of(row))
    del form.fields["body"]
    seen = seen_in(request)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: change_paper(by=actor, paper=row, content=form.content(), seen=seen)):
            messages.success(request, _("The paper is written anew."))
            return HttpResponseRedirect(reverse("paper_page", args=[pk]))
    back = reverse("paper_page", args=[pk])
    crumbs = (
        Crumb(_("Papers on their way"), reverse("paper_list")),
        Crumb(row.title, back),
        Crumb(_("Write anew")),
    )
    return _form_page(request, form, present.kind_title(row.kind), back, crumbs, version=row.row_version)


def _form_page(
    request: UsulRequest,
    form: PaperForm,
    title: str,
    back: str,
    crumbs: tuple[Crumb, ...],
    *,
    version: int | None = None,
) -> HttpResponse:
    values = {"form": form, "title": title, "back": back, "version": version}
    status = 422 if form.errors else 200
    return show(request, "papers/form.html", values, section="papers", crumbs=crumbs, status=status)
