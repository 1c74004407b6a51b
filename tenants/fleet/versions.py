"""Numbered schema versions: which exist, and which of them the running code may serve."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import transaction

from tenants.fleet.compiled import Key
from tenants.fleet.compiler import school_labels
from tenants.fleet.plan import Route
from tenants.owner import OWNER, cursor_of
from tenants.provisioning.blueprint import Blueprint, loaded

REGISTER = """
INSERT INTO public.tenants_schemaversion (digest, migrations, breaking, created_at) VALUES (%s, %s, %s, now())
ON CONFLICT (digest) DO UPDATE SET breaking = excluded.breaking
"""


def register(connection: Any, route: Route, plan: Blueprint) -> None:
    """Write down every version on the way to the head, before any school is at it: code of other releases has to know them."""
    has = set(route.applied)
    breaking = set(plan.breaking)
    with transaction.atomic(OWNER), cursor_of(connection) as cursor:
        for stage in route.stages:
            has |= {key for migration in stage.migrations for key in migration.recorded} | set(stage.extra)
            cursor.execute(REGISTER, [stage.after, json.dumps(sorted(has)), json.dumps(sorted(has & breaking))])


@lru_cache(maxsize=1)
def _known_to_code() -> tuple[frozenset[Key], frozenset[Key]]:
    """Migrations of the school applications that this code knows, and those among them it cannot work without."""
    labels = school_labels()
    known = {key: migration for key, migration in loaded().disk_migrations.items() if key[0] in labels}
    replaced = {(app, name) for migration in known.values() for app, name in migration.replaces}
    needed = {
        key for key, migration in known.items() if not getattr(migration, "may_lag", False) and not migration.replaces
    }
    return frozenset(known) | replaced, frozenset(needed)


def may_serve(migrations: Iterable[Iterable[str]], breaking: Iterable[Iterable[str]]) -> bool:
    """Whether this code may serve a school with these migrations: it misses none that the code needs, and has none that breaks the code.

    Args:
        migrations: [application, name] of what the school has.
        breaking: those among them that code unaware of them cannot live with.
    """
    known, needed = _known_to_code()
    labels = school_labels()
    has = {(app, name) for app, name in migrations if app in labels}
    return needed <= has and not {(app, name) for app, name in breaking if app in labels} - known


def forget() -> None:
    """Read the migrations from disk again. For tests that change them."""
    _known_to_code.cache_clear()
