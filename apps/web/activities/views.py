"""Work of the year: the list of a body, what to write down, one record."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.activities.domain.work import change_work, may_write, record_work, remove_work
from apps.activities.enums import NOT_ONE_S_OWN, SHAPES, WorkKind
from apps.activities.models import Activity
from apps.activities.queries.work import own_work, whole, work_of
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.bodies.queries.members import members_on
from apps.calendars.queries.years import year_asked, years_in_force
from apps.core.actor import Actor
from apps.core.errors import NOT_PERMITTED
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.people.queries.staff import working
from apps.plans.enums import EntryState
from apps.plans.models import ScheduleEntry
from apps.sittings.queries.desks import seats_of
from apps.web.activities.forms import Offered, WorkForm
from apps.web.activities.kinds import BY_SLUG, Choice, choice_of, choices_for, name_of
from apps.web.activities.lights import lights_of
from apps.web.activities.present import below_work, by_month, work_line
from apps.web.blocks.page import Crumb
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import active, address, choice, window
from apps.web.notices.feeds import person_of
from apps.web.people_choices import code_choices
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show
from apps.web.years import year_of_page, year_query

ON_A_PAGE = 25
SHOWN_LESSONS = 30


@page(Permission.SCHOOL_READ)
def work(request: UsulRequest, pk: int) -> HttpResponse:
    """What was done this year, month by month."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    year, years = year_of_page(request)
    filters = [choice(request, "kind", _("Kind"), code_choices(WorkKind))]
    kind = filters[0].chosen
    values: dict[str, Any] = {"body": body, "year": year, "tabs": tabs_of(body, "work_list"), "months": []}
    if year is not None:
        rows = work_of(body, year.year, kind=WorkKind.of(kind) if kind else None)
        part = window(request, total=rows.count(), size=ON_A_PAGE)
        shown = list(rows[part.start : part.stop])
        values |= {
            "months": by_month(shown),
            "filters": filters,
            "active": active(request, filters),
            "reset_url": address(request, kind=""),
            "pages": part.pages,
            "total": part.pages.total or len(shown),
            "lights": lights_of(year.year, body),
            "pages_beside": _pages_beside(body, year_query(request)),
            "may_add": body.dissolved_on is None and bool(_choices(actor, body)),
        }
    crumbs = crumbs_of(body, _("Work of the year"))
    return show(request, "activities/list.html", values, section="bodies", crumbs=crumbs, years=years)


def _pages_beside(body: Body, query: str) -> list[tuple[str, str, str]]:
    if body.kind is not BodyKind.ASSOCIATION:
        return []
    pages = (
        ("work_members", "people", _("Topics and creative reports")),
        ("mentoring_list", "person", _("Mentoring")),
        ("month_list", "calendar", _("Plans of the months")),
        ("lesson_list", "lesson", _("Open lessons")),
    )
    return [(reverse(name, args=[body.pk]) + query, icon, label) for name, icon, label in pages]


def _choices(actor: Actor, body: Body) -> tuple[Choice, ...]:
    if actor.may(Permission.ACTIVITY_EDIT, body_id=body.pk):
        return choices_for(body.kind, own_only=False)
    own = actor.person_id is not None and actor.may(Permission.OWN_WORK_EDIT, body_id=body.pk)
    return choices_for(body.kind, own_only=True) if own else ()


