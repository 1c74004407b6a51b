"""Row-level security on the tables of schema public that belong to schools: the third wall behind scope and role.

    portal     every row
    district   rows of schools that lie in the districts its scope was opened for (`usul.districts`)
    school     its own rows alone, told by the name of its role; never a value that a statement could set

The owner is exempt: it is nobody's role at run time, and a migration that silently saw no rows would be worse than none. A table gets
its policies from its columns, so that a new one cannot be forgotten: a key to a school, a schema name, or a key to such a table.
"""

import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.db import models
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants import roles
from tenants.context import EVERYWHERE, role_name

_REACH = (
    f"((SELECT current_setting('usul.districts', true)) = '{EVERYWHERE}' OR district_id = ANY ("
    f"(SELECT string_to_array(nullif(current_setting('usul.districts', true), '{EVERYWHERE}'), ','))::uuid[]))"
)


def guarded_models() -> dict[type[models.Model], str]:
    """Shared models whose rows belong to schools, each with the condition under which a row lies in the district's reach."""
    from tenants.models import School

    guarded: dict[type[models.Model], str] = {School: _REACH}
    waiting = [model for model in roles.shared_models() if model is not School]
    while True:
        found = {model: condition for model in waiting if (condition := _condition(model, guarded))}
        if not found:
            return guarded
        guarded |= found
        waiting = [model for model in waiting if model not in found]


def _condition(model: type[models.Model], guarded: dict[type[models.Model], str]) -> str:
    """How a row of `model` hangs on a guarded table; empty when it does not."""
    from tenants.models import School

    for field in model._meta.concrete_fields:
        if field.name == "schema_name":
            return "schema_name IN (SELECT schema_name FROM public.tenants_school)"
        target = field.related_model
        if target in guarded and (not field.null or target is School):
            key, table = target._meta.pk.column, target._meta.db_table
            return f'"{field.column}" IN (SELECT "{key}" FROM public."{table}")'  # noqa: S608 - names of models
    return ""


def policies_of(model: type[models.Model], condition: str) -> Iterator[tuple[str, str, str, str]]:
    """(name, role, command, clauses) of each policy of a guarded table."""
    granted = settings.SHARED_GRANTS.get(model._meta.label, {})
    yield "portal_all", role_name("portal"), "ALL", "USING (true) WITH CHECK (true)"
    if "district" in granted:
        yield "district_reach", role_name("district"), "SELECT", f"USING ({condition})"
    if "school" in granted:
        yield (
            "school_own",
            role_name("school"),
            "ALL",
            "USING (schema_name = current_user) WITH CHECK (schema_name = current_user)",
        )


def secure_rows(cursor: Cursor) -> None:
    """Put the policies on every guarded table. What is there already, word for word, is left alone; nothing is locked for it."""
    for model, condition in guarded_models().items():
        wanted = list(policies_of(model, condition))
        mark = hashlib.sha256(repr(wanted).encode()).hexdigest()[:16]
        table = model._meta.db_table
        cursor.execute(
            "SELECT c.relrowsecurity, p.polname, obj_description(p.oid, 'pg_policy') FROM pg_class c "
            "LEFT JOIN pg_policy p ON p.polrelid = c.oid WHERE c.oid = to_regclass(%s)",
            [f'public."{table}"'],
        )
        rows = cursor.fetchall()
        if {(name, text) for _on, name, text in rows} == {(name, mark) for name, *_rest in wanted} and rows[0][0]:
            continue
        place = sql.Identifier("public", table)
        for _on, name, _text in rows:
            if name is not None:
                cursor.execute(sql.SQL("DROP POLICY {} ON {}").format(sql.Identifier(name), place))
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(place))
        for name, role, command, clauses in wanted:
            cursor.execute(
                sql.SQL("CREATE POLICY {name} ON {place} FOR " + command + " TO {role} " + clauses).format(
                    name=sql.Identifier(name), place=place, role=sql.Identifier(role)
                )
            )
            cursor.execute(sql.SQL("COMMENT ON POLICY {} ON {} IS %s").format(sql.Identifier(name), place), [mark])
