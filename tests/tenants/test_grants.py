"""Everything else that a right can hang on: sequences, columns, default privileges, memberships, functions. Asked over all pairs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from tenants.context import role_name
from tenants.owner import cursor_of, owner
from tenants.scope import SchoolRef

OURS = "nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND nspname !~ '^pg_temp|^pg_toast'"


@contextmanager
def catalog() -> Iterator[Any]:
    with owner() as opened, cursor_of(opened) as cursor:
        yield cursor


def ask(text: str, *values: Any) -> list[tuple[Any, ...]]:
    with catalog() as cursor:
        cursor.execute(text, list(values) or None)
        return list(cursor.fetchall())


def runtime_roles(*schools: SchoolRef) -> list[str]:
    """Every role a unit of work may run under, the account itself, and the one that schools share."""
    return [role_name(one) for one in ("app", "portal", "district", "school")] + [one.schema for one in schools]


def test_no_role_but_the_owner_can_make_anything(own_database: str, school_a: SchoolRef, school_b: SchoolRef) -> None:
    roles = runtime_roles(school_a, school_b)
    made = ask(
        f"SELECT role, nspname FROM unnest(%s::text[]) AS role, pg_namespace "
        f"WHERE has_schema_privilege(role, oid, 'CREATE') AND {OURS}",
        roles,
    )
    assert made == []
    assert (
        ask(
            "SELECT role FROM unnest(%s::text[]) AS role WHERE has_database_privilege(role, current_database(), 'CREATE') "
            "OR has_database_privilege(role, current_database(), 'TEMPORARY')",
            roles,
        )
        == []
    )


def test_a_schema_may_be_used_by_its_school_alone(own_database: str, school_a: SchoolRef, school_b: SchoolRef) -> None:
    used = ask(
        f"SELECT role, nspname FROM unnest(%s::text[]) AS role, pg_namespace "
        f"WHERE has_schema_privilege(role, oid, 'USAGE') AND {OURS} AND nspname <> 'public'",
        runtime_roles(school_a, school_b),
    )
    assert sorted(used) == sorted((school.schema, school.schema) for school in (school_a, school_b))


def test_sequences_belong_to_the_school_of_their_schema(
    own_database: str, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    found = ask(
        "SELECT DISTINCT role, nspname FROM unnest(%s::text[]) AS role, "
        "(SELECT c.oid, nspname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'S') AS s "
        "WHERE has_sequence_privilege(role, s.oid, 'USAGE, SELECT, UPDATE') AND nspname <> 'public'",
        runtime_roles(school_a, school_b),
    )
    assert sorted(found) == sorted((school.schema, school.schema) for school in (school_a, school_b))


def test_no_single_column_is_granted(own_database: str) -> None:
    """A right on a column is not seen among the rights on tables."""
    assert (
        ask(
            f"SELECT relname, attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid "
            f"JOIN pg_namespace n ON n.oid = relnamespace WHERE attacl IS NOT NULL AND {OURS}"
        )
        == []
    )


def test_what_is_made_later_is_promised_to_its_school_alone(
    own_database: str, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    promised = ask(
        "SELECT nspname, defaclrole::regrole::text, (aclexplode(defaclacl)).grantee::regrole::text "
        "FROM pg_default_acl LEFT JOIN pg_namespace n ON n.oid = defaclnamespace"
    )
    owner_role = role_name("owner")
    assert {(schema, maker) for schema, maker, _to in promised} == {
        (school.schema, owner_role) for school in (school_a, school_b)
    }
    assert {(schema, to) for schema, _maker, to in promised if to != owner_role} == {
        (school.schema, school.schema) for school in (school_a, school_b)
    }


def test_a_school_is_a_member_of_nothing_that_reads(
    own_database: str, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    """Over all pairs of roles: who could become whom, and who has whose rights without becoming them."""
    roles = [*runtime_roles(school_a, school_b), role_name("owner"), role_name("template")]
    become = ask(
        "SELECT a, b FROM unnest(%s::text[]) AS a, unnest(%s::text[]) AS b WHERE a <> b AND pg_has_role(a, b, 'SET')",
        roles,
        roles,
    )
    places = (school_a.schema, school_b.schema, role_name("portal"), role_name("district"))
    assert set(become) - {pair for pair in become if pair[0] == role_name("owner")} == {
        (role_name("app"), place) for place in places
    }
    inherit = ask(
        "SELECT a, b FROM unnest(%s::text[]) AS a, unnest(%s::text[]) AS b WHERE a <> b AND pg_has_role(a, b, 'USAGE')",
        roles,
        roles,
    )
    shared = role_name("school")
    assert {pair for pair in inherit if pair[0] != role_name("owner")} == {
        (school.schema, shared) for school in (school_a, school_b)
    } | {pair for pair in inherit if pair == (role_name("template"), shared)}


def test_nobody_signs_in_but_the_application(own_database: str, school_a: SchoolRef, school_b: SchoolRef) -> None:
    names = [*runtime_roles(school_a, school_b), role_name("owner"), role_name("template")]
    can = ask("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND rolcanlogin", names)
    assert can == [(role_name("app"),)]
    strong = ask(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND (rolsuper OR rolbypassrls OR rolreplication OR rolcreatedb)",
        names,
    )
    assert strong == []


def test_set_config_is_the_owners_and_no_function_lends_its_rights(
    own_database: str, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    """`set_config` could change the role inside an expression; a function of the owner's could run as the owner."""
    able = ask(
        "SELECT role FROM unnest(%s::text[]) AS role "
        "WHERE has_function_privilege(role, 'pg_catalog.set_config(text, text, boolean)', 'EXECUTE')",
        runtime_roles(school_a, school_b),
    )
    assert able == []
    assert ask(f"SELECT proname FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace WHERE {OURS}") == []


def test_no_role_reads_files_or_other_peoples_statements(
    own_database: str, school_a: SchoolRef, school_b: SchoolRef
) -> None:
    """Roles that PostgreSQL brings along open the server's files, statistics and signals."""
    assert (
        ask(
            "SELECT a, rolname FROM unnest(%s::text[]) AS a, pg_roles WHERE rolname ~ '^pg_' AND pg_has_role(a, oid, 'MEMBER')",
            runtime_roles(school_a, school_b),
        )
        == []
    )


def test_shared_tables_are_declared_for_known_roles_only() -> None:
    declared = {role for grants in settings.SHARED_GRANTS.values() for role in grants}
    assert declared == {"portal", "district", "school"}
    assert {verb for grants in settings.SHARED_GRANTS.values() for verb in grants.get("district", ())} == {"SELECT"}
    assert [label for label, grants in settings.SHARED_GRANTS.items() if "school" in grants] == ["district.DirtyMark"]
