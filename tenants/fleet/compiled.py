"""A migration as a list of steps that can be repeated in any school, and the version numbers made of migrations."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Key = tuple[str, str]  # application label, migration name


class StepKind(StrEnum):
    SQL = "sql"
    OPERATION = "operation"


@dataclass(frozen=True, slots=True)
class Step:
    """Part of a migration.

    Attributes:
        kind: SQL is sent as it is; OPERATION is carried out by Django in each school, because what it does depends on the rows.
        statements: of an SQL step.
        index: of an OPERATION step, in the migration's own list.
    """

    kind: StepKind
    statements: tuple[str, ...] = ()
    index: int = -1


@dataclass(frozen=True, slots=True)
class CompiledMigration:
    """One migration.

    Attributes:
        steps: in order; None when it cannot run inside a transaction and Django's own executor has to run it.
        additive: code that does not know this migration may go on serving a school that has it.
        may_lag: code that knows this migration may serve a school that does not have it yet.
        recorded: rows of django_migrations it leaves; a squashed one leaves those of what it replaces, and its own.
    """

    app: str
    name: str
    steps: tuple[Step, ...] | None
    additive: bool = True
    may_lag: bool = False
    recorded: tuple[Key, ...] = ()

    @property
    def key(self) -> Key:
        """Application label and name."""
        return self.app, self.name

    @property
    def is_sql(self) -> bool:
        """Whether it is statements alone, so that no model state is needed to repeat it."""
        return self.steps is not None and all(step.kind is StepKind.SQL for step in self.steps)

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing in a school's schema, such as a migration of a shared application."""
        return self.steps == ()

    @property
    def statements(self) -> list[str]:
        """Every statement of a migration that is SQL alone."""
        return [statement for step in self.steps or () for statement in step.statements]

    def as_json(self) -> dict[str, Any]:
        """Plain values, see `compiled_from`."""
        steps = None if self.steps is None else [[step.kind.value, step.index, *step.statements] for step in self.steps]
        return {
            "app": self.app,
            "name": self.name,
            "steps": steps,
            "additive": self.additive,
            "may_lag": self.may_lag,
            "recorded": [list(key) for key in self.recorded],
        }


def compiled_from(values: dict[str, Any]) -> CompiledMigration:
    """The migration that `as_json` wrote down."""
    steps = values["steps"]
    return CompiledMigration(
        app=values["app"],
        name=values["name"],
        steps=None
        if steps is None
        else tuple(Step(StepKind(kind), tuple(statements), index) for kind, index, *statements in steps),
        additive=values["additive"],
        may_lag=values["may_lag"],
        recorded=tuple((app, name) for app, name in values["recorded"]),
    )


def digest_of(applied: Iterable[Key]) -> str:
    """Digest of a set of applied migrations; the same whatever the order."""
    lines = sorted(f"{app}.{name}" for app, name in applied)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def checksum_of(value: Any) -> str:
    """Digest of a plain value."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
