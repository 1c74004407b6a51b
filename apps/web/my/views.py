"""First screens: a teacher's page, the desk of a head, the desk of a secretary."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.compliance.models import Finding
from apps.compliance.queries.findings import current
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.notices.queries.notices import notices_of, opened_share
from apps.plans.queries.plans import items_of_plan
from apps.rulebook.enums import AttendanceKind
from apps.sittings.models import Invitation, Sitting
from apps.sittings.queries.desks import (
    coming_for,
    last_protocols,
    members_at_a_glance,
    proposals_at_desk,
    seats_of,
    sittings_at_desk,
    tasks_of,
)
from apps.sittings.queries.lists import open_resolutions
from apps.web.blocks.page import Crumb
from apps.web.bodies.present import plan_lines
from apps.web.guard import found, page
from apps.web.my import present
from apps.web.notices.feeds import person_of, schema_of
from apps.web.notices.present import line_of
from apps.web.request import UsulRequest
from apps.web.school.views import overview
from apps.web.show import actor_of, show
from apps.web.years import year_of_page

MOST_SITTINGS, MOST_TASKS, MOST_LINES, MOST_PROTOCOLS = 6, 12, 6, 5


@page(Permission.SCHOOL_READ)
def first(request: UsulRequest) -> HttpResponse:
    """The screen of whoever comes in: the school's for its leadership, a desk for whoever keeps one, else the own page."""
    actor = actor_of(request)
    if actor.person_id is None or actor.may(Permission.SITTING_PLAN) or request.GET:
        return overview(request)
    desks = present.desks(seats_of(actor.person_id, actor.today))
    if len(desks) == 1:
        return HttpResponseRedirect(reverse("desk", args=[desks[0].body_id]))
    return HttpResponseRedirect(reverse("my_page"))


@page(Permission.SCHOOL_READ)
def my_page(request: UsulRequest) -> HttpResponse:
    """What is asked of me, and when do we meet?"""
    actor, person = actor_of(request), person_of(request)
    seats = seats_of(person.pk, actor.today)
    coming = list(coming_for(person.pk, {seat.body_id for seat in seats})[:MOST_SITTINGS])
    mine = tasks_of(person.pk)[:MOST_TASKS]
    values: dict[str, Any] = {
        "today": actor.today,
        "tasks": present.tasks(mine, person=person.pk, today=actor.today, may=False),
        "sittings": [present.sitting_work(row, actor.today) for row in coming],
        "notices": [line_of(row, schema_of(request)) for row in notices_of(person.pk).filter(opened_at=None)[:3]],
        "desks": present.desks(seats),
        "seats": sorted({(seat.body.name, seat.body_id) for seat in seats}),
    }
    return show(request, "my/page.html", values, section="my")


@page(Permission.SCHOOL_READ)
def desk(request: UsulRequest, pk: int) -> HttpResponse:
    """The desk of a body: the head's for associations and groups, the secretary's for councils."""
    body: Body = found(Body.objects.all(), pk=pk)
    require(actor_of(request), Permission.SITTING_PLAN, body_id=pk)
    return _secretary(request, body) if body.kind in present.OF_A_SECRETARY else _head(request, body)


def _head(request: UsulRequest, body: Body) -> HttpResponse:
    """What do I prepare, in ten minutes, on a phone?"""
    actor = actor_of(request)
    year, _years = year_of_page(request)
    rows = sittings_at_desk(body)
    findings = _findings(rows, body, year.year if year else None)
    lines = plan_lines(items_of_plan(body, year.year), actor.today) if year else []
    values = _common(request, actor, body, rows, findings) | {
        "plan_done": sum(1 for line in lines if line.done),
        "plan_total": len(lines),
        "lines": [line for line in lines if not line.done][:MOST_LINES],
        "folder": present.folder_work(findings, body.pk) if body.kind is BodyKind.ASSOCIATION else [],
        "has_folder": body.kind is BodyKind.ASSOCIATION,
        "members": present.member_lines(members_at_a_glance(body, actor.today), actor.today),
    }
    return show(request, "my/head.html", values, section="my", crumbs=_crumbs(body))


def _secretary(request: UsulRequest, body: Body) -> HttpResponse:
    """Is the sitting valid and the paper ready?"""
    actor = actor_of(request)
    rows = sittings_at_desk(body)
    findings = _findings(rows, body, None)
    waiting, answered = proposals_at_desk(body)
    values = _common(request, actor, body, rows, findings)
    upcoming: present.Next | None = values["next"]
    values |= {
        "checklist": _checklist(upcoming.row, actor, len(waiting)) if upcoming else [],
        "lights": present.lights_of(findings, upcoming.row) if upcoming else [],
        "live_url": present.address("sitting_live", upcoming.row.pk) if upcoming else "",
        "proposals": [present.proposal_work(row) for row in waiting],
        "excerpts": [present.excerpt_work(row) for row in answered],
        "archive": present.archive_work(findings),
        "protocols": last_protocols(body, MOST_PROTOCOLS),
    }
    return show(request, "my/secretary.html", values, section="my", crumbs=_crumbs(body))


def _common(
    request: UsulRequest, actor: Actor, body: Body, rows: list[Sitting], findings: list[Finding]
) -> dict[str, Any]:
    """What both desks show: the next sitting, minutes that wait, decisions, one message."""
    decided = list(open_resolutions(body))
    person = actor.person_id
    unread = notices_of(person).filter(opened_at=None).first() if person else None
    return {
        "body": body,
        "today": actor.today,
        "next": present.next_of(rows, findings, actor.today),
        "unsigned": present.unsigned_work(rows, actor.today),
        "tasks": present.tasks(
            decided[:MOST_TASKS],
            person=person,
            today=actor.today,
            may=actor.may(Permission.RESOLUTION_EDIT, body_id=body.pk),
        ),
        "loose": present.loose_work(decided),
        "message": line_of(unread, schema_of(request)) if unread else None,
        "plan_url": reverse("sitting_plan", args=[body.pk]),
    }


def _checklist(row: Sitting, actor: Actor, waiting: int) -> Any:
    opened, told = opened_share("sitting", row.pk)
    asked = Invitation.objects.filter(sitting=row, kind=AttendanceKind.MEMBER)
    answers = [str(answer) for answer in asked.values_list("answer", flat=True) if answer is not None]
    quorum = present.quorum_forecast(answers, told) if told else ""
    return present.checklist(row, present.Facts(opened, told, waiting, quorum, actor.today))


def _findings(rows: list[Sitting], body: Body, year: AcademicYear | None) -> list[Finding]:
    """What the rules say of these sittings, of the body's folder and of the archive. One query."""
    year = year or (rows[0].year if rows else None)
    if year is None:
        return []
    of_sittings = Q(subject_type="sitting", subject_id__in=[row.pk for row in rows])
    of_folder = Q(check_id__in=present.OF_FOLDER, body_number=body.pk)
    return list(current(year).filter(of_sittings | of_folder | Q(check_id=present.OF_ARCHIVE)))


def _crumbs(body: Body) -> tuple[Crumb, ...]:
    return (Crumb(body.name, reverse("body_page", args=[body.pk])),)
