"""Rules side by side: regulations, a school's versions, the schools of a district; value by value and clause by clause."""

from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.frames.serializers import ClausesSerializer, ComparisonSerializer, compared, said_data
from api.v1.frames.views import COUNCIL, FrameView, council_of
from api.v1.views import SchoolView
from apps.charters.queries.policy import school_policy
from apps.charters.queries.wording import clauses_of_version, worded
from apps.district.models import SchoolRules
from apps.district.queries.documents import clauses_of_school, documents_of_schools
from apps.rulebook import comparison
from apps.rulebook.comparison import Side, Worded
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS

SIDES = [
    OpenApiParameter("left", str, required=True, description="Slug of a school, or code of a regulation."),
    OpenApiParameter("right", str, required=True, description="The other side."),
]
OWN_SIDES = [
    OpenApiParameter("left", str, required=True, description="Code of a regulation, or the number of a version."),
    OpenApiParameter("right", str, required=True, description="The other side."),
]


def sides_of(request: Request, known: Collection[str]) -> list[str]:
    """Both sides that are asked for.

    Raises:
        Fault: `api.parameter_invalid` for a side that is not known.
    """
    sides = [request.query_params.get(name, "") for name in ("left", "right")]
    for name, side in zip(("left", "right"), sides, strict=True):
        if side not in known:
            raise faults.PARAMETER_INVALID(name=name, reason=", ".join(sorted(known))[:400])
    return sides


class DistrictMatrix(FrameView):
    """The differences matrix, on the district's host."""

    @extend_schema(operation_id="district_matrix_read", responses=ComparisonSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """What each regulation says, leaves open or has lost."""
        self.place(request, slug)
        return Response(ComparisonSerializer(matrix_data()).data)


class DistrictComparison(FrameView):
    """The rules of two schools side by side."""

    known_parameters: ClassVar[frozenset[str]] = frozenset({"left", "right", "council"})

    @extend_schema(
        operation_id="district_comparison_read", parameters=[*SIDES, COUNCIL], responses=ComparisonSerializer
    )
    def get(self, request: Request, slug: str) -> Response:
        """Schools by what they have told, and regulations, value by value."""
        place, _by = self.place(request, slug)
        council = council_of(request)
        rows = SchoolRules.objects.filter(school__district__in=place.below)
        told = dict(rows.values_list("school__slug", "values"))
        asked = sides_of(request, [*all_modules(), *told])
        sides = [
            comparison.side_of_data(told[side].get(council if council in told[side] else "", {}))
            if side in told
            else comparison.side_of_modules([side])
            for side in asked
        ]
        return Response(values_data(asked, sides))


class DistrictClauses(FrameView):
    """The documents of two schools clause by clause."""

    known_parameters: ClassVar[frozenset[str]] = frozenset({"left", "right"})

    @extend_schema(operation_id="district_clauses_read", parameters=SIDES, responses=ClausesSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """Clauses as both have written them, paired by what they are about and never by their numbers."""
        place, _by = self.place(request, slug)
        lived_by, known = documents_of_schools(place.below), all_modules()
        asked = sides_of(request, [*lived_by, *known])
        schools = {side: clauses_of_school(side, lived_by[side], place.below) for side in asked if side not in known}
        sides = [schools[side].clauses if side in schools else worded([known[side]]) for side in asked]
        return Response(clauses_data(asked, sides, [side for side, school in schools.items() if not school.told]))


def values_data(names: list[str], sides: Iterable[Side]) -> dict[str, Any]:
    """Two sides value by value as plain data."""
    rows = [row for row in comparison.rows_of(sides) if row.regulated]
    data: dict[str, Any] = ComparisonSerializer({"sides": names, "rows": compared(rows, get_language() or "ky")}).data
    return data


def clauses_data(names: list[str], sides: list[list[Worded]], untold: list[str]) -> dict[str, Any]:
    """Two sides clause by clause as plain data."""
    pairs = [
        {
            "about": pair.about,
            "left": [clause_data(clause, pair.about) for clause in pair.left],
            "right": [clause_data(clause, pair.about) for clause in pair.right],
        }
        for pair in comparison.pairs(*sides)
    ]
    data: dict[str, Any] = ClausesSerializer({"sides": names, "untold": untold, "pairs": pairs}).data
    return data


def clause_data(clause: Worded, about: str) -> dict[str, Any]:
    """A clause as plain data, in the caller's language."""
    said, parameter = clause.instead.get(about), PARAMETERS.get(about)
    return {
        "module": clause.module,
        "key": clause.key,
        "number": clause.number,
        "text": clause.in_(get_language() or "ky"),
        "own": clause.own,
        "left_out": clause.left_out,
        "instead": said_data(parameter, said) if said and parameter else None,
    }


class Matrix(SchoolView):
    """The differences matrix."""

    serializer_class = ComparisonSerializer
    tag: ClassVar[str] = "policy"

    @extend_schema(operation_id="matrix_read")
    def get(self, request: Request) -> Response:
        """What each regulation says, leaves open or has lost."""
        return Response(ComparisonSerializer(matrix_data()).data)


def matrix_data() -> dict[str, Any]:
    """The matrix as plain data."""
    return {
        "sides": ["+".join(codes) for codes in comparison.COLUMNS],
        "rows": compared(comparison.matrix(), get_language() or "ky"),
    }


def school_sides(request: Request, known: Collection[str], *more: str) -> list[str]:
    """Both sides that a school asks for: a regulation's code or the number of a version. `more`: further parameters there are.

    Raises:
        Fault: `api.parameter_unknown`, or `api.parameter_invalid` for a side that is neither.
    """
    parameters = (*more, "left", "right")
    for name in request.query_params:
        if name not in parameters:
            raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(parameters))
    return sides_of(request, [*all_modules(), *known])


class Comparison(SchoolView):
    """Two sets of rules side by side."""

    serializer_class = ComparisonSerializer
    tag: ClassVar[str] = "policy"

    @extend_schema(operation_id="comparison_read", parameters=[*OWN_SIDES, COUNCIL])
    def get(self, request: Request) -> Response:
        """Regulations and the school's own versions, value by value."""
        raw = council_of(request)
        council = CouncilKind.of(raw) if raw else None
        policy = school_policy()
        versions = {row.id: row for row in policy.versions}
        asked = school_sides(request, versions, "council")
        sides = [
            comparison.side_of_view(policy.at(versions[name].valid_from, council))
            if name in versions
            else comparison.side_of_modules([name])
            for name in asked
        ]
        return Response(values_data(asked, sides))


class ComparisonClauses(SchoolView):
    """Two sets of rules clause by clause."""

    serializer_class = ClausesSerializer
    tag: ClassVar[str] = "policy"

    @extend_schema(operation_id="comparison_clauses_read", parameters=OWN_SIDES)
    def get(self, request: Request) -> Response:
        """Regulations and the school's own versions as they are written, paired by what the clauses are about."""
        policy = school_policy()
        versions = {row.id: row for row in policy.versions}
        asked = school_sides(request, versions)
        sides = [
            clauses_of_version(policy, versions[name]) if name in versions else worded([all_modules()[name]])
            for name in asked
        ]
        return Response(clauses_data(asked, sides, []))
