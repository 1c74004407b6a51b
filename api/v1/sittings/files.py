"""/sittings/…/files/ and /sittings/…/pack/: papers of a sitting and of its questions, and the one paper made of them."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.files import FileSerializer, FilesParser, sent_back
from api.v1.once import done_once, step
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.core.permissions import Permission
from apps.documents.models import StoredFile
from apps.documents.sniffing import LARGEST
from apps.sittings.domain.pack import OF_ITEM, OF_PACK, OF_SITTING, attach_paper, build_pack, papers_of
from apps.sittings.models import AgendaItem, Sitting


class SittingPaperSerializer(FileSerializer):
    """A paper; `item` is the question it belongs to, empty for one of the whole sitting."""

    item = serializers.SerializerMethodField()

    def get_item(self, row: StoredFile) -> int | None:
        """Number of the question's row."""
        return row.subject_id if row.subject_type == OF_ITEM else None


class AttachSerializer(StrictSerializer):
    """A paper for the members, sent as `multipart/form-data`."""

    paper = serializers.FileField()
    item = serializers.IntegerField(
        min_value=1,
        required=False,
        default=None,
        help_text="Number of the question's row; without it the whole sitting.",
    )


class SittingFiles(SchoolView):
    """Papers of a sitting."""

    serializer_class = AttachSerializer
    parser_classes = (FilesParser,)
    queryset = Sitting.objects.all()
    pagination_class = None
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.FILE_ADD}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="sittings_files", responses=SittingPaperSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """Papers of the sitting itself, then those of its questions in the order of the agenda."""
        sitting = self.found(Sitting.objects.all(), pk=pk)
        rows = papers_of(sitting, AgendaItem.objects.filter(sitting=sitting))
        return Response(SittingPaperSerializer(rows, many=True).data)

    @extend_schema(operation_id="sittings_attach", responses={201: SittingPaperSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Take in a paper. What it is is told by its content; too large, unsafe or damaged ones are refused."""
        sitting = self.found(Sitting.objects.all(), pk=pk)

        def do(seen: int | None, paper: "UploadedFile[Any]", item: int | None, **given: Any) -> dict[str, Any]:
            question = self.found(AgendaItem.objects.filter(sitting=sitting), pk=item) if item else None
            row = attach_paper(
                sitting=sitting, name=str(paper.name), content=paper.read(LARGEST + 1), item=question, **given
            )
            return dict(SittingPaperSerializer(row).data)

        return step(request, AttachSerializer, do)


class SittingFile(SchoolView):
    """One paper of a sitting, or its pack."""

    serializer_class = FileSerializer
    queryset = Sitting.objects.all()
    tag = "sittings"

    @extend_schema(operation_id="sittings_file", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int, file: int) -> HttpResponse:
        """The bytes as they came in."""
        items = AgendaItem.objects.filter(sitting=pk).values("pk")
        own = Q(subject_type__in=(OF_SITTING, OF_PACK), subject_id=pk) | Q(subject_type=OF_ITEM, subject_id__in=items)
        return sent_back(self.found(StoredFile.objects.filter(own), pk=file))


class SittingPack(SchoolView):
    """The one paper for the members."""

    serializer_class = FileSerializer
    queryset = Sitting.objects.all()
    needs = Permission.SITTING_PLAN
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="sittings_pack", request=None, responses={201: FileSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Build the pack. Built again, it keeps its page numbers: new papers come behind, marked as supplements."""
        sitting, by = self.found(Sitting.objects.select_related("body"), pk=pk), actor_of(request)
        school = request._request.school.name("ru" if by.language == "ru" else "ky")  # type: ignore[attr-defined]
        return done_once(
            request,
            lambda: dict(FileSerializer(build_pack(by=by, sitting=sitting, school=school, on=by.today)).data),
        )
