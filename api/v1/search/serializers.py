"""What a search finds."""

from rest_framework import serializers

from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.sittings.queries.search import FoundKind


class FoundSerializer(StrictSerializer):
    """One record. `ref` is the number of the sitting for items and minutes, of the record itself otherwise."""

    kind = CodeSerializerField(FoundKind)
    ref = serializers.IntegerField()
    text = serializers.CharField()
    about = serializers.CharField(allow_blank=True)
    day = serializers.DateField(allow_null=True)


class ResultsSerializer(StrictSerializer):
    """A page of finds, the newest first."""

    count = serializers.IntegerField()
    results = FoundSerializer(many=True)
