"""A school's own data as files, for its director: everything in one bundle, or what is known of one person."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND, Fault
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.people.models import Person
from apps.web import errors as pages
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.guard import WORKING, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from tenants.context import public_scope
from tenants.models import School
from tenants.scope import SchoolRef
from usul.control.domain.bundles import ask_for_bundle
from usul.control.domain.person import person_document
from usul.control.enums import OPEN, JobKind
from usul.control.models import Bundle, Job
from usul.control.travel import director_of, send
from usul.control.web.bundles import bundle_rows, opened
from usul.control.web.forms import SureForm
from usul.control.web.present import job_row

JOBS_SHOWN = 3
INSIDE = Wanted(Wanted.Kind.SCHOOL)


@scope_of_view(Wanted.Kind.PORTAL)
@page(Permission.SCHOOL_EXPORT, methods=WORKING)
def overview(request: UsulRequest) -> HttpResponse:
    """Take everything the school has out as one signed file."""
    ref = request.school
    if ref is None:
        raise NOT_FOUND()
    form = SureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        school = School.objects.select_related("district").get(pk=ref.id)
        if form.attempt(lambda: ask_for_bundle(by=actor_of(request), school=school, now=timezone.now())):
            messages.success(request, _("The file is being written; it will be on this page."))
            return HttpResponseRedirect(reverse("school_data"))
    rows = Job.objects.select_related("school").filter(school=ref.id, kind=JobKind.EXPORT)
    jobs = list(rows.order_by("-requested_at")[:JOBS_SHOWN])
    values = {
        "form": form,
        "jobs": [job_row(job, "", "") for job in jobs],
        "under_way": any(job.state in OPEN for job in jobs),
        "bundles": bundle_rows(request, ref.id, lambda sealed: reverse("school_data_file", args=[sealed])),
        "columns": {"job": Column(_("Work")), "state": Column(_("State")), "reason": Column(_("Why"))},
    }
    crumbs = (Crumb(_("The school's data")),)
    return show(request, "control/data.html", values, section="data", crumbs=crumbs, status=422 if form.errors else 200)


def for_its_director(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A file for whoever may take the school's data out. No scope is open while it travels; the view opens what it needs."""

    @scope_of_view(Wanted.Kind.NONE)
    @require_safe
    @wraps(view)
    def guarded(request: UsulRequest, **values: Any) -> HttpResponseBase:
        refusal = pages.refusal(request, INSIDE)
        if refusal is not None:
            return refusal
        try:
            by, school = director_of(request)
            return view(request, by, school, **values)
        except Fault as fault:
            return pages.fault_answer(request, fault)

    return guarded


@for_its_director
def file(request: UsulRequest, _by: Actor, school: SchoolRef, *, sealed: str) -> HttpResponseBase:
    """Send the school's bundle to whom the link was made for, at this school, while it lives."""
    with public_scope(readonly=True):
        return send(opened(request, sealed, Bundle.objects.filter(school=school.id)))


@for_its_director
def person(_request: UsulRequest, by: Actor, school: SchoolRef, *, pk: int) -> HttpResponse:
    """Everything that is known of one person, as a file for that person."""
    try:
        document: dict[str, Any] = person_document(by=by, school=school, person_id=pk)
    except Person.DoesNotExist:
        raise NOT_FOUND() from None
    text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
    name = f"{school.slug}-{pk}.json"
    return HttpResponse(
        text, content_type="application/json", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
