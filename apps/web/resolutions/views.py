"""The register of resolutions, the page of one, and what is done to it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from apps.audit.queries.events import events_of
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import FileKind
from apps.documents.queries.files import files_of
from apps.documents.sheet import Table, xlsx
from apps.documents.typeset import pdf
from apps.sittings.domain.excerpts import excerpt_of
from apps.sittings.domain.resolutions import cancel_resolution, complete_resolution, may_follow, move_resolution
from apps.sittings.enums import OPEN_RESOLUTIONS
from apps.sittings.models import Resolution
from apps.sittings.queries.resolutions import Standing, Wanted, owners, register, resolution_detail
from apps.web.blocks.page import Crumb
from apps.web.files import file_answer, stored_answer
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import DOING, page
from apps.web.lists import Choice, active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.resolutions import present
from apps.web.resolutions.forms import DropForm, MoveForm, done_form
from apps.web.show import actor_of, show
from apps.web.years import year_label

ON_A_PAGE = 25
MOST_ON_A_SHEET = 5_000
SUBJECT = "resolution"


@page(Permission.SCHOOL_READ)
def resolutions(request: UsulRequest) -> HttpResponse:
    """Everything that was decided: number, text, owner, day, result."""
    actor = actor_of(request)
    filters = _filters(request)
    rows = _chosen(request, filters)
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    shown = list(rows[part.start : part.stop])
    files = files_of(SUBJECT, [row.pk for row in shown])
    values = {
        "rows": [present.line_of(row, actor, files) for row in shown],
        "columns": present.columns(),
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
        "today": actor.today,
        "mine_url": address(request, owner=actor.person_id, standing=Standing.OPEN) if actor.person_id else "",
        "sheet_url": f"{reverse('resolution_sheet')}?{request.GET.urlencode()}",
    }
    return show(request, "resolutions/list.html", values, section="resolutions")


@page(Permission.SCHOOL_READ)
def sheet(request: UsulRequest) -> HttpResponse:
    """The register as it stands on the screen, all its pages, as a table file."""
    today, filters = actor_of(request).today, _filters(request)
    rows = _chosen(request, filters)[:MOST_ON_A_SHEET]
    place = request.school.name(reader_language()) if request.school else ""
    table = Table(
        name=_("Resolutions"),
        columns=[column.label for column in present.columns().values()],
        rows=[present.cells(row, today) for row in rows],
        notes=[place, *(one.label for one in active(request, filters))],
    )
    content = xlsx(table, made=timezone.localtime(), author=place)
    return file_answer(f"{_('Resolutions')} {today:%Y-%m-%d}.xlsx", FileKind.XLSX, content)


def _filters(request: UsulRequest) -> list[Choice]:
    language = reader_language()
    years = AcademicYear.objects.order_by("-start_year").values_list("start_year", flat=True)
    return [
        choice(request, "standing", _("State"), [(one.value, one.label.in_(language)) for one in Standing]),
        choice(request, "body", _("Body"), [(str(body.pk), body.name) for body in Body.objects.all()]),
        choice(request, "owner", _("Responsible"), [(str(one.pk), one.short_name) for one in owners()]),
        choice(request, "period", _("Period"), [(str(year), year_label(year)) for year in years]),
    ]


def _chosen(request: UsulRequest, filters: list[Choice]) -> QuerySet[Resolution]:
    standing, body, owner, period = (one.chosen for one in filters)
    wanted = Wanted(
        body=int(body) if body else None,
        owner=int(owner) if owner else None,
        standing=Standing.of(standing) if standing else None,
        year=int(period) if period else None,
    )
    return register(wanted, actor_of(request).today)


@page(Permission.SCHOOL_READ)
def resolution(request: UsulRequest, pk: int) -> HttpResponse:
    """One resolution: what, who, until when, and how far it has come."""
    return _page(request, resolution_detail(pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def done(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that a resolution has been carried out."""
    row, actor = resolution_detail(pk), actor_of(request)
    form = done_form(row, actor, request.POST, request.FILES)

    def deed() -> None:
        data = form.cleaned_data
        complete_resolution(
            by=actor, resolution=row, done_on=data["done_on"], result=data["result"], evidence=form.proof()
        )

    return _after(request, row, "done", form, deed, _("The resolution is marked as carried out."))


