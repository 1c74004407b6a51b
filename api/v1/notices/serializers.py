"""Notices as a program of a person reads them, and how far those about a sitting have come."""

from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from api.v1.fields import CodeSerializerField
from api.v1.serializers import StrictSerializer
from apps.notices.enums import NoticeKind
from apps.notices.models import Notice
from apps.notices.words import said


class NoticeSerializer(StrictSerializer):
    """One thing a person was told, in the language asked for."""

    id = serializers.IntegerField()
    kind = CodeSerializerField(NoticeKind)
    about = serializers.CharField(source="subject_type")
    about_id = serializers.IntegerField(source="subject_id")
    title = serializers.SerializerMethodField()
    text = serializers.SerializerMethodField()
    made_at = serializers.DateTimeField()
    opened_at = serializers.DateTimeField(allow_null=True)

    def get_title(self, row: Notice) -> str:
        """The line of a list."""
        return said(row.kind, row.data, self._language).title

    def get_text(self, row: Notice) -> str:
        """The sentence below it."""
        return said(row.kind, row.data, self._language).text

    @property
    def _language(self) -> str:
        return get_language() or "ky"


class ReachedSerializer(StrictSerializer):
    """How far a notice about a sitting has come with one person."""

    person = serializers.IntegerField(source="person_id")
    kind = CodeSerializerField(NoticeKind)
    told_at = serializers.DateTimeField(source="made_at")
    mailed_at = serializers.DateTimeField(allow_null=True)
    opened_at = serializers.DateTimeField(allow_null=True)


def one(row: Notice) -> dict[str, Any]:
    """A single notice."""
    return dict(NoticeSerializer(row).data)
