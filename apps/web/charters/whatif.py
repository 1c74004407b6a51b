"""What if: a draft of the charter, or other dates of the year, over the school's own records. Nothing is stored."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.calendars.domain.shift import CalendarChange
from apps.calendars.models import YearRevision
from apps.calendars.queries.years import year_asked, years_in_force
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.compliance.queries.rehearsal import YearRehearsal, moved_by, rehearse_change, rehearse_draft
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.web.blocks.dates import long_date
from apps.web.blocks.page import Crumb
from apps.web.findings.present import reader_language
from apps.web.frames.forms import DatesForm
from apps.web.frames.present import YearAnswer, year_answer
from apps.web.guard import found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

REVISIONS_SHOWN = 5


def answers_of(rows: list[YearRehearsal]) -> list[YearAnswer]:
    """Years in words."""
    return [year_answer(row.as_data()) for row in rows]


@page(Permission.SCHOOL_READ)
def draft(request: UsulRequest, pk: int) -> HttpResponse:
    """This and last year as if the draft had been in force all the time."""
    profile: PolicyProfile = found(PolicyProfile.objects.filter(state=ProfileState.DRAFT), pk=pk)
    values = {
        "years": answers_of(rehearse_draft(profile, as_of=actor_of(request).today)),
        "profile": profile,
        "title": _("What if version %(number)d were in force?") % {"number": profile.number},
    }
    crumbs = (
        Crumb(_("Charter"), reverse("charter")),
        Crumb(_("Version %(number)d") % {"number": profile.number}, reverse("charter_version", args=[pk])),
        Crumb(_("What if")),
    )
    return show(request, "charters/what_if.html", values, section="charter", crumbs=crumbs)


@page(Permission.SCHOOL_READ)
def year(request: UsulRequest) -> HttpResponse:
    """The school year with its revisions, what the last one moved, and what another date would move."""
    today = actor_of(request).today
    item = year_asked(years_in_force(), request.GET.get("year"), today=today)
    form = DatesForm(request.GET if "ends_on" in request.GET else None)
    values: dict[str, Any] = {"item": item, "form": form, "revisions": [], "rehearsed": None, "moved": None}
    if item is not None:
        newest_first = list(
            YearRevision.objects.filter(year=item.year)
            .select_related("year")
            .prefetch_related("periods")[:REVISIONS_SHOWN]
        )
        values["revisions"] = [(row, periods_words(row)) for row in newest_first]
        if len(newest_first) > 1:
            values["moved"] = year_answer(moved_by(newest_first[0], newest_first[1], as_of=today).as_data())
        if form.is_bound and form.is_valid():
            values["rehearsed"] = _rehearsed(form, item, today)
    status = 422 if form.errors else 200
    return show(request, "charters/year.html", values, section="year", crumbs=(Crumb(_("School year")),), status=status)


def _rehearsed(form: DatesForm, item: Any, today: date) -> YearAnswer | None:
    try:
        change: CalendarChange = form.change()
        return year_answer(rehearse_change(item, change, as_of=today).as_data())
    except Fault as fault:
        form.put(fault)
        return None


def periods_words(revision: YearRevision) -> list[str]:
    """`Quarter 1: 1 September – 31 October`."""
    language = reader_language()
    return [
        f"{row.unit.label.in_(language)} {row.number}: {long_date(row.starts_on, language)} – {long_date(row.ends_on, language)}"
        for row in revision.periods.all()
    ]
