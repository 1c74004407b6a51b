"""Minutes as files, and the public page that proves them."""

from datetime import date

from django.http import HttpResponse
from django.urls import reverse

from apps.core.errors import NOT_FOUND, Fault
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.documents.enums import MEDIA, FileKind
from apps.documents.paper import Paper
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.sittings.domain.paper import Letterhead, excerpt_paper, minutes_paper
from apps.sittings.enums import SealKind
from apps.sittings.models import Minutes, Seal
from apps.sittings.queries.chain import holds, links_of, minutes_by_code
from apps.sittings.queries.content import Content, content_of
from apps.web.guard import found, page
from apps.web.request import UsulRequest
from apps.web.show import show

MAKERS = {FileKind.PDF: pdf, FileKind.DOCX: docx}


@page(Permission.SCHOOL_READ)
def minutes_file(request: UsulRequest, pk: int, kind: str) -> HttpResponse:
    """The protocol as PDF/A or DOCX: as it was sealed, or as a draft."""
    minutes, content, head = _paper_of(request, pk)
    return _sent(minutes_paper(content, head), kind, f"protokol-{minutes.number}")


@page(Permission.SCHOOL_READ)
def excerpt_file(request: UsulRequest, pk: int, position: int) -> HttpResponse:
    """What was decided on one question of signed minutes, as PDF/A."""
    minutes, content, head = _paper_of(request, pk)
    if not head.hash or position not in {item["position"] for item in content["items"]}:
        raise NOT_FOUND()
    return _sent(excerpt_paper(content, position, head), FileKind.PDF.value, f"kochurmo-{minutes.number}-{position}")


def _paper_of(request: UsulRequest, pk: int) -> tuple[Minutes, Content, Letterhead]:
    rows = Minutes.objects.select_related(
        "sitting__body", "sitting__year", "chair", "secretary", "sitting__chair", "sitting__secretary"
    )
    minutes: Minutes = found(rows, sitting=pk)
    links = links_of(minutes)
    seal = next((link for link in links if link.kind is SealKind.MINUTES), None)
    content = seal.content if seal else content_of(minutes.sitting, minutes)
    school = request.school.name(content["language"]) if request.school else ""
    url = request.build_absolute_uri(reverse("verify", args=[minutes.code])) if seal and minutes.code else ""
    return minutes, content, Letterhead(school, url, seal.hash if seal else "", _notes(links))


def _notes(links: list[Seal]) -> tuple[tuple[date, str], ...]:
    return tuple((link.sealed_on, link.content["text"]) for link in links if link.kind is SealKind.CORRECTION)


def _sent(paper: Paper, kind: str, name: str) -> HttpResponse:
    known = {one.value: one for one in MAKERS}
    if kind not in known:
        raise NOT_FOUND()
    content = MAKERS[known[kind]](paper)
    response = HttpResponse(content, content_type=MEDIA[known[kind]])
    shown = "inline" if known[kind] is FileKind.PDF else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{name}.{kind}"'
    return response


@scope_of_view(Wanted.Kind.SCHOOL, open_to_strangers=True)
@page(None)
def verify(request: UsulRequest, code: str) -> HttpResponse:
    """Whether a paper is what was signed. Shows its number, dates and hash, and nothing of what it says."""
    try:
        minutes = minutes_by_code(code)
    except Fault:
        return show(request, "sittings/verify.html", {"minutes": None}, status=404)
    links = links_of(minutes)
    seal = next((link for link in links if link.kind is SealKind.MINUTES), None)
    notes = sum(link.kind is SealKind.CORRECTION for link in links)
    values = {"minutes": minutes, "seal": seal, "holds": bool(seal) and holds(links), "notes": notes}
    return show(request, "sittings/verify.html", values)
