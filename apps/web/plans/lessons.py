"""The schedule of open lessons and out-of-class events of an association."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.audit.queries.events import events_of
from apps.bodies.models import Body
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.plans.domain.lessons import (
    SUBJECT,
    add_lesson,
    cancel_lesson,
    change_lesson,
    date_schedule,
    hold_lesson,
    move_lesson,
    remove_lesson,
    reopen_lesson,
)
from apps.plans.enums import EntryState
from apps.plans.models import LessonSchedule, ScheduleEntry
from apps.web.activities.lights import lights_of
from apps.web.activities.present import below_work
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.bodies.record import seen_in
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.history import history_of
from apps.web.lists import window
from apps.web.plans.forms import CancelForm, LessonForm, MoveForm, ScheduleForm
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page

ON_A_PAGE = 25
SHOWN_EVENTS = 15
WHOLE = ScheduleEntry.objects.select_related("schedule__body", "schedule__year", "teacher", "moved_from")


@page(Permission.SCHOOL_READ, methods=WORKING)
def lessons(request: UsulRequest, pk: int) -> HttpResponse:
    """The schedule by day; what has passed and is not settled is shown first."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    year, years = year_of_page(request)
    may = year is not None and body.dissolved_on is None and actor.may(Permission.PLAN_EDIT, body_id=pk)
    schedule = LessonSchedule.objects.filter(body=body, year=year.year).first() if year else None
    dating = request.POST.get("do") == "date"
    form, dates = (
        _lesson_form(request, actor, body, may=may, dating=dating),
        _dates(request, schedule, actor, dating=dating),
    )
    if request.method == "POST" and year is not None:
        bound: PageForm = dates if dating else form
        deeds: dict[bool, Callable[[], object]] = {
            True: lambda: date_schedule(
                by=actor, body=body, year=year.year, seen=seen_in(request), **dates.cleaned_data
            ),
            False: lambda: add_lesson(by=actor, body=body, lesson=form.lesson()),
        }
        if bound.is_valid() and bound.attempt(deeds[dating]):
            messages.success(request, _("It is written down."))
            return HttpResponseRedirect(request.get_full_path())
    rows = ScheduleEntry.objects.filter(schedule=schedule).select_related("teacher").order_by("day", "pk")
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    values = {
        "body": body,
        "year": year,
        "schedule": schedule,
        "rows": [_line(row, actor) for row in rows[part.start : part.stop]],
        "pages": part.pages,
        "today": actor.today,
        "may": may,
        "form": form if may else None,
        "dates": dates if may else None,
        "bound": [one for one in (form, dates) if one.is_bound],
        "lights": lights_of(year.year, body, ("PL-7",)) if year else [],
        "columns": {
            "day": Column(_("Day")),
            "topic": Column(_("Topic")),
            "teacher": Column(_("Who gives it")),
            "state": Column(_("State")),
        },
    }
    status = 422 if request.method == "POST" else 200
    crumbs = below_work(body, Crumb(_("Open lessons")))
    return show(request, "plans/lessons.html", values, section="bodies", crumbs=crumbs, years=years, status=status)


def _lesson_form(request: UsulRequest, actor: Actor, body: Body, *, may: bool, dating: bool) -> LessonForm:
    people = [seat.person for seat in members_on(body, actor.today)] if may else []
    data = request.POST if request.method == "POST" and not dating else None
    return LessonForm(data, people=people, auto_id="lesson-%s")


def _dates(request: UsulRequest, schedule: LessonSchedule | None, actor: Actor, *, dating: bool) -> ScheduleForm:
    initial = {
        "made_on": schedule.made_on if schedule else actor.today,
        "approved_on": schedule.approved_on if schedule else None,
    }
    data = request.POST if request.method == "POST" and dating else None
    return ScheduleForm(data, initial=initial, auto_id="schedule-%s")


def _line(row: ScheduleEntry, actor: Actor) -> dict[str, Any]:
    language = reader_language()
    planned = row.state is EntryState.PLANNED
    return {
        "row": row,
        "kind": row.kind.label.in_(language),
        "state": row.state.label.in_(language),
        "late": planned and row.day < actor.today,
        "due": planned and row.day <= actor.today,
    }