@page(Permission.SCHOOL_READ, methods=DOING)
def move(request: UsulRequest, pk: int) -> HttpResponse:
    """Give a resolution another day."""
    row = resolution_detail(pk)
    form = MoveForm(request.POST, auto_id="move-%s")

    def deed() -> None:
        data = form.cleaned_data
        move_resolution(by=actor_of(request), resolution=row, due_on=data["due_on"], reason=data["reason"])

    return _after(request, row, "move", form, deed, _("The resolution has a new day."))


@page(Permission.SCHOOL_READ, methods=DOING)
def drop(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that a resolution will not be carried out."""
    row = resolution_detail(pk)
    form = DropForm(request.POST, auto_id="drop-%s")

    def deed() -> None:
        cancel_resolution(by=actor_of(request), resolution=row, reason=form.cleaned_data["reason"])

    return _after(request, row, "drop", form, deed, _("The resolution is dropped."))


@page(Permission.SCHOOL_READ)
def excerpt(request: UsulRequest, pk: int) -> HttpResponse:
    """The excerpt from the minutes as PDF."""
    row, actor = resolution_detail(pk), actor_of(request)
    minutes = getattr(row.sitting, "minutes", None)
    language = minutes.language if minutes is not None else reader_language()
    language = language if language in ("ky", "ru") else "ky"
    place = request.school.name(language) if request.school else ""
    paper = excerpt_of(row, school=place, language=language, today=actor.today)
    return file_answer(f"{paper.title}.pdf", FileKind.PDF, pdf(paper), inline=True)


@page(Permission.SCHOOL_READ)
def proof(request: UsulRequest, pk: int, file: int) -> HttpResponse:
    """A file attached to a resolution."""
    row = resolution_detail(pk)
    kept = {one.pk: one for one in files_of(SUBJECT, [row.pk]).get(row.pk, ())}
    if file not in kept:
        raise NOT_FOUND()
    return stored_answer(kept[file])


def _after(
    request: UsulRequest, row: Resolution, name: str, form: PageForm, deed: Callable[[], None], said: str
) -> HttpResponse:
    """Do the deed and go on; a form with mistakes comes back on the page of the resolution."""
    if form.is_valid() and form.attempt(deed):
        messages.success(request, said)
        target = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
            target = reverse("resolution_page", args=[row.pk])
        return HttpResponseRedirect(target)
    return _page(request, row, {name: form}, status=422)


def _page(request: UsulRequest, row: Resolution, forms: dict[str, PageForm], *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    files = files_of(SUBJECT, [row.pk])
    is_open = row.state in OPEN_RESOLUTIONS
    may_edit = is_open and actor.may(Permission.RESOLUTION_EDIT, body_id=row.sitting.body_id)
    may_do = is_open and may_follow(actor, row)
    values: dict[str, Any] = {
        "line": present.line_of(row, actor, files),
        "row": row,
        "title": _("Resolution No. %(number)s") % {"number": present.number_of(row)},
        "papers": present.papers_of(row, files.get(row.pk, ())),
        "history": present.history_of(events_of(SUBJECT, row.pk)),
        "today": actor.today,
        "forms": list(forms.values()),
        "done_form": (forms.get("done") or done_form(row, actor)) if may_do else None,
        "move_form": (forms.get("move") or MoveForm(auto_id="move-%s")) if may_edit else None,
        "drop_form": (forms.get("drop") or DropForm(auto_id="drop-%s")) if may_edit else None,
    }
    crumbs = (Crumb(_("Resolutions"), reverse("resolution_list")), Crumb(values["title"]))
    return show(request, "resolutions/resolution.html", values, section="resolutions", crumbs=crumbs, status=status)
