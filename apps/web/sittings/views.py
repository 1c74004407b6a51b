"""Sittings: the list, the page of one, and what is done to it before and after it is held."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.audit.queries.events import events_of
from apps.bodies.models import Body
from apps.compliance.queries.findings import of_sitting, worst_of_sittings
from apps.core.actor import Actor, require
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.rulebook.enums import AttendanceKind
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.pack import papers_of
from apps.sittings.domain.plan import announce_sitting, cancel_sitting, plan_sitting
from apps.sittings.domain.resolutions import may_follow
from apps.sittings.enums import OPEN_RESOLUTIONS, SittingState
from apps.sittings.models import Resolution, Series, Sitting
from apps.sittings.queries.detail import SittingDetail, sitting_detail
from apps.sittings.queries.lists import COMING, sittings_of, with_presence
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.bodies.present import is_late, sitting_row
from apps.web.findings.present import reader_language, sitting_words
from apps.web.forms import PageForm
from apps.web.guard import DOING, WORKING, found, page
from apps.web.lists import active, address, choice, window
from apps.web.request import UsulRequest
from apps.web.resolutions.forms import done_form
from apps.web.show import actor_of, show
from apps.web.sittings import life, present
from apps.web.sittings.forms import AnnounceForm, CancelForm, PlanForm, SignForm
from apps.web.sittings.steps import STEPS, step_form
from apps.web.years import YEAR, year_of_page

ON_A_PAGE = 25
Forms = dict[str, PageForm]


@page(Permission.SCHOOL_READ)
def sittings(request: UsulRequest) -> HttpResponse:
    """Sittings of a year, newest first."""
    year, years = year_of_page(request)
    language = reader_language()
    filters = [
        choice(request, "body", _("Body"), [(str(body.pk), body.name) for body in Body.objects.all()]),
        choice(request, "state", _("State"), [(state.value, state.label.in_(language)) for state in SittingState]),
        choice(request, "minutes", _("Minutes"), [("signed", _("signed")), ("unsigned", _("not signed"))]),
    ]
    rows = with_presence(sittings_of(year.year)) if year else Sitting.objects.none()
    rows = _chosen(rows, *(one.chosen for one in filters))
    part = window(request, total=rows.count() if year else 0, size=ON_A_PAGE)
    shown = list(rows[part.start : part.stop])
    worst = worst_of_sittings(shown)
    values = {
        "rows": [sitting_row(row, worst.get(row.pk)) for row in shown],
        "columns": {
            "on": Column(_("Sitting")),
            "body": Column(_("Body")),
            "state": Column(_("State")),
            "presence": Column(_("Present"), end=True),
            "minutes": Column(_("Minutes")),
            "mark": Column(_("Rules")),
        },
        "filters": filters,
        "active": active(request, filters),
        "reset_url": address(request, **{one.name: "" for one in filters}),
        "asked_year": request.GET.get(YEAR, ""),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
    }
    return show(request, "sittings/list.html", values, section="sittings", years=years)


def _chosen(rows: Any, body: str, state: str, minutes: str) -> Any:
    if body:
        rows = rows.filter(body_id=int(body))
    if state:
        rows = rows.filter(state=state)
    if minutes:
        rows = rows.filter(state=SittingState.HELD)
        signed = {"minutes__signed_on__isnull": False}
        rows = rows.filter(**signed) if minutes == "signed" else rows.exclude(**signed)
    return rows


@page(Permission.SCHOOL_READ)
def sitting(request: UsulRequest, pk: int) -> HttpResponse:
    """One sitting: is it valid, and is the paper ready."""
    return _sitting_page(request, sitting_detail(pk), {})


@page(Permission.SCHOOL_READ, methods=DOING)
def announce(request: UsulRequest, pk: int) -> HttpResponse:
    """Note the announcement of the agenda."""
    detail = sitting_detail(pk)
    require(actor_of(request), Permission.SITTING_PLAN, body_id=detail.sitting.body_id)
    form = AnnounceForm(request.POST, auto_id="announce-%s")

    def deed() -> None:
        data = form.cleaned_data
        announce_sitting(
            by=actor_of(request), sitting=detail.sitting, announced_on=data["announced_on"], for_day=data["for_day"]
        )

    return _after(request, detail, "announce", form, deed, _("The announcement is recorded."))


@page(Permission.SCHOOL_READ, methods=DOING)
def cancel(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that the sitting will not take place."""
    detail = sitting_detail(pk)
    require(actor_of(request), Permission.SITTING_PLAN, body_id=detail.sitting.body_id)
    form = CancelForm(request.POST, auto_id="cancel-%s")

    def deed() -> None:
        cancel_sitting(by=actor_of(request), sitting=detail.sitting, reason=form.cleaned_data["reason"])

    return _after(request, detail, "cancel", form, deed, _("The sitting is cancelled."))


@page(Permission.SCHOOL_READ, methods=DOING)
def sign(request: UsulRequest, pk: int) -> HttpResponse:
    """Note the signatures under the minutes."""
    detail = sitting_detail(pk)
    require(actor_of(request), Permission.MINUTES_SIGN, body_id=detail.sitting.body_id)
    form = _sign_form(detail, request.POST)

    def deed() -> None:
        sign_minutes(by=actor_of(request), sitting=detail.sitting, signature=form.signature())

    return _after(request, detail, "sign", form, deed, _("The minutes are signed and closed."))


