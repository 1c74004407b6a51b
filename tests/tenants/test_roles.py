"""What each database role may do, asked of the catalog over all pairs, and tried."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction

from apps.district.models import DirtyMark, SchoolStanding, StandingCell
from tenants import roles, rows
from tenants.context import district_scope, in_school, public_scope, role_name
from tenants.enums import DistrictKind
from tenants.models import District, School
from tenants.owner import cursor_of, owner
from tenants.provisioning import build_schema
from tenants.scope import SchoolRef
from tests import cast

VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
OWN = {"SELECT", "INSERT", "UPDATE", "DELETE"}
RIGHTS = """
SELECT role, nspname, relname, verb FROM unnest(%s::text[]) AS role, unnest(%s::text[]) AS verb,
       pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND has_table_privilege(role, pg_class.oid, verb) AND has_schema_privilege(role, n.oid, 'USAGE')
"""


@contextmanager
def questions() -> Iterator[object]:
    """A cursor that sees the whole catalog."""
    with owner() as opened, cursor_of(opened) as cursor:
        yield cursor


def rights(*names: str) -> dict[str, dict[tuple[str, str], set[str]]]:
    """By role: (schema, table) -> verbs it may use there."""
    found: dict[str, dict[tuple[str, str], set[str]]] = {name: {} for name in names}
    with questions() as cursor:
        cursor.execute(RIGHTS, [list(names), list(VERBS)])
        for role, schema, table, verb in cursor.fetchall():
            found[role].setdefault((schema, table), set()).add(verb)
    return found


def test_every_pair_of_schools_is_apart(own_database: str, school_a: SchoolRef, school_b: SchoolRef) -> None:
    found = rights(school_a.schema, school_b.schema)
    for school in (school_a, school_b):
        mine = found[school.schema]
        assert {schema for schema, _table in mine} == {school.schema, "public"}
        assert {table: verbs for (schema, table), verbs in mine.items() if schema == "public"} == {
            "district_dirtymark": {"INSERT"}
        }
        tables = {table: verbs for (schema, table), verbs in mine.items() if schema == school.schema}
        assert tables == {
            model._meta.db_table: {"SELECT", "INSERT"} if getattr(model, "append_only", False) else OWN
            for model in roles.tenant_models()
        }
        assert {"audit_event", "sittings_seal"} <= {table for table, verbs in tables.items() if verbs != OWN}


def test_the_application_account_has_no_right_of_its_own(own_database: str) -> None:
    app = role_name("app")
    with questions() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolinherit, rolreplication, rolbypassrls FROM pg_roles "
            "WHERE rolname = %s",
            [app],
        )
        assert cursor.fetchone() == (False,) * 6
        cursor.execute(
            "SELECT count(*), bool_or(inherit_option), bool_or(admin_option), bool_and(set_option) FROM pg_auth_members "
            "WHERE member = %s::regrole",
            [app],
        )
        members, inherits, admin, may_set = cursor.fetchone()
        assert members >= 4
        assert (inherits, admin, may_set) == (False, False, True)
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
            "AND has_table_privilege(%s, oid, 'SELECT, INSERT, UPDATE, DELETE')",
            [app],
        )
        assert cursor.fetchall() == []
        cursor.execute("SELECT nspname FROM pg_namespace WHERE has_schema_privilege(%s, oid, 'CREATE')", [app])
        assert cursor.fetchall() == []


def test_portal_and_district_reach_no_school(own_database: str) -> None:
    found = rights(role_name("portal"), role_name("district"), role_name("school"))
    assert {schema for role in found.values() for schema, _table in role} == {"public"}
    declared = {
        model._meta.db_table: set(settings.SHARED_GRANTS[model._meta.label]["district"])
        for model in roles.shared_models()
        if "district" in settings.SHARED_GRANTS.get(model._meta.label, {})
    }
    assert {table: verbs for (_schema, table), verbs in found[role_name("district")].items()} == declared
    assert set().union(*declared.values()) == {"SELECT"}
    written_by_owner = {
        "django_migrations",
        "tenants_blueprint",
        "tenants_schemaversion",
        "tenants_schoolmigration",
        "tenants_schoolschema",
    }
    written_once = {model._meta.db_table for model in roles.shared_models() if getattr(model, "append_only", False)}
    assert "control_deed" in written_once
    for (_schema, table), verbs in found[role_name("portal")].items():
        added_to = {"SELECT", "INSERT"} if table in written_once else OWN
        assert verbs == ({"SELECT"} if table in written_by_owner else added_to), table


def test_nothing_is_granted_to_everyone(own_database: str) -> None:
    with questions() as cursor:
        cursor.execute(
            """
            SELECT 'table', relname FROM pg_class, aclexplode(relacl) r WHERE r.grantee = 0
               AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            UNION ALL SELECT 'schema', nspname FROM pg_namespace, aclexplode(nspacl) r WHERE r.grantee = 0
               AND nspname NOT IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'database', datname FROM pg_database, aclexplode(datacl) r WHERE r.grantee = 0
               AND datname = current_database()
            UNION ALL SELECT 'default', defaclobjtype::text FROM pg_default_acl, aclexplode(defaclacl) r WHERE r.grantee = 0
            UNION ALL SELECT 'function', proname FROM pg_proc WHERE proname = 'set_config'
               AND (proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) r WHERE r.grantee = 0))
            UNION ALL SELECT 'function', proname FROM pg_proc WHERE prosecdef
               AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            """
        )
        assert cursor.fetchall() == []


def test_a_table_made_later_belongs_to_its_school_alone(
    committed_db: None, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    with questions() as cursor:
        cursor.execute(f'CREATE TABLE "{school_a.schema}".later (id bigint GENERATED BY DEFAULT AS IDENTITY)')
    found = rights(school_a.schema, school_b.schema, *(role_name(one) for one in ("app", "portal", "district")))
    assert {role for role, tables in found.items() if (school_a.schema, "later") in tables} == {school_a.schema}
    assert found[school_a.schema][school_a.schema, "later"] == OWN


def test_the_list_of_rights_on_shared_tables_does_not_grow_with_schools(committed_db: None) -> None:
    def entries() -> list[tuple[str, int]]:
        with questions() as cursor:
            cursor.execute(
                "SELECT relname, cardinality(relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace "
                "AND relkind = 'r' UNION ALL SELECT nspname, cardinality(nspacl) FROM pg_namespace WHERE nspname = 'public' "
                "ORDER BY 1"
            )
            return cursor.fetchall()

    before = entries()
    with public_scope():
        new = cast.school(uuid.uuid4(), "school-c", District.objects.get(), 3).ref
    build_schema(new)
    assert entries() == before


# --- rows of shared tables ------------------------------------------------------------------------------------------------


def test_every_shared_table_with_a_school_in_it_is_guarded(own_database: str) -> None:
    with questions() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity AND a.attnum > 0
              AND (a.attname IN ('school_id', 'tenant_id', 'schema_name') OR k.confrelid = 'tenants_school'::regclass)
            """
        )
        assert cursor.fetchall() == []
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1")
        guarded = {row[0] for row in cursor.fetchall()}
    assert guarded == {model._meta.db_table for model in rows.guarded_models()}
    assert {"tenants_school", "tenants_access", "district_standingcell", "accounts_apitoken"} <= guarded


