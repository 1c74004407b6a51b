"""Connections of the owner account: the only ones that make, change and remove schemas. Web processes may have none."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from django.conf import settings
from django.db import connections
from psycopg2.extensions import cursor as Cursor  # noqa: N812

OWNER = "owner"


class NoOwnerError(RuntimeError):
    """This process was started without the owner account (DATABASE_URL): it cannot make or change schemas."""


@contextmanager
def owner() -> Iterator[Any]:
    """Django's connection of the owner account in this thread, open. The outermost block that opened it closes it."""
    if OWNER not in settings.DATABASES:
        raise NoOwnerError("DATABASE_URL is not set: schemas can only be made and changed with the owner account.")
    connection = connections[OWNER]
    opened = connection.connection is None
    try:
        connection.ensure_connection()
        yield connection
    finally:
        if opened:
            connection.close()


@contextmanager
def cursor_of(connection: Any) -> Iterator[Cursor]:
    """A cursor of the driver itself: it sends what it is given and sets no search path of its own."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        yield cursor


@contextmanager
def lone_owner(key: int) -> Iterator[None]:
    """Wait until no other process is in a block of the same key. The lock goes with its transaction, also when we are killed."""
    connection = connections.create_connection(OWNER)
    with closing(connection):
        connection.set_autocommit(False)
        with cursor_of(connection) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
        yield


@contextmanager
def only_owner(key: int) -> Iterator[bool]:
    """Like `lone_owner`, but does not wait: False when another process is inside."""
    connection = connections.create_connection(OWNER)
    with closing(connection):
        connection.set_autocommit(False)
        with cursor_of(connection) as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [key])
            (got,) = cursor.fetchone() or (False,)
        yield bool(got)
