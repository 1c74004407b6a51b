"""Filling a teacher's card of the data bank."""

import re

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.dossiers import errors
from apps.dossiers.domain.inputs import CardInput
from apps.dossiers.enums import MAY_BE_NONE
from apps.dossiers.models import TeacherCard
from apps.people.models import Person

PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{4,38}")
FIELDS = (
    "birth_date",
    "speciality",
    "total_years",
    "pedagogical_years",
    "category",
    "awards",
    "title",
    "phone",
    "none_of",
)


@transaction.atomic
def fill_card(*, by: Actor, person: Person, card: CardInput, seen: int | None = None) -> TeacherCard:
    """Write the card of a teacher, as a revision of today. The teacher fills their own, the leadership everybody's.

    The audit trail tells which fields changed, never what they hold.

    Raises:
        Fault: not permitted; "none" beside a value or where there is always something; a birth date, telephone number or years of service
            that cannot be; changed meanwhile.
    """
    if by.person_id is None or by.person_id != person.pk:
        require(by, Permission.CARD_EDIT)
    values = _checked(person, card, by)
    TeacherCard.objects.bulk_create([TeacherCard(person=person, revised_on=by.today)], ignore_conflicts=True)
    row = locked(TeacherCard.objects.get(person=person), seen=seen)
    changed = sorted(name for name in FIELDS if getattr(row, name) != values[name])
    for name in FIELDS:
        setattr(row, name, values[name])
    row.revised_on = by.today
    row.store(*FIELDS, "revised_on")
    record_event(by=by, action="card.filled", subject=("person", person.pk), data={"fields": changed})
    tell_change(year=None)
    return row


def _checked(person: Person, card: CardInput, by: Actor) -> dict[str, object]:
    values = {name: getattr(card, name) for name in FIELDS}
    for name in ("speciality", "category", "awards", "title", "phone"):
        values[name] = values[name].strip()
    for field in sorted(card.none_of):
        if field not in MAY_BE_NONE:
            raise errors.NONE_NOT_ALLOWED(field="none_of", name=field)
        if values[field.value]:
            raise errors.NONE_AND_VALUE(field=field.value, name=field)
    limit = min(person.joined_on or by.today, by.today)
    if card.birth_date is not None and card.birth_date >= limit:
        raise errors.BORN_LATER(field="birth_date", born=card.birth_date, limit=limit)
    if values["phone"] and not PHONE.fullmatch(values["phone"]):
        raise errors.PHONE_UNCLEAR(field="phone", phone=values["phone"])
    total, teaching = card.total_years, card.pedagogical_years
    if total is not None and teaching is not None and teaching > total:
        raise errors.YEARS_REVERSED(field="pedagogical_years", pedagogical=teaching, total=total)
    values["none_of"] = sorted(field.value for field in card.none_of)
    return values
