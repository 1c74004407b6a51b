"""GET /school/: who we are."""

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.school.serializers import SchoolSerializer
from api.v1.views import SchoolView


class SchoolDetail(SchoolView):
    """The school of this host."""

    serializer_class = SchoolSerializer

    @extend_schema(operation_id="school_read")
    def get(self, request: Request) -> Response:
        """Directory facts of the school of this host."""
        context = {"language": get_language() or "ky"}
        return Response(SchoolSerializer(request._request.school, context=context).data)  # type: ignore[attr-defined]