@page(Permission.SCHOOL_READ, methods=WORKING)
def new(request: UsulRequest, pk: int) -> HttpResponse:
    """First the kind, then its few fields."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    allowed = {one.slug: one for one in _choices(actor, body)}
    if not allowed:
        raise NOT_PERMITTED(permission=Permission.ACTIVITY_EDIT)
    wanted = allowed.get(request.GET.get("kind", ""))
    if wanted is None and len(allowed) == 1:
        [wanted] = allowed.values()
    title = _("What was done?")
    crumbs = below_work(body, Crumb(title))
    if wanted is None:
        values = {"body": body, "choices": list(allowed.values())}
        return show(request, "activities/choose.html", values, section="bodies", crumbs=crumbs)
    initial = {"day": actor.today, "person": _asked_person(request, actor, wanted)}
    form = WorkForm(request.POST or None, choice=wanted, offered=_offered(actor, body, wanted), initial=initial)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: record_work(by=actor, body=body, kind=wanted.kind, **form.values())):
            messages.success(request, _("It is written down."))
            return HttpResponseRedirect(_back(request, body))
    values = {"title": wanted.label, "body": body, "sub": body.name, "form": form, "back": _back(request, body)}
    status = 422 if request.method == "POST" else 200
    return show(request, "activities/form.html", values, section="bodies", crumbs=crumbs, status=status)


def _back(request: UsulRequest, body: Body) -> str:
    """Where the person came from: the table of the members, their own page, or the list."""
    pages = {"members": reverse("work_members", args=[body.pk]), "own": reverse("work_own")}
    return pages.get(request.GET.get("from", ""), reverse("work_list", args=[body.pk]))


def _asked_person(request: UsulRequest, actor: Actor, wanted: Choice) -> str:
    """The person named in the address; for what people do themselves, the one who writes."""
    asked = request.GET.get("person", "")
    if asked.isascii() and asked.isdigit():
        return asked
    return str(actor.person_id or "") if SHAPES[wanted.kind].own else ""


def _offered(actor: Actor, body: Body, wanted: Choice, work: Activity | None = None) -> Offered:
    """Choices of a form; without the right over the body only the person themselves."""
    shape = SHAPES[wanted.kind]
    members = [seat.person for seat in members_on(body, work.day if work else actor.today)]
    if work is not None and work.person is not None and work.person not in members:
        members.append(work.person)
    hidden: frozenset[str] = frozenset()
    if not actor.may(Permission.ACTIVITY_EDIT, body_id=body.pk):
        members = [person for person in members if person.pk == actor.person_id]
        hidden = NOT_ONE_S_OWN
    return Offered(
        people=members,
        staff=_teachers(actor, work) if "teacher" in shape.values else (),
        lessons=_held_lessons(actor, body, work) if "lessons" in shape.values else (),
        hidden=hidden,
    )


def _held_lessons(actor: Actor, body: Body, work: Activity | None) -> list[ScheduleEntry]:
    """What was held in the year of the record, or of today: the newest first."""
    running = year_asked(years_in_force(), None, today=actor.today)
    year = work.year if work else running.year if running else None
    rows = ScheduleEntry.objects.filter(schedule__body=body, schedule__year=year, state=EntryState.HELD)
    return list(rows.select_related("schedule").order_by("-day", "-pk")[:SHOWN_LESSONS])


def _teachers(actor: Actor, work: Activity | None) -> list[Person]:
    rows = working(actor.today)
    gone = work is not None and work.teacher is not None and work.teacher not in rows
    return [*rows, work.teacher] if gone and work is not None and work.teacher is not None else rows


@page(Permission.SCHOOL_READ, methods=WORKING)
def record(request: UsulRequest, pk: int) -> HttpResponse:
    """One record: read by everyone, written anew by whoever keeps it."""
    row: Activity = found(whole(), pk=pk)
    actor = actor_of(request)
    wanted = choice_of(row.kind, row.what)
    may = may_write(actor, row.body, row.kind, row.person_id)
    if request.method == "POST" and not may:
        raise NOT_PERMITTED(permission=Permission.ACTIVITY_EDIT)
    offered = _offered(actor, row.body, wanted, row) if may else Offered()
    form = WorkForm(request.POST or None, choice=wanted, offered=offered, initial=_initial(row))
    kept = {name: getattr(row, name) for name in offered.hidden & SHAPES[row.kind].values}
    if request.method == "POST" and form.is_valid():
        seen = seen_in(request)
        if form.attempt(lambda: change_work(by=actor, work=row, seen=seen, **kept | form.values())):
            messages.success(request, _("The record is changed."))
            return HttpResponseRedirect(_back(request, row.body))
    title = row.title or name_of(row.kind, row.what)
    values = {
        "row": row,
        "body": row.body,
        "title": title,
        "sub": f"{wanted.label} · {row.body.name}",
        "form": form if may else None,
        "facts": _facts(row, wanted),
        "back": _back(request, row.body),
    }
    status = 422 if request.method == "POST" else 200
    return show(
        request,
        "activities/record.html",
        values,
        section="bodies",
        crumbs=below_work(row.body, Crumb(title)),
        status=status,
    )


def _initial(row: Activity) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(row, name) for name in SHAPES[row.kind].values - {"lessons"}}
    values |= {name: str(values[name].pk) for name in ("person", "teacher") if values.get(name) is not None}
    values |= {name: values[name].value for name in ("what", "seminar_kind") if values.get(name) is not None}
    return values | {"day": row.day, "lessons": [str(entry.pk) for entry in row.lessons.all()]}


def _facts(row: Activity, wanted: Choice) -> list[tuple[str, Any]]:
    """What is on record, under the labels of the form."""
    form = WorkForm(choice=wanted, offered=Offered(lessons=row.lessons.all()))
    facts: list[tuple[str, Any]] = []
    for name, one in form.fields.items():
        value: Any = getattr(row, name) if name != "lessons" else ", ".join(entry.topic for entry in row.lessons.all())
        if isinstance(value, Person):
            value = value.full_name
        elif isinstance(value, bool):
            value = _("yes") if value else ""
        elif value and name in ("what", "seminar_kind", "subject"):
            value = dict(one.choices).get(value, value)  # type: ignore[attr-defined]
        if value:
            facts.append((str(one.label), value))
    return facts


@page(Permission.SCHOOL_READ, methods=DOING)
def remove(request: UsulRequest, pk: int) -> HttpResponse:
    """Take back a record that was entered by mistake."""
    row: Activity = found(whole(), pk=pk)
    remove_work(by=actor_of(request), work=row, seen=seen_in(request))
    messages.success(request, _("The record is removed."))
    return HttpResponseRedirect(reverse("work_list", args=[row.body_id]))


@page(Permission.SCHOOL_READ)
def own(request: UsulRequest) -> HttpResponse:
    """My topic, my creative report, the lessons I visited."""
    actor, person = actor_of(request), person_of(request)
    year, years = year_of_page(request)
    seats = {seat.body_id: seat.body for seat in seats_of(person.pk, actor.today)}
    bodies = [body for body in seats.values() if body.kind is BodyKind.ASSOCIATION]
    rows = own_work(person.pk, year.year) if year else []
    there = {(row.body_id, row.kind) for row in rows}
    missing = [
        (body, BY_SLUG[slug])
        for body in bodies
        for slug in ("topic", "report")
        if (body.pk, BY_SLUG[slug].kind) not in there
    ]
    values = {
        "year": year,
        "rows": [work_line(row, about=row.body.name) for row in rows],
        "missing": missing,
        "bodies": bodies,
    }
    crumbs = (Crumb(_("My page"), reverse("my_page")), Crumb(_("My methodical work")))
    return show(request, "activities/own.html", values, section="my", crumbs=crumbs, years=years)
