"""What schools left that were merged into this one: their people and papers, to be read and never changed.

The frame of a page belongs to this school and what it shows to another one: each is read in a transaction of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ParamSpec

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.acts.models import Act
from apps.core.errors import NOT_FOUND, NOT_PERMITTED, Fault
from apps.core.permissions import Permission
from apps.core.scopes import Wanted, scope_of_view
from apps.people.models import Person, RoleHolding
from apps.sittings.models import Minutes
from apps.web import errors as pages
from apps.web.acts.words import act_title, hand_words, state_words
from apps.web.blocks.page import Crumb
from apps.web.blocks.tables import Column, Tab
from apps.web.findings.present import reader_language
from apps.web.lists import Window, window
from apps.web.people_choices import subject_words
from apps.web.request import UsulRequest
from apps.web.show import show
from tenants.context import in_archive, in_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from usul.actors import actor_at_school

ON_A_PAGE = 50
PEOPLE, ACTS, MINUTES = "people", "acts", "minutes"
INSIDE = Wanted(Wanted.Kind.SCHOOL)
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Line:
    """A person or a paper of the former school."""

    title: str
    url: str = ""
    sub: str = ""
    on: date | None = None
    state: str = ""


@dataclass(slots=True)
class Answer:
    """What a page shows; rendered in the reader's own school."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()


def _archive(read: Callable[..., Answer]) -> Callable[..., HttpResponse]:
    """A page over what `read` finds outside this school's scope, for those who keep its staff register."""

    def view(request: UsulRequest, **values: Any) -> HttpResponse:
        refusal = pages.refusal(request, INSIDE)
        school, identity = request.school, request.identity
        if refusal is not None or school is None or identity is None:
            return refusal or pages.fault_answer(request, NOT_FOUND())
        with in_school(school, readonly=True):
            request.actor = actor_at_school(identity, school, request=request, on=timezone.localdate())
        try:
            if request.actor is None or not request.actor.may(Permission.PERSON_EDIT):
                raise NOT_PERMITTED(permission=Permission.PERSON_EDIT)
            answer = read(request, school, **values)
        except Fault as fault:
            return pages.fault_answer(request, fault)
        with in_school(school, readonly=True):
            return show(request, answer.template, answer.values, section="former", crumbs=answer.crumbs)

    return scope_of_view(Wanted.Kind.NONE)(require_safe(view))


def _listed(_request: UsulRequest, school: SchoolRef) -> Answer:
    language = reader_language()
    rows = [
        (other.name(language), reverse("former_school", args=[other.slug]))
        for other in directory.predecessors_of(school)
    ]
    return Answer("control/former.html", {"rows": rows}, (Crumb(_("Schools taken over")),))


def _left_by(school: SchoolRef, slug: str) -> SchoolRef:
    """The former school of this slug.

    Raises:
        Fault: `core.not_found`, alike for a school elsewhere and for none at all.
    """
    for other in directory.predecessors_of(school):
        if other.slug == slug:
            return other
    raise NOT_FOUND()


def _crumbs(other: SchoolRef, *names: str) -> tuple[Crumb, ...]:
    own = Crumb(other.name(reader_language()), reverse("former_school", args=[other.slug]) if names else "")
    return (Crumb(_("Schools taken over"), reverse("former_schools")), own, *(Crumb(name) for name in names))


def _one(request: UsulRequest, school: SchoolRef, slug: str) -> Answer:
    other = _left_by(school, slug)
    chosen = request.GET.get("show", PEOPLE)
    reading = {PEOPLE: _people, ACTS: _acts, MINUTES: _minutes}.get(chosen, _people)
    with in_archive(school, of=other):
        lines, part = reading(request, other)
    here = reverse("former_school", args=[other.slug])
    names = {PEOPLE: _("Staff"), ACTS: _("Orders and decisions"), MINUTES: _("Minutes")}
    values = {
        "name": other.name(reader_language()),
        "tabs": [Tab(label, f"{here}?show={key}", current=key == chosen) for key, label in names.items()],
        "rows": lines,
        "pages": part.pages,
        "columns": _columns(chosen, names),
    }
    return Answer("control/former_school.html", values, _crumbs(other))


