"""Reading JSON strictly: UTF-8, no NaN, no repeated names, no NUL, not too long."""

import json
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.parsers import JSONParser

from api.v1 import faults
from apps.core import faults as core_faults


def _no_constant(name: str) -> NoReturn:
    raise faults.JSON_MALFORMED(place=name)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in pairs:
        if name in result:
            raise faults.JSON_MALFORMED(place=f"“{name}” ×2")
        result[name] = value
    return result


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_has_nul(name) or _has_nul(item) for name, item in value.items())
    return isinstance(value, list) and any(_has_nul(item) for item in value)


class StrictJSONParser(JSONParser):
    """The only parser of the API."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """The decoded body.

        Raises:
            Fault: `api.json_malformed`, `core.body_too_large` or `api.nul_character`.
        """
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        try:
            raw = stream.read()
        except RequestDataTooBig:
            raise core_faults.BODY_TOO_LARGE(limit=limit) from None
        if len(raw) > limit:
            raise core_faults.BODY_TOO_LARGE(limit=limit)
        try:
            data = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_unique)
        except UnicodeDecodeError as error:
            raise faults.JSON_MALFORMED(place=f"UTF-8, {error.start}") from None
        except json.JSONDecodeError as error:
            raise faults.JSON_MALFORMED(place=f"{error.lineno}:{error.colno}") from None
        except RecursionError:
            raise faults.JSON_MALFORMED(place="…") from None
        if _has_nul(data):
            raise faults.NUL_CHARACTER()
        return data
