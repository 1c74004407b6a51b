"""One paper: what it says, who signed it, what rests on it, and what this person may do with it now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.domain.issue import answer_submission, discard_draft, issue_order, submit_act
from apps.acts.domain.papers import SIGNING, remove_act, revoke_act
from apps.acts.enums import STANDING, ActState
from apps.acts.models import Act
from apps.acts.queries.paper import people_of
from apps.acts.queries.register import register
from apps.audit.queries.events import events_of
from apps.bodies.models import Body, Membership
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.plans.models import WorkPlan
from apps.rulebook.enums import ActKind
from apps.web.acts.forms import AnswerForm, RevokeForm, SignForm, SureForm
from apps.web.acts.views import acts_crumb
from apps.web.acts.words import act_title, act_words, hand_words, state_words
from apps.web.blocks.page import Person
from apps.web.bodies.record import seen_in
from apps.web.bodies.words import seats_of
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import DOING, found, page
from apps.web.history import history_of
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

SHOWN_EVENTS = 15
RESTING = 40


@dataclass(frozen=True, slots=True)
class Deed:
    """A form of the page: its name in the address, its heading, what it binds."""

    name: str
    title: str
    form: PageForm
    button: str
    note: str = ""
    kind: str = ""


def _row(pk: int) -> Act:
    rows = Act.objects.select_related("signed_by", "basis", "revoked_by", "body", "prepared_by", "sitting")
    row: Act = found(rows, pk=pk)
    return row


@page(Permission.SCHOOL_READ)
def act(request: UsulRequest, pk: int) -> HttpResponse:
    """A paper and what may be done with it."""
    return _page(request, _row(pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def do(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Sign, submit, answer, revoke or remove a paper."""
    row = _row(pk)
    if name not in DEEDS:
        raise NOT_FOUND()
    form = _form(name, row, actor_of(request), request.POST)
    seen, data = seen_in(request), form.data
    deed, done = DEEDS[name]
    if form.is_valid() and form.attempt(lambda: deed(actor_of(request), row, form.cleaned_data or data, seen)):
        messages.success(request, str(done()))
        gone = name in ("discard", "remove")
        return HttpResponseRedirect(reverse("act_list") if gone else reverse("act_page", args=[pk]))
    return _page(request, row, {name: form}, status=422)


def _sign(by: Actor, row: Act, data: Any, seen: int | None) -> None:
    issue_order(by=by, act=row, act_date=data["act_date"], number=data["number"], seen=seen)


def _submit(by: Actor, row: Act, data: Any, seen: int | None) -> None:
    submit_act(by=by, act=row, act_date=data["act_date"], number=data["number"], seen=seen)


def _answer(by: Actor, row: Act, data: Any, seen: int | None) -> None:
    answer_submission(by=by, act=row, accept=data["answer"] == "accept", reply=data["reply"], seen=seen)


def _revoke(by: Actor, row: Act, data: Any, seen: int | None) -> None:
    revoke_act(by=by, act=row, seen=seen, **data)


def _discard(by: Actor, row: Act, _data: Any, _seen: int | None) -> None:
    discard_draft(by=by, act=row)


def _remove(by: Actor, row: Act, _data: Any, seen: int | None) -> None:
    remove_act(by=by, act=row, seen=seen)


Do = Callable[[Actor, Act, Any, int | None], None]
DEEDS: dict[str, tuple[Do, Callable[[], str]]] = {
    "sign": (_sign, lambda: _("The order is signed and in force.")),
    "submit": (_submit, lambda: _("The submission is with the director.")),
    "answer": (_answer, lambda: _("The answer is on record.")),
    "revoke": (_revoke, lambda: _("The paper is revoked.")),
    "discard": (_discard, lambda: _("The draft is removed.")),
    "remove": (_remove, lambda: _("The entry is taken back.")),
}


def _form(name: str, row: Act, actor: Actor, data: Any = None) -> PageForm:
    auto_id = f"{name}-%s"
    match name:
        case "sign" | "submit":
            return SignForm(data, initial={"act_date": actor.today}, auto_id=auto_id)
        case "answer":
            return AnswerForm(data, auto_id=auto_id)
        case "revoke":
            papers = register().filter(kind=row.kind, state__in=STANDING, act_date__gte=row.act_date).exclude(pk=row.pk)
            return RevokeForm(data, acts=papers[:RESTING], initial={"revoked_on": actor.today}, auto_id=auto_id)
        case _:
            return SureForm(data, auto_id=auto_id)


