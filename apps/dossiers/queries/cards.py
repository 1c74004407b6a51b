"""Cards of the data bank: what is answered, what is not. Lists never carry the birth date or the telephone number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from apps.bodies.models import Membership
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.core.ranges import valid_at
from apps.dossiers.models import TeacherCard
from apps.people.models import Person, ServiceSpell
from apps.rulebook.catalogues import CardField
from apps.rulebook.parameters.papers import DATA_BANK_FIELDS


def answered_of(person: Person, card: TeacherCard | None, *, taught: bool, works: bool) -> frozenset[CardField]:
    """Fields of the list that hold something, on the card or on the staff record. No query.

    Args:
        taught: the staff record holds work in the education system; works: any work at all.
    """
    found = set(card.answered) if card else set()
    found |= {CardField.EDUCATION} if person.education else set()
    found |= {CardField.SUBJECT} if person.subjects else set()
    found |= {CardField.PEDAGOGICAL_SENIORITY} if taught else set()
    found |= {CardField.TOTAL_SENIORITY} if works else set()
    return frozenset(found)


def wanted_fields(on: date) -> tuple[CardField, ...]:
    """Fields the charter of the day asks for; every field where it names none. Two queries."""
    codes = school_policy().at(on).get(DATA_BANK_FIELDS).value or frozenset()
    return tuple(field for field in CardField if not codes or field.value in codes)


def with_cards(rows: QuerySet[Person]) -> QuerySet[Any]:
    """People with `card`, and with `taught` and `works` as `answered_of` takes them. Two queries."""
    spells = ServiceSpell.objects.filter(person=OuterRef("pk"))
    return rows.select_related("card").annotate(taught=Exists(spells.filter(in_education=True)), works=Exists(spells))


def card_of(person: Person) -> TeacherCard | None:
    """The card of a person who came from `with_cards`. No query."""
    card: TeacherCard | None = getattr(person, "card", None)
    return card


def answers(people: QuerySet[Person] | Collection[int]) -> dict[int, frozenset[CardField]]:
    """Answered fields by person. One query."""
    rows = people if isinstance(people, QuerySet) else Person.objects.filter(pk__in=people)
    return {
        person.pk: answered_of(person, card_of(person), taught=person.taught, works=person.works)
        for person in with_cards(rows)
    }


def members_on(body_id: int, day: date) -> QuerySet[Person]:
    """The people of a body on a day, by name."""
    seats = valid_at(Membership.objects.filter(body=body_id), day).values("person")
    return Person.objects.filter(pk__in=seats).order_by("family_name", "given_name", "pk")


@dataclass(frozen=True, slots=True)
class Reach:
    """What somebody may do with a card: see its personal data, change it."""

    read: bool
    change: bool


def reach_of(by: Actor, person: Person) -> Reach:
    """Own card: everything. Others' cards by right over the school, or within a body the person belongs to today. One query at most."""
    own = by.person_id is not None and by.person_id == person.pk
    change = own or by.may(Permission.CARD_EDIT)
    read = change or by.may(Permission.CARD_READ)
    if not read:
        within = [pk for pk, rights in by.body_permissions.items() if Permission.CARD_READ in rights]
        read = bool(within) and valid_at(Membership.objects.filter(body__in=within, person=person), by.today).exists()
    return Reach(read=read, change=change)


def years_now(card: TeacherCard, years: int | None, *, today: date) -> int | None:
    """Years of service written on a card, carried on to today."""
    if years is None:
        return None
    since = card.revised_on
    return years + today.year - since.year - ((today.month, today.day) < (since.month, since.day))
