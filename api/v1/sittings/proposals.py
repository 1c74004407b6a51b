"""/proposals/: questions put to a body by its members and by other bodies, and what became of them."""

from datetime import date
from typing import Any

import django_filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.filters import SinceFilter
from api.v1.once import step, tagged
from api.v1.serializers import StrictSerializer
from api.v1.views import SchoolView, actor_of
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings.domain.proposals import (
    admit_proposal,
    defer_proposal,
    propose_item,
    return_excerpt,
    return_proposal,
    send_item,
)
from apps.sittings.enums import Matter, ProposalState
from apps.sittings.models import AgendaItem, Proposal, Sitting

BODIES = Body.objects.all()
NEEDED = serializers.Field.default_error_messages["required"]


class ProposalSerializer(StrictSerializer):
    """A question and how far it has come."""

    id = serializers.IntegerField(read_only=True)
    body = ReferenceField(BODIES)
    text = serializers.CharField(max_length=500)
    reason = serializers.CharField(max_length=500, allow_blank=True, default="")
    kind = CodeSerializerField(ItemKind, default=ItemKind.OTHER)
    concerns = ReferenceField(Person.objects.all(), allow_null=True, default=None)
    matter = CodeSerializerField(Matter, read_only=True, allow_null=True)
    asker = serializers.IntegerField(
        source="asker_id", read_only=True, allow_null=True, help_text="The body that sent it."
    )
    offered_on = serializers.DateField(read_only=True)
    offered_by = serializers.IntegerField(source="offered_by_id", read_only=True, allow_null=True)
    state = CodeSerializerField(ProposalState, read_only=True)
    reply = serializers.CharField(read_only=True)
    item = serializers.IntegerField(source="item_id", read_only=True, allow_null=True)
    decided_on = serializers.DateField(read_only=True, allow_null=True)
    adopted = serializers.BooleanField(read_only=True, allow_null=True)
    excerpt_on = serializers.DateField(read_only=True, allow_null=True)
    version = serializers.IntegerField(source="row_version", read_only=True)


class SendSerializer(StrictSerializer):
    """A question of one body for another."""

    item = ReferenceField(AgendaItem.objects.select_related("sitting__body"))
    to = ReferenceField(BODIES)
    reason = serializers.CharField(max_length=500, allow_blank=True, default="")
    matter = CodeSerializerField(Matter, allow_null=True, default=None)
    concerns = ReferenceField(Person.objects.all(), allow_null=True, default=None)


class ProposalStepSerializer(StrictSerializer):
    """A step: `admit` takes the sitting, `return` the reply, `home` the day the excerpt went back."""

    step = serializers.ChoiceField(choices=("admit", "defer", "return", "home"))
    sitting = ReferenceField(Sitting.objects.all(), allow_null=True, default=None)
    reply = serializers.CharField(max_length=500, allow_blank=True, default="")
    on = StrictDateField(allow_null=True, default=None)


class ProposalFilter(django_filters.FilterSet):
    """Filters of the list."""

    body = django_filters.NumberFilter(field_name="body_id")
    asker = django_filters.NumberFilter(field_name="asker_id")
    state = django_filters.ChoiceFilter(choices=[(state.value, state.label.en) for state in ProposalState])
    modified_since = SinceFilter(field_name="updated_at")

    class Meta:
        model = Proposal
        fields = ()


def shown(pk: int) -> dict[str, Any]:
    """A proposal as JSON values."""
    return dict(ProposalSerializer(Proposal.objects.get(pk=pk)).data)


class ProposalList(ListModelMixin, SchoolView):
    """Questions put to bodies."""

    serializer_class = ProposalSerializer
    queryset = Proposal.objects.all()
    filterset_class = ProposalFilter
    ordering = ("-id",)
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.ITEM_PROPOSE}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="proposals_list")
    def get(self, request: Request) -> Response:
        """Questions, newest first."""
        return self.list(request)

    @extend_schema(operation_id="proposals_offer", responses={201: ProposalSerializer})
    def post(self, request: Request) -> Response:
        """Offer a question to a body."""
        on = actor_of(request).today
        return step(request, ProposalSerializer, lambda seen, **given: shown(propose_item(on=on, **given).pk))


class ProposalSend(SchoolView):
    """From body to body."""

    serializer_class = SendSerializer
    queryset = Proposal.objects.all()
    needs = Permission.ITEM_ADMIT
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="proposals_send", responses={201: ProposalSerializer})
    def post(self, request: Request) -> Response:
        """Send a question on to another body. It is decided when the excerpt of the answer is back."""
        on = actor_of(request).today
        return step(request, SendSerializer, lambda seen, **given: shown(send_item(on=on, **given).pk))


class ProposalDetail(SchoolView):
    """One question."""

    serializer_class = ProposalStepSerializer
    queryset = Proposal.objects.all()
    needs = {"GET": Permission.SCHOOL_READ, "POST": Permission.ITEM_ADMIT}
    within_bodies = True
    tag = "sittings"

    @extend_schema(operation_id="proposals_read", responses={200: ProposalSerializer})
    def get(self, request: Request, pk: int) -> Response:
        """A question and how far it has come."""
        row = self.found(Proposal.objects.all(), pk=pk)
        return tagged(Response(shown(row.pk)), row)

    @extend_schema(operation_id="proposals_step", responses={201: ProposalSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Take a step. `If-Match` refuses what has changed meanwhile."""
        row = self.found(Proposal.objects.select_related("body"), pk=pk)
        today = actor_of(request).today

        def do(seen: int | None, step: str, sitting: Sitting | None, reply: str, on: date | None, by: Actor) -> Any:
            locked(row, seen=seen)
            given: dict[str, Any] = {"by": by, "proposal": row, "on": on or today}
            match step:
                case "admit":
                    if sitting is None:
                        raise serializers.ValidationError({"sitting": NEEDED}, code="required")
                    admit_proposal(sitting=sitting, **given)
                case "defer":
                    defer_proposal(**given)
                case "return":
                    return_proposal(reply=reply, **given)
                case _:
                    return_excerpt(**given)
            return shown(pk)

        return step(request, ProposalStepSerializer, do)
