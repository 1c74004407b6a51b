"""/activities/: the year's work of a body, one resource for every kind."""

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
from apps.activities import errors
from apps.activities.domain.work import change_work, record_work, remove_work
from apps.activities.enums import SHAPES, WorkKind
from apps.activities.models import Activity
from apps.activities.queries.work import whole
from apps.bodies.models import Body
from apps.people.models import Person
from apps.plans.models import ScheduleEntry
from apps.rulebook.catalogues import ActivityKind, SeminarKind

PEOPLE = Person.objects.all()
LESSONS = ScheduleEntry.objects.select_related("schedule")
MOST = 100


class LessonsField(serializers.ListField):
    """Numbers of open lessons and events."""

    def __init__(self, **options: Any) -> None:
        super().__init__(child=ReferenceField(LESSONS), max_length=MOST, **options)

    def to_representation(self, data: Any) -> list[int]:
        """The numbers."""
        return [entry.pk for entry in data.all()]


class ActivitySerializer(StrictSerializer):
    """A piece of work. Which values belong to which kind is told in docs/api.md; one of another kind is refused."""

    id = serializers.IntegerField(read_only=True)
    body = ReferenceField(Body.objects.all())
    year = serializers.IntegerField(
        source="year.start_year", read_only=True, help_text="In which the academic year begins."
    )
    kind = CodeSerializerField(WorkKind)
    day = StrictDateField(help_text="Done, given or begun on.")
    until = StrictDateField(allow_null=True, default=None)
    title = serializers.CharField(max_length=300, allow_blank=True, default="")
    person = ReferenceField(PEOPLE, allow_null=True, default=None)
    note = serializers.CharField(max_length=1000, allow_blank=True, default="")
    what = CodeSerializerField(ActivityKind, allow_null=True, default=None, help_text="Of the kind `activity`.")
    subject = serializers.CharField(max_length=40, allow_blank=True, default="")
    seminar_kind = CodeSerializerField(SeminarKind, allow_null=True, default=None)
    lessons = LessonsField(required=False, help_text="Held open lessons and events of a seminar.")
    teacher = ReferenceField(PEOPLE, allow_null=True, default=None, help_text="Whose lesson was visited.")
    class_name = serializers.CharField(max_length=20, allow_blank=True, default="")
    entered_late = serializers.BooleanField(default=False)
    necessity = serializers.CharField(max_length=200, allow_blank=True, default="")
    criticised = serializers.BooleanField(default=False)
    handed_on = StrictDateField(allow_null=True, default=None)
    heard_on = StrictDateField(allow_null=True, default=None)
    pre_checked_on = StrictDateField(allow_null=True, default=None)
    post_checked_on = StrictDateField(allow_null=True, default=None)
    essay_on = StrictDateField(allow_null=True, default=None)
    own_commission = serializers.BooleanField(default=False)
    analysed_on = StrictDateField(allow_null=True, default=None)
    version = serializers.IntegerField(source="row_version", read_only=True)
    updated_at = serializers.DateTimeField(read_only=True)


class ActivityFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="body_id")
    year = django_filters.NumberFilter(field_name="year__start_year")
    person = django_filters.NumberFilter(field_name="person_id")
    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in WorkKind])
    what = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in ActivityKind])
    day_from = django_filters.DateFilter(field_name="day", lookup_expr="gte")
    day_until = django_filters.DateFilter(field_name="day", lookup_expr="lt")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Activity
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A piece of work as JSON values."""
    return dict(ActivitySerializer(whole().get(pk=pk)).data)


class ActivityList(ListModelMixin, SchoolView):
    """Work of every body. Members may enter their own; the verb checks."""

    serializer_class = ActivitySerializer
    queryset = whole()
    filterset_class = ActivityFilter
    ordering = ("-id",)
    tag = "activities"

    @extend_schema(operation_id="activities_list")
    def get(self, request: Request) -> Response:
        """What was done, newest entry first."""
        return self.list(request)

    @extend_schema(operation_id="activities_record", responses={201: ActivitySerializer})
    def post(self, request: Request) -> Response:
        """Write down what was done."""
        return step(request, ActivitySerializer, lambda seen, **given: shown(record_work(**given).pk))


class ActivityDetail(SchoolView):
    """One piece of work."""

    serializer_class = ActivitySerializer
    queryset = whole()
    tag = "activities"

    @extend_schema(operation_id="activities_read")
    def get(self, request: Request, pk: int) -> Response:
        """What was done."""
        row = self.found(whole(), pk=pk)
        return tagged(Response(ActivitySerializer(row).data), row)

    @extend_schema(operation_id="activities_change")
    def patch(self, request: Request, pk: int) -> Response:
        """Write some values anew; those left out stay. Kind and body stay as they are."""
        row = self.found(whole(), pk=pk)
        form = ActivitySerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        given = dict(form.validated_data)
        if given.pop("kind", row.kind) is not row.kind or given.pop("body", row.body) != row.body:
            raise errors.KIND_STAYS(field="kind")
        names = SHAPES[row.kind].values - {"lessons"}
        values = {"day": row.day} | {name: getattr(row, name) for name in names} | given
        change_work(by=actor_of(request), work=row, seen=seen_version(request), **values)
        row = self.found(whole(), pk=pk)
        return tagged(Response(ActivitySerializer(row).data), row)

    @extend_schema(operation_id="activities_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take back what was entered by mistake; it is told under /deletions/."""
        remove_work(by=actor_of(request), work=self.found(whole(), pk=pk), seen=seen_version(request))
        return Response(status=204)
