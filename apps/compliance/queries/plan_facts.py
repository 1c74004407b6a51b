"""Work plans, monthly plans and schedules of a year as facts, by body. Seven queries."""

from apps.calendars.queries.years import YearInForce
from apps.compliance.queries.act_facts import OF_PLAN, Acts
from apps.compliance.queries.grouping import grouped
from apps.plans.models import LessonSchedule, MonthlyPlan, PlanItem, ScheduleEntry, WorkPlan
from apps.rulebook import facts
from apps.rulebook.catalogues import PlanInput
from apps.rulebook.enums import ActKind
from apps.rulebook.enums import Body as DecidingBody
from apps.rulebook.facts import CouncilPlanDrafter, CouncilPlanForm


def plans_by_body(item: YearInForce, acts: Acts) -> tuple[dict[int, facts.Plan], dict[int, facts.CouncilPlan]]:
    """The newest version of each body's plan of the year: as an association's plan, and as a council's."""
    newest = list(WorkPlan.objects.filter(year=item.year).order_by("body_id", "-version").distinct("body_id"))
    items = grouped(PlanItem.objects.filter(plan__in=newest), lambda row: row.plan_id)
    authors = grouped(WorkPlan.authors.through.objects.filter(workplan__in=newest), lambda row: row.workplan_id)
    of_associations, of_councils = {}, {}
    for plan in newest:
        papers = tuple(acts.get((OF_PLAN, plan.pk), ()))
        people = frozenset(str(row.person_id) for row in authors.get(plan.pk, ()))
        of_associations[plan.body_id] = _plan(item, plan, items.get(plan.pk, []), people, papers)
        of_councils[plan.body_id] = _council_plan(plan, papers)
    return of_associations, of_councils


def _plan(
    item: YearInForce, plan: WorkPlan, items: list[PlanItem], authors: frozenset[str], papers: tuple[facts.Act, ...]
) -> facts.Plan:
    return facts.Plan(
        id=str(plan.pk),
        period_start=item.revision.starts_on,
        period_end=item.revision.ends_on,
        authors=authors,
        inputs=frozenset(PlanInput.of(code) for code in plan.inputs),
        items=tuple(
            facts.PlanItem(
                id=str(row.pk),
                key=row.template_key,
                due_on=row.due_on,
                done_on=row.done_on,
                waived=bool(row.waiver_reason),
            )
            for row in items
        ),
        acts=(*papers, *_adoption(plan, DecidingBody.ASSOCIATION, ActKind.ADOPTION)),
    )


def _council_plan(plan: WorkPlan, papers: tuple[facts.Act, ...]) -> facts.CouncilPlan:
    drafter = plan.drafted_by.value
    return facts.CouncilPlan(
        id=str(plan.pk),
        form=CouncilPlanForm(plan.form.value) if plan.form else None,
        drafter=CouncilPlanDrafter(drafter) if drafter in set(CouncilPlanDrafter) else None,
        acts=(*papers, *_adoption(plan, DecidingBody.COUNCIL, ActKind.APPROVAL)),
    )


def _adoption(plan: WorkPlan, body: DecidingBody, kind: ActKind) -> tuple[facts.Act, ...]:
    """The body's own decision on its plan, noted on the plan itself."""
    if plan.adopted_on is None:
        return ()
    sitting = str(plan.adopted_at_id) if plan.adopted_at_id else None
    return (facts.Act(id=f"plan-{plan.pk}", kind=kind, on=plan.adopted_on, body=body, sitting=sitting),)


def monthly_plans(item: YearInForce) -> dict[int, tuple[facts.MonthlyPlan, ...]]:
    """Plans of the months by body. One query."""
    rows = grouped(MonthlyPlan.objects.filter(year=item.year), lambda row: row.body_id)
    return {
        body: tuple(facts.MonthlyPlan(id=str(row.pk), month=row.month, made_on=row.made_on) for row in found)
        for body, found in rows.items()
    }


def schedules(item: YearInForce) -> dict[int, tuple[facts.Schedule, ...]]:
    """The schedule of open lessons by body. Two queries."""
    entries = grouped(ScheduleEntry.objects.filter(schedule__year=item.year), lambda row: row.schedule_id)
    found: dict[int, tuple[facts.Schedule, ...]] = {}
    for row in LessonSchedule.objects.filter(year=item.year):
        lines = tuple(_entry(entry) for entry in entries.get(row.pk, []))
        found[row.body_id] = (facts.Schedule(id=str(row.pk), made_on=row.made_on, entries=lines),)
    return found


def _entry(row: ScheduleEntry) -> facts.ScheduleEntry:
    return facts.ScheduleEntry(
        id=str(row.pk),
        on=row.day,
        kind=facts.EntryKind(row.kind.value),
        state=facts.EntryState(row.state.value),
        has_reason=bool(row.reason),
    )
