"""Rules of the association's making: teachers, order, number and size, directions, supervision."""

from datetime import date

from apps.rulebook.catalogues import DossierItem
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Gate,
    Measure,
    Outcome,
    any_of,
    blocking,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.dates import ONE_DAY, first_uncovered, holds
from apps.rulebook.enums import WITHOUT_SUBJECTS, ActKind, Body, Purpose, Role, State, SubjectKind, Verdict
from apps.rulebook.facts import Act, Association
from apps.rulebook.parameters.associations import (
    CONTROLLED_BY,
    DIRECTIONS_APPROVER,
    DIRECTIONS_SCOPE,
    LIFECYCLE_ACT,
    LIFECYCLE_PROPOSER,
    MIN_MEMBERS,
    NUMBERS_DECIDED_BY,
    SUBORDINATE_TO,
    THEME_DECIDED_BY,
)
from apps.rulebook.parameters.papers import DOSSIER
from apps.rulebook.parameters.settings import MIN_MEMBERS_ENFORCED
from apps.rulebook.policy import View

ORDER_ON_FILE = DOSSIER[DossierItem.ORDER_CREATE]


def subject_teachers(association: Association, on: date) -> set[str]:
    """Distinct persons with active membership who teach a subject of the association's areas."""
    return {
        row.person
        for row in association.members
        if holds(row.since, row.until, on) and not row.subjects.isdisjoint(association.subjects)
    }


def acts_for(case: Case, association: Association, kind: ActKind, purpose: Purpose) -> list[Act]:
    """Acts of this kind and purpose made by now, oldest first."""
    return [act for act in case.index.acts(association.acts) if act.kind is kind and act.purpose is purpose]


class TeachersAtCreation(Outcome):
    """AS-1."""

    ENOUGH = passed()
    TOO_FEW = blocking(Next.ADD_TEACHER)
    NOT_SUBJECT_TEACHERS = not_applicable()
    AREAS_UNKNOWN = review(Next.RECORD_AREAS)
    NOT_CREATED = pending(Next.ISSUE_ORDER)


@rule(
    "AS-1",
    per=targets.associations_created,
    table=TeachersAtCreation,
    clauses=("S33U 1.2",),
    due=Due.CREATION,
    subject=SubjectKind.ASSOCIATION,
    needs=(MIN_MEMBERS,),
)
def teachers_at_creation(case: Case, association: Association) -> Measure:
    """On the day of the create order there are at least so many teachers of the area's subjects."""
    least, on = case.value(MIN_MEMBERS), association.created_on
    if association.kind in WITHOUT_SUBJECTS:
        return found(TeachersAtCreation.NOT_SUBJECT_TEACHERS, kind=association.kind)
    if on is None or on > case.as_of:
        return found(TeachersAtCreation.NOT_CREATED, limit=least, least=least)
    if not association.subjects:
        return found(TeachersAtCreation.AREAS_UNKNOWN, limit=least, least=least)
    teachers = subject_teachers(association, on)
    outcome = TeachersAtCreation.ENOUGH if len(teachers) >= least else TeachersAtCreation.TOO_FEW
    return found(outcome, limit=least, facts=sorted(teachers), count=len(teachers), least=least, on=on)


class TeachersToday(Outcome):
    """AS-2."""

    ENOUGH = passed()
    TOO_FEW = warned(Next.ADD_TEACHER)
    TOO_FEW_ENFORCED = major(Next.ADD_TEACHER)
    NOT_SUBJECT_TEACHERS = not_applicable()
    NOT_AT_WORK = not_applicable()
    AREAS_UNKNOWN = review(Next.RECORD_AREAS)


def nobody_lacks(case: Case, record: Association, measure: Measure) -> bool:
    """When the number is required matters only where it is not reached."""
    return measure.outcome not in (TeachersToday.TOO_FEW, TeachersToday.TOO_FEW_ENFORCED)


