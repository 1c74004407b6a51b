"""Accepting what a school pushes about itself. Whole rows with a version: duplicates, late and repeated pushes change nothing."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from apps.compliance.domain.summary import YearStanding
from apps.district.models import EVERY_YEAR, DirtyMark, SchoolStanding, StandingCell
from tenants.context import public_scope


def accept_standing(*, school_id: uuid.UUID, standing: YearStanding) -> bool:
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


def _row_for(school_id: uuid.UUID, standing: YearStanding) -> tuple[SchoolStanding, bool]:
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
    if monday_of(row.as_of) < monday_of(standing.as_of):
        row.rhythm_before = row.rhythm
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row, True


def monday_of(day: date) -> date:
    """First day of the week."""
    return day - timedelta(days=day.weekday())


def marks_of(schema: str) -> list[DirtyMark]:
    """The marks a school has left and committed so far. Opens a public scope of its own."""
    with public_scope(readonly=True):
        return list(DirtyMark.objects.filter(schema_name=schema).only("id", "year"))


def touched(marks: Iterable[DirtyMark]) -> frozenset[int] | None:
    """The years that marks speak of, each with the one after it, which may refer to its papers; None for every year there is."""
    years = {mark.year for mark in marks}
    return None if EVERY_YEAR in years else frozenset(years | {year + 1 for year in years})


def forget_marks(marks: Iterable[DirtyMark]) -> None:
    """Remove marks whose changes an evaluation begun afterwards has seen. Opens a public scope of its own."""
    with public_scope():
        DirtyMark.objects.filter(id__in=[mark.id for mark in marks]).delete()


def schools_with_marks() -> set[str]:
    """Schemas that have left marks. Opens a public scope of its own."""
    with public_scope(readonly=True):
        return set(DirtyMark.objects.values_list("schema_name", flat=True).distinct())


COMPARED = ("calendar_version", "facts_fingerprint", "policy_fingerprint", "modules", "activity", "worst", "rhythm")


def reconcile_standing(*, school_id: uuid.UUID, standing: YearStanding) -> set[str]:
    """Names of the fields in which the stored row differs from `standing`; a row that differs is replaced whatever its version.

    A push on its way with a lower version is then refused, one with a higher version is accepted as usual. Opens a public scope.
    """
    with public_scope():
        row = SchoolStanding.objects.select_for_update().filter(school_id=school_id, year=standing.year).first()
        if row is None or row.version < standing.version:
            drift = set[str]()
        else:
            drift = {name for name in COMPARED if getattr(row, name) != getattr(standing, name)}
            if row.marks != standing.marks():
                drift.add("marks")
            if drift:
                SchoolStanding.objects.filter(pk=row.pk).update(version=-1)
    accept_standing(school_id=school_id, standing=standing)
    return drift
