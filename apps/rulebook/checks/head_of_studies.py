"""Rules of the head of studies' papers, reports and plans."""

from calendar import monthrange
from datetime import date, timedelta

from apps.rulebook.catalogues import REPORT_OF_MONTH, HosItem, HosReportKind, PlanLevel
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    found,
    minor,
    passed,
    pending,
    rule,
    unset,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import PeriodUnit, SubjectKind
from apps.rulebook.facts import HeadOfStudies, HosReport, Period
from apps.rulebook.parameters.papers import HOS_DOSSIER, HOS_PLAN_LEVELS, HOS_QUARTER_REPORT, HOS_REPORT_MONTHS
from apps.rulebook.parameters.settings import HOS_QUARTER_REPORT_DAYS

AUGUST = 8


class StudiesDossier(Outcome):
    """HS-1."""

    COMPLETE = passed()
    INCOMPLETE = warned(Next.COMPLETE_DOSSIER)
    OPEN = pending(Next.COMPLETE_DOSSIER)


@rule(
    "HS-1",
    per=targets.head_of_studies,
    table=StudiesDossier,
    clauses=("S33H 1-20",),
    due=Due.CLOSE,
    subject=SubjectKind.SCHOOL,
    needs=(HOS_DOSSIER,),
)
def studies_dossier(case: Case, record: HeadOfStudies) -> Measure:
    """The list calls itself approximate, so a missing paper only warns."""
    limit = case.calendar.close_date
    there = {row.item for row in record.papers if row.on is None or row.on <= case.as_of}
    wanted = [item for item in HosItem if item.value in case.value(HOS_DOSSIER)]
    lacking = tuple(item for item in wanted if item not in there)
    outcome = StudiesDossier.COMPLETE
    if lacking:
        outcome = StudiesDossier.OPEN if case.open_until(limit) else StudiesDossier.INCOMPLETE
    return found(outcome, limit=limit, lacking=lacking, count=len(wanted))


class MonthReports(Outcome):
    """HS-2."""

    ALL_GIVEN = passed()
    MISSING = minor(Next.SUBMIT_REPORT)
    OPEN = pending(Next.SUBMIT_REPORT)


@rule(
    "HS-2",
    per=targets.head_of_studies,
    table=MonthReports,
    clauses=("S33H 17",),
    due=Due.MONTH_END,
    subject=SubjectKind.SCHOOL,
    needs=(HOS_REPORT_MONTHS,),
)
def month_reports(case: Case, record: HeadOfStudies) -> Measure:
    """One report in each month the list names; the August one may come in the year's first month."""
    windows = sorted((*report_window(case, month), month) for month in case.value(HOS_REPORT_MONTHS))
    given = [row for row in record.reports if row.on <= case.as_of]
    lacking = [
        (first, last)
        for first, last, month in windows
        if not any(first <= row.on <= last and speaks_for(row, month) for row in given)
    ]
    missed = tuple(end for _, end in lacking if not case.open_until(end))
    if missed:
        return found(MonthReports.MISSING, limit=missed[0], months=missed)
    if lacking:
        return found(MonthReports.OPEN, limit=lacking[0][1], months=(lacking[0][1],))
    return found(MonthReports.ALL_GIVEN, facts=sorted(row.id for row in record.reports), count=len(windows))


def speaks_for(report: HosReport, month: int) -> bool:
    """Whether a report is that of the month; for a month of the school's own choice any but a quarter's will do."""
    kind = REPORT_OF_MONTH.get(month)
    return report.kind is kind if kind else report.kind is not HosReportKind.QUARTER


def report_window(case: Case, month: int) -> tuple[date, date]:
    """First and last day for the report of a month of this school year."""
    start = case.calendar.start
    if month == AUGUST:
        return date(start.year, AUGUST, 1), date(start.year, start.month, monthrange(start.year, start.month)[1])
    year = start.year if month >= start.month else start.year + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


class QuarterReports(Outcome):
    """HS-3."""

    ALL_GIVEN = passed()
    MISSING = minor(Next.SUBMIT_REPORT)
    OPEN = pending(Next.SUBMIT_REPORT)
    NO_QUARTERS = unset(Next.ADD_PERIODS)


@rule(
    "HS-3",
    per=targets.head_of_studies,
    table=QuarterReports,
    clauses=("S33H 18",),
    due=Due.PERIOD_END,
    subject=SubjectKind.SCHOOL,
    needs=(HOS_QUARTER_REPORT,),
)
def quarter_reports(case: Case, record: HeadOfStudies) -> Measure:
    """One report for each quarter; the list gives no day, the platform waits some days after the quarter."""
    quarters = case.index.periods(PeriodUnit.QUARTER)
    if not quarters:
        return found(QuarterReports.NO_QUARTERS)
    wait = timedelta(days=case.setting(HOS_QUARTER_REPORT_DAYS))
    limits = {row.number: row.end + wait for row in quarters}
    lacking = [row for row in quarters if not reported(case, record, row, limits[row.number])]
    missed = [row for row in lacking if not case.open_until(limits[row.number])]
    rows = missed or lacking[:1]
    if not rows:
        return found(QuarterReports.ALL_GIVEN, count=len(quarters))
    outcome = QuarterReports.MISSING if missed else QuarterReports.OPEN
    return found(outcome, limit=limits[rows[0].number], quarters=tuple(row.number for row in rows))


def reported(case: Case, record: HeadOfStudies, quarter: Period, limit: date) -> bool:
    """True when the quarter's report was given in time."""
    return any(
        row.kind is HosReportKind.QUARTER and row.number == quarter.number and row.on <= min(limit, case.as_of)
        for row in record.reports
    )


class StudiesPlans(Outcome):
    """HS-4."""

    ALL_LEVELS = passed()
    MISSING = minor(Next.COMPLETE_PLAN)
    OPEN = pending(Next.COMPLETE_PLAN)


@rule(
    "HS-4",
    per=targets.head_of_studies,
    table=StudiesPlans,
    clauses=("S33H 3",),
    due=Due.CLOSE,
    subject=SubjectKind.SCHOOL,
    needs=(HOS_PLAN_LEVELS,),
)
def studies_plans(case: Case, record: HeadOfStudies) -> Measure:
    """The head of studies plans on every level the list names."""
    limit = case.calendar.close_date
    lacking = tuple(row for row in PlanLevel if row.value in case.value(HOS_PLAN_LEVELS) and row not in record.plans)
    outcome = StudiesPlans.ALL_LEVELS
    if lacking:
        outcome = StudiesPlans.OPEN if case.open_until(limit) else StudiesPlans.MISSING
    return found(outcome, limit=limit, lacking=lacking, count=len(record.plans))
