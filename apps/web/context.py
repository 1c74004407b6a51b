"""The frame of every page, built from what the middleware has found out. Asks no database."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.district.queries.reach import Reached
from apps.web.blocks.page import Crumb, NavItem, Page, Person, Year, theme_of
from tenants.scope import SchoolRef

THEME_COOKIE = "usul_theme"


def page(request: HttpRequest) -> dict[str, Page]:
    """Context processor: the frame without crumbs and years; views that have them pass their own `page`."""
    return {"page": page_of(request)}


def page_of(
    request: HttpRequest,
    *,
    crumbs: Sequence[Crumb] = (),
    years: Sequence[Year] = (),
    section: str = "",
    district: Reached | None = None,
) -> Page:
    """The frame of this request. `section` names the entry of the navigation that is looked at, `district` whose pages these are."""
    language = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    school = getattr(request, "school", None)
    identity = getattr(request, "identity", None)
    actor: Actor | None = getattr(request, "actor", None)
    frame = Page(
        language=language,
        place=_place(school, district, language),
        language_url=_address("language"),
        next_url=request.get_full_path(),
        theme=theme_of(request.COOKIES.get(THEME_COOKIE)),
        today=timezone.localdate(),
        crumbs=crumbs,
        years=years,
    )
    if identity is None:
        return frame
    return replace(
        frame,
        navigation=_navigation(
            section,
            actor,
            district,
            at_school=school is not None,
            took_over=getattr(request, "took_over", False),
        ),
        person=Person(name=actor.name if actor else identity.full_name, role=_role(actor)),
        sign_out_url=_address("account_logout"),
        account_url=_address("account_change_password"),
        search_url=_address("search") if actor else "",
        search_text=request.GET.get("q", "")[:200] if request.path_info == _address("search") else "",
        notices_url=_address("notice_list") if actor and actor.person_id else "",
        notices_count=getattr(request, "notices", None) or 0,
        draft_owner=_draft_owner(getattr(request, "realm", ""), identity.user_id),
    )


def _address(name: str, **kwargs: Any) -> str:
    try:
        return reverse(name, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


def _draft_owner(realm: str, user_id: object) -> str:
    """An opaque value that tells one person in one place from every other."""
    return hashlib.sha256(f"{settings.SECRET_KEY}:{realm}:{user_id}".encode()).hexdigest()[:16]


def _role(actor: Actor | None) -> str:
    if actor is None or not actor.roles:
        return ""
    return min(role.label.in_(_language()) for role in actor.roles)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _place(school: SchoolRef | None, district: Reached | None, language: str) -> str:
    if school is not None:
        return school.name(language)
    return district.district.name if district else _("Usul")


def _navigation(
    section: str, actor: Actor | None, district: Reached | None, *, at_school: bool, took_over: bool
) -> list[NavItem]:
    entries = _school_entries(actor, took_over=took_over) if at_school else _district_entries(actor, district)
    return [
        NavItem(url, icon, label, current=key == section, short=short)
        for key, url, icon, label, short in entries
        if url
    ]


Entry = tuple[str, str, str, str, str]


def _school_entries(actor: Actor | None, *, took_over: bool) -> list[Entry]:
    entries = [("my", _address("my_page"), "person", _("My page"), _("Me"))] if actor and actor.person_id else []
    entries += [
        ("school", _address("school_overview"), "home", _("School"), ""),
        ("bodies", _address("body_list"), "people", _("Associations and councils"), _("Bodies")),
        ("sittings", _address("sitting_list"), "lesson", _("Sittings"), ""),
        ("resolutions", _address("resolution_list"), "flag", _("Resolutions"), ""),
        (
            "papers",
            _address("paper_list"),
            "folder",
            _("Papers on their way"),
            pgettext("papers on their way", "On the way"),
        ),
        ("findings", _address("finding_list"), "rules", _("Rules kept"), _("Rules")),
        ("acts", _address("act_list"), "documents", _("Orders and decisions"), _("Papers")),
        ("dossiers", _address("dossier_list"), "folder", _("Folders and archive"), _("Folders")),
        ("people", _address("person_list"), "people", _("Staff"), ""),
        ("charter", _address("charter"), "charter", _("Charter"), ""),
        ("year", _address("school_year"), "calendar", _("School year"), _("Year")),
    ]
    if actor is not None and actor.may(Permission.SCHOOL_EXPORT):
        label, short = _("The school's data"), pgettext("all data of the school", "Data")
        entries.append(("data", _address("school_data"), "download", label, short))
    if took_over and actor is not None and actor.may(Permission.PERSON_EDIT):
        label, short = _("Schools taken over"), pgettext("schools that were merged into this one", "Former")
        entries.append(("former", _address("former_schools"), "archive", label, short))
    if actor is not None and actor.may(Permission.TOKEN_EDIT):
        entries.append(("tokens", _address("token_list"), "key", _("Keys for programs"), _("Keys")))
    if actor is not None and actor.may(Permission.WEBHOOK_EDIT):
        entries.append(("webhooks", _address("webhook_list"), "link", _("Messages to programs"), _("Messages")))
    return entries


def _district_entries(actor: Actor | None, district: Reached | None) -> list[Entry]:
    entries = [("home", _address("home"), "home", _("My places"), "")]
    if actor is not None and actor.may(Permission.FLEET_READ):
        entries.append(("fleet", _address("fleet"), "grid", _("All schools"), ""))
    if district is not None:
        slug = district.district.slug
        entries.append(
            ("district", _address("district_overview", slug=slug), "bars", _("State of the district"), _("District"))
        )
        entries.append(
            ("obligations", _address("district_obligations", slug=slug), "rules", _("Obligations"), _("Obligations"))
        )
        if Permission.SCHOOL_ONBOARD in district.rights:
            label, short = _("Setting up schools"), pgettext("schools are being set up", "Set-up")
            entries.append(("onboarding", _address("onboarding", slug=slug), "school", label, short))
        entries.append(("frame", _address("frame", slug=slug), "flag", _("Frame"), ""))
        entries.append(("shifts", _address("shifts", slug=slug), "calendar", _("School year"), _("Year")))
        if Permission.TOKEN_EDIT in district.rights:
            entries.append(("tokens", _address("district_tokens", slug=slug), "key", _("Keys for programs"), _("Keys")))
    return entries
