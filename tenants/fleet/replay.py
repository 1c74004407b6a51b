"""One stage in one school: statements, rows of django_migrations, ledger and version, in one short transaction.

Either all of it is there or nothing is; after kill -9 at any moment the next run finds the truth in the same tables.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from psycopg2 import errors, sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.enums import StepState
from tenants.fleet.compiled import CompiledMigration, Key, Step, StepKind
from tenants.fleet.compiler import schema_of
from tenants.fleet.plan import Member, Stage
from tenants.owner import OWNER, cursor_of
from tenants.provisioning.blueprint import loaded
from tenants.provisioning.fingerprint import fingerprint_of
from tenants.provisioning.statements import record_applied

LONGEST_ERROR = 900
LEDGER = """
INSERT INTO public.tenants_schoolmigration
    (school_id, app, name, state, attempts, started_at, duration_ms, error, compiled, fingerprint)
VALUES (%(school)s, %(app)s, %(name)s, %(state)s, 1, now(), %(ms)s, %(error)s, %(compiled)s, %(fingerprint)s)
ON CONFLICT (school_id, app, name) DO UPDATE SET state = excluded.state, attempts = tenants_schoolmigration.attempts + 1,
    started_at = excluded.started_at, duration_ms = excluded.duration_ms, error = excluded.error,
    compiled = excluded.compiled, fingerprint = excluded.fingerprint
"""


class Result(Enum):
    """What became of a stage in a school."""

    DONE = "done"
    ELSEWHERE = "elsewhere"  # the school is at another version by now; somebody else moved it
    LOCKED = "locked"
    LOST = "lost"  # the server went away; nothing is known to be wrong with the school
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of one attempt, with the reason when it is not DONE, and the fingerprint when it was asked for."""

    result: Result
    error: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a school's tables may be waited for, and how long one stage may take; milliseconds."""

    lock_ms: int = 2_000
    statement_ms: int = 60_000


@dataclass(slots=True)
class Operations:
    """The operations that Django carries out itself, with the states of the models before and after, rendered once a process."""

    ready: dict[tuple[Key, int], tuple[Operation, ProjectState, ProjectState]] = field(default_factory=dict)

    def render(self, migrations: Iterable[CompiledMigration]) -> None:
        """Prepare every such operation. Call it before threads share this object."""
        for migration in migrations:
            wanted = [step.index for step in migration.steps or () if step.kind is StepKind.OPERATION]
            if wanted and (migration.key, wanted[0]) not in self.ready:
                self._render(migration.key, set(wanted))

    def _render(self, key: Key, wanted: set[int]) -> None:
        loader = loaded()
        state: ProjectState = loader.project_state(key, at_end=False)
        for index, operation in enumerate(loader.get_migration(*key).operations):
            before = state.clone()
            operation.state_forwards(key[0], state)
            if index in wanted:
                after = state.clone()
                _ = before.apps, after.apps
                self.ready[key, index] = (operation, before, after)

    def run(self, connection: Any, schema: str, key: Key, index: int) -> None:
        """Carry out one operation in a school's schema."""
        operation, before, after = self.ready[key, index]
        with schema_of(connection, schema), connection.schema_editor(atomic=False) as editor:
            operation.database_forwards(key[0], editor, before, after)


def replay(
    connection: Any, member: Member, stage: Stage, operations: Operations, limits: Limits, *, look: bool = False
) -> Outcome:
    """Try one stage in one school.

    Args:
        look: also take the catalog's fingerprint, inside the same transaction.
    """
    began = time.monotonic()
    try:
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            outcome = _replay(connection, cursor, member, stage, operations, limits, began, look=look)
    except (
        Exception
    ) as error:  # the school's own data may break a migration in any way; it is written down and others go on
        return _failed(connection, member, stage, error, began)
    return outcome


