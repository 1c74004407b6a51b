"""Values, choices and clauses of a draft."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.charters.serializers import (
    ClauseChangeSerializer,
    ClauseSerializer,
    ConflictSerializer,
    NewClauseSerializer,
    PickSerializer,
    SetValueSerializer,
    ValueInDraftSerializer,
    VersionDetailSerializer,
    language,
)
from api.v1.charters.views import VersionView, conflict_data
from api.v1.once import seen_version, step
from api.v1.policy.views import parameter_data
from api.v1.views import actor_of
from apps.charters.domain.clauses import add_clause, leave_out_clause, remove_clause, renumber_clause, write_clause
from apps.charters.domain.inputs import OwnValueInput, parameter_of
from apps.charters.domain.values import clear_value, pick_winner, set_value, unpick_winner
from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import ClauseLine, documents_of
from apps.charters.queries.policy import policy_with, version_of
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.rulebook.checks import RULES
from apps.rulebook.enums import CouncilKind
from apps.rulebook.parameters.sentences import sentence_of
from apps.rulebook.policy import Conflict, conflicting

COUNCIL = OpenApiParameter(
    "council", str, enum=[kind.value for kind in CouncilKind], description="Only for this council."
)
CHANGING = {
    "GET": Permission.SCHOOL_READ,
    "PUT": Permission.CHARTER_EDIT,
    "DELETE": Permission.CHARTER_EDIT,
}
WRITING = {"GET": Permission.SCHOOL_READ, "POST": Permission.CHARTER_EDIT}


def _council(request: Request) -> CouncilKind | None:
    for name in request.query_params:
        if name != "council":
            raise faults.PARAMETER_UNKNOWN(name=name, known="council")
    raw = request.query_params.get("council")
    known = {kind.value: kind for kind in CouncilKind}
    if raw is not None and raw not in known:
        raise faults.PARAMETER_INVALID(name="council", reason=", ".join(known))
    return known[raw] if raw is not None else None


class VersionValue(VersionView):
    """A value of the school's own."""

    serializer_class = SetValueSerializer
    needs = CHANGING

    @extend_schema(operation_id="charter_values_read", parameters=[COUNCIL], responses=ValueInDraftSerializer)
    def get(self, request: Request, pk: int, key: str) -> Response:
        """The rule as it would hold: state, value, clause and document, and the checks it feeds."""
        profile, council, parameter = self.profile(pk), _council(request), parameter_of(key)
        answer = policy_with(profile).at(profile.valid_from, council).get(parameter)
        feeds = [check for check, rule in RULES.items() if parameter in rule.needs or parameter in rule.readings]
        data = {
            "sentence": sentence_of(parameter).in_(language()),
            "parameter": parameter_data(answer, language()),
            "checks": feeds,
        }
        return Response(ValueInDraftSerializer(data).data)

    @extend_schema(operation_id="charter_values_set", responses=VersionDetailSerializer)
    def put(self, request: Request, pk: int, key: str) -> Response:
        """Set a value inside the frame. One outside is refused with the bound, whose it is and the act's clause."""
        form = SetValueSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        value = OwnValueInput(key=key, **form.validated_data)
        set_value(by=actor_of(request), profile=self.profile(pk), value=value, seen=seen_version(request))
        return self.whole(request, pk)

    @extend_schema(operation_id="charter_values_clear", parameters=[COUNCIL], responses=VersionDetailSerializer)
    def delete(self, request: Request, pk: int, key: str) -> Response:
        """Let the documents speak again."""
        council = _council(request)
        clear_value(
            by=actor_of(request), profile=self.profile(pk), key=key, council_kind=council, seen=seen_version(request)
        )
        return self.whole(request, pk)


