"""Codes of papers as the school keeps them."""

from apps.rulebook.codes import Code
from apps.rulebook.enums import ActKind


class ActState(Code):
    """How far a paper has come. Papers entered from paper are in force at once; whether one is revoked is told by its date."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    SUBMITTED = "submitted", "берилген", "подано", "submitted"
    IN_FORCE = "in_force", "күчүндө", "действует", "in force"
    ACCEPTED = "accepted", "кабыл алынган", "принято", "accepted"
    DECLINED = "declined", "четке кагылган", "отклонено", "declined"


# papers that count for the rules
STANDING = frozenset({ActState.SUBMITTED, ActState.IN_FORCE, ActState.ACCEPTED})
# papers that carry a number of their own, once a year
NUMBERED = frozenset({ActKind.ORDER, ActKind.SUBMISSION})
