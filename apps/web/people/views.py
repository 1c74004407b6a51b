"""The staff: the register, a person with everything they hold on any day, what their leaving would break."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.audit.queries.events import events_of
from apps.bodies.domain.leaving import let_go
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.core.actor import Actor, require
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.people.domain.staff import (
    add_absence,
    add_person,
    add_spell,
    assign_office,
    change_person,
    end_absence,
    end_office,
    take_back,
)
from apps.people.enums import AbsenceKind, Subject
from apps.people.models import Absence, Person, RoleHolding
from apps.people.permissions import OFFICES
from apps.people.queries.register import LEFT, staff_register
from apps.people.queries.register import WORKING as AT_WORK
from apps.rulebook.enums import Role
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column
from apps.web.bodies.record import seen_in
from apps.web.bodies.words import seats_of
from apps.web.findings.present import reader_language
from apps.web.forms import PageForm
from apps.web.guard import WORKING, found, page
from apps.web.history import history_of
from apps.web.lists import active, choice, window
from apps.web.people import forms
from apps.web.people_choices import code_choices, subject_words
from apps.web.request import UsulRequest
from apps.web.show import actor_of, show

ON_A_PAGE = 50
SHOWN_EVENTS = 15


def staff_crumbs(person: Person | None = None, *names: str) -> tuple[Crumb, ...]:
    """The way to a page below the register."""
    first = Crumb(_("Staff"), reverse("person_list"))
    middle = (Crumb(person.short_name, reverse("person_page", args=[person.pk])),) if person else ()
    return (first, *middle, *(Crumb(name) for name in names))


@page(Permission.SCHOOL_READ)
def people(request: UsulRequest) -> HttpResponse:
    """Everyone who works here, with office and subjects."""
    actor = actor_of(request)
    filters = [
        choice(request, "office", _("Office"), code_choices(OFFICES)),
        choice(request, "subject", _("Subject"), code_choices(Subject)),
        choice(request, "state", _("State"), [(LEFT, _("left the school"))], blank=_("works here")),
    ]
    office, subject, state = (one.chosen for one in filters)
    name = request.GET.get("name", "").replace("\x00", "").strip()[:80]
    rows = staff_register(on=actor.today, state=state or AT_WORK, office=office, subject=subject, name=name)
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    shown = [_line(person) for person in rows[part.start : part.stop]]
    values = {
        "rows": shown,
        "name": name,
        "columns": {
            "name": Column(_("Person")),
            "offices": Column(_("Offices")),
            "subjects": Column(_("Subjects taught")),
            "since": Column(_("Works here since")),
        },
        "filters": filters,
        "active": active(request, filters),
        "reset_url": reverse("person_list"),
        "pages": part.pages,
        "total": part.pages.total or len(shown),
        "may_edit": actor.may(Permission.PERSON_EDIT),
    }
    return show(request, "people/list.html", values, section="people")


def _line(person: Any) -> dict[str, Any]:
    language = reader_language()
    return {
        "person": person,
        "url": reverse("person_page", args=[person.pk]),
        "offices": ", ".join(Role.of(code).label.in_(language) for code in person.offices),
        "away": ", ".join(AbsenceKind.of(code).label.in_(language) for code in person.away),
        "subjects": subject_words(person.subjects),
    }


@page(Permission.SCHOOL_READ)
def person(request: UsulRequest, pk: int) -> HttpResponse:
    """A person with the offices they held, the bodies they sat in, service and absences."""
    shown: Person = found(Person.objects.all(), pk=pk)
    actor, language = actor_of(request), reader_language()
    holdings = list(RoleHolding.objects.filter(person=shown).order_by("-valid_from", "-pk"))
    seats = _seats(shown)
    values: dict[str, Any] = {
        "person": shown,
        "today": actor.today,
        "facts": _facts(shown),
        "holdings": [
            (row, row.role.label.in_(language), row.valid_until is None or row.valid_until > actor.today)
            for row in holdings
        ],
        "seats": seats_of(seats, actor.today),
        "spells": list(shown.spells.all()),
        "absences": [(row, row.kind.label.in_(language), row.valid_until is None) for row in shown.absences.all()],
        "timeline": history_of(events_of("person", pk)[:SHOWN_EVENTS]),
        "may_edit": actor.may(Permission.PERSON_EDIT),
        "may_card": _may_see_card(actor, shown, seats),
        "may_hand_over": actor.may(Permission.SCHOOL_EXPORT),
        "may_assign": actor.may(Permission.ROLE_EDIT) and shown.left_on is None,
        "office_columns": {
            "office": Column(_("Office")),
            "since": Column(_("From")),
            "until": Column(_("Until")),
            "order": Column(_("Order")),
            "do": Column(_("End"), hide_label=True),
        },
        "seat_columns": {
            "body": Column(_("Body")),
            "part": Column(_("Part in the body")),
            "since": Column(_("From")),
            "until": Column(_("Until")),
            "paper": Column(_("By which paper")),
        },
    }
    return show(request, "people/person.html", values, section="people", crumbs=staff_crumbs(None, shown.short_name))


def _may_see_card(actor: Actor, person: Person, seats: list[Membership]) -> bool:
    """Whether the card of the person with these seats may be opened, as `reach_of` decides it. No query."""
    own = actor.person_id == person.pk
    within = any(seat.holds_on(actor.today) and actor.may(Permission.CARD_READ, body_id=seat.body_id) for seat in seats)
    return own or within or actor.may(Permission.CARD_EDIT) or actor.may(Permission.CARD_READ)


def _seats(person: Person) -> list[Membership]:
    rows = Membership.objects.filter(person=person).select_related("person", "act", "end_act", "body")
    return list(rows.order_by("-valid_from", "-pk"))


def _facts(person: Person) -> list[tuple[str, str | date]]:
    education = person.education.label.in_(reader_language()) if person.education else ""
    rows: list[tuple[str, str | date | None]] = [
        (_("Education"), education),
        (_("Subjects taught"), subject_words(person.subjects)),
        (_("Works here since"), person.joined_on),
        (_("Left the school on"), person.left_on),
        (_("Reason"), person.left_reason),
        (_("Account"), _("linked") if person.user_id else _("none")),
    ]
    return [(label, value) for label, value in rows if value]


@page(Permission.PERSON_EDIT, methods=WORKING)
def new(request: UsulRequest) -> HttpResponse:
    """Add a member of the staff."""
    form = forms.PersonForm(request.POST or None)
    made: list[Person] = []
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: made.append(add_person(by=actor_of(request), **form.values()))):
            messages.success(request, _("The person is on record."))
            return HttpResponseRedirect(reverse("person_page", args=[made[0].pk]))
    return _form_page(request, None, form, _("Add a person"))


@page(Permission.PERSON_EDIT, methods=WORKING)
def change(request: UsulRequest, pk: int) -> HttpResponse:
    """Write the record of a person anew."""
    row: Person = found(Person.objects.all(), pk=pk)
    names = ("family_name", "given_name", "patronymic", "subjects", "joined_on")
    initial = {name: getattr(row, name) for name in names}
    initial["education"] = row.education.value if row.education else ""
    form = forms.PersonForm(request.POST or None, kept=row.subjects, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = seen_in(request)
        if form.attempt(lambda: change_person(by=actor_of(request), person=row, seen=seen, **form.values())):
            messages.success(request, _("The record is changed."))
            return HttpResponseRedirect(reverse("person_page", args=[pk]))
    return _form_page(request, row, form, _("Change the record"))


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that is noted about a person: the right, the words, the form and the verb."""

    needs: Permission
    title: Callable[[], str]
    form: type[PageForm]
    day: str
    verb: Callable[[Actor, Person, Any], object]
    note: Callable[[], str] = lambda: ""


