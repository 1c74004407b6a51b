"""Minutes as files, and the public page that proves them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from apps.bodies.models import Membership
from apps.core.errors import NOT_FOUND, Fault
from apps.core.permissions import Permission
from apps.core.ranges import valid_at
from apps.core.scopes import Wanted, scope_of_view
from apps.documents.enums import MEDIA, FileKind
from apps.documents.models import StoredFile
from apps.documents.paper import Paper
from apps.documents.queries.files import content_of as content_of_file
from apps.documents.sniffing import LARGEST
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.people.models import Person
from apps.sittings.domain.kit import kit_of
from apps.sittings.domain.pack import OF_ITEM, OF_PACK, OF_SITTING, attach_paper, build_pack
from apps.sittings.domain.paper import Letterhead, excerpt_paper, letterhead_of, minutes_paper
from apps.sittings.enums import ItemState, SealKind
from apps.sittings.live_errors import TEXT_MISSING
from apps.sittings.models import AgendaItem, Minutes, Sitting
from apps.sittings.queries.chain import holds, links_of, minutes_by_code
from apps.sittings.queries.content import Content
from apps.web.forms import PageForm
from apps.web.guard import DOING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

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
    school = request.school.name(minutes.language) if request.school else ""
    url = request.build_absolute_uri(reverse("verify", args=[minutes.code])) if minutes.code else ""
    return (minutes, *letterhead_of(minutes, school=school, url=url))


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


@page(Permission.SCHOOL_READ)
def kit(request: UsulRequest, pk: int) -> HttpResponse:
    """The agenda and the sheet to sign on, as PDF."""
    sitting: Sitting = found(Sitting.objects.select_related("body"), pk=pk)
    language = "ru" if actor_of(request).language == "ru" else "ky"
    day = sitting.planned_on or sitting.held_on or actor_of(request).today
    members = Person.objects.filter(
        pk__in=valid_at(Membership.objects.filter(body=sitting.body_id), day).values("person")
    )
    paper = kit_of(
        sitting,
        items=sitting.items.select_related("speaker").order_by("position"),
        members=list(members.order_by("family_name", "given_name", "pk")),
        school=request.school.name(language) if request.school else "",
        language=language,
    )
    return _sent(paper, FileKind.PDF.value, f"kun-tartibi-{sitting.pk}")


class AttachForm(PageForm):
    """A paper for the members of a sitting."""

    paper = forms.FileField(
        label=gettext_lazy("Paper"),
        help_text=gettext_lazy("A photo or a paper: PDF, JPEG, PNG, DOCX or XLSX."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
        allow_empty_file=True,
    )
    item = forms.ChoiceField(label=gettext_lazy("To which question"), required=False)

    def __init__(self, *args: Any, items: Iterable[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(row.pk): row for row in items if row.state is not ItemState.DROPPED}
        offered = [(pk, f"{row.position}. {row.text[:80]}") for pk, row in self.items.items()]
        self.fields["item"].choices = [("", gettext("to the whole sitting")), *offered]  # type: ignore[attr-defined]


@page(Permission.SCHOOL_READ, methods=DOING)
def attach(request: UsulRequest, pk: int) -> HttpResponse:
    """Take in a paper for the members; what it is is told by its content."""
    sitting: Sitting = found(Sitting.objects.all(), pk=pk)
    form = AttachForm(request.POST, request.FILES, items=AgendaItem.objects.filter(sitting=sitting))
    if not form.is_valid():
        raise TEXT_MISSING(field="paper")
    sent = form.cleaned_data["paper"]
    attach_paper(
        by=actor_of(request),
        sitting=sitting,
        name=str(sent.name),
        content=sent.read(LARGEST + 1),
        item=form.items.get(form.cleaned_data["item"]),
    )
    messages.success(request, _("The paper is with the sitting. Build the pack when all of them are there."))
    return HttpResponseRedirect(reverse("sitting_page", args=[pk]))


@page(Permission.SCHOOL_READ)
def attached(request: UsulRequest, pk: int, file: int) -> HttpResponse:
    """A paper of a sitting or of one of its questions, or its pack."""
    own = Q(subject_type__in=(OF_SITTING, OF_PACK), subject_id=pk)
    of_items = Q(subject_type=OF_ITEM, subject_id__in=AgendaItem.objects.filter(sitting=pk).values("pk"))
    row: StoredFile = found(StoredFile.objects.filter(own | of_items), pk=file)
    response = HttpResponse(content_of_file(row), content_type=MEDIA[row.kind])
    response.headers["Content-Disposition"] = f'attachment; filename="paper-{row.pk}.{row.kind.value}"'
    return response


@page(Permission.SCHOOL_READ, methods=DOING)
def pack(request: UsulRequest, pk: int) -> HttpResponse:
    """Build the pack of the sitting."""
    sitting: Sitting = found(Sitting.objects.select_related("body"), pk=pk)
    actor = actor_of(request)
    school = request.school.name("ru" if actor.language == "ru" else "ky") if request.school else ""
    row = build_pack(by=actor, sitting=sitting, school=school, on=actor.today)
    messages.success(
        request, _("The pack is built; its pages are numbered through: %(pages)d.") % {"pages": row.pages or 0}
    )
    return HttpResponseRedirect(reverse("sitting_page", args=[pk]))
