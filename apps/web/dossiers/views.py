"""Dossiers of associations: how full each is, the list of one, filing a paper."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import FileKind
from apps.documents.queries.files import files_of
from apps.documents.typeset import pdf
from apps.dossiers.domain.papers import describe_dossier, file_papers, take_off
from apps.dossiers.models import Dossier, FiledPaper
from apps.dossiers.queries.contents import (
    FILED,
    Contents,
    contents_of,
    fullness,
    item_of,
    may_keep,
    parts_of,
    quarters_of,
    studies_of,
)
from apps.rulebook.catalogues import HosItem
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.dossiers import present
from apps.web.dossiers.forms import AT_FILE, DescribeForm, PaperForm, SeveralForm, TakeOffForm, missing_choices
from apps.web.dossiers.prints import inner_list
from apps.web.files import file_answer, stored_answer
from apps.web.findings.present import reader_language
from apps.web.guard import WORKING, found, page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_label, year_of_page, year_query

ON_A_PAGE = 40
REPORTS = frozenset({HosItem.REPORTS.value, HosItem.QUARTER_REPORT.value})


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of whoever keeps the dossier; the one that was sent is bound."""

    several: SeveralForm
    describe: DescribeForm


@page(Permission.SCHOOL_READ)
def dossiers(request: UsulRequest) -> HttpResponse:
    """Every association with how much of its dossier is there."""
    actor = actor_of(request)
    year, years = year_of_page(request)
    rows = fullness(year, today=actor.today) if year else []
    part = window(request, total=len(rows), size=ON_A_PAGE)
    values = {
        "year": year,
        "rows": [(row.body, row.contents, present.step_of(row.contents)) for row in rows[part.start : part.stop]],
        "listed": any(row.contents.listed for row in rows),
        "query": year_query(request),
        "pages": part.pages,
        "columns": {
            "body": Column(_("Association")),
            "count": Column(_("On file"), end=True),
            "step": Column(_("What is missing")),
        },
        "tabs": present.section_tabs("dossier_list"),
    }
    return show(request, "dossiers/list.html", values, section="dossiers", years=years)


@page(Permission.SCHOOL_READ, methods=WORKING)
def dossier(request: UsulRequest, pk: int) -> HttpResponse:
    """The dossier of one association: each paper with its state, and the one next step."""
    return dossier_page(request, _association(pk))


def _association(pk: int) -> Body:
    body: Body = found(Body.objects.filter(kind=BodyKind.ASSOCIATION), pk=pk)
    return body


def dossier_page(request: UsulRequest, body: Body | None) -> HttpResponse:
    """The page of a dossier; of the head of studies' when there is no body."""
    actor = actor_of(request)
    year, years = year_of_page(request)
    values: dict[str, Any] = {"body": body, "year": year, "query": year_query(request), "bound": []}
    if body is not None:
        values["tabs"] = tabs_of(body, "body_dossier")
        crumbs = crumbs_of(body, _("Dossier"))
    else:
        values["tabs"] = present.section_tabs("studies")
        crumbs = (Crumb(_("Folders and archive"), reverse("dossier_list")), Crumb(_("Head of studies")))
    status = 200
    if year is not None:
        contents = contents_of(body, year, today=actor.today) if body else studies_of(year, today=actor.today)
        forms = _forms(request, body, contents)
        if request.method == "POST" and forms is not None:
            done = _done(request, body, year, contents, forms)
            if done is not None:
                return done
            status = 422
        values |= _values(request, body, contents, forms)
    section = "bodies" if body else "dossiers"
    return show(request, "dossiers/dossier.html", values, section=section, crumbs=crumbs, years=years, status=status)


def _values(request: UsulRequest, body: Body | None, contents: Contents, forms: Forms | None) -> dict[str, Any]:
    lines = present.lines_of(contents, body, query=year_query(request), may_keep=forms is not None)
    missing = contents.missing
    name, args = ("dossier_print", [body.pk]) if body else ("studies_print", [])
    return {
        "contents": contents,
        "state": contents.state,
        "lines": lines,
        "columns": present.columns(),
        "step": present.step_of(contents),
        "first_url": next((line.file_url for line in lines if line.missing and line.file_url), ""),
        "several": forms.several if forms and missing else None,
        "describe": forms.describe if forms else None,
        "bound": [form for form in (forms.several, forms.describe) if form.is_bound] if forms else [],
        "print_url": reverse(name, args=args) + year_query(request),
        "done": contents.done,
    }


def _forms(request: UsulRequest, body: Body | None, contents: Contents) -> Forms | None:
    actor, kept = actor_of(request), contents.dossier
    if not may_keep(actor, body):
        return None
    sent = request.POST.get("form", "") if request.method == "POST" else ""
    names = ("place", "week_alone", "stored_on")
    initial = {name: getattr(kept, name) for name in names} if kept else {}
    return Forms(
        several=SeveralForm(
            request.POST if sent == "several" else None,
            missing=missing_choices(contents.missing),
            initial={"filed_on": actor.today, "place": kept.place if kept else ""},
            auto_id="several-%s",
        ),
        describe=DescribeForm(
            request.POST if sent == "describe" else None,
            association=body is not None,
            initial=initial,
            auto_id="describe-%s",
        ),
    )


