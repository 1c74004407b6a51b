"""Which value holds for a school, a body and a day, and who says so."""

from apps.rulebook.policy.conflicts import Conflict, conflicting, conflicts, councils_of
from apps.rulebook.policy.layers import Bound, CharterVersion, FrameValue, ModuleUse, OwnValue, Source, Winner
from apps.rulebook.policy.policy import Policy
from apps.rulebook.policy.questions import questions, unregulated
from apps.rulebook.policy.resolved import Candidate, FrameBreach, Provenance, Resolved
from apps.rulebook.policy.view import View

__all__ = [
    "Bound",
    "Candidate",
    "CharterVersion",
    "Conflict",
    "FrameBreach",
    "FrameValue",
    "ModuleUse",
    "OwnValue",
    "Policy",
    "Provenance",
    "Resolved",
    "Source",
    "View",
    "Winner",
    "conflicting",
    "conflicts",
    "councils_of",
    "questions",
    "unregulated",
]
