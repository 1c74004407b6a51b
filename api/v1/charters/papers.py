"""The charter as a file, and the school's own template."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.fields import Base64Field
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.acts.domain.charter_template import remove_template, set_template, templates
from apps.acts.queries.charter_paper import Sources, paper_of, template_values
from apps.bodies.queries.charter_sources import charter_sources
from apps.charters.models import PolicyProfile
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.documents.enums import MEDIA, FileKind
from apps.documents.models import StoredFile
from apps.documents.queries.files import content_of
from apps.documents.template import fill
from apps.documents.typeset import pdf
from apps.documents.word import docx
from apps.rulebook.text import Language

LANGUAGE = OpenApiParameter(
    "language", str, enum=[one.value for one in Language], description="The charter's own without it."
)


def sources_of(request: Request, pk: int, language: str = "") -> Sources:
    """Everything the document of a version is made from."""
    school: Any = request._request.school  # type: ignore[attr-defined]
    return charter_sources(
        pk,
        today=actor_of(request).today,
        language=language,
        school=school.name,
        check_url=lambda mark: request.build_absolute_uri(reverse("charter_check", args=[mark])),
    )


class VersionFile(SchoolView):
    """A version as a file."""

    queryset = PolicyProfile.objects.all()
    serializer_class: Any = serializers.Serializer
    tag = "charter"

    @extend_schema(
        operation_id="charter_versions_file",
        parameters=[LANGUAGE],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, pk: int, form: str) -> HttpResponse:
        """The version as PDF/A or DOCX, the latter in the school's own template where it has one."""
        known = {kind.value: kind for kind in (FileKind.PDF, FileKind.DOCX)}
        if form not in known:
            raise NOT_FOUND()
        for name in request.query_params:
            if name != "language":
                raise faults.PARAMETER_UNKNOWN(name=name, known="language")
        language = request.query_params.get("language", "")
        if language and language not in set(Language):
            raise faults.PARAMETER_INVALID(name="language", reason=", ".join(Language))
        source = sources_of(request, pk, language)
        template = templates().last() if form == FileKind.DOCX.value else None
        if template is not None:
            made = fill(content_of(template), template_values(source))
        else:
            made = (pdf if form == FileKind.PDF.value else docx)(paper_of(source))
        name = f"charter-{pk}.{form}"
        return HttpResponse(
            made, content_type=MEDIA[known[form]], headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )


class TemplateSerializer(StrictSerializer):
    """The school's own template and the places a charter fills."""

    name = serializers.CharField(allow_null=True, help_text="Null: the charter is printed in the common form.")
    sha256 = serializers.CharField(allow_null=True)
    places = serializers.ListField(child=serializers.CharField())


class TemplateInputSerializer(StrictSerializer):
    """A DOCX file, its bytes in Base64."""

    name = serializers.CharField(max_length=200)
    content = Base64Field()


class CharterTemplate(SchoolView):
    """The school's own template of its charter."""

    queryset = StoredFile.objects.none()
    serializer_class: Any = TemplateSerializer
    needs: ClassVar[Any] = {
        "GET": Permission.SCHOOL_READ,
        "PUT": Permission.CHARTER_EDIT,
        "DELETE": Permission.CHARTER_EDIT,
    }
    tag = "charter"

    def sample(self, request: Request) -> dict[str, Any]:
        """The values of the newest version."""
        newest = PolicyProfile.objects.order_by("-number").first()
        return template_values(sources_of(request, newest.pk)) if newest else {}

    @extend_schema(operation_id="charter_template_read")
    def get(self, request: Request) -> Response:
        """Which template is kept, and the places it may have."""
        kept = templates().last()
        data = {
            "name": kept.name if kept else None,
            "sha256": kept.sha256 if kept else None,
            "places": sorted(self.sample(request)),
        }
        return Response(TemplateSerializer(data).data)

    @extend_schema(operation_id="charter_template_set", request=TemplateInputSerializer)
    def put(self, request: Request) -> Response:
        """Keep a template in place of the one before. It is tried out on the newest version first."""
        form = TemplateInputSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        set_template(by=actor_of(request), name=data["name"], content=data["content"], sample=self.sample(request))
        return self.get(request)

    @extend_schema(operation_id="charter_template_remove", request=None, responses={204: None})
    def delete(self, request: Request) -> Response:
        """Go back to the common form."""
        remove_template(by=actor_of(request))
        return Response(status=204)
