"""What the demonstration came to, as one document."""

from collections import Counter
from typing import Any

from django.apps import apps
from django.conf import settings

from apps.district.models import SchoolStanding, StandingCell
from apps.district.queries import overview
from tenants.context import in_school, public_scope
from tenants.models import District, School
from tenants.scope import SchoolRef
from usul.control.demo.schools import DISTRICT, STORIES

UNNAMED = "—"


def district_report() -> dict[str, Any]:
    """Schools onboarded, modules in force, records loaded, verdicts by check and by module, and the district's own figures."""
    with public_scope(readonly=True):
        district = District.objects.get(slug=DISTRICT["slug"])
        order = [story.slug for story in STORIES]
        refs = sorted(
            (school.ref for school in School.objects.select_related("district").filter(district=district)),
            key=lambda ref: order.index(ref.slug),
        )
        years = overview.years_known([district.id])
        rows = overview.school_rows([district.id], year=years[0])
        figures = overview.obligations(rows)
        schools = [_school(row) for row in rows]
        cells = list(StandingCell.objects.filter(standing__year__in=years).select_related("standing"))
        judged = SchoolStanding.objects.filter(school__district=district).count()
    return {
        "district": district.slug,
        "years": years,
        "schools_onboarded": len(refs),
        "school_years_judged": judged,
        "schools": schools,
        "modules": dict(sorted(Counter(code for school in schools for code in school["modules"]).items())),
        "records": _records(refs),
        "verdicts_by_check": _by_check(cells),
        "verdicts_by_module": _by_module(cells),
        "obligations": [
            {
                "check": row.check_id,
                "regulated": row.regulated,
                "passed": row.passed,
                "failed": row.failed,
                "share": row.share,
                "counts": row.counts,
            }
            for row in figures
        ],
    }


def _school(row: overview.SchoolRow) -> dict[str, Any]:
    standing = row.standing
    return {
        "slug": row.school.slug,
        "name": row.school.name_ky,
        "status": row.school.status,
        "modules": sorted(code for codes in standing.modules.values() for code in codes) if standing else [],
        "worst": standing.worst if standing else UNNAMED,
        "rhythm": row.rhythm,
        "activity": standing.activity if standing else {},
    }


def _records(refs: list[SchoolRef]) -> dict[str, int]:
    """Rows of every school together, by model."""
    models = [
        model
        for config in apps.get_app_configs()
        if config.name in settings.TENANT_APPS
        for model in config.get_models()
    ]
    counts: Counter[str] = Counter()
    for ref in refs:
        with in_school(ref, readonly=True):
            for model in models:
                counts[model._meta.label] += model._default_manager.count()
    return dict(sorted(counts.items()))


def _by_check(cells: list[StandingCell]) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for cell in cells:
        found.setdefault(cell.check_id, Counter()).update(cell.tally)
    return {check: dict(sorted(counts.items())) for check, counts in sorted(found.items())}


def _by_module(cells: list[StandingCell]) -> dict[str, dict[str, int]]:
    """Findings by the charter modules their clauses come from; a finding resting on two modules counts for each."""
    found: dict[str, Counter[str]] = {}
    for cell in cells:
        for finding in cell.findings:
            modules = {source[1] for source in finding["sources"] if source[1]} or {UNNAMED}
            for module in modules:
                found.setdefault(module, Counter())[finding["verdict"]] += 1
    return {module: dict(sorted(counts.items())) for module, counts in sorted(found.items())}
