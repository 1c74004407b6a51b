"""Removing a school's schema a few tables at a time, so that the server's lock table never fills."""

from dataclasses import dataclass

from django.db import transaction
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants import roles
from tenants.owner import OWNER, cursor_of, owner
from tenants.scope import SchoolRef

SHARE_OF_LOCK_TABLE = 5
# each table with the number of objects that are locked when it goes: indexes, constraints and their triggers, sequences, defaults …
TABLES = """
WITH RECURSIVE gone (root, classid, objid) AS (
    SELECT d.objid, d.classid, d.objid FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind IN ('r', 'p')
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = to_regnamespace(%s)
    UNION
    SELECT g.root, d.classid, d.objid FROM gone g
    JOIN pg_depend d ON d.refclassid = g.classid AND d.refobjid = g.objid AND d.deptype IN ('a', 'i', 'n')
)
SELECT c.relname, count(*) FROM gone g JOIN pg_class c ON c.oid = g.root GROUP BY c.relname ORDER BY count(*), c.relname
"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What the removal took: transactions, and the most locks one of them held, beside the size of the lock table."""

    batches: int
    most_locks: int
    lock_table: int


def drop_schema(school: SchoolRef) -> Dropped:
    """Remove the school's schema with all it holds, and its role. There is no way back but a bundle exported before.

    Safe to repeat after a crash. From the first batch on the school counts as having no schema.
    """
    batches, most = 0, 0
    with owner() as connection:
        with cursor_of(connection) as cursor:
            capacity = _lock_table(cursor)
            cursor.execute("DELETE FROM public.tenants_schoolschema WHERE school_id = %s", [str(school.id)])
        bound = capacity // SHARE_OF_LOCK_TABLE
        more = True
        while more:
            with transaction.atomic(OWNER), cursor_of(connection) as cursor:
                more = _drop_some(cursor, school.schema, bound)
                batches += 1
                most = max(most, _locks_held(cursor))
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            roles.drop_school_role(cursor, school.schema)
    return Dropped(batches, most, capacity)


def _drop_some(cursor: Cursor, schema: str, bound: int) -> bool:
    """Drop tables, the lightest first, while all that goes with the next one still keeps within `bound` locks.

    The schema itself follows once it is empty. Returns whether another batch is needed.
    """
    cursor.execute(TABLES, [schema])
    for number, (name, objects) in enumerate(cursor.fetchall()):
        if number and _locks_held(cursor) + objects > bound:
            return True
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(schema, name)))
    cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    return False


def _lock_table(cursor: Cursor) -> int:
    cursor.execute(
        "SELECT current_setting('max_locks_per_transaction')::int "
        "* (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int)"
    )
    (capacity,) = cursor.fetchone() or (0,)
    return int(capacity)


def _locks_held(cursor: Cursor) -> int:
    cursor.execute("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype <> 'virtualxid'")
    (held,) = cursor.fetchone() or (0,)
    return int(held)
