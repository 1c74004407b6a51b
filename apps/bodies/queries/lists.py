"""Bodies with those who serve in them."""

from datetime import date

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Membership
from apps.core.ranges import valid_at


def serving_on(day: date) -> dict[int, list[Membership]]:
    """Everyone in every body on the day, one row a person and body: an office comes before plain membership. One query."""
    rows = valid_at(Membership.objects.all(), day).select_related("person")
    kept: dict[tuple[int, int], Membership] = {}
    for row in rows:
        before = kept.get((row.body_id, row.person_id))
        if before is None or before.role is MembershipRole.MEMBER:
            kept[row.body_id, row.person_id] = row
    found: dict[int, list[Membership]] = {}
    for row in sorted(kept.values(), key=in_order):
        found.setdefault(row.body_id, []).append(row)
    return found


def in_order(row: Membership) -> tuple[bool, str, str]:
    """Sorting key: offices first, then by name."""
    return (row.role is MembershipRole.MEMBER, row.person.family_name, row.person.given_name)
