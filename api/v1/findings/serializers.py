"""Verdicts with their arguments."""

from typing import Any

from rest_framework import serializers

from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.compliance.models import Finding
from apps.rulebook.enums import Severity, SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding
from apps.rulebook.explain import Argument, explain


class ArgumentSerializer(StrictSerializer):
    """Why: rule, clause and document, fact, computed limit, other readings, what to do next; in the language of the request."""

    title = serializers.CharField()
    verdict = serializers.CharField()
    severity = serializers.CharField(allow_blank=True)
    rule = serializers.CharField()
    sources = serializers.ListField(child=serializers.CharField())
    fact = serializers.CharField()
    limit = serializers.CharField(allow_blank=True)
    doubts = serializers.ListField(child=serializers.CharField())
    next_step = serializers.CharField(allow_blank=True)


class FindingSerializer(StrictSerializer):
    """One verdict of one check about one subject."""

    id = serializers.IntegerField()
    year = serializers.IntegerField(source="year.start_year")
    check = serializers.CharField(source="check_id")
    subject_type = CodeSerializerField(SubjectKind)
    subject = serializers.IntegerField(source="subject_id", allow_null=True)
    body = serializers.IntegerField(source="body_number", allow_null=True)
    verdict = CodeSerializerField(Verdict)
    severity = CodeSerializerField(Severity, allow_null=True)
    reading_dependent = serializers.BooleanField(source="starred")
    found_on = serializers.DateField()
    superseded_on = serializers.DateField(allow_null=True)
    facts_fingerprint = serializers.CharField()
    policy_fingerprint = serializers.CharField()
    argument = serializers.SerializerMethodField()

    def get_argument(self, finding: Finding) -> dict[str, Any]:
        argument: Argument = explain(decode_finding(finding.payload), self.context["language"])
        return dict(ArgumentSerializer(argument).data)
