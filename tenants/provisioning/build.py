"""A school's role, schema, tables and grants, made by the owner account. Every step is safe to repeat after a crash."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

from django.core.management import call_command
from django.db import connections
from psycopg2 import sql

from tenants import roles
from tenants.scope import SchoolRef

OWNER = "owner"
SchemaMaker = Callable[[str], None]


def make_by_migrations(schema: str) -> None:
    """Create the tables of `schema` by running every migration of the tenant applications in it."""
    call_command("migrate_schemas", schema_name=schema, database=OWNER, interactive=False, verbosity=0)


def build_schema(school: SchoolRef, *, make_tables: SchemaMaker = make_by_migrations) -> None:
    """Make everything `school` needs in the database: its role, its schema, its tables, its grants.

    Args:
        make_tables: how the tables come into an existing, possibly half-filled schema; must be safe to repeat.
    """
    connection: Any = connections[OWNER]
    with closing(connection):
        with connection.cursor() as cursor:
            roles.create_school_role(cursor, school.schema)
            cursor.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(school.schema)))
        make_tables(school.schema)
        connection.set_schema_to_public()
        with connection.cursor() as cursor:
            roles.grant_school(cursor, school.schema)


def drop_schema(school: SchoolRef) -> None:
    """Remove the school's schema with all it holds, and its role. There is no way back but a bundle exported before."""
    connection = connections[OWNER]
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(school.schema)))
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (school.schema,))
        if cursor.fetchone() is not None:
            cursor.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(school.schema)))
            cursor.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(school.schema)))