DEEDS: dict[str, Deed] = {
    "office": Deed(
        Permission.ROLE_EDIT,
        lambda: _("Give an office"),
        forms.OfficeForm,
        "valid_from",
        lambda by, row, form: assign_office(by=by, person=row, **form.values()),
        lambda: _("The office brings its rights from its first day to the day before its last."),
    ),
    "absence": Deed(
        Permission.PERSON_EDIT,
        lambda: _("Note an absence"),
        forms.AbsenceForm,
        "valid_from",
        lambda by, row, form: add_absence(by=by, person=row, **form.values()),
    ),
    "spell": Deed(
        Permission.PERSON_EDIT,
        lambda: _("Add service"),
        forms.SpellForm,
        "",
        lambda by, row, form: add_spell(by=by, person=row, **form.cleaned_data),
    ),
    "leave": Deed(
        Permission.PERSON_EDIT,
        lambda: _("Leaves the school"),
        forms.LeaveForm,
        "left_on",
        lambda by, row, form: let_go(by=by, person=row, **form.cleaned_data),
        lambda: _("Everything listed ends on that day. The record and the history stay."),
    ),
    "return": Deed(
        Permission.PERSON_EDIT,
        lambda: _("Comes back"),
        forms.ReturnForm,
        "joined_on",
        lambda by, row, form: take_back(by=by, person=row, **form.cleaned_data),
        lambda: _("Offices and memberships are given anew."),
    ),
}


