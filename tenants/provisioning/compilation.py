"""Compiling a blueprint: the real migrations run on a scratch schema, and everything is written down.

What an earlier blueprint of the same code knows already is not run again: the scratch schema is made from it, compared with the
fingerprint it had, and only the migrations that have come since are run.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from psycopg2 import sql

from tenants import roles
from tenants.fleet.compiled import CompiledMigration, Key, checksum_of, digest_of
from tenants.fleet.compiler import run_and_compile, schema_of
from tenants.owner import cursor_of, lone_owner, owner
from tenants.provisioning import catalog
from tenants.provisioning.blueprint import Blueprint, kept, predecessor, source_on, sources_of_release
from tenants.provisioning.fingerprint import fingerprint_of
from tenants.provisioning.statements import RECORDER_TABLE, record_applied

SCRATCH = "scratch_blueprint"
LOCK = 0x626C7565


class RehearsalError(RuntimeError):
    """A migration of this release does not even run on an empty schema. No school has been touched."""


def current() -> Blueprint:
    """The blueprint of this release, compiled if there is none that fits.

    Raises:
        Exception: whatever a failing migration raises; nothing is kept then.
    """
    with owner() as connection:
        source = source_on(connection)
        return kept(connection, source) or compile_release(source)


def compile_release(source: str) -> Blueprint:
    """Compile and keep the blueprint of this release. One process at a time; what a killed one left behind is removed first."""
    with lone_owner(LOCK), owner() as connection:
        found = kept(connection, source)
        if found is not None:
            return found
        try:
            base = _make_scratch(connection, predecessor(connection))
            compiled = _run_what_is_missing(connection, base)
            with transaction.atomic(connection.alias), cursor_of(connection) as cursor:
                blueprint = _written_down(cursor, source, compiled)
                _keep(cursor, blueprint)
        finally:
            _drop_scratch(connection)
        return blueprint


@contextmanager
def scratch(connection: Any, plan: Blueprint) -> Iterator[str]:
    """A schema made from `plan` for the length of the block, to compare schools with; its name."""
    with lone_owner(LOCK):
        try:
            _make_scratch(connection, plan)
            yield SCRATCH
        finally:
            _drop_scratch(connection)


def _make_scratch(connection: Any, base: Blueprint | None) -> Blueprint | None:
    """An empty scratch schema, or one in the state of `base`; returns the blueprint it is in the state of."""
    _drop_scratch(connection)
    role = roles.template_role()
    with transaction.atomic(connection.alias), cursor_of(connection) as cursor:
        roles.create_schema(cursor, SCRATCH, role)
        if base is None:
            return None
        cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(SCRATCH)))
        cursor.execute(";\n".join((*base.ddl, *base.seeds)))
        record_applied(cursor, base.applied)
        roles.revoke_for_appending(cursor, SCRATCH, role)
        same = fingerprint_of(cursor, SCRATCH, role=role) == base.fingerprint
    return base if same else _make_scratch(connection, None)


def _drop_scratch(connection: Any) -> None:
    with cursor_of(connection) as cursor:
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(SCRATCH)))


def _run_what_is_missing(connection: Any, base: Blueprint | None) -> tuple[CompiledMigration, ...]:
    compiled = dict(base.by_key) if base else {}
    with schema_of(connection, SCRATCH):
        connection.set_schema(SCRATCH, include_public=False)
        executor = MigrationExecutor(connection)
        executor.recorder.ensure_schema()
        executor.loader.build_graph()
        leaves = executor.loader.graph.leaf_nodes()
        pending = [migration for migration, _backwards in executor.migration_plan(leaves)]
        order = [migration for migration, _backwards in executor.migration_plan(leaves, clean_start=True)]
        connection.set_schema(SCRATCH)
        state = ProjectState(real_apps=executor.loader.unmigrated_apps)
        for migration in order:
            if migration not in pending:
                migration.mutate_state(state, preserve=False)
        for migration in pending:
            try:
                state, one = run_and_compile(connection, migration, state)
            except Exception as error:
                message = f"{migration.app_label}.{migration.name} fails on an empty schema: {error}"
                raise RehearsalError(message) from error
            executor.record_migration(migration)  # type: ignore[call-arg, arg-type]  # the stubs know an older form
            compiled[one.key] = one
        executor.check_replacements()
    return tuple(compiled[migration.app_label, migration.name] for migration in order)


def _written_down(cursor: Any, source: str, compiled: tuple[CompiledMigration, ...]) -> Blueprint:
    roles.revoke_for_appending(cursor, SCRATCH, roles.template_role())
    ddl = tuple(catalog.statements_of(cursor, SCRATCH))
    seeds = tuple(catalog.rows_of(cursor, SCRATCH, without=[RECORDER_TABLE]))
    fingerprint = fingerprint_of(cursor, SCRATCH, role=roles.template_role())
    cursor.execute(sql.SQL("SELECT app, name FROM {} ORDER BY id").format(sql.Identifier(SCRATCH, RECORDER_TABLE)))
    applied: tuple[Key, ...] = tuple(cursor.fetchall())
    draft = Blueprint(
        source, digest_of(applied), fingerprint, ddl, seeds, compiled, applied, sources_of_release(), checksum=""
    )
    return replace(draft, checksum=checksum_of(json.loads(draft.body())))


def _keep(cursor: Any, blueprint: Blueprint) -> None:
    cursor.execute(
        """
        INSERT INTO public.tenants_blueprint (source, digest, checksum, fingerprint, body, compiled_at)
        VALUES (%s, %s, %s, %s, %s, now())
        ON CONFLICT (source) DO UPDATE SET digest = excluded.digest, checksum = excluded.checksum,
            fingerprint = excluded.fingerprint, body = excluded.body, compiled_at = excluded.compiled_at
        """,
        [blueprint.source, blueprint.digest, blueprint.checksum, blueprint.fingerprint, blueprint.body()],
    )
    cursor.execute(
        """
        INSERT INTO public.tenants_schemaversion (digest, migrations, breaking, created_at)
        VALUES (%s, %s, %s, now()) ON CONFLICT (digest) DO UPDATE SET breaking = excluded.breaking
        """,
        [blueprint.digest, json.dumps(blueprint.applied), json.dumps(blueprint.breaking)],
    )
