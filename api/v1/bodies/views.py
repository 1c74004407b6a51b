"""GET /bodies/ and /bodies/{id}/."""

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.bodies.serializers import BodyDetailSerializer, BodySerializer, MemberSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.bodies.queries.members import members_on


class BodyFilter(django_filters.FilterSet):
    """Filters of the list of bodies."""

    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in BodyKind])
    at_work = django_filters.BooleanFilter(field_name="dissolved_on", lookup_expr="isnull")

    class Meta:
        model = Body
        fields = ()


class BodyList(ListModelMixin, SchoolView):
    """Bodies of the school."""

    serializer_class = BodySerializer
    queryset = Body.objects.all()
    filterset_class = BodyFilter
    ordering = ("id",)
    tag = "bodies"

    @extend_schema(operation_id="bodies_list")
    def get(self, request: Request) -> Response:
        """Associations, councils and other bodies."""
        return self.list(request)


class BodyDetail(SchoolView):
    """One body."""

    serializer_class = BodyDetailSerializer
    queryset = Body.objects.all()
    tag = "bodies"

    @extend_schema(operation_id="bodies_read")
    def get(self, request: Request, pk: int) -> Response:
        """A body and its members of today."""
        body = self.found(Body.objects.all(), pk=pk)
        members = members_on(body, actor_of(request).today)
        return Response(BodySerializer(body).data | {"members": MemberSerializer(members, many=True).data})
