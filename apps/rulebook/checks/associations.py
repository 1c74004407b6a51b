"""Rules of the association's making: least number of teachers, order and submission."""

from datetime import date

from apps.rulebook.catalogues import DossierItem
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    any_of,
    blocking,
    found,
    major,
    not_applicable,
    passed,
    pending,
    review,
    rule,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.dates import holds
from apps.rulebook.enums import WITHOUT_SUBJECTS, ActKind, Purpose, Role, SubjectKind
from apps.rulebook.facts import Act, Association
from apps.rulebook.parameters.associations import LIFECYCLE_ACT, LIFECYCLE_PROPOSER, MIN_MEMBERS
from apps.rulebook.parameters.papers import DOSSIER

ORDER_ON_FILE = DOSSIER[DossierItem.ORDER_CREATE]


def subject_teachers(association: Association, on: date) -> set[str]:
    """Distinct persons with active membership who teach a subject of the association's areas."""
    return {
        row.person
        for row in association.members
        if holds(row.since, row.until, on) and row.subjects & association.subjects
    }


def find_act(case: Case, acts: tuple[Act, ...], kind: ActKind, purpose: Purpose) -> Act | None:
    """The latest act of this kind and purpose made by now."""
    rows = [act for act in case.index.acts(acts) if act.kind is kind and act.purpose is purpose]
    return rows[-1] if rows else None


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


class CreateOrder(Outcome):
    """AS-3."""

    IN_ORDER = passed()
    NO_ORDER = major(Next.ISSUE_ORDER)
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
    """A director's order created the association, on the submission of the deputy the charter names."""
    order = find_act(case, association.acts, ActKind.ORDER, Purpose.CREATE)
    if order is None:
        waiting = not case.index.held(association) and not case.closed
        return found(CreateOrder.OPEN if waiting else CreateOrder.NO_ORDER)
    return order_on_submission(case, association, order, Purpose.CREATE)


def order_on_submission(case: Case, association: Association, order: Act, purpose: Purpose) -> Measure:
    """An order of the director and a submission not later than it."""
    if case.maybe(LIFECYCLE_ACT) == "director_order" and not case.made_by(order, [Role.DIRECTOR]):
        return found(CreateOrder.NOT_BY_DIRECTOR, facts=[order.id], order=order.on)
    proposers = case.maybe(LIFECYCLE_PROPOSER)
    if proposers is None:
        return found(CreateOrder.IN_ORDER, limit=order.on, facts=[order.id], order=order.on)
    submissions = [
        act
        for act in case.index.acts(association.acts)
        if act.kind is ActKind.SUBMISSION and act.purpose is purpose and case.made_by(act, proposers)
    ]
    by = tuple(sorted(Role.of(code) for code in proposers))
    if not submissions:
        return found(CreateOrder.NO_SUBMISSION, limit=order.on, facts=[order.id], order=order.on, by=by)
    first = submissions[0]
    outcome = CreateOrder.IN_ORDER if first.on <= order.on else CreateOrder.SUBMISSION_LATE
    return found(outcome, limit=order.on, facts=[order.id, first.id], order=order.on, submission=first.on, by=by)
