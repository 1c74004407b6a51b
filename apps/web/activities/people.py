"""Who has a topic and a creative report, who has none yet; mentors and young teachers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.activities.domain.mentoring import SUBJECT, add_pair, add_report, change_pair, order_pair, remove_pair
from apps.activities.domain.work import may_write
from apps.activities.enums import WorkKind
from apps.activities.models import MentoringPair
from apps.activities.queries.mentoring import PairDetail, pairs_of, whole, with_orders
from apps.activities.queries.work import MemberWork, members_work
from apps.audit.queries.events import events_of
from apps.bodies.models import Body
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.people.queries.holders import holders
from apps.people.queries.staff import working
from apps.rulebook.enums import Role
from apps.web.activities import lights
from apps.web.activities.forms import OrderForm, PairForm, PairStepsForm, ReportForm
from apps.web.activities.present import below_work
from apps.web.blocks.page import Crumb
from apps.web.blocks.papers import RouteStep
from apps.web.blocks.tables import Column
from apps.web.bodies.record import seen_in
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.history import history_of
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page

SHOWN_EVENTS = 15


@page(Permission.SCHOOL_READ)
def members(request: UsulRequest, pk: int) -> HttpResponse:
    """Every member of the year with the topic and the reports on record, those without first."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    year, years = year_of_page(request)
    rows = members_work(body, year, on=actor.today) if year else []
    values = {
        "body": body,
        "year": year,
        "rows": [_member(row, body, actor) for row in sorted(rows, key=_done)],
        "without_topic": sum(1 for row in rows if row.topic is None),
        "without_report": sum(1 for row in rows if not row.reports),
        "lights": lights.lights_of(year.year, body, lights.MEMBERS) if year else [],
        "columns": {
            "name": Column(_("Member")),
            "topic": Column(_("Self-education topic")),
            "report": Column(_("Creative report")),
            "handed": Column(_("Handed to the leadership")),
        },
    }
    crumbs = below_work(body, Crumb(_("Topics and creative reports")))
    return show(request, "activities/members.html", values, section="bodies", crumbs=crumbs, years=years)


def _done(row: MemberWork) -> tuple[bool, bool]:
    return row.topic is not None, bool(row.reports)


def _member(row: MemberWork, body: Body, actor: Actor) -> dict[str, Any]:
    return {
        "row": row,
        "may_topic": may_write(actor, body, WorkKind.TOPIC, row.person.pk),
        "may_report": may_write(actor, body, WorkKind.CREATIVE_REPORT, row.person.pk),
    }


