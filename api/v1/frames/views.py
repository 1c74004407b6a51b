"""/districts/{slug}/frame/ and the comparison of rules."""

import uuid
from collections.abc import Collection
from dataclasses import replace
from typing import Any, ClassVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.districts.views import DistrictView
from api.v1.frames.serializers import (
    ClausesSerializer,
    ComparisonSerializer,
    DeviationsSerializer,
    FrameRuleInputSerializer,
    FrameRuleSerializer,
    FrameSerializer,
    SurveySerializer,
    compared,
)
from api.v1.once import seen_version, tagged
from api.v1.views import SchoolView, actor_of
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.district import errors
from apps.district.domain import frames as verbs
from apps.district.enums import SurveyKind
from apps.district.models import FrameRule, SchoolRules, Survey
from apps.district.queries import surveys
from apps.district.queries.deviations import deviations
from apps.district.queries.documents import documents_of_schools
from apps.district.queries.frames import inherited_by, rules_of
from apps.district.queries.reach import Reached
from apps.rulebook import comparison
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module import Clause
from apps.rulebook.module_files import all_modules

COUNCIL = OpenApiParameter("council", str, enum=[kind.value for kind in CouncilKind], description="For this council.")


class FrameView(DistrictView):
    """A resource of the district's own layer."""

    usul_scope: ClassVar[Wanted] = Wanted(Wanted.Kind.PORTAL)
    needs: ClassVar[Any] = {"GET": Permission.DISTRICT_READ, "POST": Permission.DISTRICT_FRAME}
    tag: ClassVar[str] = "frames"
    known_parameters: ClassVar[frozenset[str]] = frozenset()

    def place(self, request: Request, slug: str) -> tuple[Reached, Actor]:
        """The district and the actor with the rights held there."""
        for name in request.query_params:
            if name not in self.known_parameters:
                raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(sorted(self.known_parameters)))
        place = self.district(request, slug)
        return place, replace(actor_of(request), permissions=place.rights)

    @staticmethod
    def rule(place: Reached, rule: uuid.UUID) -> FrameRule:
        """A rule of this very district, or 404."""
        row = FrameRule.objects.select_related("district").filter(pk=rule, district=place.district).first()
        if row is None:
            raise NOT_FOUND()
        return row


