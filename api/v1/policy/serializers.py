"""The effective policy: every parameter with its state, value and where the value comes from."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.serializers import StrictSerializer


@extend_schema_field(
    {"description": "A number, a text, true or false, a list of codes, a fraction such as 2/3, or null."}
)
class AnyValue(serializers.JSONField):
    """A value of a parameter; its form follows from the parameter."""


class SourceSerializer(StrictSerializer):
    """One source of a value."""

    layer = serializers.CharField(help_text="platform, national, district, module or school.")
    module = serializers.CharField(allow_blank=True)
    clause = serializers.CharField(allow_blank=True, help_text="Stable key of the clause.")
    printed = serializers.CharField(allow_blank=True, help_text="Number as printed.")
    document = serializers.CharField(allow_blank=True)
    act = serializers.CharField(allow_blank=True)
    on = serializers.DateField(allow_null=True)


class CandidateSerializer(StrictSerializer):
    """What one module says where modules disagree."""

    module = serializers.CharField()
    value = AnyValue()


class ParameterSerializer(StrictSerializer):
    """One parameter on the day asked for."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    state = serializers.CharField(help_text="value, own, SILENT, LOST, conflict or missing; never merged.")
    value = AnyValue()
    shown = serializers.CharField(help_text="The value as a person reads it.")
    sources = SourceSerializer(many=True)
    candidates = CandidateSerializer(many=True)


class PolicySerializer(StrictSerializer):
    """The policy of the school for one body on one day."""

    on = serializers.DateField()
    council = serializers.CharField(allow_null=True)
    modules = serializers.ListField(child=serializers.CharField())
    parameters = ParameterSerializer(many=True)
    questions = serializers.ListField(
        child=serializers.CharField(), help_text="What a person should decide or look at."
    )
