"""The staff, for forms that ask for a person."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from apps.core.ranges import valid_at
from apps.people.models import Person, RoleHolding
from apps.rulebook.enums import Role


def staff(on: date) -> list[Person]:
    """Everyone on record by name, with `in_office`: whether they hold an office other than a teacher's on the day. One query."""
    offices = valid_at(RoleHolding.objects.filter(person=OuterRef("pk")).exclude(role=Role.TEACHER), on)
    return list(Person.objects.annotate(in_office=Exists(offices)).order_by("family_name", "given_name", "pk"))


def working(on: date) -> list[Person]:
    """Everyone who works here on the day, by name. One query."""
    rows = Person.objects.filter(Q(left_on__isnull=True) | Q(left_on__gt=on))
    return list(rows.order_by("family_name", "given_name", "pk"))
