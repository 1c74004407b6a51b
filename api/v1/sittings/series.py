"""/series/: sittings that come again, and the questions that stand on every agenda of theirs."""

from datetime import date
from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.filters import SinceFilter
from api.v1.once import step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView
from apps.bodies.models import Body
from apps.calendars.queries.years import year_of
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.core.versions import locked
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.series import end_series, plan_series, save_series
from apps.sittings.models import Series

WHOLE = Series.objects.select_related("body")


class RhythmSerializer(StrictSerializer):
    """When it comes again: on the `weekday` (1 is Monday) of the `week` (5 is the last) of these months."""

    months = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=12), min_length=1, max_length=12
    )
    week = serializers.IntegerField(min_value=1, max_value=5)
    weekday = serializers.IntegerField(min_value=1, max_value=7)


class RecurringItemSerializer(StrictSerializer):
    """A question of every sitting."""

    text = serializers.CharField(max_length=500)
    kind = CodeSerializerField(ItemKind, default=ItemKind.OTHER)
    minutes = serializers.IntegerField(min_value=1, max_value=999, allow_null=True, default=None)


class SeriesChangeSerializer(StrictSerializer):
    """What a series is made of; without a rhythm it is only an agenda to start from."""

    name = serializers.CharField(max_length=120)
    rhythm = RhythmSerializer(allow_null=True, default=None)
    items = RecurringItemSerializer(many=True, default=list, max_length=100)  # type: ignore[call-arg]
    starts_at = serializers.TimeField(allow_null=True, default=None)
    place = serializers.CharField(max_length=120, allow_blank=True, default="")


class NewSeriesSerializer(SeriesChangeSerializer):
    """A series of a body."""

    body = ReferenceField(Body.objects.all())


class SeriesSerializer(StrictSerializer):
    """A series as it stands."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id")
    name = serializers.CharField()
    rhythm = serializers.DictField()
    items = serializers.ListField(child=serializers.DictField())
    starts_at = serializers.TimeField(allow_null=True)
    place = serializers.CharField(allow_blank=True)
    active = serializers.BooleanField()
    version = serializers.IntegerField(source="row_version")


class SeriesStepSerializer(StrictSerializer):
    """`plan` puts its sittings on the calendar from `since` (today) until `until` (the end of the year); `end` plans no more."""

    step = serializers.ChoiceField(choices=("plan", "end"))
    since = StrictDateField(required=False, allow_null=True, default=None)
    until = StrictDateField(required=False, allow_null=True, default=None)


class PlannedSerializer(StrictSerializer):
    """What came of it."""

    series = SeriesSerializer()
    sittings = serializers.ListField(child=serializers.IntegerField(), help_text="Numbers of the sittings planned now.")


class SeriesFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="body_id")
    active = django_filters.BooleanFilter()
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Series
        fields = ()


def shown(row: Series) -> dict[str, Any]:
    """A series as JSON values."""
    return dict(SeriesSerializer(row).data)


def _kept(
    rhythm: dict[str, Any] | None,
    items: list[dict[str, Any]],
    seen: int | None,
    row: Series | None = None,
    **given: Any,
) -> dict[str, Any]:
    """Store the series: `row` is the one that is changed."""
    if row is not None:
        row = locked(row, seen=seen)
    inputs = [ItemInput(text=one["text"], kind=one["kind"], minutes_planned=one["minutes"]) for one in items]
    return shown(save_series(rhythm=rhythm or {}, items=inputs, series=row, **given))


class SeriesList(ListModelMixin, SchoolView):
    """Series of the bodies."""

    serializer_class = SeriesSerializer
    queryset = WHOLE
    filterset_class = SeriesFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.SITTING_PLAN}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="series_list")
    def get(self, request: Request) -> Response:
        """Every series, ended ones too, the newest first."""
        return self.list(request)

    @extend_schema(operation_id="series_begin", request=NewSeriesSerializer, responses={201: SeriesSerializer})
    def post(self, request: Request) -> Response:
        """Set up a series of a body."""
        return step(request, NewSeriesSerializer, _kept)


class SeriesDetail(SchoolView):
    """One series."""

    serializer_class = SeriesSerializer
    queryset = WHOLE
    needs = {"GET": Permission.SCHOOL_READ, "PUT": Permission.SITTING_PLAN, "POST": Permission.SITTING_PLAN}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="series_read")
    def get(self, request: Request, pk: int) -> Response:
        """A series with its rhythm and its questions."""
        row = self.found(WHOLE.all(), pk=pk)
        return tagged(Response(shown(row)), row)

    @extend_schema(operation_id="series_change", request=SeriesChangeSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Write a series anew; sittings that were planned from it stay. `If-Match` refuses what has changed meanwhile."""
        row = self.found(WHOLE.all(), pk=pk)
        return step(request, SeriesChangeSerializer, lambda **given: _kept(body=row.body, row=row, **given), status=200)

    @extend_schema(operation_id="series_step", request=SeriesStepSerializer, responses={201: PlannedSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Plan the sittings of a series, or end it."""
        row = self.found(WHOLE.all(), pk=pk)

        def do(by: Actor, seen: int | None, step: str, since: date | None, until: date | None) -> dict[str, Any]:
            locked(row, seen=seen)
            if step == "end":
                return {"series": shown(end_series(by=by, series=row)), "sittings": []}
            first = since or by.today
            last = until or year_of(first, field="since").revision.ends_on
            made = plan_series(by=by, series=row, since=first, until=last)
            return {"series": shown(row), "sittings": [sitting.pk for sitting in made]}

        return step(request, SeriesStepSerializer, do)