@page(Permission.SCHOOL_READ, methods=WORKING)
def do(request: UsulRequest, pk: int, name: str) -> HttpResponse:
    """Give an office, note an absence or service, let a person go or take them back."""
    row: Person = found(Person.objects.all(), pk=pk)
    if name not in DEEDS:
        raise NOT_FOUND()
    deed, actor = DEEDS[name], actor_of(request)
    require(actor, deed.needs)
    form = deed.form(request.POST or None, initial={deed.day: actor.today} if deed.day else None)
    if request.method == "POST" and form.is_valid() and form.attempt(lambda: deed.verb(actor, row, form)):
        messages.success(request, _("It is on record."))
        return HttpResponseRedirect(reverse("person_page", args=[pk]))
    breaks = _breaks(row, actor) if name == "leave" else []
    return _form_page(request, row, form, deed.title(), {"note": deed.note(), "breaks": breaks})


def _breaks(row: Person, actor: Actor) -> list[str]:
    """What ends when the person goes, in words."""
    language = reader_language()
    held = RoleHolding.objects.filter(person=row)
    words = [
        _("Office: %(office)s") % {"office": one.role.label.in_(language)}
        for one in held
        if one.valid_until is None or one.valid_until > actor.today
    ]
    vacant = _("the office becomes vacant")
    for seat in _seats(row):
        if seat.valid_until is None or seat.valid_until > actor.today:
            part = seat.role.label.in_(language)
            line = _("“%(body)s”: %(part)s") % {"body": seat.body.name, "part": part}
            words.append(line if seat.role is MembershipRole.MEMBER else f"{line} — {vacant}")
    return words


@page(Permission.ROLE_EDIT, methods=WORKING)
def office_end(request: UsulRequest, pk: int) -> HttpResponse:
    """End an office."""
    row: RoleHolding = found(RoleHolding.objects.select_related("person"), pk=pk)
    form = forms.EndOfficeForm(request.POST or None, initial={"valid_until": actor_of(request).today})
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: end_office(by=actor_of(request), holding=row, **form.cleaned_data)):
            messages.success(request, _("The office has ended. It stays in the history."))
            return HttpResponseRedirect(reverse("person_page", args=[row.person_id]))
    return _form_page(request, row.person, form, _("End an office"))


@page(Permission.PERSON_EDIT, methods=WORKING)
def absence_end(request: UsulRequest, pk: int) -> HttpResponse:
    """Note that a person is at work again."""
    row: Absence = found(Absence.objects.select_related("person"), pk=pk)
    form = forms.BackForm(request.POST or None, initial={"valid_until": actor_of(request).today})
    if request.method == "POST" and form.is_valid():
        if form.attempt(lambda: end_absence(by=actor_of(request), absence=row, **form.cleaned_data)):
            messages.success(request, _("It is on record."))
            return HttpResponseRedirect(reverse("person_page", args=[row.person_id]))
    return _form_page(request, row.person, form, _("At work again"))


def _form_page(
    request: UsulRequest, row: Person | None, form: PageForm, title: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    back = reverse("person_page", args=[row.pk]) if row else reverse("person_list")
    values = {
        "form": form,
        "title": title,
        "sub": row.full_name if row else "",
        "back": back,
        "seen": row.row_version if row else None,
    }
    status = 422 if form.errors else 200
    crumbs = staff_crumbs(row, title)
    return show(request, "people/form.html", values | (more or {}), section="people", crumbs=crumbs, status=status)
