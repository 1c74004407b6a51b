"""Resolutions as a program reads and follows them."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.sittings.enums import ResolutionState


class ResolutionSerializer(StrictSerializer):
    """A resolution of the register."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="sitting.body_id")
    sitting = serializers.IntegerField(source="sitting_id")
    number = serializers.IntegerField(help_text="Within the sitting.")
    text = serializers.CharField()
    responsible = serializers.IntegerField(source="responsible_id", allow_null=True)
    due_on = serializers.DateField(allow_null=True)
    state = CodeSerializerField(ResolutionState)
    done_on = serializers.DateField(allow_null=True)
    result = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField(source="row_version")
    updated_at = serializers.DateTimeField()


class DoneSerializer(StrictSerializer):
    """A resolution has been carried out."""

    done_on = StrictDateField()
    result = serializers.CharField(max_length=500, allow_blank=True, default="")
    evidence = serializers.FileField(
        required=False,
        default=None,
        help_text="Sent as `multipart/form-data`: a photo or a paper that shows what was done.",
    )


class MoveSerializer(StrictSerializer):
    """A resolution gets another day."""

    due_on = StrictDateField()
    reason = serializers.CharField(max_length=300)


class DropSerializer(StrictSerializer):
    """A resolution will not be carried out."""

    reason = serializers.CharField(max_length=300)
