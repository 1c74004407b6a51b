"""Rules of the association's year plan: approval, consent, time."""

from datetime import date, timedelta

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
    unset,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import ActKind, Role, SubjectKind
from apps.rulebook.facts import Act, Association, Plan
from apps.rulebook.parameters.plans import PLAN_APPROVAL_DAYS, PLAN_APPROVAL_DEADLINE, PLAN_APPROVER, PLAN_CONSENT_BY
from apps.rulebook.parameters.settings import BEGINNING_WINDOW, COUNT_FROM, DAY_BASIS, ROLL_FORWARD
from apps.rulebook.periods import main_unit

AssociationPlan = tuple[Association, Plan]
COUNTING = (DAY_BASIS, COUNT_FROM, ROLL_FORWARD)


def approvals(case: Case, plan: Plan) -> list[Act]:
    """Acts of approval made by now; a consent is never one of them."""
    return case.index.once(
        ("approvals", id(plan)), lambda: [act for act in case.index.acts(plan.acts) if act.kind is ActKind.APPROVAL]
    )


def required_approvals(case: Case, plan: Plan) -> list[Act]:
    """Those made by the office the charter names, as held on that day."""
    wanted = [case.value(PLAN_APPROVER)]
    return case.shared(
        ("required", id(plan)), lambda: [act for act in approvals(case, plan) if case.made_by(act, wanted)]
    )


def plan_start(case: Case, plan: Plan) -> date:
    """First day of the planned period, not before the school year."""
    return max(case.calendar.start, plan.period_start)


def first_period_end(case: Case, start: date) -> date | None:
    """End of the period in which the plan starts; nothing when the calendar has no periods."""
    unit = main_unit(case.calendar)
    rows = case.index.periods(unit) if unit else ()
    return next((row.end for row in rows if start <= row.end), None)


def approval_limit(case: Case, plan: Plan) -> date | None:
    """Last day on which an approval is not yet a failure."""
    start = plan_start(case, plan)
    if case.value(PLAN_APPROVAL_DEADLINE) == "days_from_period_start":
        days = case.maybe(PLAN_APPROVAL_DAYS)
        return None if days is None else case.deadline(start, days)
    window = case.setting(BEGINNING_WINDOW)
    return first_period_end(case, start) if window is None else start + timedelta(days=window)


class Approval(Outcome):
    """PL-1."""

    APPROVED = passed()
    BY_SUPERIOR = minor(Next.GET_APPROVAL)
    BY_ANOTHER = major(Next.GET_APPROVAL)
    OFFICE_NOT_HELD = major(Next.GET_APPROVAL)
    ONLY_CONSENT = major(Next.GET_APPROVAL)
    MISSING = major(Next.GET_APPROVAL)
    OPEN = pending(Next.GET_APPROVAL)
    BY_ANOTHER_SO_FAR = pending(Next.GET_APPROVAL)
    NO_LIMIT = unset(Next.ADD_PERIODS)


def decided_anyway(case: Case, record: AssociationPlan, measure: Measure) -> bool:
    """True when the day of evaluation lies outside everything the readings of the deadline could make of it."""
    days = case.maybe(PLAN_APPROVAL_DAYS)
    if (
        measure.outcome is Approval.APPROVED
        or case.value(PLAN_APPROVAL_DEADLINE) == "beginning_of_year"
        or days is None
    ):
        return True
    return case.read_alike(plan_start(case, record[1]), days)


@rule(
    "PL-1",
    per=targets.plans,
    table=Approval,
    clauses=("S33U 5.3", "VARU 5.3", "ABDH 5.1"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_APPROVER, PLAN_APPROVAL_DEADLINE),
    readings=COUNTING,
    certain=decided_anyway,
)
def plan_approved(case: Case, record: AssociationPlan) -> Measure:
    """The plan is approved by the office the charter names; consent is not approval."""
    _, plan = record
    wanted = Role.of(case.value(PLAN_APPROVER))
    good, made = required_approvals(case, plan), approvals(case, plan)
    if good:
        return found(Approval.APPROVED, facts=[good[0].id], wanted=wanted, on=good[0].on)
    limit = approval_limit(case, plan)
    if limit is None:
        return found(Approval.NO_LIMIT, wanted=wanted)
    waiting = case.open_until(limit)
    if made:
        outcome = Approval.BY_ANOTHER_SO_FAR if waiting else wrong_approver(case, made, wanted)
        return found(outcome, limit=limit, facts=[act.id for act in made], wanted=wanted, on=made[0].on)
    if waiting:
        return found(Approval.OPEN, limit=limit, wanted=wanted)
    consents = [act for act in case.index.acts(plan.acts) if act.kind is ActKind.CONSENT]
    outcome = Approval.ONLY_CONSENT if consents else Approval.MISSING
    return found(outcome, limit=limit, facts=[act.id for act in consents], wanted=wanted)


