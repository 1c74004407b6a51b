"""From a request to a place, an identity, a language and a scope, in this order.

Scopes follow one another: the identity is read in a public scope that closes before the view's own scope opens, and
the session is saved in a public scope after the view's has closed.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare
from psycopg2.errors import UndefinedColumn, UndefinedTable

from apps.accounts.identity import Identity
from apps.accounts.models import User
from apps.accounts.queries.identity import identity_of_token, identity_of_user, note_token_use
from apps.accounts.receivers import REALM_KEY
from apps.core.actor import Actor
from apps.core.scopes import Wanted, wanted_scope
from apps.web import errors
from apps.web.request import UsulRequest
from tenants.context import district_scope, in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.routing import directory, normalise_host, public_hosts
from tenants.scope import SchoolRef
from usul.actors import actor_at_district_site, actor_at_school

GetResponse = Callable[[UsulRequest], HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

PUBLIC_REALM = "public"
_OPEN = frozenset({SchoolStatus.READY.value, SchoolStatus.SUSPENDED_READONLY.value})


class CompressedPagesMiddleware(GZipMiddleware):
    """Pages are sent compressed to browsers that ask for it: a fifth of the bytes on a slow line.

    Answers of the API are left alone, since compression would weaken their ETags. The length of a page is padded at random, and its
    token differs in every answer, so that the length tells nothing.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress HTML only."""
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed


class HostMiddleware:
    """Find the place: `request.school` (None on the district's host), the URL configuration, the realm of session and cookies."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: UsulRequest) -> HttpResponseBase:
        host = normalise_host(request.META.get("HTTP_HOST", ""))
        if host in public_hosts():
            request.school = None
            request.realm = PUBLIC_REALM
            return self.get_response(request)
        school = directory.school_at(host)
        if school is None:
            new_host = directory.new_host_of(host, on=timezone.localdate())
            return errors.moved(request, new_host) if new_host else errors.unknown_host(request)
        request.school = school
        request.took_over = bool(directory.predecessors_of(school))
        request.realm = school.schema
        request.urlconf = settings.SCHOOL_URLCONF
        if school.status not in _OPEN:
            return errors.school_closed(request, school)
        if school.status == SchoolStatus.SUSPENDED_READONLY and request.method not in SAFE:
            return errors.school_reading_only(request, school)
        if not directory.may_serve(school):
            return errors.school_being_updated(request, school)
        return self.get_response(request)


class ScopedSessionMiddleware(SessionMiddleware):
    """Django's sessions, saved in a public scope of their own."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Open a scope only where there is something to save; a session that was merely read costs no round trip."""
        if not request.session.modified and not settings.SESSION_SAVE_EVERY_REQUEST:
            return super().process_response(request, response)
        with public_scope():
            return super().process_response(request, response)


def user_of_session(session: SessionBase) -> User | None:
    """Who has signed in, unless the account was closed or its password changed since. Only reads, as befits a request that does."""
    key, fingerprint = session.get(SESSION_KEY), session.get(HASH_SESSION_KEY, "")
    user = User.objects.filter(pk=key, is_active=True).first() if key else None
    return user if user and constant_time_compare(fingerprint, user.get_session_auth_hash()) else None


class IdentityMiddleware:
    """Attach `request.user` and `request.identity`. A session of another place counts as none at all; tokens open the API only."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: UsulRequest) -> HttpResponseBase:
        request.user = AnonymousUser()
        request.identity = None
        request.token_refused = False
        raw = self._bearer(request) if errors.is_program(request) else None
        if raw is not None:
            with public_scope():
                request.identity = identity_of_token(raw, now=timezone.now())
                if request.identity is not None:
                    note_token_use(raw, on=timezone.localdate())
            request.token_refused = request.identity is None
        elif settings.SESSION_COOKIE_NAME in request.COOKIES:
            with public_scope(readonly=True):
                self._from_session(request)
        if request.identity is not None:
            structlog.contextvars.bind_contextvars(user=str(request.identity.user_id))
        response = self.get_response(request)
        if request.identity is not None:
            response.headers.setdefault("Cache-Control", "private, no-store")  # machines in a staff room are shared
        return response

    @staticmethod
    def _bearer(request: UsulRequest) -> str | None:
        kind, _space, value = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        return value.strip() if kind.lower() in ("bearer", "token") and value.strip() else None

    @staticmethod
    def _from_session(request: UsulRequest) -> None:
        if request.session.get(REALM_KEY) != request.realm:
            return
        user = user_of_session(request.session)
        if user is not None:
            request.user = user
            request.identity = identity_of_user(user, on=timezone.localdate())


class LanguageMiddleware:
    """Kyrgyz, unless the reader chose otherwise: by the switch, in their account, or (programs) by Accept-Language."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.known = frozenset(code for code, _name in settings.LANGUAGES)

    def __call__(self, request: UsulRequest) -> HttpResponseBase:
        language = self._language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def _language(self, request: UsulRequest) -> str:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in self.known:
            return str(chosen)
        identity: Identity | None = request.identity
        if request.path_info.startswith("/api/"):
            header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:2].lower()
            return header if header in self.known else settings.LANGUAGE_CODE
        return identity.language if identity else settings.LANGUAGE_CODE


