"""GET /deletions/: the counterpart of `modified_since` for what is no more."""

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.deletions.serializers import DeletionSerializer
from api.v1.filters import SinceFilter
from api.v1.views import SchoolView
from apps.audit.queries.events import deletions


class DeletionFilter(django_filters.FilterSet):
    """Filters of deletions."""

    since = SinceFilter(field_name="at")
    type = django_filters.CharFilter(field_name="subject_type", max_length=40)


class DeletionList(ListModelMixin, SchoolView):
    """Records of the school that were removed."""

    serializer_class = DeletionSerializer
    queryset = deletions()
    filterset_class = DeletionFilter
    ordering = ("-id",)
    tag = "deletions"

    @extend_schema(operation_id="deletions_list")
    def get(self, request: Request) -> Response:
        """Records that were removed, the latest first. Told from the audit trail, so nothing is ever missing."""
        return self.list(request)