def _replay(
    connection: Any,
    cursor: Cursor,
    member: Member,
    stage: Stage,
    operations: Operations,
    limits: Limits,
    began: float,
    *,
    look: bool,
) -> Outcome:
    place = sql.Identifier(member.schema)
    # a crash may lose the last commits as a whole, never half of one; the run's end is flushed
    cursor.execute(
        sql.SQL(
            "SET LOCAL synchronous_commit = off; SET LOCAL lock_timeout = {lock}; SET LOCAL statement_timeout = {time}; "
            "SET LOCAL search_path = {place}, public; UPDATE public.tenants_schoolschema SET digest = {after}, changed_at = now() "
            "WHERE school_id = {school} AND digest = {before}"
        ).format(
            lock=sql.Literal(limits.lock_ms),
            time=sql.Literal(limits.statement_ms),
            place=place,
            school=sql.Literal(str(member.id)),
            before=sql.Literal(stage.before),
            after=sql.Literal(stage.after),
        )
    )
    if cursor.rowcount != 1:
        return Outcome(Result.ELSEWHERE)
    if stage.main is not None:
        for step in stage.main.steps or ():
            _run_step(connection, cursor, member, stage.main.key, step, operations)
    record_applied(cursor, [*(key for one in stage.migrations for key in one.recorded), *stage.extra])
    fingerprint = fingerprint_of(cursor, member.schema) if look else ""
    _note(cursor, member, stage, StepState.DONE, began, fingerprint=fingerprint)
    return Outcome(Result.DONE, fingerprint=fingerprint)


def _run_step(connection: Any, cursor: Cursor, member: Member, key: Key, step: Step, operations: Operations) -> None:
    if step.kind is StepKind.SQL:
        cursor.execute(";\n".join(step.statements))
    else:
        operations.run(connection, member.schema, key, step.index)
        cursor.execute(sql.SQL("SET LOCAL search_path = {}, public").format(sql.Identifier(member.schema)))


def _failed(connection: Any, member: Member, stage: Stage, error: Exception, began: float) -> Outcome:
    """Write a failure down in a transaction of its own."""
    cause = error.__cause__ if isinstance(error, DatabaseError) else error
    if connection.connection is None or connection.connection.closed or isinstance(error, InterfaceError):
        # the server went away, or is not there yet
        connection.close()
        return Outcome(Result.LOST, _text(error))
    locked = isinstance(cause, errors.LockNotAvailable | errors.DeadlockDetected)
    try:
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            _note(cursor, member, stage, StepState.LOCKED if locked else StepState.FAILED, began, error=_text(error))
    except (OperationalError, InterfaceError):
        connection.close()
        return Outcome(Result.LOST, _text(error))
    return Outcome(Result.LOCKED if locked else Result.FAILED, _text(error))


def _text(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {lines[0]}"[:LONGEST_ERROR]


def _note(
    cursor: Cursor,
    member: Member,
    stage: Stage,
    state: StepState,
    began: float,
    *,
    error: str = "",
    fingerprint: str = "",
    compiled: bool = True,
) -> None:
    if stage.main is None:
        return
    cursor.execute(
        LEDGER,
        {
            "school": str(member.id),
            "app": stage.main.app,
            "name": stage.main.name,
            "state": state.value,
            "ms": int((time.monotonic() - began) * 1000),
            "error": error,
            "compiled": compiled,
            "fingerprint": fingerprint,
        },
    )


def run_for_real(connection: Any, member: Member, stage: Stage) -> Outcome:
    """A migration that cannot run inside a transaction, by Django's own executor. Safe to repeat, not atomic with the ledger."""
    began = time.monotonic()
    targets = [migration.key for migration in stage.migrations]
    try:
        with schema_of(connection, member.schema):
            MigrationExecutor(connection).migrate(targets)
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            cursor.execute(
                "UPDATE public.tenants_schoolschema SET digest = %s, changed_at = now() WHERE school_id = %s",
                [stage.after, str(member.id)],
            )
            cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(member.schema)))
            record_applied(cursor, stage.extra)
            _note(cursor, member, stage, StepState.DONE, began, compiled=False)
    except Exception as error:  # as in `replay`
        return _failed(connection, member, stage, error, began)
    return Outcome(Result.DONE)
