"""Serializer fields for the codes and references of the domain."""

import datetime as dt
from enum import Enum
from typing import Any

from django.db.models import QuerySet
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


class ReferenceField(serializers.IntegerField):
    """The number of a row of this school; becomes the row. A number of another school is a number that does not exist."""

    def __init__(self, rows: QuerySet[Any], **options: Any) -> None:
        self.rows = rows
        super().__init__(min_value=1, max_value=2**63 - 1, **options)

    def to_internal_value(self, data: Any) -> Any:
        """The row."""
        if isinstance(data, bool):
            self.fail("invalid")
        row = self.rows.all().filter(pk=super().to_internal_value(data)).first()
        if row is None:
            raise NOT_FOUND(field=self.field_name)
        return row

    def to_representation(self, value: Any) -> int:
        """The number."""
        return int(getattr(value, "pk", value))
