"""Who calls. The identity was established before the view's scope opened; here it only becomes DRF's `request.user`."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from apps.accounts.identity import Identity, Via


class _Csrf(CsrfViewMiddleware):
    """Gives back the reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _unused(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


class Caller:
    """What DRF wants of a user: signed in, with a stable name for throttling."""

    is_authenticated = True

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.pk = f"{identity.via}:{identity.user_id}:{identity.full_name if identity.via is Via.TOKEN else ''}"


class PrincipalAuthentication(BaseAuthentication):
    """Session (with CSRF token on writing requests) or `Authorization: Bearer <token>`."""

    def authenticate(self, request: Request) -> tuple[Caller, Identity] | None:
        """The caller, or None for a stranger."""
        identity: Identity | None = request._request.identity  # type: ignore[attr-defined]
        if identity is None:
            return None
        if identity.via is Via.SESSION:
            self._refuse_forgery(request._request)
        return Caller(identity), identity

    def authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return 'Bearer realm="usul"'

    @staticmethod
    def _refuse_forgery(request: HttpRequest) -> None:
        check = _Csrf(_unused)
        check.process_request(request)
        reason = check.process_view(request, None, (), {})  # type: ignore[arg-type]
        if reason:
            raise PermissionDenied("csrf", code="csrf")
