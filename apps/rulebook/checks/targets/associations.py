"""Targets of the rules about associations."""

from typing import Any

from apps.rulebook.catalogues import NominationKind
from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index, by_id, term_order
from apps.rulebook.checks.targets.common import (
    gathered,
    of_associations,
    of_councils,
    or_school,
    records,
    school_records,
    sitting_targets,
)
from apps.rulebook.dates import holds
from apps.rulebook.enums import ActKind, Purpose, SubjectKind
from apps.rulebook.facts import Association, Plan, Term
from apps.rulebook.findings import Subject


def associations(index: Index) -> list[Target]:
    """Every association, for duties of the year."""
    return or_school(index, [row.year for row in of_associations(index)])


def bodies(index: Index) -> list[Target]:
    """Every association and every council, each under its own charter."""
    associated = [row.year for row in of_associations(index)]
    return or_school(index, associated + [row.year for row in of_councils(index)])


def associations_created(index: Index) -> list[Target]:
    """Every association, on the day it was created."""
    return or_school(index, [row.made for row in of_associations(index)])


def plans(index: Index) -> list[Target]:
    """Every year plan of every association; one that has none is judged on an empty plan."""
    return gathered(index, of_associations(index), lambda row, body: plans_of(index, row, body))


def plans_of(index: Index, association: Association, body: Target) -> list[Target]:
    """Plans of one association with the policy of the day of approval."""
    rows = sorted(association.plans, key=by_id)
    if not rows:
        empty = Plan(id=association.id, period_start=index.calendar.start)
        return [body._replace(record=(association, empty))]
    return [
        Target(
            Subject(SubjectKind.PLAN, plan.id, association.id), plan_day(index, plan), (association, plan), body.subject
        )
        for plan in rows
    ]


def plan_day(index: Index, plan: Plan) -> Any:
    """The day of the first approval, or the day of evaluation, but not before the planned period."""
    approved = [act.on for act in plan.acts if act.kind is ActKind.APPROVAL and act.on <= index.as_of]
    return max(min(approved, default=index.year_day), plan.period_start)


def association_changes(index: Index) -> list[Target]:
    """Orders that reorganised or dissolved an association, and a dissolution without one."""
    return gathered(index, of_associations(index), lambda row, body: changes_of(index, row, body))


def changes_of(index: Index, association: Association, body: Target) -> list[Target]:
    """Such orders of one association; `(association, None)` where it was dissolved in this year without any."""
    orders = [act for act in index.acts(association.acts) if act.kind is ActKind.ORDER]
    rows = [
        Target(
            Subject(SubjectKind.ACT, act.id, association.id), act.on, (association, act), body.subject, None, deed=True
        )
        for act in orders
        if act.purpose in (Purpose.REORGANISE, Purpose.DISSOLVE)
    ]
    day = association.dissolved_on
    if day is None or not index.ended(day) or any(act.purpose is Purpose.DISSOLVE for act in orders):
        return rows
    return [*rows, body._replace(on=day, record=(association, None), deed=True)]


def association_sittings(index: Index) -> list[Target]:
    """Sittings of associations the year answers for."""
    return gathered(index, of_associations(index), lambda row, body: sitting_targets(body, index.held_until_close(row)))


def heads(index: Index) -> list[Target]:
    """Headships of the year, judged on the day of appointment."""
    return gathered(
        index,
        of_associations(index),
        lambda row, body: head_targets(index, row, terms_of(index, row), body, by_deed=True),
    )


def heads_in_office(index: Index) -> list[Target]:
    """Heads in office on the day of evaluation, or on the year's last day."""
    return gathered(
        index,
        of_associations(index),
        lambda row, body: head_targets(index, row, in_office(index, row), body, by_deed=False),
    )


def in_office(index: Index, association: Association) -> list[Term]:
    """The headship running on the day of the year that is judged."""
    term = index.term_on(association.heads, index.year_day)
    return [term] if term else []


def terms_of(index: Index, association: Association) -> list[Term]:
    """Headships that touch the school year."""
    start, end = index.calendar.start, index.calendar.end
    rows = [row for row in association.heads if row.since <= end and (row.until is None or row.until > start)]
    return sorted(rows, key=term_order)


def head_targets(
    index: Index, association: Association, terms: list[Term], body: Target, *, by_deed: bool
) -> list[Target]:
    """Headships as targets; `by_deed` judges them by the charter of the day of appointment."""
    rows = []
    for term in terms:
        orders = [act.on for act in term.acts if act.purpose is Purpose.APPOINT_HEAD and act.on <= index.as_of]
        on = min(orders, default=term.since) if by_deed else index.year_day
        subject = Subject(SubjectKind.HEAD, term.id, association.id)
        rows.append(Target(subject, on, (association, term), body.subject, None, by_deed))
    return rows


def head_visits(index: Index) -> list[Target]:
    """Lesson visits made by the head of that day."""
    return gathered(index, of_associations(index), lambda row, body: visits_of(index, row, body))


def visits_of(index: Index, association: Association, body: Target) -> list[Target]:
    """Such visits of one association."""
    rows = [
        visit
        for visit in sorted(association.visits, key=lambda row: (row.on, row.id))
        if visit.on <= index.as_of
        and any(term.person == visit.visitor and holds(term.since, term.until, visit.on) for term in association.heads)
    ]
    return records(index, body, SubjectKind.VISIT, ((row.id, row.on, row) for row in rows))


def undated(index: Index, kind: SubjectKind, field: str) -> list[Target]:
    """Records of one field of the associations, judged by the charter of the year."""
    return gathered(
        index,
        of_associations(index),
        lambda row, body: records(
            index, body, kind, [(record.id, None, record) for record in sorted(getattr(row, field), key=by_id)]
        ),
    )


def pairs(index: Index) -> list[Target]:
    """Mentoring pairs."""
    return undated(index, SubjectKind.PAIR, "pairs")


def courses(index: Index) -> list[Target]:
    """Courses that teachers went to."""
    return undated(index, SubjectKind.COURSE, "courses")


def materials(index: Index) -> list[Target]:
    """Individual plans and exam material."""
    return undated(index, SubjectKind.MATERIAL, "materials")


def contest_nominations(index: Index) -> list[Target]:
    """Nominations to contests made by now."""
    rows = [row for row in index.facts.nominations if row.kind is NominationKind.CONTEST and row.on <= index.as_of]
    found = ((row.id, row.on, row) for row in sorted(rows, key=by_id))
    return school_records(index, SubjectKind.NOMINATION, found)
