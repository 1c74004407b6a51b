"""Deeds of programs: done once under a key, and only to the version the program has seen."""

import re
from collections.abc import Callable
from typing import Any, Protocol

from django.db import transaction
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1 import faults
from api.v1.views import actor_of
from apps.audit.domain.once import once

KEY, MATCH, REPLAYED = "Idempotency-Key", "If-Match", "Idempotency-Replayed"
TAG = re.compile(r'(?:W/)?"(\d{1,9})"')


@transaction.atomic
def done_once(request: Request, do: Callable[[], Any], *, status: int = 201) -> Response:
    """Do the deed and answer with what it gives. Under the header `Idempotency-Key` a repeated request is answered alike and done once.

    Raises:
        Fault: the key cannot be used or belongs to another request; and whatever the deed raises.
    """
    key = request.headers.get(KEY)
    if key is None:
        return Response(do(), status=status)
    deed = f"{request.method} {request.path}"[:80]
    answer, repeated = once(by=actor_of(request), key=key, deed=deed, asked=request.data, do=do)
    response = Response(answer, status=status)
    if repeated:
        response[REPLAYED] = "true"
    return response


def seen_version(request: Request) -> int | None:
    """The version in `If-Match`; None without the header or with `*`.

    Raises:
        Fault: `api.tag_unusable`.
    """
    raw = request.headers.get(MATCH)
    if raw is None or raw.strip() == "*":
        return None
    known = TAG.fullmatch(raw.strip())
    if known is None:
        raise faults.TAG_UNUSABLE(given=raw[:40])
    return int(known.group(1))


class HasVersion(Protocol):
    """A row that counts its changes."""

    row_version: Any


def tagged(response: Response, row: HasVersion) -> Response:
    """The answer with the row's version as its `ETag`."""
    response["ETag"] = f'"{row.row_version}"'
    return response