class FrameList(FrameView):
    """The frame of a district."""

    @extend_schema(operation_id="frame_read", responses=FrameSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """The district's own rules, drafts included, and those set above it."""
        place, _by = self.place(request, slug)
        data = {
            "district": slug,
            "rules": rules_of(place.district),
            "above": [rule for _level, rule in inherited_by(place.district)],
        }
        return Response(FrameSerializer(data).data)

    @extend_schema(operation_id="frame_draft", request=FrameRuleInputSerializer, responses={201: FrameRuleSerializer})
    def post(self, request: Request, slug: str) -> Response:
        """Write a rule down. Nothing reaches a school before it is published."""
        place, by = self.place(request, slug)
        asked = FrameRuleInputSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        row = verbs.draft_rule(by=by, district=place.district, rule=verbs.RuleInput(**asked.validated_data))
        return tagged(Response(FrameRuleSerializer(row).data, status=201), row)


class FrameDetail(FrameView):
    """One rule of the frame."""

    @extend_schema(operation_id="frame_rule_read", responses=FrameRuleSerializer)
    def get(self, request: Request, slug: str, rule: uuid.UUID) -> Response:
        """One rule with its version as `ETag`."""
        place, _by = self.place(request, slug)
        row = self.rule(place, rule)
        return tagged(Response(FrameRuleSerializer(row).data), row)


class FramePublish(FrameView):
    """Publishing a rule."""

    @extend_schema(operation_id="frame_publish", request=None, responses=FrameRuleSerializer)
    @transaction.atomic
    def post(self, request: Request, slug: str, rule: uuid.UUID) -> Response:
        """Bring a draft to every school of the district; with `If-Match` only as it was seen."""
        place, by = self.place(request, slug)
        row, seen = self.rule(place, rule), seen_version(request)
        if seen is not None and seen != row.row_version:
            raise errors.CHANGED_MEANWHILE()
        row = verbs.publish_rule(by=by, rule_id=row.pk, now=timezone.now())
        return tagged(Response(FrameRuleSerializer(row).data), row)


class FrameAnswers(FrameView):
    """What a rule would change in every school."""

    @extend_schema(operation_id="frame_answers_read", responses=SurveySerializer)
    def get(self, request: Request, slug: str, rule: uuid.UUID) -> Response:
        """The newest question about the rule and the answers so far; 404 while nobody has asked."""
        place, _by = self.place(request, slug)
        survey = surveys.last_survey(self.rule(place, rule).pk, SurveyKind.FRAME)
        if survey is None:
            raise NOT_FOUND()
        return Response(survey_data(survey))

    @extend_schema(operation_id="frame_ask", request=None, responses={201: SurveySerializer})
    def post(self, request: Request, slug: str, rule: uuid.UUID) -> Response:
        """Ask every school. Each judges its own records in a task; read the answers with GET."""
        place, by = self.place(request, slug)
        row = self.rule(place, rule)
        survey = verbs.ask_about_rule(by=by, rule=row, below=place.below, now=timezone.now())
        return Response(survey_data(survey), status=201)


def survey_data(survey: Survey) -> dict[str, Any]:
    """A question and its answers as plain data."""
    progress = surveys.progress_of(survey)
    data = {
        "id": survey.pk,
        "asked_by": survey.asked_by,
        "asked_at": survey.asked_at,
        "as_of": survey.as_of,
        "total": progress.total,
        "answered": progress.answered,
        "answers": surveys.answers(survey),
    }
    return dict(SurveySerializer(data).data)


class DeviationList(FrameView):
    """The deviation map of a district."""

    known_parameters: ClassVar[frozenset[str]] = frozenset({"council"})

    @extend_schema(operation_id="deviations_read", parameters=[COUNCIL], responses=DeviationsSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """Which schools depart from the district's default, or from what most of them say."""
        place, by = self.place(request, slug)
        council = council_of(request)
        language = get_language() or "ky"
        found = deviations(place.district.pk, place.below, on=by.today, council=council)
        data = {
            "district": slug,
            "council": council,
            "deviations": [
                {
                    "key": row.parameter.key,
                    "label": row.parameter.label.in_(language),
                    "default": row.parameter.encode(row.default),
                    "is_set": row.is_set,
                    "same": row.same,
                    "departures": [
                        {
                            "school": school,
                            "name": name,
                            "state": one.state,
                            "value": row.parameter.encode(one.value) if one.given else None,
                            "place": where,
                        }
                        for one in row.departures
                        for school, name, where in one.schools
                    ],
                }
                for row in found
            ],
        }
        return Response(DeviationsSerializer(data).data)


def council_of(request: Request) -> str:
    """The council asked for; empty for associations and the school."""
    raw = request.query_params.get("council", "")
    known = [kind.value for kind in CouncilKind]
    if raw and raw not in known:
        raise faults.PARAMETER_INVALID(name="council", reason=", ".join(known))
    return raw


class DistrictMatrix(FrameView):
    """The differences matrix, on the district's host."""

    @extend_schema(operation_id="district_matrix_read", responses=ComparisonSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """What each regulation says, leaves open or has lost."""
        self.place(request, slug)
        return Response(ComparisonSerializer(matrix_data()).data)


class Sides(FrameView):
    """What comparisons of a district share: a side is a school's slug or the code of a regulation."""

    known_parameters: ClassVar[frozenset[str]] = frozenset({"left", "right", "council"})

    def asked(self, request: Request, known: Collection[str]) -> list[str]:
        """Both sides.

        Raises:
            Fault: `api.parameter_invalid` for a side that is neither.
        """
        sides = [request.query_params.get(name, "") for name in ("left", "right")]
        for name, side in zip(("left", "right"), sides, strict=True):
            if side not in known:
                raise faults.PARAMETER_INVALID(name=name, reason=", ".join(sorted(known))[:400])
        return sides


SIDES = [
    OpenApiParameter("left", str, required=True, description="Slug of a school, or code of a regulation."),
    OpenApiParameter("right", str, required=True, description="The other side."),
]


class DistrictComparison(Sides):
    """The rules of two schools side by side."""

    @extend_schema(
        operation_id="district_comparison_read", parameters=[*SIDES, COUNCIL], responses=ComparisonSerializer
    )
    def get(self, request: Request, slug: str) -> Response:
        """Schools by what they have told, and regulations, value by value."""
        place, _by = self.place(request, slug)
        council = council_of(request)
        rows = SchoolRules.objects.filter(school__district__in=place.below).select_related("school")
        told = {row.school.slug: row.values for row in rows}
        asked = self.asked(request, [*all_modules(), *told])
        sides = [
            comparison.side_of_data(told[side].get(council if council in told[side] else "", {}))
            if side in told
            else comparison.side_of_modules([side])
            for side in asked
        ]
        found = [row for row in comparison.rows_of(sides) if row.regulated]
        return Response(ComparisonSerializer({"sides": asked, "rows": compared(found, get_language() or "ky")}).data)


class DistrictClauses(Sides):
    """The documents of two schools clause by clause."""

    known_parameters: ClassVar[frozenset[str]] = frozenset({"left", "right"})

    @extend_schema(operation_id="district_clauses_read", parameters=SIDES, responses=ClausesSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """Clauses of the regulations both live by, paired by what they are about and never by their numbers."""
        place, _by = self.place(request, slug)
        documents = documents_of_schools(place.below) | {code: [row] for code, row in all_modules().items()}
        asked = self.asked(request, documents)
        pairs = [
            {
                "about": pair.about,
                "left": [clause_data(clause) for clause in pair.left],
                "right": [clause_data(clause) for clause in pair.right],
            }
            for pair in comparison.pairs(*(documents[side] for side in asked))
        ]
        return Response(ClausesSerializer({"sides": asked, "pairs": pairs}).data)


def clause_data(clause: Clause) -> dict[str, str]:
    """A clause as plain data, in the caller's language."""
    return {
        "module": clause.key.partition(".")[0].upper(),
        "key": clause.key,
        "number": clause.number,
        "text": clause.text.in_(get_language() or "ky") if clause.text else "",
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


class Comparison(SchoolView):
    """Two sets of rules side by side."""

    serializer_class = ComparisonSerializer
    tag: ClassVar[str] = "policy"

    @extend_schema(
        operation_id="comparison_read",
        parameters=[
            OpenApiParameter(
                "left", str, required=True, description="Code of a regulation, or the number of a version."
            ),
            OpenApiParameter("right", str, required=True, description="The other side."),
            COUNCIL,
        ],
    )
    def get(self, request: Request) -> Response:
        """Regulations and the school's own versions, value by value."""
        for name in request.query_params:
            if name not in ("left", "right", "council"):
                raise faults.PARAMETER_UNKNOWN(name=name, known="council, left, right")
        raw = council_of(request)
        council = CouncilKind.of(raw) if raw else None
        policy = school_policy()
        versions = {row.id: row for row in policy.versions}
        sides = []
        for name in ("left", "right"):
            asked = request.query_params.get(name, "")
            if asked in all_modules():
                sides.append(comparison.side_of_modules([asked]))
            elif asked in versions:
                sides.append(comparison.side_of_view(policy.at(versions[asked].valid_from, council)))
            else:
                raise faults.PARAMETER_INVALID(name=name, reason=", ".join([*all_modules(), *versions]))
        rows = [row for row in comparison.rows_of(sides) if row.regulated]
        data = {
            "sides": [request.query_params["left"], request.query_params["right"]],
            "rows": compared(rows, get_language() or "ky"),
        }
        return Response(ComparisonSerializer(data).data)
