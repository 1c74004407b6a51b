"""What is no more."""

from rest_framework import serializers

from api.v1.serializers import StrictSerializer


class DeletionSerializer(StrictSerializer):
    """A record that was removed. Its number is never given again."""

    type = serializers.CharField(source="subject_type")
    id = serializers.IntegerField(source="subject_id")
    deleted_at = serializers.DateTimeField(source="at")
