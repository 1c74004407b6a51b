"""Targets of the rules about associations."""

from collections.abc import Iterator
from itertools import chain

from apps.rulebook.catalogues import NominationKind
from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index, by_id
from apps.rulebook.checks.targets.common import (
    association_subject,
    council_subject,
    or_school,
    records,
    sitting_targets,
)
from apps.rulebook.dates import holds
from apps.rulebook.enums import ActKind, Purpose, SubjectKind
from apps.rulebook.facts import Association, Plan, Term
from apps.rulebook.findings import Subject


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


def association_changes(index: Index) -> list[Target]:
    """Orders that reorganised or dissolved an association."""
    return or_school(index, (target for row in index.associations for target in changes_of(index, row)))


def changes_of(index: Index, association: Association) -> Iterator[Target]:
    """Such orders of one association."""
    body = association_subject(association)
    orders = [
        act
        for act in index.acts(association.acts)
        if act.kind is ActKind.ORDER and act.purpose in (Purpose.REORGANISE, Purpose.DISSOLVE)
    ]
    for order in orders:
        yield Target(
            Subject(SubjectKind.ACT, order.id, association.id), order.on, (association, order), body, None, True
        )
    if not orders:
        yield Target(body, index.year_day, None, body)


def plans(index: Index) -> list[Target]:
    """Every year plan of every association; one that has none is judged on an empty plan."""
    return or_school(index, (target for row in index.associations for target in plans_of(index, row)))


def plans_of(index: Index, association: Association) -> Iterator[Target]:
    """Plans of one association with the policy of the day of approval."""
    body = association_subject(association)
    empty = Plan(id=association.id, period_start=index.calendar.start)
    for plan in sorted(association.plans, key=lambda row: row.id) or [empty]:
        approved = [act.on for act in plan.acts if act.kind is ActKind.APPROVAL and act.on <= index.as_of]
        on = max(min(approved, default=index.year_day), plan.period_start)
        subject = body if plan is empty else Subject(SubjectKind.PLAN, plan.id, association.id)
        yield Target(subject, on, (association, plan), body)


def association_sittings(index: Index) -> list[Target]:
    """Sittings of associations the year answers for."""
    return or_school(
        index,
        (target for row in index.associations
         for target in sitting_targets(index, row, association_subject(row), index.held_until_close(row))),
    )  # fmt: skip


def terms_of(index: Index, association: Association) -> list[Term]:
    """Headships that touch the school year."""
    start, end = index.calendar.start, index.calendar.end
    rows = [row for row in association.heads if row.since <= end and (row.until is None or row.until > start)]
    return sorted(rows, key=lambda row: (row.since, row.id))


def head_targets(index: Index, association: Association, terms: list[Term], *, by_deed: bool) -> Iterator[Target]:
    """Headships as targets; `by_deed` judges them by the charter of the day of appointment."""
    body = association_subject(association)
    for term in terms:
        orders = [act.on for act in term.acts if act.purpose is Purpose.APPOINT_HEAD and act.on <= index.as_of]
        on = min(orders, default=term.since) if by_deed else index.year_day
        yield Target(Subject(SubjectKind.HEAD, term.id, association.id), on, (association, term), body, None, by_deed)
    if not terms:
        yield Target(body, index.year_day, None, body)


def heads(index: Index) -> list[Target]:
    """Headships of the year, judged on the day of appointment."""
    return or_school(
        index,
        (t for row in index.associations for t in head_targets(index, row, terms_of(index, row), by_deed=True)),
    )


def heads_in_office(index: Index) -> list[Target]:
    """Heads in office on the day of evaluation, or on the year's last day."""
    rows = [(row, index.term_on(row.heads, index.year_day)) for row in index.associations]
    return or_school(
        index,
        (t for row, term in rows for t in head_targets(index, row, [term] if term else [], by_deed=False)),
    )


def head_visits(index: Index) -> list[Target]:
    """Lesson visits made by the head of that day."""
    return or_school(index, (target for row in index.associations for target in visits_of(index, row)))


def visits_of(index: Index, association: Association) -> Iterator[Target]:
    """Such visits of one association."""
    body = association_subject(association)
    rows = [
        visit
        for visit in sorted(association.visits, key=lambda row: (row.on, row.id))
        if visit.on <= index.as_of and any(
            term.person == visit.visitor and holds(term.since, term.until, visit.on) for term in association.heads
        )
    ]  # fmt: skip
    for visit in rows:
        yield Target(Subject(SubjectKind.VISIT, visit.id, association.id), visit.on, visit, body)
    if not rows:
        yield Target(body, index.year_day, None, body)


def bodies(index: Index) -> list[Target]:
    """Every association and every council, each under its own charter."""
    rows = [
        Target(subject, index.year_day, row, subject)
        for row in index.associations
        for subject in (association_subject(row),)
    ]
    rows += [
        Target(subject, index.year_day, row, subject, row.kind)
        for row in index.councils
        for subject in (council_subject(row),)
    ]
    return or_school(index, rows)


def pairs(index: Index) -> list[Target]:
    """Mentoring pairs."""
    return or_school(
        index,
        chain.from_iterable(
            records(index, row, SubjectKind.PAIR, ((pair.id, None, pair) for pair in sorted(row.pairs, key=by_id)))
            for row in index.associations
        ),
    )


def courses(index: Index) -> list[Target]:
    """Courses that teachers went to by now."""
    return or_school(
        index,
        chain.from_iterable(
            records(
                index,
                row,
                SubjectKind.COURSE,
                ((course.id, None, course) for course in sorted(row.courses, key=by_id)),
            )
            for row in index.associations
        ),
    )


def materials(index: Index) -> list[Target]:
    """Individual plans and exam material."""
    return or_school(
        index,
        chain.from_iterable(
            records(
                index,
                row,
                SubjectKind.MATERIAL,
                ((material.id, None, material) for material in sorted(row.materials, key=by_id)),
            )
            for row in index.associations
        ),
    )


def contest_nominations(index: Index) -> list[Target]:
    """Nominations to contests made by now."""
    rows = sorted((row for row in index.facts.nominations if row.kind is NominationKind.CONTEST), key=by_id)
    rows = [row for row in rows if row.on <= index.as_of]
    return list(records(index, None, SubjectKind.NOMINATION, ((row.id, row.on, row) for row in rows)))
