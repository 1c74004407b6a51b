"""Who is in a body on any day, who was, which papers stand behind it, and what calls for a person."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.queries.standing import acts_about
from apps.audit.queries.events import events_of
from apps.bodies.models import Body, Membership
from apps.bodies.queries.alerts import alerts_of
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.web.acts.rows import act_rows, paper_columns
from apps.web.blocks.tables import Column
from apps.web.bodies import present
from apps.web.bodies.record import crumbs_of
from apps.web.bodies.tabs import tabs_of
from apps.web.bodies.words import alert_lines, seats_of
from apps.web.guard import found, page
from apps.web.history import history_of
from apps.web.people_choices import subject_words
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

SHOWN_EVENTS = 15


@page(Permission.SCHOOL_READ)
def people(request: UsulRequest, pk: int) -> HttpResponse:
    """Members on the day of the address, the whole history, the papers."""
    actor = actor_of(request)
    body: Body = found(Body.objects.select_related("parent"), pk=pk)
    day = day_asked(request, actor)
    rows = list(
        Membership.objects.filter(body=body)
        .select_related("person", "act", "end_act")
        .order_by("-valid_from", "person__family_name", "pk")
    )
    there = sorted((row for row in rows if row.holds_on(day)), key=present.seat_order)
    values: dict[str, Any] = {
        "body": body,
        "kind": present.kind_of(body),
        "facts": _facts(body),
        "day": day,
        "today": actor.today,
        "is_today": day == actor.today,
        "seats": seats_of(there, actor.today),
        "history": seats_of((row for row in rows if not row.holds_on(day)), actor.today),
        "columns": _columns(),
        "alerts": alert_lines(alerts_of([body], on=day), with_body=False),
        "acts": act_rows(reversed(acts_about("body", pk))),
        "act_columns": paper_columns(),
        "timeline": history_of(events_of("body", pk)[:SHOWN_EVENTS]),
        "tabs": tabs_of(body, "body_people"),
    }
    values |= _rights(body, actor, rows)
    return show(
        request, "bodies/people.html", values, section="bodies", crumbs=crumbs_of(body, _("Composition and papers"))
    )


def day_asked(request: UsulRequest, actor: Actor) -> date:
    """The day of the address; today for none or one that is no day."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return actor.today


def _rights(body: Body, actor: Actor, rows: list[Membership]) -> dict[str, Any]:
    at_work = body.dissolved_on is None
    may_change = at_work and actor.may(Permission.MEMBER_EDIT, body_id=body.pk)
    unconfirmed = sum(1 for row in rows if row.act_id is None and row.valid_until is None)
    return {
        "may_add": may_change,
        "may_confirm": may_change and unconfirmed > 0,
        "unconfirmed": unconfirmed,
        "may_edit": actor.may(Permission.BODY_EDIT),
        "may_draft": actor.may(Permission.ACT_RECORD),
        "draft_url": f"{reverse('act_new')}?body={body.pk}",
    }


def _columns() -> dict[str, Column]:
    return {
        "name": Column(_("Person")),
        "part": Column(_("Part in the body")),
        "since": Column(_("From")),
        "until": Column(_("Until")),
        "paper": Column(_("By which paper")),
        "do": Column(_("End"), hide_label=True),
    }


def _facts(body: Body) -> list[tuple[str, str | date]]:
    rows: list[tuple[str, str | date | None]] = [
        (_("Created on"), body.created_on),
        (_("Dissolved on"), body.dissolved_on),
        (_("Works under"), body.parent.name if body.parent else ""),
        (_("Subjects of its education areas"), subject_words(body.subjects)),
        (_("What it is for"), body.purpose),
        (_("Planned to end on"), body.works_until),
    ]
    return [(label, value) for label, value in rows if value]
