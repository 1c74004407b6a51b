"""/mentoring/: mentors and young teachers with the papers of their year."""

from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.filters import SinceFilter
from api.v1.once import seen_version, step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.activities.domain.mentoring import DAYS, add_pair, add_report, change_pair, order_pair, remove_pair
from apps.activities.enums import Side
from apps.activities.models import MentoringPair
from apps.activities.queries.mentoring import orders_of, whole
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.permissions import Permission
from apps.people.models import Person

PEOPLE = Person.objects.all()
NAMES = (*DAYS, "note")


class ReportSerializer(StrictSerializer):
    """A report the association received."""

    given_by = CodeSerializerField(Side)
    day = StrictDateField()
    note = serializers.CharField(max_length=500, allow_blank=True, default="")


class PairStepsSerializer(StrictSerializer):
    """How far a pair has come."""

    proposed_on = StrictDateField(allow_null=True, default=None)
    mentor_plan_on = StrictDateField(allow_null=True, default=None)
    young_plan_on = StrictDateField(allow_null=True, default=None)
    closed_on = StrictDateField(allow_null=True, default=None)
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


class NewPairSerializer(PairStepsSerializer):
    """A pair as a program enters it."""

    body = ReferenceField(Body.objects.all())
    year = serializers.SlugRelatedField("start_year", queryset=AcademicYear.objects.all())
    mentor = ReferenceField(PEOPLE)
    young = ReferenceField(PEOPLE)


class PairSerializer(PairStepsSerializer):
    """A pair with its reports."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id")
    year = serializers.IntegerField(source="year.start_year")
    mentor = serializers.IntegerField(source="mentor_id")
    young = serializers.IntegerField(source="young_id")
    reports = ReportSerializer(many=True)
    version = serializers.IntegerField(source="row_version")
    updated_at = serializers.DateTimeField()


class PairDetailSerializer(PairSerializer):
    """A pair with its reports and the order that stands."""

    order = serializers.IntegerField(allow_null=True, help_text="Number of the act.")

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Values of the row with the number of the order."""
        act = orders_of([instance.pk]).get(instance.pk)
        instance.order = act.pk if act else None
        data: dict[str, Any] = super().to_representation(instance)
        return data


class OrderSerializer(StrictSerializer):
    """The director's order on a pair."""

    act_date = StrictDateField()
    number = serializers.CharField(max_length=40)
    signed_by = ReferenceField(PEOPLE, allow_null=True, default=None)


class PairFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="body_id")
    year = django_filters.NumberFilter(field_name="year__start_year")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = MentoringPair
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A pair as JSON values."""
    return dict(PairDetailSerializer(whole().get(pk=pk)).data)


class PairList(ListModelMixin, SchoolView):
    """Pairs of the school."""

    serializer_class = PairSerializer
    queryset = whole()
    filterset_class = PairFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.ACTIVITY_EDIT}
    within_bodies = True
    tag = "mentoring"

    @extend_schema(operation_id="mentoring_list")
    def get(self, request: Request) -> Response:
        """Pairs, newest entry first."""
        return self.list(request)

    @extend_schema(operation_id="mentoring_add", request=NewPairSerializer, responses={201: PairDetailSerializer})
    def post(self, request: Request) -> Response:
        """Enter a mentor and a young teacher."""
        return step(request, NewPairSerializer, lambda seen, **given: shown(add_pair(**given).pk))


class PairDetail(SchoolView):
    """One pair."""

    serializer_class = PairDetailSerializer
    queryset = whole()
    needs = {"GET": Permission.SCHOOL_READ, "PATCH": Permission.ACTIVITY_EDIT, "DELETE": Permission.ACTIVITY_EDIT}
    within_bodies = True
    tag = "mentoring"

    @extend_schema(operation_id="mentoring_read")
    def get(self, request: Request, pk: int) -> Response:
        """A pair with its reports and its order."""
        row = self.found(whole(), pk=pk)
        return tagged(Response(shown(pk)), row)

    @extend_schema(operation_id="mentoring_change", request=PairStepsSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Write some values anew; those left out stay."""
        row = self.found(whole(), pk=pk)
        form = PairStepsSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        values = {name: getattr(row, name) for name in NAMES} | form.validated_data
        row = change_pair(by=actor_of(request), pair=row, seen=seen_version(request), **values)
        return tagged(Response(shown(pk)), row)

    @extend_schema(operation_id="mentoring_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take back a pair without papers that was entered by mistake; it is told under /deletions/."""
        remove_pair(by=actor_of(request), pair=self.found(whole(), pk=pk), seen=seen_version(request))
        return Response(status=204)


class PairOrder(SchoolView):
    """The order on a pair."""

    serializer_class = OrderSerializer
    queryset = whole()
    needs = Permission.ACT_RECORD
    tag = "mentoring"

    @extend_schema(operation_id="mentoring_order", responses={201: PairDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Enter the director's order as the paper stands."""
        row = self.found(whole(), pk=pk)

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            order_pair(pair=row, **given)
            return shown(pk)

        return step(request, OrderSerializer, do)


class PairReport(SchoolView):
    """A report on a pair."""

    serializer_class = ReportSerializer
    queryset = whole()
    needs = Permission.ACTIVITY_EDIT
    within_bodies = True
    tag = "mentoring"

    @extend_schema(operation_id="mentoring_report", responses={201: PairDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a report has been received."""
        row = self.found(whole(), pk=pk)

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            add_report(pair=row, **given)
            return shown(pk)

        return step(request, ReportSerializer, do)
