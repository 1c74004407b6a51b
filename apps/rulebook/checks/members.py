"""Rules of the members' work: creative reports, self-education, mentoring, courses, labour participation."""

from apps.rulebook.catalogues import DossierItem
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
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import by_id
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import Body, Role, SubjectKind
from apps.rulebook.facts import Association, Course, MentoringPair
from apps.rulebook.parameters.members import (
    COURSE_TASKS,
    CREATIVE_REPORT_HANDED_TO,
    CREATIVE_REPORTS_MIN,
    KTU_MODE,
    MENTORING_ACT,
)
from apps.rulebook.parameters.papers import DOSSIER
from apps.rulebook.parameters.settings import MENTORING_REPORTS_MIN, SELF_EDUCATION_TOPICS_MIN


def short_of(case: Case, association: Association, counts: dict[str, int], least: int) -> list[str]:
    """Members of the year with fewer than `least`."""
    return [person for person in case.index.members_of_year(association) if counts.get(person, 0) < least]


class CreativeReports(Outcome):
    """MT-1."""

    GIVEN = passed()
    MISSING = minor(Next.COLLECT_CREATIVE_REPORTS)
    OPEN = pending(Next.COLLECT_CREATIVE_REPORTS)


@rule(
    "MT-1",
    per=targets.associations,
    table=CreativeReports,
    clauses=("S33U IV.10", "VARU IV.7"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(CREATIVE_REPORTS_MIN,),
)
def creative_reports(case: Case, association: Association) -> Measure:
    """Every member gives so many creative reports a year, handed on where the charter says so."""
    least, limit = case.value(CREATIVE_REPORTS_MIN), case.calendar.close_date
    handing_on = case.maybe(CREATIVE_REPORT_HANDED_TO) is not None
    counts: dict[str, int] = {}
    for row in association.creative_reports:
        done = case.index.done(row.handed_on) if handing_on else case.index.done(row.given_on)
        if done and case.index.in_year(row.given_on):
            counts[row.person] = counts.get(row.person, 0) + 1
    lacking = short_of(case, association, counts, least)
    outcome = CreativeReports.GIVEN
    if lacking:
        outcome = CreativeReports.OPEN if case.open_until(limit) else CreativeReports.MISSING
    return found(outcome, limit=limit, facts=lacking, count=len(lacking), least=least)


class SelfEducation(Outcome):
    """MT-2."""

    SET = passed()
    MISSING = minor(Next.SET_TOPICS)
    OPEN = pending(Next.SET_TOPICS)


@rule(
    "MT-2",
    per=targets.associations,
    table=SelfEducation,
    clauses=("S33U 6.10", "VARU 6.10"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(DOSSIER[DossierItem.SELF_EDUCATION],),
)
def self_education(case: Case, association: Association) -> Measure:
    """Every member has a self-education topic."""
    least, limit = case.setting(SELF_EDUCATION_TOPICS_MIN), case.calendar.close_date
    counts: dict[str, int] = {}
    for row in association.topics:
        if row.set_on <= case.as_of:
            counts[row.person] = counts.get(row.person, 0) + 1
    lacking = short_of(case, association, counts, least)
    outcome = SelfEducation.SET
    if lacking:
        outcome = SelfEducation.OPEN if case.open_until(limit) else SelfEducation.MISSING
    return found(outcome, limit=limit, facts=lacking, count=len(lacking), least=least)


class Mentoring(Outcome):
    """MT-3."""

    IN_ORDER = passed()
    NO_ORDER = minor(Next.COMPLETE_MENTORING)
    NO_PROPOSAL = minor(Next.COMPLETE_MENTORING)
    PROPOSAL_LATE = minor(Next.COMPLETE_MENTORING)
    PLANS_NOT_APPROVED = minor(Next.COMPLETE_MENTORING)
    NO_REPORT = minor(Next.COMPLETE_MENTORING)
    OPEN = pending(Next.COMPLETE_MENTORING)


@rule(
    "MT-3",
    per=targets.pairs,
    table=Mentoring,
    clauses=("S33U IV.1", "S33U IV.2", "VARU IV.1"),
    due=Due.CLOSE,
    subject=SubjectKind.PAIR,
    needs=(MENTORING_ACT,),
)
def mentoring(case: Case, pair: MentoringPair) -> Measure:
    """The association proposes, the director orders, both plans are approved, reports are received."""
    limit, outcome = case.calendar.close_date, mentoring_outcome(case, pair)
    lasting = (Mentoring.IN_ORDER, Mentoring.PROPOSAL_LATE)
    if outcome not in lasting and case.open_until(limit):
        outcome = Mentoring.OPEN
    order = pair.order.on if pair.order and case.index.done(pair.order.on) else None
    return found(outcome, limit=limit, facts=[pair.id], order=order, proposal=pair.proposed_on)


def mentoring_outcome(case: Case, pair: MentoringPair) -> Mentoring:
    """The first paper of the pair that is missing or late."""
    done, order = case.index.done, pair.order
    if order is None or not done(order.on) or not case.made_by(order, [Role.DIRECTOR]):
        return Mentoring.NO_ORDER
    if pair.proposed_on is None or not done(pair.proposed_on):
        return Mentoring.NO_PROPOSAL
    if pair.proposed_on > order.on:
        return Mentoring.PROPOSAL_LATE
    if not done(pair.mentor_plan_approved_on) or not done(pair.young_plan_approved_on):
        return Mentoring.PLANS_NOT_APPROVED
    reports = [day for day in pair.reports if done(day)]
    return Mentoring.IN_ORDER if len(reports) >= case.setting(MENTORING_REPORTS_MIN) else Mentoring.NO_REPORT


class CourseTasks(Outcome):
    """MT-4."""

    CHECKED = passed()
    PRE_TASK_MISSING = minor(Next.CHECK_COURSE_TASKS)
    POST_TASK_MISSING = minor(Next.CHECK_COURSE_TASKS)
    OPEN = pending(Next.CHECK_COURSE_TASKS)


@rule(
    "MT-4",
    per=targets.courses,
    table=CourseTasks,
    clauses=("S33U IV.8", "VARU IV.6"),
    due=Due.CLOSE,
    subject=SubjectKind.COURSE,
    needs=(COURSE_TASKS,),
)
def course_tasks(case: Case, course: Course) -> Measure:
    """A task before the course is checked by its start, a task after it by the close of the year."""
    wanted, close, start = case.value(COURSE_TASKS), case.calendar.close_date, course.starts_on
    if "pre" in wanted and not (course.pre_checked_on and course.pre_checked_on <= min(start, case.as_of)):
        outcome = CourseTasks.OPEN if case.open_until(start) else CourseTasks.PRE_TASK_MISSING
        return found(outcome, limit=start, facts=[course.id], start=start)
    if "post" in wanted and not case.index.done(course.post_checked_on):
        outcome = CourseTasks.OPEN if case.open_until(close) else CourseTasks.POST_TASK_MISSING
        return found(outcome, limit=close, facts=[course.id], start=start)
    return found(CourseTasks.CHECKED, limit=close, facts=[course.id], start=start)


class Participation(Outcome):
    """MT-5."""

    SETTLED = passed()
    NO_COMMISSION = minor(Next.SETTLE_KTU)
    NO_ANALYSIS = minor(Next.SETTLE_KTU)
    OPEN = pending(Next.SETTLE_KTU)


@rule(
    "MT-5",
    per=targets.associations,
    table=Participation,
    clauses=("S33U 4.5", "VARU 4.5"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(KTU_MODE,),
)
def participation(case: Case, association: Association) -> Measure:
    """The association sets up the commission, or analyses the work together with it, as the charter says."""
    limit, done = case.calendar.close_date, case.index.done
    rows = sorted(association.participation, key=by_id)
    if case.value(KTU_MODE) == "commission_created_by_association":
        good = [row for row in rows if row.created_by is Body.ASSOCIATION and done(row.created_on)]
        missing = Participation.NO_COMMISSION
    else:
        good = [row for row in rows if done(row.analysed_on)]
        missing = Participation.NO_ANALYSIS
    outcome = Participation.SETTLED if good else Participation.OPEN if case.open_until(limit) else missing
    return found(outcome, limit=limit, facts=[row.id for row in good])
