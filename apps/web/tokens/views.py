"""Keys for programs, of a school and of a district. A key is shown once, right after it was issued."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from apps.accounts.domain.accounts import issue_token, revoke_token
from apps.accounts.models import ApiToken, User
from apps.accounts.queries.tokens import tokens_of_district, tokens_of_school
from apps.accounts.scopes import OF_A_DISTRICT, OF_A_SCHOOL, TokenScope, givable
from apps.core.actor import Actor
from apps.core.faults import SIGN_IN_NEEDED
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.district.queries.reach import Reached
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.district.report import place_of
from apps.web.findings.present import reader_language
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.tokens.forms import TokenForm

PORTAL = scope_of_view(Wanted.Kind.PORTAL)
# offered as the last day; the person may choose another
HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Place:
    """Where keys are kept: a school or a district, and the actor with the rights held there."""

    by: Actor
    tokens: QuerySet[ApiToken]
    allowed: frozenset[TokenScope]
    home: str
    revoke: Callable[[str], str]
    school_id: uuid.UUID | None = None
    district: Reached | None = None

    @property
    def target(self) -> dict[str, uuid.UUID]:
        """What the verb is told of the place."""
        if self.district is not None:
            return {"district_id": self.district.district.id}
        return {"school_id": self.school_id} if self.school_id else {}


def _school(request: UsulRequest) -> Place:
    school = request.school
    if school is None:
        message = "Keys of a school are kept on its own host."
        raise LookupError(message)
    by = actor_of(request)
    return Place(
        by=by,
        tokens=tokens_of_school(school.id),
        allowed=givable(OF_A_SCHOOL, by.permissions),
        home=reverse("token_list"),
        revoke=lambda key: reverse("token_revoke", args=[key]),
        school_id=school.id,
    )


def _district(request: UsulRequest, slug: str) -> Place:
    district = place_of(request, slug, Permission.TOKEN_EDIT)
    return Place(
        by=replace(actor_of(request), permissions=district.rights),
        tokens=tokens_of_district(district.district.id),
        allowed=givable(OF_A_DISTRICT, district.rights),
        home=reverse("district_tokens", args=[slug]),
        revoke=lambda key: reverse("district_token_revoke", args=[slug, key]),
        district=district,
    )


@PORTAL
@never_cache
@page(Permission.TOKEN_EDIT, methods=WORKING)
def school_tokens(request: UsulRequest) -> HttpResponse:
    """Keys of the school: the list, and a form for a new one."""
    return _tokens(request, _school(request))


@PORTAL
@page(Permission.TOKEN_EDIT, methods=DOING)
def school_token_revoke(request: UsulRequest, key: str) -> HttpResponse:
    """Take a key of the school away."""
    return _revoke(request, _school(request), key)


@PORTAL
@never_cache
@page(Permission.TOKEN_EDIT, methods=WORKING)
def district_tokens(request: UsulRequest, slug: str) -> HttpResponse:
    """Keys of the district: the list, and a form for a new one."""
    return _tokens(request, _district(request, slug))


@PORTAL
@page(Permission.TOKEN_EDIT, methods=DOING)
def district_token_revoke(request: UsulRequest, slug: str, key: str) -> HttpResponse:
    """Take a key of the district away."""
    return _revoke(request, _district(request, slug), key)


def _tokens(request: UsulRequest, place: Place) -> HttpResponse:
    form = TokenForm(request.POST or None, allowed=place.allowed, initial={"expires_on": place.by.today + HALF_A_YEAR})
    issued: list[tuple[ApiToken, str]] = []
    if request.method == "POST" and form.is_valid():
        form.attempt(lambda: issued.append(_issue(request, place, form.cleaned_data)))
    if issued:
        form = TokenForm(allowed=place.allowed, initial={"expires_on": place.by.today + HALF_A_YEAR})
    values = {
        "form": form,
        "key": issued[0][1] if issued else "",
        "issued": issued[0][0] if issued else None,
        "rows": [_row(place, token) for token in place.tokens],
        "columns": {
            "name": Column(_("Program")),
            "scopes": Column(_("What it may do")),
            "used": Column(_("Last used")),
            "ends": Column(_("Last day")),
            "do": Column(_("Take away"), hide_label=True),
        },
    }
    crumbs: tuple[Crumb, ...] = ()
    if place.district is not None:
        overview = reverse("district_overview", args=[place.district.district.slug])
        crumbs = (Crumb(place.district.district.name, overview), Crumb(_("Keys for programs")))
    status = 422 if form.errors else 200
    return show(
        request, "tokens/tokens.html", values, section="tokens", crumbs=crumbs, district=place.district, status=status
    )


def _issue(request: UsulRequest, place: Place, data: dict[str, Any]) -> tuple[ApiToken, str]:
    if not isinstance(request.user, User):
        raise SIGN_IN_NEEDED()
    return issue_token(
        by=place.by,
        issuer=request.user,
        name=data["name"],
        scopes=frozenset(data["scopes"]),
        expires_on=data["expires_on"],
        **place.target,
    )


def _row(place: Place, token: ApiToken) -> dict[str, Any]:
    language = reader_language()
    known = {scope.value: scope.label.in_(language) for scope in TokenScope}
    return {
        "token": token,
        "scopes": ", ".join(known.get(scope, scope) for scope in token.scopes),
        "issuer": token.user.get_full_name(),
        "ended": token.expiry is not None and token.expiry < timezone.now(),
        "ends": timezone.localdate(token.expiry) if token.expiry else None,
        "revoke_url": place.revoke(token.pk),
    }


def _revoke(request: UsulRequest, place: Place, key: str) -> HttpResponse:
    token: ApiToken = found(place.tokens, pk=key)
    revoke_token(by=place.by, token=token)
    messages.success(request, _("The key no longer opens anything."))
    return HttpResponseRedirect(place.home)
