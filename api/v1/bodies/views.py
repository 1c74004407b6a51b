"""/bodies/: the bodies of the school, who serves in them on any day, what calls for a person."""

from datetime import date
from typing import Any

import django_filters
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.bodies.serializers import (
    AlertSerializer,
    BodyChangeSerializer,
    BodyDetailSerializer,
    BodySerializer,
    ConfirmedSerializer,
    ConfirmSerializer,
    DissolveSerializer,
    EndSerializer,
    MemberSerializer,
    NewBodySerializer,
    NewMemberSerializer,
)
from api.v1.filters import SinceFilter, asked_day
from api.v1.once import seen_version, step, tagged
from api.v1.views import SchoolView, actor_of
from apps.bodies.domain.bodies import change_body, create_body, dissolve_body
from apps.bodies.domain.members import add_member, confirm_members, end_membership
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body, Membership
from apps.bodies.queries.alerts import alerts_of
from apps.bodies.queries.members import members_on
from apps.core.permissions import Permission

ON = OpenApiParameter("on", OpenApiTypes.DATE, description="The day looked at; today without it.")


class BodyFilter(django_filters.FilterSet):
    """Filters of the list of bodies."""

    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.label.en) for kind in BodyKind])
    at_work = django_filters.BooleanFilter(field_name="dissolved_on", lookup_expr="isnull")
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Body
        fields = ()


def detail_of(body: Body, day: date) -> dict[str, Any]:
    """A body with its members on the day."""
    members = MemberSerializer(members_on(body, day), many=True).data
    return dict(BodySerializer(body).data) | {"members": members}


class BodyList(ListModelMixin, SchoolView):
    """Bodies of the school."""

    serializer_class = BodySerializer
    queryset = Body.objects.all()
    filterset_class = BodyFilter
    ordering = ("id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.BODY_EDIT}
    tag = "bodies"

    @extend_schema(operation_id="bodies_list")
    def get(self, request: Request) -> Response:
        """Associations, councils and other bodies. A dissolved body stays in the list with its last day."""
        return self.list(request)

    @extend_schema(operation_id="bodies_create", request=NewBodySerializer, responses={201: BodyDetailSerializer})
    def post(self, request: Request) -> Response:
        """Enter a body that the school has created."""
        today = actor_of(request).today
        return step(request, NewBodySerializer, lambda seen, **given: detail_of(create_body(**given), today))


class BodyDetail(SchoolView):
    """One body."""

    serializer_class = BodyDetailSerializer
    queryset = Body.objects.all()
    needs = {"GET": Permission.SCHOOL_READ, "PATCH": Permission.BODY_EDIT}
    tag = "bodies"

    @extend_schema(operation_id="bodies_read", parameters=[ON])
    def get(self, request: Request, pk: int) -> Response:
        """A body and its members on the day asked for."""
        body = self.found(Body.objects.all(), pk=pk)
        return tagged(Response(detail_of(body, asked_day(request) or actor_of(request).today)), body)

    @extend_schema(operation_id="bodies_change", request=BodyChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Write some values anew; those left out stay. `If-Match` refuses what has changed meanwhile."""
        body = self.found(Body.objects.select_related("parent"), pk=pk)
        form = BodyChangeSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        now = {name: getattr(body, name) for name in ("name", "subjects", "parent", "purpose", "works_until")}
        values = now | form.validated_data
        body = change_body(by=actor_of(request), body=body, seen=seen_version(request), **values)
        return tagged(Response(detail_of(body, actor_of(request).today)), body)


class BodyDissolve(SchoolView):
    """The end of a body."""

    serializer_class = DissolveSerializer
    queryset = Body.objects.all()
    needs = Permission.BODY_EDIT
    tag = "bodies"

    @extend_schema(operation_id="bodies_dissolve", responses={201: BodyDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that an order has dissolved the body; everyone in it stops on that day."""
        body = self.found(Body.objects.all(), pk=pk)

        def deed(**given: Any) -> dict[str, Any]:
            dissolve_body(body=body, **given)
            return detail_of(Body.objects.get(pk=pk), actor_of(request).today)

        return step(request, DissolveSerializer, deed)


class MemberList(SchoolView):
    """Everyone who serves or has served in a body."""

    serializer_class = MemberSerializer
    queryset = Membership.objects.select_related("person")
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.MEMBER_EDIT}
    within_bodies = True
    ordering = ("id",)
    tag = "bodies"

    @extend_schema(operation_id="bodies_members", responses=MemberSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """Every membership of the body, past and present, in the order of entry."""
        body = self.found(Body.objects.all(), pk=pk)
        rows = self.paginate_queryset(Membership.objects.filter(body=body).select_related("person"))
        return self.get_paginated_response(MemberSerializer(rows, many=True).data)

    @extend_schema(operation_id="bodies_add_member", request=NewMemberSerializer, responses={201: MemberSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Put a person into the body from a day on."""
        body = self.found(Body.objects.all(), pk=pk)
        return step(
            request,
            NewMemberSerializer,
            lambda seen, **given: dict(MemberSerializer(add_member(body=body, **given)).data),
        )


class MemberConfirm(SchoolView):
    """The order behind memberships."""

    serializer_class = ConfirmSerializer
    queryset = Body.objects.all()
    needs = Permission.MEMBER_EDIT
    within_bodies = True
    tag = "bodies"

    @extend_schema(operation_id="bodies_confirm_members", responses={201: ConfirmedSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that a director's order confirms memberships that had no paper yet."""
        body = self.found(Body.objects.all(), pk=pk)
        return step(
            request, ConfirmSerializer, lambda seen, **given: {"confirmed": confirm_members(body=body, **given)}
        )


class MemberEnd(SchoolView):
    """The end of a membership."""

    serializer_class = EndSerializer
    queryset = Membership.objects.all()
    needs = Permission.MEMBER_EDIT
    within_bodies = True
    tag = "bodies"

    @extend_schema(operation_id="memberships_end", responses={201: MemberSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """End a membership. It stays on record."""
        row = self.found(Membership.objects.select_related("person", "body"), pk=pk)

        def deed(**given: Any) -> dict[str, Any]:
            end_membership(membership=row, **given)
            return dict(MemberSerializer(Membership.objects.select_related("person").get(pk=pk)).data)

        return step(request, EndSerializer, deed)


class AlertList(SchoolView):
    """What calls for a person in the bodies."""

    serializer_class = AlertSerializer
    queryset = Body.objects.all()
    pagination_class = None
    tag = "bodies"

    @extend_schema(operation_id="bodies_alerts", parameters=[ON], responses=AlertSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Vacant offices, terms that end, people who leave, too few teachers: on the day asked for."""
        found = alerts_of(Body.objects.all(), on=asked_day(request) or actor_of(request).today)
        context = {"language": get_language() or "ky"}
        return Response(AlertSerializer(found, many=True, context=context).data)
