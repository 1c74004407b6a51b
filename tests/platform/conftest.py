"""Places for tests that start servers of their own, and a database for those that bring one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from tests.platform.machine import environment


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every account may enter; pytest's own are private."""
    place = Path(tempfile.mkdtemp(prefix="usul-open-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def given(open_place: Path) -> Iterator[dict[str, str]]:
    """The environment of somebody who has a database server and a broker: a new database on the servers of this run."""
    name = f"given_{os.getpid()}"
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield environment(
            open_place / "state",
            DATABASE_URL=os.environ["DATABASE_URL"].replace("/usul?", f"/{name}?"),
            REDIS_URL=os.environ["REDIS_URL"],
            USUL_ROLE_PREFIX=name.replace("_", ""),
        )
        cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
