"""A district's frame, the answers of its schools, and rules side by side."""

from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from api.v1.fields import CodeSerializerField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.district.models import FrameRule
from apps.rulebook.comparison import Said
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.policy import Bound


class FrameRuleSerializer(StrictSerializer):
    """A floor, ceiling, default or lock with its days and its act."""

    id = serializers.UUIDField()
    state = serializers.CharField(source="state.value", help_text="draft or published.")
    bound = serializers.CharField(source="bound.value")
    key = serializers.CharField()
    label = serializers.SerializerMethodField()  # type: ignore[assignment]
    value = serializers.JSONField()
    valid_from = serializers.DateField()
    valid_until = serializers.DateField(allow_null=True)
    grace_until = serializers.DateField(allow_null=True)
    act = serializers.CharField()
    article = serializers.CharField()
    url = serializers.CharField()
    published_on = serializers.DateField(allow_null=True)
    verified_on = serializers.DateField(allow_null=True)
    verified_by = serializers.CharField()

    def get_label(self, rule: FrameRule) -> str:
        return PARAMETERS[rule.key].label.in_(get_language() or "ky")


class FrameSerializer(StrictSerializer):
    """The rules of a district and those set above it."""

    district = serializers.CharField()
    rules = FrameRuleSerializer(many=True)
    above = FrameRuleSerializer(many=True)


class FrameRuleInputSerializer(StrictSerializer):
    """A rule to be drafted; `value` is plain data: a number, true or false, a code, a list of codes, a fraction as `2/3`."""

    bound = CodeSerializerField(Bound)
    key = serializers.CharField(max_length=80)
    value = serializers.JSONField(allow_null=True)
    valid_from = StrictDateField()
    valid_until = StrictDateField(required=False, allow_null=True)
    grace_until = StrictDateField(required=False, allow_null=True)
    act = serializers.CharField(max_length=200, required=False, allow_blank=True)
    article = serializers.CharField(max_length=80, required=False, allow_blank=True)
    url = serializers.URLField(max_length=300, required=False, allow_blank=True)
    published_on = StrictDateField(required=False, allow_null=True)


class SurveyAnswerSerializer(StrictSerializer):
    """What one school says would change; verdicts and counts, no names of people."""

    school = serializers.CharField(source="school.slug")
    name = serializers.CharField(source="school.name")
    state = serializers.CharField(source="state.value", help_text="waiting, done or failed.")
    error = serializers.CharField(help_text="Code of the fault of a school that could not answer.")
    result = serializers.JSONField()


class SurveySerializer(StrictSerializer):
    """A question put to every school of a district, and its answers so far."""

    id = serializers.UUIDField()
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    as_of = serializers.DateField()
    total = serializers.IntegerField()
    answered = serializers.IntegerField()
    answers = SurveyAnswerSerializer(many=True)


class SaidSerializer(StrictSerializer):
    """What one side says of a parameter."""

    state = serializers.CharField(help_text="value, own, SILENT, LOST, conflict or missing.")
    value = serializers.JSONField()
    places = serializers.ListField(child=serializers.CharField())


class ComparedSerializer(StrictSerializer):
    """One parameter over all sides."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    differs = serializers.BooleanField()
    cells = SaidSerializer(many=True)


class ComparisonSerializer(StrictSerializer):
    """Rules side by side: regulations, or a school's versions."""

    sides = serializers.ListField(child=serializers.CharField())
    rows = ComparedSerializer(many=True)


class ClauseTextSerializer(StrictSerializer):
    """A clause in the caller's language, or in whatever language the school has written it."""

    module = serializers.CharField()
    key = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    own = serializers.BooleanField(help_text="The words are the school's own, not the regulation's.")
    left_out = serializers.BooleanField(
        help_text="The school does not take the clause over; the words are the regulation's."
    )
    instead = SaidSerializer(
        allow_null=True,
        help_text="What holds in place of the value the clause gives: another document was chosen, the school or a frame sets it, "
        "or the conflict is not settled. Null where the clause holds.",
    )


class ClausePairSerializer(StrictSerializer):
    """What both sides say of one thing; an empty side says nothing of it."""

    about = serializers.CharField(help_text="Content key: a parameter, a topic, or a line of the work plan.")
    left = ClauseTextSerializer(many=True)
    right = ClauseTextSerializer(many=True)


class ClausesSerializer(StrictSerializer):
    """Documents side by side, clause by clause."""

    sides = serializers.ListField(child=serializers.CharField())
    untold = serializers.ListField(
        child=serializers.CharField(), help_text="Schools that have not told their own words yet."
    )
    pairs = ClausePairSerializer(many=True)


class DepartureSerializer(StrictSerializer):
    """A school that departs."""

    school = serializers.CharField()
    name = serializers.CharField()
    state = serializers.CharField()
    value = serializers.JSONField()
    place = serializers.CharField()


class DeviationSerializer(StrictSerializer):
    """One parameter in which some school departs from the default."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    default = serializers.JSONField()
    is_set = serializers.BooleanField(
        help_text="The district has set the default; otherwise it is what most schools say."
    )
    same = serializers.IntegerField()
    departures = DepartureSerializer(many=True)


class DeviationsSerializer(StrictSerializer):
    """The deviation map of a district."""

    district = serializers.CharField()
    council = serializers.CharField(allow_blank=True)
    deviations = DeviationSerializer(many=True)


def said_data(parameter: Parameter[Any], said: Said) -> dict[str, Any]:
    """What one side says of a parameter as plain data."""
    return {
        "state": said.state.value,
        "value": parameter.encode(said.value) if said.given else None,
        "places": list(said.places),
    }


def compared(rows: Any, language: str) -> list[dict[str, Any]]:
    """Rows of a comparison as plain data."""
    return [
        {
            "key": row.parameter.key,
            "label": row.parameter.label.in_(language),
            "differs": row.differs,
            "cells": [said_data(row.parameter, cell) for cell in row.cells],
        }
        for row in rows
    ]
