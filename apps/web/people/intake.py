"""Taking the staff in from a sheet in two steps: what was understood is shown, and only then kept."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.core.permissions import Permission
from apps.people import errors
from apps.people.domain.intake import Row, read_sheet, take_in
from apps.people.enums import IntakeState
from apps.rulebook.enums import Education
from apps.web.blocks.tables import Column
from apps.web.findings.present import reader_language
from apps.web.guard import WORKING, page
from apps.web.people.forms import SheetForm
from apps.web.people.views import staff_crumbs
from apps.web.people_choices import subject_words
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

SALT, AN_HOUR = "usul.people.intake", 3600


@page(Permission.PERSON_EDIT, methods=WORKING)
def intake(request: UsulRequest) -> HttpResponse:
    """A sheet comes in, is shown, and is kept when the person confirms it."""
    if request.method == "POST" and "rows" in request.POST:
        added = take_in(by=actor_of(request), rows=_shown_before(request))
        messages.success(
            request, ngettext("%(number)d person added.", "%(number)d people added.", added) % {"number": added}
        )
        return HttpResponseRedirect(reverse("person_list"))
    form = SheetForm(request.POST or None, request.FILES or None)
    rows: list[Row] = []
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["file"]
        form.attempt(lambda: rows.extend(read_sheet(by=actor_of(request), name=sheet.name, content=sheet.read())))
    values = {
        "form": form,
        "rows": [_line(row) for row in rows],
        "packed": _packed(request, rows) if rows else "",
        "counts": _counts(rows),
        "columns": {
            "name": Column(_("Person")),
            "state": Column(_("What happens")),
            "education": Column(_("Education")),
            "subjects": Column(_("Subjects taught")),
            "notes": Column(_("Not understood")),
        },
    }
    status = 422 if form.errors else 200
    crumbs = staff_crumbs(None, _("Take in from a sheet"))
    return show(request, "people/intake.html", values, section="people", crumbs=crumbs, status=status)


def _packed(request: UsulRequest, rows: list[Row]) -> str:
    """What was shown, sealed for this school, so that exactly that is kept."""
    told = [asdict(row) | {"state": row.state.value} for row in rows]
    return signing.dumps({"realm": request.realm, "rows": told}, salt=SALT, compress=True)


def _shown_before(request: UsulRequest) -> list[Row]:
    try:
        told: Any = signing.loads(request.POST["rows"], salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        raise errors.SHEET_STALE() from None
    if told["realm"] != request.realm:
        raise errors.SHEET_STALE()
    return [
        Row(
            **{
                **row,
                "state": IntakeState.of(row["state"]),
                "subjects": tuple(row["subjects"]),
                "notes": tuple(row["notes"]),
            }
        )
        for row in told["rows"]
    ]


def _line(row: Row) -> dict[str, Any]:
    language = reader_language()
    return {
        "number": row.number,
        "name": " ".join(part for part in (row.family_name, row.given_name, row.patronymic) if part),
        "state": row.state.label.in_(language),
        "out": row.state is IntakeState.UNUSABLE,
        "education": Education.of(row.education).label.in_(language) if row.education else "",
        "subjects": subject_words(row.subjects),
        "notes": ", ".join(row.notes),
    }


def _counts(rows: list[Row]) -> list[tuple[str, int]]:
    language = reader_language()
    found = [(state.label.in_(language), sum(row.state is state for row in rows)) for state in IntakeState]
    return [(words, number) for words, number in found if number]
