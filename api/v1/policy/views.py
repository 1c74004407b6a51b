"""GET /policy/: the rules the school lives by on a day."""

import datetime as dt
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.policy.serializers import PolicySerializer
from api.v1.views import SchoolView, actor_of
from apps.charters.queries.policy import school_policy
from apps.rulebook.enums import CouncilKind
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Provenance, Resolved, questions

KNOWN = ("on", "council")


class PolicyDetail(SchoolView):
    """The effective policy."""

    serializer_class = PolicySerializer
    tag = "policy"

    @extend_schema(
        operation_id="policy_read",
        parameters=[
            OpenApiParameter("on", dt.date, description="Day; today when left out."),
            OpenApiParameter(
                "council", str, enum=[kind.value for kind in CouncilKind], description="For this council."
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        """Every parameter with its state, its value and the clause and act that gave it."""
        for name in request.query_params:
            if name not in KNOWN:
                raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(KNOWN))
        on, council = _day(request), _council(request)
        policy = school_policy()
        view = policy.at(on, council)
        language = get_language() or "ky"
        data = {
            "on": on,
            "council": council.value if council else None,
            "modules": [module.code for module in view.modules()],
            "parameters": [parameter_data(view.get(parameter), language) for parameter in PARAMETERS.values()],
            "questions": [problem.text.in_(language) for problem in questions(policy, on, council)],
        }
        return Response(PolicySerializer(data).data)


def _day(request: Request) -> dt.date:
    raw = request.query_params.get("on")
    if raw is None:
        return actor_of(request).today
    try:
        day = parse_date(raw)
    except ValueError:
        day = None
    if day is None:
        raise faults.PARAMETER_INVALID(name="on", reason="YYYY-MM-DD")
    return day


def _council(request: Request) -> CouncilKind | None:
    raw = request.query_params.get("council")
    if raw is None:
        return None
    known = {kind.value: kind for kind in CouncilKind}
    if raw not in known:
        raise faults.PARAMETER_INVALID(name="council", reason=", ".join(known))
    return known[raw]


def parameter_data(answer: Resolved[Any], language: str) -> dict[str, Any]:
    """A rule with its state, value and sources."""
    parameter = answer.parameter
    return {
        "key": parameter.key,
        "label": parameter.label.in_(language),
        "state": answer.state.value,
        "value": parameter.encode(answer.value),
        "shown": parameter.show(answer.value).in_(language) if answer.given else "—",
        "sources": [_source(source, language) for source in answer.sources],
        "candidates": [{"module": row.module, "value": parameter.encode(row.value)} for row in answer.candidates],
    }


def _source(source: Provenance, language: str) -> dict[str, Any]:
    return {
        "layer": source.layer.value,
        "module": source.module,
        "clause": source.clause,
        "printed": source.printed,
        "document": source.document.in_(language) if source.document else "",
        "act": source.act,
        "on": source.on,
    }
