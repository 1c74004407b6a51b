"""Directions of a body for a year, with the state of their approval."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.bodies.serializers import BODIES
from api.v1.fields import ReferenceField, StrictDateField
from api.v1.once import seen_version, step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.acts.queries.standing import acts_about, standing_of
from apps.bodies.domain.directions import SUBJECT, approve_directions, write_directions
from apps.bodies.enums import DirectionsPart
from apps.bodies.models import Body, Directions
from apps.calendars.models import AcademicYear
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.sittings.models import Sitting

YEAR = OpenApiParameter(
    "year", OpenApiTypes.INT, description="Calendar year the academic year begins in.", required=True
)


class PartsSerializer(StrictSerializer):
    """The texts by part."""

    def get_fields(self) -> dict[str, Any]:
        """One field for each part."""
        return {
            part.value: serializers.CharField(max_length=4000, allow_blank=True, default="") for part in DirectionsPart
        }


class ChangeSerializer(StrictSerializer):
    """One place that is not what was approved."""

    place = serializers.CharField()
    before = serializers.CharField(allow_null=True)
    now = serializers.CharField(allow_null=True)


class DirectionsSerializer(StrictSerializer):
    """Directions of a year and whether their approval still holds."""

    id = serializers.IntegerField()
    body = serializers.IntegerField()
    year = serializers.IntegerField()
    content = PartsSerializer()
    approved = serializers.BooleanField(help_text="The approval is for exactly this content.")
    needed_again = serializers.BooleanField(help_text="Approved once, but not in this form.")
    approved_by_act = serializers.IntegerField(allow_null=True)
    changes = ChangeSerializer(many=True)
    version = serializers.IntegerField()


class ApproveDirectionsSerializer(StrictSerializer):
    """The council has approved."""

    council = ReferenceField(BODIES)
    approved_on = StrictDateField()
    sitting = ReferenceField(Sitting.objects.all(), allow_null=True, default=None)


def shown(row: Directions) -> dict[str, Any]:
    """Directions as the API shows them."""
    standing = standing_of(acts_about(SUBJECT, row.pk), row.content)
    return {
        "id": row.pk,
        "body": row.body_id,
        "year": row.year.start_year,
        "content": {part.value: row.content.get(part.value, "") for part in DirectionsPart},
        "approved": standing.valid,
        "needed_again": standing.needed_again,
        "approved_by_act": standing.act.pk if standing.act else None,
        "changes": [{"place": one.place, "before": one.before, "now": one.now} for one in standing.changes],
        "version": row.row_version,
    }


class OfBody(SchoolView):
    """What the views of directions share."""

    serializer_class = DirectionsSerializer
    queryset = Directions.objects.all()
    within_bodies = True
    tag = "directions"

    def year(self, request: Request) -> AcademicYear:
        """The year asked for."""
        raw = request.query_params.get("year", "")
        if not (raw.isascii() and raw.isdigit() and len(raw) == 4):
            raise faults.PARAMETER_INVALID(name="year", reason="YYYY")
        return self.found(AcademicYear.objects.all(), start_year=int(raw))

    def row(self, request: Request, pk: int) -> Directions:
        """The directions of a body in the year asked for."""
        year = self.year(request)
        row = Directions.objects.select_related("year").filter(body_id=pk, year=year).first()
        if row is None:
            raise NOT_FOUND()
        return row


class DirectionsDetail(OfBody):
    """Directions of a body for a year."""

    needs = {"GET": Permission.SCHOOL_READ, "PUT": Permission.PLAN_EDIT}

    @extend_schema(operation_id="directions_read", parameters=[YEAR])
    def get(self, request: Request, pk: int) -> Response:
        """The texts and whether they are approved in this form."""
        row = self.row(request, pk)
        return tagged(Response(shown(row)), row)

    @extend_schema(operation_id="directions_write", parameters=[YEAR], request=PartsSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Draft the directions or write them anew; an earlier approval then holds for the old text only."""
        body = self.found(Body.objects.all(), pk=pk)
        form = PartsSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        content = {DirectionsPart.of(name): text for name, text in form.validated_data.items()}
        year, seen = self.year(request), seen_version(request)
        row = write_directions(by=actor_of(request), body=body, year=year, content=content, seen=seen)
        return tagged(Response(shown(row)), row)


class DirectionsApproval(OfBody):
    """The council's approval of directions."""

    needs = Permission.SITTING_RECORD

    @extend_schema(
        operation_id="directions_approve",
        parameters=[YEAR],
        request=ApproveDirectionsSerializer,
        responses={201: DirectionsSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Note that the council has approved the directions in exactly this form."""
        row = self.row(request, pk)

        def deed(**given: Any) -> dict[str, Any]:
            approve_directions(directions=row, **given)
            return shown(row)

        return step(request, ApproveDirectionsSerializer, deed)