class VersionChoice(VersionView):
    """The winner of a conflict."""

    serializer_class = PickSerializer
    needs = CHANGING

    @extend_schema(operation_id="charter_choices_read", parameters=[COUNCIL], responses=ConflictSerializer)
    def get(self, request: Request, pk: int, key: str) -> Response:
        """What each document says; no sides where none disagrees."""
        profile, council, parameter = self.profile(pk), _council(request), parameter_of(key)
        version = version_of(profile)
        sides = conflicting(version, parameter, council)
        winner = next((row for row in version.winners if row.parameter is parameter and row.council is council), None)
        found = Conflict(parameter, council, sides, winner)
        return Response(ConflictSerializer(conflict_data(found)).data)

    @extend_schema(operation_id="charter_choices_pick", responses=VersionDetailSerializer)
    def put(self, request: Request, pk: int, key: str) -> Response:
        """Say which document holds where two disagree, and why."""
        form = PickSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        profile, seen = self.profile(pk), seen_version(request)
        pick_winner(by=actor_of(request), profile=profile, key=key, seen=seen, **form.validated_data)
        return self.whole(request, pk)

    @extend_schema(operation_id="charter_choices_unpick", parameters=[COUNCIL], responses=VersionDetailSerializer)
    def delete(self, request: Request, pk: int, key: str) -> Response:
        """Open the conflict again."""
        council = _council(request)
        unpick_winner(
            by=actor_of(request), profile=self.profile(pk), key=key, council_kind=council, seen=seen_version(request)
        )
        return self.whole(request, pk)


def _lines(profile: PolicyProfile) -> list[ClauseLine]:
    modules = [row.module for row in profile.modules.all()]
    return [line for document in documents_of(profile, modules) for line in document.lines]


class ClauseList(VersionView):
    """Clauses of a version."""

    serializer_class = ClauseSerializer
    pagination_class = None
    needs = WRITING

    @extend_schema(
        operation_id="charter_clauses_list",
        parameters=[OpenApiParameter("module", OpenApiTypes.STR, description="Only of this document.")],
        responses=ClauseSerializer(many=True),
    )
    def get(self, request: Request, pk: int) -> Response:
        """Every clause in the order of the documents, those left out included, with its words in three languages."""
        for name in request.query_params:
            if name != "module":
                raise faults.PARAMETER_UNKNOWN(name=name, known="module")
        module = request.query_params.get("module")
        lines = [line for line in _lines(self.profile(pk)) if module in (None, line.module)]
        return Response(ClauseSerializer(lines, many=True).data)

    @extend_schema(operation_id="charter_clauses_add", request=NewClauseSerializer, responses={201: ClauseSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Add a clause of the school's own. A number that is there already is refused."""
        profile = self.profile(pk)

        def deed(**given: Any) -> dict[str, Any]:
            changed = add_clause(profile=profile, **given)
            key = changed.own_clauses[-1]["id"]
            return dict(ClauseSerializer(next(line for line in _lines(changed) if line.key == key)).data)

        return step(request, NewClauseSerializer, deed)


class ClauseDetail(VersionView):
    """One clause of a version."""

    serializer_class = ClauseSerializer
    needs = {
        "GET": Permission.SCHOOL_READ,
        "PATCH": Permission.CHARTER_EDIT,
        "DELETE": Permission.CHARTER_EDIT,
    }

    def _clause(self, profile: PolicyProfile, key: str) -> dict[str, Any]:
        line = next((line for line in _lines(profile) if line.key == key), None)
        if line is None:
            raise NOT_FOUND()
        return dict(ClauseSerializer(line).data)

    @extend_schema(operation_id="charter_clauses_read")
    def get(self, request: Request, pk: int, key: str) -> Response:
        """A clause with its words."""
        return Response(self._clause(self.profile(pk), key))

    @extend_schema(operation_id="charter_clauses_change", request=ClauseChangeSerializer)
    def patch(self, request: Request, pk: int, key: str) -> Response:
        """Write it anew, leave it out or take it in, renumber one of the school's own. An empty text brings the source's words back."""
        form = ClauseChangeSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data, by = form.validated_data, actor_of(request)
        profile, seen = self.profile(pk), seen_version(request)
        self._clause(profile, key)
        if "number" in data:
            profile = renumber_clause(by=by, profile=profile, key=key, number=data["number"], seen=seen)
            seen = profile.row_version
        if "left_out" in data:
            profile = leave_out_clause(by=by, profile=profile, key=key, left_out=data["left_out"], seen=seen)
            seen = profile.row_version
        if "text" in data:
            profile = write_clause(by=by, profile=profile, key=key, text=data["text"], seen=seen)
        return Response(self._clause(profile, key))

    @extend_schema(operation_id="charter_clauses_remove", responses={204: None})
    def delete(self, request: Request, pk: int, key: str) -> Response:
        """Take a clause of the school's own out."""
        remove_clause(by=actor_of(request), profile=self.profile(pk), key=key, seen=seen_version(request))
        return Response(status=204)
