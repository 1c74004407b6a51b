"""The record of a body: entering one, writing it anew, dissolving it, who is in it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.enums import STANDING
from apps.acts.models import Act
from apps.acts.queries.standing import acts_about
from apps.bodies.domain.bodies import change_body, create_body, dissolve_body
from apps.bodies.domain.members import add_member, confirm_members, end_membership
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.people.queries.staff import working
from apps.rulebook.enums import ActKind
from apps.web.blocks.page import Crumb
from apps.web.bodies.forms import BodyForm, ConfirmForm, DissolveForm, EndForm, MemberForm, NewBodyForm
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show


def crumbs_of(body: Body | None, *names: str) -> tuple[Crumb, ...]:
    """The way to a page below a body."""
    first = Crumb(_("Associations and councils"), reverse("body_list"))
    middle = (Crumb(body.name, reverse("body_page", args=[body.pk])),) if body else ()
    return (first, *middle, *(Crumb(name) for name in names))


def others(body: Body | None = None) -> list[Body]:
    """Bodies at work that another may work under."""
    rows = Body.objects.filter(dissolved_on__isnull=True)
    return list(rows.exclude(pk=body.pk) if body else rows)


@page(Permission.BODY_EDIT, methods=WORKING)
def create(request: UsulRequest) -> HttpResponse:
    """Enter a body that the school has created."""
    form = NewBodyForm(request.POST or None, bodies=others())
    made: list[Body] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.append(create_body(by=actor_of(request), **form.values()))):
            messages.success(request, _("The body is on record. Add its members and its papers."))
            return HttpResponseRedirect(reverse("body_people", args=[made[0].pk]))
    title = _("Enter a body")
    return _form_page(request, None, form, title, reverse("body_list"))


@page(Permission.BODY_EDIT, methods=WORKING)
def change(request: UsulRequest, pk: int) -> HttpResponse:
    """Write name, education areas and purpose of a body anew, or dissolve it."""
    body: Body = found(Body.objects.select_related("parent"), pk=pk)
    now = {name: getattr(body, name) for name in ("name", "subjects", "purpose", "works_until")}
    initial = now | {"parent": body.parent_id or ""}
    form = BodyForm(request.POST or None, bodies=others(body), kept=body.subjects, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = seen_in(request)
        if form.attempt(lambda: change_body(by=actor_of(request), body=body, seen=seen, **form.values())):
            messages.success(request, _("The record is changed."))
            return HttpResponseRedirect(reverse("body_people", args=[pk]))
    more = {"dissolve_form": None if body.dissolved_on else _dissolve_form(body, actor_of(request))}
    return _form_page(request, body, form, _("Change the record"), reverse("body_people", args=[pk]), more)


def _dissolve_form(body: Body, actor: Actor, data: Any = None) -> DissolveForm:
    return DissolveForm(data, acts=orders_about(body), initial={"dissolved_on": actor.today}, auto_id="dissolve-%s")


def orders_about(body: Body) -> list[Act]:
    """Orders in force about a body. One query."""
    rows = acts_about("body", body.pk)
    return [row for row in rows if row.kind is ActKind.ORDER and row.state in STANDING and row.revoked_on is None]


@page(Permission.BODY_EDIT, methods=DOING)
def dissolve(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that an order has dissolved the body."""
    body: Body = found(Body.objects.select_related("parent"), pk=pk)
    form = _dissolve_form(body, actor_of(request), request.POST)
    if form.is_valid() and form.attempt(lambda: dissolve_body(by=actor_of(request), body=body, **form.cleaned_data)):
        messages.success(request, _("The body is dissolved; everyone in it has stopped on that day."))
        return HttpResponseRedirect(reverse("body_people", args=[pk]))
    initial = {name: getattr(body, name) for name in ("name", "subjects", "purpose", "works_until")}
    plain = BodyForm(bodies=others(body), kept=body.subjects, initial=initial | {"parent": body.parent_id or ""})
    back = reverse("body_people", args=[pk])
    return _form_page(request, body, plain, _("Change the record"), back, {"dissolve_form": form}, status=422)


@page(Permission.SCHOOL_READ, methods=WORKING)
def member_add(request: UsulRequest, pk: int) -> HttpResponse:
    """Put a person into a body."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    require(actor, Permission.MEMBER_EDIT, body_id=pk)
    form = MemberForm(
        request.POST or None,
        body=body,
        people=working(actor.today),
        acts=orders_about(body),
        initial={"valid_from": actor.today},
    )
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: add_member(by=actor, body=body, **form.values())):
            messages.success(request, _("The person is in the body."))
            return HttpResponseRedirect(reverse("body_people", args=[pk]))
    return _form_page(request, body, form, _("Add a member"), reverse("body_people", args=[pk]))


@page(Permission.SCHOOL_READ, methods=WORKING)
def member_end(request: UsulRequest, pk: int) -> HttpResponse:
    """End a membership."""
    seat: Membership = found(Membership.objects.select_related("person", "body"), pk=pk)
    actor = actor_of(request)
    require(actor, Permission.MEMBER_EDIT, body_id=seat.body_id)
    form = EndForm(request.POST or None, initial={"valid_until": actor.today})
    back = reverse("body_people", args=[seat.body_id])
    if request.method == "POST" and form.is_valid():
        seen = seen_in(request)
        if form.attempt(lambda: end_membership(by=actor, membership=seat, seen=seen, **form.cleaned_data)):
            messages.success(request, _("The membership has ended. It stays in the history."))
            return HttpResponseRedirect(back)
    title = _("End a membership")
    return _form_page(request, seat.body, form, title, back, {"sub": seat.person.full_name, "seen": seat.row_version})


@page(Permission.SCHOOL_READ, methods=WORKING)
def member_confirm(request: UsulRequest, pk: int) -> HttpResponse:
    """Note the order behind those who have no paper yet."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    require(actor, Permission.MEMBER_EDIT, body_id=pk)
    waiting = list(Membership.objects.filter(body=body, act__isnull=True, valid_until__isnull=True))
    form = ConfirmForm(request.POST or None, acts=orders_about(body))
    back = reverse("body_people", args=[pk])

    def deed() -> None:
        confirm_members(by=actor, body=body, memberships=waiting, order=form.cleaned_data["order"])

    if request.method == "POST" and form.is_valid() and form.attempt(deed):
        messages.success(request, _("The order stands behind these memberships."))
        return HttpResponseRedirect(back)
    return _form_page(request, body, form, _("Confirm by an order"), back)


def seen_in(request: UsulRequest) -> int | None:
    """The version the person had before them."""
    raw = request.POST.get("version", "")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 9 else None


def _form_page(
    request: UsulRequest,
    body: Body | None,
    form: PageForm,
    title: str,
    back: str,
    more: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    values = {"body": body, "form": form, "title": title, "back": back, "seen": body.row_version if body else None}
    status = 422 if form.errors else status
    crumbs = crumbs_of(body, title)
    return show(request, "bodies/form.html", values | (more or {}), section="bodies", crumbs=crumbs, status=status)
