"""Answers to requests that go no further: as a page for people, as a problem document for programs."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from apps.core import faults
from apps.core.errors import Fault, FaultKind
from apps.core.scopes import Wanted
from apps.rulebook.text import Text
from apps.web.request import UsulRequest
from tenants.scope import SchoolRef

UPDATE_SECONDS = 30


def is_program(request: UsulRequest) -> bool:
    """Whether the caller is a program that reads problem documents."""
    return request.path_info.startswith("/api/")


def problem(
    kind: FaultKind, language: str, *, status: int | None = None, instance: str = "", **values: Any
) -> JsonResponse:
    """A problem document (RFC 9457) with the stable code of `kind`."""
    fault = kind(**values)
    body = {
        "type": f"urn:usul:error:{kind.code}",
        "title": kind.code,
        "status": status or kind.status,
        "detail": fault.message(language),
        "code": kind.code,
        "instance": instance,
    }
    return JsonResponse(
        body,
        status=status or kind.status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def answer(request: UsulRequest, kind: FaultKind, **values: Any) -> HttpResponse:
    """Refuse with `kind`, in the form and the language the caller reads."""
    language = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    if is_program(request):
        return problem(kind, language, instance=request.path, **values)
    fault = kind(**values)
    return page(request, kind, fault.message(language))


def page(request: UsulRequest, kind: FaultKind, message: str) -> HttpResponse:
    """The error page: what happened and what to do, with the way back."""
    context = {"status": kind.status, "code": kind.code, "message": message}
    return render(request, f"errors/{template_of(kind.status)}.html", context, status=kind.status)


def template_of(status: int) -> str:
    """Name of the page for a status; conflicts share one, everything unknown is a plain fault."""
    known = {400: "400", 403: "403", 404: "404", 409: "409", 412: "412", 422: "400", 429: "429", 503: "503"}
    return known.get(status, "500")


def unknown_host(request: UsulRequest) -> HttpResponse:
    """No school and no district lives here. Costs no query and no template."""
    if is_program(request):
        return problem(faults.UNKNOWN_HOST, "en", instance=request.path)
    return HttpResponse(_unknown_host_page(), status=404)


@cache
def _unknown_host_page() -> bytes:
    """The page in all three languages; it has no variables, so it is read once."""
    return (Path(__file__).parent / "templates" / "errors" / "unknown_host.html").read_bytes()


def school_closed(request: UsulRequest, school: SchoolRef) -> HttpResponse:
    """The school is suspended, closed or not set up yet."""
    kind = faults.SCHOOL_STATES[school.status]
    return _before_language(request, kind, school)


def school_reading_only(request: UsulRequest, school: SchoolRef) -> HttpResponse:
    """The school may be read but not changed."""
    return _before_language(request, faults.SCHOOL_READING_ONLY, school)


def school_being_updated(request: UsulRequest, school: SchoolRef) -> HttpResponse:
    """The school's tables are of another version than this program; shortly one of the two will follow."""
    response = _before_language(request, faults.SCHOOL_BEING_UPDATED, school)
    response.headers["Retry-After"] = str(UPDATE_SECONDS)
    return response


def moved(request: UsulRequest, host: str) -> HttpResponse:
    """The school has another address now. Method and body go along."""
    _name, colon, port = request.META.get("HTTP_HOST", "").rpartition(":")
    place = f"{host}:{port}" if colon and port.isdigit() else host
    response = HttpResponse(status=308)
    response.headers["Location"] = f"{request.scheme}://{place}{request.get_full_path()}"
    return response


def _before_language(request: UsulRequest, kind: FaultKind, school: SchoolRef) -> HttpResponse:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    if is_program(request):
        return problem(
            kind, language, instance=request.path, school=Text(*(school.name(code) for code in ("ky", "ru", "en")))
        )
    message = kind(school=school.name(language)).message(language)
    from django.utils import translation

    with translation.override(language):
        request.LANGUAGE_CODE = language
        context = {"status": kind.status, "code": kind.code, "message": message, "school_name": school.name(language)}
        return render(request, "errors/suspended.html", context, status=kind.status)


def refusal(request: UsulRequest, wanted: Wanted) -> HttpResponse | None:
    """Why the request may not enter, as an answer; None when it may.

    People who are not signed in are sent to the sign-in page; programs get 401. Someone signed in without access to this place gets
    the same answer whether the record exists or not.
    """
    if request.token_refused:
        return _unauthorised(request, faults.TOKEN_REFUSED)
    if is_program(request) and not wanted.large and _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return answer(request, faults.BODY_TOO_LARGE, limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    if wanted.open_to_strangers:
        return None
    identity = request.identity
    if identity is None:
        return _unauthorised(request, faults.SIGN_IN_NEEDED) if is_program(request) else _to_sign_in(request)
    if request.school is not None and identity.level_at_school(request.school.id) is None:
        return answer(request, faults.NO_ACCESS_TO_SCHOOL)
    if request.school is None and not (identity.districts or identity.schools or identity.is_operator):
        return answer(request, faults.NO_ACCESS_AT_ALL)
    return None


def _length(request: UsulRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return int(declared) if declared.isascii() and declared.isdigit() else 0


def _unauthorised(request: UsulRequest, kind: FaultKind) -> HttpResponse:
    response = answer(request, kind)
    response.headers["WWW-Authenticate"] = 'Bearer realm="usul"'
    return response


def _to_sign_in(request: UsulRequest) -> HttpResponse:
    target = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
    if getattr(request, "htmx", False):
        response = HttpResponse(status=200)
        response.headers["HX-Redirect"] = target
        return response
    return HttpResponseRedirect(target)


def csrf_failure(request: UsulRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere."""
    return answer(request, faults.FORM_TOO_OLD)


def locked_out(request: UsulRequest, credentials: object, *args: object, **kwargs: object) -> HttpResponse:
    """Too many wrong passwords."""
    return answer(request, faults.LOCKED_OUT, minutes=int(settings.AXES_COOLOFF_TIME * 60))


def not_found(request: UsulRequest, exception: Exception | None = None) -> HttpResponse:
    """Handler of 404."""
    return answer(request, faults.PAGE_NOT_FOUND)


def server_fault(request: UsulRequest) -> HttpResponse:
    """Handler of 500. Asks nothing of the database."""
    return answer(request, faults.SERVER_FAULT)


def forbidden(request: UsulRequest, exception: Exception | None = None) -> HttpResponse:
    """Handler of 403."""
    return answer(request, faults.NO_ACCESS_TO_SCHOOL if getattr(request, "school", None) else faults.NO_ACCESS_AT_ALL)


def bad_request(request: UsulRequest, exception: Exception | None = None) -> HttpResponse:
    """Handler of 400."""
    return answer(request, faults.REQUEST_UNREADABLE)


def fault_answer(request: UsulRequest, fault: Fault) -> HttpResponse:
    """A refused deed as a page of its own, where there is no form to show it in."""
    language = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    return page(request, fault.kind, fault.message(language))
