"""GET /findings/: what the rulebook says of the school's records."""

from typing import Any

import django_filters
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.findings.serializers import FindingSerializer
from api.v1.views import SchoolView
from apps.compliance.models import Finding
from apps.rulebook.enums import Severity, Verdict


class FindingFilter(django_filters.FilterSet):
    """Filters of the list of verdicts."""

    year = django_filters.NumberFilter(field_name="year__start_year")
    check = django_filters.CharFilter(field_name="check_id", max_length=8)
    verdict = django_filters.ChoiceFilter(choices=[(code.value, code.label.en) for code in Verdict])
    severity = django_filters.ChoiceFilter(choices=[(code.value, code.label.en) for code in Severity])
    body = django_filters.NumberFilter(field_name="body_number")
    current = django_filters.BooleanFilter(field_name="superseded_on", lookup_expr="isnull")

    class Meta:
        model = Finding
        fields = ()


class FindingList(ListModelMixin, SchoolView):
    """Verdicts of the school."""

    serializer_class = FindingSerializer
    queryset = Finding.objects.select_related("year")
    filterset_class = FindingFilter
    ordering = ("-id",)
    tag = "findings"

    @extend_schema(operation_id="findings_list")
    def get(self, request: Request) -> Response:
        """Verdicts with their arguments, newest first; `current=true` leaves out what has been replaced."""
        return self.list(request)

    def get_serializer_context(self) -> dict[str, Any]:
        """The language of the arguments."""
        return {**super().get_serializer_context(), "language": get_language() or "ky"}
