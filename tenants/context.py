"""The public face of tenancy: one unit of work, one scope, one transaction.

Scopes follow one another and never nest. Work for a school reads and writes that school's schema alone; accounts, the directory and
the district's tables are reached through `public_scope()`.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar, cast

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from tenants.backend.base import DatabaseWrapper
from tenants.scope import SchoolRef, Scope, ScopeError, ScopeKind, current_scope, hold

T = TypeVar("T")
EVERYWHERE = "*"

__all__ = [
    "SchoolRef",
    "ScopeError",
    "current_school",
    "district_scope",
    "for_each_school",
    "in_archive",
    "in_school",
    "public_scope",
]


def role_name(purpose: str) -> str:
    """Database role of this installation for `purpose`: owner, app, portal or district."""
    return f"{settings.ROLE_PREFIX}_{purpose}"


@contextmanager
def _unit_of_work(scope: Scope) -> Iterator[None]:
    """Hold `scope`, open its transaction, and let go of the scope *before* the commit.

    What waits for the commit therefore runs outside every scope and may open one of its own.
    """
    outer = current_scope()
    if outer is not None and outer.kind is not ScopeKind.HARNESS:
        raise ScopeError(f"A {scope.kind} scope was opened inside a {outer.kind} scope. Let the first one end.")
    connection = cast(DatabaseWrapper, connections[DEFAULT_DB_ALIAS])
    with ExitStack() as ending:
        ending.callback(connection.leave, scope)
        release = hold(scope)
        ending.callback(release)
        ending.enter_context(transaction.atomic(durable=True))
        connection.enter(scope)
        ending.callback(release)
        yield


@contextmanager
def in_school(school: SchoolRef, *, readonly: bool = False) -> Iterator[SchoolRef]:
    """Run the block as one transaction in `school`'s schema, under that school's own database role.

    Nothing is left on the connection afterwards: role and path are `SET LOCAL`. With `readonly=True` PostgreSQL refuses every write.

    Raises:
        ScopeError: another scope is open in this context.
        UnknownRoleError: the school has no role in the database.
    """
    scope = Scope(ScopeKind.SCHOOL, role=school.schema, schema=school.schema, school=school, readonly=readonly)
    with _unit_of_work(scope):
        yield school


@contextmanager
def in_archive(school: SchoolRef, *, of: SchoolRef) -> Iterator[SchoolRef]:
    """Run the block as one read-only transaction over what a school left that was merged into `school`.

    Raises:
        ScopeError: `school` is not the successor of `of`, or another scope is open.
    """
    if of.successor_id is None or of.successor_id != school.id:
        raise ScopeError(f"{school.slug} is not the successor of {of.slug}: its archive is closed to it.")
    with in_school(of, readonly=True):
        yield of


@contextmanager
def public_scope(*, readonly: bool = False) -> Iterator[None]:
    """Run the block as one transaction over accounts, the directory and the district tables. No school's schema is reachable."""
    with _unit_of_work(Scope(ScopeKind.PORTAL, role=role_name("portal"), readonly=readonly)):
        yield


@contextmanager
def district_scope(*, districts: Iterable[uuid.UUID] | None) -> Iterator[None]:
    """Run the block as one read-only transaction over the rollups of schools in these districts.

    No account, no school schema and no row of a school elsewhere is reachable.

    Args:
        districts: every district that is open to the reader, those below it included; None for the whole country (operators).
    """
    reach = EVERYWHERE if districts is None else ",".join(sorted(str(district) for district in districts))
    with _unit_of_work(Scope(ScopeKind.DISTRICT, role=role_name("district"), readonly=True, districts=reach)):
        yield


def current_school() -> SchoolRef:
    """The school of the running scope.

    Raises:
        ScopeError: the running scope is not a school's.
    """
    scope = current_scope()
    if scope is None or scope.school is None:
        raise ScopeError("This work needs a school scope: wrap it in in_school(school).")
    return scope.school


def for_each_school(schools: Iterable[SchoolRef], work: Callable[[SchoolRef], T]) -> Iterator[tuple[SchoolRef, T]]:
    """Call `work` for each school in a transaction of its own; yields (school, what it returned)."""
    for school in schools:
        with in_school(school):
            result = work(school)
        yield school, result
