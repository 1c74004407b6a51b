"""A school's role, schema, tables, rights and first rows, made in one transaction by the owner account.

Either all of it is there or nothing is. What is there already is left alone, so that every call may be repeated after a crash.
"""

import json
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import transaction
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants import roles
from tenants.fleet.compiled import digest_of
from tenants.owner import OWNER, cursor_of, owner
from tenants.provisioning import compilation
from tenants.provisioning.blueprint import Blueprint
from tenants.provisioning.fingerprint import fingerprint_of
from tenants.provisioning.statements import RECORDER_TABLE, record_applied
from tenants.scope import SchoolRef

Finish = Callable[[Cursor], None]


class HalfMadeError(RuntimeError):
    """There is a schema of this name that neither a blueprint nor the migrations have completed. A person has to look at it."""


def build_schema(school: SchoolRef, *, finish: Finish | None = None) -> None:
    """Make everything `school` needs in the database from the blueprint of this release.

    Args:
        finish: run in the same transaction after everything else, whether the schema was made now or before.

    Raises:
        HalfMadeError: a schema of this name holds something else.
    """
    with owner() as connection:
        plan = compilation.current()
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            if not _is_there(cursor, school):
                _make(cursor, school, plan)
            if finish is not None:
                finish(cursor)


def _is_there(cursor: Cursor, school: SchoolRef) -> bool:
    """Wait for anybody who makes the same school; then whether its schema is complete."""
    cursor.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%(schema)s, 0)); "
        "SELECT EXISTS (SELECT FROM public.tenants_schoolschema WHERE school_id = %(id)s), to_regnamespace(%(schema)s) IS NOT NULL",
        {"schema": school.schema, "id": str(school.id)},
    )
    known, present = cursor.fetchone() or (False, False)
    if known or not present:
        return bool(known)
    return _adopt(cursor, school)


def _adopt(cursor: Cursor, school: SchoolRef) -> bool:
    """Take a schema that the migrations made into the books; False when it is empty."""
    cursor.execute(
        "SELECT count(*), count(*) FILTER (WHERE relname = %s) FROM pg_class WHERE relnamespace = to_regnamespace(%s)",
        [RECORDER_TABLE, school.schema],
    )
    relations, recorder = cursor.fetchone() or (0, 0)
    if not relations:
        return False
    if not recorder:
        raise HalfMadeError(
            f"The schema {school.schema} exists and was not made by Usul: look at it, then drop or rename it."
        )
    note_version(cursor, school)
    return True


def _make(cursor: Cursor, school: SchoolRef, plan: Blueprint) -> None:
    fill_schema(cursor, school, plan, seeds=True)
    roles.revoke_for_appending(cursor, school.schema, school.schema)
    _note(cursor, school, plan.digest, blueprint=plan.checksum)
    roles.join_schools(cursor, school.schema)


def fill_schema(cursor: Cursor, school: SchoolRef, plan: Blueprint, *, seeds: bool) -> None:
    """Role, schema and tables of a school, with or without the rows that migrations leave in an empty one."""
    name = school.schema
    roles.create_school_role(cursor, name)
    roles.create_schema(cursor, name, name)
    cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(name)))
    cursor.execute(";\n".join((*plan.ddl, *(plan.seeds if seeds else ()))))
    record_applied(cursor, plan.applied)


def _note(cursor: Cursor, school: SchoolRef, digest: str, *, blueprint: str = "", fingerprint: str = "") -> None:
    cursor.execute(
        """
        INSERT INTO public.tenants_schoolschema (school_id, digest, blueprint, fingerprint, changed_at)
        VALUES (%s, %s, %s, %s, now())
        ON CONFLICT (school_id) DO UPDATE
        SET digest = excluded.digest, fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
        """,
        [str(school.id), digest, blueprint, fingerprint],
    )


def note_version(cursor: Cursor, school: SchoolRef) -> str:
    """Read which migrations a school's schema has, and write its version down; returns the digest."""
    cursor.execute(sql.SQL("SELECT app, name FROM {}").format(sql.Identifier(school.schema, RECORDER_TABLE)))
    applied: list[Any] = cursor.fetchall()
    digest = digest_of(applied)
    cursor.execute(
        "INSERT INTO public.tenants_schemaversion (digest, migrations, breaking, created_at) "
        "VALUES (%s, %s, '[]', now()) ON CONFLICT (digest) DO NOTHING",
        [digest, json.dumps(applied)],
    )
    _note(cursor, school, digest, fingerprint=fingerprint_of(cursor, school.schema))
    return digest


def build_by_migrations(school: SchoolRef) -> None:
    """Make the same by running every migration in the school's schema, as django-tenants does: the reference for the blueprint."""
    with owner() as connection:
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            roles.create_school_role(cursor, school.schema)
            roles.create_schema(cursor, school.schema, school.schema)
        call_command("migrate_schemas", schema_name=school.schema, database=OWNER, interactive=False, verbosity=0)
        connection.set_schema_to_public()
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            roles.revoke_for_appending(cursor, school.schema, school.schema)
            roles.join_schools(cursor, school.schema)
            note_version(cursor, school)