@page(Permission.SCHOOL_READ, methods=WORKING)
def plan(request: UsulRequest, pk: int) -> HttpResponse:
    """Put a sitting of a body on the calendar."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    require(actor, Permission.SITTING_PLAN, body_id=body.pk)
    form = PlanForm(request.POST or None, series=Series.objects.filter(body=body, active=True))
    made: list[Sitting] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.append(plan_sitting(by=actor, body=body, **form.planned()))):
            messages.success(request, _("The sitting is on the calendar. Announce its agenda in time."))
            return HttpResponseRedirect(reverse("sitting_page", args=[made[0].pk]))
    crumbs = (
        Crumb(_("Associations and councils"), reverse("body_list")),
        Crumb(body.name, reverse("body_page", args=[body.pk])),
        Crumb(_("Plan a sitting")),
    )
    status = 422 if form.errors else 200
    return show(
        request, "sittings/plan.html", {"body": body, "form": form}, section="bodies", crumbs=crumbs, status=status
    )


@page(Permission.SCHOOL_READ, methods=DOING)
def step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Take one step of the sitting's life."""
    if name not in STEPS:
        raise NOT_FOUND()
    detail, taken, actor = sitting_detail(pk), STEPS[name], actor_of(request)
    if taken.right is not None:
        require(actor, taken.right, body_id=detail.sitting.body_id)
    form = step_form(name, actor, request.POST, detail.sitting)
    made: list[Any] = []
    response = _after(
        request,
        detail,
        name,
        form,
        lambda: made.append(taken.do(actor, detail.sitting, form.cleaned_data)),
        str(taken.done),
    )
    if name == "repeat" and made:
        return HttpResponseRedirect(reverse("sitting_page", args=[made[0].pk]))
    return response


def _after(
    request: UsulRequest, detail: SittingDetail, name: str, form: PageForm, deed: Callable[[], None], done: str
) -> HttpResponse:
    """Do the deed and go on to the page; a form with mistakes comes back on the page of the sitting."""
    if form.is_valid() and form.attempt(deed):
        messages.success(request, done)
        return HttpResponseRedirect(reverse("sitting_page", args=[detail.sitting.pk]))
    return _sitting_page(request, detail, {name: form}, status=422)


def _sign_form(detail: SittingDetail, data: Any = None) -> SignForm:
    people = [row.person for row in detail.attendance if row.kind is AttendanceKind.MEMBER and row.present]
    initial = {"signed_on": detail.sitting.held_on}
    return SignForm(data, people=people, initial=initial, auto_id="sign-%s")


def _sitting_page(request: UsulRequest, detail: SittingDetail, forms: Forms, *, status: int = 200) -> HttpResponse:
    row, actor = detail.sitting, actor_of(request)
    papers = papers_of(row, detail.items)
    findings = list(of_sitting(row.year, row, [item.pk for item in detail.items]))
    title = sitting_words(row.number, None)
    values = {
        "sitting": row,
        "title": title[:1].upper() + title[1:],
        "detail": detail,
        "today": actor.today,
        "lights": present.lights_of(row, findings),
        "being_judged": present.is_being_judged(row, findings),
        "quorum": present.quorum_of(detail, findings, reverse("charter")),
        "agenda": present.agenda_of(
            detail.items,
            findings,
            may_drop=row.state in COMING and actor.may(Permission.SITTING_PLAN, body_id=row.body_id),
            papers=papers,
        ),
        "attendance": present.attendance_of(detail.attendance),
        "resolutions": [_resolution(one, row, actor) for one in detail.resolutions],
        "minutes": getattr(row, "minutes", None),
        "timeline": present.timeline_of(events_of("sitting", row.pk)),
        "forms": list(forms.values()),
    }
    values |= _deeds(detail, actor, forms)
    values |= life.values_of(detail, actor, forms, papers)
    crumbs = (
        Crumb(_("Sittings"), reverse("sitting_list")),
        Crumb(row.body.name, reverse("body_page", args=[row.body_id])),
        Crumb(title),
    )
    return show(request, "sittings/sitting.html", values, section="sittings", crumbs=crumbs, status=status)


def _deeds(detail: SittingDetail, actor: Actor, forms: Forms) -> dict[str, Any]:
    """Forms of what this person may do with this sitting in its state; None hides one."""
    row = detail.sitting
    coming, held = row.state in COMING, row.state is SittingState.HELD
    minutes = getattr(row, "minutes", None)
    may_plan = coming and actor.may(Permission.SITTING_PLAN, body_id=row.body_id)
    may_sign = (
        held
        and (minutes is None or minutes.signed_on is None)
        and actor.may(Permission.MINUTES_SIGN, body_id=row.body_id)
    )
    announcing = AnnounceForm(initial={"announced_on": actor.today, "for_day": row.planned_on}, auto_id="announce-%s")
    return {
        "announce_form": forms.get("announce", announcing) if may_plan else None,
        "cancel_form": forms.get("cancel", CancelForm(auto_id="cancel-%s")) if may_plan else None,
        "sign_form": forms.get("sign", _sign_form(detail)) if may_sign else None,
        "may_hold": (coming or row.state is SittingState.OPEN)
        and row.planned_on is not None
        and row.planned_on <= actor.today
        and actor.may(Permission.SITTING_RECORD, body_id=row.body_id),
        "may_record": coming and actor.may(Permission.SITTING_RECORD, body_id=row.body_id),
    }


def _resolution(row: Resolution, sitting: Sitting, actor: Actor) -> dict[str, Any]:
    row.sitting = sitting
    is_open = row.state in OPEN_RESOLUTIONS
    may = is_open and may_follow(actor, row)
    return {"row": row, "late": is_open and is_late(row, actor.today), "form": done_form(row, actor) if may else None}
