"""Associations and councils."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.bodies.queries.alerts import alerts_of
from apps.bodies.queries.lists import serving_on
from apps.bodies.queries.members import members_on
from apps.compliance.queries.findings import JudgedYear, of_body, subjects_of
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.plans.queries.plans import plan_of
from apps.rulebook.enums import SubjectKind
from apps.sittings.domain.resolutions import may_follow
from apps.sittings.models import Sitting
from apps.sittings.queries.desks import late_minutes
from apps.sittings.queries.lists import bodies_with_resolutions, open_resolutions, sittings_of, with_presence
from apps.web.blocks.page import Crumb
from apps.web.blocks.papers import Work
from apps.web.blocks.tables import Column
from apps.web.bodies import present
from apps.web.bodies.tabs import tabs_of
from apps.web.bodies.words import alert_lines, late_lines, late_until
from apps.web.findings.links import argument_for
from apps.web.findings.present import reader_language
from apps.web.guard import found, page
from apps.web.lists import active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.resolutions.forms import done_form
from apps.web.school.present import calling, one_of_each
from apps.web.show import actor_of, show
from apps.web.years import year_of_page, year_query

SHOWN_FINDINGS = 3
ON_A_PAGE = 24


@page(Permission.SCHOOL_READ)
def bodies(request: UsulRequest) -> HttpResponse:
    """Every association and council with its people and what waits in it."""
    actor = actor_of(request)
    language = reader_language()
    filters = [
        choice(request, "kind", _("Kind"), [(kind.value, kind.label.in_(language)) for kind in BodyKind]),
        choice(request, "state", _("State"), [("dissolved", _("dissolved"))], blank=_("at work")),
    ]
    kind, state = (one.chosen for one in filters)
    shown = [
        body
        for body in bodies_with_resolutions(actor.today, dissolved=state == "dissolved")
        if not kind or body.kind.value == kind
    ]
    serving = serving_on(actor.today)
    part = window(request, total=len(shown), size=ON_A_PAGE)
    rows = [
        {
            "body": body,
            "kind": present.kind_of(body),
            "offices": present.office_holders(serving.get(body.pk, [])),
            "members": len(serving.get(body.pk, [])),
            "may_record": not state and actor.may(Permission.SITTING_RECORD, body_id=body.pk),
            "may_plan": not state and actor.may(Permission.SITTING_PLAN, body_id=body.pk),
        }
        for body in shown[part.start : part.stop]
    ]
    values = {
        "rows": rows,
        "alerts": [] if state else [*alert_lines(alerts_of(shown, on=actor.today)), *_late(shown, actor)],
        "today": actor.today,
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": len(shown),
        "may_create": actor.may(Permission.BODY_EDIT),
    }
    return show(request, "bodies/list.html", values, section="bodies")


def _late(shown: Iterable[Body], actor: Actor) -> list[Work]:
    """Minutes of these bodies that should be signed by now. One query."""
    known = {body.pk for body in shown}
    rows = late_minutes(late_until(actor.today))
    return late_lines((row for row in rows if row.body_id in known), actor.today)


@page(Permission.SCHOOL_READ)
def body(request: UsulRequest, pk: int) -> HttpResponse:
    """One association or council: what comes next, who is in it, its year, its plan, what it has decided."""
    actor = actor_of(request)
    shown: Body = found(Body.objects.all(), pk=pk)
    year, years = year_of_page(request)
    values: dict[str, Any] = {
        "body": shown,
        "kind": present.kind_of(shown),
        "members": present.members_of(members_on(shown, actor.today)),
        "resolutions": _resolutions(shown, actor),
        "today": actor.today,
        "may_record": actor.may(Permission.SITTING_RECORD, body_id=pk),
        "may_plan": actor.may(Permission.SITTING_PLAN, body_id=pk),
        "is_association": shown.kind is BodyKind.ASSOCIATION,
        "tabs": tabs_of(shown, "body_page"),
    }
    values |= _year(request, actor, shown, year) if year else {"year": None, "next": None}
    values["record_url"] = _record_url(shown, values["next"])
    crumbs = (Crumb(_("Associations and councils"), reverse("body_list")), Crumb(shown.name))
    return show(request, "bodies/body.html", values, section="bodies", crumbs=crumbs, years=years)


def _year(request: UsulRequest, actor: Actor, shown: Body, year: JudgedYear) -> dict[str, Any]:
    sittings: list[Sitting] = list(with_presence(sittings_of(year.year).filter(body=shown)))
    findings = list(of_body(year.year, shown))
    plan = plan_of(shown, year.year) if shown.kind is BodyKind.ASSOCIATION else None
    worst = present.worst_by_sitting(findings)
    needing = calling(findings)
    top = one_of_each(needing, SHOWN_FINDINGS)
    items = [row for row, _alike in top if row.subject_type == SubjectKind.ITEM.value]
    subjects = present.subjects_at_hand(shown, sittings, plan, subjects_of(items))
    lines = present.plan_lines(plan.items, actor.today) if plan else []
    query = year_query(request)
    return {
        "year": year,
        "next": present.next_sitting(sittings, actor.today),
        "sittings": [present.sitting_row(row, worst.get(row.pk)) for row in sittings],
        "columns": {
            "on": Column(_("Sitting")),
            "state": Column(_("State")),
            "presence": Column(_("Present"), end=True),
            "minutes": Column(_("Minutes")),
            "mark": Column(_("Rules")),
        },
        "plan": plan,
        "route": present.route_of(plan, findings),
        "lines": lines,
        "plan_done": sum(1 for line in lines if line.done),
        "plan_late": sum(1 for line in lines if line.late),
        "plan_columns": {"text": Column(_("Item")), "due": Column(_("Due")), "state": Column(_("State"))},
        "arguments": [argument_for(row, subjects, actor, alike=alike) for row, alike in top],
        "needing": len(needing),
        "findings_url": f"{reverse('finding_list')}{query}{'&' if query else '?'}body={shown.pk}",
    }


def _record_url(shown: Body, planned: Sitting | None) -> str:
    """The form for the planned sitting when there is one, else an empty one."""
    if planned is not None:
        return reverse("sitting_record_planned", args=[planned.pk])
    return reverse("sitting_record", args=[shown.pk])


def _resolutions(shown: Body, actor: Actor) -> list[dict[str, Any]]:
    return [
        {
            "row": row,
            "late": present.is_late(row, actor.today),
            "form": done_form(row, actor) if may_follow(actor, row) else None,
        }
        for row in open_resolutions(shown)
    ]
