"""The rules about the year's work of a body, each with its reason and the page that mends it."""

from collections.abc import Iterable

from django.urls import reverse

from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.compliance.models import Finding
from apps.compliance.queries.findings import of_body
from apps.rulebook.enums import Verdict
from apps.rulebook.exchange import decode_finding
from apps.web.blocks.papers import Light
from apps.web.findings.present import place_of_check, title_of, why

PLANS, MEMBERS, PAIRS = ("PL-6", "PL-7"), ("MT-1", "MT-2"), ("MT-3",)
DONE = ("ST-4", "HD-7", "MT-4", "MT-5", "MT-6", "AC-1")
EVERY = (*PLANS, *MEMBERS, *PAIRS, *DONE)
SILENT = frozenset({Verdict.NR, Verdict.LOST, Verdict.NA})
PAGES = {
    "PL-6": "month_list",
    "PL-7": "lesson_list",
    "MT-1": "work_members",
    "MT-2": "work_members",
    "MT-3": "mentoring_list",
}


def lights_of(year: AcademicYear, body: Body, checks: Iterable[str] = EVERY) -> list[Light]:
    """One light a check, the worst of it, in the order of the rulebook; what no text regulates is left out. One query."""
    worst: dict[str, Finding] = {}
    for row in of_body(year, body).filter(check_id__in=tuple(checks)):
        worst.setdefault(row.check_id, row)
    rows = [row for row in worst.values() if row.verdict not in SILENT]
    return [_light(row, body) for row in sorted(rows, key=lambda row: place_of_check(row.check_id))]


def _light(row: Finding, body: Body) -> Light:
    page = PAGES.get(row.check_id)
    return Light(
        name=title_of(row.check_id),
        verdict=row.verdict.value,
        severity=row.severity.value if row.severity else "",
        why=why(decode_finding(row.payload)),
        url=reverse(page, args=[body.pk]) if page else reverse("finding_page", args=[row.pk]),
    )
