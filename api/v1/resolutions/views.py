"""/resolutions/: the register, and what is done to a resolution."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.files import FileSerializer, FilesParser, sent_back
from api.v1.filters import SinceFilter
from api.v1.once import step, tagged
from api.v1.parsers import StrictJSONParser
from api.v1.resolutions.serializers import DoneSerializer, DropSerializer, MoveSerializer, ResolutionSerializer
from api.v1.views import SchoolView, actor_of
from apps.core.permissions import Permission
from apps.documents.enums import MEDIA, FileKind
from apps.documents.models import StoredFile
from apps.documents.queries.files import files_of
from apps.documents.sniffing import LARGEST
from apps.documents.typeset import pdf
from apps.sittings.domain.excerpts import excerpt_of
from apps.sittings.domain.resolutions import Evidence, cancel_resolution, complete_resolution, move_resolution
from apps.sittings.enums import ResolutionState
from apps.sittings.models import Resolution
from apps.sittings.queries.resolutions import resolution_detail

SUBJECT = "resolution"
WHOLE = Resolution.objects.select_related("sitting")


class ResolutionFilter(django_filters.FilterSet):
    """Filters of the register."""

    body = django_filters.NumberFilter(field_name="sitting__body_id")
    sitting = django_filters.NumberFilter(field_name="sitting_id")
    responsible = django_filters.NumberFilter(field_name="responsible_id")
    year = django_filters.NumberFilter(field_name="sitting__year__start_year")
    state = django_filters.ChoiceFilter(choices=[(state.value, state.label.en) for state in ResolutionState])
    due_from = django_filters.DateFilter(field_name="due_on", lookup_expr="gte")
    due_until = django_filters.DateFilter(field_name="due_on", lookup_expr="lt")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Resolution
        fields = ()


class ResolutionList(ListModelMixin, SchoolView):
    """Resolutions of the school."""

    serializer_class = ResolutionSerializer
    queryset = WHOLE
    filterset_class = ResolutionFilter
    ordering = ("-id",)
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_list")
    def get(self, request: Request) -> Response:
        """Resolutions of every body, newest entry first."""
        return self.list(request)


class ResolutionDetail(SchoolView):
    """One resolution."""

    serializer_class = ResolutionSerializer
    queryset = WHOLE
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_read")
    def get(self, request: Request, pk: int) -> Response:
        """A resolution."""
        row = self.found(WHOLE.all(), pk=pk)
        return tagged(Response(ResolutionSerializer(row).data), row)


class Deed(SchoolView):
    """Something done to a resolution. `If-Match` refuses what has changed meanwhile, `Idempotency-Key` what was done already."""

    queryset = WHOLE
    needs = Permission.RESOLUTION_EDIT
    within_bodies = True
    tag = "resolutions"

    def deed(self, request: Request, pk: int, verb: Callable[..., Resolution]) -> Response:
        """Check the values and do it."""
        row = self.found(WHOLE.all(), pk=pk)

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            done = verb(resolution=row, expected_version=seen, **given)
            return dict(ResolutionSerializer(done).data)

        return step(request, self.serializer_class, do, status=200)


class ResolutionDone(Deed):
    """A resolution carried out. Its owner may say so too; the verb checks."""

    serializer_class = DoneSerializer
    parser_classes = (StrictJSONParser, FilesParser)
    needs = Permission.SCHOOL_READ

    @extend_schema(operation_id="resolutions_done", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a resolution has been carried out, with a file that shows it where there is one."""

        def verb(evidence: "UploadedFile[Any] | None", **given: Any) -> Resolution:
            proof = Evidence(str(evidence.name), evidence.read(LARGEST + 1)) if evidence else None
            return complete_resolution(evidence=proof, **given)

        return self.deed(request, pk, verb)


class ResolutionMove(Deed):
    """A resolution with another day."""

    serializer_class = MoveSerializer

    @extend_schema(operation_id="resolutions_move", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Give a resolution another day, with the reason."""
        return self.deed(request, pk, move_resolution)


class ResolutionDrop(Deed):
    """A resolution that will not be carried out."""

    serializer_class = DropSerializer

    @extend_schema(operation_id="resolutions_drop", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a resolution will not be carried out, with the reason."""
        return self.deed(request, pk, cancel_resolution)


class ResolutionFiles(SchoolView):
    """What shows that a resolution was carried out."""

    serializer_class = FileSerializer
    queryset = WHOLE
    pagination_class = None
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_files", responses=FileSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """The files of a resolution in the order they came in."""
        row = self.found(WHOLE.all(), pk=pk)
        return Response(FileSerializer(files_of(SUBJECT, [row.pk]).get(row.pk, []), many=True).data)


class ResolutionFile(SchoolView):
    """One of the files."""

    serializer_class = FileSerializer
    queryset = WHOLE
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_file", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int, file: int) -> HttpResponse:
        """The bytes as they came in."""
        return sent_back(self.found(StoredFile.objects.filter(subject_type=SUBJECT, subject_id=pk), pk=file))


class ResolutionExcerpt(SchoolView):
    """A resolution as a paper of its own."""

    serializer_class = ResolutionSerializer
    queryset = WHOLE
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_excerpt", responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> HttpResponse:
        """The excerpt from the minutes as PDF/A; it says so where the minutes are not signed yet."""
        row, by = resolution_detail(pk), actor_of(request)
        language = "ru" if by.language == "ru" else "ky"
        school = request._request.school.name(language)  # type: ignore[attr-defined]
        paper = excerpt_of(row, school=school, language=language, today=by.today)
        return HttpResponse(pdf(paper), content_type=MEDIA[FileKind.PDF])
