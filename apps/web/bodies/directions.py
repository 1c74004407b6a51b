"""Directions and themes of a body for a year, with their approval and what has changed since."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.queries.standing import Standing, acts_about, standing_of
from apps.bodies.domain.directions import SUBJECT, approve_directions, write_directions
from apps.bodies.enums import BodyKind, DirectionsPart
from apps.bodies.models import Body, Directions
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.sittings.enums import SittingState
from apps.sittings.models import Sitting
from apps.web.acts.words import act_words
from apps.web.bodies.forms import ApproveForm, DirectionsForm
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page, year_query

RECENT_SITTINGS = 20


@page(Permission.SCHOOL_READ, methods=WORKING)
def directions(request: UsulRequest, pk: int) -> HttpResponse:
    """The texts of the year; those who may write them get a form."""
    body: Body = found(Body.objects.all(), pk=pk)
    year, _years = year_of_page(request)
    if year is None or request.method != "POST":
        return _page(request, body, None, None)
    form = DirectionsForm(request.POST)
    actor, seen = actor_of(request), seen_in(request)
    if form.is_valid() and form.attempt(
        lambda: write_directions(by=actor, body=body, year=year.year, content=form.content(), seen=seen)
    ):
        messages.success(request, _("The directions are kept. They hold when the council has approved them."))
        return HttpResponseRedirect(reverse("body_directions", args=[pk]) + year_query(request))
    return _page(request, body, form, None, status=422)


@page(Permission.SCHOOL_READ, methods=DOING)
def approve(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that the council has approved the directions in this form."""
    row: Directions = found(Directions.objects.select_related("body", "year"), pk=pk)
    actor = actor_of(request)
    form = _approve_form(actor, request.POST)
    seen = seen_in(request)
    if form.is_valid() and form.attempt(
        lambda: approve_directions(by=actor, directions=row, seen=seen, **form.values())
    ):
        messages.success(request, _("The approval is on record, bound to exactly this text."))
        address = reverse("body_directions", args=[row.body_id])
        return HttpResponseRedirect(f"{address}?year={row.year.start_year}")
    return _page(request, row.body, None, form, status=422)


def _approve_form(actor: Actor, data: Any = None) -> ApproveForm:
    councils = [
        body
        for body in Body.objects.filter(kind=BodyKind.COUNCIL, dissolved_on__isnull=True)
        if actor.may(Permission.SITTING_RECORD, body_id=body.pk)
    ]
    held = Sitting.objects.filter(body__in=councils, state=SittingState.HELD).order_by("-held_on")[:RECENT_SITTINGS]
    initial = {"approved_on": actor.today}
    return ApproveForm(data, councils=councils, sittings=held, initial=initial, auto_id="approve-%s")


def _page(
    request: UsulRequest,
    body: Body,
    form: DirectionsForm | None,
    approve_form: ApproveForm | None,
    *,
    status: int = 200,
) -> HttpResponse:
    actor = actor_of(request)
    year, years = year_of_page(request)
    row = Directions.objects.filter(body=body, year=year.year).first() if year else None
    standing = standing_of(acts_about(SUBJECT, row.pk), row.content) if row else Standing()
    may_write = year is not None and body.dissolved_on is None and actor.may(Permission.PLAN_EDIT, body_id=body.pk)
    offered = _approve_form(actor) if row is not None and not standing.valid else None
    values = {
        "body": body,
        "year": year,
        "row": row,
        "parts": _parts(row),
        "standing": standing,
        "approval": act_words(standing.act) if standing.act else "",
        "changes": _changes(standing),
        "form": (form or DirectionsForm(initial=row.content if row else {})) if may_write else None,
        "form_is_open": form is not None or row is None,
        "approve_form": approve_form or (offered if offered is not None and offered.councils else None),
        "tabs": tabs_of(body, "body_directions"),
        "bound": [one for one in (form, approve_form) if one is not None],
    }
    crumbs = crumbs_of(body, _("Directions and themes"))
    return show(request, "bodies/directions.html", values, section="bodies", crumbs=crumbs, years=years, status=status)


def _parts(row: Directions | None) -> list[tuple[str, str]]:
    language = reader_language()
    content = row.content if row else {}
    return [(part.label.in_(language), content[part.value]) for part in DirectionsPart if content.get(part.value)]


def _changes(standing: Standing) -> list[tuple[str, str, str]]:
    """(part, approved text, present text) of every difference."""
    language = reader_language()
    known = {part.value: part.label.in_(language) for part in DirectionsPart}
    return [(known.get(one.place, one.place), one.before or "", one.now or "") for one in standing.changes]
