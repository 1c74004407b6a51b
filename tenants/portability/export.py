"""One school out: every table under one snapshot, every file, one manifest, one signature."""

import gzip
import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.owner import cursor_of, owner
from tenants.portability.manifest import FILES, MANIFEST, SIGNATURE, TABLES, Manifest, Part, public_hex
from tenants.portability.tables import Table, sequences_of, speak_plainly, tables_of
from tenants.provisioning.fingerprint import fingerprint_of
from tenants.provisioning.statements import RECORDER_TABLE
from tenants.scope import SchoolRef

LEVEL = 4  # of compression: half the size of none at a fifth of the time of the best


class _Measured:
    """A binary sink that compresses what passes through, and knows its size and digest before compression."""

    def __init__(self, path: Path) -> None:
        self._file = gzip.GzipFile(path, "wb", compresslevel=LEVEL, mtime=0)
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Take a piece."""
        self._digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def finish(self) -> str:
        """Close; returns the digest of everything written."""
        self._file.close()
        return self._digest.hexdigest()


def export_school(school: SchoolRef, target: Path, *, key: Ed25519PrivateKey) -> Manifest:
    """Write the bundle of `school` to `target`, whole or not at all; returns its manifest.

    Raises:
        OSError: the file cannot be written.
        LookupError: the school has no schema.
    """
    with tempfile.TemporaryDirectory(prefix="usul-export-", dir=target.parent) as name:
        folder = Path(name)
        with snapshot() as cursor:
            version = _version(cursor, school)
            tables = [_write_table(cursor, table, folder) for table in tables_of(cursor, school.schema)]
            sequences = sequences_of(cursor, school.schema)
            fingerprint = fingerprint_of(cursor, school.schema)
        manifest = Manifest(
            school=_described(school),
            tables=tuple(tables),
            files=tuple(_write_files(school, folder)),
            sequences=sequences,
            fingerprint=fingerprint,
            signer=public_hex(key),
            **version,
        )
        unfinished = folder / "bundle"
        _write_tar(unfinished, manifest, folder, key)
        unfinished.replace(target)
    return manifest


@contextmanager
def snapshot() -> Iterator[Cursor]:
    """A cursor in a reading transaction that sees one moment."""
    with owner() as connection, cursor_of(connection) as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            speak_plainly(cursor)
            yield cursor
        finally:
            cursor.execute("ROLLBACK")


def _version(cursor: Cursor, school: SchoolRef) -> dict[str, Any]:
    cursor.execute(
        "SELECT digest, current_setting('server_version_num')::int / 10000, "
        "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') "
        "FROM public.tenants_schoolschema WHERE school_id = %s",
        [str(school.id)],
    )
    row = cursor.fetchone()
    if row is None:
        raise LookupError(f"The school {school.slug} has no schema to export.")
    digest, server, taken_at = row
    cursor.execute(
        sql.SQL("SELECT app, name FROM {} ORDER BY app, name").format(sql.Identifier(school.schema, RECORDER_TABLE))
    )
    return {"digest": digest, "applied": tuple(cursor.fetchall()), "server": server, "taken_at": taken_at}


def _described(school: SchoolRef) -> dict[str, str]:
    names = {f"name_{language}": name for language, name in school.names}
    return {"id": str(school.id), "slug": school.slug, "district": school.district_slug, **names}


def _write_table(cursor: Cursor, table: Table, folder: Path) -> Part:
    path = folder / f"{TABLES}{table.name}.gz"
    path.parent.mkdir(exist_ok=True)
    sink = _Measured(path)
    rows = table.copy_out(cursor, sink)
    return Part(name=table.name, sha256=sink.finish(), size=sink.size, rows=rows, columns=table.columns)


def _write_files(school: SchoolRef, folder: Path) -> Iterator[Part]:
    root = Path(settings.MEDIA_ROOT) / school.schema
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(root).as_posix()
            copy = folder / f"{FILES}{name}.gz"
            copy.parent.mkdir(parents=True, exist_ok=True)
            sink = _Measured(copy)
            with path.open("rb") as file:
                while piece := file.read(1 << 20):
                    sink.write(piece)
            yield Part(name=name, sha256=sink.finish(), size=sink.size)


def _write_tar(path: Path, manifest: Manifest, folder: Path, key: Ed25519PrivateKey) -> None:
    raw = manifest.encoded()
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in ((MANIFEST, raw), (SIGNATURE, key.sign(raw))):
            _add(tar, name, len(content), io.BytesIO(content))
        for name in manifest.members:
            with (folder / name).open("rb") as file:
                _add(tar, name, os.fstat(file.fileno()).st_size, file)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _add(tar: tarfile.TarFile, name: str, size: int, file: IO[bytes]) -> None:
    """A member without owner, time or rights: the same school gives the same bytes."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    tar.addfile(entry, file)
