"""Pages of a change of the school year: entered once, shown against every school, carried out by every school itself."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.calendars.domain.shift import change_of
from apps.core.actor import Actor
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.district.domain.shifts import ask_about_shift, draft_shift, publish_shift
from apps.district.domain.surveys import send_again
from apps.district.enums import ShiftState, SurveyKind
from apps.district.models import CalendarShift
from apps.district.queries import surveys
from apps.district.queries.reach import Reached
from apps.web.blocks.dates import long_date
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.frames import present
from apps.web.frames.forms import ShiftForm
from apps.web.frames.views import PORTAL, SCHOOLS_ON_A_PAGE, place_and_actor
from apps.web.guard import DOING, WORKING, page
from apps.web.lists import window
from apps.web.request import UsulRequest
from apps.web.show import show
from apps.web.years import year_label

SECTION = "shifts"
START_MONTH = 8  # from August on people speak of the coming year


def shift_here(place: Reached, shift: uuid.UUID) -> CalendarShift:
    """A change of this very district.

    Raises:
        Fault: `core.not_found`, alike for one of another district.
    """
    row = CalendarShift.objects.filter(pk=shift, district=place.district).first()
    if row is None:
        raise NOT_FOUND()
    return row


@PORTAL
@page(Permission.DISTRICT_READ, methods=WORKING)
def shifts(request: UsulRequest, slug: str) -> HttpResponse:
    """Changes so far, and a form for a new one."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_READ)
    this = by.today.year if by.today.month >= START_MONTH else by.today.year - 1
    years = [(year, year_label(year)) for year in (this, this - 1, this + 1)]
    form = ShiftForm(request.POST or None, years=years, initial={"published_on": by.today})
    made: list[CalendarShift] = []
    if request.method == "POST" and form.is_valid():
        form.attempt(lambda: made.append(_draft(by, place, form)))
    if made:
        messages.success(request, _("The change is kept. Now look what it would move in the schools."))
        return HttpResponseRedirect(reverse("shift", args=[slug, made[0].pk]))
    rows = CalendarShift.objects.filter(district=place.district)[:SCHOOLS_ON_A_PAGE]
    values = {
        "form": form,
        "rows": [
            (row, year_label(row.start_year), change_words(row), row.state.label.in_(reader_language())) for row in rows
        ],
        "columns": {
            "year": Column(_("School year")),
            "change": Column(_("What changes")),
            "act": Column(_("Act")),
            "state": Column(_("State")),
        },
        "may_set": Permission.DISTRICT_FRAME in place.rights,
    }
    return _answer(request, place, "frames/shifts.html", values, status=422 if form.errors else 200)


def _draft(by: Actor, place: Reached, form: ShiftForm) -> CalendarShift:
    data = form.cleaned_data
    return draft_shift(
        by=by,
        district=place.district,
        start_year=data["start_year"],
        change=form.change(),
        act=data["act"],
        published_on=data["published_on"],
    )


@PORTAL
@page(Permission.DISTRICT_READ)
def shift(request: UsulRequest, slug: str, shift: uuid.UUID) -> HttpResponse:
    """One change: what it moves in every school."""
    place, _by = place_and_actor(request, slug, Permission.DISTRICT_READ)
    row = shift_here(place, shift)
    is_draft = row.state is ShiftState.DRAFT
    survey = surveys.last_survey(row.pk, SurveyKind.CALENDAR if is_draft else SurveyKind.SHIFT)
    progress = surveys.progress_of(survey) if survey else None
    told = present.school_answers(surveys.answers(survey)) if survey and progress and progress.is_over else []
    part = window(request, total=len(told), size=SCHOOLS_ON_A_PAGE)
    values = {
        "shift": row,
        "name": year_label(row.start_year),
        "change": change_words(row),
        "state": row.state.label.in_(reader_language()),
        "survey": survey,
        "progress": progress,
        "answers": told[part.start : part.stop],
        "touched": sum(1 for one in told if one.years),
        "outside": 0,
        "pages": part.pages,
        "is_draft": is_draft,
        "may_set": Permission.DISTRICT_FRAME in place.rights,
        "may_again": Permission.DISTRICT_FRAME in place.rights and not is_draft,
        "may_ask": Permission.DISTRICT_FRAME in place.rights and is_draft,
    }
    return _answer(request, place, "frames/shift.html", values, Crumb(values["name"]))


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def shift_ask(request: UsulRequest, slug: str, shift: uuid.UUID) -> HttpResponse:
    """Ask every school what the change would move there."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    row = shift_here(place, shift)
    ask_about_shift(by=by, shift=row, below=place.below, now=timezone.now())
    return HttpResponseRedirect(reverse("shift", args=[slug, row.pk]) + "#answers")


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def shift_publish(request: UsulRequest, slug: str, shift: uuid.UUID) -> HttpResponse:
    """Let every school carry the change out."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    row = publish_shift(by=by, shift_id=shift_here(place, shift).pk, below=place.below, now=timezone.now())
    messages.success(request, _("Every school is changing its calendar now and reports here."))
    return HttpResponseRedirect(reverse("shift", args=[slug, row.pk]) + "#answers")


@PORTAL
@page(Permission.DISTRICT_READ, methods=DOING)
def shift_again(request: UsulRequest, slug: str, shift: uuid.UUID, school: str) -> HttpResponse:
    """Send the change once more to a school that could not carry it out."""
    place, by = place_and_actor(request, slug, Permission.DISTRICT_FRAME)
    send_again(by=by, shift_id=shift_here(place, shift).pk, school_slug=school)
    messages.success(request, _("The change is on its way to the school again."))
    return HttpResponseRedirect(reverse("shift", args=[slug, shift]) + "#answers")


def change_words(row: CalendarShift) -> str:
    """What an act changes, in words."""
    language = reader_language()
    change = change_of(row.change)
    parts = []
    if change.ends_on:
        parts.append(_("lessons end on %(date)s") % {"date": long_date(change.ends_on, language)})
    if change.close_on:
        parts.append(_("papers close on %(date)s") % {"date": long_date(change.close_on, language)})
    parts += [
        f"{one.unit.label.in_(language)} {one.number}: {long_date(one.starts_on, language)} – {long_date(one.ends_on, language)}"
        for one in change.periods
    ]
    return "; ".join(parts)


def _answer(
    request: UsulRequest, place: Reached, template: str, values: dict[str, Any], *below: Crumb, status: int = 200
) -> HttpResponse:
    slug = place.district.slug
    crumbs = (
        Crumb(place.district.name, reverse("district_overview", args=[slug])),
        Crumb(_("School year"), reverse("shifts", args=[slug]) if below else ""),
        *below,
    )
    return show(
        request, template, {"slug": slug, **values}, section=SECTION, crumbs=crumbs, district=place, status=status
    )
