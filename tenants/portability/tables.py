"""Tables of one school: which there are, and their rows out and in. Questions start from the schema's own entries of the catalog."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Protocol

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.provisioning.statements import RECORDER_TABLE

TABLES = """
SELECT c.relname, a.attname, i.indkey IS NOT NULL AND a.attnum = ANY (i.indkey)
FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'r' JOIN pg_attribute a ON a.attrelid = c.oid
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = to_regnamespace(%s)
  AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> %s ORDER BY c.relname, a.attnum
"""
SEQUENCES = """
SELECT c.relname, s.seqincrement
FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = to_regnamespace(%s)
  AND c.relname <> %s ORDER BY c.relname
"""
PLAIN = """
SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1
"""


def speak_plainly(cursor: Cursor) -> None:
    """Let the running transaction write values the same way on every server."""
    cursor.execute(PLAIN)


class Source(Protocol):
    """What COPY reads from."""

    def read(self, size: int = ...) -> bytes: ...


class Sink(Protocol):
    """What COPY writes to."""

    def write(self, data: bytes, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a school: its columns, and the primary key by which its rows are put in order."""

    schema: str
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def identifier(self) -> sql.Identifier:
        """Schema and name."""
        return sql.Identifier(self.schema, self.name)

    def copy_out(self, cursor: Cursor, target: Sink) -> int:
        """Write every row as PostgreSQL's own text; returns the number of rows. Equal rows give equal bytes, whatever the server."""
        order = sql.SQL(", ").join(sql.Identifier(column) for column in self.key or self.columns)
        statement = sql.SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT").format(
            _listed(self.columns), self.identifier, order
        )
        cursor.copy_expert(statement.as_string(cursor), target)
        return cursor.rowcount

    def copy_in(self, cursor: Cursor, source: Source, columns: tuple[str, ...]) -> int:
        """Add rows; returns how many."""
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(self.identifier, _listed(columns))
        cursor.copy_expert(statement.as_string(cursor), source)
        return cursor.rowcount


def _listed(columns: tuple[str, ...]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(column) for column in columns)


def tables_of(cursor: Cursor, schema: str) -> list[Table]:
    """Every table of the school but the list of its migrations, by name."""
    cursor.execute(TABLES, [schema, RECORDER_TABLE])
    columns: dict[str, list[str]] = defaultdict(list)
    keys: dict[str, list[str]] = defaultdict(list)
    for name, column, in_key in cursor.fetchall():
        columns[name].append(column)
        if in_key:
            keys[name].append(column)
    return [Table(schema, name, tuple(columns[name]), tuple(keys[name])) for name in columns]


def count_rows(cursor: Cursor, schema: str) -> dict[str, int]:
    """Rows by table, of filled tables only."""
    counts = {}
    for table in tables_of(cursor, schema):
        cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(table.identifier))
        (count,) = cursor.fetchone() or (0,)
        if count:
            counts[table.name] = int(count)
    return counts


def sequences_of(cursor: Cursor, schema: str) -> dict[str, int]:
    """The next value of each identity sequence."""
    cursor.execute(SEQUENCES, [schema, f"{RECORDER_TABLE}_id_seq"])
    following = {}
    for name, step in cursor.fetchall():
        cursor.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(schema, name)))
        value, called = cursor.fetchone() or (1, False)
        following[name] = value + step if called else value
    return following


def restart_sequences(cursor: Cursor, schema: str, following: dict[str, int]) -> None:
    """Let each sequence go on with the value given."""
    for name, value in following.items():
        cursor.execute(
            sql.SQL("ALTER SEQUENCE {} RESTART WITH {}").format(sql.Identifier(schema, name), sql.Literal(value))
        )
