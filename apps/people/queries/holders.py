"""Who held which office on a day."""

from datetime import date

from apps.core.ranges import valid_at
from apps.people.models import Person, RoleHolding
from apps.rulebook.enums import Role


def holders(role: Role, *, on: date) -> list[Person]:
    """Everyone who holds the office on the day, acting holders last. One query."""
    rows = valid_at(RoleHolding.objects.filter(role=role), on).select_related("person").order_by("acting", "valid_from")
    return [row.person for row in rows]


def offices_of(person: Person, *, on: date) -> frozenset[Role]:
    """Offices a person holds on the day, acting ones included. One query."""
    return frozenset(row.role for row in valid_at(RoleHolding.objects.filter(person=person), on))
