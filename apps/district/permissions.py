"""Which access to a district brings which rights over it and everything below it."""

from apps.core.permissions import Permission as P  # noqa: N817
from tenants.enums import AccessLevel

DISTRICT_RIGHTS: dict[str, frozenset[P]] = {
    AccessLevel.DISTRICT_READER.value: frozenset({P.DISTRICT_READ}),
    AccessLevel.DISTRICT_OFFICER.value: frozenset({P.DISTRICT_READ, P.DISTRICT_FRAME}),
    AccessLevel.DISTRICT_ADMIN.value: frozenset(
        {P.DISTRICT_READ, P.DISTRICT_FRAME, P.SCHOOL_ONBOARD, P.SCHOOL_SUSPEND, P.TOKEN_EDIT}
    ),
}
