"""Statements that building, compiling and migrating share."""

from collections.abc import Iterable

from psycopg2.extensions import cursor as Cursor  # noqa: N812
from psycopg2.extras import execute_values

from tenants.fleet.compiled import Key

RECORDER_TABLE = "django_migrations"


def record_applied(cursor: Cursor, applied: Iterable[Key]) -> None:
    """Write rows of django_migrations in the schema of the search path."""
    rows = list(applied)
    if rows:
        execute_values(cursor, "INSERT INTO django_migrations (app, name, applied) VALUES %s", rows, "(%s, %s, now())")
