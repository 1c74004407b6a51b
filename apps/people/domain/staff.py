"""Staff records and offices."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.people import errors
from apps.people.models import Person, RoleHolding, ServiceSpell
from apps.people.permissions import OFFICES, SINGLE_OFFICES
from apps.rulebook.enums import Education, Role


@transaction.atomic
def add_person(
    *,
    by: Actor,
    family_name: str,
    given_name: str,
    patronymic: str = "",
    education: Education | None = None,
    subjects: Iterable[str] = (),
    joined_on: date | None = None,
    user_id: uuid.UUID | None = None,
) -> Person:
    """Add a member of the staff.

    Raises:
        Fault: not permitted, no name, the account belongs to someone else.
    """
    require(by, Permission.PERSON_EDIT)
    if not family_name.strip() or not given_name.strip():
        raise errors.NAME_MISSING(field="family_name")
    if user_id is not None:
        _account_free(user_id)
    person = Person.objects.create(
        family_name=family_name.strip(),
        given_name=given_name.strip(),
        patronymic=patronymic.strip(),
        education=education,
        subjects=sorted(subjects),
        joined_on=joined_on,
        user_id=user_id,
    )
    record_event(by=by, action="person.added", subject=("person", person.pk))
    return person


@transaction.atomic
def link_account(*, by: Actor, person: Person, user_id: uuid.UUID) -> None:
    """Say which account is this person's.

    Raises:
        Fault: not permitted, the account belongs to someone else.
    """
    require(by, Permission.PERSON_EDIT)
    _account_free(user_id, besides=person)
    person.user_id = user_id
    person.save(update_fields=["user_id"])
    record_event(by=by, action="person.account_linked", subject=("person", person.pk), data={"user": str(user_id)})


@transaction.atomic
def add_spell(
    *,
    by: Actor,
    person: Person,
    valid_from: date,
    valid_until: date | None = None,
    place: str = "",
    in_education: bool = True,
) -> ServiceSpell:
    """Add a stretch of earlier or present work to a person's record.

    Raises:
        Fault: not permitted, dates reversed.
    """
    require(by, Permission.PERSON_EDIT)
    _check_range(valid_from, valid_until)
    spell = ServiceSpell.objects.create(
        person=person, valid_from=valid_from, valid_until=valid_until, place=place, in_education=in_education
    )
    record_event(by=by, action="person.spell_added", subject=("person", person.pk))
    tell_change(year=None)
    return spell


@transaction.atomic
def assign_office(
    *,
    by: Actor,
    person: Person,
    role: Role,
    valid_from: date,
    valid_until: date | None = None,
    acting: bool = False,
    order_number: str = "",
    order_date: date | None = None,
) -> RoleHolding:
    """Put a person into an office from a day on, `valid_until` excluded.

    Raises:
        Fault: not permitted, not an office, dates reversed, the same holding already runs, a single office is taken.
    """
    require(by, Permission.ROLE_EDIT)
    if role not in OFFICES:
        raise errors.ROLE_NOT_AN_OFFICE(field="role", role=role)
    _check_range(valid_from, valid_until)
    Person.objects.select_for_update().get(pk=person.pk)
    same = overlapping(RoleHolding.objects.filter(role=role), valid_from, valid_until)
    own = same.filter(person=person).first()
    if own is not None:
        raise errors.HOLDING_OVERLAPS(field="valid_from", person=person.short_name, role=role, since=own.valid_from)
    if role in SINGLE_OFFICES and not acting:
        other = same.filter(acting=False).select_related("person").first()
        if other is not None:
            raise errors.OFFICE_TAKEN(field="role", role=role, holder=other.person.short_name)
    holding = RoleHolding.objects.create(
        person=person,
        role=role,
        valid_from=valid_from,
        valid_until=valid_until,
        acting=acting,
        order_number=order_number,
        order_date=order_date,
    )
    record_event(
        by=by, action="office.assigned", subject=("person", person.pk), act_date=order_date, data={"role": role.value}
    )
    tell_change(year=None)
    return holding


@transaction.atomic
def end_office(*, by: Actor, holding: RoleHolding, valid_until: date) -> None:
    """End a holding; `valid_until` is the first day without it.

    Raises:
        Fault: not permitted, dates reversed.
    """
    require(by, Permission.ROLE_EDIT)
    _check_range(holding.valid_from, valid_until)
    holding.valid_until = valid_until
    holding.save(update_fields=["valid_until"])
    record_event(by=by, action="office.ended", subject=("person", holding.person_id), data={"role": holding.role.value})
    tell_change(year=None)


def _check_range(valid_from: date, valid_until: date | None) -> None:
    if valid_until is not None and valid_until <= valid_from:
        raise errors.RANGE_REVERSED(field="valid_until", valid_from=valid_from, valid_until=valid_until)


def _account_free(user_id: uuid.UUID, *, besides: Person | None = None) -> None:
    others = Person.objects.filter(user_id=user_id)
    taken = (others.exclude(pk=besides.pk) if besides else others).first()
    if taken is not None:
        raise errors.ACCOUNT_TAKEN(field="user_id", person=taken.short_name)
