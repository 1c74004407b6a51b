"""A copy of the database can be restored, and one that is incomplete or would overwrite something is refused."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from tests.platform.machine import ROOT
from usul.embedded.software import postgres_folder

BACKUP, RESTORE = (str(ROOT / "infra" / "backup" / name) for name in ("backup.sh", "restore.sh"))
TABLES = """
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1, 2
"""


def address(name: str) -> str:
    """Address of another database of the same server."""
    before, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{query}"


def run(script: str, *arguments: str, url: str, **env: str) -> subprocess.CompletedProcess[str]:
    programs = postgres_folder(Path("/nonexistent"), None) / "bin"
    return subprocess.run(
        [script, *arguments],
        env={"PATH": f"{programs}:{os.environ['PATH']}", "DATABASE_URL": url, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def rows(url: str) -> dict[tuple[str, str], int]:
    """Every table with the number of its rows."""
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(TABLES)
            counts = {}
            for place in cursor.fetchall():
                cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(*place)))
                counts[place] = cursor.fetchone()[0]
            return counts
    finally:
        connection.close()


@pytest.fixture
def empty() -> Iterator[str]:
    """Address of an empty database."""
    name = f"restored_{os.getpid()}"
    admin = psycopg2.connect(os.environ["DATABASE_URL"])
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield address(name)
    with admin.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    admin.close()


def test_what_was_copied_comes_back_whole(own_database: str, empty: str, tmp_path: Path) -> None:
    """Every table of every school has as many rows as before, files included; the same copy is not put on top of it again."""
    (tmp_path / "files" / "s_abc").mkdir(parents=True)
    (tmp_path / "files" / "s_abc" / "charter.pdf").write_bytes(b"%PDF")
    made = run(BACKUP, url=address(own_database), TARGET=str(tmp_path / "copies"), FILES=str(tmp_path / "files"))
    assert made.returncode == 0, made.stderr
    copy = Path(made.stdout.strip())
    assert sorted(path.name for path in copy.iterdir()) == [
        "SHA256SUMS",
        "contents.txt",
        "database.dump",
        "files.tar.gz",
        "roles.sql",
    ]
    assert copy.stat().st_mode & 0o077 == 0

    restored = run(RESTORE, str(copy), url=empty, FILES=str(tmp_path / "again"))
    assert restored.returncode == 0, restored.stderr
    before, after = rows(address(own_database)), rows(empty)
    assert after == before
    assert len({schema for schema, _ in before}) == 3  # public and the two schools of the cast
    assert before["public", "tenants_school"] == 2
    assert (tmp_path / "again" / "s_abc" / "charter.pdf").read_bytes() == b"%PDF"

    twice = run(RESTORE, str(copy), url=empty)
    assert twice.returncode == 1
    assert "is not empty" in twice.stderr
    assert rows(empty) == before


def test_a_damaged_copy_is_refused(own_database: str, empty: str, tmp_path: Path) -> None:
    made = run(BACKUP, url=address(own_database), TARGET=str(tmp_path))
    copy = Path(made.stdout.strip())
    with (copy / "database.dump").open("r+b") as file:
        file.seek(200)
        old = file.read(4)
        file.seek(200)
        file.write(bytes(255 - byte for byte in old))
    refused = run(RESTORE, str(copy), url=empty)
    assert refused.returncode != 0
    assert "database.dump: FAILED" in refused.stdout
    assert rows(empty) == {}


def test_a_dump_without_schools_is_no_copy(empty: str, tmp_path: Path) -> None:
    made = run(BACKUP, url=empty, TARGET=str(tmp_path))
    assert made.returncode == 1
    assert "no directory of schools" in made.stderr
    assert [path for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    assert list(tmp_path.iterdir()) == []
