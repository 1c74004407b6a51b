"""Which schools are behind this release, and what each of them still needs. Schools of one version share one plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.migrations.executor import MigrationExecutor

from tenants.fleet.compiled import CompiledMigration, Key, digest_of
from tenants.fleet.compiler import schema_of
from tenants.owner import cursor_of
from tenants.provisioning.blueprint import Blueprint


@dataclass(frozen=True, slots=True)
class Member:
    """A school of the fleet: identity, schema, slug, and the version it was found at."""

    id: UUID
    schema: str
    slug: str
    digest: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Migrations that one transaction carries out in a school.

    Attributes:
        migrations: at most one of them changes anything; the others only leave their row in django_migrations.
        before: version of a school that may enter the stage.
        after: version of a school that has passed it.
        extra: further rows of django_migrations, such as the name of a squashed migration whose parts a school had already.
    """

    migrations: tuple[CompiledMigration, ...]
    before: str
    after: str
    extra: tuple[Key, ...] = ()

    @property
    def main(self) -> CompiledMigration | None:
        """The migration that changes something; None when there is none."""
        return next((migration for migration in self.migrations if not migration.is_empty), None)


@dataclass(frozen=True, slots=True)
class Route:
    """The stages that lead from one version to the head, in order; `applied` is what a school has at the start."""

    stages: tuple[Stage, ...]
    applied: frozenset[Key]


def members_behind(connection: Any, digest: str, schemas: list[str] | None = None) -> list[Member]:
    """Schools with a schema of another version than `digest`, by slug. One question, however many schools there are."""
    chosen = "AND s.schema_name = ANY(%s)" if schemas is not None else ""
    with cursor_of(connection) as cursor:
        cursor.execute(
            "SELECT s.id, s.schema_name, s.slug, t.digest FROM public.tenants_schoolschema t "  # noqa: S608 - fixed texts
            f"JOIN public.tenants_school s ON s.id = t.school_id WHERE t.digest <> %s {chosen} ORDER BY s.slug",
            [digest, *([schemas] if schemas is not None else [])],
        )
        return [Member(UUID(str(row[0])), *row[1:]) for row in cursor.fetchall()]


def route_of(connection: Any, member: Member, blueprint: Blueprint) -> Route:
    """What a school at the version of `member` still needs, as Django's own planner says in its schema."""
    with schema_of(connection, member.schema):
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        # the rows themselves: the loader counts a squashed migration in whose parts are there
        applied = frozenset(executor.recorder.applied_migrations())
    compiled = blueprint.by_key
    # what was not compiled from zero (a part of a squashed migration) is left to Django's executor
    pending = [compiled.get((one.app_label, one.name)) or _uncompiled(one) for one, _backwards in plan]
    return Route(tuple(_stages(pending, member.digest, applied, blueprint)), applied)


def _uncompiled(migration: Any) -> CompiledMigration:
    key = (migration.app_label, migration.name)
    return CompiledMigration(*key, steps=None, recorded=(*((a, n) for a, n in migration.replaces), key))


def _stages(
    pending: list[CompiledMigration], digest: str, applied: frozenset[Key], blueprint: Blueprint
) -> Iterator[Stage]:
    """One stage for each migration that changes something; those that change nothing go along with the next."""
    has, before = set(applied), digest
    waiting: list[CompiledMigration] = []
    for migration in pending:
        waiting.append(migration)
        has |= set(migration.recorded)
        if not migration.is_empty and migration is not pending[-1]:
            after = digest_of(has)
            yield Stage(tuple(waiting), before, after)
            waiting, before = [], after
    missing = tuple(key for key in blueprint.applied if key not in has)
    if waiting or missing or before != blueprint.digest:
        yield Stage(tuple(waiting), before, blueprint.digest, missing)
