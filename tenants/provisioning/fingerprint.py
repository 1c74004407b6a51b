"""What the catalog says of a school's schema, as lines of text without the school's own name, and their digest.

Two schools are equal when their lines are. Every question starts from the schema's own entries and follows indexes of the catalog, so
that the time does not grow with the number of other schools.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

RELATIONS = """
SELECT c.oid, c.relkind, c.relname, c.relpersistence, c.reloptions, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
       pg_get_userbyid(c.relowner), c.relacl::text[], obj_description(c.oid, 'pg_class')
FROM pg_depend d JOIN pg_class c ON c.oid = d.objid
WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = %s AND d.classid = 'pg_class'::regclass
"""
OTHERS = """
SELECT pg_describe_object(d.classid, d.objid, 0) FROM pg_depend d
WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = %s
  AND d.classid NOT IN ('pg_class'::regclass, 'pg_default_acl'::regclass)
"""
COLUMNS = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
       a.attcompression, a.attcollation::regcollation::text, a.attstattarget, a.attacl::text[], pg_get_expr(d.adbin, d.adrelid),
       col_description(a.attrelid, a.attnum)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ANY(%s) AND a.attnum > 0 AND NOT a.attisdropped
"""
CONSTRAINTS = """
SELECT c.relname, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated, pg_get_constraintdef(k.oid, true),
       obj_description(k.oid, 'pg_constraint')
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.conrelid = ANY(%s) AND k.contype <> 't'
"""
INDEXES = """
SELECT c.relname, pg_get_indexdef(i.indexrelid, 0, true), i.indisvalid, i.indisunique, i.indisprimary, i.indisclustered,
       i.indisreplident, x.reloptions, obj_description(x.oid, 'pg_class')
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = ANY(%s)
"""
SEQUENCES = """
SELECT c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
       (SELECT string_agg(o.relname || '.' || a.attname || ' ' || d.deptype::text, ' ') FROM pg_depend d
        JOIN pg_class o ON o.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass)
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid WHERE s.seqrelid = ANY(%s)
"""
GUARDS = """
SELECT c.relname, 'trigger', t.tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgrelid = ANY(%(tables)s) AND NOT t.tgisinternal
UNION ALL
SELECT c.relname, 'policy', p.polname, concat_ws(' | ', p.polcmd::text, p.polpermissive, p.polroles::text,
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE p.polrelid = ANY(%(tables)s)
UNION ALL
SELECT c.relname, 'inherits', p.relname, '' FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
JOIN pg_class p ON p.oid = i.inhparent WHERE i.inhrelid = ANY(%(tables)s)
"""
SCHEMA = "SELECT oid, pg_get_userbyid(nspowner), nspacl::text[] FROM pg_namespace WHERE nspname = %s"
DEFAULTS = "SELECT pg_get_userbyid(defaclrole), defaclobjtype, defaclacl::text[] FROM pg_default_acl WHERE defaclnamespace = %s"

# `x IN ('a', 'b')` over a varchar column: PostgreSQL writes the cast outside the list when it was made, and inside once it was read back
CAST_LIST = re.compile(
    r"ARRAY\[('(?:[^']|'')*'::character varying(?:, '(?:[^']|'')*'::character varying)*)\]::text\[\]"
)


class NoSchemaError(LookupError):
    """There is no schema of this name."""


def lines_of(cursor: Cursor, schema: str, *, role: str | None = None, rows: bool = False) -> list[str]:
    """The catalog of `schema` as sorted lines. The cursor must be inside a transaction; its search path is changed until the end.

    Args:
        role: the role that works in the schema; by default the one of the same name.
        rows: also one line for every filled table with a digest of its rows, for schools nobody has worked in.

    Raises:
        NoSchemaError: there is no such schema.
    """
    cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(schema)))
    cursor.execute(SCHEMA, [schema])
    found = cursor.fetchone()
    if found is None:
        raise NoSchemaError(schema)
    oid, owner, grants = found
    plain = Plain(schema, role or schema)
    lines = [plain("schema", [owner, plain.grants(grants)])]
    relations = _fetch(cursor, RELATIONS, [oid])
    tables = [row[0] for row in relations if row[1] == "r"]
    lines += [plain("relation", [*row[1:9], plain.grants(row[9]), row[10]]) for row in relations]
    lines += [plain("other", row) for row in _fetch(cursor, OTHERS, [oid])]
    lines += [plain("default", [*row[:2], plain.grants(row[2])]) for row in _fetch(cursor, DEFAULTS, [oid])]
    for name, question in (("column", COLUMNS), ("constraint", CONSTRAINTS), ("index", INDEXES)):
        lines += [plain(name, row) for row in _fetch(cursor, question, [tables])]
    lines += [
        plain("sequence", row) for row in _fetch(cursor, SEQUENCES, [[row[0] for row in relations if row[1] == "S"]])
    ]
    lines += [plain("guard", row) for row in _fetch(cursor, GUARDS, {"tables": tables})]
    if rows:
        lines += [plain("rows", row) for row in _rows(cursor, [row[2] for row in relations if row[1] == "r"])]
    return sorted(lines)


def fingerprint_of(cursor: Cursor, schema: str, *, role: str | None = None) -> str:
    """Digest of `lines_of` without rows."""
    return digest_of_lines(lines_of(cursor, schema, role=role))


def digest_of_lines(lines: Iterable[str]) -> str:
    """One digest for many lines."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def settle(expression: str) -> str:
    """The expression as PostgreSQL writes it after one more reading, so that a copy and its original are written alike."""
    return CAST_LIST.sub(
        lambda found: "ARRAY[" + found[1].replace("'::character varying", "'::character varying::text") + "]",
        expression,
    )


def _fetch(cursor: Cursor, question: str, values: Any) -> list[tuple[Any, ...]]:
    cursor.execute(question, values)
    return cursor.fetchall()


@dataclass(frozen=True, slots=True)
class Plain:
    """Writes lines, with `$school` where the schema or its role is named."""

    schema: str
    role: str

    def __call__(self, kind: str, values: Iterable[Any]) -> str:
        """One line."""
        settled = [settle(value) if isinstance(value, str) else value for value in values]
        return self.nameless(json.dumps([kind, *settled], ensure_ascii=False, default=str))

    def nameless(self, text: str) -> str:
        """The text without the school's own names."""
        return text.replace(self.schema, "$school").replace(self.role, "$school")

    def grants(self, entries: list[str] | None) -> list[str]:
        """An access list in an order that does not depend on names."""
        return sorted(self.nameless(entry) for entry in entries or [])


def _rows(cursor: Cursor, tables: list[str]) -> list[tuple[str, int, str]]:
    found = []
    for table in sorted(tables):
        # the time at which a migration was applied, and its number, belong to no version
        what = sql.SQL("concat_ws('.', app, name)") if table == "django_migrations" else sql.SQL("t::text")
        cursor.execute(
            sql.SQL("SELECT count(*), md5(string_agg({what}, E'\\n' ORDER BY {what})) FROM {table} t").format(
                what=what, table=sql.Identifier(table)
            )
        )
        count, digest = cursor.fetchone() or (0, "")
        if count:
            found.append((table, count, digest))
    return found
