"""The district's view of its schools. Reads standings only; two queries, however many schools there are."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from apps.district.models import SchoolStanding, StandingCell
from apps.rulebook.enums import Verdict
from tenants.enums import SchoolStatus
from tenants.models import School

UNREGULATED = frozenset({Verdict.NR.value, Verdict.LOST.value})
_SHOWN = (SchoolStatus.READY, SchoolStatus.SUSPENDED, SchoolStatus.SUSPENDED_READONLY)


@dataclass(frozen=True, slots=True)
class Mark:
    """Summary of one obligation of one school."""

    verdict: str
    severity: str
    starred: bool


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school of the district.

    Attributes:
        standing: None while the school has pushed nothing for the year.
        marks: its summary marks by check.
    """

    school: School
    standing: SchoolStanding | None
    marks: Mapping[str, Mark]

    @property
    def rhythm(self) -> str:
        """in_rhythm, slipping, late or silent; a school that has pushed nothing is silent."""
        return self.standing.rhythm if self.standing else "silent"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One check over the district.

    Attributes:
        regulated: schools whose own rules regulate the point; only these are compared.
        counts: schools by summary verdict.
        share: PASS / (PASS + FAIL), None when neither occurs.
    """

    check_id: str
    regulated: int
    counts: dict[str, int]
    starred: int

    @property
    def passed(self) -> int:
        """Schools that meet the obligation."""
        return self.counts.get(Verdict.PASS.value, 0)

    @property
    def failed(self) -> int:
        """Schools that do not."""
        return self.counts.get(Verdict.FAIL.value, 0)

    @property
    def share(self) -> float | None:
        """Part of the decided schools that meet it."""
        decided = self.passed + self.failed
        return self.passed / decided if decided else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many schools the figures rest on, and how old the oldest push among them is."""

    schools: int
    reporting: int
    oldest: datetime | None
    newest: datetime | None


def school_rows(districts: Iterable[uuid.UUID], *, year: int) -> list[SchoolRow]:
    """Every school of the districts with its standing of the year. Two queries."""
    schools = list(School.objects.filter(district__in=list(districts), status__in=_SHOWN).order_by("slug"))
    standings = {row.school_id: row for row in SchoolStanding.objects.filter(school__in=schools, year=year)}
    return [_row(school, standings.get(school.id)) for school in schools]


def _row(school: School, standing: SchoolStanding | None) -> SchoolRow:
    told = standing.marks if standing else {}
    return SchoolRow(school, standing, {check: _mark(*found) for check, found in told.items()})


@cache
def _mark(verdict: str, severity: str, starred: bool) -> Mark:  # noqa: FBT001 - as it stands in the rollup
    """A few dozen different marks are all there are, however many schools there are."""
    return Mark(verdict, severity, bool(starred))


def changes(rows: Iterable[SchoolRow]) -> Counter[str]:
    """By how many schools each rhythm has grown or shrunk since last week, among schools that had one then. No query."""
    moved: Counter[str] = Counter()
    for row in rows:
        if row.standing and row.standing.rhythm_before:
            moved[row.standing.rhythm] += 1
            moved[row.standing.rhythm_before] -= 1
    return moved


def obligations(rows: Iterable[SchoolRow]) -> list[Obligation]:
    """Every obligation over the schools of `rows`, by check. No query."""
    counts: dict[str, Counter[str]] = {}
    starred: Counter[str] = Counter()
    for row in rows:
        for check_id, mark in row.marks.items():
            counts.setdefault(check_id, Counter())[mark.verdict] += 1
            starred[check_id] += mark.starred
    return [
        Obligation(
            check_id=check_id,
            regulated=sum(number for verdict, number in found.items() if verdict not in UNREGULATED),
            counts=dict(found),
            starred=starred[check_id],
        )
        for check_id, found in sorted(counts.items())
    ]


def coverage(rows: Iterable[SchoolRow]) -> Coverage:
    """What the figures rest on. No query."""
    all_rows = list(rows)
    times = [row.standing.computed_at for row in all_rows if row.standing]
    return Coverage(len(all_rows), len(times), min(times, default=None), max(times, default=None))


def years_known(districts: Iterable[uuid.UUID]) -> list[int]:
    """Academic years the districts have standings of, newest first. One query."""
    rows = SchoolStanding.objects.filter(school__district__in=list(districts))
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def cells_of(standing: SchoolStanding) -> list[StandingCell]:
    """Every obligation of one school with its findings. One query."""
    return list(StandingCell.objects.filter(standing=standing).order_by("check_id"))


def cell_of(standing: SchoolStanding, check_id: str) -> StandingCell | None:
    """One obligation of one school with its findings. One query."""
    return StandingCell.objects.filter(standing=standing, check_id=check_id).first()
