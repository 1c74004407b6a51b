"""Subjects of bodies, and what stands in for a body without records."""

from collections.abc import Iterable
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


def of_associations(index: Index) -> list[tuple[Association, Target]]:
    """Each association as a target of a duty of the year; its subject stands for the body everywhere."""
    return index.once("associations", lambda: [(row, body_target(index, row, None)) for row in index.associations])


def of_councils(index: Index) -> list[tuple[Council, Target]]:
    """Each council as a target of a duty of the year."""
    return index.once("councils", lambda: [(row, body_target(index, row, row.kind)) for row in index.councils])


def body_target(index: Index, body: Association | Council, kind: CouncilKind | None) -> Target:
    """A body judged by the charter of the year."""
    subject = association_subject(body) if isinstance(body, Association) else council_subject(body)
    return Target(subject, index.year_day, body, subject, kind)


def without_records(body: Target) -> Target:
    """The same body standing for records it does not have."""
    return Target(body.subject, body.on, None, body.subject, body.council)


def or_school(index: Index, targets: Iterable[Target]) -> list[Target]:
    """The targets, or the school where there is none."""
    rows = list(targets)
    return rows or [school_target(index)]


def school_target(index: Index) -> Target:
    """The school standing for records nobody has."""
    return Target(index.school, index.year_day, None, index.school)


def sitting_targets(body: Target, rows: list[Sitting]) -> list[Target]:
    """Held sittings as `(body, sitting)`, or the body itself when there is none."""
    subject, kind = body.subject, body.council
    return [
        Target(
            Subject(SubjectKind.SITTING, row.id, subject.id), row.held_on or body.on, (body.record, row), subject, kind
        )
        for row in rows
    ] or [without_records(body)]


def records(
    index: Index, body: Target, kind: SubjectKind, rows: Iterable[tuple[str, date | None, Any]]
) -> list[Target]:
    """Records as `(id, day, record)`, judged by the charter of their day; the body itself when there is none."""
    subject = body.subject
    owner = "" if subject is index.school else subject.id
    return [
        Target(Subject(kind, key, owner), on or index.year_day, record, subject, body.council)
        for key, on, record in rows
    ] or [without_records(body)]
