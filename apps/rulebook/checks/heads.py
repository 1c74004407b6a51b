"""Rules of the head of an association: election, appointment, eligibility, visits, attendance."""

from datetime import date

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    any_of,
    found,
    major,
    minor,
    passed,
    pending,
    review,
    rule,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.dates import Span, holds, merged, span_between, total
from apps.rulebook.enums import ActKind, Body, Education, Purpose, Role, SubjectKind
from apps.rulebook.facts import Act, Association, Sitting, Term, Visit
from apps.rulebook.parameters.heads import (
    HEAD_APPOINTMENT_ACT,
    HEAD_APPROVAL_BY,
    HEAD_ATTENDS,
    HEAD_CRITICISM,
    HEAD_EDUCATION,
    HEAD_LATE_ENTRY,
    HEAD_MIN_YEARS,
    HEAD_SELECTION,
    HEAD_YEARS_SCOPE,
)

Headship = tuple[Association, Term]


def appointment(case: Case, term: Term) -> Act | None:
    """The order that appointed the head, when it was made by now."""
    orders = [a for a in case.index.acts(term.acts) if a.kind is ActKind.ORDER and a.purpose is Purpose.APPOINT_HEAD]
    return orders[0] if orders else None


def start_of(case: Case, term: Term) -> date:
    """Day of appointment, or the first day in office where no order is on file."""
    order = appointment(case, term)
    return order.on if order else term.since


class Election(Outcome):
    """HD-1."""

    ELECTED = passed()
    AFTER_APPOINTMENT = major(Next.ELECT_HEAD)
    NOT_ELECTED = major(Next.ELECT_HEAD)
    OPEN = pending(Next.ELECT_HEAD)


@rule(
    "HD-1",
    per=targets.heads,
    table=Election,
    clauses=("S33U 5.1", "VARU 5.1"),
    due=Due.APPOINTMENT,
    subject=SubjectKind.HEAD,
    needs=(HEAD_SELECTION,),
)
def head_elected(case: Case, record: Headship) -> Measure:
    """The association elects its head not later than the appointment."""
    _, term = record
    limit = start_of(case, term)
    rows = [a for a in case.index.acts(term.acts) if a.kind is ActKind.ELECTION]
    if not rows:
        outcome = Election.OPEN if case.open_until(limit) else Election.NOT_ELECTED
        return found(outcome, limit=limit, facts=[term.id], appointed=limit)
    first = rows[0]
    outcome = Election.ELECTED if first.on <= limit else Election.AFTER_APPOINTMENT
    return found(outcome, limit=limit, facts=[term.id, first.id], appointed=limit, elected=first.on)


class Appointment(Outcome):
    """HD-2."""

    APPOINTED = passed()
    AFTER_FIRST_ACT = major(Next.ISSUE_ORDER)
    NOT_BY_DIRECTOR = major(Next.ISSUE_ORDER)
    NO_ORDER = major(Next.ISSUE_ORDER)
    OPEN = pending(Next.ISSUE_ORDER)


@rule(
    "HD-2",
    per=targets.heads,
    table=Appointment,
    clauses=("S33U 6.2", "VARU 6.2"),
    due=Due.FIRST_ACT,
    subject=SubjectKind.HEAD,
    needs=(HEAD_APPOINTMENT_ACT,),
)
def head_appointed(case: Case, record: Headship) -> Measure:
    """An order appoints the head before the first act in office."""
    _, term = record
    order, limit = appointment(case, term), term.first_act_on
    if order is None:
        due = limit or term.since
        outcome = Appointment.OPEN if case.open_until(due) else Appointment.NO_ORDER
        return found(outcome, limit=due, facts=[term.id])
    if case.acted_as(order) and not case.made_by(order, [Role.DIRECTOR]):
        outcome = Appointment.NOT_BY_DIRECTOR
    else:
        late = limit is not None and order.on > limit
        outcome = Appointment.AFTER_FIRST_ACT if late else Appointment.APPOINTED
    return found(outcome, limit=limit, facts=[term.id, order.id], on=order.on)


class EducationLevel(Outcome):
    """HD-3."""

    SUFFICIENT = passed()
    TOO_LOW = major(Next.CHECK_ELIGIBILITY)
    UNKNOWN = review(Next.CHECK_ELIGIBILITY)


@rule(
    "HD-3",
    per=targets.heads,
    table=EducationLevel,
    clauses=("ABDH 1.1",),
    due=Due.APPOINTMENT,
    subject=SubjectKind.HEAD,
    needs=(HEAD_EDUCATION,),
)
def head_education(case: Case, record: Headship) -> Measure:
    """The head has the education the job description asks for."""
    _, term = record
    wanted, person = Education.of(case.value(HEAD_EDUCATION)), case.index.people.get(term.person)
    has = person.education if person else None
    if has is None:
        return found(EducationLevel.UNKNOWN, facts=[term.id], wanted=wanted)
    levels = list(Education)
    outcome = EducationLevel.SUFFICIENT if levels.index(has) >= levels.index(wanted) else EducationLevel.TOO_LOW
    return found(outcome, facts=[term.id], wanted=wanted, has=has)


class YearsOfWork(Outcome):
    """HD-4."""

    ENOUGH = passed()
    TOO_FEW = major(Next.CHECK_ELIGIBILITY)
    UNKNOWN = review(Next.CHECK_ELIGIBILITY)


