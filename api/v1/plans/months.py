"""/monthly-plans/: plans of the months of an association."""

from typing import Any

import django_filters
from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import ReferenceField, StrictDateField
from api.v1.filters import SinceFilter
from api.v1.once import seen_version, step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.plans.domain.months import MonthLine, change_month, make_month, remove_month
from apps.plans.models import MonthlyItem, MonthlyPlan

MOST = 200
WHOLE = MonthlyPlan.objects.select_related("body", "year").prefetch_related(
    Prefetch("items", MonthlyItem.objects.order_by("position"))
)


class LineSerializer(StrictSerializer):
    """A line of a month: a text of its own, or the key of a template's line."""

    text = serializers.CharField(max_length=500, allow_blank=True, default="")
    template_key = serializers.CharField(max_length=60, allow_blank=True, default="")
    responsible = ReferenceField(Person.objects.all(), allow_null=True, default=None)
    due_on = StrictDateField(allow_null=True, default=None)
    done_on = StrictDateField(allow_null=True, default=None)
    carried = serializers.SerializerMethodField(help_text="Whether it comes from the year's plan.")

    def get_carried(self, line: MonthlyItem) -> bool:
        """Whether it comes from the year's plan."""
        return line.source_id is not None


class MonthSerializer(StrictSerializer):
    """The plan of a month."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id")
    year = serializers.IntegerField(source="year.start_year")
    month = serializers.DateField(help_text="First day of the month.")
    made_on = serializers.DateField()
    items = LineSerializer(many=True)
    version = serializers.IntegerField(source="row_version")
    updated_at = serializers.DateTimeField()


class ChangedMonthSerializer(StrictSerializer):
    """What may be written anew; `items` take the place of all lines."""

    made_on = StrictDateField()
    items = LineSerializer(many=True, max_length=MOST, required=False)  # type: ignore[call-arg]


class NewMonthSerializer(ChangedMonthSerializer):
    """The plan of a month as a program makes it."""

    body = ReferenceField(Body.objects.all())
    month = StrictDateField(help_text="Any day of the month.")
    carry = serializers.BooleanField(default=True, help_text="Take over what the year's plan has for the month.")


class MonthFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="body_id")
    year = django_filters.NumberFilter(field_name="year__start_year")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = MonthlyPlan
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A month as JSON values."""
    return dict(MonthSerializer(WHOLE.all().get(pk=pk)).data)


class MonthList(ListModelMixin, SchoolView):
    """Plans of the months."""

    serializer_class = MonthSerializer
    queryset = WHOLE
    filterset_class = MonthFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.PLAN_EDIT}
    within_bodies = True
    tag = "monthly-plans"

    @extend_schema(operation_id="monthly_plans_list")
    def get(self, request: Request) -> Response:
        """Plans of the months, newest entry first."""
        return self.list(request)

    @extend_schema(operation_id="monthly_plans_make", request=NewMonthSerializer, responses={201: MonthSerializer})
    def post(self, request: Request) -> Response:
        """Make the plan of a month."""

        def do(seen: int | None, items: Any = (), **given: Any) -> dict[str, Any]:
            return shown(make_month(lines=[MonthLine(**row) for row in items], **given).pk)

        return step(request, NewMonthSerializer, do)


class MonthDetail(SchoolView):
    """The plan of one month."""

    serializer_class = MonthSerializer
    queryset = WHOLE
    needs = {"GET": Permission.SCHOOL_READ, "PATCH": Permission.PLAN_EDIT, "DELETE": Permission.PLAN_EDIT}
    within_bodies = True
    tag = "monthly-plans"

    @extend_schema(operation_id="monthly_plans_read")
    def get(self, request: Request, pk: int) -> Response:
        """A month with its lines."""
        row = self.found(WHOLE.all(), pk=pk)
        return tagged(Response(MonthSerializer(row).data), row)

    @extend_schema(operation_id="monthly_plans_change", request=ChangedMonthSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Write the day or the lines anew; what is left out stays."""
        row = self.found(WHOLE.all(), pk=pk)
        form = ChangedMonthSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        lines = [MonthLine(**line) for line in data["items"]] if "items" in data else None
        made_on = data.get("made_on", row.made_on)
        row = change_month(by=actor_of(request), plan=row, made_on=made_on, lines=lines, seen=seen_version(request))
        return tagged(Response(shown(pk)), row)

    @extend_schema(operation_id="monthly_plans_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take back a plan that was made by mistake; it is told under /deletions/."""
        remove_month(by=actor_of(request), plan=self.found(WHOLE.all(), pk=pk), seen=seen_version(request))
        return Response(status=204)