def test_a_school_leaves_marks_in_its_own_name_only(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with in_school(school_a):
        DirtyMark.objects.bulk_create([DirtyMark(schema_name=school_a.schema, year=2026)])
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            DirtyMark.objects.bulk_create([DirtyMark(schema_name=school_b.schema, year=2026)])
    with public_scope():
        assert [mark.schema_name for mark in DirtyMark.objects.all()] == [school_a.schema]


def standing(school: SchoolRef) -> SchoolStanding:
    row = SchoolStanding.objects.create(
        school_id=school.id,
        year=2026,
        version=1,
        as_of=date(2026, 11, 20),
        computed_at=datetime(2026, 11, 20, tzinfo=UTC),
        calendar_version=1,
        facts_fingerprint="",
        policy_fingerprint="",
        modules={},
        marks={},
        activity={},
        worst="PASS",
        rhythm="in_rhythm",
    )
    StandingCell.objects.create(standing=row, check_id="AS-1", verdict="PASS", tally={}, findings=[])
    return row


def seen() -> dict[str, list[object]]:
    return {
        "schools": sorted(School.objects.values_list("slug", flat=True)),
        "standings": sorted(SchoolStanding.objects.values_list("school__slug", flat=True)),
        "cells": sorted(StandingCell.objects.values_list("standing__school__slug", flat=True)),
    }


def test_a_district_sees_the_rows_of_its_own_schools(db: None, school_a: SchoolRef, school_b: SchoolRef) -> None:
    with public_scope():
        other = District.objects.create(slug="alamudun", name_ky="Аламүдүн району", kind=DistrictKind.DISTRICT)
        School.objects.filter(pk=school_b.id).update(district=other)
        SchoolStanding.objects.all().delete()
        standing(school_a)
        standing(school_b)
        assert len(seen()["standings"]) == 2
    for reach, slugs in (
        ([cast.DISTRICT_ID], ["school-a"]),
        ([other.id], ["school-b"]),
        ([cast.DISTRICT_ID, other.id], ["school-a", "school-b"]),
        ([uuid.uuid4()], []),
        ([], []),
        (None, ["school-a", "school-b"]),
    ):
        with district_scope(districts=reach):
            assert seen() == {"schools": slugs, "standings": slugs, "cells": slugs}


def test_the_reach_of_a_district_is_forgotten_with_its_scope(committed_db: None) -> None:
    with district_scope(districts=None):
        pass
    with connection.connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('usul.districts', true), '')")
        assert cursor.fetchone() == ("",)


def test_policies_are_put_up_again_only_when_they_changed(committed_db: None) -> None:
    with owner() as opened, transaction.atomic("owner"), cursor_of(opened) as cursor:
        rows.secure_rows(cursor)
        cursor.execute("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock'")
        assert cursor.fetchone() == (0,)
        cursor.execute("ALTER POLICY portal_all ON public.tenants_school USING (false)")
        cursor.execute("COMMENT ON POLICY portal_all ON public.tenants_school IS 'older'")
        rows.secure_rows(cursor)
    with public_scope():
        assert School.objects.count() == 2
    connections["owner"].close()