@rule(
    "HD-4",
    per=targets.heads,
    table=YearsOfWork,
    clauses=("ABDH 1.1",),
    due=Due.APPOINTMENT,
    subject=SubjectKind.HEAD,
    needs=(HEAD_MIN_YEARS,),
)
def head_years(case: Case, record: Headship) -> Measure:
    """On the day of appointment the head has worked so many full years in the education system."""
    _, term = record
    least, on = case.value(HEAD_MIN_YEARS), start_of(case, term)
    person = case.index.people.get(term.person)
    teaching_only = case.maybe(HEAD_YEARS_SCOPE) == "teaching"
    spells = [row for row in (person.spells if person else ()) if row.teaching or not teaching_only]
    if not spells:
        return found(YearsOfWork.UNKNOWN, limit=least, facts=[term.id], least=least, on=on)
    worked = total(
        span_between(since, until) for since, until in merged((row.since, min(row.until or on, on)) for row in spells)
    )
    outcome = YearsOfWork.ENOUGH if worked >= Span(years=least) else YearsOfWork.TOO_FEW
    facts = [term.id, *(row.id for row in spells)]
    return found(
        outcome,
        limit=least,
        facts=facts,
        least=least,
        on=on,
        years=worked.years,
        months=worked.months,
        days=worked.days,
    )


class CouncilApproval(Outcome):
    """HD-5."""

    APPROVED = passed()
    NOT_APPROVED = major(Next.APPROVE_HEAD)
    OPEN = pending(Next.APPROVE_HEAD)


@rule(
    "HD-5",
    per=targets.heads_in_office,
    table=CouncilApproval,
    clauses=("MK 3.1",),
    due=Due.CLOSE,
    subject=SubjectKind.HEAD,
    needs=(HEAD_APPROVAL_BY,),
)
def head_approved(case: Case, record: Headship) -> Measure:
    """The council approves the head; due by the close of the year of appointment."""
    _, term = record
    body = Body.of(case.value(HEAD_APPROVAL_BY))
    rows = [
        a
        for a in case.index.acts(term.acts)
        if a.body is body and a.kind in (ActKind.APPROVAL, ActKind.DECISION) and a.purpose is not Purpose.APPOINT_HEAD
    ]
    limit = case.calendar.close_date if case.index.in_year(start_of(case, term)) else case.index.opened_after
    if rows:
        return found(CouncilApproval.APPROVED, limit=limit, facts=[term.id, rows[0].id], on=rows[0].on)
    outcome = CouncilApproval.OPEN if case.open_until(limit) else CouncilApproval.NOT_APPROVED
    return found(outcome, limit=limit, facts=[term.id])


class LessonVisit(Outcome):
    """HD-7."""

    PROPER = passed()
    LATE_ENTRY = minor(Next.RESPECT_LESSON)
    CRITICISM = minor(Next.RESPECT_LESSON)


@rule(
    "HD-7",
    per=targets.head_visits,
    table=LessonVisit,
    clauses=("ABDH 4.1",),
    due=Due.EACH_VISIT,
    subject=SubjectKind.VISIT,
    needs=(HEAD_LATE_ENTRY, HEAD_CRITICISM),
    gate=any_of(HEAD_LATE_ENTRY, HEAD_CRITICISM),
)
def lesson_visit(case: Case, visit: Visit) -> Measure:
    """The head enters before the lesson begins unless it is necessary, and does not criticise during it."""
    late = visit.entered_late and not visit.necessary
    if late and case.maybe(HEAD_LATE_ENTRY) == "only_if_necessary":
        return found(LessonVisit.LATE_ENTRY, facts=[visit.id], on=visit.on)
    if visit.criticised and case.maybe(HEAD_CRITICISM) == "forbidden":
        return found(LessonVisit.CRITICISM, facts=[visit.id], on=visit.on)
    return found(LessonVisit.PROPER, facts=[visit.id], on=visit.on)


class HeadAttendance(Outcome):
    """HD-8."""

    ATTENDED = passed()
    MISSED = warned(Next.ATTEND_SITTINGS)


@rule(
    "HD-8",
    per=targets.associations,
    table=HeadAttendance,
    clauses=("ABDH 3.7",),
    due=Due.EACH_SITTING,
    subject=SubjectKind.ASSOCIATION,
    needs=(HEAD_ATTENDS,),
)
def head_attendance(case: Case, association: Association) -> Measure:
    """The head takes part in sittings of the association and of the council."""
    missed = [*own_sittings_missed(case, association), *council_sittings_missed(case, association)]
    outcome = HeadAttendance.MISSED if missed else HeadAttendance.ATTENDED
    return found(outcome, facts=[row.id for row in missed], missed=tuple(row.held_on for row in missed))


def own_sittings_missed(case: Case, association: Association) -> list[Sitting]:
    """Sittings of the association where attendance was taken and the head was neither there nor excused."""
    if Body.ASSOCIATION.value not in case.value(HEAD_ATTENDS):
        return []
    index, heads = case.index, {term.person for term in association.heads}
    return [
        row
        for row in index.held_in_year(association)
        if not heads <= index.present(row)
        for term in association.heads
        if index.unexcused(row, term.person) and headed_by(term, row)
    ]


def council_sittings_missed(case: Case, association: Association) -> list[Sitting]:
    """The same for sittings of a council the head belongs to."""
    if Body.COUNCIL.value not in case.value(HEAD_ATTENDS):
        return []
    missed = case.index.missed_by_council_members()
    return [row for term in association.heads for row in missed.get(term.person, ()) if headed_by(term, row)]


def headed_by(term: Term, sitting: Sitting) -> bool:
    """True when the term was running on the day of the sitting."""
    return sitting.held_on is not None and holds(term.since, term.until, sitting.held_on)
