"""The register of papers, a paper, and what is done to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from apps.acts.domain.issue import change_draft, draft_act
from apps.acts.domain.papers import record_act
from apps.acts.enums import STANDING, ActState
from apps.acts.errors import NOT_A_DRAFT
from apps.acts.models import Act
from apps.acts.queries.paper import paper_of, people_of
from apps.acts.queries.register import register, years_of_register
from apps.acts.wording import filled, wording_for
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import MEDIA, FileKind
from apps.documents.sheet import Table, xlsx
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.people.queries.staff import working
from apps.rulebook.enums import ActKind, Purpose
from apps.web.acts.forms import DRAFTED, ChangeForm, DraftForm, RecordForm
from apps.web.acts.rows import act_rows, cells, paper_columns
from apps.web.blocks.page import Crumb
from apps.web.bodies.record import seen_in
from apps.web.files import file_answer
from apps.web.findings.present import reader_language
from apps.web.guard import WORKING, found, page
from apps.web.lists import Choice, active, address, choice, window
from apps.web.people_choices import code_choices
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 25
MOST_ON_A_SHEET = 5_000
OFFERED_PAPERS = 60
FORMS = {"pdf": (FileKind.PDF, pdf), "docx": (FileKind.DOCX, docx)}


def acts_crumb(*names: str) -> tuple[Crumb, ...]:
    """The way to a page below the register."""
    return (Crumb(_("Orders and decisions"), reverse("act_list")), *(Crumb(name) for name in names))


@page(Permission.SCHOOL_READ)
def acts(request: UsulRequest) -> HttpResponse:
    """Every paper of the school, the newest first."""
    actor, filters = actor_of(request), _filters(request)
    rows = _chosen(*(one.chosen for one in filters))
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    shown = act_rows(rows[part.start : part.stop])
    values = {
        "rows": shown,
        "columns": paper_columns(),
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
        "may_record": actor.may(Permission.ACT_RECORD),
        "sheet_url": f"{reverse('act_sheet')}?{request.GET.urlencode()}",
    }
    return show(request, "acts/list.html", values, section="acts")


@page(Permission.SCHOOL_READ)
def sheet(request: UsulRequest) -> HttpResponse:
    """The register as it stands on the screen, all its pages, as a table file."""
    today, filters = actor_of(request).today, _filters(request)
    place = request.school.name(reader_language()) if request.school else ""
    table = Table(
        name=_("Orders and decisions"),
        columns=[column.label for column in paper_columns().values()],
        rows=[cells(row) for row in act_rows(_chosen(*(one.chosen for one in filters))[:MOST_ON_A_SHEET])],
        notes=[place, *(one.label for one in active(request, filters))],
    )
    content = xlsx(table, made=timezone.localtime(), author=place)
    return file_answer(f"{_('Orders and decisions')} {today:%Y-%m-%d}.xlsx", FileKind.XLSX, content)


def _filters(request: UsulRequest) -> list[Choice]:
    return [
        choice(request, "kind", _("Kind of paper"), code_choices(ActKind)),
        choice(request, "purpose", _("What it is about"), code_choices(Purpose)),
        choice(request, "state", _("State"), [*code_choices(ActState), ("revoked", _("revoked"))]),
        choice(request, "in", _("Year"), [(str(year), str(year)) for year in years_of_register()]),
    ]


def _chosen(kind: str, purpose: str, state: str, year: str) -> Any:
    rows = register()
    if kind:
        rows = rows.filter(kind=kind)
    if purpose:
        rows = rows.filter(purpose=purpose)
    if state == "revoked":
        rows = rows.filter(revoked_on__isnull=False)
    elif state:
        rows = rows.filter(state=state, revoked_on__isnull=True)
    return rows.filter(act_date__year=int(year)) if year else rows


def _offered(actor: Actor) -> dict[str, Any]:
    """Bodies, papers and people that a new paper may name."""
    return {
        "bodies": Body.objects.filter(dissolved_on__isnull=True),
        "acts": register().filter(state__in=STANDING, revoked_on__isnull=True)[:OFFERED_PAPERS],
        "people": working(actor.today),
    }


@page(Permission.ACT_RECORD, methods=WORKING)
def new(request: UsulRequest) -> HttpResponse:
    """Draft an order or a submission, from a ready wording where there is one."""
    actor = actor_of(request)
    form = DraftForm(request.POST or None, initial=_begun(request, actor), **_offered(actor))
    made: list[Act] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.append(draft_act(by=actor, **form.values()))):
            messages.success(request, _("The draft is kept. It counts when it is signed."))
            return HttpResponseRedirect(reverse("act_page", args=[made[0].pk]))
    values = {"form": form, "title": _("Draft a paper"), "filters": _wordings(request), "back": reverse("act_list")}
    status = 422 if form.errors else 200
    return show(request, "acts/new.html", values, section="acts", crumbs=acts_crumb(_("Draft a paper")), status=status)


def _wordings(request: UsulRequest) -> list[Any]:
    """What a ready wording is chosen by."""
    bodies = [(str(body.pk), body.name) for body in Body.objects.filter(dissolved_on__isnull=True)]
    return [
        choice(request, "kind", _("Kind of paper"), code_choices(DRAFTED)),
        choice(request, "purpose", _("What it is about"), code_choices(Purpose)),
        choice(request, "body", _("About which body"), bodies, blank="—"),
        choice(request, "language", _("Language of the paper"), [("ky", "Кыргызча"), ("ru", "Русский")], blank="—"),
    ]


def _begun(request: UsulRequest, actor: Actor) -> dict[str, Any]:
    """The form as the address asks for it, with the ready wording put in."""
    kind, purpose, body, language = (one.chosen for one in _wordings(request))
    language = language or ("ru" if reader_language() == "ru" else "ky")
    begun = {"kind": kind, "purpose": purpose, "body": body, "language": language, "act_date": actor.today}
    wording = wording_for(ActKind.of(kind or "order"), Purpose.of(purpose)) if purpose else None
    if wording is not None:
        named = Body.objects.filter(pk=int(body)).first() if body else None
        title, text = filled(wording, language, body=named.name if named else "", day=actor.today)
        begun |= {"title": title, "text": text}
    return begun


@page(Permission.ACT_RECORD, methods=WORKING)
def record(request: UsulRequest) -> HttpResponse:
    """Enter a paper that exists."""
    actor = actor_of(request)
    body = request.GET.get("body", "")
    initial = {"act_date": actor.today, "body": body if body.isdigit() else ""}
    form = RecordForm(request.POST or None, initial=initial, **_offered(actor))
    made: list[Act] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.append(record_act(by=actor, **form.values()))):
            messages.success(request, _("The paper is on record."))
            return HttpResponseRedirect(reverse("act_page", args=[made[0].pk]))
    values = {"form": form, "title": _("Enter a paper"), "back": reverse("act_list")}
    status = 422 if form.errors else 200
    return show(request, "acts/new.html", values, section="acts", crumbs=acts_crumb(_("Enter a paper")), status=status)


@page(Permission.ACT_RECORD, methods=WORKING)
def change(request: UsulRequest, pk: int) -> HttpResponse:
    """Write a draft anew."""
    act: Act = found(Act.objects.all(), pk=pk)
    require(actor_of(request), Permission.ACT_RECORD)
    if act.state is not ActState.DRAFT:
        raise NOT_A_DRAFT(state=act.state)
    initial = {"act_date": act.act_date, "title": act.title, "text": act.text}
    form = ChangeForm(request.POST or None, initial=initial)
    seen = seen_in(request)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: change_draft(by=actor_of(request), act=act, seen=seen, **form.cleaned_data)):
            messages.success(request, _("The draft is changed."))
            return HttpResponseRedirect(reverse("act_page", args=[pk]))
    values = {
        "form": form,
        "title": _("Change the draft"),
        "back": reverse("act_page", args=[pk]),
        "seen": act.row_version,
    }
    status = 422 if form.errors else 200
    crumbs = acts_crumb(_("Change the draft"))
    return show(request, "acts/new.html", values, section="acts", crumbs=crumbs, status=status)


@page(Permission.SCHOOL_READ)
def file(request: UsulRequest, pk: int, form: str) -> HttpResponse:
    """The paper as PDF or DOCX."""
    act: Act = found(Act.objects.select_related("signed_by", "basis"), pk=pk)
    if form not in FORMS or request.school is None:
        raise NOT_FOUND()
    kind, render = FORMS[form]
    made = render(paper_of(act, school=request.school.name(act.language), people=people_of(act)))
    name = slugify(f"{act.kind.value}-{act.number or act.pk}-{act.act_date:%Y-%m-%d}")
    return HttpResponse(
        made,
        content_type=MEDIA[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )
