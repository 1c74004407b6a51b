"""Rules of the plan's content: adoption, inputs, monthly plans, schedule, template lines and their fulfilment."""

from datetime import date
from functools import cache

from apps.rulebook.catalogues import PlanInput
from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    any_of,
    found,
    minor,
    not_applicable,
    passed,
    pending,
    rule,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.checks.plans import AssociationPlan, approvals
from apps.rulebook.dates import ONE_DAY, add_months, months_touched
from apps.rulebook.enums import ActKind, Body, SubjectKind
from apps.rulebook.facts import Act, Association, EntryState, MonthlyPlan, Plan, ScheduleEntry
from apps.rulebook.parameters.plans import (
    PLAN_ADOPTED_AT,
    PLAN_APPROVER,
    PLAN_DRAFTED_BY,
    PLAN_INPUTS,
    PLAN_MONTHLY,
    PLAN_OPEN_LESSONS,
    PLAN_TEMPLATE,
)
from apps.rulebook.template_items import TemplateItem


def deciding_approval(case: Case, plan: Plan) -> Act | None:
    """The required approval; any approval while the approver is not settled."""
    made, approver = approvals(case, plan), case.maybe(PLAN_APPROVER)
    good = [act for act in made if approver is None or case.made_by(act, [approver])]
    return good[0] if good else None


def until_approval(case: Case, plan: Plan) -> bool:
    """True while a gap in the plan can still be mended before its approval."""
    return deciding_approval(case, plan) is None and not case.closed


class Adoption(Outcome):
    """PL-4."""

    ADOPTED = passed()
    DRAWN_UP_TOGETHER = passed()
    AFTER_APPROVAL = minor(Next.ADOPT_PLAN)
    MISSING = minor(Next.ADOPT_PLAN)
    OPEN = pending(Next.ADOPT_PLAN)


@rule(
    "PL-4",
    per=targets.plans,
    table=Adoption,
    clauses=("S33U I.2", "VARU I.2", "ABDH 5.1"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_ADOPTED_AT, PLAN_DRAFTED_BY),
    gate=any_of(PLAN_ADOPTED_AT, PLAN_DRAFTED_BY),
)
def plan_adopted(case: Case, record: AssociationPlan) -> Measure:
    """The association adopts the plan at a sitting before its approval, or at least draws it up together."""
    association, plan = record
    approval = deciding_approval(case, plan)
    limit = approval.on if approval else None
    kinds = (ActKind.ADOPTION, ActKind.DECISION)
    rows = [act for act in case.index.acts(plan.acts) if act.kind in kinds and act.body is Body.ASSOCIATION]
    if rows and (limit is None or rows[0].on <= limit):
        return found(Adoption.ADOPTED, limit=limit, facts=[rows[0].id], on=rows[0].on)
    heads = {term.person for term in association.heads}
    if case.maybe(PLAN_ADOPTED_AT) is None and plan.authors - heads:
        return found(Adoption.DRAWN_UP_TOGETHER, limit=limit, count=len(plan.authors))
    if rows:
        return found(Adoption.AFTER_APPROVAL, limit=limit, facts=[rows[0].id], on=rows[0].on)
    return found(Adoption.OPEN if until_approval(case, plan) else Adoption.MISSING, limit=limit)


class Inputs(Outcome):
    """PL-5."""

    ALL_NAMED = passed()
    MISSING = minor(Next.COMPLETE_PLAN)
    OPEN = pending(Next.COMPLETE_PLAN)


@rule(
    "PL-5",
    per=targets.plans,
    table=Inputs,
    clauses=("S33U 4.1", "S33U 5.2", "VARU 4.1", "VARU 5.2"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_INPUTS,),
)
def plan_inputs(case: Case, record: AssociationPlan) -> Measure:
    """The plan refers to everything it has to build on, or says why not."""
    _, plan = record
    wanted = case.codes(PLAN_INPUTS, PlanInput)
    lacking = tuple(sorted(wanted - plan.inputs - plan.inputs_waived))
    if not lacking:
        return found(Inputs.ALL_NAMED, facts=[plan.id], count=len(wanted))
    outcome = Inputs.OPEN if until_approval(case, plan) else Inputs.MISSING
    return found(outcome, facts=[plan.id], lacking=lacking)


class MonthlyPlans(Outcome):
    """PL-6."""

    EVERY_MONTH = passed()
    MISSING = minor(Next.MAKE_MONTHLY_PLAN)
    OPEN = pending(Next.MAKE_MONTHLY_PLAN)


@rule(
    "PL-6",
    per=targets.associations,
    table=MonthlyPlans,
    clauses=("S33U 6.8", "VARU 6.8"),
    due=Due.MONTH_END,
    subject=SubjectKind.ASSOCIATION,
    needs=(PLAN_MONTHLY,),
)
def monthly_plans(case: Case, association: Association) -> Measure:
    """There is a plan for every calendar month of the year, made by the end of that month."""
    months = working_months(case, association)
    planned = {row.month.replace(day=1): row for row in by_making(case, association)}
    lacking = [month for month in months if month not in planned or planned[month].made_on > month_end(month)]
    missed = [month for month in lacking if not case.open_until(month_end(month))]
    if missed:
        return found(MonthlyPlans.MISSING, limit=month_end(missed[0]), months=tuple(month_end(row) for row in missed))
    if lacking:
        return found(MonthlyPlans.OPEN, limit=month_end(lacking[0]), months=(month_end(lacking[0]),))
    return found(MonthlyPlans.EVERY_MONTH, facts=[row.id for row in planned.values()], count=len(months))


def by_making(case: Case, association: Association) -> list[MonthlyPlan]:
    """Monthly plans made by now, the latest first, so that the earliest of a month wins."""
    rows = [row for row in association.monthly_plans if row.made_on <= case.as_of]
    return sorted(rows, key=lambda row: (row.made_on, row.id), reverse=True)


def working_months(case: Case, association: Association) -> tuple[date, ...]:
    """Months of the school year in which the association exists."""
    start = max(case.calendar.start, association.created_on or case.calendar.start)
    end = min(case.calendar.end, (association.dissolved_on or date.max) - ONE_DAY)
    return case.once(("months", start, end), lambda: months_touched(start, end))


@cache
def month_end(month: date) -> date:
    """Last day of a month."""
    return add_months(month.replace(day=1), 1) - ONE_DAY


class OpenLessons(Outcome):
    """PL-7."""

    KEPT = passed()
    NO_SCHEDULE = minor(Next.KEEP_SCHEDULE)
    SCHEDULE_LATE = minor(Next.KEEP_SCHEDULE)
    UNEXPLAINED = minor(Next.KEEP_SCHEDULE)
    OPEN = pending(Next.KEEP_SCHEDULE)


@rule(
    "PL-7",
    per=targets.associations,
    table=OpenLessons,
    clauses=("S33U 6.7", "VARU 6.7"),
    due=Due.CLOSE,
    subject=SubjectKind.ASSOCIATION,
    needs=(PLAN_OPEN_LESSONS,),
)
def open_lessons(case: Case, association: Association) -> Measure:
    """The schedule comes before its first entry; at the close every entry was held, or has a reason why not."""
    limit = case.calendar.close_date
    schedules = [row for row in association.schedules if row.made_on <= case.as_of]
    if not schedules:
        return found(OpenLessons.OPEN if case.open_until(limit) else OpenLessons.NO_SCHEDULE, limit=limit)
    facts = sorted(row.id for row in schedules)
    late = [row for row in schedules if row.entries and row.made_on > min(entry.on for entry in row.entries)]
    if late:
        first = min(entry.on for entry in late[0].entries)
        return found(OpenLessons.SCHEDULE_LATE, limit=first, facts=facts, made=late[0].made_on, first=first)
    loose = sorted((entry for row in schedules for entry in row.entries if unexplained(entry)), key=lambda row: row.on)
    if not loose:
        return found(OpenLessons.KEPT, limit=limit, facts=facts, count=sum(len(row.entries) for row in schedules))
    outcome = OpenLessons.OPEN if case.open_until(limit) else OpenLessons.UNEXPLAINED
    return found(outcome, limit=limit, facts=[row.id for row in loose], days=tuple(row.on for row in loose))


def unexplained(entry: ScheduleEntry) -> bool:
    """True for an entry neither held nor moved or cancelled with a reason."""
    return entry.state is not EntryState.HELD and not (entry.state is not EntryState.PLANNED and entry.has_reason)


class TemplateLines(Outcome):
    """PL-8."""

    COMPLETE = passed()
    LINES_MISSING = minor(Next.COMPLETE_PLAN)
    OPEN = pending(Next.COMPLETE_PLAN)
    OWN_TEMPLATE = not_applicable()


@rule(
    "PL-8",
    per=targets.plans,
    table=TemplateLines,
    clauses=("S33U I-IV", "VARU I-IV"),
    due=Due.PLAN_APPROVAL,
    subject=SubjectKind.PLAN,
    needs=(PLAN_TEMPLATE,),
)
def template_lines(case: Case, record: AssociationPlan) -> Measure:
    """Every line of the template stands in the plan or is left out with a reason; lines are matched by content."""
    _, plan = record
    wanted = template_of(case)
    if not wanted:
        return found(TemplateLines.OWN_TEMPLATE)
    there = {row.key for row in plan.items} | plan.keys_waived
    lacking = tuple(TemplateItem.of(key) for key in wanted if key not in there)
    if not lacking:
        return found(TemplateLines.COMPLETE, facts=[plan.id], count=len(wanted))
    outcome = TemplateLines.OPEN if until_approval(case, plan) else TemplateLines.LINES_MISSING
    return found(outcome, facts=[plan.id], lacking=lacking, count=len(lacking))


def template_of(case: Case) -> tuple[str, ...]:
    """Lines of the template in force; the school's own template has none here."""
    name = case.value(PLAN_TEMPLATE)
    for module in case.view.modules():
        given = module.gives.get(PLAN_TEMPLATE)
        if given is not None and given.value == name:
            return module.template
    return ()


class PlanFulfilment(Outcome):
    """PL-9."""

    ON_TIME = passed()
    OVERDUE = warned(Next.DO_PLAN_ITEM)
    NOT_DONE = minor(Next.DO_PLAN_ITEM)
    OPEN = pending(Next.DO_PLAN_ITEM)


@rule(
    "PL-9",
    per=targets.plans,
    table=PlanFulfilment,
    clauses=("S33U I-IV", "VARU I-IV"),
    due=Due.DUE_DATE,
    subject=SubjectKind.PLAN,
    needs=(PLAN_TEMPLATE,),
)
def plan_fulfilment(case: Case, record: AssociationPlan) -> Measure:
    """A line past its day warns; one neither done nor waived when the year closes fails."""
    _, plan = record
    done = case.index.done
    waiting = [row for row in plan.items if row.due_on and not row.waived and not done(row.done_on)]
    if not waiting:
        return found(PlanFulfilment.ON_TIME, facts=[plan.id], count=len(plan.items))
    waiting.sort(key=lambda row: (row.due_on or date.max, row.id))
    overdue = [row for row in waiting if row.due_on and not case.open_until(row.due_on)]
    if overdue:
        outcome, rows = PlanFulfilment.NOT_DONE if case.closed else PlanFulfilment.OVERDUE, overdue
    else:
        outcome, rows = PlanFulfilment.OPEN, waiting[:1]
    days = tuple(row.due_on for row in rows)
    return found(outcome, limit=rows[0].due_on, facts=[row.id for row in rows], days=days, count=len(rows))
