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
from apps.core.versions import locked
from apps.people import errors
from apps.people.enums import AbsenceKind
from apps.people.models import Absence, Person, RoleHolding, ServiceSpell
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
def change_person(
    *,
    by: Actor,
    person: Person,
    family_name: str,
    given_name: str,
    patronymic: str = "",
    education: Education | None = None,
    subjects: Iterable[str] = (),
    joined_on: date | None = None,
    seen: int | None = None,
) -> Person:
    """Write the record of a member of the staff anew.

    Raises:
        Fault: not permitted, no name, left before they came, changed meanwhile.
    """
    require(by, Permission.PERSON_EDIT)
    if not family_name.strip() or not given_name.strip():
        raise errors.NAME_MISSING(field="family_name" if not family_name.strip() else "given_name")
    person = locked(person, seen=seen)
    if person.left_on is not None and joined_on is not None and person.left_on <= joined_on:
        raise errors.LEFT_BEFORE_CAME(field="joined_on", left_on=person.left_on, joined_on=joined_on)
    person.family_name, person.given_name, person.patronymic = (
        family_name.strip(),
        given_name.strip(),
        patronymic.strip(),
    )
    person.education, person.subjects, person.joined_on = education, sorted(subjects), joined_on
    person.store("family_name", "given_name", "patronymic", "education", "subjects", "joined_on")
    record_event(by=by, action="person.changed", subject=("person", person.pk))
    tell_change(year=None)
    return person


@transaction.atomic
def note_leaving(*, by: Actor, person: Person, left_on: date, reason: str = "") -> Person:
    """Note the first day without a person. What they held is ended by whoever calls this.

    Raises:
        Fault: not permitted, left before they came, left already.
    """
    require(by, Permission.PERSON_EDIT)
    person = locked(person)
    if person.left_on is not None:
        raise errors.ALREADY_LEFT(field="left_on", person=person.short_name, left_on=person.left_on)
    if person.joined_on is not None and left_on <= person.joined_on:
        raise errors.LEFT_BEFORE_CAME(field="left_on", left_on=left_on, joined_on=person.joined_on)
    person.left_on, person.left_reason = left_on, reason.strip()
    person.store("left_on", "left_reason")
    record_event(by=by, action="person.left", subject=("person", person.pk), act_date=left_on)
    tell_change(year=None)
    return person


@transaction.atomic
def take_back(*, by: Actor, person: Person, joined_on: date) -> Person:
    """Note that a person who had left works here again from a day on. Offices and memberships are given anew.

    Raises:
        Fault: not permitted, has not left, comes back before leaving.
    """
    require(by, Permission.PERSON_EDIT)
    person = locked(person)
    if person.left_on is None or joined_on < person.left_on:
        raise errors.NOT_GONE(field="joined_on", person=person.short_name, left_on=person.left_on or "—")
    person.left_on, person.left_reason, person.joined_on = None, "", joined_on
    person.store("left_on", "left_reason", "joined_on")
    record_event(by=by, action="person.returned", subject=("person", person.pk), act_date=joined_on)
    tell_change(year=None)
    return person


@transaction.atomic
def add_absence(
    *, by: Actor, person: Person, kind: AbsenceKind, valid_from: date, valid_until: date | None = None, note: str = ""
) -> Absence:
    """Note days on which a person is not at work, `valid_until` excluded.

    Raises:
        Fault: not permitted, dates reversed, some of the days are on record already.
    """
    require(by, Permission.PERSON_EDIT)
    _check_range(valid_from, valid_until)
    locked(person)
    other = overlapping(Absence.objects.filter(person=person), valid_from, valid_until).first()
    if other is not None:
        raise errors.ABSENCE_OVERLAPS(field="valid_from", person=person.short_name, since=other.valid_from)
    row = Absence.objects.create(
        person=person, kind=kind, valid_from=valid_from, valid_until=valid_until, note=note.strip()
    )
    record_event(
        by=by, action="person.absent", subject=("person", person.pk), act_date=valid_from, data={"kind": kind.value}
    )
    return row


@transaction.atomic
def end_absence(*, by: Actor, absence: Absence, valid_until: date) -> Absence:
    """Note the first day on which the person is at work again.

    Raises:
        Fault: not permitted, dates reversed.
    """
    require(by, Permission.PERSON_EDIT)
    _check_range(absence.valid_from, valid_until)
    absence.valid_until = valid_until
    absence.save(update_fields=["valid_until"])
    record_event(by=by, action="person.back", subject=("person", absence.person_id), act_date=valid_until)
    return absence


@transaction.atomic
def link_account(*, by: Actor, person: Person, user_id: uuid.UUID) -> None:
    """Say which account is this person's.

    Raises:
        Fault: not permitted, the account belongs to someone else.
    """
    require(by, Permission.PERSON_EDIT)
    _account_free(user_id, besides=person)
    person.user_id = user_id
    person.store("user_id")
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
