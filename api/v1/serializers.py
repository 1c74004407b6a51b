"""The base of every serializer: fields that are not known are named, not ignored."""

import difflib
from typing import Any

from rest_framework import serializers

from api.v1 import faults
from apps.core.errors import Fault, Faults


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses unknown fields by name and offers the nearest known one."""

    def to_internal_value(self, data: Any) -> Any:
        """Validated values; every unknown field is a fault of its own."""
        if isinstance(data, dict):
            Faults([self._unknown(name) for name in data if name not in self.fields]).raise_if_any()
        return super().to_internal_value(data)

    def _unknown(self, name: str) -> Fault:
        near = difflib.get_close_matches(str(name), list(self.fields), n=1)
        hint = f" → {near[0]}" if near else ""
        return faults.FIELD_UNKNOWN(field=str(name), name=name, hint=hint)