@rule(
    "AS-2",
    per=targets.associations,
    table=TeachersToday,
    clauses=("S33U 1.2",),
    due=Due.DAILY,
    subject=SubjectKind.ASSOCIATION,
    needs=(MIN_MEMBERS,),
    readings=(MIN_MEMBERS_ENFORCED,),
    certain=nobody_lacks,
)
def teachers_today(case: Case, association: Association) -> Measure:
    """Later losses are a prompt to the deputy; the association and its work stay valid."""
    least, on = case.value(MIN_MEMBERS), case.index.year_day
    if association.kind in WITHOUT_SUBJECTS:
        return found(TeachersToday.NOT_SUBJECT_TEACHERS, kind=association.kind)
    if not case.index.works_on(association, on):
        return found(TeachersToday.NOT_AT_WORK, on=on)
    if not association.subjects:
        return found(TeachersToday.AREAS_UNKNOWN, limit=least, least=least)
    teachers = subject_teachers(association, on)
    if len(teachers) >= least:
        outcome = TeachersToday.ENOUGH
    else:
        enforced = case.setting(MIN_MEMBERS_ENFORCED) == "continuous"
        outcome = TeachersToday.TOO_FEW_ENFORCED if enforced else TeachersToday.TOO_FEW
    return found(outcome, limit=least, facts=sorted(teachers), count=len(teachers), least=least, on=on)


class CreateOrder(Outcome):
    """AS-3."""

    IN_ORDER = passed()
    NO_ORDER = major(Next.ISSUE_ORDER)
    AFTER_FIRST_SITTING = major(Next.ISSUE_ORDER)
    NOT_BY_DIRECTOR = major(Next.ISSUE_ORDER)
    NO_SUBMISSION = major(Next.FILE_SUBMISSION)
    SUBMISSION_LATE = major(Next.FILE_SUBMISSION)
    OPEN = pending(Next.ISSUE_ORDER)


@rule(
    "AS-3",
    per=targets.associations_created,
    table=CreateOrder,
    clauses=("S33U 1.7", "S33U 6.1", "VARU 6.1"),
    due=Due.FIRST_SITTING,
    subject=SubjectKind.ASSOCIATION,
    needs=(LIFECYCLE_ACT, LIFECYCLE_PROPOSER, ORDER_ON_FILE),
    gate=any_of(LIFECYCLE_ACT, ORDER_ON_FILE),
)
def create_order(case: Case, association: Association) -> Measure:
    """A director's order created the association by its first sitting, on the submission of the deputy the charter names."""
    held, index = case.index.held(association), case.index
    orders = acts_for(case, association, ActKind.ORDER, Purpose.CREATE)
    if not orders:
        waiting = not (held or index.done(association.created_on) or case.closed)
        return found(CreateOrder.OPEN if waiting else CreateOrder.NO_ORDER)
    first, limit = orders[0], held[0].held_on if held else None
    if limit is not None and first.on > limit:
        return found(CreateOrder.AFTER_FIRST_SITTING, limit=limit, facts=[first.id], order=first.on, held=limit)
    return order_on_submission(case, association, orders[-1], Purpose.CREATE)


def order_on_submission(case: Case, association: Association, order: Act, purpose: Purpose) -> Measure:
    """An order of the director and a submission not later than it."""
    if case.maybe(LIFECYCLE_ACT) == "director_order" and not case.made_by(order, [Role.DIRECTOR]):
        return found(CreateOrder.NOT_BY_DIRECTOR, facts=[order.id], order=order.on)
    proposers = case.maybe(LIFECYCLE_PROPOSER)
    if proposers is None:
        return found(CreateOrder.IN_ORDER, limit=order.on, facts=[order.id], order=order.on)
    rows = acts_for(case, association, ActKind.SUBMISSION, purpose)
    submissions = [act for act in rows if case.made_by(act, proposers)]
    by = case.roles(LIFECYCLE_PROPOSER)
    if not submissions:
        return found(CreateOrder.NO_SUBMISSION, limit=order.on, facts=[order.id], order=order.on, by=by)
    first = submissions[0]
    outcome = CreateOrder.IN_ORDER if first.on <= order.on else CreateOrder.SUBMISSION_LATE
    return found(outcome, limit=order.on, facts=[order.id, first.id], order=order.on, submission=first.on, by=by)


