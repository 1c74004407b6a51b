"""A year's findings as the school's standing: what the district may see of them, without names of people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from apps.rulebook.enums import Severity, Verdict
from apps.rulebook.exchange import encode_finding
from apps.rulebook.findings import Finding, worst


@dataclass(frozen=True, slots=True)
class Cell:
    """One obligation: summary verdict, how many findings of each kind, and the findings, worst first."""

    check_id: str
    verdict: str
    severity: str
    starred: bool
    tally: dict[str, int]
    findings: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class YearStanding:
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
    cells: tuple[Cell, ...] = ()

    def marks(self) -> dict[str, list[Any]]:
        """Summary of every check, small enough for an overview of hundreds of schools."""
        return {cell.check_id: [cell.verdict, cell.severity, cell.starred] for cell in self.cells}


def cells_of(findings: Iterable[Finding], labels: Mapping[tuple[str, str], str]) -> tuple[Cell, ...]:
    """One cell for each check.

    Args:
        labels: what to call a subject, by (kind, id); a sitting by number and day, a body by its name.
    """
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
    return tuple(_cell(check, rows, labels) for check, rows in sorted(by_check.items()))


def _cell(check: str, rows: list[Finding], labels: Mapping[tuple[str, str], str]) -> Cell:
    rows = sorted(rows, key=lambda row: (row.rank, row.subject.body, row.subject.id))
    first = rows[0]
    return Cell(
        check_id=check,
        verdict=first.verdict.value,
        severity=first.severity.value if first.severity else "",
        starred=any(row.starred for row in rows if row.rank == first.rank),
        tally=dict(Counter(row.verdict.value for row in rows)),
        findings=[
            {
                "about": labels.get((row.subject.kind.value, row.subject.id), ""),
                "body": labels.get(("body", row.subject.body), ""),
                **encode_finding(row),
            }
            for row in rows
        ],
    )


def worst_of(findings: Iterable[Finding]) -> str:
    """The worst verdict of a school by the order of the rulebook."""
    first = worst(findings)
    return first.verdict.value if first else Verdict.NR.value


def rhythm_of(findings: Iterable[Finding], *, held: int, pace_behind: bool) -> str:
    """How the school's year goes: `silent` without any sitting, `late` with an unmet duty, `slipping`, or `in_rhythm`."""
    rows = list(findings)
    if held == 0:
        return "silent"
    heavy = {Severity.BLOCKING, Severity.MAJOR}
    if any(row.verdict is Verdict.FAIL and row.severity in heavy for row in rows):
        return "late"
    if pace_behind or any(row.verdict in (Verdict.FAIL, Verdict.WARN) for row in rows):
        return "slipping"
    return "in_rhythm"
