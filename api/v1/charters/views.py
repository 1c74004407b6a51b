"""/charter-versions/: drafts, their values and clauses, the papers that carry them into force, who has read them."""

from typing import Any

import django_filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.charters.serializers import (
    AcknowledgeSerializer,
    ApproveCharterSerializer,
    ConsiderSerializer,
    DifferenceSerializer,
    InForceSerializer,
    NewVersionSerializer,
    PaperSerializer,
    ReaderSerializer,
    RouteSerializer,
    VersionChangeSerializer,
    VersionDetailSerializer,
    VersionSerializer,
)
from api.v1.filters import SinceFilter
from api.v1.once import done_once, seen_version, step, tagged
from api.v1.views import SchoolView, actor_of
from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.acts.queries.charters import Route, route_of
from apps.acts.queries.standing import fingerprint_of
from apps.bodies.queries.readers import Reader, readers_of
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.domain.drafts import change_draft, discard_draft, start_draft
from apps.charters.domain.inputs import ModuleInput
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.clauses import unsaid
from apps.charters.queries.difference import difference
from apps.charters.queries.policy import version_of
from apps.charters.queries.versions import with_base
from apps.core.permissions import Permission
from apps.rulebook.policy import Conflict, conflicts

WHOLE = PolicyProfile.objects.prefetch_related("modules", "values", "choices")


class VersionFilter(django_filters.FilterSet):
    """Filters of the list of versions."""

    state = django_filters.ChoiceFilter(choices=[(state.value, state.label.en) for state in ProfileState])
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = PolicyProfile
        fields = ()


def detail_of(request: Request, pk: int) -> dict[str, Any]:
    """A version with its route, values and conflicts."""
    profile = WHOLE.get(pk=pk)
    route, version = route_of(profile, on=actor_of(request).today), version_of(profile)
    stale = route.stale.act if route.stale else None
    bound = stale.data.get("bound") if stale else None
    values = {
        "values": list(profile.values.all()),
        "conflicts": [conflict_data(one) for one in conflicts(version)],
        "unsaid": [
            {
                "key": one.parameter.key,
                "module": one.line.module,
                "clause": one.line.key,
                "number": one.line.number,
            }
            for one in unsaid(profile, version)
        ],
        "changed_since": difference(bound, route.content) if bound else [],
        **_papers(route),
    }
    return dict(VersionSerializer(profile).data) | dict(RouteSerializer(values).data)


def _papers(route: Route) -> dict[str, Any]:
    return {
        "stage": route.stage,
        "fingerprint": fingerprint_of(route.content),
        "considered": route.considered.act,
        "considered_valid": route.considered.valid,
        "approved": route.approved.act,
        "approved_valid": route.approved.valid,
    }


def conflict_data(one: Conflict) -> dict[str, Any]:
    """A conflict with what each document says."""
    return {
        "key": one.parameter.key,
        "council_kind": one.council,
        "sides": [
            {
                "module": side.module,
                "printed": list(dict.fromkeys(source.printed for source in side.sources)),
                "value": one.parameter.encode(side.value),
            }
            for side in one.candidates
        ],
        "winner": one.winner.module if one.winner else None,
        "reason": one.winner.reason if one.winner else "",
    }


def _modules(rows: Any) -> list[ModuleInput]:
    return [ModuleInput(row["module"], row["council_kind"]) for row in rows]


class VersionView(SchoolView):
    """A resource of one version."""

    queryset = PolicyProfile.objects.all()
    tag = "charter"

    def profile(self, pk: int) -> PolicyProfile:
        """The version of the address."""
        return self.found(PolicyProfile.objects.all(), pk=pk)

    def whole(self, request: Request, pk: int) -> Response:
        """The version as it stands now, with its tag."""
        return tagged(Response(detail_of(request, pk)), self.profile(pk))


class VersionList(ListModelMixin, SchoolView):
    """Versions of the charter."""

    serializer_class = VersionSerializer
    queryset = PolicyProfile.objects.prefetch_related("modules")
    filterset_class = VersionFilter
    ordering = ("-number",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.CHARTER_EDIT}
    tag = "charter"

    @extend_schema(operation_id="charter_versions_list")
    def get(self, request: Request) -> Response:
        """Every version, drafts included, newest first."""
        return self.list(request)

    @extend_schema(
        operation_id="charter_versions_begin", request=NewVersionSerializer, responses={201: VersionDetailSerializer}
    )
    def post(self, request: Request) -> Response:
        """Begin the next version. Nothing in force changes."""
        form = NewVersionSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = dict(form.validated_data)
        chosen = _modules(data.pop("modules"))
        return done_once(
            request, lambda: detail_of(request, start_draft(by=actor_of(request), chosen=chosen, **data).pk)
        )


