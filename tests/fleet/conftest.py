"""A small fleet, and releases to come."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tenants.context import public_scope
from tenants.models import District
from tenants.owner import cursor_of, owner
from tenants.provisioning import build_schema
from tenants.routing import directory, directory_changed
from tenants.scope import SchoolRef
from tests import cast
from tests.fleet import releases as coming

Ask = Callable[..., list[tuple[Any, ...]]]
Fleet = Callable[[int], list[SchoolRef]]


@pytest.fixture
def school_a(own_database: str) -> SchoolRef:
    found = directory.school(cast.SCHOOL_A_ID)
    assert found is not None
    return found


@pytest.fixture
def school_b(own_database: str) -> SchoolRef:
    found = directory.school(cast.SCHOOL_B_ID)
    assert found is not None
    return found


@pytest.fixture
def ask() -> Ask:
    """Ask the database as owner: `ask(sql, values)` gives rows."""

    def question(text: str, *values: Any) -> list[tuple[Any, ...]]:
        with owner() as connection, cursor_of(connection) as cursor:
            cursor.execute(text, values or None)
            return cursor.fetchall() if cursor.description else []

    return question


@pytest.fixture
def fleet(committed_db: None) -> Callable[[int], list[SchoolRef]]:
    """`fleet(5)`: five schools in use, the two of the cast among them."""

    def grow(size: int) -> list[SchoolRef]:
        with public_scope():
            district = District.objects.get()
            new = [
                cast.school(uuid.uuid4(), f"school-{number + 1}", district, number + 1).ref for number in range(2, size)
            ]
        for school in new:
            build_schema(school)
        directory_changed()
        return directory.schools()

    return grow


@pytest.fixture
def releases(
    committed_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[coming.Releases]:
    """Migrations to come of the application `audit`."""
    yield from _releases("audit", tmp_path, monkeypatch, settings)


@pytest.fixture
def people_releases(
    committed_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[coming.Releases]:
    """Migrations to come of the application `people`."""
    yield from _releases("people", tmp_path, monkeypatch, settings)


def _releases(app: str, folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[coming.Releases]:
    monkeypatch.syspath_prepend(folder)
    found = coming.Releases(folder, app)
    settings.MIGRATION_MODULES = {app: found.module}
    found.changed()
    yield found
    coming.forget()
