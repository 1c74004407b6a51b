"""Addresses of programs that are told, and messages to them."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.notices.enums import DeliveryState, EventKind


class WebhookSerializer(StrictSerializer):
    """An address that is told. The secret is not here: it is shown once."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    events = serializers.ListField(child=serializers.CharField())
    active = serializers.BooleanField()
    made_by = serializers.CharField()
    made_at = serializers.DateTimeField()


class NewWebhookSerializer(StrictSerializer):
    """An address to be told."""

    url = serializers.CharField(max_length=300)
    events = serializers.ListField(child=CodeSerializerField(EventKind), max_length=20)


class MadeWebhookSerializer(WebhookSerializer):
    """The address with its secret, which is shown this once."""

    secret = serializers.CharField()


class SwitchSerializer(StrictSerializer):
    """Whether the program is told at present."""

    active = serializers.BooleanField()


class DeliverySerializer(StrictSerializer):
    """A message and what came of it."""

    id = serializers.IntegerField()
    message_id = serializers.UUIDField()
    event = CodeSerializerField(EventKind)
    state = CodeSerializerField(DeliveryState)
    attempts = serializers.IntegerField()
    status = serializers.IntegerField(allow_null=True, help_text="The program's last answer; null: none came.")
    made_at = serializers.DateTimeField()
    next_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    payload = serializers.JSONField()
