"""One school as its keepers see it: state, hosts, jobs, log, and what may be done with it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import WORKING, page
from apps.web.request import UsulRequest
from tenants.enums import SchoolStatus
from tenants.models import SchemaVersion, School
from usul.control.doors import DOINGS, offered, school_in
from usul.control.enums import OPEN
from usul.control.models import Closing, Deed
from usul.control.queries.board import sentence
from usul.control.web.bundles import bundle_rows
from usul.control.web.desk import Desk, answer, desk_of
from usul.control.web.present import compared_of, job_lines, log_of
from usul.control.web.words import DEEDS

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
LOG_SHOWN = 20
SIGNS = {
    SchoolStatus.READY: "PASS",
    SchoolStatus.FAILED: "FAIL",
    SchoolStatus.REQUESTED: "PENDING",
    SchoolStatus.PROVISIONING: "PENDING",
    SchoolStatus.SUSPENDED: "WARN",
    SchoolStatus.SUSPENDED_READONLY: "WARN",
    SchoolStatus.CLOSED: "NR",
    SchoolStatus.DELETED: "NR",
}
UNDER_WAY = (SchoolStatus.REQUESTED, SchoolStatus.PROVISIONING)


@PORTAL
@page(Permission.SCHOOL_ONBOARD)
def overview(request: UsulRequest, slug: str, school: str) -> HttpResponse:
    """How is this school, and what can be done with it?"""
    desk = desk_of(request, slug)
    row = school_in(desk.place, school)
    closing = Closing.objects.filter(school=row).first()
    jobs = list(row.jobs.select_related("school").order_by("-requested_at")[:5])
    hosts = list(row.domains.order_by("-is_primary", "domain"))
    names = [name for name in offered(desk.place.rights, row, closing) if name != "remove-host" or len(hosts) > 1]
    values = {
        "school": row,
        "sign": SIGNS[SchoolStatus(row.status)],
        "status": row.get_status_display(),
        "reason": sentence(row.status_reason, reader_language()) or row.status_reason,
        "under_way": row.status in UNDER_WAY or any(job.state in OPEN for job in jobs),
        "since": timezone.localdate(row.status_since),
        "closing": closing,
        "version": _version_of(row),
        "hosts": hosts,
        "retired": list(row.retired_hosts.order_by("domain")),
        "jobs": job_lines(jobs, desk),
        "bundles": bundle_rows(request, row.pk, lambda sealed: desk.url("bundle_file", sealed))
        if Permission.SCHOOL_MOVE in desk.place.rights
        else [],
        "compared": compared_of(jobs),
        "log": log_of(Deed.objects.filter(school=row).order_by("-at")[:LOG_SHOWN]),
        "deeds": [(DEEDS[name], desk.url("onboarding_deed", row.slug, name)) for name in names],
        "columns": {"job": Column(_("Work")), "state": Column(_("State")), "reason": Column(_("Why"))},
        "compared_columns": {
            "table": Column(_("Table")),
            "then": Column(_("In the bundle"), end=True),
            "now": Column(_("Now"), end=True),
        },
    }
    return answer(request, desk, "school", values, Crumb(row.name))


def _version_of(school: School) -> int | None:
    state = getattr(school, "schema_state", None)
    found = SchemaVersion.objects.filter(digest=state.digest).first() if state else None
    return found.number if found else None


@PORTAL
@page(Permission.SCHOOL_ONBOARD, methods=WORKING)
def deed(request: UsulRequest, slug: str, school: str, deed: str) -> HttpResponse:
    """Ask once, saying what the deed binds, and do it."""
    if deed not in DOINGS:
        raise NOT_FOUND()
    doing, words = DOINGS[deed], DEEDS[deed]
    desk = desk_of(request, slug, doing.needs)
    row = school_in(desk.place, school)
    form = words.form(request.POST if request.method == "POST" else None, **_more(deed, row, desk))
    if request.method == "POST" and form.is_valid() and _do(form, deed, desk, row):
        messages.success(request, str(words.done))
        row.refresh_from_db(fields=["slug"])
        to = form.cleaned_data["slug"] if deed == "split" else row.slug
        return HttpResponseRedirect(desk.url("onboarding_school", to))
    values = {"school": row, "words": words, "form": form, "back": desk.url("onboarding_school", row.slug)}
    crumbs = (Crumb(row.name, desk.url("onboarding_school", row.slug)), Crumb(str(words.label)))
    return answer(request, desk, "deed", values, *crumbs, status=422 if form.errors else 200)


def _do(form: PageForm, deed: str, desk: Desk, row: School) -> bool:
    values: Mapping[str, Any] = form.cleaned_data
    return form.attempt(lambda: DOINGS[deed].do(desk.by, row, values, timezone.now()))


def _more(deed: str, school: School, desk: Desk) -> dict[str, Any]:
    """What the form of a deed has to know of the school."""
    if deed == "remove-host":
        return {"hosts": school.domains.filter(is_primary=False).values_list("domain", flat=True)}
    if deed == "merge":
        others = School.objects.filter(district__in=desk.place.below, status=SchoolStatus.READY).exclude(pk=school.pk)
        return {"schools": others.order_by("slug")}
    return {"initial": {"slug": school.slug}} if deed == "rename" else {}
