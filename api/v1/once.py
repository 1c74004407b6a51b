"""Deeds of programs: done once under a key, and only to the version the program has seen."""

import hashlib
import re
from collections.abc import Callable
from typing import Any, Protocol

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
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
    answer, repeated = once(by=actor_of(request), key=key, deed=deed, asked=asked_of(request), do=do)
    response = Response(answer, status=status)
    if repeated:
        response[REPLAYED] = "true"
    return response


def step(request: Request, form: Any, do: Callable[..., Any], *, status: int = 201) -> Response:
    """Check what was sent, then do it once: every deed of the API that takes values goes this way.

    Args:
        form: the serializer that checks the values; they reach `do` under their names.
        do: called with `by`, `seen` (the version in `If-Match`, None without it) and the values; answers what is shown.

    Raises:
        ValidationError: a value that is wrong. Fault: a header that cannot be used; and whatever the deed raises.
    """
    checked = form(data=sent_values(request))
    checked.is_valid(raise_exception=True)
    by, seen, values = actor_of(request), seen_version(request), dict(checked.validated_data)
    return done_once(request, lambda: do(by=by, seen=seen, **values), status=status)


def asked_of(request: Request) -> Any:
    """What a repeated request has to be equal to: the values, and of a file its name and its hash."""
    values = sent_values(request)
    if not request.FILES:
        return values
    files = {name: [file.name, digest_of_file(file)] for name, file in request.FILES.items()}
    return values | files


def sent_values(request: Request) -> Any:
    """The body as plain values, whether it came as JSON or as `multipart/form-data`."""
    return request.data.dict() if isinstance(request.data, QueryDict) else request.data


def digest_of_file(file: "UploadedFile[Any]") -> str:
    """The hash of a file that was sent; it can be read again afterwards."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


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