class VersionDetail(VersionView):
    """One version."""

    serializer_class = VersionDetailSerializer
    needs = {
        "GET": Permission.SCHOOL_READ,
        "PATCH": Permission.CHARTER_EDIT,
        "DELETE": Permission.CHARTER_EDIT,
    }

    @extend_schema(operation_id="charter_versions_read")
    def get(self, request: Request, pk: int) -> Response:
        """A version with its route, its own values, its conflicts and what has changed since it was approved."""
        self.profile(pk)
        return self.whole(request, pk)

    @extend_schema(operation_id="charter_versions_change", request=VersionChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Change what a draft is made of. `If-Match` refuses what has changed meanwhile."""
        form = VersionChangeSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        data = dict(form.validated_data)
        chosen = _modules(data.pop("modules")) if "modules" in data else None
        change_draft(by=actor_of(request), profile=self.profile(pk), seen=seen_version(request), chosen=chosen, **data)
        return self.whole(request, pk)

    @extend_schema(operation_id="charter_versions_discard", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Throw a draft away."""
        discard_draft(by=actor_of(request), profile=self.profile(pk), seen=seen_version(request))
        return Response(status=204)


class VersionDifference(VersionView):
    """What differs from another version."""

    serializer_class = DifferenceSerializer
    pagination_class = None

    @extend_schema(
        operation_id="charter_versions_difference",
        parameters=[
            OpenApiParameter(
                "with", OpenApiTypes.INT, description="The other version; the one it was begun from without it."
            )
        ],
        responses=DifferenceSerializer(many=True),
    )
    def get(self, request: Request, pk: int) -> Response:
        """Clause by clause and value by value: `before` is the other version, `now` this one."""
        for name in request.query_params:
            if name != "with":
                raise faults.PARAMETER_UNKNOWN(name=name, known="with")
        raw = request.query_params.get("with")
        if raw is not None and not (raw.isascii() and raw.isdigit() and len(raw) <= 9):
            raise faults.PARAMETER_INVALID(name="with", reason="1, 2, 3 …")
        self.profile(pk)
        pair = with_base(pk, None if raw is None else self.profile(int(raw)).pk)
        if pair is None or pair[1] is None:
            return Response([])
        now, before = (route_of(one, on=actor_of(request).today).content for one in pair if one)
        return Response(DifferenceSerializer(difference(before, now), many=True).data)


class VersionConsider(VersionView):
    """The protocol of the pedagogical council."""

    serializer_class = ConsiderSerializer
    needs = Permission.CHARTER_EDIT

    @extend_schema(operation_id="charter_versions_consider", responses={201: PaperSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that the pedagogical council has considered the draft as it stands."""
        profile = self.profile(pk)
        return step(
            request,
            ConsiderSerializer,
            lambda **given: dict(PaperSerializer(consider_charter(profile=profile, **given)).data),
        )


class VersionApprove(VersionView):
    """The director's order."""

    serializer_class = ApproveCharterSerializer
    needs = Permission.CHARTER_CONFIRM

    @extend_schema(operation_id="charter_versions_approve", responses={201: PaperSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Approve the draft as it stands. Any later change needs another protocol and another order."""
        profile = self.profile(pk)
        return step(
            request,
            ApproveCharterSerializer,
            lambda **given: dict(PaperSerializer(approve_charter(profile=profile, **given)).data),
        )


class VersionInForce(VersionView):
    """The day from which a version holds."""

    serializer_class = InForceSerializer
    needs = Permission.CHARTER_CONFIRM

    @extend_schema(operation_id="charter_versions_in_force", responses={201: VersionDetailSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Bring an approved draft into force; the version before it ends on that day."""
        profile = self.profile(pk)

        def deed(**given: Any) -> dict[str, Any]:
            bring_into_force(profile=profile, **given)
            return detail_of(request, pk)

        return step(request, InForceSerializer, deed)


class VersionReaders(VersionView):
    """Acknowledgements of a version."""

    serializer_class = ReaderSerializer
    pagination_class = None
    needs = Permission.SCHOOL_READ

    @extend_schema(operation_id="charter_versions_readers", responses=ReaderSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """Everyone asked to sign and everyone who has, those who are missing first."""
        return Response(ReaderSerializer(readers_of(self.profile(pk), actor_of(request).today), many=True).data)

    @extend_schema(
        operation_id="charter_versions_acknowledge", request=AcknowledgeSerializer, responses={201: ReaderSerializer}
    )
    def post(self, request: Request, pk: int) -> Response:
        """Sign for oneself, or enter what was signed on the paper sheet."""
        profile = self.profile(pk)

        def deed(seen: int | None, **given: Any) -> dict[str, Any]:
            row = acknowledge(profile=profile, **given)
            reader = Reader(row.person, asked=True, signed_on=row.signed_on, on_paper=row.on_paper)
            return dict(ReaderSerializer(reader).data)

        return step(request, AcknowledgeSerializer, deed)
