"""Who chaired and who kept the minutes of a sitting, and who could have."""

from dataclasses import dataclass
from datetime import date

from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body, Membership
from apps.core.ranges import valid_at
from apps.people.models import Person
from apps.sittings.models import Sitting

CHAIRING = frozenset({MembershipRole.CHAIR, MembershipRole.HEAD, MembershipRole.DEPUTY})
FIRST_IN_CHAIR = (MembershipRole.CHAIR, MembershipRole.HEAD, MembershipRole.DEPUTY)


@dataclass(frozen=True, slots=True)
class Signers:
    """Attributes:
    chairs, keepers: numbers of those who may sign as chair and as secretary.
    chair, keeper: who does it when nobody else is named.
    """

    chairs: frozenset[int]
    keepers: frozenset[int]
    chair: Person | None
    keeper: Person | None


def signers_of(body: Body, day: date, sitting: Sitting | None = None) -> Signers:
    """The signers of that day. One query.

    The office holders of the body; whoever was named for the sitting itself; where the body has no such office on that day, any member.
    """
    rows = list(valid_at(Membership.objects.filter(body=body), day).select_related("person").order_by("pk"))
    members = frozenset(row.person_id for row in rows)
    by_role = {role: next((row.person for row in rows if row.role is role), None) for role in MembershipRole}
    chairs = frozenset(row.person_id for row in rows if row.role in CHAIRING) or members
    keepers = frozenset(row.person_id for row in rows if row.role is MembershipRole.SECRETARY) or members
    chair = next((found for role in FIRST_IN_CHAIR if (found := by_role[role])), None)
    keeper = by_role[MembershipRole.SECRETARY]
    if sitting is not None and sitting.chair_id:
        chairs, chair = chairs | {sitting.chair_id}, sitting.chair
    if sitting is not None and sitting.secretary_id:
        keepers, keeper = keepers | {sitting.secretary_id}, sitting.secretary
    return Signers(chairs, keepers, chair, keeper)
