"""Accepting what a school pushes about itself. Whole rows with a version: duplicates, late and repeated pushes change nothing."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from apps.district.models import DirtyMark, SchoolStanding, StandingCell
from tenants.context import public_scope


@dataclass(frozen=True, slots=True)
class CellInput:
    """One obligation: summary verdict, how many findings of each kind, and the findings without names of people."""

    check_id: str
    verdict: str
    severity: str
    starred: bool
    tally: dict[str, int]
    findings: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class StandingInput:
    """A school's standing in one year, as its own evaluation computed it. `version` is counted by the school."""

    year: int
    version: int
    as_of: date
    computed_at: datetime
    calendar_version: int
    facts_fingerprint: str
    policy_fingerprint: str
    modules: dict[str, list[str]]
    activity: dict[str, int]
    worst: str
    rhythm: str
    last_record_on: date | None
    cells: tuple[CellInput, ...] = field(default=())

    def marks(self) -> dict[str, list[Any]]:
        """Summary of every check, small enough for an overview of hundreds of schools."""
        return {cell.check_id: [cell.verdict, cell.severity, cell.starred] for cell in self.cells}


def accept_standing(*, school_id: uuid.UUID, standing: StandingInput) -> bool:
    """Replace the school's row of that year and its cells, unless a push of the same or a higher version was accepted before.

    Opens a public scope of its own. Returns whether anything changed.
    """
    with public_scope():
        row, changed = _row_for(school_id, standing)
        if changed:
            StandingCell.objects.filter(standing=row).delete()
            StandingCell.objects.bulk_create(
                StandingCell(
                    standing=row,
                    check_id=cell.check_id,
                    verdict=cell.verdict,
                    severity=cell.severity,
                    starred=cell.starred,
                    tally=cell.tally,
                    findings=cell.findings,
                )
                for cell in standing.cells
            )
    return changed


def _row_for(school_id: uuid.UUID, standing: StandingInput) -> tuple[SchoolStanding, bool]:
    values = {
        "version": standing.version,
        "as_of": standing.as_of,
        "computed_at": standing.computed_at,
        "calendar_version": standing.calendar_version,
        "facts_fingerprint": standing.facts_fingerprint,
        "policy_fingerprint": standing.policy_fingerprint,
        "modules": standing.modules,
        "marks": standing.marks(),
        "activity": standing.activity,
        "worst": standing.worst,
        "rhythm": standing.rhythm,
        "last_record_on": standing.last_record_on,
    }
    fresh = SchoolStanding(school_id=school_id, year=standing.year, **(values | {"version": -1}))
    SchoolStanding.objects.bulk_create([fresh], ignore_conflicts=True)
    row = SchoolStanding.objects.select_for_update().get(school_id=school_id, year=standing.year)
    if row.version >= standing.version:
        return row, False
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row, True


def forget_marks(*, schema: str, up_to: datetime) -> int:
    """Remove a school's marks that were left before its evaluation began. Opens a public scope of its own."""
    with public_scope():
        removed, _by_model = DirtyMark.objects.filter(schema_name=schema, marked_at__lte=up_to).delete()
    return removed
