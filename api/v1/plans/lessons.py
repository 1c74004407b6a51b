"""/open-lessons/: the schedule of open lessons and out-of-class events, and what became of its lines."""

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
from api.v1.once import seen_version, step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.plans.domain.lessons import (
    LessonInput,
    add_lesson,
    cancel_lesson,
    change_lesson,
    hold_lesson,
    move_lesson,
    remove_lesson,
    reopen_lesson,
)
from apps.plans.enums import EntryState, LessonKind
from apps.plans.models import ScheduleEntry

WHOLE = ScheduleEntry.objects.select_related("schedule__body", "schedule__year", "teacher")
NEEDED = serializers.Field.default_error_messages["required"]
NAMES = ("kind", "day", "topic", "teacher", "class_name")


class LessonSerializer(StrictSerializer):
    """A line of the schedule as it is written."""

    kind = CodeSerializerField(LessonKind, default=LessonKind.OPEN_LESSON)
    day = StrictDateField()
    topic = serializers.CharField(max_length=300)
    teacher = ReferenceField(Person.objects.all(), allow_null=True, default=None)
    class_name = serializers.CharField(max_length=20, allow_blank=True, default="")


class NewLessonSerializer(LessonSerializer):
    """A line for the schedule of an association."""

    body = ReferenceField(Body.objects.all())


class OpenLessonSerializer(LessonSerializer):
    """A line of the schedule and what became of it."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="schedule.body_id")
    year = serializers.IntegerField(source="schedule.year.start_year")
    state = CodeSerializerField(EntryState)
    reason = serializers.CharField()
    moved_from = serializers.IntegerField(source="moved_from_id", allow_null=True)
    schedule_made_on = serializers.DateField(source="schedule.made_on")
    version = serializers.IntegerField(source="row_version")
    updated_at = serializers.DateTimeField()


class LessonStepSerializer(StrictSerializer):
    """A step: `hold` and `reopen` take nothing, `move` the day and the reason, `cancel` the reason."""

    step = serializers.ChoiceField(choices=("hold", "move", "cancel", "reopen"))
    day = StrictDateField(allow_null=True, default=None)
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")


class LessonFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="schedule__body_id")
    year = django_filters.NumberFilter(field_name="schedule__year__start_year")
    state = django_filters.ChoiceFilter(choices=[(state.value, state.label.en) for state in EntryState])
    day_from = django_filters.DateFilter(field_name="day", lookup_expr="gte")
    day_until = django_filters.DateFilter(field_name="day", lookup_expr="lt")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = ScheduleEntry
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A line as JSON values."""
    return dict(OpenLessonSerializer(WHOLE.all().get(pk=pk)).data)


class LessonList(ListModelMixin, SchoolView):
    """Open lessons and events."""

    serializer_class = OpenLessonSerializer
    queryset = WHOLE
    filterset_class = LessonFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.PLAN_EDIT}
    within_bodies = True
    tag = "open-lessons"

    @extend_schema(operation_id="open_lessons_list")
    def get(self, request: Request) -> Response:
        """Lines of every schedule, newest entry first."""
        return self.list(request)

    @extend_schema(operation_id="open_lessons_add", request=NewLessonSerializer, responses={201: OpenLessonSerializer})
    def post(self, request: Request) -> Response:
        """Put a lesson or event into the schedule of its year."""

        def do(by: Actor, seen: int | None, body: Body, **given: Any) -> dict[str, Any]:
            return shown(add_lesson(by=by, body=body, lesson=LessonInput(**given)).pk)

        return step(request, NewLessonSerializer, do)


class LessonDetail(SchoolView):
    """One line of a schedule."""

    serializer_class = OpenLessonSerializer
    queryset = WHOLE
    needs = {
        "GET": Permission.SCHOOL_READ,
        "POST": Permission.PLAN_EDIT,
        "PATCH": Permission.PLAN_EDIT,
        "DELETE": Permission.PLAN_EDIT,
    }
    within_bodies = True
    tag = "open-lessons"

    @extend_schema(operation_id="open_lessons_read")
    def get(self, request: Request, pk: int) -> Response:
        """A lesson or event and what became of it."""
        row = self.found(WHOLE.all(), pk=pk)
        return tagged(Response(OpenLessonSerializer(row).data), row)

    @extend_schema(
        operation_id="open_lessons_step", request=LessonStepSerializer, responses={201: OpenLessonSerializer}
    )
    def post(self, request: Request, pk: int) -> Response:
        """Note what became of it. A move answers with the line of the new day."""
        row = self.found(WHOLE.all(), pk=pk)

        def do(step: str, day: date | None, reason: str, **given: Any) -> dict[str, Any]:
            match step:
                case "hold":
                    return shown(hold_lesson(entry=row, **given).pk)
                case "move":
                    if day is None:
                        raise serializers.ValidationError({"day": NEEDED}, code="required")
                    return shown(move_lesson(entry=row, day=day, reason=reason, **given).pk)
                case "cancel":
                    return shown(cancel_lesson(entry=row, reason=reason, **given).pk)
                case _:
                    return shown(reopen_lesson(entry=row, **given).pk)

        return step(request, LessonStepSerializer, do)

    @extend_schema(operation_id="open_lessons_change", request=LessonSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Correct some values of a planned line; those left out stay."""
        row = self.found(WHOLE.all(), pk=pk)
        form = LessonSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        values = {name: getattr(row, name) for name in NAMES} | form.validated_data
        row = change_lesson(by=actor_of(request), entry=row, lesson=LessonInput(**values), seen=seen_version(request))
        return tagged(Response(shown(pk)), row)

    @extend_schema(operation_id="open_lessons_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take a planned line out that was entered by mistake; it is told under /deletions/."""
        remove_lesson(by=actor_of(request), entry=self.found(WHOLE.all(), pk=pk), seen=seen_version(request))
        return Response(status=204)
