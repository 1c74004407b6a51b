"""/webhooks/: which programs are told of what, and the log of the messages."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.views import SchoolView, actor_of
from api.v1.webhooks.serializers import (
    DeliverySerializer,
    MadeWebhookSerializer,
    NewWebhookSerializer,
    SwitchSerializer,
    WebhookSerializer,
)
from apps.core.permissions import Permission
from apps.notices.domain.webhooks import add_webhook, remove_webhook, renew_secret, secret_of, switch_webhook
from apps.notices.models import Delivery, Webhook
from tenants.context import current_school


def with_secret(row: Webhook) -> dict[str, Any]:
    """The address with its secret."""
    return WebhookSerializer(row).data | {"secret": secret_of(row, current_school().schema)}


class WebhookList(ListModelMixin, SchoolView):
    """Addresses of the school that are told."""

    serializer_class = WebhookSerializer
    queryset = Webhook.objects.all()
    needs = Permission.WEBHOOK_EDIT
    ordering = ("id",)
    tag = "webhooks"

    @extend_schema(operation_id="webhooks_list")
    def get(self, request: Request) -> Response:
        """Every address that is told."""
        return self.list(request)

    @extend_schema(operation_id="webhooks_add", request=NewWebhookSerializer, responses={201: MadeWebhookSerializer})
    def post(self, request: Request) -> Response:
        """Have an address told of events. The answer holds the secret, which is not shown again."""
        form = NewWebhookSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        row = add_webhook(by=actor_of(request), **form.validated_data)
        return Response(with_secret(row), status=201)


class WebhookDetail(SchoolView):
    """One address."""

    serializer_class = SwitchSerializer
    queryset = Webhook.objects.all()
    needs = Permission.WEBHOOK_EDIT
    tag = "webhooks"

    @extend_schema(operation_id="webhooks_read", responses={200: WebhookSerializer})
    def get(self, request: Request, pk: int) -> Response:
        """An address that is told."""
        return Response(WebhookSerializer(self.found(Webhook.objects.all(), pk=pk)).data)

    @extend_schema(operation_id="webhooks_switch", request=SwitchSerializer, responses={200: WebhookSerializer})
    def patch(self, request: Request, pk: int) -> Response:
        """Stop telling it for a while, or go on."""
        row = self.found(Webhook.objects.all(), pk=pk)
        form = SwitchSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        switch_webhook(by=actor_of(request), webhook=row, active=form.validated_data["active"])
        return Response(WebhookSerializer(row).data)

    @extend_schema(operation_id="webhooks_remove", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Tell it nothing any more."""
        remove_webhook(by=actor_of(request), webhook=self.found(Webhook.objects.all(), pk=pk))
        return Response(status=204)


class WebhookSecret(SchoolView):
    """The secret of an address."""

    serializer_class = MadeWebhookSerializer
    queryset = Webhook.objects.all()
    needs = Permission.WEBHOOK_EDIT
    tag = "webhooks"

    @extend_schema(operation_id="webhooks_renew_secret", request=None, responses={200: MadeWebhookSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Replace the secret. The answer holds the new one, which is not shown again."""
        row = renew_secret(by=actor_of(request), webhook=self.found(Webhook.objects.all(), pk=pk))
        return Response(with_secret(row))


class DeliveryList(ListModelMixin, SchoolView):
    """Messages to one address."""

    serializer_class = DeliverySerializer
    queryset = Delivery.objects.all()
    needs = Permission.WEBHOOK_EDIT
    ordering = ("-id",)
    tag = "webhooks"

    @extend_schema(operation_id="webhooks_deliveries")
    def get(self, request: Request, pk: int) -> Response:
        """Messages of the last thirty days, newest first, with what came of them."""
        self.queryset = Delivery.objects.filter(webhook=self.found(Webhook.objects.all(), pk=pk))
        return self.list(request)
