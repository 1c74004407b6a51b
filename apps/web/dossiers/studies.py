"""Papers of the head of studies, and the control books behind some of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.core.actor import require
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.dossiers.domain.control import close_book, follow_up, open_book, write_entry
from apps.dossiers.enums import BOOKS
from apps.dossiers.models import ControlBook, ControlEntry
from apps.people.queries.staff import working
from apps.rulebook.catalogues import HosItem
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.bodies.record import seen_in
from apps.web.dossiers.forms import EntryForm
from apps.web.dossiers.views import dossier_page, paper_page, print_answer
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_label, year_of_page, year_query

ON_A_PAGE = 40


@page(Permission.SCHOOL_READ, methods=WORKING)
def studies(request: UsulRequest) -> HttpResponse:
    """The papers, reports and plans of the head of studies."""
    return dossier_page(request, None)


@page(Permission.SCHOOL_READ, methods=WORKING)
def paper(request: UsulRequest, item: str) -> HttpResponse:
    """File one paper of the head of studies; a control book has a page of its own."""
    return paper_page(request, None, item)


@page(Permission.SCHOOL_READ)
def printed(request: UsulRequest) -> HttpResponse:
    """The inner list of the head of studies' papers."""
    return print_answer(request, None)


@page(Permission.STUDIES_KEEP, methods=DOING)
def begin(request: UsulRequest, item: str) -> HttpResponse:
    """Open the control book of a kind for the year, or lead to the one that is there."""
    actor = actor_of(request)
    year, _years = year_of_page(request)
    if year is None or item not in {book.value for book in BOOKS}:
        raise NOT_FOUND()
    on = min(year.revision.starts_on, actor.today)
    book = open_book(by=actor, year=year.year, kind=HosItem.of(item), opened_on=on)
    return HttpResponseRedirect(reverse("control_book", args=[book.pk]))


@page(Permission.SCHOOL_READ, methods=WORKING)
def book(request: UsulRequest, pk: int) -> HttpResponse:
    """A control book: what was found, at whom, what follows; whoever keeps it writes the next entry."""
    row: ControlBook = found(ControlBook.objects.select_related("year"), pk=pk)
    actor = actor_of(request)
    may_write = actor.may(Permission.STUDIES_KEEP) and row.closed_on is None
    form = None
    if may_write:
        data = request.POST if request.method == "POST" else None
        form = EntryForm(data, people=working(actor.today), initial={"on": actor.today})
    if request.method == "POST":
        require(actor, Permission.STUDIES_KEEP)
        if form is not None and form.is_valid():
            given = form.cleaned_data
            if form.attempt(lambda: write_entry(by=actor, book=row, seen=seen_in(request), **given)):
                messages.success(request, _("The entry is in the book."))
                return HttpResponseRedirect(reverse("control_book", args=[pk]))
    entries = ControlEntry.objects.filter(book=row).select_related("person")
    part = window(request, total=entries.count(), size=ON_A_PAGE)
    label = row.kind.label.in_(reader_language())
    values: dict[str, Any] = {
        "book": row,
        "title": label[:1].upper() + label[1:],
        "sub": year_label(row.year.start_year),
        "form": form,
        "entries": entries[part.start : part.stop],
        "pages": part.pages,
        "today": actor.today,
        "may_write": may_write,
        "columns": {
            "on": Column(_("Day")),
            "person": Column(_("Teacher")),
            "finding": Column(_("What was found")),
            "follow": Column(_("What is to follow")),
            "do": Column(_("Checked again"), hide_label=True),
        },
    }
    studies_url = f"{reverse('studies')}?year={row.year.start_year}"
    crumbs = (
        Crumb(_("Folders and archive"), reverse("dossier_list")),
        Crumb(_("Head of studies"), studies_url),
        Crumb(values["title"]),
    )
    status = 422 if form is not None and form.errors else 200
    return show(request, "dossiers/book.html", values, section="dossiers", crumbs=crumbs, status=status)


@page(Permission.STUDIES_KEEP, methods=DOING)
def followed(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that what an entry asks for was checked again today."""
    entry: ControlEntry = found(ControlEntry.objects.select_related("book__year"), pk=pk)
    actor = actor_of(request)
    follow_up(by=actor, entry=entry, done_on=actor.today)
    messages.success(request, _("It is on record."))
    return HttpResponseRedirect(reverse("control_book", args=[entry.book_id]))


@page(Permission.STUDIES_KEEP, methods=DOING)
def close(request: UsulRequest, pk: int) -> HttpResponse:
    """Close the book."""
    row: ControlBook = found(ControlBook.objects.select_related("year"), pk=pk)
    actor = actor_of(request)
    close_book(by=actor, book=row, closed_on=actor.today, seen=seen_in(request))
    messages.success(request, _("The book is closed. It stays to be read."))
    return HttpResponseRedirect(reverse("studies") + year_query(request))
