"""/sittings/: read and record."""

from typing import Any

import django_filters
from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.once import done_once, seen_version, step, tagged
from api.v1.sittings.serializers import (
    RecordSittingSerializer,
    SignatureSerializer,
    SittingDetailSerializer,
    SittingSerializer,
)
from api.v1.views import SchoolView, actor_of
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.sittings import errors
from apps.sittings.domain.inputs import SignatureInput
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.record import record_sitting
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


def unchanged(sitting: Sitting, seen: int | None) -> None:
    """The sitting, locked, is the one the caller has seen.

    Raises:
        Fault: `sitting.changed_meanwhile`.
    """
    if seen is not None and Sitting.objects.select_for_update().get(pk=sitting.pk).row_version != seen:
        raise errors.CHANGED_MEANWHILE()


def detail_data(pk: int) -> dict[str, Any]:
    """A sitting with all that is recorded of it, as JSON values."""
    return dict(SittingDetailSerializer(whole().get(pk=pk)).data)


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
        seen, by = seen_version(request), actor_of(request)

        def do() -> dict[str, Any]:
            sitting = record_sitting(
                by=by,
                body=data["body"],
                held=form.held_input(data),
                sitting=data["sitting"],
                kind=data["kind"],
                expected_version=seen,
            )
            return detail_data(sitting.pk)

        return done_once(request, do)


class SittingDetail(SchoolView):
    """One sitting."""

    serializer_class = SittingDetailSerializer
    queryset = Sitting.objects.all()
    tag = "sittings"

    @extend_schema(operation_id="sittings_read")
    def get(self, request: Request, pk: int) -> Response:
        """A sitting with its agenda, attendance, votes, resolutions and minutes."""
        sitting = self.found(whole(), pk=pk)
        return tagged(Response(SittingDetailSerializer(sitting).data), sitting)


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

        def do(by: Actor, seen: int | None, **given: Any) -> dict[str, Any]:
            unchanged(sitting, seen)
            sign_minutes(by=by, sitting=sitting, signature=SignatureInput(**given))
            return detail_data(pk)

        return step(request, SignatureSerializer, do)
