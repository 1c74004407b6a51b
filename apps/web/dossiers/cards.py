"""The data bank: how complete the cards of an association are, and the card of one teacher. Lists show no personal data."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.core.errors import NOT_PERMITTED
from apps.core.permissions import Permission
from apps.dossiers.domain.cards import fill_card
from apps.dossiers.enums import MAY_BE_NONE
from apps.dossiers.models import TeacherCard
from apps.dossiers.queries.cards import (
    answered_of,
    card_of,
    members_on,
    reach_of,
    wanted_fields,
    with_cards,
    years_now,
)
from apps.people.models import Person
from apps.rulebook.catalogues import CardField
from apps.web.blocks.dates import long_date
from apps.web.blocks.tables import Column
from apps.web.bodies.record import crumbs_of, seen_in
from apps.web.bodies.tabs import tabs_of
from apps.web.dossiers.forms import CardForm
from apps.web.findings.present import reader_language
from apps.web.guard import WORKING, found, page
from apps.web.lists import window
from apps.web.people.views import staff_crumbs
from apps.web.people_choices import subject_words
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 40


@page(Permission.SCHOOL_READ)
def bank(request: UsulRequest, pk: int) -> HttpResponse:
    """Members of an association with what their cards still lack."""
    body: Body = found(Body.objects.filter(kind=BodyKind.ASSOCIATION), pk=pk)
    actor, language = actor_of(request), reader_language()
    wanted = wanted_fields(actor.today)
    people = list(with_cards(members_on(pk, actor.today)))
    part = window(request, total=len(people), size=ON_A_PAGE)
    rows = []
    for person in people:
        row = card_of(person)
        answered = answered_of(person, row, taught=person.taught, works=person.works)
        lacking = [field for field in wanted if field not in answered]
        own = actor.person_id == person.pk
        reads = own or actor.may(Permission.CARD_READ, body_id=pk) or actor.may(Permission.CARD_EDIT)
        rows.append(
            {
                "person": person,
                "url": reverse("person_card", args=[person.pk]) if reads else "",
                "done": len(wanted) - len(lacking),
                "lacking": ", ".join(field.label.in_(language) for field in lacking),
                "revised": row.revised_on if row else None,
            }
        )
    values = {
        "body": body,
        "rows": rows[part.start : part.stop],
        "open": sum(1 for row in rows if row["lacking"]),
        "all": len(rows),
        "wanted": len(wanted),
        "pages": part.pages,
        "mine": next((row["url"] for row in rows if row["person"].pk == actor.person_id), ""),
        "columns": {
            "name": Column(_("Teacher")),
            "done": Column(_("Answered"), end=True),
            "lacking": Column(_("What is missing")),
            "revised": Column(_("Revised on")),
        },
        "tabs": tabs_of(body, "body_cards"),
    }
    crumbs = crumbs_of(body, _("Data bank"))
    return show(request, "dossiers/bank.html", values, section="bodies", crumbs=crumbs)


@page(Permission.SCHOOL_READ, methods=WORKING)
def card(request: UsulRequest, pk: int) -> HttpResponse:
    """The card of a teacher: for themselves, the leadership and the head of their association."""
    person: Any = found(with_cards(Person.objects.all()), pk=pk)
    actor = actor_of(request)
    reach = reach_of(actor, person)
    if not reach.read:
        raise NOT_PERMITTED(permission=Permission.CARD_READ)
    row = card_of(person)
    answered = answered_of(person, row, taught=person.taught, works=person.works)
    form = _form(request, person, row) if reach.change else None
    if request.method == "POST":
        if form is None:
            raise NOT_PERMITTED(permission=Permission.CARD_EDIT)
        seen = seen_in(request) if row else None
        if form.is_valid() and form.attempt(lambda: fill_card(by=actor, person=person, card=form.card(), seen=seen)):
            messages.success(request, _("The card is kept."))
            return HttpResponseRedirect(reverse("person_card", args=[pk]))
    wanted = wanted_fields(actor.today)
    lacking = [field for field in wanted if field not in answered]
    language = reader_language()
    values = {
        "person": person,
        "card": row,
        "form": form,
        "facts": _facts(person, row, actor.today, brief=form is not None),
        "lacking": ", ".join(field.label.in_(language) for field in lacking),
        "count": len(lacking),
        "all": len(wanted),
        "record_lacks": bool({CardField.EDUCATION, CardField.SUBJECT} & set(lacking)),
    }
    status = 422 if form is not None and form.errors else 200
    crumbs = staff_crumbs(person, _("Card"))
    return show(request, "dossiers/card.html", values, section="people", crumbs=crumbs, status=status)


def _form(request: UsulRequest, person: Any, row: TeacherCard | None) -> CardForm:
    initial: dict[str, Any] = {}
    if row is not None:
        names = ("birth_date", "speciality", "total_years", "pedagogical_years", "category", "awards", "title", "phone")
        initial = {name: getattr(row, name) for name in names}
        initial |= {f"none_{field.value}": field.value in row.none_of for field in MAY_BE_NONE}
    computed = [CardField.PEDAGOGICAL_SENIORITY] if person.taught else []
    computed += [CardField.TOTAL_SENIORITY] if person.works else []
    data = request.POST if request.method == "POST" else None
    return CardForm(data, computed=computed, initial=initial)


# what a reader with the form before them does not see in it
ON_RECORD = (CardField.EDUCATION, CardField.SUBJECT, CardField.TOTAL_SENIORITY, CardField.PEDAGOGICAL_SENIORITY)


def _facts(person: Any, row: TeacherCard | None, today: date, *, brief: bool) -> list[tuple[str, str]]:
    """What the card and the staff record say, field by field; a field without an answer says so. `brief`: the staff record alone."""
    language = reader_language()
    none = set(row.none_of) if row else set()
    total = years_now(row, row.total_years, today=today) if row else None
    teaching = years_now(row, row.pedagogical_years, today=today) if row else None
    counted = _("counted from the staff record")
    said = {
        CardField.AGE: long_date(row.birth_date, language) if row and row.birth_date else "",
        CardField.EDUCATION: person.education.label.in_(language) if person.education else "",
        CardField.SPECIALITY: row.speciality if row else "",
        CardField.SUBJECT: subject_words(person.subjects),
        CardField.TOTAL_SENIORITY: str(total) if total is not None else (counted if person.works else ""),
        CardField.PEDAGOGICAL_SENIORITY: str(teaching) if teaching is not None else (counted if person.taught else ""),
        CardField.CATEGORY: row.category if row else "",
        CardField.AWARDS: row.awards if row else "",
        CardField.TITLE: row.title if row else "",
        CardField.PHONE: row.phone if row else "",
    }
    return [
        (_capital(field.label.in_(language)), value or (_("none") if field.value in none else "—"))
        for field, value in said.items()
        if not brief or field in ON_RECORD
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
