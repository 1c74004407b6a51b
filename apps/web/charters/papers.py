"""The charter as a document: PDF, DOCX, the school's own template, and the public page that says whether a printed one is genuine."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.acts.domain.charter_template import remove_template, set_template, templates
from apps.acts.models import Act
from apps.acts.queries.charter_paper import Sources, paper_of, template_values
from apps.acts.queries.charters import OF_CHARTER, route_of
from apps.bodies.queries.charter_sources import charter_sources
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.documents.enums import MEDIA, FileKind
from apps.documents.queries.files import content_of
from apps.documents.template import fill
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.rulebook.enums import ActKind
from apps.web.blocks.page import Crumb
from apps.web.charters.present_versions import stage_words
from apps.web.forms import PageForm
from apps.web.guard import WORKING, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

LANGUAGE = "language"
MARK_LENGTH = 64


class TemplateForm(PageForm):
    """A DOCX template of the school's own."""

    file = forms.FileField(label=gettext_lazy("Word file (.docx)"))


def sources_of(request: UsulRequest, pk: int) -> Sources:
    """Everything the document of a version is made from.

    Raises:
        Fault: `core.not_found`.
    """
    return charter_sources(
        pk,
        today=actor_of(request).today,
        language=request.GET.get(LANGUAGE, ""),
        school=lambda language: request.school.name(language) if request.school else "",
        check_url=lambda mark: request.build_absolute_uri(reverse("charter_check", args=[mark])),
    )


@page(Permission.SCHOOL_READ)
def as_pdf(request: UsulRequest, pk: int) -> HttpResponse:
    """The version as PDF/A."""
    return _file(pdf(paper_of(sources_of(request, pk))), FileKind.PDF, pk)


@page(Permission.SCHOOL_READ)
def as_docx(request: UsulRequest, pk: int) -> HttpResponse:
    """The version as DOCX: in the school's own template where it has one."""
    source = sources_of(request, pk)
    template = templates().last()
    made = docx(paper_of(source)) if template is None else fill(content_of(template), template_values(source))
    return _file(made, FileKind.DOCX, pk)


def _file(content: bytes, kind: FileKind, pk: int) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="charter-{pk}.{kind.value}"'
    return response


@page(Permission.CHARTER_EDIT, methods=WORKING)
def template(request: UsulRequest) -> HttpResponse:
    """The school's own template: uploaded, tried out on the newest version, taken away."""
    newest = PolicyProfile.objects.order_by("-number").first()
    sample = template_values(sources_of(request, newest.pk)) if newest else {}
    here = HttpResponseRedirect(reverse("charter_template"))
    if request.POST.get("deed") == "remove":
        remove_template(by=actor_of(request))
        messages.success(request, _("The charter is printed in the common form again."))
        return here
    form = TemplateForm(request.POST or None, request.FILES or None)

    def deed() -> None:
        file: Any = form.cleaned_data["file"]
        set_template(by=actor_of(request), name=file.name, content=file.read(), sample=sample)

    if request.method == "POST" and form.is_valid() and form.attempt(deed):
        messages.success(request, _("The template is kept. The charter is now printed in it."))
        return here
    values = {"form": form, "kept": templates().last(), "names": sorted(sample)}
    crumbs = (
        Crumb(_("Charter"), reverse("charter")),
        Crumb(_("Versions"), reverse("charter_versions")),
        Crumb(_("Own template")),
    )
    status = 422 if form.errors else 200
    return show(request, "charters/template.html", values, section="charter", crumbs=crumbs, status=status)


@scope_of_view(Wanted.Kind.SCHOOL, open_to_strangers=True)
@page(None)
def check(request: UsulRequest, mark: str) -> HttpResponse:
    """Whether a printed charter is genuine: its number, order and days, nothing of its content and no name."""
    order = (
        Act.objects.filter(subject_type=OF_CHARTER, kind=ActKind.ORDER, fingerprint=mark).defer("data").last()
        if len(mark) == MARK_LENGTH
        else None
    )
    profile = PolicyProfile.objects.filter(pk=order.subject_id or 0).first() if order else None
    values: dict[str, Any] = {"mark": mark, "order": None}
    if order is not None and profile is not None and profile.state is not ProfileState.DRAFT:
        stage = route_of(profile, on=timezone.localdate()).stage
        values |= {"order": order, "profile": profile, "words": stage_words(stage, profile)}
    return show(request, "charters/check.html", values, status=200 if values["order"] else 404)
