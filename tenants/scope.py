"""What a unit of work may see, as a value.

A `Scope` names the database role and the search path under which one transaction runs. It is held in a context variable, never on
the connection; the database wrapper sends it with the transaction's first statement and PostgreSQL forgets it at commit.
"""

import base64
import uuid
from collections.abc import Callable
from contextvars import ContextVar, Token
from dataclasses import dataclass
from enum import StrEnum


class ScopeError(RuntimeError):
    """The program asked for the database outside a scope, or opened one scope inside another. Always a defect, never user error."""


class UnknownRoleError(ScopeError):
    """The scope names a database role that does not exist. The answer is an error, never the public schema."""


class ScopeKind(StrEnum):
    SCHOOL = "school"
    PORTAL = "portal"
    DISTRICT = "district"
    HARNESS = "harness"


def schema_name_of(school_id: uuid.UUID) -> str:
    """Name of the schema and of the database role of a school: `s_` and the identity in base32, 28 characters, never reused."""
    return "s_" + base64.b32encode(school_id.bytes).decode().rstrip("=").lower()


@dataclass(frozen=True, slots=True)
class SchoolRef:
    """A school as every process may know it without asking the database: directory facts only, nothing of its content.

    Attributes:
        id: the school's identity; never changes.
        schema: name of its PostgreSQL schema and of its database role; opaque, never changes.
        slug: first label of its host name.
        status: a `tenants.enums.SchoolStatus` code.
        names: official name by language code.
        district_id: the district that oversees it.
        district_slug: that district's slug, for logs and links.
        successor_id: the school it was merged into, which may read what it left.

    Raises:
        ScopeError: the schema is not the one of this identity: a row of the directory that was changed by hand opens no other school.
    """

    id: uuid.UUID
    schema: str
    slug: str
    status: str
    names: tuple[tuple[str, str], ...]
    district_id: uuid.UUID
    district_slug: str
    successor_id: uuid.UUID | None = None

    def __post_init__(self) -> None:
        if self.schema != schema_name_of(self.id):
            raise ScopeError(f"The schema {self.schema} is not the one of the school {self.id}.")

    def name(self, language: str) -> str:
        """The name in `language`, in Kyrgyz when there is none."""
        names = dict(self.names)
        return names.get(language) or names["ky"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Role and search path of one transaction, and the school it belongs to when it belongs to one.

    Attributes:
        districts: of a district scope: identities with commas between them, or `*` for every district.
    """

    kind: ScopeKind
    role: str
    schema: str | None = None
    school: SchoolRef | None = None
    readonly: bool = False
    districts: str = ""

    @property
    def realm(self) -> str:
        """Prefix that separates cache keys, tokens and files of this scope from every other."""
        return self.schema if self.schema else self.kind.value


_scope: ContextVar[Scope | None] = ContextVar("usul_scope", default=None)


def current_scope() -> Scope | None:
    """The scope of the running unit of work, or None outside every scope."""
    return _scope.get()


def hold(scope: Scope) -> Callable[[], None]:
    """Hold `scope` in the context; returns what lets it go again, harmless to call twice. Only `tenants.context` calls this."""
    tokens: list[Token[Scope | None]] = [_scope.set(scope)]

    def release() -> None:
        if tokens:
            _scope.reset(tokens.pop())

    return release
