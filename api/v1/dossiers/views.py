"""/dossiers/, /filed-papers/, /cards/: what is on file, who has filed what, how complete the data bank is."""

from typing import Any

import django_filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.dossiers.serializers import (
    ASSOCIATIONS,
    CardInputSerializer,
    CardLineSerializer,
    CardSerializer,
    DescribeSerializer,
    DossierSerializer,
    FiledPaperSerializer,
    NewPaperSerializer,
    ReasonSerializer,
)
from api.v1.files import FilesParser
from api.v1.filters import SinceFilter
from api.v1.once import seen_version, step, tagged
from api.v1.parsers import StrictJSONParser
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.calendars.errors import NO_SUCH_YEAR
from apps.calendars.queries.years import YearInForce, year_asked, years_in_force
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND, NOT_PERMITTED
from apps.core.permissions import Permission
from apps.documents.sniffing import LARGEST
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.domain.inputs import CardInput, FileInput, PaperInput
from apps.dossiers.domain.papers import describe_dossier, file_papers, take_off
from apps.dossiers.models import Dossier, FiledPaper, TeacherCard
from apps.dossiers.queries.cards import answered_of, card_of, reach_of, with_cards
from apps.dossiers.queries.contents import Content, Contents, contents_of, studies_of
from apps.people.models import Person

YEAR = OpenApiParameter(
    "year", OpenApiTypes.INT, description="Calendar year the academic year begins in; the present one."
)
FILED = FiledPaper.objects.select_related("dossier__year")


def year_named(request: Request) -> YearInForce:
    """The year a parameter names, else the present one.

    Raises:
        Fault: not four digits, no such year.
    """
    raw = request.query_params.get("year")
    if raw is not None and not (raw.isascii() and raw.isdigit() and len(raw) == 4):
        raise faults.PARAMETER_INVALID(name="year", reason="YYYY")
    found = year_asked(years_in_force(), raw, today=actor_of(request).today)
    if found is None:
        raise NOT_FOUND()
    return found


def year_in(values: dict[str, Any]) -> YearInForce:
    """The year among the values sent.

    Raises:
        Fault: no such year in the calendar.
    """
    asked = str(values.pop("year"))
    found = next((item for item in years_in_force() if str(item.year.start_year) == asked), None)
    if found is None:
        raise NO_SUCH_YEAR(field="year", year=asked)
    return found


def dossier_data(body: Body | None, year: YearInForce, by: Actor) -> dict[str, Any]:
    """A dossier as the API shows it."""
    found = contents_of(body, year, today=by.today) if body else studies_of(year, today=by.today)
    kept: Dossier | None = found.dossier
    return {
        "body": body.pk if body else None,
        "year": year.year.start_year,
        "state": found.state.value,
        "listed": found.listed,
        "done": found.done,
        "wanted": len(found.wanted),
        "place": kept.place if kept else "",
        "week_alone": kept.week_alone if kept else False,
        "stored_on": kept.stored_on.isoformat() if kept and kept.stored_on else None,
        "contents": [_content(row) for row in _whole(found)],
        "version": kept.row_version if kept else 0,
    }


def _whole(found: Contents) -> list[Content]:
    return [row for whole in found.rows for row in (whole, *whole.parts)]


def _content(row: Content) -> dict[str, Any]:
    record = {"type": row.held.record[0], "id": row.held.record[1]} if row.held else None
    return {
        "item": row.item,
        "part": row.part,
        "on_file": row.on_file,
        "since": row.since.isoformat() if row.since else None,
        "wanted": not row.optional,
        "record": record,
        "filed": row.filed.pk if row.filed else None,
    }


class OfDossier(SchoolView):
    """A dossier of a year; one that has been described carries its version."""

    serializer_class = DossierSerializer
    queryset = Dossier.objects.all()
    within_bodies = True
    tag = "dossiers"

    def shown(self, request: Request, body: Body | None) -> Response:
        """The dossier with its version as ETag."""
        data = dossier_data(body, year_named(request), actor_of(request))
        answer = Response(data)
        answer["ETag"] = f'"{data["version"]}"'
        return answer

    def described(self, request: Request, body: Body | None) -> Response:
        """Say where the dossier stands; answers with the whole."""
        year = year_named(request)

        def do(by: Actor, seen: int | None, **given: Any) -> dict[str, Any]:
            describe_dossier(by=by, body=body, year=year, seen=seen or None, **given)
            return dossier_data(body, year, by)

        return step(request, DescribeSerializer, do, status=200)


