"""Questions that members and other bodies put to a body: offered, admitted or returned, decided, brought home."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.sittings.domain.proposals import (
    WAITING,
    admit_proposal,
    defer_proposal,
    propose_item,
    return_excerpt,
    return_proposal,
    send_item,
)
from apps.sittings.enums import Matter, ProposalState
from apps.sittings.models import AgendaItem, Proposal, Sitting
from apps.sittings.queries.proposals import coming_sittings, proposals_of, questions_to_send, whole
from apps.web.blocks.page import Crumb
from apps.web.bodies.tabs import tabs_of
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, day_field, text_field
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show


class ProposeForm(PageForm):
    """A member's question."""

    text = text_field(gettext_lazy("Question"), most=500, rows=2)
    reason = text_field(gettext_lazy("Why now"), most=500, required=False)


class SendForm(PageForm):
    """A question of this body for another."""

    item = forms.ChoiceField(label=gettext_lazy("Question"))
    to = forms.ChoiceField(label=gettext_lazy("To"))
    matter = forms.ChoiceField(label=gettext_lazy("What it is about"), required=False)
    reason = text_field(gettext_lazy("Why now"), most=500, required=False)

    def __init__(self, *args: Any, items: list[AgendaItem], bodies: list[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.bodies = {str(row.pk): row for row in items}, {str(row.pk): row for row in bodies}
        choices: dict[str, list[tuple[str, str]]] = {
            "item": [(pk, row.text[:120]) for pk, row in self.items.items()],
            "to": [(pk, row.name) for pk, row in self.bodies.items()],
            "matter": [("", "—"), *((one.value, one.label.in_(reader_language())) for one in Matter)],
        }
        for name, rows in choices.items():
            self.fields[name].choices = rows  # type: ignore[attr-defined]


class ReturnForm(PageForm):
    """The reason a question goes back with."""

    reply = text_field(gettext_lazy("Why it goes back"), most=500)


class HomeForm(PageForm):
    """The day the excerpt went back."""

    on = day_field(gettext_lazy("Day"))


@page(Permission.SCHOOL_READ, methods=WORKING)
def proposals(request: UsulRequest, pk: int) -> HttpResponse:
    """What a body was asked and what it has asked others; a member offers a question, the secretary sends one on."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    propose = ProposeForm(auto_id="propose-%s")
    send = _send_form(body, actor)
    if request.method == "POST":
        if request.POST.get("do") == "send" and send is not None:
            send = SendForm(
                request.POST, items=list(send.items.values()), bodies=list(send.bodies.values()), auto_id="send-%s"
            )
            if send.is_valid() and send.attempt(_sending(actor, send)):
                messages.success(request, _("The question is on its way. It is decided when the excerpt is back."))
                return HttpResponseRedirect(request.path)
        else:
            propose = ProposeForm(request.POST, auto_id="propose-%s")
            if propose.is_valid() and propose.attempt(
                lambda: propose_item(by=actor, body=body, on=actor.today, **propose.cleaned_data)
            ):
                messages.success(request, _("The question is with the secretary."))
                return HttpResponseRedirect(request.path)
    return _page(request, body, propose, send, {})


def _sending(actor: Actor, form: SendForm) -> Callable[[], Any]:
    data = form.cleaned_data
    return lambda: send_item(
        by=actor,
        item=AgendaItem.objects.select_related("sitting__body").get(pk=form.items[data["item"]].pk),
        to=form.bodies[data["to"]],
        on=actor.today,
        reason=data["reason"],
        matter=Matter.of(data["matter"]) if data["matter"] else None,
    )


def _send_form(body: Body, actor: Actor) -> SendForm | None:
    if not actor.may(Permission.ITEM_ADMIT, body_id=body.pk):
        return None
    bodies = [row for row in Body.objects.filter(dissolved_on__isnull=True) if row.pk != body.pk]
    items = questions_to_send(body)
    return SendForm(items=items, bodies=bodies, auto_id="send-%s") if items and bodies else None


@page(Permission.SCHOOL_READ, methods=DOING)
def proposal_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Admit, defer or return a question, or bring its excerpt home."""
    row: Proposal = found(whole(), pk=pk)
    actor, form = actor_of(request), _form(name, pk, request.POST)
    if name == "admit":
        sitting: Sitting = found(Sitting.objects.all(), pk=_number(request.POST.get("sitting", "")))
        admit_proposal(by=actor, proposal=row, sitting=sitting, on=actor.today)
        done = _("The question is on the agenda.")
    elif name == "defer":
        defer_proposal(by=actor, proposal=row, on=actor.today)
        done = _("The question waits for the next sitting.")
    elif form is not None and form.is_valid() and form.attempt(_deed(name, actor, row, form)):
        done = _("The question went back with the reason.") if name == "return" else _("The excerpt is home.")
    elif form is not None:
        propose, send = ProposeForm(auto_id="propose-%s"), _send_form(row.body, actor)
        return _page(request, row.body, propose, send, {(pk, name): form})
    else:
        raise NOT_FOUND()
    messages.success(request, done)
    return HttpResponseRedirect(reverse("proposal_list", args=[row.body_id]))


def _number(raw: str) -> int:
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 18 else 0


def _form(name: str, pk: int, data: Any = None) -> PageForm | None:
    kinds: dict[str, type[PageForm]] = {"return": ReturnForm, "home": HomeForm}
    return kinds[name](data, auto_id=f"{name}-{pk}-%s") if name in kinds else None


def _deed(name: str, actor: Actor, row: Proposal, form: PageForm) -> Callable[[], Any]:
    data = form.cleaned_data
    if name == "return":
        return lambda: return_proposal(by=actor, proposal=row, reply=data["reply"], on=actor.today)
    return lambda: return_excerpt(by=actor, proposal=row, on=data["on"])


def _page(
    request: UsulRequest,
    body: Body,
    propose: ProposeForm,
    send: SendForm | None,
    given: dict[tuple[int, str], PageForm],
) -> HttpResponse:
    actor, language = actor_of(request), reader_language()
    may_admit = actor.may(Permission.ITEM_ADMIT, body_id=body.pk)
    bad = [form for form in (propose, send, *given.values()) if form is not None and form.errors]
    rows = [
        {
            "row": row,
            "ours": row.body_id == body.pk,
            "state": row.state.label.in_(language),
            "waits": may_admit and row.body_id == body.pk and row.state in WAITING,
            "return_form": given.get((row.pk, "return")) or _form("return", row.pk),
            "home_form": given.get((row.pk, "home"))
            or HomeForm(initial={"on": actor.today}, auto_id=f"home-{row.pk}-%s"),
            "may_home": may_admit and _answered(row, body),
        }
        for row in proposals_of(body)
    ]
    values = {
        "body": body,
        "rows": rows,
        "propose": propose if actor.may(Permission.ITEM_PROPOSE, body_id=body.pk) else None,
        "send": send,
        "sittings": coming_sittings(body) if may_admit else [],
        "forms": bad,
        "tabs": tabs_of(body, "proposal_list"),
    }
    crumbs = (
        Crumb(_("Associations and councils"), reverse("body_list")),
        Crumb(body.name, reverse("body_page", args=[body.pk])),
        Crumb(_("Questions")),
    )
    status = 422 if bad else 200
    return show(request, "sittings/proposals.html", values, section="bodies", crumbs=crumbs, status=status)


def _answered(row: Proposal, body: Body) -> bool:
    """Whether the excerpt of the answer can go back: the minutes are signed and another body has asked."""
    minutes = getattr(row.item.sitting, "minutes", None) if row.item else None
    waits = row.body_id == body.pk and row.state is ProposalState.ANSWERED and row.asker_id is not None
    return waits and minutes is not None and minutes.signed_on is not None
