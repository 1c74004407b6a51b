"""Plans of the months: made, filled with lines of the year's plan, carried out (S33U 6.8; VARU 6.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.plans import errors
from apps.plans.domain.plans import complete_item
from apps.plans.enums import PlanItemState
from apps.plans.models import MonthlyItem, MonthlyPlan, PlanItem
from apps.plans.queries.months import due_in, months_of

SUBJECT = "monthly_plan"


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A line of a month as it is written; `source` is the line of the year's plan it comes from."""

    text: str = ""
    template_key: str = ""
    responsible: Person | None = None
    due_on: date | None = None
    done_on: date | None = None
    source: PlanItem | None = None


@transaction.atomic
def make_month(
    *, by: Actor, body: Body, month: date, made_on: date, lines: Iterable[MonthLine] = (), carry: bool = True
) -> MonthlyPlan:
    """Make the plan of a month. The lines of the year's plan that are due in it are carried over first.

    Args:
        month: any day of the month; `carry`: False leaves the year's plan alone.

    Raises:
        Fault: not permitted, no association, the month lies outside the year, made in the future, there already, an empty line.
    """
    require(by, Permission.PLAN_EDIT, body_id=body.pk)
    _check(by, body, made_on)
    first = month.replace(day=1)
    year = year_of_month(first)
    locked(body)
    if MonthlyPlan.objects.filter(body=body, month=first).exists():
        raise errors.MONTH_THERE(field="month")
    plan = MonthlyPlan.objects.create(body=body, year=year.year, month=first, made_on=made_on)
    carried = [carried_line(item) for item in due_in(body, year.year, first)] if carry else []
    _write(plan, (*carried, *lines))
    _note(by, plan, "monthly_plan.made", made_on)
    return plan


@transaction.atomic
def change_month(
    *, by: Actor, plan: MonthlyPlan, made_on: date, lines: Iterable[MonthLine] | None = None, seen: int | None = None
) -> MonthlyPlan:
    """Correct the day on which a month's plan was made; `lines` take the place of all its lines.

    Raises:
        Fault: not permitted, made in the future, an empty line, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=plan.body_id)
    plan = locked(plan, seen=seen)
    _check(by, plan.body, made_on)
    plan.made_on = made_on
    plan.store("made_on")
    if lines is not None:
        plan.items.all().delete()
        _write(plan, lines)
    _note(by, plan, "monthly_plan.changed", made_on)
    return plan


@transaction.atomic
def add_month_line(*, by: Actor, plan: MonthlyPlan, line: MonthLine) -> MonthlyItem:
    """Put one more line into a month.

    Raises:
        Fault: not permitted, no words.
    """
    require(by, Permission.PLAN_EDIT, body_id=plan.body_id)
    plan = locked(plan)
    last = plan.items.aggregate(last=Max("position"))["last"] or 0
    [item] = _write(plan, (line,), after=last)
    plan.store()
    _note(by, plan, "monthly_plan.changed", None)
    return item


@transaction.atomic
def finish_month_line(*, by: Actor, item: MonthlyItem, done_on: date) -> None:
    """Note that a line has been carried out; the line of the year's plan it comes from is carried out with it.

    Raises:
        Fault: not permitted, in the future.
    """
    require(by, Permission.PLAN_EDIT, body_id=item.plan.body_id)
    if done_on > by.today:
        raise errors.MADE_IN_FUTURE(field="done_on", day=done_on, today=by.today)
    plan = locked(item.plan)
    item.done_on = done_on
    item.save(update_fields=["done_on"])
    plan.store()
    if item.source is not None and item.source.state is PlanItemState.PLANNED:
        complete_item(by=by, item=item.source, done_on=done_on)
    _note(by, plan, "monthly_plan.line_done", done_on)


@transaction.atomic
def drop_month_line(*, by: Actor, item: MonthlyItem) -> None:
    """Take a line out of a month; the year's plan keeps its own.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.PLAN_EDIT, body_id=item.plan.body_id)
    plan = locked(item.plan)
    item.delete()
    plan.store()
    _note(by, plan, "monthly_plan.changed", None)


@transaction.atomic
def remove_month(*, by: Actor, plan: MonthlyPlan, seen: int | None = None) -> None:
    """Take back a month's plan that was made by mistake; the year's plan keeps its lines.

    Raises:
        Fault: not permitted, changed meanwhile.
    """
    require(by, Permission.PLAN_EDIT, body_id=plan.body_id)
    plan = locked(plan, seen=seen)
    number, start = plan.pk, plan.year.start_year
    plan.delete()
    record_event(by=by, action="monthly_plan.removed", subject=(SUBJECT, number), data={"month": str(plan.month)})
    tell_change(year=start)


def year_of_month(first: date) -> YearInForce:
    """The academic year that touches a month.

    Raises:
        Fault: `plan.month_outside`.
    """
    for item in reversed(years_in_force()):
        if first in months_of(item):
            return item
    raise errors.MONTH_OUTSIDE(field="month", month=first)


def carried_line(item: PlanItem) -> MonthLine:
    """A line of the year's plan as a line of a month."""
    return MonthLine(
        text=item.text,
        template_key=item.template_key,
        responsible=item.responsible,
        due_on=item.due_on,
        done_on=item.done_on,
        source=item,
    )


def _check(by: Actor, body: Body, made_on: date) -> None:
    if body.kind is not BodyKind.ASSOCIATION:
        raise errors.ONLY_ASSOCIATIONS(field="body", body=body.name)
    if made_on > by.today:
        raise errors.MADE_IN_FUTURE(field="made_on", day=made_on, today=by.today)


def _write(plan: MonthlyPlan, lines: Iterable[MonthLine], after: int = 0) -> list[MonthlyItem]:
    rows = []
    for position, line in enumerate(lines, start=after + 1):
        text = line.text.strip()
        if not text and not line.template_key:
            raise errors.LINE_EMPTY(field="text")
        rows.append(
            MonthlyItem(
                plan=plan,
                position=position,
                text=text,
                template_key=line.template_key,
                responsible=line.responsible,
                due_on=line.due_on,
                done_on=line.done_on,
                source=line.source,
            )
        )
    return MonthlyItem.objects.bulk_create(rows)


def _note(by: Actor, plan: MonthlyPlan, action: str, on: date | None) -> None:
    data = {"body": plan.body_id, "month": str(plan.month)}
    record_event(by=by, action=action, subject=(SUBJECT, plan.pk), act_date=on, data=data)
    tell_change(year=plan.year.start_year)
