"""The operators' board: every school of the installation, its version and state, and the jobs that failed."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, found, page
from apps.web.lists import active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from tenants.enums import SchoolStatus
from usul.control.domain import jobs
from usul.control.enums import JobState
from usul.control.models import Job
from usul.control.queries.board import board
from usul.control.web.present import fleet_lines
from usul.control.web.school import SIGNS

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
SCHOOLS_ON_A_PAGE = 50
JOBS_SHOWN = 50


@PORTAL
@page(Permission.FLEET_READ)
def overview(request: UsulRequest) -> HttpResponse:
    """Is every school at this release and in use, and if not, which one and why?"""
    filters = [
        choice(request, "state", _("State"), [("trouble", _("In trouble")), *_statuses()]),
    ]
    chosen, search = filters[0].chosen, request.GET.get("q", "").strip()[:60]
    seen = board(language=reader_language(), only_trouble=chosen == "trouble", search=search, limit=None)
    lines = [line for line in seen.schools if chosen in ("", "trouble") or line.status == chosen]
    part = window(request, total=len(lines), size=SCHOOLS_ON_A_PAGE)
    rows = [
        (line, SIGNS[SchoolStatus(line.status)], timezone.localdate(line.since))
        for line in lines[part.start : part.stop]
    ]
    values = {
        "total": sum(seen.statuses.values()),
        "in_use": seen.statuses.get(SchoolStatus.READY, 0),
        "troubles": seen.troubles,
        "trouble_url": address(request, state="trouble") + "#schools",
        "versions": [(number, count, number == seen.newest) for number, count in sorted(seen.versions.items())],
        "jobs": fleet_lines(_open_jobs()),
        "rows": rows,
        "pages": part.pages,
        "filters": filters,
        "search": search,
        "active": active(request, filters),
        "reset_url": address(request, state="", q=""),
        "job_columns": {
            "school": Column(_("School")),
            "work": Column(_("Work")),
            "state": Column(_("State")),
            "reason": Column(_("Why")),
        },
        "columns": {
            "school": Column(_("School")),
            "district": Column(_("District")),
            "state": Column(_("State")),
            "version": Column(_("Version"), end=True),
            "trouble": Column(_("What is wrong")),
        },
    }
    return show(request, "control/fleet.html", values, section="fleet")


def _statuses() -> list[tuple[str, str]]:
    return [(status.value, str(status.label)) for status in SchoolStatus if status != SchoolStatus.DELETED]


def _open_jobs() -> list[Job]:
    """Failed ones first, then by age."""
    rows = Job.objects.select_related("school__district", "source").exclude(state=JobState.DONE)
    return sorted(rows.order_by("requested_at")[:JOBS_SHOWN], key=lambda job: job.state != JobState.FAILED)


@PORTAL
@page(Permission.FLEET_READ, methods=DOING)
def retry(request: UsulRequest, job: uuid.UUID) -> HttpResponse:
    """Try a failed job again."""
    row: Job = found(Job.objects.select_related("school"), pk=job)
    jobs.retry(by=actor_of(request), job=row, now=timezone.now())
    messages.success(request, _("It is being tried again."))
    return HttpResponseRedirect(reverse("fleet"))
