"""What a school costs the database: relations, disk, catalog rows, locks, seconds; and what that makes for the whole country.

Figures are taken between the tenth and the last school, so that what the first ones bring along does not count.
"""

from typing import Any

from django.utils import timezone

from infra.bench import _fleet as fleet
from tenants.context import public_scope
from tenants.models import District, School
from tenants.owner import cursor_of, owner
from tenants.provisioning import build_schema
from tenants.provisioning.drop import drop_schema
from usul.benching import Report, Target, report

NAME = "school-footprint"
COUNTRY = 2300
FIRST = 10
SIZES = """
    SELECT (SELECT pg_database_size(current_database())),
           (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_attribute),
           (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
             WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r')
"""
OF_ONE = """
    SELECT count(*) FILTER (WHERE relkind = 'r'), count(*) FILTER (WHERE relkind = 'i'),
           count(*) FILTER (WHERE relkind = 'S'), count(*),
           sum(pg_total_relation_size(c.oid)) FILTER (WHERE relkind = 'r')
    FROM pg_class c WHERE relnamespace = %s::regnamespace
"""


def run(*, schools: int = 60) -> Report:
    """Figures of one school, and of 2,300 by simple proportion."""
    district, _by = fleet.begin()
    fleet.grow(district, FIRST)
    before = _ask(SIZES)
    seconds = fleet.seconds(lambda: fleet.grow(district, schools)) / (schools - FIRST)
    after = _ask(SIZES)
    ref = fleet.grow(district, schools)[-1]
    tables, indexes, sequences, relations, size = _ask(OF_ONE, ref.schema)
    disk, classes, columns, catalog = ((b - a) / (schools - FIRST) for a, b in zip(before, after, strict=True))
    to_make, to_drop = _locks(district)
    (capacity,) = _ask(
        "SELECT current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int"
    )
    figures: dict[str, Any] = {
        "tables": tables,
        "indexes": indexes,
        "sequences": sequences,
        "relations": relations,
        "catalog_rows_of_relations": round(classes),
        "catalog_rows_of_columns": round(columns),
        "disk_mb": round(disk / 2**20, 2),
        "disk_of_its_tables_mb": round(int(size) / 2**20, 2),
        "disk_of_the_catalog_mb": round(float(catalog) / 2**20, 2),
        "seconds_to_make": round(seconds, 3),
        "locks_to_make": to_make,
        "locks_to_drop_at_once": to_drop,
        "locks_there_are": capacity,
        "country_relations": round(classes * COUNTRY),
        "country_disk_gb": round(disk * COUNTRY / 2**30, 1),
        "country_minutes_to_make": round(seconds * COUNTRY / 60, 1),
    }
    return report(NAME, figures=figures, targets={"relations": Target(at_most=600), "disk_mb": Target(at_most=8)})


def _ask(text: str, *values: object) -> tuple[Any, ...]:
    with owner() as connection, cursor_of(connection) as cursor:
        cursor.execute(text, list(values) or None)
        return tuple(cursor.fetchone() or ())


def _locks(district: District) -> tuple[int, int]:
    """Locks held when a school has just been made, and the most that were held at once while it was removed."""
    held: list[int] = []

    def count(cursor: Any) -> None:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid()")
        held.append(int(cursor.fetchone()[0]))

    with public_scope():
        row = School(district=district, slug="for-a-while", name_ky="Мектеп", status_since=timezone.now())
        row.save()
    build_schema(row.ref, finish=count)
    return held[0], drop_schema(row.ref).most_locks
