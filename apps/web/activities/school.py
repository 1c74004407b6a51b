"""The year's work of every association on one page: what the rules say of each, and who has no topic or report yet."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.activities.queries.work import members_of_all
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.compliance.models import Finding
from apps.compliance.queries.findings import JudgedYear, current
from apps.core.permissions import Permission
from apps.web.activities.lights import EVERY, PAGES, SILENT
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Matrix, MatrixCell, MatrixColumn, MatrixRow
from apps.web.blocks.verdicts import mark
from apps.web.findings.links import look
from apps.web.findings.present import place_of_check, title_of
from apps.web.guard import page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page, year_query

ON_A_PAGE = 12
NOTHING = "NA"


@page(Permission.SCHOOL_READ)
def school(request: UsulRequest) -> HttpResponse:
    """Which association has which part of its work in order, and whose topic or report is missing."""
    year, years = year_of_page(request)
    bodies = Body.objects.filter(kind=BodyKind.ASSOCIATION, dissolved_on__isnull=True)
    part = window(request, total=bodies.count(), size=ON_A_PAGE)
    shown = list(bodies.order_by("name", "pk")[part.start : part.stop])
    values: dict[str, Any] = {"year": year, "pages": part.pages, "table": None, "lacking": []}
    if year is not None and shown:
        query = year_query(request)
        values["table"] = _matrix(shown, _worst(year.year, shown), query)
        values["lacking"] = _lacking(request, shown, year, query)
    crumbs = (Crumb(_("Associations and councils"), reverse("body_list")), Crumb(_("Work of the year")))
    return show(request, "activities/school.html", values, section="bodies", crumbs=crumbs, years=years)


def _worst(year: AcademicYear, bodies: list[Body]) -> dict[tuple[int, str], Finding]:
    """The worst finding of each check about each association. One query."""
    worst: dict[tuple[int, str], Finding] = {}
    rows = current(year).filter(check_id__in=EVERY, body_number__in=[body.pk for body in bodies])
    for row in rows.defer("payload"):
        worst.setdefault((row.body_number or 0, row.check_id), row)
    return worst


def _matrix(bodies: list[Body], worst: dict[tuple[int, str], Finding], query: str) -> Matrix | None:
    told = {check for (_body, check), row in worst.items() if row.verdict not in SILENT}
    checks = sorted(told, key=place_of_check)
    rows = [
        MatrixRow(
            label=body.name,
            url=reverse("work_list", args=[body.pk]) + query,
            cells=[_cell(body, check, worst.get((body.pk, check)), query) for check in checks],
        )
        for body in bodies
    ]
    columns = [MatrixColumn(title_of(check)) for check in checks]
    return Matrix(_("Association"), _("Work of the year"), columns, rows) if checks else None


def _cell(body: Body, check: str, row: Finding | None, query: str) -> MatrixCell:
    if row is None:
        return MatrixCell(mark(NOTHING))
    name = PAGES.get(check)
    return MatrixCell(
        look(row), reverse(name, args=[body.pk]) + query if name else reverse("finding_page", args=[row.pk])
    )


def _lacking(request: UsulRequest, bodies: list[Body], year: JudgedYear, query: str) -> list[dict[str, Any]]:
    """Associations with members who have no topic or no report yet. Two queries."""
    found = members_of_all(bodies, year, on=actor_of(request).today)
    lines = []
    for body in bodies:
        rows = found.get(body.pk, [])
        line = {
            "body": body,
            "url": reverse("work_members", args=[body.pk]) + query,
            "topics": ", ".join(row.person.short_name for row in rows if row.topic is None),
            "reports": sum(1 for row in rows if not row.reports),
            "members": len(rows),
        }
        if line["topics"] or line["reports"]:
            lines.append(line)
    return lines
