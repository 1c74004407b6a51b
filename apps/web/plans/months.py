"""Plans of the months of an association."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.models import Body
from apps.bodies.queries.members import members_on
from apps.compliance.queries.findings import JudgedYear
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.plans.domain.months import (
    add_month_line,
    change_month,
    drop_month_line,
    finish_month_line,
    make_month,
    remove_month,
)
from apps.plans.models import MonthlyItem, MonthlyPlan
from apps.plans.queries.months import monthly_plans_of, months_of
from apps.web.activities.lights import lights_of
from apps.web.activities.present import below_work, month_words
from apps.web.blocks.page import Crumb
from apps.web.bodies.present import item_words
from apps.web.bodies.record import seen_in
from apps.web.guard import DOING, WORKING, found, page
from apps.web.plans.forms import LineForm, MadeForm
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page


@page(Permission.SCHOOL_READ, methods=WORKING)
def months(request: UsulRequest, pk: int) -> HttpResponse:
    """Every month of the school year: its plan, or one button that makes it from the year's plan."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    year, years = year_of_page(request)
    if year is None:
        values: dict[str, Any] = {"body": body, "year": None}
        return show(
            request,
            "plans/months.html",
            values,
            section="bodies",
            crumbs=below_work(body, Crumb(_("Plans of the months"))),
        )
    if request.method == "POST":
        plan = make_month(by=actor, body=body, month=_asked(request, year), made_on=actor.today)
        messages.success(request, _("The plan of the month is made. What the year's plan has for it is carried over."))
        return HttpResponseRedirect(reverse("month_page", args=[plan.pk]))
    plans = monthly_plans_of(body, year.year)
    values = {
        "body": body,
        "year": year,
        "rows": [_month(first, plans.get(first), actor.today) for first in months_of(year)],
        "may": body.dissolved_on is None and actor.may(Permission.PLAN_EDIT, body_id=pk),
        "lights": lights_of(year.year, body, ("PL-6",)),
    }
    crumbs = below_work(body, Crumb(_("Plans of the months")))
    return show(request, "plans/months.html", values, section="bodies", crumbs=crumbs, years=years)


def _asked(request: UsulRequest, year: JudgedYear) -> date:
    known = {str(first): first for first in months_of(year)}
    asked = known.get(request.POST.get("month", ""))
    if asked is None:
        raise NOT_FOUND()
    return asked


def _month(first: date, plan: MonthlyPlan | None, today: date) -> dict[str, Any]:
    lines = list(plan.items.all()) if plan else []
    return {
        "first": first,
        "label": month_words(first),
        "plan": plan,
        "lines": len(lines),
        "done": sum(1 for line in lines if line.done_on),
        "now": (first.year, first.month) == (today.year, today.month),
        "late": plan is None and (first.year, first.month) < (today.year, today.month),
    }


@page(Permission.SCHOOL_READ, methods=WORKING)
def month(request: UsulRequest, pk: int) -> HttpResponse:
    """One month: its lines, each done with one tap, and another line."""
    plan: MonthlyPlan = found(MonthlyPlan.objects.select_related("body", "year"), pk=pk)
    actor = actor_of(request)
    may = actor.may(Permission.PLAN_EDIT, body_id=plan.body_id)
    people = [seat.person for seat in members_on(plan.body, actor.today)] if may else []
    form = LineForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: add_month_line(by=actor, plan=plan, line=form.line())):
            return HttpResponseRedirect(reverse("month_page", args=[pk]) + "#lines")
    return _page(request, plan, form if may else None, None, status=422 if request.method == "POST" else 200)


@page(Permission.SCHOOL_READ, methods=DOING)
def month_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Correct the day a plan was made, or remove the plan: `change`, `remove`."""
    plan: MonthlyPlan = found(MonthlyPlan.objects.select_related("body", "year"), pk=pk)
    actor, seen = actor_of(request), seen_in(request)
    if name == "remove":
        remove_month(by=actor, plan=plan, seen=seen)
        messages.success(request, _("The plan of the month is removed."))
        return HttpResponseRedirect(reverse("month_list", args=[plan.body_id]))
    if name != "change":
        raise NOT_FOUND()
    form = MadeForm(request.POST, auto_id="made-%s")
    if form.is_valid() and form.attempt(lambda: change_month(by=actor, plan=plan, seen=seen, **form.cleaned_data)):
        messages.success(request, _("The record is changed."))
        return HttpResponseRedirect(reverse("month_page", args=[pk]))
    return _page(request, plan, None, form, status=422)


@page(Permission.SCHOOL_READ, methods=DOING)
def line_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """A line is done, or does not belong here: `done`, `drop`."""
    item: MonthlyItem = found(
        MonthlyItem.objects.select_related("plan__body", "plan__year", "source__plan__year"), pk=pk
    )
    actor = actor_of(request)
    if name == "done":
        finish_month_line(by=actor, item=item, done_on=actor.today)
    elif name == "drop":
        drop_month_line(by=actor, item=item)
    else:
        raise NOT_FOUND()
    return HttpResponseRedirect(reverse("month_page", args=[item.plan_id]) + "#lines")


def _page(
    request: UsulRequest, plan: MonthlyPlan, form: LineForm | None, made: MadeForm | None, *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    may = actor.may(Permission.PLAN_EDIT, body_id=plan.body_id)
    title = month_words(plan.month)
    lines = plan.items.select_related("responsible").order_by("position")
    values = {
        "plan": plan,
        "body": plan.body,
        "title": title,
        "today": actor.today,
        "may": may,
        "lines": [
            {
                "row": line,
                "text": line.text or item_words(line.template_key),
                "late": line.done_on is None and line.due_on is not None and line.due_on < actor.today,
            }
            for line in lines
        ],
        "form": form,
        "made_form": (made or MadeForm(initial={"made_on": plan.made_on}, auto_id="made-%s")) if may else None,
    }
    crumbs = below_work(
        plan.body, Crumb(_("Plans of the months"), reverse("month_list", args=[plan.body_id])), Crumb(title)
    )
    return show(request, "plans/month.html", values, section="bodies", crumbs=crumbs, status=status)
