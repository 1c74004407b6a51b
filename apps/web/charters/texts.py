"""The text of a version clause by clause, and the difference between two versions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.acts.queries.charters import route_of
from apps.charters.domain.clauses import add_clause, leave_out_clause, remove_clause, renumber_clause, write_clause
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import LANGUAGES, ClauseLine, documents_of, given_words
from apps.charters.queries.difference import difference
from apps.charters.queries.versions import with_base
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.rulebook.module import Module
from apps.web.blocks.page import LANGUAGES as NAMED
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Tab
from apps.web.charters import present_versions as present
from apps.web.charters.forms import ClauseForm, OwnClauseForm
from apps.web.charters.versions import crumbs_of, title_of
from apps.web.findings.present import reader_language
from apps.web.guard import READING, WORKING, found, page
from apps.web.lists import address, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 40
LANGUAGE, WITH = "language", "with"
SHORT = 70


@page(Permission.SCHOOL_READ, methods=READING)
def document(request: UsulRequest, pk: int, module: str) -> HttpResponse:
    """One document of a version, clause by clause, in the language chosen."""
    profile, lines, source = _document(pk, module)
    asked = request.GET.get(LANGUAGE, "")
    language = asked if asked in LANGUAGES else profile.language
    part = window(request, total=len(lines), size=ON_A_PAGE)
    may_edit = profile.state is ProfileState.DRAFT and actor_of(request).may(Permission.CHARTER_EDIT)
    values = {
        "profile": profile,
        "module": module,
        "title": source.title.in_(reader_language()),
        "sub": title_of(profile),
        "tabs": [Tab(one.name, address(request, **{LANGUAGE: one.code}), one.code == language) for one in NAMED],
        "text_language": language,
        "lines": [(line, line.in_(language)) for line in lines[part.start : part.stop]],
        "pages": part.pages,
        "may_edit": may_edit,
    }
    crumbs = (*crumbs_of(profile), Crumb(module))
    return show(request, "charters/text.html", values, section="charter", crumbs=crumbs)


def _document(pk: int, module: str) -> tuple[PolicyProfile, tuple[ClauseLine, ...], Module]:
    profile: PolicyProfile = found(PolicyProfile.objects.all(), pk=pk)
    if not profile.modules.filter(module=module).exists():
        raise NOT_FOUND()
    [whole] = documents_of(profile, [module])
    return profile, whole.lines, whole.module


@page(Permission.CHARTER_EDIT, methods=WORKING)
def clause(request: UsulRequest, pk: int, module: str, key: str) -> HttpResponse:
    """One clause of a draft in three languages: written anew, left out, renumbered, taken out."""
    profile, lines, _source = _document(pk, module)
    line = next((row for row in lines if row.key == key), None)
    if line is None or profile.state is not ProfileState.DRAFT:
        raise NOT_FOUND()
    back = f"{reverse('charter_text', args=[pk, module])}#c-{key}"
    kind = OwnClauseForm if line.is_own else ClauseForm
    deed = request.POST.get("deed", "write")
    data = request.POST if request.method == "POST" and deed == "write" else None
    form = kind(data, initial={**line.text, "number": line.number, "seen": profile.row_version})
    if request.method == "POST" and _done(request, profile, line, deed, form):
        messages.success(request, _("The draft is changed."))
        return HttpResponseRedirect(back)
    values = {
        "profile": profile,
        "line": line,
        "form": form,
        "given": [(one.name, given_words(line.clause).get(one.code, "")) for one in NAMED] if line.clause else [],
        "defect": line.clause.defect.in_(reader_language()) if line.clause and line.clause.defect else "",
        "back_url": back,
    }
    crumbs = (*crumbs_of(profile), Crumb(module, reverse("charter_text", args=[pk, module])), Crumb(line.number or key))
    status = 422 if form.errors else 200
    return show(request, "charters/clause.html", values, section="charter", crumbs=crumbs, status=status)


def _done(request: UsulRequest, profile: PolicyProfile, line: ClauseLine, deed: str, form: ClauseForm) -> bool:
    by = actor_of(request)
    if deed == "remove":
        remove_clause(by=by, profile=profile, key=line.key)
        return True
    if deed in ("leave_out", "take_in"):
        leave_out_clause(by=by, profile=profile, key=line.key, left_out=deed == "leave_out")
        return True
    if not form.is_valid():
        return False
    data = form.cleaned_data

    def act() -> None:
        changed = profile
        seen = data["seen"]
        if line.is_own and data["number"] != line.number:
            changed = renumber_clause(by=by, profile=changed, key=line.key, number=data["number"], seen=seen)
            seen = changed.row_version
        write_clause(by=by, profile=changed, key=line.key, text=form.text(), seen=seen)

    return form.attempt(act, {"text": profile.language})


@page(Permission.CHARTER_EDIT, methods=WORKING)
def add(request: UsulRequest, pk: int, module: str) -> HttpResponse:
    """A clause of the school's own."""
    profile, lines, _source = _document(pk, module)
    if profile.state is not ProfileState.DRAFT:
        raise NOT_FOUND()
    behind = [(line.key, _short(line, profile.language)) for line in lines if line.number and not line.left_out]
    form = OwnClauseForm(request.POST or None, behind=behind, initial={"seen": profile.row_version})
    back = reverse("charter_text", args=[pk, module])

    def act() -> None:
        data = form.cleaned_data
        add_clause(
            by=actor_of(request),
            profile=profile,
            module=module,
            number=data["number"],
            text=form.text(),
            after=data.get("after", ""),
            seen=data["seen"],
        )

    if request.method == "POST" and form.is_valid() and form.attempt(act, {"text": profile.language}):
        messages.success(request, _("The clause is added."))
        return HttpResponseRedirect(back)
    values = {"profile": profile, "form": form, "back_url": back}
    crumbs = (*crumbs_of(profile), Crumb(module, back), Crumb(_("A clause of our own")))
    status = 422 if form.errors else 200
    return show(request, "charters/add_clause.html", values, section="charter", crumbs=crumbs, status=status)


def _short(line: ClauseLine, language: str) -> str:
    words = f"{line.number} {line.in_(language)}"
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"


@page(Permission.SCHOOL_READ, methods=READING)
def compared(request: UsulRequest, pk: int) -> HttpResponse:
    """A version beside another one: clause by clause, value by value."""
    raw = request.GET.get(WITH, "")
    other = int(raw) if raw.isascii() and raw.isdigit() and len(raw) <= 9 else None
    pair = with_base(pk, other)
    if pair is None:
        raise NOT_FOUND()
    profile, base = pair
    today = actor_of(request).today
    now = route_of(profile, on=today).content
    rows: list[Any] = difference(route_of(base, on=today).content, now) if base else []
    part = window(request, total=len(rows), size=ON_A_PAGE)
    values = {
        "profile": profile,
        "base": base,
        "title": title_of(profile),
        "changes": present.changes_of(rows[part.start : part.stop]),
        "total": len(rows),
        "pages": part.pages,
        "others": list(
            PolicyProfile.objects.exclude(pk=pk).order_by("-number").values_list("pk", "number")[:ON_A_PAGE]
        ),
    }
    crumbs = (*crumbs_of(profile), Crumb(_("Difference")))
    return show(request, "charters/difference.html", values, section="charter", crumbs=crumbs)
