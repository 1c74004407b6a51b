"""Subjects of bodies, and what stands in for a body without records."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index
from apps.rulebook.enums import CouncilKind, SubjectKind
from apps.rulebook.facts import Association, Council, Sitting
from apps.rulebook.findings import Subject


def association_subject(association: Association) -> Subject:
    """The association itself."""
    return Subject(SubjectKind.ASSOCIATION, association.id, association.id)


def council_subject(council: Council) -> Subject:
    """The council itself."""
    return Subject(SubjectKind.COUNCIL, council.id, council.id)


def or_school(index: Index, targets: Iterable[Target], council: CouncilKind | None = None) -> list[Target]:
    """The targets, or the school where there is none."""
    rows = list(targets)
    return rows or [Target(index.school, index.year_day, None, index.school, council)]


def sitting_targets(
    index: Index, body: Association | Council, subject: Subject, rows: list[Sitting]
) -> Iterator[Target]:
    """Held sittings, or the body itself when there is none."""
    council = body.kind if isinstance(body, Council) else None
    for row in rows:
        own = Subject(SubjectKind.SITTING, row.id, body.id)
        yield Target(own, row.held_on or index.year_day, (body, row), subject, council)
    if not rows:
        yield Target(subject, index.year_day, None, subject, council)


def records(
    index: Index, association: Association | None, kind: SubjectKind, rows: Iterable[tuple[str, date | None, Any]]
) -> Iterator[Target]:
    """Records as `(id, day, record)`, judged by the charter of their day; the body itself when there is none."""
    body = association_subject(association) if association else index.school
    empty = True
    for key, on, record in rows:
        empty = False
        yield Target(Subject(kind, key, body.id if association else ""), on or index.year_day, record, body)
    if empty:
        yield Target(body, index.year_day, None, body)