def _columns(chosen: str, names: dict[str, str]) -> dict[str, Column]:
    if chosen in (ACTS, MINUTES):
        return {"what": Column(names[chosen]), "on": Column(_("Date")), "state": Column(_("State"))}
    return {"what": Column(names[PEOPLE]), "state": Column(_("Offices held here"))}


def _people(request: UsulRequest, _other: SchoolRef) -> tuple[list[Line], Window]:
    rows = Person.objects.order_by("family_name", "given_name", "pk")
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    people = list(rows[part.start : part.stop])
    offices: dict[int, set[str]] = {}
    for holding in RoleHolding.objects.filter(person__in=people):
        offices.setdefault(holding.person_id, set()).add(holding.role.label.in_(reader_language()))
    return [
        Line(row.full_name, sub=subject_words(row.subjects), state=", ".join(sorted(offices.get(row.pk, ()))))
        for row in people
    ], part


def _acts(request: UsulRequest, other: SchoolRef) -> tuple[list[Line], Window]:
    rows = Act.objects.select_related("signed_by").order_by("-act_date", "-pk")
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    return [
        Line(
            act_title(row),
            reverse("former_paper", args=[other.slug, ACTS, row.pk]),
            row.title or hand_words(row),
            row.act_date,
            state_words(row),
        )
        for row in rows[part.start : part.stop]
    ], part


def _minutes(request: UsulRequest, other: SchoolRef) -> tuple[list[Line], Window]:
    rows = Minutes.objects.select_related("sitting__body").order_by("-sitting__held_on", "-pk")
    part = window(request, total=rows.count(), size=ON_A_PAGE)
    return [
        Line(
            _("Minutes No. %(number)s") % {"number": row.number},
            reverse("former_paper", args=[other.slug, MINUTES, row.pk]),
            row.sitting.body.name,
            row.sitting.held_on,
            row.state.label.in_(reader_language()),
        )
        for row in rows[part.start : part.stop]
    ], part


def _paper(_request: UsulRequest, school: SchoolRef, slug: str, kind: str, pk: int) -> Answer:
    other = _left_by(school, slug)
    with in_archive(school, of=other):
        values = _act(pk) if kind == ACTS else _minute(pk)
    values["name"] = other.name(reader_language())
    return Answer("control/former_paper.html", values, _crumbs(other, values["title"]))


def _act(pk: int) -> dict[str, Any]:
    row = Act.objects.select_related("signed_by").filter(pk=pk).first()
    if row is None:
        raise NOT_FOUND()
    facts = [(_("Date"), row.act_date), (_("Signed by"), hand_words(row) or "—"), (_("State"), state_words(row))]
    return {"title": act_title(row), "sub": row.title, "text": row.text, "facts": facts, "lists": []}


def _minute(pk: int) -> dict[str, Any]:
    row = Minutes.objects.select_related("sitting__body", "chair", "secretary").filter(pk=pk).first()
    if row is None:
        raise NOT_FOUND()
    questions = [item.text for item in row.sitting.items.order_by("position")]
    decided = [f"{one.number}. {one.text}" for one in row.sitting.resolutions.order_by("number")]
    facts = [
        (_("Body"), row.sitting.body.name),
        (_("Date"), row.sitting.held_on or "—"),
        (_("Chair"), row.chair.short_name if row.chair else "—"),
        (_("Secretary"), row.secretary.short_name if row.secretary else "—"),
    ]
    return {
        "title": _("Minutes No. %(number)s") % {"number": row.number},
        "sub": row.sitting.body.name,
        "text": row.text,
        "facts": facts,
        "lists": [(_("Agenda"), questions), (_("Decided"), decided)],
    }


listed, one, paper = _archive(_listed), _archive(_one), _archive(_paper)