def _done(
    request: UsulRequest, body: Body | None, year: YearInForce, contents: Contents, forms: Forms
) -> HttpResponse | None:
    actor = actor_of(request)
    several, describe = forms.several, forms.describe
    if several.is_bound and several.is_valid():
        if several.attempt(lambda: file_papers(by=actor, body=body, year=year, papers=several.papers())):
            messages.success(request, _("The papers are on file."))
            return HttpResponseRedirect(request.get_full_path())
    if describe.is_bound and describe.is_valid():
        seen = seen_in(request) if contents.dossier else None
        given = describe.cleaned_data
        if describe.attempt(lambda: describe_dossier(by=actor, body=body, year=year, seen=seen, **given)):
            messages.success(request, _("It is on record."))
            return HttpResponseRedirect(request.get_full_path())
    return None


@page(Permission.SCHOOL_READ, methods=WORKING)
def paper(request: UsulRequest, pk: int, item: str) -> HttpResponse:
    """File one paper of an association, or write anew where it lies."""
    return paper_page(request, _association(pk), item)


def paper_page(request: UsulRequest, body: Body | None, item: str) -> HttpResponse:
    """The form of one paper or of one part of it."""
    actor = actor_of(request)
    year, _years = year_of_page(request)
    code, part = item_of(body, item), request.GET.get("part", "")
    if year is None or code is None:
        raise NOT_FOUND()
    parts = {one.code: one.label for one in parts_of(code, quarters_of(year) if body is None else ())}
    if part not in parts and (parts or part):
        raise NOT_FOUND()
    dossier_row = Dossier.objects.filter(body=body, year=year.year).first()
    row = FiledPaper.objects.filter(dossier=dossier_row, item=item, part=part).first() if dossier_row else None
    back = _back(request, body)
    form, off = _paper_forms(request, item, row, dossier_row)
    if request.method == "POST":
        seen = seen_in(request)
        if form.is_bound and form.is_valid():
            given = [form.paper(item, part)]
            if form.attempt(lambda: file_papers(by=actor, body=body, year=year, papers=given, seen=seen), AT_FILE):
                messages.success(request, _("The paper is on file."))
                return HttpResponseRedirect(back)
        if off is not None and row is not None and off.is_bound and off.is_valid():
            if off.attempt(lambda: take_off(by=actor, paper=row, seen=seen, **off.cleaned_data)):
                messages.success(request, _("The paper is taken off the list. Its file stays in the school's store."))
                return HttpResponseRedirect(back)
    label = code.label.in_(reader_language())
    title = label[:1].upper() + label[1:]
    values = {
        "form": form,
        "off": off,
        "row": row,
        "files": _files(body, row),
        "title": title,
        "sub": parts[part].in_(reader_language()) if part else (body.name if body else ""),
        "back": back,
        "may_keep": may_keep(actor, body),
    }
    crumbs = _paper_crumbs(body, back, title)
    status = 422 if form.errors or (off is not None and off.errors) else 200
    section = "bodies" if body else "dossiers"
    return show(request, "dossiers/paper.html", values, section=section, crumbs=crumbs, status=status)


def _paper_forms(
    request: UsulRequest, item: str, row: FiledPaper | None, kept: Dossier | None
) -> tuple[PaperForm, TakeOffForm | None]:
    initial: dict[str, Any] = {"filed_on": actor_of(request).today, "place": kept.place if kept else ""}
    if row is not None:
        initial = {name: getattr(row, name) for name in ("filed_on", "place", "recipient", "note")}
    sent = request.POST.get("form", "") if request.method == "POST" else ""
    data, files = (request.POST, request.FILES) if sent == "paper" else (None, None)
    form = PaperForm(data, files, report=item in REPORTS, initial=initial)
    off = TakeOffForm(request.POST if sent == "off" else None, auto_id="off-%s") if row is not None else None
    return form, off


def _files(body: Body | None, row: FiledPaper | None) -> list[tuple[Any, str]]:
    kept = files_of(FILED, [row.pk]).get(row.pk, []) if row is not None else []
    return [(one, reverse("filed_file", args=[one.subject_id, one.pk])) for one in kept]


def _back(request: UsulRequest, body: Body | None) -> str:
    address = reverse("body_dossier", args=[body.pk]) if body else reverse("studies")
    return address + year_query(request)


def _paper_crumbs(body: Body | None, back: str, title: str) -> tuple[Crumb, ...]:
    if body is None:
        first = (Crumb(_("Folders and archive"), reverse("dossier_list")), Crumb(_("Head of studies"), back))
        return (*first, Crumb(title))
    return (*crumbs_of(body), Crumb(_("Dossier"), back), Crumb(title))


@page(Permission.SCHOOL_READ)
def filed_file(request: UsulRequest, pk: int, file: int) -> HttpResponse:
    """The file of a paper on file."""
    row: FiledPaper = found(FiledPaper.objects.all(), pk=pk)
    kept = {one.pk: one for one in files_of(FILED, [row.pk]).get(row.pk, ())}
    if file not in kept:
        raise NOT_FOUND()
    return stored_answer(kept[file])


@page(Permission.SCHOOL_READ)
def printed(request: UsulRequest, pk: int) -> HttpResponse:
    """The inner list of an association's dossier, to lie on top of the folder."""
    return print_answer(request, _association(pk))


def print_answer(request: UsulRequest, body: Body | None) -> HttpResponse:
    """The inner list as PDF."""
    actor = actor_of(request)
    year, _years = year_of_page(request)
    if year is None:
        raise NOT_FOUND()
    contents = contents_of(body, year, today=actor.today) if body else studies_of(year, today=actor.today)
    language = reader_language() if reader_language() in ("ky", "ru") else "ky"
    place = request.school.name(language) if request.school else ""
    sheet = inner_list(
        contents, body=body, school=place, language=language, year=year_label(year.year.start_year), today=actor.today
    )
    return file_answer(f"{sheet.title}.pdf", FileKind.PDF, pdf(sheet), inline=True)
