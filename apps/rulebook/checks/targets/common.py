"""Subjects of bodies, and what stands in for a body without records."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from apps.rulebook.checks.base import Target, new_tuple
from apps.rulebook.checks.index import Index
from apps.rulebook.enums import CouncilKind, SubjectKind
from apps.rulebook.facts import Association, Council, Sitting
from apps.rulebook.findings import Subject

B = TypeVar("B", Association, Council)


class BodyTargets(NamedTuple, Generic[B]):
    """A body as a target: of a duty of the year, of the day it was made, and for records it does not have."""

    body: B
    year: Target
    made: Target
    bare: Target


def of_associations(index: Index) -> list[BodyTargets[Association]]:
    """Each association with its targets."""
    return index.once("associations", lambda: [body_targets(index, row, None) for row in index.associations])


def of_councils(index: Index) -> list[BodyTargets[Council]]:
    """Each council with its targets."""
    return index.once("councils", lambda: [body_targets(index, row, row.kind) for row in index.councils])


def body_targets(index: Index, body: B, kind: CouncilKind | None) -> BodyTargets[B]:
    """A body judged by the charter of the year; its subject stands for the body everywhere."""
    sort = SubjectKind.COUNCIL if kind else SubjectKind.ASSOCIATION
    subject = Subject(sort, body.id, body.id)
    year = Target(subject, index.year_day, body, subject, kind)
    made = Target(subject, body.created_on, body, subject, kind, deed=True) if body.created_on else year
    return BodyTargets(body, year, made, Target(subject, index.year_day, None, subject, kind))


def or_school(index: Index, targets: list[Target]) -> list[Target]:
    """The targets, or the school where there is none."""
    return targets or [school_target(index)]


def gathered(index: Index, bodies: list[BodyTargets[B]], one: Callable[[B, Target], list[Target]]) -> list[Target]:
    """The targets of each body one after the other; a body without records stands for itself."""
    rows: list[Target] = []
    for body, year, _, bare in bodies:
        rows += one(body, year) or (bare,)
    return or_school(index, rows)


def school_target(index: Index) -> Target:
    """The school standing for records nobody has."""
    return Target(index.school, index.year_day, None, index.school)


def sitting_targets(body: Target, rows: list[Sitting]) -> list[Target]:
    """Held sittings as `(body, sitting)`: the most of all targets, so the tuples are made without their constructors."""
    subject, kind, sort = body.subject, body.council, SubjectKind.SITTING
    owner = subject.id
    return [
        new_tuple(
            Target,
            (
                new_tuple(Subject, (sort, row.id, owner)),
                row.held_on or body.on,
                (body.record, row),
                subject,
                kind,
                False,
            ),
        )
        for row in rows
    ]


def records(
    index: Index, body: Target, kind: SubjectKind, rows: Iterable[tuple[str, date | None, Any]]
) -> list[Target]:
    """Records as `(id, day, record)`, judged by the charter of their day."""
    subject = body.subject
    owner = "" if subject is index.school else subject.id
    return [
        Target(Subject(kind, key, owner), on or index.year_day, record, subject, body.council)
        for key, on, record in rows
    ]


def school_records(index: Index, kind: SubjectKind, rows: Iterable[tuple[str, date | None, Any]]) -> list[Target]:
    """Records of the school as a whole, or the school itself when there is none."""
    school = school_target(index)
    return records(index, school, kind, rows) or [school]
