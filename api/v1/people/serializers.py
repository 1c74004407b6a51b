"""Staff as far as a program needs it to record a sitting: numbers and names, no personal data."""

from rest_framework import serializers

from api.v1.serializers import StrictSerializer


class PersonSerializer(StrictSerializer):
    """A member of the staff."""

    id = serializers.IntegerField()
    family_name = serializers.CharField()
    given_name = serializers.CharField()
    patronymic = serializers.CharField()
