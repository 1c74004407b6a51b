"""One way to answer with a page: the same address gives the page or, to htmx, the part that changed."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.accounts.identity import Identity
from apps.core.actor import Actor
from apps.core.errors import NOT_PERMITTED
from apps.core.faults import SIGN_IN_NEEDED
from apps.core.permissions import Permission
from apps.district.queries.reach import Reached
from apps.web.blocks.page import Crumb, Year
from apps.web.context import page_of


def show(
    request: HttpRequest,
    template: str,
    values: dict[str, Any],
    *,
    section: str = "",
    crumbs: Sequence[Crumb] = (),
    years: Sequence[Year] = (),
    district: Reached | None = None,
    part: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render `template` in its frame; `part` instead when htmx asked for it."""
    if part and getattr(request, "htmx", False):
        return render(request, part, values, status=status)
    frame = page_of(request, crumbs=crumbs, years=years, section=section, district=district)
    return render(request, template, {"page": frame, **values}, status=status)


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a page that is closed to strangers."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        raise NOT_PERMITTED(permission=Permission.SCHOOL_READ)
    return actor


def identity_of(request: HttpRequest) -> Identity:
    """Who is signed in, on a page that is closed to strangers."""
    identity: Identity | None = getattr(request, "identity", None)
    if identity is None:
        raise SIGN_IN_NEEDED()
    return identity
