"""Schools in number that are not empty: each has the records of a school of the demonstration."""

from collections.abc import Callable
from itertools import cycle

from django.db import transaction
from django.utils import timezone
from psycopg2 import sql

from infra.bench import _fleet as fleet
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.owner import OWNER, cursor_of, owner
from tenants.portability.tables import tables_of
from tenants.provisioning import build_schema
from tenants.routing import directory_changed
from tenants.scope import SchoolRef


def copy_up_to(size: int, tell: Callable[[str], None]) -> list[SchoolRef]:
    """Copies of the schools in use, in turn, until there are `size` schools; all of them. Files are not copied: no rule reads one."""
    with public_scope():
        ready = School.objects.filter(status=SchoolStatus.READY)
        sources = list(ready.select_related("district"))
        now = timezone.now()
        rows = [
            School(district=source.district, slug=f"copy-{number}", name_ky="Мектеп", status_since=now)
            for number, source in zip(range(size - len(sources)), cycle(sources), strict=False)
        ]
        fleet.put_in_use(rows)
    source_of = dict(zip((row.pk for row in rows), cycle([source.ref for source in sources]), strict=False))
    fleet.make([row.ref for row in rows], lambda school: _copy(school, source_of[school.id]), tell)
    directory_changed()
    with public_scope(readonly=True):
        return [school.ref for school in ready.select_related("district").order_by("slug")]


def _copy(school: SchoolRef, source: SchoolRef) -> None:
    """Every row of `source`; what the migrations leave in an empty school is there already and stays."""
    build_schema(school)
    with owner() as connection, transaction.atomic(OWNER), cursor_of(connection) as cursor:
        for table in tables_of(cursor, source.schema):
            columns = sql.SQL(", ").join(sql.Identifier(column) for column in table.columns)
            cursor.execute(
                sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} ON CONFLICT DO NOTHING").format(
                    sql.Identifier(school.schema, table.name), columns, columns, table.identifier
                )
            )
