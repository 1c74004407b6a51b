"""One migrated template database for the whole run; a copy of it for each test process; a rolled-back transaction for each test."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import psycopg2
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.utils import timezone
from hypothesis import settings as hypothesis_settings
from psycopg2 import sql

from tenants import roles
from tenants.routing import directory
from tenants.testing import rolled_back
from tests import cast
from usul.control.bootstrap import prepare
from usul.env import load
from usul.kept_clusters import BASE
from usul.state import derived_password

hypothesis_settings.register_profile("long", max_examples=200, stateful_step_count=60, deadline=None)
TEMPLATE = "usul_template"
UNFINISHED = "usul_template_unfinished"
LOCK, LOCK_OF_ROLES = 0x7573756C, 0x7573756D


def _own_name() -> str:
    return f"usul_test_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"


def _admin() -> "psycopg2.extensions.connection":
    connection = psycopg2.connect(load()["DATABASE_URL"])
    connection.autocommit = True
    return connection


def _use(name: str) -> None:
    connections.close_all()
    for alias in ("default", "owner"):
        settings.DATABASES[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name
    settings.OWNER_URL = load()["DATABASE_URL"].rpartition("/")[0] + f"/{name}" + _query(load()["DATABASE_URL"])


def _query(url: str) -> str:
    return "?" + url.partition("?")[2] if "?" in url else ""


def _exists(cursor: "psycopg2.extensions.cursor", name: str) -> bool:
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
    return cursor.fetchone() is not None


def _copy(cursor: "psycopg2.extensions.cursor", source: str, name: str) -> None:
    cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(source)))


def _make_template(cursor: "psycopg2.extensions.cursor") -> None:
    cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(UNFINISHED)))
    if _exists(cursor, BASE):
        _copy(cursor, BASE, UNFINISHED)
    else:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(UNFINISHED)))
    _use(UNFINISHED)
    prepare(lambda _step: None)
    cast.enter_stage()
    connections.close_all()
    cursor.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(UNFINISHED), sql.Identifier(TEMPLATE))
    )


@pytest.fixture(scope="session")
def own_database(django_db_blocker: "pytest.FixtureRequest") -> Iterator[str]:
    """A copy of the template for this process; the first process of the run makes the template."""
    with django_db_blocker.unblock():
        name = _own_name()
        settings.MEDIA_ROOT = settings.MEDIA_ROOT / name  # the files of a school of this process are no other's either
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        with closing(_admin()) as admin, admin.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
            if not _exists(cursor, TEMPLATE):
                _make_template(cursor)
            _copy(cursor, TEMPLATE, name)
            cursor.execute("SELECT pg_advisory_unlock(%s)", (LOCK,))
        _open(name)
        yield name
        connections.close_all()


def _open(name: str) -> None:
    _use(name)
    with (
        closing(_admin()) as admin,
        admin.cursor() as cursor,
        closing(psycopg2.connect(settings.OWNER_URL)) as connection,
    ):
        cursor.execute(
            "SELECT pg_advisory_lock(%s)", (LOCK_OF_ROLES,)
        )  # roles are the server's: every process has the same
        connection.autocommit = True
        roles.bootstrap(connection, database=name, app_password=derived_password(settings.SECRET_KEY, "database-app"))
    directory.forget()


@pytest.fixture(scope="session")
def django_db_setup(own_database: str) -> str:
    """What pytest-django asks for; the database is ours."""
    return own_database


@pytest.fixture
def db(own_database: str) -> Iterator[None]:
    """The two schools of the cast, under real roles; everything the test does is undone."""
    directory.forget()
    caches["shared"].clear()
    directory.schools()
    with rolled_back():
        yield


def _written(cursor: "psycopg2.extensions.cursor", name: str) -> int:
    """How many rows, of tables and of the catalog, have ever been written in the database. Waits until nobody is connected to it."""
    connections.close_all()
    deadline = time.monotonic() + 5
    while True:
        cursor.execute(
            "SELECT tup_inserted + tup_updated + tup_deleted, numbackends FROM pg_stat_database WHERE datname = %s",
            (name,),
        )
        count, connected = cursor.fetchone() or (0, 0)
        if not connected or time.monotonic() > deadline:
            return int(count) if not connected else -1
        time.sleep(0.01)


@pytest.fixture
def committed_db(own_database: str) -> Iterator[None]:
    """The same database with real commits; when the test has written anything it is copied anew afterwards."""
    directory.forget()
    caches["shared"].clear()
    with closing(_admin()) as admin, admin.cursor() as cursor:
        before = _written(cursor, own_database)
        yield
        if before < 0 or _written(cursor, own_database) != before:
            _copy(cursor, TEMPLATE, own_database)
            _open(own_database)
    directory.forget()


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day of the cast: noon of it in Bishkek, for everything that asks Django for the time."""
    monkeypatch.setattr(timezone, "now", lambda: cast.NOON)
    return cast.TODAY