def wrong_approver(case: Case, made: list[Act], wanted: Role) -> Approval:
    """A superior signed, somebody else signed, or the signer did not hold the office on that day."""
    if wanted is not Role.DIRECTOR and any(case.made_by(act, [Role.DIRECTOR]) for act in made):
        return Approval.BY_SUPERIOR
    claimed = any(act.role is wanted and act.person is not None for act in made)
    return Approval.OFFICE_NOT_HELD if claimed else Approval.BY_ANOTHER


class Consent(Outcome):
    """PL-2."""

    GIVEN = passed()
    AFTER_APPROVAL = major(Next.GET_CONSENT)
    MISSING = major(Next.GET_CONSENT)
    NOT_APPROVED = not_applicable()


@rule(
    "PL-2",
    per=targets.plans,
    table=Consent,
    clauses=("VARU 5.3", "ABDH 5.1"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_CONSENT_BY, PLAN_APPROVER),
)
def plan_consented(case: Case, record: AssociationPlan) -> Measure:
    """The deputy's consent is not later than the required approval."""
    _, plan = record
    by = Role.of(case.value(PLAN_CONSENT_BY))
    good = required_approvals(case, plan)
    if not good:
        return found(Consent.NOT_APPROVED, by=by)
    limit = good[0].on
    consents = [a for a in case.index.acts(plan.acts) if a.kind is ActKind.CONSENT and case.made_by(a, [by])]
    if not consents:
        return found(Consent.MISSING, limit=limit, facts=[good[0].id], by=by, approved=limit)
    first = consents[0]
    outcome = Consent.GIVEN if first.on <= limit else Consent.AFTER_APPROVAL
    return found(outcome, limit=limit, facts=[first.id, good[0].id], by=by, consented=first.on, approved=limit)


def beyond_readings(case: Case, record: AssociationPlan, measure: Measure) -> bool:
    """True when the day lies outside everything the readings of the deadline could make of it."""
    if case.value(PLAN_APPROVAL_DEADLINE) == "beginning_of_year":
        return True
    start, days = measure.values.get("start"), case.maybe(PLAN_APPROVAL_DAYS)
    if not isinstance(start, date) or days is None:
        return True
    on = measure.values.get("on")
    if isinstance(on, date):
        first, last = case.limits(start, days)
        return on <= first or on > last
    return case.read_alike(start, days)


class ApprovalTime(Outcome):
    """PL-3."""

    IN_TIME = passed()
    AFTER_BEGINNING = review(Next.JUDGE_BEGINNING)
    LATE = major(Next.GET_APPROVAL)
    MISSING = major(Next.GET_APPROVAL)
    OPEN = pending(Next.GET_APPROVAL)
    NO_LIMIT = unset(Next.ADD_PERIODS)


@rule(
    "PL-3",
    per=targets.plans,
    table=ApprovalTime,
    clauses=("S33U 5.3", "VARU 5.3", "ABDH 5.1"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_APPROVER, PLAN_APPROVAL_DEADLINE),
    readings=COUNTING,
    certain=beyond_readings,
)
def plan_approved_in_time(case: Case, record: AssociationPlan) -> Measure:
    """The required approval comes in time; “the beginning of the year” is a question until the school sets a number."""
    _, plan = record
    limit, good = approval_limit(case, plan), required_approvals(case, plan)
    if limit is None:
        return found(ApprovalTime.NO_LIMIT)
    if not good:
        outcome = ApprovalTime.OPEN if case.open_until(limit) else ApprovalTime.MISSING
        return found(outcome, limit=limit, start=plan_start(case, plan))
    on, start = good[0].on, plan_start(case, plan)
    if on > limit:
        outcome = ApprovalTime.LATE
    elif on <= start or not beginning_in_doubt(case):
        outcome = ApprovalTime.IN_TIME
    else:
        outcome = ApprovalTime.AFTER_BEGINNING
    return found(outcome, limit=limit, facts=[good[0].id], on=on, start=start)


def beginning_in_doubt(case: Case) -> bool:
    """True when the charter says “at the beginning of the year” and nobody has put it into days."""
    return case.value(PLAN_APPROVAL_DEADLINE) == "beginning_of_year" and case.setting(BEGINNING_WINDOW) is None
