"""/notices/: what the caller was told; /sittings/{id}/notices/: who was told of a sitting."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.notices.serializers import NoticeSerializer, ReachedSerializer, one
from api.v1.views import SchoolView, actor_of
from apps.core.actor import require
from apps.core.permissions import Permission
from apps.notices.domain.own import open_notice
from apps.notices.models import Notice
from apps.notices.queries.notices import notices_of, told_of
from apps.sittings.models import Sitting


class NoticeFilter(django_filters.FilterSet):
    """Filters of notices."""

    opened = django_filters.BooleanFilter(field_name="opened_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Notice
        fields = ()


def own(request: Request) -> QuerySet[Notice]:
    """Notices of the caller; a key of a program belongs to nobody on the staff and has none."""
    return notices_of(actor_of(request).person_id or 0)


class NoticeList(ListModelMixin, SchoolView):
    """What the caller was told."""

    serializer_class = NoticeSerializer
    queryset = Notice.objects.all()
    filterset_class = NoticeFilter
    ordering = ("-id",)
    tag = "notices"

    @extend_schema(operation_id="notices_list")
    def get(self, request: Request) -> Response:
        """What the caller was told, newest first."""
        self.queryset = own(request)
        return self.list(request)


class NoticeOpened(SchoolView):
    """Proof that a notice was opened."""

    serializer_class = NoticeSerializer
    queryset = Notice.objects.all()
    tag = "notices"

    @extend_schema(operation_id="notices_open", request=None, responses={200: NoticeSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the caller has opened a notice of their own. The first time counts."""
        row = self.found(own(request), pk=pk)
        return Response(one(open_notice(by=actor_of(request), notice=row, now=timezone.now())))


class SittingNotices(ListModelMixin, SchoolView):
    """How far the notices about a sitting have come."""

    serializer_class = ReachedSerializer
    queryset = Notice.objects.all()
    needs = Permission.SITTING_PLAN
    within_bodies = True
    ordering = ("id",)
    tag = "sittings"

    @extend_schema(operation_id="sittings_notices")
    def get(self, request: Request, pk: int) -> Response:
        """Who was told of a sitting, by mail and in the product, and who has opened it."""
        sitting = self.found(Sitting.objects.all(), pk=pk)
        require(actor_of(request), Permission.SITTING_PLAN, body_id=sitting.body_id)
        self.queryset = told_of("sitting", pk)
        return self.list(request)