@page(Permission.SCHOOL_READ)
def lesson(request: UsulRequest, pk: int) -> HttpResponse:
    """One line of the schedule and what may become of it."""
    return _page(request, found(WHOLE.all(), pk=pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def lesson_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Note what became of a line: `hold`, `reopen`, `move`, `cancel`, `change`, `remove`."""
    row: ScheduleEntry = found(WHOLE.all(), pk=pk)
    actor, seen = actor_of(request), seen_in(request)
    back = reverse("lesson_list", args=[row.schedule.body_id]) + f"?year={row.schedule.year.start_year}"
    plain: dict[str, Callable[[], object]] = {
        "hold": lambda: hold_lesson(by=actor, entry=row, seen=seen),
        "reopen": lambda: reopen_lesson(by=actor, entry=row, seen=seen),
        "remove": lambda: remove_lesson(by=actor, entry=row, seen=seen),
    }
    if name in plain:
        plain[name]()
        messages.success(request, _("It is written down."))
        return HttpResponseRedirect(back)
    form = _forms(actor, row, request.POST).get(name)
    if form is None:
        raise NOT_FOUND()
    deeds: dict[str, Callable[[], object]] = {
        "move": lambda: move_lesson(by=actor, entry=row, seen=seen, **form.cleaned_data),
        "cancel": lambda: cancel_lesson(by=actor, entry=row, seen=seen, **form.cleaned_data),
        "change": lambda: change_lesson(by=actor, entry=row, seen=seen, lesson=form.lesson()),  # type: ignore[attr-defined]
    }
    if form.is_valid() and form.attempt(deeds[name]):
        messages.success(request, _("It is written down."))
        return HttpResponseRedirect(back)
    return _page(request, row, {name: form}, status=422)


def _forms(actor: Actor, row: ScheduleEntry, data: Any = None) -> dict[str, PageForm]:
    """The forms of a line that is still planned, for whoever keeps the schedule."""
    if row.state is not EntryState.PLANNED or not actor.may(Permission.PLAN_EDIT, body_id=row.schedule.body_id):
        return {}
    people = [seat.person for seat in members_on(row.schedule.body, actor.today)]
    if row.teacher is not None and row.teacher not in people:
        people.append(row.teacher)
    now = {"kind": row.kind.value, "day": row.day, "topic": row.topic, "class_name": row.class_name}
    now["teacher"] = str(row.teacher_id or "")
    return {
        "move": MoveForm(data, auto_id="move-%s"),
        "cancel": CancelForm(data, auto_id="cancel-%s"),
        "change": LessonForm(data, people=people, initial=now, auto_id="change-%s"),
    }


def _page(request: UsulRequest, row: ScheduleEntry, given: dict[str, PageForm], *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    language = reader_language()
    may = actor.may(Permission.PLAN_EDIT, body_id=row.schedule.body_id)
    facts: list[tuple[str, Any]] = [
        (_("What it is"), row.kind.label.in_(language)),
        (_("Day"), row.day),
        (_("Who gives it"), row.teacher.full_name if row.teacher else "—"),
        (_("Class"), row.class_name or "—"),
        (_("State"), row.state.label.in_(language)),
    ]
    facts += [(_("Reason"), row.reason)] if row.reason else []
    facts += [(_("Moved from"), row.moved_from.day)] if row.moved_from else []
    values = {
        "row": row,
        "body": row.schedule.body,
        "facts": facts,
        "forms": _forms(actor, row) | given,
        "bound": list(given.values()),
        "may_hold": may and row.state is EntryState.PLANNED and row.day <= actor.today,
        "may_reopen": may and row.state in (EntryState.HELD, EntryState.CANCELLED),
        "may_remove": may and row.state is EntryState.PLANNED and row.moved_from_id is None,
        "timeline": history_of(events_of(SUBJECT, row.pk)[:SHOWN_EVENTS]),
    }
    crumbs = below_work(
        row.schedule.body,
        Crumb(_("Open lessons"), reverse("lesson_list", args=[row.schedule.body_id])),
        Crumb(row.topic),
    )
    return show(request, "plans/lesson.html", values, section="bodies", crumbs=crumbs, status=status)
