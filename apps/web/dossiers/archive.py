"""The archive: folders of past years, what is due, handing over by an act, destruction by an act."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.audit.queries.events import events_of
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import FileKind
from apps.documents.typeset import pdf
from apps.dossiers.domain.archive import SUBJECT, destroy_folder, hand_over, open_folders, prepare_folder
from apps.dossiers.domain.inputs import FolderInput
from apps.dossiers.enums import FolderState
from apps.dossiers.models import ArchiveFolder
from apps.dossiers.queries.retention import STATE_FILTERS, Terms, folders, proposed_folders, terms_of
from apps.rulebook.policy import View
from apps.web.blocks.page import Crumb
from apps.web.blocks.papers import Provenance
from apps.web.blocks.tables import Column
from apps.web.bodies.record import seen_in
from apps.web.dossiers import present
from apps.web.dossiers.forms import DestroyForm, FolderForm, HandOverForm, ManyOverForm, PrepareForm
from apps.web.dossiers.prints import hand_over_act
from apps.web.files import file_answer
from apps.web.findings.present import reader_language, source_of
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.history import history_of
from apps.web.lists import Choice, active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_label

ON_A_PAGE = 40
MOST_AT_ONCE = 60
OPEN = (FolderState.KEPT, FolderState.PREPARED)
SHOWN_EVENTS = 15


def _crumbs(*names: str) -> tuple[Crumb, ...]:
    return (
        Crumb(_("Folders and archive"), reverse("dossier_list")),
        Crumb(_("Archive"), reverse("archive")),
        *(Crumb(name) for name in names),
    )


def folder_words(row: ArchiveFolder) -> str:
    """`протоколдор, 2021–2022-окуу жылы · Математика`."""
    kind = row.kind.label.in_(reader_language())
    return " · ".join(
        part for part in (f"{kind}, {year_label(row.start_year)}", row.body.name if row.body else "") if part
    )


@page(Permission.SCHOOL_READ, methods=WORKING)
def archive(request: UsulRequest) -> HttpResponse:
    """Folders of past years with their terms; those that may go are handed over here, several by one act."""
    actor = actor_of(request)
    filters = _filters(request)
    rows = _chosen(filters)
    view = school_policy().at(actor.today)
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    shown = [(row, terms_of(row, view)) for row in rows[part.start : part.stop]]
    free = _free(actor, view)
    form = _many_form(request, free) if actor.may(Permission.ARCHIVE_KEEP) and free else None
    if request.method == "POST" and form is not None and form.is_valid():
        given = dict(form.cleaned_data)
        wanted = [row for row in free if str(row.pk) in set(given.pop("folders"))]
        if form.attempt(lambda: hand_over(by=actor, folders=wanted, **given)):
            messages.success(request, _("The folders are handed over. Print the act and let it be signed."))
            return HttpResponseRedirect(reverse("archive"))
    values = {
        "rows": [(row, terms, _state_words(row, terms, actor.today)) for row, terms in shown],
        "due": proposed_folders(today=actor.today) if actor.may(Permission.ARCHIVE_KEEP) else [],
        "free": len(free),
        "form": form,
        "may_keep": actor.may(Permission.ARCHIVE_KEEP),
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
        "columns": {
            "folder": Column(_("Folder")),
            "body": Column(_("Association")),
            "keep": Column(_("Kept at school until")),
            "state": Column(_("State")),
        },
        "tabs": present.section_tabs("archive"),
    }
    status = 422 if form is not None and form.errors else 200
    return show(request, "dossiers/archive.html", values, section="dossiers", crumbs=_crumbs()[:1], status=status)


def _filters(request: UsulRequest) -> list[Choice]:
    language = reader_language()
    bodies = Body.objects.filter(kind=BodyKind.ASSOCIATION).order_by("name").values_list("pk", "name")
    return [
        choice(request, "state", _("State"), [(one.value, one.label.in_(language)) for one in STATE_FILTERS]),
        choice(request, "body", _("Association"), [(str(pk), name) for pk, name in bodies]),
    ]


def _chosen(filters: list[Choice]) -> Any:
    state, body = (one.chosen for one in filters)
    return folders(state=FolderState.of(state) if state else None, body=int(body) if body else None)


def _free(actor: Actor, view: View) -> list[ArchiveFolder]:
    """Folders still at school that go to the archive and whose years of keeping are over, the oldest first."""
    rows = ArchiveFolder.objects.select_related("body").filter(
        STATE_FILTERS[FolderState.KEPT] | STATE_FILTERS[FolderState.PREPARED]
    )
    found_rows = []
    for row in rows.order_by("start_year", "body__name", "kind"):
        terms = terms_of(row, view)
        if terms.to_archive and terms.keep_until is not None and terms.keep_until < actor.today:
            found_rows.append(row)
    return found_rows[:MOST_AT_ONCE]


def _many_form(request: UsulRequest, free: Iterable[ArchiveFolder]) -> ManyOverForm:
    data = request.POST if request.method == "POST" else None
    offered = [(str(row.pk), folder_words(row)) for row in free]
    return ManyOverForm(data, offered=offered, initial={"handed_on": actor_of(request).today})


def _state_words(row: ArchiveFolder, terms: Terms, today: date) -> tuple[str, bool]:
    """How far a folder has come, and whether it calls for a person."""
    language = reader_language()
    late = row.state in OPEN and terms.to_archive and terms.keep_until is not None and terms.keep_until < today
    words = _("may go to the archive") if late else row.state.label.in_(language)
    return words, late


@page(Permission.ARCHIVE_KEEP, methods=DOING)
def take_up(request: UsulRequest) -> HttpResponse:
    """Put every folder that the ends of the years suggest onto the list."""
    actor = actor_of(request)
    due = proposed_folders(today=actor.today)
    bodies = Body.objects.in_bulk({row.body_id for row in due})
    wanted = [FolderInput(row.kind, row.year.start_year, row.year_end, bodies[row.body_id]) for row in due]
    made = open_folders(by=actor, wanted=wanted)
    messages.success(request, _("Folders on the list: %(count)d more.") % {"count": len(made)})
    return HttpResponseRedirect(reverse("archive"))


@page(Permission.ARCHIVE_KEEP, methods=WORKING)
def new(request: UsulRequest) -> HttpResponse:
    """A folder of a year from before the calendar of this school in Usul."""
    bodies = Body.objects.filter(kind=BodyKind.ASSOCIATION).order_by("name")
    form = FolderForm(request.POST or None, bodies=bodies)
    made: list[ArchiveFolder] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.extend(open_folders(by=actor_of(request), wanted=[form.folder()]))):
            messages.success(request, _("The folder is on the list."))
            return HttpResponseRedirect(reverse("archive_folder", args=[made[0].pk]))
    title = _("Enter a folder")
    values = {"form": form, "title": title, "sub": "", "back": reverse("archive"), "seen": None}
    status = 422 if form.errors else 200
    return show(request, "people/form.html", values, section="dossiers", crumbs=_crumbs(title), status=status)


@page(Permission.SCHOOL_READ, methods=WORKING)
def folder(request: UsulRequest, pk: int) -> HttpResponse:
    """One folder: its terms with their clauses, and the step that comes next."""
    row: ArchiveFolder = found(ArchiveFolder.objects.select_related("body"), pk=pk)
    actor = actor_of(request)
    terms = terms_of(row, school_policy().at(actor.today))
    forms = _steps(request, row, actor)
    if request.method == "POST":
        done = _do(request, row, forms)
        if done:
            return HttpResponseRedirect(reverse("archive_folder", args=[pk]))
    words = folder_words(row)
    title = words[:1].upper() + words[1:]
    values = {
        "row": row,
        "title": title,
        "state": _state_words(row, terms, actor.today),
        "terms": terms,
        "source": source_of(terms.sources, reverse("charter")) if terms.sources else Provenance(""),
        "facts": _facts(row),
        "today": actor.today,
        "forms": forms,
        "bound": [form for form in forms.values() if form.is_bound],
        "timeline": history_of(events_of(SUBJECT, pk)[:SHOWN_EVENTS]),
        "act_url": reverse("archive_act", args=[pk]) if row.handed_on else "",
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    crumbs = _crumbs(title)
    return show(request, "dossiers/folder.html", values, section="dossiers", crumbs=crumbs, status=status)


def _steps(request: UsulRequest, row: ArchiveFolder, actor: Actor) -> dict[str, PageForm]:
    """Forms of the steps that are open to this person."""
    sent = request.POST.get("form", "") if request.method == "POST" else ""

    def data(name: str) -> Any:
        return request.POST if sent == name else None

    found_forms: dict[str, PageForm] = {}
    if row.state in OPEN and actor.may(Permission.ARCHIVE_KEEP):
        kept = {"place": row.place, "contents": row.contents, "sheets": row.sheets}
        on = {"prepared_on": row.prepared_on or actor.today}
        found_forms["prepare"] = PrepareForm(data("prepare"), initial=kept | on, auto_id="prepare-%s")
        found_forms["hand"] = HandOverForm(data("hand"), initial={"handed_on": actor.today}, auto_id="hand-%s")
    if row.state is not FolderState.DESTROYED and actor.may(Permission.ARCHIVE_DESTROY):
        found_forms["destroy"] = DestroyForm(
            data("destroy"), initial={"destroyed_on": actor.today}, auto_id="destroy-%s"
        )
    return found_forms


def _do(request: UsulRequest, row: ArchiveFolder, forms: dict[str, PageForm]) -> bool:
    actor, seen = actor_of(request), seen_in(request)
    form = next((one for one in forms.values() if one.is_bound), None)
    if form is None:
        raise NOT_FOUND()
    if not form.is_valid():
        return False
    given = form.cleaned_data
    deeds = {
        PrepareForm: lambda: prepare_folder(by=actor, folder=row, seen=seen, **given),
        HandOverForm: lambda: hand_over(by=actor, folders=[row], seen=seen, **given),
        DestroyForm: lambda: destroy_folder(by=actor, folder=row, seen=seen, **given),
    }
    if not form.attempt(deeds[type(form)]):
        return False
    messages.success(request, _("It is on record."))
    return True


def _facts(row: ArchiveFolder) -> list[tuple[str, str | date]]:
    pairs: list[tuple[str, str | date | None]] = [
        (_("Association"), row.body.name if row.body else _("the whole school")),
        (_("Last day of that school year"), row.year_end),
        (_("Where it lies"), row.place),
        (_("Contents"), row.contents),
        (_("Sheets"), str(row.sheets) if row.sheets else ""),
        (_("Prepared on"), row.prepared_on),
        (_("Handed over on"), row.handed_on),
        (_("Who received them"), row.receiver),
        (_("Number of the act"), row.act_number),
        (_("Destroyed on"), row.destroyed_on),
        (_("Act of destruction"), row.destruction_act),
        (_("Reason in the act"), row.destruction_reason),
        (_("Why earlier than the charter allows"), row.early_reason),
    ]
    return [(label, value) for label, value in pairs if value]


@page(Permission.SCHOOL_READ)
def act(request: UsulRequest, pk: int) -> HttpResponse:
    """The act by which a folder was handed over, with everything else that went by it."""
    row: ArchiveFolder = found(ArchiveFolder.objects.filter(handed_on__isnull=False), pk=pk)
    rows = list(folders().filter(handed_on=row.handed_on, act_number=row.act_number))
    language = reader_language() if reader_language() in ("ky", "ru") else "ky"
    place = request.school.name(language) if request.school else ""
    sheet = hand_over_act(rows, school=place, language=language)
    return file_answer(f"{sheet.title}.pdf", FileKind.PDF, pdf(sheet), inline=True)
