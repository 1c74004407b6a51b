"""The district's first page over 200 schools: milliseconds, queries and weight, beside the same page over the twelve of the demonstration.

The other schools report what the demonstration's schools report; the page reads standings alone, so they need no schema of their own.
"""

import uuid

from django.utils import timezone

from apps.district.models import SchoolStanding, StandingCell
from infra.bench import _demo
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import District, School
from usul.benching import Report, Target, report
from usul.control.demo import OFFICER
from usul.control.demo.schools import DISTRICT

NAME = "district-overview"
P95_MS = 250.0
MOST_QUERIES = 12
MOST_BYTES = 50_000


def run(*, schools: int = 200, requests: int = 60) -> Report:
    """Figures over the demonstration's schools (`few`) and over `schools`."""
    _demo.onboard()
    client = _demo.browser("localhost", OFFICER)
    few, few_queries = _demo.queries_of(client, _demo.DISTRICT_PAGE)
    few_ms, _few_p95 = _demo.timed(client, _demo.DISTRICT_PAGE, requests)
    _grow(schools)
    many, queries = _demo.queries_of(client, _demo.DISTRICT_PAGE)
    ms, p95 = _demo.timed(client, _demo.DISTRICT_PAGE, requests)
    figures = {
        "schools": schools,
        "requests": requests,
        "queries": queries,
        "queries_few": few_queries,
        "ms_median": ms,
        "ms_p95": p95,
        "ms_median_few": few_ms,
        "bytes": len(many.content),  # type: ignore[attr-defined]
        "bytes_few": len(few.content),  # type: ignore[attr-defined]
    }
    targets = {
        "queries": Target(at_most=MOST_QUERIES),
        "ms_p95": Target(at_most=P95_MS),
        "bytes": Target(at_most=MOST_BYTES),
    }
    return report(NAME, figures=figures, ratios={"many_to_few": round(ms / few_ms, 2)}, targets=targets)


def _grow(total: int) -> None:
    """Schools that report what the schools of the demonstration report, until there are `total`."""
    with public_scope():
        district = District.objects.get(slug=DISTRICT["slug"])
        told = list(SchoolStanding.objects.prefetch_related("cells"))
        kinds = list(School.objects.filter(district=district))
        for number in range(len(kinds), total):
            row = School(
                district=district,
                slug=f"more-{number}",
                name_ky=f"№{number + 100} жалпы билим берүүчү орто мектеп",
                status=SchoolStatus.READY,
                status_since=timezone.now(),
            )
            row.save()
            like = kinds[number % len(kinds)]
            for standing in (one for one in told if one.school_id == like.pk):
                _copy(standing, row)


def _copy(standing: SchoolStanding, school: School) -> None:
    cells = list(standing.cells.all())
    copied = SchoolStanding.objects.get(pk=standing.pk)
    copied.pk, copied.school = uuid.uuid4(), school
    copied.save(force_insert=True)
    for cell in cells:
        cell.pk, cell.standing = uuid.uuid4(), copied
    StandingCell.objects.bulk_create(cells)
