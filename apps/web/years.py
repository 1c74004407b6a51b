"""Academic years as a reader chooses them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from apps.calendars.queries.years import year_asked
from apps.compliance.queries.findings import JudgedYear, judged_years
from apps.core.errors import NOT_FOUND
from apps.web.blocks.page import Year
from apps.web.lists import address
from apps.web.request import UsulRequest
from apps.web.show import actor_of

YEAR = "year"


def year_label(start_year: int) -> str:
    """`2026–2027-окуу жылы`."""
    return _("%(first)d–%(last)d academic year") % {"first": start_year, "last": start_year + 1}


def year_of_page(request: UsulRequest) -> tuple[JudgedYear | None, list[Year]]:
    """The year a school's page is about and the choice of years. None when the school has no calendar yet. One query.

    Raises:
        Fault: `core.not_found` when the address names a year that the school does not have.
    """
    known = judged_years()
    asked = request.GET.get(YEAR)
    chosen = year_asked(known, asked, today=actor_of(request).today)
    if chosen is None and (asked or known):
        raise NOT_FOUND()
    found = next((item for item in known if item is chosen), None)
    return found, _choices(request, known, found)


def _choices(request: UsulRequest, known: Sequence[JudgedYear], chosen: JudgedYear | None) -> list[Year]:
    if len(known) < 2:
        return []
    today = year_asked(known, None, today=actor_of(request).today)
    return [
        Year(
            address(request, **{YEAR: "" if item is today else item.year.start_year}),
            year_label(item.year.start_year),
            item is chosen,
        )
        for item in reversed(known)
    ]


def year_query(request: UsulRequest) -> str:
    """Keeps the year in addresses; empty when the page is about the present one."""
    asked = request.GET.get(YEAR)
    return f"?{YEAR}={asked}" if asked else ""
