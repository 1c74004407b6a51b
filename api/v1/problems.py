"""Every refusal of the API as a problem document (RFC 9457): type, title, status, detail, code, and the faults by field."""

from typing import Any

from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404
from django.utils.translation import get_language
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from api.v1 import faults
from apps.core import faults as core_faults
from apps.core.errors import NOT_FOUND, NOT_PERMITTED, Fault, Faults, all_faults

CONTENT_TYPE = "application/problem+json"


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None for a defect of ours: the 500 page answers it."""
    known = _as_fault(error, context)
    if known is None:
        return None
    set_rollback()
    body = document(known, language=get_language() or "ky", instance=context["request"].path)
    response = Response(body, status=body["status"], content_type=CONTENT_TYPE)
    wait = getattr(error, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(int(wait))
    if body["status"] == 401:
        response["WWW-Authenticate"] = 'Bearer realm="usul"'
    return response


def document(error: Fault | Faults, *, language: str, instance: str) -> dict[str, Any]:
    """The problem document of one fault or of several."""
    found = list(all_faults(error))
    first = found[0]
    several = len(found) > 1 or first.field is not None
    head = faults.FIELDS_INVALID() if len(found) > 1 or isinstance(first, _Plain) else first
    body: dict[str, Any] = {
        "type": f"urn:usul:error:{head.code}",
        "title": head.code,
        "status": head.status,
        "detail": head.message(language),
        "code": head.code,
        "instance": instance,
    }
    if several:
        body["errors"] = [
            {"field": fault.field or "", "code": fault.code, "detail": fault.message(language)} for fault in found
        ]
    return body


def _as_fault(error: Exception, context: dict[str, Any]) -> Fault | Faults | None:
    match error:
        case Fault() | Faults():
            return error
        case exceptions.ValidationError():
            return Faults([_Plain(field, code, text) for field, code, text in _flat(error.detail)])
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return core_faults.SIGN_IN_NEEDED()
        case exceptions.PermissionDenied() | DjangoPermissionDenied():
            if getattr(error, "get_codes", lambda: "")() == "csrf":
                return faults.CSRF()
            return NOT_PERMITTED(permission=getattr(context.get("view"), "needs", "—"))
        case exceptions.NotFound() | Http404():
            return NOT_FOUND()
        case exceptions.MethodNotAllowed():
            return faults.METHOD(method=context["request"].method)
        case exceptions.UnsupportedMediaType():
            return faults.MEDIA_TYPE(given=str(context["request"].content_type)[:80])
        case exceptions.NotAcceptable():
            return faults.NOT_ACCEPTABLE()
        case exceptions.Throttled():
            return faults.TOO_MANY(seconds=int(getattr(error, "wait", None) or 1))
        case exceptions.ParseError():
            return faults.JSON_MALFORMED(place="…")
    return None


class _Plain(Fault):
    """A fault whose sentence a serializer field has already written in the reader's language."""

    def __init__(self, field: str, code: str, text: str) -> None:
        super().__init__(faults.FIELDS_INVALID, field=field)
        self._code, self._text = code, text

    @property
    def code(self) -> str:
        return self._code

    def message(self, language: str) -> str:
        return self._text


def _flat(detail: Any, prefix: str = "") -> list[tuple[str, str, str]]:
    """(field path, code, sentence) for every message of a nested validation error."""
    if isinstance(detail, dict):
        return [row for name, inner in detail.items() for row in _flat(inner, _joined(prefix, str(name)))]
    if isinstance(detail, list):
        rows: list[tuple[str, str, str]] = []
        for index, inner in enumerate(detail):
            nested = isinstance(inner, dict | list)
            rows.extend(_flat(inner, _joined(prefix, str(index)) if nested else prefix))
        return rows
    code = getattr(detail, "code", "invalid")
    return [(prefix, code if "." in code else f"api.field_{code}", str(detail))]


def _joined(prefix: str, name: str) -> str:
    name = "" if name == "non_field_errors" else name
    return f"{prefix}.{name}" if prefix and name else prefix or name