class ScopeMiddleware:
    """Open the scope the view asked for, attach `request.actor`, and decide what becomes of the transaction.

    A view of a school's host runs in that school's scope and needs an actor unless it is marked open; one that asks for the public scope
    there has its actor too. Reading requests run in a read-only transaction; a refused or failed request leaves nothing behind.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: UsulRequest) -> HttpResponseBase:
        request.actor = None
        request.notices = None
        request.met_another_version = False
        try:
            match: ResolverMatch = resolve(request.path_info, getattr(request, "urlconf", None))
        except Resolver404:
            return self.get_response(request)
        wanted = wanted_scope(match, at_school=request.school is not None)
        readonly = request.method in SAFE and not wanted.writes_on_get
        if wanted.kind is Wanted.Kind.NONE:
            return self.get_response(request)
        refusal = errors.refusal(request, wanted)
        if refusal is not None:
            return refusal
        if wanted.kind is Wanted.Kind.SCHOOL and request.school is not None:
            return self._at_school(request, request.school, readonly=readonly)
        request.actor = self._actor_of_place(request, wanted)
        if wanted.kind is Wanted.Kind.DISTRICT:
            with district_scope(districts=self._reach(request.identity)):
                return self._answered(request)
        with public_scope(readonly=readonly):
            return self._answered(request)

    @staticmethod
    def _actor_of_place(request: UsulRequest, wanted: Wanted) -> Actor | None:
        """The actor of a view outside the school's scope; at a school it is read there first, in a scope of its own.

        The pages of the sign-in library need none and cost no such reading.
        """
        if request.identity is None:
            return None
        if request.school is None:
            return actor_at_district_site(request.identity, request=request, on=timezone.localdate())
        if wanted.open_to_strangers:
            return None
        with in_school(request.school, readonly=True):
            return actor_at_school(request.identity, request.school, request=request, on=timezone.localdate())

    @staticmethod
    def _reach(identity: Identity | None) -> frozenset[UUID] | None:
        """Districts whose schools the database shows; None for all of them."""
        if identity is None:
            return frozenset()
        return None if identity.is_operator else directory.districts_below(pk for pk, _level in identity.districts)

    def _at_school(self, request: UsulRequest, school: SchoolRef, *, readonly: bool) -> HttpResponseBase:
        with in_school(school, readonly=readonly):
            if request.identity is not None:
                request.actor = actor_at_school(request.identity, school, request=request, on=timezone.localdate())
            response = self._answered(request)
        if request.met_another_version:
            directory.forget()  # the school's tables have changed under this request
            if not directory.may_serve(school):
                return errors.school_being_updated(request, school)
        return response

    def process_exception(self, request: UsulRequest, exception: Exception) -> None:
        """Note that a table or column was not there, which is a fault of the code unless the school has another version by now."""
        request.met_another_version = isinstance(exception.__cause__, UndefinedColumn | UndefinedTable)

    def _answered(self, request: UsulRequest) -> HttpResponseBase:
        response: Any = self.get_response(request)
        if response.streaming:
            message = "A response that streams would read the database after its scope has closed."
            raise RuntimeError(message)
        if response.status_code >= 400:
            transaction.set_rollback(True)
        return response
