"""Who was in a body on a day."""

from datetime import date

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body, Membership
from apps.bodies.queries.lists import in_order
from apps.core.ranges import valid_at


def members_on(body: Body, day: date) -> list[Membership]:
    """Everyone in the body on the day, one row a person: an office comes before plain membership. One query, people included."""
    rows = valid_at(Membership.objects.filter(body=body), day).select_related("person")
    by_person: dict[int, Membership] = {}
    for row in rows:
        kept = by_person.get(row.person_id)
        if kept is None or kept.role is MembershipRole.MEMBER:
            by_person[row.person_id] = row
    return sorted(by_person.values(), key=in_order)
