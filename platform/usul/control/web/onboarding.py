"""A district sets its schools up: how far each has come, one more, a whole list, and lists under way."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.errors import NOT_FOUND, Fault
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import active, address, choice, window
from apps.web.request import UsulRequest
from usul.control.domain import jobs
from usul.control.domain.listing import Row, look_through, read_file, read_text, request_listed
from usul.control.domain.schools import SchoolInput, request_school
from usul.control.models import Job
from usul.control.queries import funnel
from usul.control.queries.funnel import Stage
from usul.control.web.desk import Desk, answer, desk_of
from usul.control.web.forms import ListForm, SchoolForm
from usul.control.web.present import batch_line, job_lines

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
SCHOOLS_ON_A_PAGE = 25
JOBS_SHOWN = 100


@PORTAL
@page(Permission.SCHOOL_ONBOARD)
def home(request: UsulRequest, slug: str) -> HttpResponse:
    """Which schools are not at work yet, and what does each of them wait for?"""
    desk = desk_of(request, slug)
    rows = funnel.progress_of(desk.place.below)
    language = reader_language()
    filters = [
        choice(
            request,
            "stage",
            _("Has come as far as"),
            [*((one.value, one.label.in_(language)) for one in Stage), ("failed", _("Setting-up failed"))],
        )
    ]
    chosen = filters[0].chosen
    shown = [
        row
        for row in rows
        if not chosen or (row.failed if chosen == "failed" else row.stage == chosen and not row.failed)
    ]
    part = window(request, total=len(shown), size=SCHOOLS_ON_A_PAGE)
    values = {
        "funnel": [
            (stage.label.in_(language), count, round(100 * count / len(rows)) if rows else None)
            for stage, count in funnel.funnel(rows)
        ],
        "rows": [(row, timezone.localdate(row.school.status_since)) for row in shown[part.start : part.stop]],
        "any": bool(rows),
        "may_move": Permission.SCHOOL_MOVE in desk.place.rights,
        "pages": part.pages,
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, stage=""),
        "batches": [batch_line(one, desk.url("onboarding_batch", one.id)) for one in funnel.batches(desk.place.below)],
        "failed": job_lines([job for job in funnel.jobs_of(desk.place.below) if job.state == "failed"], desk),
        "columns": {
            "school": Column(_("School")),
            "stage": Column(_("Has come as far as")),
            "next": Column(_("Next step")),
            "since": Column(_("State since")),
        },
    }
    return answer(request, desk, "onboarding", values)


@PORTAL
@page(Permission.SCHOOL_ONBOARD, methods=WORKING)
def new(request: UsulRequest, slug: str) -> HttpResponse:
    """One school: its name and its address."""
    desk = desk_of(request, slug)
    form = SchoolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        wanted = SchoolInput(
            desk.place.district.pk,
            values["slug"],
            values["name_ky"],
            values["name_ru"],
            values["name_en"],
            (values["host"],) if values["host"] else (),
        )
        if form.attempt(lambda: request_school(by=desk.by, school=wanted, now=timezone.now())):
            messages.success(
                request, _("The school is being set up. This takes a few seconds; you may leave the page.")
            )
            return HttpResponseRedirect(desk.url("onboarding_school", wanted.slug))
    return answer(request, desk, "new", {"form": form}, Crumb(_("A new school")), status=422 if form.errors else 200)


@PORTAL
@page(Permission.SCHOOL_ONBOARD, methods=WORKING)
def listed(request: UsulRequest, slug: str) -> HttpResponse:
    """Many schools: a list is looked through first and set up when the person says so."""
    desk = desk_of(request, slug)
    form = ListForm(request.POST or None, request.FILES or None)
    rows: list[Row] = []
    if request.method == "POST" and form.is_valid():
        try:
            rows = _rows(form)
            if request.POST.get("confirm"):
                return _set_up(request, desk, rows)
        except Fault as fault:
            form.put(fault)
    good = [row for row in rows if not row.faults]
    language = reader_language()
    if rows:
        text = "\n".join(row.as_line for row in rows)
        form = ListForm({"text": text}) if not form.errors else form
    values = {
        "form": form,
        "rows": [(row, [fault.message(language) for fault in row.faults]) for row in rows],
        "good": len(good),
        "bad": len(rows) - len(good),
        "text": "\n".join(row.as_line for row in good),
        "columns": {
            "line": Column(_("Line"), end=True),
            "name": Column(_("School")),
            "slug": Column(_("Address")),
            "state": Column(_("Can be set up")),
        },
    }
    status = 422 if request.method == "POST" and form.is_bound and form.errors else 200
    return answer(request, desk, "list", values, Crumb(_("A list of schools")), status=status)


def _rows(form: ListForm) -> list[Row]:
    file = form.cleaned_data.get("file")
    lines = read_file(file.name, file.read()) if file else read_text(form.cleaned_data.get("text", ""))
    return look_through(lines)


def _set_up(request: UsulRequest, desk: Desk, rows: list[Row]) -> HttpResponse:
    batch, made = request_listed(by=desk.by, district_id=desk.place.district.pk, rows=rows, now=timezone.now())
    messages.success(request, _("%(count)d schools are being set up.") % {"count": len(made)})
    return HttpResponseRedirect(desk.url("onboarding_batch", batch))


@PORTAL
@page(Permission.SCHOOL_ONBOARD)
def batch(request: UsulRequest, slug: str, batch: uuid.UUID) -> HttpResponse:
    """How far a list is. The page may be left and found again."""
    desk = desk_of(request, slug)
    known = funnel.batches(desk.place.below, only=batch)
    if not known:
        raise NOT_FOUND()
    rows = funnel.jobs_of(desk.place.below, batch=batch)
    values = {
        "batch": batch_line(known[0], request.path),
        "rows": job_lines(rows[:JOBS_SHOWN], desk),
        "left_out": max(0, len(rows) - JOBS_SHOWN),
        "columns": {"school": Column(_("School")), "state": Column(_("State")), "reason": Column(_("Why"))},
    }
    return answer(request, desk, "batch", values, Crumb(_("A list of schools")))


@PORTAL
@page(Permission.SCHOOL_ONBOARD, methods=DOING)
def retry(request: UsulRequest, slug: str, job: uuid.UUID) -> HttpResponse:
    """Try a failed job again."""
    desk = desk_of(request, slug)
    row: Job = found(Job.objects.select_related("school"), pk=job, school__district__in=desk.place.below)
    jobs.retry(by=desk.by, job=row, now=timezone.now())
    messages.success(request, _("It is being tried again."))
    to = desk.url("onboarding_batch", row.batch) if row.batch else desk.url("onboarding_school", row.school.slug)
    return HttpResponseRedirect(to)