def _deeds(row: Act, actor: Actor, bound: dict[str, PageForm], *, signed_here: bool) -> list[Deed]:
    """What this person may do with the paper in its state; nothing else is shown."""
    draft, keeps = row.state is ActState.DRAFT, actor.may(Permission.ACT_RECORD)
    signs = actor.person_id is not None
    in_force = row.state in STANDING and row.revoked_on is None
    offered = (
        (
            draft and row.kind is ActKind.ORDER and signs and actor.may(Permission.ACT_ISSUE),
            ("sign", _("Sign the order"), _("Sign"), "primary"),
            _("Your signature puts exactly this text in force. It cannot be changed afterwards, only revoked."),
        ),
        (
            draft and row.kind is ActKind.SUBMISSION and signs and actor.may(Permission.ACT_SUBMIT),
            ("submit", _("Hand it to the director"), _("Submit"), "primary"),
            _("It takes the next number and waits for the director's answer."),
        ),
        (
            row.state is ActState.SUBMITTED and signs and actor.may(Permission.ACT_ISSUE),
            ("answer", _("Answer the submission"), _("Answer"), "primary"),
            "",
        ),
        (in_force and keeps, ("revoke", _("It has been revoked"), _("Revoke"), "danger"), ""),
        (draft and keeps, ("discard", _("Remove the draft"), _("Remove"), "danger"), ""),
        (
            in_force and keeps and row.state is ActState.IN_FORCE and not signed_here and not row.fingerprint,
            ("remove", _("Entered by mistake"), _("Take the entry back"), "danger"),
            _("Possible only while nothing refers to it."),
        ),
    )
    return [
        Deed(name, title, bound.get(name) or _form(name, row, actor), button, note, kind)
        for shown, (name, title, button, kind), note in offered
        if shown
    ]


def _page(request: UsulRequest, row: Act, bound: dict[str, PageForm], *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    about, about_url = _subject(row)
    title = act_title(row)
    events = list(events_of("act", row.pk)[:SHOWN_EVENTS])
    resting = list(Act.objects.filter(basis=row).order_by("act_date", "pk")[:RESTING])
    seats = Membership.objects.filter(act=row).select_related("person", "act", "end_act", "body")[:RESTING]
    people = [Person(one.full_name, url=reverse("person_page", args=[one.pk])) for one in people_of(row)]
    values = {
        "act": row,
        "title": title,
        "state": state_words(row),
        "facts": _facts(row),
        "lines": [line for line in row.text.splitlines() if line.strip()],
        "about": about,
        "about_url": about_url,
        "people": people,
        "seats": seats_of(seats, actor.today),
        "resting": [(act_words(one), reverse("act_page", args=[one.pk])) for one in resting],
        "deeds": _deeds(row, actor, bound, signed_here=any(event.action in SIGNING for event in events)),
        "bound": list(bound.values()),
        "may_change": row.state is ActState.DRAFT and actor.may(Permission.ACT_RECORD),
        "timeline": history_of(events),
    }
    return show(request, "acts/act.html", values, section="acts", crumbs=acts_crumb(title), status=status)


def _subject(row: Act) -> tuple[str, str]:
    """What the paper is about, in words, and its page."""
    if row.subject_id is None:
        return "", ""
    if row.subject_type == "body":
        body = Body.objects.filter(pk=row.subject_id).first()
        return (body.name, reverse("body_people", args=[body.pk])) if body else ("", "")
    if row.subject_type == "plan":
        plan = WorkPlan.objects.select_related("body").filter(pk=row.subject_id).first()
        if plan is not None:
            words = _("Work plan of the year")
            return f"{plan.body.name} · {words}", f"{reverse('body_page', args=[plan.body_id])}#plan"
    return "", ""


def _facts(row: Act) -> list[tuple[str, str | date]]:
    language = reader_language()
    rows: list[tuple[str, str | date | None]] = [
        (_("Number"), row.number),
        (_("Date"), row.act_date),
        (_("Holds from"), row.effective_from),
        (_("Entered on"), row.entered_at.date()),
        (_("What it is about"), row.purpose.label.in_(language) if row.purpose else ""),
        (_("Signed or decided by"), hand_words(row)),
        (_("Prepared by"), row.prepared_by.short_name if row.prepared_by else ""),
        (_("On the basis of"), act_words(row.basis) if row.basis else ""),
        (_("Body"), row.body.name if row.body else ""),
        (_("Answer"), row.reply),
        (_("Revoked on"), row.revoked_on),
        (_("Reason"), row.revoke_reason),
        (_("Revoked by"), act_words(row.revoked_by) if row.revoked_by else ""),
        (_("Binds the content"), row.fingerprint[:16]),
    ]
    return [(label, value) for label, value in rows if value]