@page(Permission.SCHOOL_READ, methods=WORKING)
def mentoring(request: UsulRequest, pk: int) -> HttpResponse:
    """Pairs of the year with what each still lacks; another one is entered beside them."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    year, years = year_of_page(request)
    may = year is not None and body.dissolved_on is None and actor.may(Permission.ACTIVITY_EDIT, body_id=pk)
    people = [seat.person for seat in members_on(body, actor.today)] if may else []
    form = PairForm(request.POST or None, people=people, initial={"proposed_on": actor.today})
    if request.method == "POST" and year is not None and form.is_valid():
        made: list[MentoringPair] = []
        if form.attempt(lambda: made.append(add_pair(by=actor, body=body, year=year.year, **form.cleaned_data))):
            messages.success(request, _("The pair is on record. The director's order comes next."))
            return HttpResponseRedirect(reverse("mentoring_page", args=[made[0].pk]))
    values = {
        "body": body,
        "year": year,
        "rows": [(row, steps_of(row)) for row in pairs_of(body, year.year)] if year else [],
        "form": form if may else None,
        "lights": lights.lights_of(year.year, body, lights.PAIRS) if year else [],
    }
    status = 422 if request.method == "POST" else 200
    crumbs = below_work(body, Crumb(_("Mentoring")))
    return show(
        request, "activities/mentoring.html", values, section="bodies", crumbs=crumbs, years=years, status=status
    )


def steps_of(detail: PairDetail) -> list[RouteStep]:
    """Proposed, ordered, both plans approved, reported: what is there and what comes next."""
    pair = detail.pair
    plans = min(pair.mentor_plan_on, pair.young_plan_on) if pair.mentor_plan_on and pair.young_plan_on else None
    rows = [
        (_("Proposed by the association"), pair.proposed_on, ""),
        (_("Order of the director"), detail.order.act_date if detail.order else None, _number(detail)),
        (_("Both plans approved"), plans, ""),
        (_("Report received"), detail.reports[0].day if detail.reports else None, ""),
    ]
    steps: list[RouteStep] = []
    for name, day, who in rows:
        waits = not any(step.state == "current" for step in steps)
        steps.append(RouteStep(name, "done" if day else "current" if waits else "todo", who=who, on=day))
    return steps


def _number(detail: PairDetail) -> str:
    return f"№{detail.order.number}" if detail.order is not None and detail.order.number else ""


@page(Permission.SCHOOL_READ)
def pair(request: UsulRequest, pk: int) -> HttpResponse:
    """One pair: its way, its reports, what may be written down next."""
    return _pair_page(request, found(whole(), pk=pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def pair_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Write down a step of a pair: `change`, `order`, `report`, `remove`."""
    row: MentoringPair = found(whole(), pk=pk)
    actor, seen = actor_of(request), seen_in(request)
    if name == "remove":
        remove_pair(by=actor, pair=row, seen=seen)
        messages.success(request, _("The pair is removed."))
        return HttpResponseRedirect(reverse("mentoring_list", args=[row.body_id]))
    form = _forms(actor, row, request.POST).get(name)
    if form is None:
        raise NOT_FOUND()
    deeds: dict[str, Callable[[], object]] = {
        "change": lambda: change_pair(by=actor, pair=row, seen=seen, **form.cleaned_data),
        "order": lambda: order_pair(by=actor, pair=row, **form.cleaned_data),
        "report": lambda: add_report(by=actor, pair=row, **form.values()),  # type: ignore[attr-defined]
    }
    if form.is_valid() and form.attempt(deeds[name]):
        messages.success(request, _("It is written down."))
        return HttpResponseRedirect(reverse("mentoring_page", args=[pk]))
    return _pair_page(request, row, {name: form}, status=422)


def _forms(actor: Actor, row: MentoringPair, data: Any = None) -> dict[str, PageForm]:
    """The forms that the person may fill in, by the name of the step."""
    offered: dict[str, PageForm] = {}
    if actor.may(Permission.ACT_RECORD):
        directors = holders(Role.DIRECTOR, on=actor.today)
        initial = {"act_date": actor.today, "signed_by": str(directors[0].pk) if directors else ""}
        offered["order"] = OrderForm(data, people=working(actor.today), initial=initial, auto_id="order-%s")
    if actor.may(Permission.ACTIVITY_EDIT, body_id=row.body_id):
        now = {name: getattr(row, name) for name in PairStepsForm.base_fields}
        offered["report"] = ReportForm(data, initial={"day": actor.today}, auto_id="report-%s")
        offered["change"] = PairStepsForm(data, initial=now, auto_id="change-%s")
    return offered


def _pair_page(
    request: UsulRequest, row: MentoringPair, given: dict[str, PageForm], *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    [detail] = with_orders([row])
    forms = _forms(actor, row) | given
    if detail.order is not None:
        forms.pop("order", None)
    names = f"{row.mentor.short_name} → {row.young.short_name}"
    values = {
        "detail": detail,
        "pair": row,
        "title": names,
        "steps": steps_of(detail),
        "forms": forms,
        "bound": list(given.values()),
        "may_remove": "change" in forms and detail.order is None and not detail.reports,
        "timeline": history_of(events_of(SUBJECT, row.pk)[:SHOWN_EVENTS]),
    }
    crumbs = below_work(row.body, Crumb(_("Mentoring"), reverse("mentoring_list", args=[row.body_id])), Crumb(names))
    return show(request, "activities/pair.html", values, section="bodies", crumbs=crumbs, status=status)
