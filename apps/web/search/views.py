"""Search over all years and bodies of a school."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.core.permissions import Permission
from apps.core.search import pieces
from apps.sittings.queries.search import Asked, Found, FoundKind, search
from apps.web.findings.present import reader_language
from apps.web.guard import page
from apps.web.lists import PAGE, Choice, active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_label

ON_A_PAGE = 20
LONGEST = 200
MOST_PAGES = 500
# where a find leads, and its icon
PLACES = {
    FoundKind.ITEM: ("sitting_page", "lesson"),
    FoundKind.RESOLUTION: ("resolution_page", "flag"),
    FoundKind.MINUTES: ("sitting_page", "document"),
    FoundKind.SITTING: ("sitting_page", "calendar"),
    FoundKind.ACT: ("act_page", "order"),
    FoundKind.BODY: ("body_page", "people"),
    FoundKind.PERSON: ("person_page", "person"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One find as the page shows it. Without an address it is shown and leads nowhere."""

    icon: str
    kind: str
    url: str
    pieces: list[tuple[str, bool]]
    about: str
    day: date | None


@page(Permission.SCHOOL_READ)
def results(request: UsulRequest) -> HttpResponse:
    """What was found, the newest first."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    years = years_in_force()
    filters = _filters(request, years)
    asked = _asked(request, text, filters, years)
    start = (_page(request) - 1) * ON_A_PAGE
    found, total = search(asked, start=start, stop=start + ON_A_PAGE)
    part = window(request, total=total, size=ON_A_PAGE)
    if part.start != start:
        found, total = search(asked, start=part.start, stop=part.stop)
    values = {
        "text": text,
        "too_short": bool(text) and not asked.words,
        "rows": [_line(one, asked.words) for one in found],
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "pages": part.pages,
        "total": total,
    }
    return show(request, "search/results.html", values, section="search")


def _page(request: UsulRequest) -> int:
    asked = request.GET.get(PAGE, "")
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1


def _filters(request: UsulRequest, years: list[YearInForce]) -> list[Choice]:
    language = reader_language()
    return [
        choice(request, "kind", _("What"), [(kind.value, kind.label.in_(language)) for kind in FoundKind]),
        choice(request, "body", _("Body"), [(str(body.pk), body.name) for body in Body.objects.all()]),
        choice(
            request,
            "period",
            _("Period"),
            [(str(one.year.start_year), year_label(one.year.start_year)) for one in reversed(years)],
        ),
    ]


def _asked(request: UsulRequest, text: str, filters: list[Choice], years: list[YearInForce]) -> Asked:
    kind, body, period = (one.chosen for one in filters)
    year = next((one for one in years if str(one.year.start_year) == period), None)
    return Asked(
        text=text,
        kind=FoundKind.of(kind) if kind else None,
        body=int(body) if body else None,
        since=year.revision.starts_on if year else None,
        until=year.revision.close_on if year else None,
        drafts=actor_of(request).may(Permission.ACT_RECORD),
    )


def _line(one: Found, words: list[str]) -> Line:
    name, icon = PLACES[one.kind]
    return Line(
        icon=icon,
        kind=one.kind.label.in_(reader_language()),
        url=_address(name, one.ref),
        pieces=pieces(one.text, words),
        about=one.about,
        day=one.day,
    )


def _address(name: str, number: Any) -> str:
    try:
        return reverse(name, args=[number])
    except NoReverseMatch:
        return ""
