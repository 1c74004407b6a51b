"""Sittings that come again: the rhythm of a body and the questions that stand on every agenda."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.bodies.models import Body
from apps.calendars.queries.years import year_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.series import end_series, plan_series, save_series
from apps.sittings.models import Series
from apps.sittings.queries.rhythm import LAST_WEEK
from apps.web.blocks.dates import month_name, weekday_names
from apps.web.blocks.forms import TimeInput
from apps.web.blocks.page import Crumb
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm, text_field
from apps.web.guard import DOING, WORKING, found, page
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show


class SeriesForm(PageForm):
    """A series; without months it is only an agenda to start from."""

    name = text_field(gettext_lazy("Name of the series"), most=120)
    months = forms.MultipleChoiceField(
        label=gettext_lazy("Months"), required=False, widget=forms.CheckboxSelectMultiple
    )
    week = forms.ChoiceField(label=gettext_lazy("Week of the month"))
    weekday = forms.ChoiceField(label=gettext_lazy("Day of the week"))
    starts_at = forms.TimeField(label=gettext_lazy("Time"), required=False, widget=TimeInput())
    place = text_field(gettext_lazy("Place"), most=120, required=False)
    agenda = text_field(
        gettext_lazy("Questions of every sitting"),
        most=10_000,
        required=False,
        rows=4,
        help_text=gettext_lazy("One question on each line."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        weeks = [(str(n), str(n)) for n in range(1, LAST_WEEK)]
        choices = {
            "months": [(str(n), month_name(n, language)) for n in (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)],
            "week": [*weeks, (str(LAST_WEEK), _("last"))],
            "weekday": [(str(n), word) for n, word in enumerate(weekday_names(language), start=1)],
        }
        for name, rows in choices.items():
            self.fields[name].choices = rows  # type: ignore[attr-defined]

    def series(self) -> dict[str, Any]:
        """What the verb takes, besides who does it and for which body."""
        data = self.cleaned_data
        rhythm = {
            "months": [int(month) for month in data["months"]],
            "week": int(data["week"]),
            "weekday": int(data["weekday"]),
        }
        lines = [line.strip()[:500] for line in data["agenda"].splitlines() if line.strip()]
        return {
            "name": data["name"],
            "rhythm": rhythm if data["months"] else {},
            "items": [ItemInput(text=line) for line in lines],
            "starts_at": data["starts_at"],
            "place": data["place"],
        }


@page(Permission.SCHOOL_READ, methods=WORKING)
def series(request: UsulRequest, pk: int) -> HttpResponse:
    """The series of a body, and a form for a new one."""
    body: Body = found(Body.objects.all(), pk=pk)
    actor = actor_of(request)
    require(actor, Permission.SITTING_PLAN, body_id=body.pk)
    form = SeriesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: save_series(by=actor, body=body, **form.series())):
            messages.success(request, _("The series is kept. Plan its sittings."))
            return HttpResponseRedirect(request.path)
    return _page(request, body, form)


@page(Permission.SCHOOL_READ, methods=DOING)
def series_step(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Plan the sittings of a series until the end of the year, or end it."""
    row: Series = found(Series.objects.select_related("body"), pk=pk)
    actor: Actor = actor_of(request)
    if name == "end":
        end_series(by=actor, series=row)
        messages.success(request, _("The series has ended."))
    else:
        until = year_of(actor.today).revision.ends_on
        made = plan_series(by=actor, series=row, since=actor.today, until=until)
        messages.success(request, _("Sittings put on the calendar: %(number)d") % {"number": len(made)})
    return HttpResponseRedirect(reverse("series_list", args=[row.body_id]))


def _page(request: UsulRequest, body: Body, form: SeriesForm) -> HttpResponse:
    language = reader_language()
    rows = [
        {
            "row": row,
            "months": ", ".join(month_name(int(n), language) for n in row.rhythm.get("months", [])),
            "weekday": weekday_names(language)[int(row.rhythm["weekday"]) - 1] if row.rhythm else "",
            "week": row.rhythm.get("week") if row.rhythm.get("week") != LAST_WEEK else _("last"),
        }
        for row in Series.objects.filter(body=body).order_by("-active", "name")
    ]
    crumbs = (
        Crumb(_("Associations and councils"), reverse("body_list")),
        Crumb(body.name, reverse("body_page", args=[body.pk])),
        Crumb(_("Recurring sittings")),
    )
    values = {"body": body, "form": form, "rows": rows}
    status = 422 if form.errors else 200
    return show(request, "sittings/series.html", values, section="bodies", crumbs=crumbs, status=status)