class NumbersDecision(Outcome):
    """AS-4."""

    DECIDED = passed()
    AFTER_ORDER = major(Next.RECORD_DECISION)
    MISSING = major(Next.RECORD_DECISION)
    OPEN = pending(Next.RECORD_DECISION)


@rule(
    "AS-4",
    per=targets.associations_created,
    table=NumbersDecision,
    clauses=("S33U 1.5",),
    due=Due.CREATION,
    subject=SubjectKind.ASSOCIATION,
    needs=(NUMBERS_DECIDED_BY,),
)
def numbers_decided(case: Case, association: Association) -> Measure:
    """The pedagogical council decides on number and size not later than the create order."""
    body = Body.of(case.value(NUMBERS_DECIDED_BY))
    orders = acts_for(case, association, ActKind.ORDER, Purpose.CREATE)
    limit = orders[-1].on if orders else association.created_on
    rows = [a for a in case.index.acts(association.acts) if a.purpose is Purpose.NUMBERS and a.body is body]
    if not rows:
        waiting = limit is None or case.open_until(limit)
        return found(NumbersDecision.OPEN if waiting else NumbersDecision.MISSING, limit=limit, body=body)
    first = rows[0]
    late = limit is not None and first.on > limit
    outcome = NumbersDecision.AFTER_ORDER if late else NumbersDecision.DECIDED
    return found(outcome, limit=limit, facts=[first.id], body=body, decided=first.on)


def directions_gate(view: View) -> Gate:
    """Where the clause is lost but the surviving text gives the theme to another body, the text counts as silent."""
    approver, theme = view.get(DIRECTIONS_APPROVER), view.get(THEME_DECIDED_BY)
    if approver.state is State.LOST and theme.given:
        return Gate(Verdict.NR, "silent", theme.sources)
    return any_of(DIRECTIONS_APPROVER, DIRECTIONS_SCOPE)(view)


class DirectionsApproved(Outcome):
    """AS-5."""

    APPROVED = passed()
    PARTLY = major(Next.APPROVE_DIRECTIONS)
    MISSING = major(Next.APPROVE_DIRECTIONS)
    OPEN = pending(Next.APPROVE_DIRECTIONS)


