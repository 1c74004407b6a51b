"""Which records each group of rules judges, the day whose policy holds, and the body they belong to.

A body without such a record is a target too, with the record `None`, so that every rule answers for every body.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index
from apps.rulebook.enums import CouncilKind, SubjectKind
from apps.rulebook.facts import Association, Council, Item, Plan, Sitting
from apps.rulebook.findings import Subject

Gather = Callable[[Index], list[Target]]


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


def associations(index: Index) -> list[Target]:
    """Every association, for duties of the year."""
    return or_school(
        index,
        (Target(subject, index.year_day, row, subject) for row in index.associations
         for subject in (association_subject(row),)),
    )  # fmt: skip


def associations_created(index: Index) -> list[Target]:
    """Every association, on the day it was created."""
    return or_school(
        index,
        (
            Target(subject, row.created_on or index.year_day, row, subject, None, row.created_on is not None)
            for row in index.associations
            for subject in (association_subject(row),)
        ),
    )


def councils(index: Index) -> list[Target]:
    """Every council, for duties of the year."""
    return or_school(
        index,
        (Target(subject, index.year_day, row, subject, row.kind) for row in index.councils
         for subject in (council_subject(row),)),
    )  # fmt: skip


def plans(index: Index) -> list[Target]:
    """Every year plan of every association; one that has none is judged on an empty plan."""
    return or_school(index, (target for row in index.associations for target in plans_of(index, row)))


def plans_of(index: Index, association: Association) -> Iterator[Target]:
    """Plans of one association with the policy of the day of approval."""
    body = association_subject(association)
    empty = Plan(id=association.id, period_start=index.calendar.start)
    for plan in sorted(association.plans, key=lambda row: row.id) or [empty]:
        approved = [act.on for act in plan.acts if act.kind.value == "approval" and act.on <= index.as_of]
        on = max(min(approved, default=index.year_day), plan.period_start)
        subject = body if plan is empty else Subject(SubjectKind.PLAN, plan.id, association.id)
        yield Target(subject, on, (association, plan), body)


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


def association_sittings(index: Index) -> list[Target]:
    """Sittings of associations the year answers for."""
    return or_school(
        index,
        (target for row in index.associations
         for target in sitting_targets(index, row, association_subject(row), index.held_until_close(row))),
    )  # fmt: skip


def council_sittings(index: Index) -> list[Target]:
    """Sittings of councils the year answers for."""
    return or_school(
        index,
        (target for row in index.councils
         for target in sitting_targets(index, row, council_subject(row), index.held_until_close(row))),
    )  # fmt: skip


def council_notices(index: Index) -> list[Target]:
    """Agendas of held and coming council sittings, and items added to them later."""
    return or_school(index, (target for row in index.councils for target in notices_of(index, row)))


def notices_of(index: Index, council: Council) -> Iterator[Target]:
    """Agendas of one council: `(sitting, None)` for the agenda, `(sitting, item)` for a later item."""
    body = council_subject(council)
    rows: list[tuple[date, Sitting]] = [(row.held_on, row) for row in index.held_until_close(council) if row.held_on]
    rows += [
        (row.planned_on, row)
        for row in sorted(council.sittings, key=lambda row: row.id)
        if not row.cancelled
        and row.planned_on is not None
        and row.planned_on > index.as_of
        and not index.done(row.held_on)
    ]
    for on, sitting in rows:
        yield Target(Subject(SubjectKind.SITTING, sitting.id, council.id), on, (sitting, None), body, council.kind)
        for item in sitting.items:
            if item.announced_on is not None and index.done(sitting.held_on):
                subject = Subject(SubjectKind.ITEM, item.id, council.id)
                yield Target(subject, on, (sitting, item), body, council.kind)
    if not rows:
        yield Target(body, index.year_day, None, body, council.kind)


def council_decisions(index: Index) -> list[Target]:
    """Decisions recorded as adopted at council sittings."""
    return or_school(index, (target for row in index.councils for target in decisions_of(index, row)))


def decisions_of(index: Index, council: Council) -> Iterator[Target]:
    """Decisions of one council as `(council, sitting, item)`."""
    body = council_subject(council)
    decisions: list[tuple[Sitting, Item]] = [
        (sitting, item) for sitting in index.held_until_close(council) for item in sitting.items if item.adopted
    ]
    for sitting, item in decisions:
        subject = Subject(SubjectKind.ITEM, item.id, council.id)
        record: Any = (council, sitting, item)
        yield Target(subject, sitting.held_on or index.year_day, record, body, council.kind)
    if not decisions:
        yield Target(body, index.year_day, None, body, council.kind)
