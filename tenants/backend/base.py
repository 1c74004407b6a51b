"""A PostgreSQL wrapper that keeps no state on the connection and refuses to work outside a scope.

A transaction starts with one statement string: BEGIN, the role, the search path. The driver stays in autocommit mode, so COMMIT and
ROLLBACK are sent by this wrapper too. A cursor is given out only while this very connection carries the scope of this very context:
a thread or coroutine that borrowed a context without a transaction of its own gets an error instead of someone's rows. What a cursor
has found is worth nothing in another scope either: an iterator that outlives its scope raises instead of mixing schools.

A backend of PostgreSQL keeps what it has learned of every table it has touched until it ends. So a connection is replaced, between
two units of work, once it has served `SCHOOLS_PER_CONNECTION` schools.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from django.conf import settings
from django.db import DataError, InterfaceError, InternalError, NotSupportedError, OperationalError
from django.db.backends.postgresql import base
from django.db.backends.utils import debug_transaction
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.scope import Scope, ScopeError, ScopeKind, UnknownRoleError, current_scope


def _binding(scope: Scope) -> str:
    """Role and search path of `scope` as statements that PostgreSQL forgets at the end of the transaction."""
    if scope.kind is ScopeKind.HARNESS:
        return "SET LOCAL ROLE NONE; SET LOCAL search_path = ''"
    path = f'"{scope.schema}", public' if scope.schema else "public"
    reach = f"; SET LOCAL usul.districts = '{scope.districts}'" if scope.kind is ScopeKind.DISTRICT else ""
    return f'SET LOCAL ROLE "{scope.role}"; SET LOCAL search_path = {path}{reach}'


def _opening(scope: Scope) -> str:
    return f"{'BEGIN READ ONLY' if scope.readonly else 'BEGIN'}; {_binding(scope)}"


class ScopedCursor(Cursor):
    """A cursor of the driver whose rows belong to the scope in which it was opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope = current_scope()

    def _check(self) -> None:
        if current_scope() is not self.scope:
            raise ScopeError("These rows were asked for in a scope that has ended. Read them before it ends.")

    def fetchone(self) -> Any:
        self._check()
        return super().fetchone()

    def fetchmany(self, size: int | None = None) -> Any:
        self._check()
        return super().fetchmany() if size is None else super().fetchmany(size)

    def fetchall(self) -> Any:
        self._check()
        return super().fetchall()

    def __next__(self) -> Any:
        self._check()
        return super().__next__()


class DatabaseWrapper(base.DatabaseWrapper):
    """Wrapper of the `default` connection. See the module text; `tenants.context` is its only caller."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bound: Scope | None = None
        self._harness: Scope | None = None
        self._served: set[str] = set()
        self.settler: Callable[[], None] | None = None

    # --- opening and closing a unit of work ---------------------------------------------------------------

    def _start_transaction_under_autocommit(self) -> None:
        """Called by `transaction.atomic()` for the outermost block."""
        scope = current_scope()
        if scope is None:
            raise ScopeError("No scope is open: wrap the work in in_school(...) or public_scope().")
        self._make_room(scope)
        statement = _opening(scope)
        try:
            self._send(statement)
        except (OperationalError, InterfaceError):
            # the server closed an idle connection; nothing was done yet, so one fresh attempt is safe
            self.close()
            self.connect()
            self._send(statement)
        except DataError:
            self._send("ROLLBACK")
            raise UnknownRoleError(
                f"The database role {scope.role} does not exist: the school is not set up, or is gone."
            ) from None
        self._bound = scope
        if scope.schema is not None:
            self._served.add(scope.schema)

    def _make_room(self, scope: Scope) -> None:
        """Replace a connection that has served enough schools, before it meets one more."""
        if scope.schema is None or scope.schema in self._served:
            return
        if len(self._served) >= settings.SCHOOLS_PER_CONNECTION:
            self.close()
            self.connect()

    def enter(self, scope: Scope) -> None:
        """Make `scope` the bound one inside the outer block of the test harness; nothing to do when BEGIN has just bound it."""
        if self._bound is scope:
            return
        if self._bound is None or self._bound.kind is not ScopeKind.HARNESS:
            raise ScopeError("The connection is inside a transaction that belongs to another scope.")
        readonly = "SET LOCAL transaction_read_only = on; " if scope.readonly else ""
        self._send(f"{readonly}{_binding(scope)}")
        self._harness, self._bound = self._bound, scope

    def leave(self, scope: Scope) -> None:
        """Undo `enter` once the savepoint has ended, and let the harness run what waited for commit.

        Nothing to do after a real transaction: COMMIT and ROLLBACK have already unbound it.
        """
        if self._harness is None or self._bound is not scope:
            return
        self._bound, self._harness = self._harness, None
        self._send(_binding(self._bound))
        if self.settler is not None:
            self.settler()

    def _send(self, statement: str) -> None:
        """Run one raw statement string, whatever scope is bound; recorded among the queries when these are being recorded."""
        self.ensure_connection()
        with self._recorded(statement), self.wrap_database_errors, self.connection.cursor() as cursor:
            cursor.execute(statement)
            self._last_status: str = cursor.statusmessage

    def _recorded(self, statement: str) -> AbstractContextManager[Any]:
        return debug_transaction(self, statement) if self.queries_logged else nullcontext()

    def _commit(self) -> None:
        if self.connection is None or self._bound is None:
            return
        self._bound = None
        try:
            self._send("COMMIT")
        except (OperationalError, InterfaceError):
            self.close()  # lost: the next unit of work opens a new one
            raise
        if self._last_status != "COMMIT":
            raise InternalError("The transaction had already failed; PostgreSQL rolled it back at COMMIT.")

    def _rollback(self) -> None:
        if self.connection is None or self._bound is None:
            return
        self._bound = None
        self._send("ROLLBACK")

    def _savepoint(self, sid: str) -> None:
        self._send(self.ops.savepoint_create_sql(sid))

    def _savepoint_rollback(self, sid: str) -> None:
        self._send(self.ops.savepoint_rollback_sql(sid))

    def _savepoint_commit(self, sid: str) -> None:
        self._send(self.ops.savepoint_commit_sql(sid))

    def _close(self) -> None:
        self._bound = self._harness = None
        self._served.clear()
        super()._close()  # type: ignore[misc]

    # --- cursors --------------------------------------------------------------------------------------------

    @contextmanager
    def temporary_connection(self) -> Iterator[Any]:
        """A raw cursor for questions about the server itself, such as its version; needs no scope and reads no table."""
        self.ensure_connection()
        with self.wrap_database_errors, self.connection.cursor() as cursor:
            yield cursor

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor for the bound scope. None is kept on the server: it would have to outlive its transaction."""
        if name is not None:
            raise NotSupportedError("A cursor on the server outlives its transaction and with it the scope.")
        cursor = self.connection.cursor(cursor_factory=ScopedCursor)
        cursor.tzinfo_factory = self.tzinfo_factory if settings.USE_TZ else None
        return cursor

    def chunked_cursor(self) -> Any:
        """What `QuerySet.iterator()` reads from: an ordinary cursor, so that each chunk is checked against the scope."""
        return self.cursor()

    def _cursor(self, name: str | None = None) -> Any:
        scope = current_scope()
        if scope is None:
            raise ScopeError("No scope is open: wrap the work in in_school(...) or public_scope().")
        if self._bound is not scope:
            raise ScopeError(
                f"The context holds a {scope.kind} scope that this connection does not carry. "
                "Work handed to another thread must open its own scope."
            )
        return super()._cursor(name)  # type: ignore[misc]
