"""What an account is in the school on a day: the staff record, the offices held, the parts played in bodies."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.core.ranges import valid_at
from apps.people.models import Person, RoleHolding
from apps.rulebook.enums import Role


@dataclass(frozen=True, slots=True)
class Standing:
    """Attributes:
    offices: held on the day, acting ones included.
    seats: parts played on the day, by body.
    also: what the caller asked to be found out in the same query.
    """

    person: Person
    offices: frozenset[Role]
    seats: dict[int, frozenset[MembershipRole]]
    also: Mapping[str, Any]


def standing_of(user_id: uuid.UUID, *, on: date, also: Mapping[str, Any] | None = None) -> Standing | None:
    """The staff record of an account with what it holds on the day; None when the account has none. One query.

    Args:
        also: further expressions over the staff record, by name.
    """
    offices = valid_at(RoleHolding.objects.filter(person=OuterRef("pk")), on).order_by("role")
    seats = valid_at(Membership.objects.filter(person=OuterRef("pk")), on).order_by("body_id", "role")
    person = (
        Person.objects.filter(user_id=user_id)
        .annotate(
            held=ArraySubquery(offices.values("role")),
            seats=ArraySubquery(seats.values(seat=JSONObject(body="body_id", role="role"))),
            **(also or {}),
        )
        .first()
    )
    if person is None:
        return None
    parts: dict[int, set[MembershipRole]] = {}
    for seat in person.seats:
        parts.setdefault(seat["body"], set()).add(MembershipRole.of(seat["role"]))
    return Standing(
        person,
        frozenset(Role.of(str(role)) for role in person.held),
        {body: frozenset(roles) for body, roles in parts.items()},
        {name: getattr(person, name) for name in also or {}},
    )
