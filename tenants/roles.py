"""Database roles and grants: who may touch which schema, table and function.

    owner     owns every schema and table, creates schools, migrates; nobody signs in as it
    app       the account of web and worker processes; has no right of its own and inherits none
    portal    accounts, directory, district tables (schema public)
    district  reads the rollups
    school    what all schools may do in schema public: leave their own marks; nobody takes it on
    template  stands for the school in the scratch schema from which blueprints are compiled
    s_…       one per school: its own schema, and through `school` its marks

`app` is a member of portal, district and the schools without inheriting: a transaction has exactly the rights of the role it sets.
Rights that all schools share hang on the one role `school`. A grant for each of them would make the list of rights on a public table
grow with every school, until PostgreSQL has no room for it.
"""

from collections.abc import Iterable, Mapping

from django.apps import apps
from django.conf import settings
from django.db import models
from psycopg2 import sql
from psycopg2.extensions import connection as Connection  # noqa: N812
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.context import role_name

Grants = Mapping[str, Mapping[str, tuple[str, ...]]]
EVERYTHING = ("SELECT", "INSERT", "UPDATE", "DELETE")
PURPOSES = {
    "owner": "NOLOGIN CREATEROLE",
    "portal": "NOLOGIN",
    "district": "NOLOGIN",
    "school": "NOLOGIN",
    "template": "NOLOGIN",
    "app": "LOGIN NOINHERIT",
}


def template_role() -> str:
    """The role that stands for a school in the scratch schema."""
    return role_name("template")


def bootstrap(connection: Connection, *, database: str, app_password: str | None) -> None:
    """Create the installation's roles and close what PostgreSQL leaves open by default. Safe to repeat.

    Args:
        connection: signed in as an account that may create roles; autocommit.
        app_password: password of the `app` account; None leaves an existing one alone (it is then managed outside).
    """
    name = {purpose: sql.Identifier(role_name(purpose)) for purpose in PURPOSES}
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", ([role_name(one) for one in PURPOSES],))
        present = {row[0] for row in cursor.fetchall()}
        for purpose, options in PURPOSES.items():
            if role_name(purpose) not in present:
                cursor.execute(sql.SQL("CREATE ROLE {} " + options).format(name[purpose]))
        if app_password is not None:
            cursor.execute(sql.SQL("ALTER ROLE {} PASSWORD %s").format(name["app"]), (app_password,))
        # Django asks for UTC on every connection; as the account's own default it costs no statement
        cursor.execute(sql.SQL("ALTER ROLE {} SET timezone = 'UTC'").format(name["app"]))
        for statement in (
            "GRANT {portal}, {district} TO {app} WITH INHERIT FALSE, SET TRUE",
            "GRANT {owner} TO CURRENT_USER",
            "GRANT {school} TO {owner} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE",
            "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
            "GRANT CONNECT ON DATABASE {database} TO {app}",
            "GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {database} TO {owner}",
            "REVOKE ALL ON SCHEMA public FROM PUBLIC",
            "ALTER SCHEMA public OWNER TO {owner}",
            "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC",
            "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO {owner}",
        ):
            cursor.execute(sql.SQL(statement).format(database=sql.Identifier(database), **name))


# --- schema public ------------------------------------------------------------------------------------------------------


def grant_public(cursor: Cursor) -> None:
    """Give portal, district and school their rights on the tables of schema public, as `settings.SHARED_GRANTS` declares them."""
    declared: Grants = settings.SHARED_GRANTS
    given = [sql.Identifier(role_name(purpose)) for purpose in ("portal", "district", "school")]
    everyone = sql.SQL(", ").join(given)
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(everyone))
    for model in shared_models():
        table = sql.Identifier("public", model._meta.db_table)
        cursor.execute(sql.SQL("REVOKE ALL ON {} FROM PUBLIC, {}").format(table, everyone))
        for purpose, verbs in declared.get(model._meta.label, {"portal": EVERYTHING}).items():
            cursor.execute(
                sql.SQL("GRANT {} ON {} TO {}").format(
                    sql.SQL(", ".join(verbs)), table, sql.Identifier(role_name(purpose))
                )
            )
    cursor.execute(sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(given[0]))
    # /readyz compares it with the code
    cursor.execute(sql.SQL("GRANT SELECT ON public.django_migrations TO {}").format(given[0]))


