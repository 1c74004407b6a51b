"""Scopes inside a test's own transaction, so that a test leaves nothing behind and still runs under real roles.

The harness holds one outer transaction for the whole test. Each scope opened inside it becomes a savepoint that carries the scope's
role and path, and what waits for commit runs when the scope ends, just as it does in production.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from tenants.backend.base import DatabaseWrapper
from tenants.scope import Scope, ScopeKind, hold


@contextmanager
def rolled_back() -> Iterator[None]:
    """Run a test inside one transaction of the `default` connection and undo it at the end."""
    connection = cast(DatabaseWrapper, connections[DEFAULT_DB_ALIAS])
    release = hold(Scope(ScopeKind.HARNESS, role="none"))
    atomic = transaction.atomic()
    atomic._from_testcase = True  # type: ignore[attr-defined]  # lets durable blocks start inside
    try:
        with atomic:
            connection.settler = lambda: _run_commit_hooks(connection)
            try:
                yield
            finally:
                connection.settler = None
                connection.needs_rollback = False
                transaction.set_rollback(True)
    finally:
        release()


def _run_commit_hooks(connection: DatabaseWrapper) -> None:
    while connection.run_on_commit:
        waiting: tuple[Any, ...] = connection.run_on_commit.pop(0)
        waiting[1]()
