"""From a migration to statements: carried out once for real on an empty schema while every statement is written down.

Only operations whose statements follow from the models alone are written down. What depends on rows (RunPython, a default that is
computed) or is unknown here becomes a step that Django carries out in each school.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import migrations
from django.db.migrations.migration import Migration
from django.db.migrations.operations import fields, models, special
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED
from django.db.models.fields import Field

from tenants.fleet.compiled import CompiledMigration, Step, StepKind

# their statements follow from the state of the models
PLAIN: tuple[type[Operation], ...] = (
    migrations.CreateModel,
    migrations.DeleteModel,
    migrations.RenameModel,
    migrations.AlterModelTable,
    migrations.AlterModelTableComment,
    migrations.AlterUniqueTogether,
    migrations.AlterIndexTogether,
    migrations.AlterOrderWithRespectTo,
    migrations.AlterModelOptions,
    migrations.AlterModelManagers,
    migrations.AddIndex,
    migrations.RemoveIndex,
    migrations.RenameIndex,
    migrations.AddConstraint,
    migrations.RemoveConstraint,
    migrations.AlterConstraint,
    migrations.AddField,
    migrations.RemoveField,
    migrations.AlterField,
    migrations.RenameField,
    migrations.RunSQL,
)
# code of an earlier release keeps working beside them
HARMLESS: tuple[type[Operation], ...] = (
    models.CreateModel,
    models.AlterModelOptions,
    models.AlterModelManagers,
    models.AlterModelTableComment,
    models.AddIndex,
    models.RemoveIndex,
    models.RenameIndex,
    models.RemoveConstraint,
    models.AlterConstraint,
    special.RunPython,
)
SAME_FOR_EVERY_ROW = (list, dict, set, tuple, str, int, bool, float)


def school_labels() -> frozenset[str]:
    """Labels of the applications whose tables are in each school's schema."""
    from django.apps import apps

    return frozenset(config.label for config in apps.get_app_configs() if config.name in settings.TENANT_APPS)


class Recorder:
    """Writes down what a schema editor executes, by the operation that asked for it."""

    def __init__(self, editor: Any) -> None:
        self.statements: list[str] = []
        execute, compose = editor.execute, editor.connection.ops.compose_sql

        def recording(statement: Any, params: Any = ()) -> Any:
            text = str(statement)
            self.statements.append(text if params is None else compose(text, params))
            return execute(statement, params)

        editor.execute = recording

    def take(self) -> tuple[str, ...]:
        """What was executed since the last call."""
        taken, self.statements = tuple(self.statements), []
        return taken


def run_and_compile(
    connection: Any, migration: Migration, state: ProjectState
) -> tuple[ProjectState, CompiledMigration]:
    """Carry out `migration` in the schema `connection` is set to; returns the state afterwards and the compiled form.

    `state` is the caller's no more.
    """
    if migration.app_label not in school_labels():
        return migration.mutate_state(state, preserve=False), _compiled(migration, ())
    if not migration.atomic:
        with connection.schema_editor(atomic=False) as editor:
            return migration.apply(state, editor), _compiled(migration, None)
    steps: list[Step] = []
    created: set[str] = set()
    harmless = True
    with connection.schema_editor(atomic=True) as editor:
        recorder = Recorder(editor)
        for index, operation in enumerate(migration.operations):
            before = state.clone()
            operation.state_forwards(migration.app_label, state)
            operation.database_forwards(migration.app_label, editor, before, state)
            done = recorder.take()
            if isinstance(operation, models.CreateModel):
                created.add(operation.name_lower)
            on_new_table = getattr(operation, "model_name", "").lower() in created
            harmless = harmless and (on_new_table or _is_harmless(operation, done))
            steps += _steps(operation, index, done)
    deferred = recorder.take()
    steps += [Step(StepKind.SQL, deferred)] if deferred else []
    return state, _compiled(migration, tuple(steps), additive=harmless)


def _steps(operation: Operation, index: int, done: tuple[str, ...]) -> Iterator[Step]:
    if _follows_from_models(operation):
        if done:
            yield Step(StepKind.SQL, done)
    elif not (isinstance(operation, special.RunPython) and operation.code is special.RunPython.noop):
        yield Step(StepKind.OPERATION, index=index)


def _compiled(migration: Migration, steps: tuple[Step, ...] | None, *, additive: bool = True) -> CompiledMigration:
    return CompiledMigration(
        app=migration.app_label,
        name=migration.name,
        steps=steps,
        additive=getattr(migration, "additive", additive),
        may_lag=getattr(migration, "may_lag", False),
        recorded=(*((app, name) for app, name in migration.replaces), (migration.app_label, migration.name)),
    )


def _follows_from_models(operation: Operation) -> bool:
    if isinstance(operation, special.SeparateDatabaseAndState):
        return all(_follows_from_models(part) for part in operation.database_operations)
    if type(operation) not in PLAIN:
        return False
    field: Field[Any, Any] | None = getattr(operation, "field", None)
    return field is None or not callable(field.default) or field.default in (NOT_PROVIDED, *SAME_FOR_EVERY_ROW)


def _is_harmless(operation: Operation, done: tuple[str, ...]) -> bool:
    if isinstance(operation, special.SeparateDatabaseAndState):
        return not done
    if isinstance(operation, fields.AddField):
        return bool(
            operation.field.null or operation.field.db_default is not NOT_PROVIDED or operation.field.many_to_many
        )
    if isinstance(operation, fields.AlterField):
        return all(statement.rstrip(";").endswith("DROP NOT NULL") for statement in done)
    return isinstance(operation, HARMLESS) or not done


@contextmanager
def schema_of(connection: Any, schema: str) -> Iterator[None]:
    """Set django-tenants' connection to `schema`, and back to public afterwards."""
    connection.set_schema(schema)
    try:
        yield
    finally:
        connection.set_schema_to_public()
