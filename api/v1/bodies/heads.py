"""The way to an office, and whether a person may take it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.bodies.serializers import BODIES, PEOPLE
from api.v1.bodies.views import ON
from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.filters import asked_day
from api.v1.once import step
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.domain.heads import Count, PaperOrder, appoint, approve_candidate, elect, nominate, withdraw
from apps.bodies.enums import CandidacyState, MembershipRole
from apps.bodies.models import Body, Candidacy
from apps.bodies.queries.eligibility import eligibility_of
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.rulebook.explain import explain
from apps.sittings.models import Sitting

SITTINGS = Sitting.objects.all()


class CandidacySerializer(StrictSerializer):
    """A candidate with the papers of each step."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id")
    person = serializers.IntegerField(source="person_id")
    office = CodeSerializerField(MembershipRole)
    state = CodeSerializerField(CandidacyState)
    nominated_on = serializers.DateField()
    nominated_by = serializers.CharField(allow_blank=True)
    election = serializers.IntegerField(source="election_id", allow_null=True)
    approval = serializers.IntegerField(source="approval_id", allow_null=True)
    order = serializers.IntegerField(source="order_id", allow_null=True)
    membership = serializers.IntegerField(source="membership_id", allow_null=True)
    note = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField(source="row_version")


class NominateSerializer(StrictSerializer):
    """A person stands for an office."""

    person = ReferenceField(PEOPLE)
    office = CodeSerializerField(MembershipRole, default=MembershipRole.HEAD)
    nominated_on = StrictDateField()
    nominated_by = serializers.CharField(max_length=200, allow_blank=True, default="")


class CountSerializer(StrictSerializer):
    """Votes of an election."""

    yes = serializers.IntegerField(min_value=0, max_value=9999)
    no = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    abstained = serializers.IntegerField(min_value=0, max_value=9999, default=0)


class ElectSerializer(StrictSerializer):
    """The body has elected."""

    elected_on = StrictDateField()
    sitting = ReferenceField(SITTINGS, allow_null=True, default=None)
    count = CountSerializer(allow_null=True, default=None)


class ApproveSerializer(StrictSerializer):
    """The council has approved."""

    council = ReferenceField(BODIES)
    approved_on = StrictDateField()
    sitting = ReferenceField(SITTINGS, allow_null=True, default=None)


class PaperOrderSerializer(StrictSerializer):
    """An order that was made on paper."""

    number = serializers.CharField(max_length=40)
    signed_by = ReferenceField(PEOPLE, allow_null=True, default=None)


class AppointSerializer(StrictSerializer):
    """The order of appointment; without `paper` it is signed here by the director."""

    order_date = StrictDateField()
    valid_from = StrictDateField()
    title = serializers.CharField(max_length=300, allow_blank=True, default="")
    text = serializers.CharField(max_length=20_000, allow_blank=True, default="")
    language = serializers.ChoiceField(choices=("ky", "ru"), default="ky")
    paper = PaperOrderSerializer(allow_null=True, default=None)


class WithdrawSerializer(StrictSerializer):
    """The candidate does not stand any more."""

    note = serializers.CharField(max_length=300, allow_blank=True, default="")


class JudgedSerializer(StrictSerializer):
    """What the rulebook says of one requirement."""

    check = serializers.CharField()
    verdict = serializers.CharField()
    severity = serializers.CharField(allow_blank=True)
    argument = serializers.CharField()


def shown(row: Candidacy) -> dict[str, Any]:
    return dict(CandidacySerializer(row).data)


class CandidacyList(SchoolView):
    """Candidates for the offices of a body."""

    serializer_class = CandidacySerializer
    queryset = Candidacy.objects.all()
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.SITTING_RECORD}
    within_bodies = True
    ordering = ("id",)
    tag = "heads"

    @extend_schema(operation_id="candidacies_list", responses=CandidacySerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """Everyone who stood for an office of the body, in the order of entry."""
        body = self.found(Body.objects.all(), pk=pk)
        rows = self.paginate_queryset(Candidacy.objects.filter(body=body))
        return self.get_paginated_response(CandidacySerializer(rows, many=True).data)

    @extend_schema(
        operation_id="candidacies_nominate", request=NominateSerializer, responses={201: CandidacySerializer}
    )
    def post(self, request: Request, pk: int) -> Response:
        """Enter a candidate."""
        body = self.found(Body.objects.all(), pk=pk)
        return step(request, NominateSerializer, lambda seen, **given: shown(nominate(body=body, **given)))


class Step(SchoolView):
    """One step on the way to an office."""

    queryset = Candidacy.objects.all()
    needs = Permission.SITTING_RECORD
    within_bodies = True
    tag = "heads"

    def step(self, request: Request, pk: int, verb: Callable[..., Any]) -> Response:
        """Check the values and take the step."""
        row = self.found(Candidacy.objects.select_related("person", "body"), pk=pk)

        def do(**given: Any) -> dict[str, Any]:
            for name, kind in (("count", Count), ("paper", PaperOrder)):
                if given.get(name):
                    given[name] = kind(**given[name])
            return shown(verb(candidacy=row, **given))

        return step(request, self.serializer_class, do)


class CandidacyElect(Step):
    """The election."""

    serializer_class = ElectSerializer

    @extend_schema(operation_id="candidacies_elect", responses={201: CandidacySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the body has elected the candidate."""
        return self.step(request, pk, elect)


class CandidacyApprove(Step):
    """The council's approval."""

    serializer_class = ApproveSerializer

    @extend_schema(operation_id="candidacies_approve", responses={201: CandidacySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the council has approved the head."""
        return self.step(request, pk, approve_candidate)


class CandidacyAppoint(Step):
    """The appointment."""

    serializer_class = AppointSerializer
    needs = Permission.SCHOOL_READ

    @extend_schema(operation_id="candidacies_appoint", responses={201: CandidacySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Appoint: the director signs the order here, or an order made on paper is recorded (the verb checks which right is needed)."""
        return self.step(request, pk, appoint)


class CandidacyWithdraw(Step):
    """The end of a candidacy."""

    serializer_class = WithdrawSerializer

    @extend_schema(operation_id="candidacies_withdraw", responses={201: CandidacySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the candidate does not stand any more."""
        return self.step(request, pk, withdraw)


class Eligibility(SchoolView):
    """Whether a person may be appointed head."""

    serializer_class = JudgedSerializer
    queryset = Person.objects.all()
    pagination_class = None
    tag = "heads"

    @extend_schema(
        operation_id="eligibility_read",
        parameters=[OpenApiParameter("person", OpenApiTypes.INT, required=True), ON],
        responses=JudgedSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        """What the job description in force on the day asks, and what the person's record shows."""
        raw = request.query_params.get("person", "")
        if not (raw.isascii() and raw.isdigit() and len(raw) < 19):
            raise faults.PARAMETER_INVALID(name="person", reason="1…")
        person = self.found(Person.objects.all(), pk=int(raw))
        language = get_language() or "ky"
        found = eligibility_of([person], on=asked_day(request) or actor_of(request).today)[person.pk]
        return Response(
            [
                {
                    "check": row.check,
                    "verdict": row.verdict.value,
                    "severity": row.severity.value if row.severity else "",
                    "argument": explain(row, language).text,
                }
                for row in found
            ]
        )