def shared_models() -> list[type[models.Model]]:
    """Every model whose table is in schema public."""
    return _models_of(settings.SHARED_APPS)


def tenant_models() -> list[type[models.Model]]:
    """Every model whose table is in each school's schema."""
    return _models_of(settings.TENANT_APPS)


def _models_of(names: Iterable[str]) -> list[type[models.Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name in names
        for model in config.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


# --- schools --------------------------------------------------------------------------------------------------------------


def create_school_role(cursor: Cursor, role: str) -> None:
    """Create the role of a school and let `app` take it on, without inheriting from it. Safe to repeat.

    Nobody signs in as it. Under Citus the coordinator does, at its workers: there it may, and has no password.
    """
    cursor.execute(
        "SELECT to_regrole(%s) IS NOT NULL, EXISTS (SELECT FROM pg_extension WHERE extname = 'citus')", (role,)
    )
    present, spread = cursor.fetchone() or (False, False)
    if not present:
        may = sql.SQL("LOGIN" if spread else "NOLOGIN")
        cursor.execute(sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(role), may))
    app = sql.Identifier(role_name("app"))
    cursor.execute(sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE").format(sql.Identifier(role), app))


def create_schema(cursor: Cursor, schema: str, role: str) -> None:
    """Create a school's schema for its role. Tables made in it afterwards belong to the role's work from the start.

    The rights come with each table as it is made (default privileges) and cost nothing later. Safe to repeat.
    """
    cursor.execute(
        sql.SQL(
            "CREATE SCHEMA IF NOT EXISTS {place}; GRANT USAGE ON SCHEMA {place} TO {role}; "
            "ALTER DEFAULT PRIVILEGES IN SCHEMA {place} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}; "
            "ALTER DEFAULT PRIVILEGES IN SCHEMA {place} GRANT USAGE ON SEQUENCES TO {role}"
        ).format(place=sql.Identifier(schema), role=sql.Identifier(role))
    )


def revoke_for_appending(cursor: Cursor, schema: str, role: str) -> None:
    """Take away what a school may not do in its own schema: change what is only ever added to, and read how it was migrated."""
    tables = [
        sql.Identifier(schema, model._meta.db_table)
        for model in tenant_models()
        if getattr(model, "append_only", False)
    ]
    statement = sql.SQL("REVOKE ALL ON {recorder} FROM {role}").format(
        recorder=sql.Identifier(schema, "django_migrations"), role=sql.Identifier(role)
    )
    if tables:
        statement += sql.SQL("; REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
            sql.SQL(", ").join(tables), sql.Identifier(role)
        )
    cursor.execute(statement)


def join_schools(cursor: Cursor, role: str) -> None:
    """Give a school's role what all schools share. Last in a transaction: it holds a lock that all onboardings want."""
    group = sql.Identifier(role_name("school"))
    cursor.execute(sql.SQL("GRANT {} TO {} WITH INHERIT TRUE, SET FALSE").format(group, sql.Identifier(role)))


def drop_school_role(cursor: Cursor, role: str) -> None:
    """Remove a school's role, once its schema is gone. Safe to repeat.

    Roles belong to the whole server: while a copy of this database on the same server uses the role, it stays.
    """
    cursor.execute(
        "SELECT to_regrole(%s) IS NOT NULL AND NOT EXISTS (SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass "
        "AND refobjid = to_regrole(%s) AND dbid NOT IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())))",
        [role, role],
    )
    if cursor.fetchone() == (True,):
        cursor.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))
