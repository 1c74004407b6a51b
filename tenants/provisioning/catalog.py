"""From the catalog of a schema to the statements that make an equal one.

Foreign keys stand inside CREATE TABLE wherever the order of tables allows it: PostgreSQL then has nothing to check. What a school's
schema must not hold (views, functions, triggers, partitions, types of its own) is an error, so that nothing is left out in silence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.provisioning.fingerprint import settle


class NotCopiableError(RuntimeError):
    """The schema holds something that this module does not write down."""


@dataclass
class Table:
    """What CREATE TABLE says, and what has to follow it."""

    oid: int
    name: str
    options: str
    columns: list[str] = field(default_factory=list)
    constraints: list[tuple[str, str]] = field(default_factory=list)
    foreign: list[tuple[str, str, int]] = field(default_factory=list)

    def create(self, made: set[int]) -> str:
        """The statement, with the foreign keys whose tables are there already or are this one."""
        inline = [(name, text) for name, text, other in self.foreign if other in made or other == self.oid]
        parts = [*self.columns, *(f"CONSTRAINT {quoted(name)} {text}" for name, text in [*self.constraints, *inline])]
        return f"CREATE TABLE {quoted(self.name)} ({', '.join(parts)}){self.options}"

    def later(self, made: set[int]) -> Iterator[str]:
        """Foreign keys to tables that are made after this one."""
        for name, text, other in self.foreign:
            if other not in made and other != self.oid:
                yield f"ALTER TABLE {quoted(self.name)} ADD CONSTRAINT {quoted(name)} {text}"


def quoted(name: str) -> str:
    """The name as PostgreSQL reads it back."""
    return '"' + name.replace('"', '""') + '"'


def statements_of(cursor: Cursor, schema: str) -> list[str]:
    """Statements that make the tables, indexes and comments of `schema` in another, empty schema.

    The cursor's transaction gets `schema` alone as its search path, so that no name carries a schema.

    Raises:
        NotCopiableError: the schema holds something else.
    """
    cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(schema)))
    _refuse_others(cursor, schema)
    tables = _tables(cursor, schema)
    _add_columns(cursor, tables)
    _add_constraints(cursor, tables)
    made: set[int] = set()
    creations: list[str] = []
    later: list[str] = []
    for table in _in_order(list(tables.values())):
        creations.append(table.create(made))
        later += table.later(made)
        made.add(table.oid)
    return [*creations, *later, *_indexes(cursor, list(tables)), *_comments(cursor, list(tables))]


def _refuse_others(cursor: Cursor, schema: str) -> None:
    cursor.execute(
        """
        SELECT pg_describe_object(d.classid, d.objid, 0)
        FROM pg_depend d JOIN pg_namespace n ON n.oid = d.refobjid
        WHERE d.refclassid = 'pg_namespace'::regclass AND n.nspname = %s AND d.deptype = 'n'
          AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE d.classid = 'pg_class'::regclass AND c.oid = d.objid
                          AND c.relkind IN ('r', 'S') AND NOT c.relrowsecurity AND c.reloftype = 0)
          AND d.classid <> 'pg_default_acl'::regclass
        UNION ALL
        SELECT pg_describe_object('pg_trigger'::regclass, t.oid, 0) FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %s AND NOT t.tgisinternal
        UNION ALL
        SELECT pg_describe_object('pg_class'::regclass, i.inhrelid, 0) FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %s
        UNION ALL
        SELECT 'sequence ' || s.relname || ' that belongs to no identity column' FROM pg_class s
        JOIN pg_namespace n ON n.oid = s.relnamespace WHERE n.nspname = %s AND s.relkind = 'S'
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = s.oid
                          AND d.deptype = 'i')
        """,
        [schema] * 4,
    )
    others = [row[0] for row in cursor.fetchall()]
    if others:
        raise NotCopiableError(f"A school's schema must not hold: {'; '.join(others[:5])}")


def _tables(cursor: Cursor, schema: str) -> dict[int, Table]:
    cursor.execute(
        """
        SELECT c.oid, c.relname, c.reloptions FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %s AND c.relkind = 'r' ORDER BY c.oid
        """,
        [schema],
    )
    return {
        oid: Table(oid, name, f" WITH ({', '.join(options)})" if options else "")
        for oid, name, options in cursor.fetchall()
    }


def _add_columns(cursor: Cursor, tables: dict[int, Table]) -> None:
    cursor.execute(
        """
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attidentity, a.attgenerated, a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), coll.collname, nn.conname,
               seq.relname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
        FROM pg_attribute a
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_collation coll ON coll.oid = a.attcollation AND a.attcollation <> t.typcollation
        LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]
        LEFT JOIN pg_depend dep ON dep.refclassid = 'pg_class'::regclass AND dep.refobjid = a.attrelid
             AND dep.refobjsubid = a.attnum AND dep.classid = 'pg_class'::regclass AND dep.deptype = 'i' AND a.attidentity <> ''
        LEFT JOIN pg_class seq ON seq.oid = dep.objid AND seq.relkind = 'S'
        LEFT JOIN pg_sequence s ON s.seqrelid = seq.oid
        WHERE a.attrelid = ANY(%s) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
        """,
        [list(tables)],
    )
    for oid, *column in cursor.fetchall():
        tables[oid].columns.append(_column(*column))


def _column(
    name: str,
    kind: str,
    identity: str,
    generated: str,
    required: bool,  # noqa: FBT001 - a row of the catalog
    default: str | None,
    *more: Any,
) -> str:
    collation, constraint, *sequence = more
    parts = [quoted(name), kind]
    if collation:
        parts.append(f"COLLATE {quoted(collation)}")
    if identity:
        how = {"a": "ALWAYS", "d": "BY DEFAULT"}[identity]
        parts.append(f"GENERATED {how} AS IDENTITY ({_sequence(*sequence)})")
    elif generated:
        parts.append(f"GENERATED ALWAYS AS ({default}) {'STORED' if generated == 's' else 'VIRTUAL'}")
    elif default is not None:
        parts.append(f"DEFAULT {default}")
    if required:
        parts.append(f"CONSTRAINT {quoted(constraint)} NOT NULL" if constraint else "NOT NULL")
    return " ".join(parts)


def _sequence(name: str, start: int, step: int, lowest: int, highest: int, cache: int, cycle: bool) -> str:  # noqa: FBT001
    turn = " CYCLE" if cycle else ""
    return (
        f"SEQUENCE NAME {quoted(name)} START WITH {start} INCREMENT BY {step} MINVALUE {lowest} MAXVALUE {highest} "
        f"CACHE {cache}{turn}"
    )


def _add_constraints(cursor: Cursor, tables: dict[int, Table]) -> None:
    cursor.execute(
        """
        SELECT conrelid, conname, contype, pg_get_constraintdef(oid, true), confrelid, convalidated FROM pg_constraint
        WHERE conrelid = ANY(%s) AND contype NOT IN ('n', 't') ORDER BY conrelid, contype = 'p' DESC, conname
        """,
        [list(tables)],
    )
    for oid, name, kind, text, other, validated in cursor.fetchall():
        if not validated:
            raise NotCopiableError(f"The constraint {name} is not validated.")
        if kind == "f":
            if other not in tables:
                raise NotCopiableError(f"The constraint {name} leaves the schema.")
            tables[oid].foreign.append((name, text, other))
        else:
            tables[oid].constraints.append((name, settle(text)))


def _in_order(tables: list[Table]) -> Iterator[Table]:
    """Tables so that each comes after those it refers to, as far as there is no circle; by name, whatever their age."""
    tables = sorted(tables, key=lambda table: table.name)
    waiting = {table.oid: {other for _n, _t, other in table.foreign if other != table.oid} for table in tables}
    by_oid = {table.oid: table for table in tables}
    while waiting:
        free = [oid for oid, others in waiting.items() if not others & waiting.keys()] or [next(iter(waiting))]
        for oid in free:
            del waiting[oid]
            yield by_oid[oid]


def _indexes(cursor: Cursor, tables: Iterable[int]) -> list[str]:
    cursor.execute(
        """
        SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indrelid = ANY(%s) AND i.indisvalid
          AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid)
        ORDER BY i.indrelid, c.relname
        """,
        [list(tables)],
    )
    return [settle(row[0]) for row in cursor.fetchall()]


def _comments(cursor: Cursor, tables: list[int]) -> list[str]:
    cursor.execute(
        """
        SELECT CASE WHEN d.objsubid = 0 THEN format('COMMENT ON TABLE %%I IS %%L', c.relname, d.description)
                    ELSE format('COMMENT ON COLUMN %%I.%%I IS %%L', c.relname, a.attname, d.description) END
        FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
        WHERE c.oid = ANY(%s)
        UNION ALL
        SELECT format('COMMENT ON CONSTRAINT %%I ON %%I IS %%L', k.conname, c.relname, d.description)
        FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid AND d.classoid = 'pg_constraint'::regclass
        JOIN pg_class c ON c.oid = k.conrelid WHERE c.oid = ANY(%s)
        UNION ALL
        SELECT format('COMMENT ON INDEX %%I IS %%L', x.relname, d.description)
        FROM pg_description d JOIN pg_class x ON x.oid = d.objoid AND d.classoid = 'pg_class'::regclass AND x.relkind = 'i'
        JOIN pg_index i ON i.indexrelid = x.oid WHERE i.indrelid = ANY(%s)
        ORDER BY 1
        """,
        [tables, tables, tables],
    )
    return [row[0] for row in cursor.fetchall()]


def rows_of(cursor: Cursor, schema: str, *, without: Iterable[str] = ()) -> list[str]:
    """Statements that insert the rows of every filled table of `schema`, and move the identity sequences behind them.

    Tables come in the order in which `statements_of` makes them.
    """
    cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(schema)))
    tables = _tables(cursor, schema)
    _add_constraints(cursor, tables)
    columns = _columns_by_table(cursor, list(tables))
    found: list[str] = []
    for table in _in_order(list(tables.values())):
        if table.name not in without:
            found += _rows(cursor, table.name, columns[table.oid])
    return found


def _columns_by_table(cursor: Cursor, tables: list[int]) -> dict[int, list[tuple[str, bool]]]:
    cursor.execute(
        """
        SELECT attrelid, attname, attidentity <> '' FROM pg_attribute
        WHERE attrelid = ANY(%s) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attrelid, attnum
        """,
        [tables],
    )
    columns: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for oid, name, identity in cursor.fetchall():
        columns[oid].append((name, identity))
    return columns


def _rows(cursor: Cursor, table: str, columns: list[tuple[str, bool]]) -> Iterator[str]:
    names = [name for name, _identity in columns]
    values = ", ".join(f"quote_nullable({quoted(name)}::text)" for name in names)
    cursor.execute(f"SELECT concat_ws(', ', {values}) FROM {quoted(table)} ORDER BY 1")  # noqa: S608 - names from the catalog
    rows = [f"({row[0]})" for row in cursor.fetchall()]
    if not rows:
        return
    listed = ", ".join(quoted(name) for name in names)
    yield f"INSERT INTO {quoted(table)} ({listed}) OVERRIDING SYSTEM VALUE VALUES {', '.join(rows)}"  # noqa: S608
    for name, identity in columns:
        if identity:
            cursor.execute(
                "SELECT s.oid::regclass::text, q.seqincrement, q.seqstart FROM pg_class s "
                "JOIN pg_sequence q ON q.seqrelid = s.oid WHERE s.oid = pg_get_serial_sequence(%s, %s)::regclass",
                [quoted(table), name],
            )
            for sequence, step, start in cursor.fetchall():
                cursor.execute(f"SELECT last_value + CASE WHEN is_called THEN {step} ELSE 0 END FROM {sequence}")  # noqa: S608
                (following,) = cursor.fetchone() or (start,)
                if following != start:
                    yield f"ALTER SEQUENCE {sequence} RESTART WITH {following}"
