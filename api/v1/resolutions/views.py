"""/resolutions/: the register, and what is done to a resolution."""

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.resolutions.serializers import DoneSerializer, DropSerializer, MoveSerializer, ResolutionSerializer
from api.v1.views import SchoolView, actor_of
from apps.core.permissions import Permission
from apps.sittings.domain.resolutions import cancel_resolution, complete_resolution, move_resolution
from apps.sittings.enums import ResolutionState
from apps.sittings.models import Resolution

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
        return Response(ResolutionSerializer(self.found(WHOLE.all(), pk=pk)).data)


class ResolutionDone(SchoolView):
    """A resolution carried out. Its owner may say so too; the verb checks."""

    serializer_class = DoneSerializer
    queryset = WHOLE
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_done", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a resolution has been carried out."""
        row = self.found(WHOLE.all(), pk=pk)
        form = DoneSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        done = complete_resolution(
            by=actor_of(request),
            resolution=row,
            done_on=data["done_on"],
            result=data["result"],
            expected_version=data["version"],
        )
        return Response(ResolutionSerializer(done).data)


class ResolutionMove(SchoolView):
    """A resolution with another day."""

    serializer_class = MoveSerializer
    queryset = WHOLE
    needs = Permission.RESOLUTION_EDIT
    within_bodies = True
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_move", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Give a resolution another day, with the reason."""
        row = self.found(WHOLE.all(), pk=pk)
        form = MoveSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        moved = move_resolution(
            by=actor_of(request),
            resolution=row,
            due_on=data["due_on"],
            reason=data["reason"],
            expected_version=data["version"],
        )
        return Response(ResolutionSerializer(moved).data)


class ResolutionDrop(SchoolView):
    """A resolution that will not be carried out."""

    serializer_class = DropSerializer
    queryset = WHOLE
    needs = Permission.RESOLUTION_EDIT
    within_bodies = True
    tag = "resolutions"

    @extend_schema(operation_id="resolutions_drop", responses={200: ResolutionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a resolution will not be carried out, with the reason."""
        row = self.found(WHOLE.all(), pk=pk)
        form = DropSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        dropped = cancel_resolution(
            by=actor_of(request), resolution=row, reason=data["reason"], expected_version=data["version"]
        )
        return Response(ResolutionSerializer(dropped).data)
