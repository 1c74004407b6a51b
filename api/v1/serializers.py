"""The base of every serializer: fields that are not known are named, not ignored."""

import difflib
from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from api.v1 import faults


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses unknown fields by name and offers the nearest known one."""

    def to_internal_value(self, data: Any) -> Any:
        """Validated values; unknown fields are told together with what is wrong with the known ones."""
        unknown = (
            {name: [self._unknown(str(name))] for name in data if name not in self.fields}
            if isinstance(data, dict)
            else {}
        )
        try:
            values = super().to_internal_value(data)
        except serializers.ValidationError as error:
            if not unknown or not isinstance(error.detail, dict):
                raise
            raise serializers.ValidationError({**error.detail, **unknown}) from None
        if unknown:
            raise serializers.ValidationError(unknown)
        return values

    def _unknown(self, name: str) -> ErrorDetail:
        near = difflib.get_close_matches(name, list(self.fields), n=1)
        fault = faults.FIELD_UNKNOWN(name=name, hint=f" → {near[0]}" if near else "")
        return ErrorDetail(fault.message(get_language() or "ky"), code=fault.code)
