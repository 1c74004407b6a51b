"""/districts/…: what systems read of the whole district. No school's schema is opened."""

from typing import ClassVar

from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.v1 import faults
from api.v1.districts.serializers import (
    DistrictSerializer,
    ObligationSerializer,
    ObligationsSerializer,
    SchoolSummarySerializer,
    StandingSerializer,
    StandingsSerializer,
    coverage_data,
)
from apps.accounts.identity import Identity
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.core.scopes import Wanted
from apps.district.queries import overview
from apps.district.queries.reach import FIRST_YEAR, LAST_YEAR, Reached, districts_of, reached, year_of_report
from apps.rulebook.wording import WORDING

YEAR = OpenApiParameter(
    "year", int, description="Calendar year the academic year begins in; the newest known when left out."
)


def identity_of(request: Request) -> Identity:
    """Who asks; these resources are closed to strangers."""
    identity: Identity = request._request.identity  # type: ignore[attr-defined]
    return identity


class DistrictView(APIView):
    """A resource of the district site, read under the district's own database role."""

    usul_scope: ClassVar[Wanted] = Wanted(Wanted.Kind.DISTRICT)
    needs: ClassVar[Permission] = Permission.DISTRICT_READ
    tag: ClassVar[str] = "districts"
    known_parameters: ClassVar[frozenset[str]] = frozenset({"year"})

    def district(self, request: Request, slug: str) -> Reached:
        """The district, or 404 alike for one out of reach and one that does not exist."""
        found = reached(identity_of(request), slug)
        if found is None:
            raise NOT_FOUND()
        return found

    def year(self, request: Request, place: Reached) -> int:
        """The year asked for, or the newest the district has standings of."""
        for name in request.query_params:
            if name not in self.known_parameters:
                raise faults.PARAMETER_UNKNOWN(name=name, known=", ".join(sorted(self.known_parameters)))
        known = overview.years_known(place.below)
        year = year_of_report(known, request.query_params.get("year"), today=timezone.localdate())
        if year is None:
            raise faults.PARAMETER_INVALID(name="year", reason=f"{FIRST_YEAR}…{LAST_YEAR}")
        return year


class DistrictList(DistrictView):
    """Districts in reach."""

    known_parameters = frozenset[str]()

    @extend_schema(operation_id="districts_list", responses=DistrictSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Districts the caller may read."""
        return Response(DistrictSerializer(districts_of(identity_of(request)), many=True).data)


class DistrictStandings(DistrictView):
    """All schools of a district."""

    @extend_schema(operation_id="districts_standings", parameters=[YEAR], responses=StandingsSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """Every school with its summary verdicts and how fresh they are."""
        place = self.district(request, slug)
        year = self.year(request, place)
        rows = overview.school_rows(place.below, year=year)
        return Response(
            {
                "district": place.district.slug,
                "year": year,
                "coverage": coverage_data(overview.coverage(rows)),
                "schools": StandingSerializer(rows, many=True).data,
            }
        )


class DistrictObligations(DistrictView):
    """All obligations over a district."""

    @extend_schema(operation_id="districts_obligations", parameters=[YEAR], responses=ObligationsSerializer)
    def get(self, request: Request, slug: str) -> Response:
        """For each obligation: how many schools regulate it, and the share of PASS among PASS and FAIL."""
        place = self.district(request, slug)
        year = self.year(request, place)
        rows = overview.school_rows(place.below, year=year)
        language = get_language() or "ky"
        context = {"titles": {check: words.title.in_(language) for check, words in WORDING.items()}}
        return Response(
            {
                "district": place.district.slug,
                "year": year,
                "coverage": coverage_data(overview.coverage(rows)),
                "obligations": ObligationSerializer(overview.obligations(rows), many=True, context=context).data,
            }
        )


class DistrictSchool(DistrictView):
    """One school of a district."""

    @extend_schema(operation_id="districts_school", parameters=[YEAR], responses=SchoolSummarySerializer)
    def get(self, request: Request, slug: str, school: str) -> Response:
        """One school's summary: every obligation with its findings."""
        place = self.district(request, slug)
        year = self.year(request, place)
        row = next((row for row in overview.school_rows(place.below, year=year) if row.school.slug == school), None)
        if row is None:
            raise NOT_FOUND()
        cells = overview.cells_of(row.standing) if row.standing else []
        return Response(SchoolSummarySerializer(row, context={"cells": cells}).data)
