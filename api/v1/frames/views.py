"""/districts/{slug}/frame/ and the comparison of rules."""

import uuid
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
    DeviationsSerializer,
    FrameRuleInputSerializer,
    FrameRuleSerializer,
    FrameSerializer,
    SurveySerializer,
)
from api.v1.once import seen_version, tagged
from api.v1.views import actor_of
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.district import errors
from apps.district.domain import frames as verbs
from apps.district.enums import SurveyKind
from apps.district.models import FrameRule, Survey
from apps.district.queries import surveys
from apps.district.queries.deviations import deviations
from apps.district.queries.frames import inherited_by, rules_of
from apps.district.queries.reach import Reached
from apps.rulebook.enums import CouncilKind

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
