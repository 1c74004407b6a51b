"""Ways into the running system for tests: a signed-in browser, a program with a token, both on a host of their choice."""

import json
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.http import HttpResponse
from django.test import Client

from apps.accounts.domain.accounts import issue_token
from apps.accounts.models import User
from apps.accounts.receivers import REALM_KEY
from tenants.context import public_scope
from tenants.routing import directory
from tests import cast
from usul.actors import system_actor

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PUBLIC_REALM = "public"


def stranger(host: str, **options: Any) -> Client:
    """A browser that is not signed in."""
    return Client(headers={"host": host}, **options)


def signed_in(username: str, host: str, *, realm: str | None = None, **options: Any) -> Client:
    """A browser with a session of `username` at `host`; `realm` only to forge one of another place."""
    client = stranger(host, **options)
    client.cookies[settings.SESSION_COOKIE_NAME] = session_key(username, realm or realm_of(host))
    return client


def session_key(username: str, realm: str) -> str:
    """The key of a new session bound to `realm`."""
    with public_scope():
        user = User.objects.get(username=username)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session[REALM_KEY] = realm
        session.save()
    return str(session.session_key)


def realm_of(host: str) -> str:
    """What sessions at `host` are bound to."""
    school = directory.school_at(host)
    return school.schema if school else PUBLIC_REALM


def token(
    issuer: str,
    *scopes: str,
    school_id: Any = None,
    district_id: Any = None,
    today: date = cast.TODAY,
    days: int = 30,
) -> str:
    """A program's key."""
    by = system_actor("tests", on=today)
    with public_scope():
        _row, raw = issue_token(
            by=by,
            issuer=User.objects.get(username=issuer),
            name="tests",
            scopes=frozenset(scopes),
            expires_on=today + timedelta(days=days),
            school_id=school_id,
            district_id=district_id,
        )
    return raw


def program(host: str, raw: str) -> Client:
    """A program that shows the key `raw` at `host`."""
    return Client(headers={"host": host, "authorization": f"Bearer {raw}"})


def send(client: Client, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
    """Call the API with a JSON body."""
    content = body if isinstance(body, bytes | str) else json.dumps(body)
    if body is None:
        return client.generic(method, path, headers=headers)
    return client.generic(method, path, content, content_type="application/json", headers=headers)
