"""GET /search/."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.search.serializers import ResultsSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.core.permissions import Permission
from apps.sittings.queries.search import Asked, FoundKind, search

LONGEST, MOST, USUAL, FARTHEST = 200, 200, 50, 10_000
KNOWN = ("body", "format", "kind", "limit", "offset", "q")


class Search(SchoolView):
    """Everything the school has on record."""

    serializer_class = ResultsSerializer
    queryset = Body.objects.none()
    pagination_class = None
    filter_backends = ()
    tag = "search"

    @extend_schema(
        operation_id="search",
        parameters=[
            OpenApiParameter("q", str, required=True, description="Words that all have to be there."),
            OpenApiParameter("kind", str, enum=[kind.value for kind in FoundKind]),
            OpenApiParameter("body", int, description="Only records of this body."),
            OpenApiParameter("limit", OpenApiTypes.INT, description="1…200, usually 50."),
            OpenApiParameter("offset", OpenApiTypes.INT, description="How many to leave out, up to 10000."),
        ],
    )
    def get(self, request: Request) -> Response:
        """Records that hold all the words, the newest first. Marks of Kyrgyz letters and word endings do not matter."""
        for name in request.query_params:
            if name not in KNOWN:
                raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(KNOWN))
        text = request.query_params.get("q", "").strip()
        if not text or len(text) > LONGEST or "\x00" in text:
            raise faults.PARAMETER_INVALID(name="q", reason=f"1…{LONGEST}")
        kind = request.query_params.get("kind", "")
        if kind and kind not in FoundKind.codes():
            raise faults.PARAMETER_INVALID(name="kind", reason=", ".join(FoundKind.codes()))
        start = self._number(request, "offset", 0, 0, FARTHEST)
        body = self._number(request, "body", 0, 1, 2**31)
        asked = Asked(
            text=text,
            kind=FoundKind.of(kind) if kind else None,
            body=body or None,
            drafts=actor_of(request).may(Permission.ACT_RECORD),
        )
        rows, count = search(asked, start=start, stop=start + self._number(request, "limit", USUAL, 1, MOST))
        return Response(ResultsSerializer({"count": count, "results": rows}).data)

    @staticmethod
    def _number(request: Request, name: str, usual: int, least: int, most: int) -> int:
        raw = request.query_params.get(name)
        if raw is None:
            return usual
        if not (raw.isascii() and raw.isdigit() and len(raw) < 12 and least <= int(raw) <= most):
            raise faults.PARAMETER_INVALID(name=name, reason=f"{least}…{most}")
        return int(raw)
