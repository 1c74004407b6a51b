"""Which offices there are, and which rights each brings over the whole school."""

from apps.core.permissions import Permission as P  # noqa: N817
from apps.rulebook.enums import Role

_READ = frozenset({P.SCHOOL_READ})
_PAPERS = _READ | {
    P.ACT_RECORD,
    P.BODY_EDIT,
    P.MEMBER_EDIT,
    P.SITTING_PLAN,
    P.SITTING_RECORD,
    P.RESOLUTION_EDIT,
    P.PLAN_EDIT,
    P.ACTIVITY_EDIT,
    P.ITEM_ADMIT,
    P.PAPER_EDIT,
    P.FILE_ADD,
    P.DOSSIER_KEEP,
    P.ARCHIVE_KEEP,
}
_CARDS = frozenset({P.CARD_READ, P.CARD_EDIT})
_OFFICE = (
    _PAPERS
    | _CARDS
    | {P.STUDIES_KEEP, P.PERSON_EDIT, P.CALENDAR_EDIT, P.CHARTER_EDIT, P.PLAN_APPROVE, P.MINUTES_SIGN, P.REPORT_RECEIVE}
)
_SUBMITTING = _OFFICE | {P.ACT_SUBMIT}

# rights of an office over the whole school; rights within one body follow from the membership (apps.bodies.permissions)
OFFICES: dict[Role, frozenset[P]] = {
    Role.DIRECTOR: _OFFICE
    | {P.ARCHIVE_DESTROY, P.ACT_ISSUE, P.ROLE_EDIT, P.CHARTER_CONFIRM, P.TOKEN_EDIT, P.WEBHOOK_EDIT, P.SCHOOL_EXPORT},
    Role.DEPUTY_OTI: _SUBMITTING | {P.ROLE_EDIT},
    Role.DEPUTY_SCI_METHODICAL: _SUBMITTING,
    Role.DEPUTY_METHODICAL: _SUBMITTING,
    Role.DEPUTY_UPBRINGING: _READ | {P.SITTING_PLAN, P.ACT_SUBMIT, P.FILE_ADD},
    Role.HEAD_OF_STUDIES: _PAPERS | _CARDS | {P.STUDIES_KEEP, P.PERSON_EDIT, P.REPORT_RECEIVE},
    Role.METHODIST: _PAPERS,
    Role.TEACHER: _READ,
    Role.SOCIAL_PEDAGOGUE: _READ,
    Role.LIBRARIAN: _READ,
}
SINGLE_OFFICES = frozenset({Role.DIRECTOR})

# a person without an office still sees what the school does; the school's administrator keeps its records
WITHOUT_OFFICE = _READ
ADMINISTRATOR = _OFFICE | {P.ARCHIVE_DESTROY, P.ROLE_EDIT, P.CHARTER_CONFIRM, P.TOKEN_EDIT, P.WEBHOOK_EDIT}
