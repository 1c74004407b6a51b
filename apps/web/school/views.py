"""The first page of a school."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from apps.bodies.models import Body
from apps.charters.queries.policy import school_policy
from apps.compliance.queries.findings import JudgedYear, current, subjects_of
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.plans.queries.plans import plans_of
from apps.sittings.enums import SittingState
from apps.sittings.queries.lists import bodies_with_resolutions, sittings_of
from apps.web.district.present import RHYTHM_WORDS, fresh
from apps.web.findings.links import argument_for
from apps.web.guard import page
from apps.web.request import UsulRequest
from apps.web.school import figures, present
from apps.web.show import actor_of, show
from apps.web.years import year_of_page, year_query

NEED_A_PERSON = 5


@page(Permission.SCHOOL_READ)
def overview(request: UsulRequest) -> HttpResponse:
    """What must happen before Friday, and are we keeping our own rules."""
    actor = actor_of(request)
    year, years = year_of_page(request)
    if year is None:
        return show(request, "school/no_calendar.html", {}, section="school")
    bodies = list(bodies_with_resolutions(actor.today))
    values = _work(request, actor, year, bodies) | _rules(actor, bodies)
    return show(request, "school/overview.html", values, section="school", years=years)


def _work(request: UsulRequest, actor: Actor, year: JudgedYear, bodies: list[Body]) -> dict[str, Any]:
    today, query = actor.today, year_query(request)
    sittings = list(sittings_of(year.year))
    findings = list(current(year.year))
    needing = present.calling(findings)
    top = present.one_of_each(needing, NEED_A_PERSON)
    plans = {plan.body_id: plan for plan in plans_of(year.year)}
    subjects = subjects_of((row for row, _alike in top), bodies=bodies, sittings=sittings, plans=plans.values())
    held = sum(1 for row in sittings if row.state is SittingState.HELD)
    waiting, more_waiting = present.waiting(bodies, sittings, plans, query)
    seen = present.seen_by_district(findings, held, year, today)
    return {
        "today": today,
        "stats": figures.stats(bodies, sittings, findings, today, query),
        "signs": figures.signs(actor),
        "signatures": figures.signatures(bodies, plans, query) if figures.signs(actor) else [],
        "week": present.this_week(sittings, findings, today),
        "waiting": waiting,
        "more_waiting": more_waiting,
        "arguments": [argument_for(row, subjects, actor, alike=alike) for row, alike in top],
        "needing": len(needing),
        "findings_url": reverse("finding_list") + query,
        "glances": present.glances(bodies, sittings, findings, year, today, query),
        "seen": seen,
        "rhythm": RHYTHM_WORDS[seen.rhythm],
        "fresh": fresh(year.evaluated_at, timezone.localtime()),
        "record_url": record_url(actor, bodies),
    }


def _rules(actor: Actor, bodies: list[Body]) -> dict[str, Any]:
    policy = school_policy()
    questions, more = present.open_questions(policy, bodies, actor.today)
    return {
        "modules": present.modules_in_force(policy, actor.today),
        "questions": questions,
        "more_questions": more,
    }


def record_url(actor: Actor, bodies: list[Body]) -> str:
    """Where this person records a sitting: the form itself when there is one body to record for, else the list of bodies."""
    mine = [body for body in bodies if actor.may(Permission.SITTING_RECORD, body_id=body.pk)]
    if len(mine) == 1:
        return reverse("sitting_record", args=[mine[0].pk])
    return reverse("body_list") if mine else ""
