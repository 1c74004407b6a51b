"""A request with what the middleware has found out about it."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from apps.accounts.identity import Identity
from apps.accounts.models import User
from apps.core.actor import Actor
from tenants.scope import SchoolRef


class UsulRequest(HttpRequest):
    """For type annotations only; requests are made by the handler.

    Attributes:
        school: the school of the host; None on the district's host.
        took_over: other schools were merged into the school.
        realm: what session and cookies are bound to.
        identity: who is signed in, or None.
        token_refused: a token came along and was not accepted.
        actor: what the identity may do here; None until the scope is open and for strangers.
        notices: how many notices wait for the person; None for whoever has no staff record.
        met_another_version: a table or column of the school was not there.
    """

    school: SchoolRef | None
    took_over: bool
    realm: str
    identity: Identity | None
    token_refused: bool
    actor: Actor | None
    notices: int | None
    met_another_version: bool
    user: User | AnonymousUser
    urlconf: str
    htmx: HtmxDetails
    LANGUAGE_CODE: str
