"""/papers/: reports, plans, exam material, programmes and nominations on their way."""

from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.once import seen_version, step, tagged
from api.v1.papers.serializers import (
    PaperContentSerializer,
    PaperEntrySerializer,
    PaperOnItsWaySerializer,
    PaperStepSerializer,
    shown,
)
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.domain.papers import (
    change_paper,
    enter_paper,
    hand_in,
    note_result,
    receive,
    remove_paper,
    withdraw,
)
from apps.proposals.domain.passages import link_act, link_item, put_on_agenda, unlink
from apps.proposals.enums import PaperKind
from apps.proposals.models import Paper, Passage
from apps.proposals.queries.way import ways_of

WHOLE = Paper.objects.select_related("body", "person", "year")
NEEDED = serializers.Field.default_error_messages["required"]


class PaperFilter(django_filters.FilterSet):
    """Filters of the list."""

    year = django_filters.NumberFilter(field_name="year__start_year")
    body = django_filters.NumberFilter(field_name="body_id")
    person = django_filters.NumberFilter(field_name="person_id")
    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in PaperKind])
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Paper
        fields = ()


class OfPapers(SchoolView):
    """What the views of papers share. Who may do what to a paper depends on whose it is: the verbs check."""

    serializer_class: Any = PaperOnItsWaySerializer
    queryset = WHOLE
    tag = "papers"

    def shown(self, by: Actor, pk: int) -> dict[str, Any]:
        """A paper as it stands now."""
        [way] = ways_of([self.found(WHOLE.all(), pk=pk)], today=by.today)
        return shown(way)


class PaperList(ListModelMixin, OfPapers):
    """Papers of the school."""

    filterset_class = PaperFilter
    ordering = ("-id",)

    @extend_schema(operation_id="papers_list")
    def get(self, request: Request) -> Response:
        """Papers with their ways, the newest first."""
        rows = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        ways = ways_of(rows or [], today=actor_of(request).today)
        return self.get_paginated_response([shown(way) for way in ways])

    @extend_schema(operation_id="papers_enter", request=PaperEntrySerializer, responses={201: PaperOnItsWaySerializer})
    def post(self, request: Request) -> Response:
        """Put a paper forward."""

        def do(
            by: Actor, seen: int | None, year: int, kind: PaperKind, body: Body | None, **said: Any
        ) -> dict[str, Any]:
            found = self.found(AcademicYear.objects.all(), start_year=year)
            row = enter_paper(by=by, kind=kind, body=body, year=found, content=PaperInput(**said))
            return self.shown(by, row.pk)

        return step(request, PaperEntrySerializer, do)


class PaperDetail(OfPapers):
    """One paper."""

    @extend_schema(operation_id="papers_read")
    def get(self, request: Request, pk: int) -> Response:
        """A paper, its steps and the decisions about it."""
        row = self.found(WHOLE.all(), pk=pk)
        [way] = ways_of([row], today=actor_of(request).today)
        return tagged(Response(shown(way)), row)

    @extend_schema(operation_id="papers_change", request=PaperContentSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Write the paper anew while nobody has decided on it. `If-Match` refuses what has changed meanwhile."""
        row = self.found(WHOLE.all(), pk=pk)
        form = PaperContentSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        by = actor_of(request)
        content = PaperInput(**form.validated_data)
        row = change_paper(by=by, paper=row, content=content, seen=seen_version(request))
        return tagged(Response(self.shown(by, pk)), row)

    @extend_schema(operation_id="papers_remove", request=None, responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take back an entry made by mistake, which no body deals with yet."""
        row = self.found(WHOLE.all(), pk=pk)
        remove_paper(by=actor_of(request), paper=row, seen=seen_version(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


class PaperStep(OfPapers):
    """Steps of a paper."""

    serializer_class: Any = PaperStepSerializer

    @extend_schema(operation_id="papers_step", responses={201: PaperOnItsWaySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Take a step. `If-Match` refuses what has changed meanwhile."""
        row = self.found(WHOLE.all(), pk=pk)

        def do(by: Actor, seen: int | None, **data: Any) -> dict[str, Any]:
            self.take(by, row, data, seen)
            return self.shown(by, pk)

        return step(request, PaperStepSerializer, do)

    def take(self, by: Actor, row: Paper, data: dict[str, Any], seen: int | None) -> None:
        """The verb of the step."""
        given: dict[str, Any] = {"by": by, "paper": row, "seen": seen}
        on = data["on"] or by.today
        match data["step"]:
            case "agenda":
                put_on_agenda(**given, sitting=needed(data, "sitting"), on=on)
            case "question":
                link_item(**given, item=needed(data, "item"), kind=data["kind"])
            case "act":
                link_act(**given, act=needed(data, "act"))
            case "unlink":
                rows = Passage.objects.select_related("paper", "item__sitting").filter(paper=row)
                unlink(by=by, passage=self.found(rows, pk=needed(data, "link")), seen=seen)
            case "hand_in":
                hand_in(**given, on=on)
            case "receive":
                receive(**given, on=on)
            case "result":
                note_result(**given, result=data["result"], on=on)
            case _:
                withdraw(**given, reason=data["reason"], on=on)


def needed(data: dict[str, Any], name: str) -> Any:
    """A field that the step cannot do without."""
    if data[name] is None:
        raise serializers.ValidationError({name: NEEDED}, code="required")
    return data[name]
