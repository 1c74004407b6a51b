"""/sittings/: read and record."""

import django_filters
from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.sittings.serializers import (
    RecordSittingSerializer,
    SignatureSerializer,
    SittingDetailSerializer,
    SittingSerializer,
)
from api.v1.views import SchoolView, actor_of
from apps.core.permissions import Permission
from apps.sittings.domain.inputs import SignatureInput
from apps.sittings.domain.record import record_sitting, sign_minutes
from apps.sittings.enums import SittingState
from apps.sittings.models import AgendaItem, Sitting


class SittingFilter(django_filters.FilterSet):
    """Filters of the list of sittings."""

    body = django_filters.NumberFilter(field_name="body_id")
    year = django_filters.NumberFilter(field_name="year__start_year")
    state = django_filters.ChoiceFilter(choices=[(state.value, state.label.en) for state in SittingState])
    held_from = django_filters.DateFilter(field_name="held_on", lookup_expr="gte")
    held_until = django_filters.DateFilter(field_name="held_on", lookup_expr="lt")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Sitting
        fields = ()


def whole() -> "django_filters.filterset.QuerySet[Sitting]":
    """Sittings with everything a detail shows, in a fixed number of queries."""
    return Sitting.objects.select_related("year", "minutes").prefetch_related(
        Prefetch("items", AgendaItem.objects.select_related("vote").order_by("position")), "attendance", "resolutions"
    )


class SittingList(ListModelMixin, SchoolView):
    """Sittings of the school."""

    serializer_class = SittingSerializer
    queryset = Sitting.objects.select_related("year")
    filterset_class = SittingFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.SITTING_RECORD}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="sittings_list")
    def get(self, request: Request) -> Response:
        """Sittings, newest entry first."""
        return self.list(request)

    @extend_schema(
        operation_id="sittings_record", request=RecordSittingSerializer, responses={201: SittingDetailSerializer}
    )
    def post(self, request: Request) -> Response:
        """Record a sitting that has been held. Nothing is stored unless everything is acceptable."""
        form = RecordSittingSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        sitting = record_sitting(
            by=actor_of(request),
            body=data["body"],
            held=form.held_input(data),
            sitting=data["sitting"],
            kind=data["kind"],
        )
        return Response(SittingDetailSerializer(self.found(whole(), pk=sitting.pk)).data, status=201)


class SittingDetail(SchoolView):
    """One sitting."""

    serializer_class = SittingDetailSerializer
    queryset = Sitting.objects.all()
    tag = "sittings"

    @extend_schema(operation_id="sittings_read")
    def get(self, request: Request, pk: int) -> Response:
        """A sitting with its agenda, attendance, votes, resolutions and minutes."""
        return Response(SittingDetailSerializer(self.found(whole(), pk=pk)).data)


class SittingMinutes(SchoolView):
    """The minutes of a sitting."""

    serializer_class = SignatureSerializer
    queryset = Sitting.objects.all()
    needs = Permission.MINUTES_SIGN
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="sittings_sign_minutes", responses={201: SittingDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the minutes were signed. Signed minutes are never edited."""
        sitting = self.found(Sitting.objects.all(), pk=pk)
        form = SignatureSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        sign_minutes(by=actor_of(request), sitting=sitting, signature=SignatureInput(**form.validated_data))
        return Response(SittingDetailSerializer(self.found(whole(), pk=pk)).data, status=201)
