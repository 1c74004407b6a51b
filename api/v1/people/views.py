"""/people/: the staff, the offices they hold, absences and leaving."""

from collections.abc import Callable
from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.once import done_once, seen_version, tagged
from api.v1.people.serializers import (
    HoldingSerializer,
    LeavingSerializer,
    NewAbsenceSerializer,
    NewHoldingSerializer,
    PersonDetailSerializer,
    PersonInputSerializer,
    PersonSerializer,
    UntilSerializer,
)
from api.v1.views import SchoolView, actor_of
from apps.bodies.domain.leaving import let_go
from apps.core.permissions import Permission
from apps.people.domain.staff import add_absence, add_person, assign_office, change_person, end_office
from apps.people.models import Person, RoleHolding

WHOLE = Person.objects.prefetch_related("holdings", "absences")


class PersonFilter(django_filters.FilterSet):
    """Filters of the staff list."""

    family_name = django_filters.CharFilter(lookup_expr="istartswith", max_length=80)
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Person
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A person as the API shows them."""
    return dict(PersonDetailSerializer(WHOLE.all().get(pk=pk)).data)


class PersonList(ListModelMixin, SchoolView):
    """Staff of the school."""

    serializer_class = PersonSerializer
    queryset = Person.objects.filter(left_on__isnull=True)
    filterset_class = PersonFilter
    ordering = ("family_name", "given_name", "id")
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.PERSON_EDIT}
    tag = "people"

    @extend_schema(operation_id="people_list")
    def get(self, request: Request) -> Response:
        """Members of the staff who work here now."""
        return self.list(request)

    @extend_schema(operation_id="people_add", request=PersonInputSerializer, responses={201: PersonDetailSerializer})
    def post(self, request: Request) -> Response:
        """Add a member of the staff."""
        form = PersonInputSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        return done_once(request, lambda: shown(add_person(by=actor_of(request), **form.validated_data).pk))


class PersonDetail(SchoolView):
    """One member of the staff."""

    serializer_class = PersonDetailSerializer
    queryset = Person.objects.all()
    needs = {"GET": Permission.SCHOOL_READ, "PATCH": Permission.PERSON_EDIT}
    tag = "people"

    @extend_schema(operation_id="people_read")
    def get(self, request: Request, pk: int) -> Response:
        """A person with the offices held and the absences."""
        person = self.found(WHOLE.all(), pk=pk)
        return tagged(Response(PersonDetailSerializer(person).data), person)

    @extend_schema(operation_id="people_change", request=PersonInputSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Write some values anew; those left out stay."""
        person = self.found(Person.objects.all(), pk=pk)
        form = PersonInputSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        names = ("family_name", "given_name", "patronymic", "education", "subjects", "joined_on")
        values = {name: getattr(person, name) for name in names} | form.validated_data
        person = change_person(by=actor_of(request), person=person, seen=seen_version(request), **values)
        return tagged(Response(shown(pk)), person)


class OfPerson(SchoolView):
    """Something noted about a person."""

    queryset = Person.objects.all()
    tag = "people"

    def note(self, request: Request, pk: int, form: serializers.Serializer[Any], verb: Callable[..., Any]) -> Response:
        """Check the values and note it."""
        person = self.found(Person.objects.all(), pk=pk)
        form.is_valid(raise_exception=True)

        def do() -> dict[str, Any]:
            verb(by=actor_of(request), person=person, **form.validated_data)
            return shown(pk)

        return done_once(request, do)


class PersonOffice(OfPerson):
    """Offices of a person."""

    serializer_class = NewHoldingSerializer
    needs = Permission.ROLE_EDIT

    @extend_schema(operation_id="people_assign", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Put the person into an office from a day on."""
        return self.note(request, pk, NewHoldingSerializer(data=request.data), assign_office)


class PersonAbsence(OfPerson):
    """Absences of a person."""

    serializer_class = NewAbsenceSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_absent", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note days on which the person is not at work."""
        return self.note(request, pk, NewAbsenceSerializer(data=request.data), add_absence)


class PersonLeaving(OfPerson):
    """The end of a person's work here."""

    serializer_class = LeavingSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_leave", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the person leaves; everything they hold ends on that day."""
        return self.note(request, pk, LeavingSerializer(data=request.data), let_go)


class OfficeEnd(SchoolView):
    """The end of an office."""

    serializer_class = UntilSerializer
    queryset = RoleHolding.objects.all()
    needs = Permission.ROLE_EDIT
    tag = "people"

    @extend_schema(operation_id="offices_end", responses={201: HoldingSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """End an office. It stays in the history."""
        row = self.found(RoleHolding.objects.all(), pk=pk)
        form = UntilSerializer(data=request.data)
        form.is_valid(raise_exception=True)

        def do() -> dict[str, Any]:
            end_office(by=actor_of(request), holding=row, **form.validated_data)
            return dict(HoldingSerializer(row).data)

        return done_once(request, do)
