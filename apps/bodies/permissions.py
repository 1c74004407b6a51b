"""Rights that a place in a body brings within that body."""

from apps.bodies.enums import MembershipRole
from apps.core.permissions import Permission as P  # noqa: N817

WITHIN_BODY: dict[MembershipRole, frozenset[P]] = {
    MembershipRole.MEMBER: frozenset(),
    MembershipRole.HEAD: frozenset({P.PLAN_EDIT, P.SITTING_PLAN, P.SITTING_RECORD, P.MINUTES_SIGN, P.RESOLUTION_EDIT}),
    MembershipRole.CHAIR: frozenset({P.PLAN_EDIT, P.SITTING_PLAN, P.SITTING_RECORD, P.MINUTES_SIGN, P.RESOLUTION_EDIT}),
    MembershipRole.SECRETARY: frozenset({P.SITTING_PLAN, P.SITTING_RECORD, P.MINUTES_SIGN, P.RESOLUTION_EDIT}),
}