class BodyDossier(OfDossier):
    """The dossier of an association."""

    needs = {"GET": Permission.SCHOOL_READ, "PUT": Permission.DOSSIER_KEEP}

    @extend_schema(operation_id="dossiers_read", parameters=[YEAR])
    def get(self, request: Request, pk: int) -> Response:
        """Every paper of the list in force: on file by itself, filed, or missing."""
        return self.shown(request, self.found(ASSOCIATIONS, pk=pk))

    @extend_schema(operation_id="dossiers_describe", parameters=[YEAR], request=DescribeSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Say where the folder stands, whether a week is held alone, when it was put into store."""
        return self.described(request, self.found(ASSOCIATIONS, pk=pk))


class StudiesDossier(OfDossier):
    """The papers of the head of studies."""

    needs = {"GET": Permission.SCHOOL_READ, "PUT": Permission.STUDIES_KEEP}

    @extend_schema(operation_id="studies_read", parameters=[YEAR])
    def get(self, request: Request) -> Response:
        """Every paper, report and plan of the list."""
        return self.shown(request, None)

    @extend_schema(operation_id="studies_describe", parameters=[YEAR], request=DescribeSerializer)
    def put(self, request: Request) -> Response:
        """Say where the folder stands and when it was put into store."""
        return self.described(request, None)


class FiledPaperFilter(django_filters.FilterSet):
    """Filters of filed papers."""

    year = django_filters.NumberFilter(field_name="dossier__year__start_year")
    body = django_filters.NumberFilter(field_name="dossier__body_id")
    item = django_filters.CharFilter(max_length=40)
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = FiledPaper
        fields = ()


class FiledPaperList(ListModelMixin, SchoolView):
    """Papers that somebody filed."""

    serializer_class = FiledPaperSerializer
    queryset = FILED
    filterset_class = FiledPaperFilter
    ordering = ("-id",)
    parser_classes = (StrictJSONParser, FilesParser)
    needs = Permission.SCHOOL_READ
    tag = "dossiers"

    @extend_schema(operation_id="filed_papers_list")
    def get(self, request: Request) -> Response:
        """Filed papers, newest first. Those taken off again stand under /deletions/ with the type `filed_paper`."""
        return self.list(request)

    @extend_schema(operation_id="filed_papers_file", request=NewPaperSerializer, responses={201: FiledPaperSerializer})
    def post(self, request: Request) -> Response:
        """File a paper, or write anew where it lies. With `If-Match` only if it has not changed meanwhile."""

        def do(by: Actor, seen: int | None, body: Body | None, file: Any, **given: Any) -> dict[str, Any]:
            year = year_in(given)
            scan = FileInput(str(file.name), file.read(LARGEST + 1)) if file else None
            [row] = file_papers(by=by, body=body, year=year, papers=[PaperInput(file=scan, **given)], seen=seen)
            return dict(FiledPaperSerializer(FILED.get(pk=row.pk)).data)

        return step(request, NewPaperSerializer, do)


class FiledPaperDetail(SchoolView):
    """One filed paper."""

    serializer_class = FiledPaperSerializer
    queryset = FILED
    needs = Permission.SCHOOL_READ
    tag = "dossiers"

    @extend_schema(operation_id="filed_papers_read")
    def get(self, request: Request, pk: int) -> Response:
        """A filed paper."""
        row = self.found(FILED.all(), pk=pk)
        return tagged(Response(FiledPaperSerializer(row).data), row)


class FiledPaperOff(SchoolView):
    """A paper that was entered by mistake."""

    serializer_class = ReasonSerializer
    queryset = FILED
    needs = Permission.SCHOOL_READ
    tag = "dossiers"

    @extend_schema(operation_id="filed_papers_take_off", responses={200: FiledPaperSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Take it off the list, with the reason; answers with what it was. Its file stays in the school's store."""
        row = self.found(FiledPaper.objects.select_related("dossier__year", "dossier__body"), pk=pk)

        def do(by: Actor, seen: int | None, reason: str) -> dict[str, Any]:
            was = dict(FiledPaperSerializer(row).data)
            take_off(by=by, paper=row, reason=reason, seen=seen)
            return was

        return step(request, ReasonSerializer, do, status=200)


class CardFilter(django_filters.FilterSet):
    """Filters of the data bank."""

    body = django_filters.NumberFilter(field_name="memberships__body_id", distinct=True)
    modified_since = SinceFilter(field_name="card__updated_at")

    class Meta:
        model = Person
        fields = ()


def card_line(person: Any) -> dict[str, Any]:
    """How complete a person's card is."""
    card = card_of(person)
    answered = answered_of(person, card, taught=person.taught, works=person.works)
    return {
        "person": person.pk,
        "answered": sorted(field.value for field in answered),
        "revised_on": card.revised_on.isoformat() if card else None,
        "version": card.row_version if card else 0,
    }


class CardList(ListModelMixin, SchoolView):
    """The data bank without its data."""

    serializer_class = CardLineSerializer
    queryset = Person.objects.all()
    filterset_class = CardFilter
    ordering = ("family_name", "given_name", "id")
    tag = "cards"

    @extend_schema(operation_id="cards_list")
    def get(self, request: Request) -> Response:
        """Which fields each person of the staff has answered; never what they hold."""
        rows = self.paginate_queryset(self.filter_queryset(with_cards(self.get_queryset())))
        return self.get_paginated_response([card_line(person) for person in rows or ()])


class CardDetail(SchoolView):
    """The card of one person."""

    serializer_class = CardSerializer
    queryset = TeacherCard.objects.all()
    needs = Permission.SCHOOL_READ
    tag = "cards"

    @extend_schema(operation_id="cards_read")
    def get(self, request: Request, pk: int) -> Response:
        """The card with its personal data; for the teacher, the leadership and the head of the association."""
        person = self.found(Person.objects.all(), pk=pk)
        if not reach_of(actor_of(request), person).read:
            raise NOT_PERMITTED(permission=Permission.CARD_READ)
        row = self.found(TeacherCard.objects.all(), person=person)
        return tagged(Response(CardSerializer(row).data), row)

    @extend_schema(operation_id="cards_fill", request=CardInputSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Write the whole card anew, as a revision of today."""
        person = self.found(Person.objects.all(), pk=pk)
        form = CardInputSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data | {"none_of": frozenset(form.validated_data["none_of"])}
        row = fill_card(by=actor_of(request), person=person, card=CardInput(**given), seen=seen_version(request))
        return tagged(Response(CardSerializer(row).data), row)
