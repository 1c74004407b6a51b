"""Plans of the months of a year."""

from datetime import date

from django.db.models import Prefetch

from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import YearInForce
from apps.plans.enums import PlanItemState
from apps.plans.models import MonthlyItem, MonthlyPlan, PlanItem
from apps.plans.queries.plans import items_of_plan
from apps.rulebook.dates import months_touched


def months_of(item: YearInForce) -> list[date]:
    """First days of the calendar months that the school year touches, in their order."""
    return [month.replace(day=1) for month in months_touched(item.revision.starts_on, item.revision.ends_on)]


def due_in(body: Body, year: AcademicYear, month: date) -> list[PlanItem]:
    """Lines of the year's plan that are due in the month of `month` and were not waived. One query."""
    return [
        item
        for item in items_of_plan(body, year)
        if item.due_on is not None
        and (item.due_on.year, item.due_on.month) == (month.year, month.month)
        and item.state is not PlanItemState.WAIVED
    ]


def monthly_plans_of(body: Body, year: AcademicYear) -> dict[date, MonthlyPlan]:
    """Plans by the first day of their month, with their lines. Two queries."""
    lines = Prefetch("items", MonthlyItem.objects.select_related("responsible", "source").order_by("position"))
    return {row.month: row for row in MonthlyPlan.objects.filter(body=body, year=year).prefetch_related(lines)}
