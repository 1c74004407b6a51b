"""The blueprint: statements that make a school's schema as the real migrations would, and every migration in compiled form.

It is kept in the database and found again by what it was compiled from: the source of every migration, the compiler and the server.
Anything that does not fit any more is compiled anew (`tenants.provisioning.compilation`) and never used.
"""

import hashlib
import inspect
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.migrations.loader import MigrationLoader

from tenants.fleet.compiled import CompiledMigration, Key, checksum_of, compiled_from
from tenants.fleet.compiler import school_labels
from tenants.owner import cursor_of

FORMAT = 2  # counts up when the compiler, the catalog's writer or the grants write something else


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
        applied: rows of django_migrations.
        sources: digest of the code of each migration, by "application.name".
        checksum: over all of this.
    """

    source: str
    digest: str
    fingerprint: str
    ddl: tuple[str, ...]
    seeds: tuple[str, ...]
    migrations: tuple[CompiledMigration, ...]
    applied: tuple[Key, ...]
    sources: dict[str, str]
    checksum: str

    @property
    def by_key(self) -> dict[Key, CompiledMigration]:
        """The compiled migrations by application label and name."""
        return {migration.key: migration for migration in self.migrations}

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
                "applied": self.applied,
                "sources": self.sources,
            },
            ensure_ascii=False,
        )


@lru_cache(maxsize=1)
def loaded() -> MigrationLoader:
    """The migrations of this release, from disk alone. Tests that change them clear the cache."""
    return MigrationLoader(None, ignore_no_migrations=True)


@lru_cache(maxsize=1)
def sources_of_release() -> dict[str, str]:
    """Digest of the code of each migration, by "application.name"; empty where the application has no tables in schools."""
    labels = school_labels()
    return {
        f"{app}.{name}": _code_of(migration) if app in labels else ""
        for (app, name), migration in sorted(loaded().disk_migrations.items())
    }


def _code_of(migration: Any) -> str:
    code = inspect.getsource(inspect.getmodule(migration) or type(migration))
    return hashlib.sha256(code.encode()).hexdigest()


def source_on(connection: Any) -> str:
    """What a blueprint of this release is found by on the server of `connection`."""
    return f"{checksum_of(sources_of_release())[:48]}-{_kind(connection)}"


def _kind(connection: Any) -> str:
    return f"f{FORMAT}-pg{connection.pg_version // 10000}"


def forget() -> None:
    """Read the migrations from disk again. For tests that change them."""
    loaded.cache_clear()
    sources_of_release.cache_clear()


COLUMNS = "source, digest, fingerprint, checksum, body"


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
        tuple((app, name) for app, name in values["applied"]),
        values["sources"],
        checksum,
    )


def kept(connection: Any, source: str) -> Blueprint | None:
    """The stored blueprint of this source, when it is there and undamaged."""
    with cursor_of(connection) as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM public.tenants_blueprint WHERE source = %s", [source])  # noqa: S608
        row = cursor.fetchone()
    return _parsed(*row) if row else None


def predecessor(connection: Any) -> Blueprint | None:
    """The newest stored blueprint whose migrations are all part of this release, with the same code; None when there is none."""
    sources = sources_of_release()
    if any(
        migration.replaces for migration in loaded().disk_migrations.values() if migration.app_label in school_labels()
    ):
        return None
    with cursor_of(connection) as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM public.tenants_blueprint WHERE source LIKE %s ORDER BY compiled_at DESC LIMIT 3",  # noqa: S608
            [f"%-{_kind(connection)}"],
        )
        found = [_parsed(*row) for row in cursor.fetchall()]
    return next((one for one in found if one is not None and one.sources.items() <= sources.items()), None)
