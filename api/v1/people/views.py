"""GET /people/."""

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.people.serializers import PersonSerializer
from api.v1.views import SchoolView
from apps.people.models import Person


class PersonFilter(django_filters.FilterSet):
    """Filters of the staff list."""

    family_name = django_filters.CharFilter(lookup_expr="istartswith", max_length=80)

    class Meta:
        model = Person
        fields = ()


class PersonList(ListModelMixin, SchoolView):
    """Staff of the school."""

    serializer_class = PersonSerializer
    queryset = Person.objects.filter(left_on__isnull=True)
    filterset_class = PersonFilter
    ordering = ("family_name", "given_name", "id")
    tag = "people"

    @extend_schema(operation_id="people_list")
    def get(self, request: Request) -> Response:
        """Members of the staff who work here now."""
        return self.list(request)