@rule(
    "AS-5",
    per=targets.associations,
    table=DirectionsApproved,
    clauses=("S33U 1.3", "MK 3.1"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(DIRECTIONS_APPROVER, DIRECTIONS_SCOPE),
    gate=directions_gate,
)
def directions_approved(case: Case, association: Association) -> Measure:
    """The body the charter names approves the year's directions, forms, methods or themes."""
    body = Body.of(case.maybe(DIRECTIONS_APPROVER) or Body.COUNCIL)
    wanted, limit = case.maybe(DIRECTIONS_SCOPE) or frozenset(), case.calendar.close_date
    good = [row for row in association.directions if approved_by_body(case, row.acts, body)]
    scope = frozenset().union(*(row.scope or wanted for row in good))
    if good and wanted <= scope:
        outcome = DirectionsApproved.APPROVED
    elif case.open_until(limit):
        outcome = DirectionsApproved.OPEN
    else:
        outcome = DirectionsApproved.PARTLY if good else DirectionsApproved.MISSING
    lacking = tuple(DIRECTIONS_SCOPE.allowed[code] for code in DIRECTIONS_SCOPE.allowed if code in wanted - scope)
    return found(outcome, limit=limit, facts=[row.id for row in good], body=body, lacking=lacking)


def approved_by_body(case: Case, acts: tuple[Act, ...], body: Body) -> bool:
    """True when the body approved it by an act of this year."""
    kinds = (ActKind.APPROVAL, ActKind.DECISION, ActKind.ADOPTION)
    return any(act.body is body and act.kind in kinds and case.index.in_year(act.on) for act in case.index.acts(acts))


class ChangeOrder(Outcome):
    """AS-6."""

    IN_ORDER = passed()
    NO_ORDER = major(Next.ISSUE_ORDER)
    NOT_BY_DIRECTOR = major(Next.ISSUE_ORDER)
    NO_SUBMISSION = major(Next.FILE_SUBMISSION)
    SUBMISSION_LATE = major(Next.FILE_SUBMISSION)


@rule(
    "AS-6",
    per=targets.association_changes,
    table=ChangeOrder,
    clauses=("S33U 1.7",),
    due=Due.ACT,
    subject=SubjectKind.ACT,
    needs=(LIFECYCLE_ACT, LIFECYCLE_PROPOSER),
    gate=any_of(LIFECYCLE_ACT, LIFECYCLE_PROPOSER),
)
def change_order(case: Case, record: tuple[Association, Act | None]) -> Measure:
    """Reorganisation and dissolution take the same papers as creation."""
    association, order = record
    if order is None:
        return found(ChangeOrder.NO_ORDER, limit=association.dissolved_on, dissolved=association.dissolved_on)
    measure = order_on_submission(case, association, order, order.purpose or Purpose.REORGANISE)
    return measure._replace(outcome=ChangeOrder[measure.outcome.name])


def supervisors(view: View) -> list[frozenset[Role]]:
    """Offices that must be held above the association; its own head is no supervision of it."""
    answers = (view.get(SUBORDINATE_TO), view.get(CONTROLLED_BY))
    lines = [frozenset(Role.of(code) for code in row.value) for row in answers if row.value is not None]
    return [line - {Role.ASSOCIATION_HEAD} for line in lines if line - {Role.ASSOCIATION_HEAD}]


def supervision_gate(view: View) -> Gate:
    """Regulated when an office above the association is named."""
    gate = any_of(SUBORDINATE_TO, CONTROLLED_BY)(view)
    if gate.verdict is None and not supervisors(view):
        lost = view.get(SUBORDINATE_TO).state is State.LOST
        return Gate(Verdict.LOST, "lost", gate.sources) if lost else Gate(Verdict.NR, "silent", gate.sources)
    return gate


class Supervision(Outcome):
    """AS-7."""

    HELD = passed()
    VACANT = minor(Next.FILL_OFFICE)
    NOT_AT_WORK = not_applicable()


@rule(
    "AS-7",
    per=targets.associations,
    table=Supervision,
    clauses=("S33U 1.8", "VARU 9"),
    due=Due.DAILY,
    subject=SubjectKind.ASSOCIATION,
    needs=(SUBORDINATE_TO, CONTROLLED_BY),
    gate=supervision_gate,
)
def supervision(case: Case, association: Association) -> Measure:
    """On every day of the year so far somebody holds an office above the association."""
    start = max(case.calendar.start, association.created_on or case.calendar.start)
    end = min(case.as_of, case.calendar.end, (association.dissolved_on or date.max) - ONE_DAY)
    if end < start:
        return found(Supervision.NOT_AT_WORK)
    lines = case.shared("supervisors", lambda: supervisors(case.view))
    for line in lines:
        vacant = first_vacant_day(case, line, start, end)
        if vacant is not None:
            return found(Supervision.VACANT, limit=vacant, by=tuple(sorted(line)), on=vacant)
    return found(Supervision.HELD, by=tuple(sorted(role for line in lines for role in line)))


def first_vacant_day(case: Case, line: frozenset[Role], start: date, end: date) -> date | None:
    """First day of the range on which nobody held one of the offices."""
    return case.shared((line, start, end), lambda: first_uncovered(case.holdings(line), start, end))
