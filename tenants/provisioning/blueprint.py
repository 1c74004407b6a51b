"""The blueprint: statements that make a school's schema as the real migrations would, and every migration in compiled form.

It is compiled on a scratch schema by the real migrations, kept in the database, and found again by what it was compiled from: the
source of every migration, this compiler and the server. Anything that does not fit any more is compiled anew and never used.
"""

import hashlib
import inspect
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from psycopg2 import sql

from tenants import roles
from tenants.fleet.compiled import CompiledMigration, Key, checksum_of, compiled_from, digest_of
from tenants.fleet.compiler import run_and_compile, schema_of, school_labels
from tenants.owner import cursor_of, lone_owner, owner
from tenants.provisioning import catalog
from tenants.provisioning.fingerprint import fingerprint_of

FORMAT = 1  # counts up when this module, the compiler or the grants write something else
SCRATCH = "scratch_blueprint"
LOCK = 0x626C7565
RECORDER_TABLE = "django_migrations"


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a new school is made of, at one migration head.

    Attributes:
        source: digest of everything it was compiled from.
        digest: of the migrations it stands for, see `tenants.fleet.compiled.digest_of`.
        fingerprint: of the catalog that the real migrations made.
        ddl: statements without a schema name, in order.
        seeds: rows that migrations leave in an empty school.
        migrations: every migration in compiled form, in the order of the plan.
        checksum: over all of this.
    """

    source: str
    digest: str
    fingerprint: str
    ddl: tuple[str, ...]
    seeds: tuple[str, ...]
    migrations: tuple[CompiledMigration, ...]
    checksum: str

    @property
    def applied(self) -> list[Key]:
        """Rows of django_migrations."""
        return [key for migration in self.migrations for key in migration.recorded]

    @property
    def breaking(self) -> list[Key]:
        """Migrations after which code that does not know them must not serve a school."""
        return [migration.key for migration in self.migrations if not migration.additive]

    def body(self) -> str:
        """As stored."""
        return json.dumps(
            {
                "ddl": self.ddl,
                "seeds": self.seeds,
                "migrations": [migration.as_json() for migration in self.migrations],
            },
            ensure_ascii=False,
        )


@lru_cache(maxsize=1)
def loaded() -> MigrationLoader:
    """The migrations of this release, from disk alone. Tests that change them clear the cache."""
    return MigrationLoader(None, ignore_no_migrations=True)


def source_of_release() -> str:
    """Digest over the code of every migration of the school applications, the names of all, and this compiler."""
    loader = loaded()
    parts = [f"format {FORMAT}"]
    labels = school_labels()
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        code = inspect.getsource(inspect.getmodule(migration) or type(migration)) if app in labels else ""
        parts.append(f"{app}.{name} {hashlib.sha256(code.encode()).hexdigest()}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def current() -> Blueprint:
    """The blueprint of this release, compiled if there is none that fits.

    Raises:
        Exception: whatever a failing migration raises; nothing is kept then.
    """
    with owner() as connection:
        source = f"{source_of_release()[:48]}-pg{connection.pg_version // 10000}"
        found = _kept(connection, source)
    return found if found is not None else _compile(source)


@lru_cache(maxsize=4)
def _parsed(source: str, digest: str, fingerprint: str, checksum: str, body: str) -> Blueprint | None:
    values = json.loads(body)
    if checksum_of(values) != checksum:
        return None
    return Blueprint(
        source,
        digest,
        fingerprint,
        tuple(values["ddl"]),
        tuple(values["seeds"]),
        tuple(compiled_from(migration) for migration in values["migrations"]),
        checksum,
    )


def _kept(connection: Any, source: str) -> Blueprint | None:
    with cursor_of(connection) as cursor:
        cursor.execute(
            "SELECT source, digest, fingerprint, checksum, body FROM public.tenants_blueprint WHERE source = %s",
            [source],
        )
        row = cursor.fetchone()
    return _parsed(*row) if row else None


def _compile(source: str) -> Blueprint:
    """Make the scratch schema, run every migration in it, write everything down, keep it, and remove the scratch schema.

    One process at a time; what a killed one left behind is removed first.
    """
    with lone_owner(LOCK), owner() as connection:
        found = _kept(connection, source)
        if found is not None:
            return found
        _make_scratch(connection)
        try:
            compiled = _run_all(connection)
            with transaction.atomic(connection.alias), cursor_of(connection) as cursor:
                blueprint = _written_down(cursor, source, compiled)
                _keep(cursor, blueprint)
        finally:
            _drop_scratch(connection)
        return blueprint


def _make_scratch(connection: Any) -> None:
    _drop_scratch(connection)
    with transaction.atomic(connection.alias), cursor_of(connection) as cursor:
        roles.create_schema(cursor, SCRATCH, roles.template_role())


def _drop_scratch(connection: Any) -> None:
    with cursor_of(connection) as cursor:
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(SCRATCH)))


def _run_all(connection: Any) -> tuple[CompiledMigration, ...]:
    with schema_of(connection, SCRATCH):
        connection.set_schema(SCRATCH, include_public=False)
        executor = MigrationExecutor(connection)
        executor.recorder.ensure_schema()
        executor.loader.build_graph()
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        connection.set_schema(SCRATCH)
        state = ProjectState(real_apps=executor.loader.unmigrated_apps)
        compiled = []
        for migration, _backwards in plan:
            state, one = run_and_compile(connection, migration, state)
            executor.record_migration(migration)  # type: ignore[call-arg, arg-type]  # the stubs know an older form
            compiled.append(one)
    return tuple(compiled)


def _written_down(cursor: Any, source: str, compiled: tuple[CompiledMigration, ...]) -> Blueprint:
    roles.revoke_for_appending(cursor, SCRATCH, roles.template_role())
    ddl = tuple(catalog.statements_of(cursor, SCRATCH))
    seeds = tuple(catalog.rows_of(cursor, SCRATCH, without=[RECORDER_TABLE]))
    fingerprint = fingerprint_of(cursor, SCRATCH, role=roles.template_role())
    digest = digest_of(key for migration in compiled for key in migration.recorded)
    draft = Blueprint(source, digest, fingerprint, ddl, seeds, compiled, "")
    checksum = checksum_of(json.loads(draft.body()))
    return Blueprint(source, digest, fingerprint, ddl, seeds, compiled, checksum)


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
