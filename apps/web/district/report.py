"""What every page of a district starts from."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.district.queries import overview
from apps.district.queries.overview import SchoolRow
from apps.district.queries.reach import Reached, reached, year_of_report
from apps.district.queries.trouble import by_trouble
from apps.web.blocks.page import Year
from apps.web.findings.present import place_of_check
from apps.web.lists import address
from apps.web.request import UsulRequest
from apps.web.years import year_label


def place_of(request: UsulRequest, slug: str, needs: Permission) -> Reached:
    """The district, if it is in reach with this right. One query.

    Raises:
        Fault: `core.not_found`, alike for a district out of reach and for one that does not exist.
    """
    place = reached(request.identity, slug) if request.identity else None
    if place is None or needs not in place.rights:
        raise NOT_FOUND()
    return place


@dataclass(frozen=True)
class Report:
    """A district's schools in one academic year.

    Attributes:
        query: keeps the year in addresses; empty for the newest one.
        rows: the schools with their standings.
    """

    place: Reached
    year: int
    query: str
    years: list[Year]
    rows: list[SchoolRow]

    @property
    def slug(self) -> str:
        """Slug of the district."""
        return self.place.district.slug

    @cached_property
    def checks(self) -> list[str]:
        """Every check some school has been judged by, in the order of the rulebook."""
        known = {check for row in self.rows for check in row.marks}
        return sorted(known, key=place_of_check)

    @cached_property
    def worst_first(self) -> list[SchoolRow]:
        """The schools in the order of their trouble."""
        return by_trouble(self.rows)

    def school(self, slug: str) -> SchoolRow:
        """One school of the district.

        Raises:
            Fault: `core.not_found`.
        """
        found = next((row for row in self.rows if row.school.slug == slug), None)
        if found is None:
            raise NOT_FOUND()
        return found


def report_of(request: UsulRequest, slug: str) -> Report:
    """The district's schools in the year asked for. Four queries.

    Raises:
        Fault: `core.not_found` when the district is out of reach, there is none, or what was asked for is no year.
    """
    place = place_of(request, slug, Permission.DISTRICT_READ)
    known = overview.years_known(place.below)
    year = year_of_report(known, request.GET.get("year"), today=timezone.localdate())
    if year is None:
        raise NOT_FOUND()
    newest = known[0] if known else year
    years = [Year(address(request, year="" if one == newest else one), year_label(one), one == year) for one in known]
    return Report(
        place,
        year,
        "" if year == newest else f"?year={year}",
        years if len(years) > 1 else [],
        overview.school_rows(place.below, year=year),
    )
