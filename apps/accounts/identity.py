"""Who is behind a request, before it is known what they are in a school."""

import uuid
from dataclasses import dataclass
from enum import StrEnum


class Via(StrEnum):
    SESSION = "session"
    TOKEN = "token"


@dataclass(frozen=True, slots=True)
class Identity:
    """A signed-in person or a program, and the places they may enter today.

    Attributes:
        schools: access level by school.
        districts: access level by district.
        scopes: what a token may do; empty and meaningless for a session.
        token_key: what the requests of one token are counted by, no secret; empty for a session.
    """

    user_id: uuid.UUID
    username: str
    full_name: str
    language: str
    is_operator: bool
    via: Via
    schools: tuple[tuple[uuid.UUID, str], ...] = ()
    districts: tuple[tuple[uuid.UUID, str], ...] = ()
    scopes: frozenset[str] = frozenset()
    token_key: str = ""

    def level_at_school(self, school_id: uuid.UUID) -> str | None:
        """Access level at this school, or None when they may not enter."""
        return dict(self.schools).get(school_id)

    def level_at_district(self, district_id: uuid.UUID) -> str | None:
        """Access level at this district, or None when they may not enter."""
        return dict(self.districts).get(district_id)
