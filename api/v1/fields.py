"""Serializer fields for the codes and references of the domain."""

import base64
import datetime as dt
from enum import Enum
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.errors import NOT_FOUND


class CodeSerializerField(serializers.ChoiceField):
    """A code of a closed list, shown as the code and read as its member."""

    def __init__(self, enum: type[Enum], **options: Any) -> None:
        self.enum = enum
        super().__init__(choices=[(member.value, member.name) for member in enum], **options)

    def to_internal_value(self, data: Any) -> Any:
        """The member of the list."""
        return self.enum(super().to_internal_value(data))

    def to_representation(self, value: Any) -> Any:
        """The bare code."""
        return getattr(value, "value", value)


class StrictDateField(serializers.DateField):
    """`YYYY-MM-DD` and nothing that merely resembles it."""

    def to_internal_value(self, value: Any) -> dt.date:
        """The day."""
        if not isinstance(value, str) or len(value) != 10:
            self.fail("invalid", format="YYYY-MM-DD")
        return super().to_internal_value(value)


@extend_schema_field({"type": "string", "format": "byte"})
class Base64Field(serializers.Field[Any, Any, Any, Any]):
    """The bytes of a file in Base64."""

    default_error_messages = {"invalid": _("Write the bytes of the file in Base64.")}

    def to_internal_value(self, data: Any) -> bytes:
        """The bytes."""
        if not isinstance(data, str):
            self.fail("invalid")
        try:
            return base64.b64decode(data, validate=True)
        except ValueError:
            self.fail("invalid")

    def to_representation(self, value: bytes) -> str:
        """The text."""
        return base64.b64encode(value).decode()


@extend_schema_field({"type": "integer", "minimum": 1})
class ReferenceField(serializers.Field[Any, Any, Any, Any]):
    """The number of a row of this school; becomes the row. A number of another school is a number that does not exist."""

    default_error_messages = {"invalid": _("Write the number of a record.")}

    def __init__(self, rows: QuerySet[Any], **options: Any) -> None:
        self.rows = rows
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> Any:
        """The row."""
        if isinstance(data, bool) or not isinstance(data, int) or not 0 < data < 2**63:
            self.fail("invalid")
        row = self.rows.all().filter(pk=data).first()
        if row is None:
            raise serializers.ValidationError(NOT_FOUND().message(get_language() or "ky"), code=NOT_FOUND.code)
        return row

    def to_representation(self, value: Any) -> int:
        """The number."""
        return int(getattr(value, "pk", value))
