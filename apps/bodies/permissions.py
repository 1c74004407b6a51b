"""Rights that a place in a body brings within that body."""

from apps.bodies.enums import MembershipRole
from apps.core.permissions import Permission as P  # noqa: N817

_MEMBER = frozenset({P.ITEM_PROPOSE, P.VOTE_CAST, P.FILE_ADD, P.OWN_WORK_EDIT})
_DESK = _MEMBER | {
    P.SITTING_PLAN,
    P.SITTING_RECORD,
    P.MINUTES_SIGN,
    P.RESOLUTION_EDIT,
    P.ITEM_ADMIT,
    P.ACTIVITY_EDIT,
    P.PAPER_EDIT,
}

WITHIN_BODY: dict[MembershipRole, frozenset[P]] = {
    MembershipRole.MEMBER: _MEMBER,
    MembershipRole.HEAD: _DESK | {P.PLAN_EDIT, P.DOSSIER_KEEP, P.CARD_READ},
    MembershipRole.CHAIR: _DESK | {P.PLAN_EDIT},
    MembershipRole.DEPUTY: _DESK,
    MembershipRole.SECRETARY: _DESK | {P.DOSSIER_KEEP},
}
