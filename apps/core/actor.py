"""Who does a deed: a frozen value made once a request, message or command, and handed to every verb as `by`."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from apps.core.errors import NOT_PERMITTED
from apps.core.permissions import Permission
from apps.rulebook.enums import Role


class Door(StrEnum):
    """Through which door a deed came; kept in the audit trail."""

    WEB = "web"
    API = "api"
    TASK = "task"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or program at work in one school (or one district), with the rights they hold on the day of the request.

    Attributes:
        user_id: the account; None for the system itself.
        name: as shown in the audit trail.
        person_id: the staff record in this school, when the account has one.
        roles: offices held today.
        permissions: rights over the whole school or district.
        body_permissions: further rights within single bodies, by body id (an association head's over their association).
        today: day of the request in the school's time zone; verbs compare dates with it instead of reading a clock.
        door: web, api, task or command.
    """

    user_id: uuid.UUID | None
    name: str
    today: date
    door: Door
    person_id: int | None = None
    roles: frozenset[Role] = frozenset()
    permissions: frozenset[Permission] = frozenset()
    body_permissions: Mapping[int, frozenset[Permission]] = field(default_factory=dict)
    language: str = "ky"

    def may(self, permission: Permission, *, body_id: int | None = None) -> bool:
        """Whether the actor holds `permission`, over everything or within the body named."""
        if permission in self.permissions:
            return True
        return body_id is not None and permission in self.body_permissions.get(body_id, frozenset())


def require(by: Actor, permission: Permission, *, body_id: int | None = None) -> None:
    """First line of every verb.

    Raises:
        Fault: `core.not_permitted` (403) with the name of the right that is missing.
    """
    if not by.may(permission, body_id=body_id):
        raise NOT_PERMITTED(permission=permission)
