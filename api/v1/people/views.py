"""/people/: the staff, the offices they hold, absences and leaving."""

from collections.abc import Callable
from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.filters import SinceFilter
from api.v1.once import seen_version, step, tagged
from api.v1.people.serializers import (
    AbsenceSerializer,
    HoldingSerializer,
    LeavingSerializer,
    NewAbsenceSerializer,
    NewHoldingSerializer,
    NewSpellSerializer,
    PersonDetailSerializer,
    PersonInputSerializer,
    PersonSerializer,
    ReturnSerializer,
    UntilSerializer,
)
from api.v1.views import SchoolView, actor_of
from apps.bodies.domain.leaving import let_go
from apps.core.permissions import Permission
from apps.core.versions import locked
from apps.people.domain.staff import (
    add_absence,
    add_person,
    add_spell,
    assign_office,
    change_person,
    end_absence,
    end_office,
    take_back,
)
from apps.people.models import Absence, Person, RoleHolding

WHOLE = Person.objects.prefetch_related("holdings", "absences", "spells")


class PersonFilter(django_filters.FilterSet):
    """Filters of the staff list."""

    family_name = django_filters.CharFilter(lookup_expr="istartswith", max_length=80)
    everyone = django_filters.BooleanFilter(method="with_gone", label="Those who have left too.")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Person
        fields = ()

    def with_gone(self, rows: Any, _name: str, _value: Any) -> Any:
        """Said by `filter_queryset`, which knows the other parameters."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Whoever has left is left out, unless a program asks for everyone or for what has changed."""
        rows = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        return rows if asked["everyone"] or asked["modified_since"] else rows.filter(left_on__isnull=True)


def shown(pk: int) -> dict[str, Any]:
    """A person as the API shows them."""
    return dict(PersonDetailSerializer(WHOLE.all().get(pk=pk)).data)


class PersonList(ListModelMixin, SchoolView):
    """Staff of the school."""

    serializer_class = PersonSerializer
    queryset = Person.objects.all()
    filterset_class = PersonFilter
    ordering = ("family_name", "given_name", "id")
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.PERSON_EDIT}
    tag = "people"

    @extend_schema(operation_id="people_list")
    def get(self, request: Request) -> Response:
        """Members of the staff who work here now; with `everyone` or `modified_since` also those who have left."""
        return self.list(request)

    @extend_schema(operation_id="people_add", request=PersonInputSerializer, responses={201: PersonDetailSerializer})
    def post(self, request: Request) -> Response:
        """Add a member of the staff."""
        return step(request, PersonInputSerializer, lambda seen, **given: shown(add_person(**given).pk))


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

    def note(self, request: Request, pk: int, verb: Callable[..., Any]) -> Response:
        """Check the values and note it. `If-Match` refuses a record that has changed meanwhile."""
        person = self.found(Person.objects.all(), pk=pk)

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            verb(person=locked(person, seen=seen), **given)
            return shown(pk)

        return step(request, self.serializer_class, do)


class PersonOffice(OfPerson):
    """Offices of a person."""

    serializer_class = NewHoldingSerializer
    needs = Permission.ROLE_EDIT

    @extend_schema(operation_id="people_assign", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Put the person into an office from a day on."""
        return self.note(request, pk, assign_office)


class PersonAbsence(OfPerson):
    """Absences of a person."""

    serializer_class = NewAbsenceSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_absent", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note days on which the person is not at work."""
        return self.note(request, pk, add_absence)


class PersonLeaving(OfPerson):
    """The end of a person's work here."""

    serializer_class = LeavingSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_leave", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the person leaves; everything they hold ends on that day."""
        return self.note(request, pk, let_go)


class PersonReturn(OfPerson):
    """A person who comes back."""

    serializer_class = ReturnSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_return", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a person who had left works here again; offices and memberships are given anew."""
        return self.note(request, pk, take_back)


class PersonService(OfPerson):
    """Service of a person."""

    serializer_class = NewSpellSerializer
    needs = Permission.PERSON_EDIT

    @extend_schema(operation_id="people_service", responses={201: PersonDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Add a stretch of earlier or present work; years in education are counted from these."""
        return self.note(request, pk, add_spell)


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

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            end_office(holding=row, **given)
            return dict(HoldingSerializer(row).data)

        return step(request, UntilSerializer, do)


class AbsenceEnd(SchoolView):
    """The end of an absence."""

    serializer_class = UntilSerializer
    queryset = Absence.objects.all()
    needs = Permission.PERSON_EDIT
    tag = "people"

    @extend_schema(operation_id="absences_end", responses={201: AbsenceSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note the first day on which the person is at work again."""
        row = self.found(Absence.objects.all(), pk=pk)

        def do(seen: int | None, **given: Any) -> dict[str, Any]:
            return dict(AbsenceSerializer(end_absence(absence=row, **given)).data)

        return step(request, UntilSerializer, do)
