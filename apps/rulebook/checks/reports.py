"""Rules of the association's yearly report: the head's own, and the one of the work plan."""

from datetime import date

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Gate,
    Measure,
    Outcome,
    all_of,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    rule,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import Role, SubjectKind, Verdict
from apps.rulebook.facts import Association, YearReport
from apps.rulebook.parameters.associations import REPORT_RECIPIENT
from apps.rulebook.parameters.heads import HEAD_REPORT_DAYS, HEAD_REPORT_FORM, HEAD_REPORT_RECIPIENT
from apps.rulebook.parameters.settings import COUNT_FROM, DAY_BASIS, ROLL_FORWARD
from apps.rulebook.policy import View


def beyond_readings(case: Case, record: Association, measure: Measure) -> bool:
    """True when there is no report and the deadline is over, or far off, however it is counted."""
    if measure.outcome not in (AnnualReport.MISSING, AnnualReport.OPEN) or measure.facts or case.calendar.revisions:
        return False
    return case.read_alike(case.calendar.end, case.value(HEAD_REPORT_DAYS))


class AnnualReport(Outcome):
    """HD-6."""

    IN_TIME = passed()
    LATE = major(Next.SUBMIT_REPORT)
    MISSING = major(Next.SUBMIT_REPORT)
    WRONG_FORM = major(Next.SUBMIT_REPORT)
    OTHER_RECIPIENT = minor(Next.SUBMIT_REPORT)
    OPEN = pending(Next.SUBMIT_REPORT)
    NOT_AT_WORK = not_applicable()


@rule(
    "HD-6",
    per=targets.associations,
    table=AnnualReport,
    clauses=("ABDH 5.3",),
    due=Due.DAYS_AFTER_YEAR,
    subject=SubjectKind.ASSOCIATION,
    needs=(HEAD_REPORT_DAYS, HEAD_REPORT_FORM, HEAD_REPORT_RECIPIENT),
    gate=all_of(HEAD_REPORT_DAYS),
    readings=(DAY_BASIS, COUNT_FROM, ROLL_FORWARD),
    certain=beyond_readings,
)
def annual_report(case: Case, association: Association) -> Measure:
    """A written report goes to the deputy within so many days after the year is over."""
    limit, recipient = case.after_year_end(case.value(HEAD_REPORT_DAYS)), case.maybe(HEAD_REPORT_RECIPIENT)
    to = Role.of(recipient) if recipient else None
    if not case.index.works_on(association, case.calendar.end):
        return found(AnnualReport.NOT_AT_WORK)
    rows = sorted((row for row in association.reports if row.submitted_on <= case.as_of), key=by_day)
    if not rows:
        return found(AnnualReport.OPEN if case.open_until(limit) else AnnualReport.MISSING, limit=limit, to=to)
    form = case.maybe(HEAD_REPORT_FORM)
    written = [row for row in rows if form is None or row.form.value == form]
    proper = [row for row in written if to is None or to in case.standing_for({row.recipient})]
    outcome, row = report_outcome(case, limit, written, proper), (proper or written or rows)[0]
    return found(outcome, limit=limit, facts=[row.id], on=row.submitted_on, to=to, got=row.recipient)


def report_outcome(case: Case, limit: date, written: list[YearReport], proper: list[YearReport]) -> AnnualReport:
    """The best of what was handed in decides."""
    if any(row.submitted_on <= limit for row in proper):
        return AnnualReport.IN_TIME
    if case.open_until(limit):
        return AnnualReport.OPEN
    if proper:
        return AnnualReport.LATE
    if any(row.submitted_on <= limit for row in written):
        return AnnualReport.OTHER_RECIPIENT
    if written:
        return AnnualReport.LATE
    return AnnualReport.WRONG_FORM


def by_day(row: YearReport) -> tuple[date, str]:
    """Sorting key of reports."""
    return (row.submitted_on, row.id)


def plan_route_recipients(view: View) -> frozenset[str]:
    """Recipients of the report in the work plan; the head's own yearly report is judged apart."""
    return (view.get(REPORT_RECIPIENT).value or frozenset()) - {view.get(HEAD_REPORT_RECIPIENT).value or ""}


def plan_route_gate(view: View) -> Gate:
    """Regulated when the plan names a recipient besides that of the head's own report."""
    gate = all_of(REPORT_RECIPIENT)(view)
    if gate.verdict is None and not plan_route_recipients(view):
        return Gate(Verdict.NR, "silent", gate.sources)
    return gate


class PlanRouteReport(Outcome):
    """RP-1."""

    HANDED_IN = passed()
    MISSING = minor(Next.SUBMIT_REPORT)
    OPEN = pending(Next.SUBMIT_REPORT)


@rule(
    "RP-1",
    per=targets.associations,
    table=PlanRouteReport,
    clauses=("S33U I.12", "S33U IV.11", "VARU I.12", "VARU IV.8"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(REPORT_RECIPIENT, HEAD_REPORT_RECIPIENT),
    gate=plan_route_gate,
)
def plan_route_report(case: Case, association: Association) -> Measure:
    """The year's report of the work plan is handed to the head of studies or the leadership."""
    wanted = {Role.of(code) for code in plan_route_recipients(case.view)}
    accepted = wanted | ({Role.DIRECTOR} if Role.LEADERSHIP in wanted else set())
    limit, to = case.calendar.close_date, tuple(sorted(wanted))
    good = [
        row
        for row in sorted(association.reports, key=by_day)
        if row.submitted_on <= case.as_of and case.standing_for({row.recipient}) & accepted
    ]
    if good:
        return found(PlanRouteReport.HANDED_IN, limit=limit, facts=[good[0].id], on=good[0].submitted_on, to=to)
    outcome = PlanRouteReport.OPEN if case.open_until(limit) else PlanRouteReport.MISSING
    return found(outcome, limit=limit, to=to)
