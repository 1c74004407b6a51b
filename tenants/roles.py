"""Database roles and grants: who may touch which schema, table and function.

    owner     owns every schema and table, creates schools, migrates; nobody signs in as it
    app       the account of web and worker processes; has no right of its own and inherits none
    portal    accounts, directory, district tables (schema public)
    district  reads the rollups
    s_…       one per school: its own schema, and inserting its own marks in public

`app` is a member of the last three kinds without inheriting: a transaction has exactly the rights of the role it sets.
"""

from collections.abc import Iterable, Mapping

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from psycopg2 import sql
from psycopg2.extensions import connection as Connection  # noqa: N812
from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.context import role_name

Grants = Mapping[str, Mapping[str, tuple[str, ...]]]
EVERYTHING = ("SELECT", "INSERT", "UPDATE", "DELETE")


def _identifiers(names: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(name) for name in names)


def bootstrap(connection: Connection, *, database: str, app_password: str | None) -> None:
    """Create the installation's roles and close what PostgreSQL leaves open by default. Safe to repeat.

    Args:
        connection: signed in as an account that may create roles; autocommit.
        app_password: password of the `app` account; None leaves an existing one alone (it is then managed outside).
    """
    owner, app, portal, district = (role_name(purpose) for purpose in ("owner", "app", "portal", "district"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", ([owner, app, portal, district],))
        present = {row[0] for row in cursor.fetchall()}
        for name, options in (
            (owner, "NOLOGIN CREATEROLE"),
            (portal, "NOLOGIN"),
            (district, "NOLOGIN"),
            (app, "LOGIN NOINHERIT"),
        ):
            if name not in present:
                cursor.execute(sql.SQL("CREATE ROLE {} " + options).format(sql.Identifier(name)))
        if app_password is not None:
            cursor.execute(sql.SQL("ALTER ROLE {} PASSWORD %s").format(sql.Identifier(app)), (app_password,))
        # Django asks for UTC on every connection; as the account's own default it costs no statement
        cursor.execute(sql.SQL("ALTER ROLE {} SET timezone = 'UTC'").format(sql.Identifier(app)))
        cursor.execute(sql.SQL("GRANT {} TO {}").format(_identifiers([portal, district]), sql.Identifier(app)))
        cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(owner)))
        place = sql.Identifier(database)
        cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(place))
        cursor.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(place, sql.Identifier(app)))
        cursor.execute(
            sql.SQL("GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {} TO {}").format(place, sql.Identifier(owner))
        )
        cursor.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        cursor.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(sql.Identifier(owner)))
        cursor.execute("REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC")
        cursor.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO {}").format(
                sql.Identifier(owner)
            )
        )


def grant_public(cursor: Cursor) -> None:
    """Give portal and district their rights on the tables of schema public, as `settings.SHARED_GRANTS` declares them."""
    declared: Grants = settings.SHARED_GRANTS
    portal = sql.Identifier(role_name("portal"))
    district = sql.Identifier(role_name("district"))
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}, {}").format(portal, district))
    for model in shared_models():
        table = sql.Identifier("public", model._meta.db_table)
        cursor.execute(sql.SQL("REVOKE ALL ON {} FROM PUBLIC, {}, {}").format(table, portal, district))
        for purpose, verbs in declared.get(model._meta.label, {"portal": EVERYTHING}).items():
            if purpose != "school":
                cursor.execute(_grant(verbs, table, role_name(purpose)))
    cursor.execute(sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(portal))
    cursor.execute(
        sql.SQL("GRANT SELECT ON public.django_migrations TO {}").format(portal)
    )  # /readyz compares it with the code


def _grant(verbs: Iterable[str], table: sql.Composable, role: str) -> sql.Composed:
    return sql.SQL("GRANT " + ", ".join(verbs) + " ON {} TO {}").format(table, sql.Identifier(role))


def shared_models() -> list[type[Model]]:
    """Every model whose table is in schema public."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name in settings.SHARED_APPS
        for model in config.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def tenant_models() -> list[type[Model]]:
    """Every model whose table is in each school's schema."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name in settings.TENANT_APPS
        for model in config.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def create_school_role(cursor: Cursor, schema: str) -> None:
    """Create the role of a school and let `app` take it on, without inheriting from it. Safe to repeat."""
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (schema,))
    role, app = sql.Identifier(schema), sql.Identifier(role_name("app"))
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(role))
    cursor.execute(sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE").format(role, app))


def grant_school(cursor: Cursor, schema: str) -> None:
    """Give a school's role its rights: its own tables, and the marks it may leave in public. Safe to repeat."""
    role, place = sql.Identifier(schema), sql.Identifier(schema)
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA {}, public TO {}").format(place, role))
    cursor.execute(sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {} TO {}").format(place, role))
    cursor.execute(sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA {} TO {}").format(place, role))
    cursor.execute(
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA {} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}").format(
            place, role
        )
    )
    cursor.execute(sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA {} GRANT USAGE ON SEQUENCES TO {}").format(place, role))
    cursor.execute(sql.SQL("REVOKE ALL ON {}.django_migrations FROM {}").format(place, role))
    for model in tenant_models():
        if getattr(model, "append_only", False):
            table = sql.Identifier(schema, model._meta.db_table)
            cursor.execute(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(table, role))
    declared: Grants = settings.SHARED_GRANTS
    for model in shared_models():
        verbs = declared.get(model._meta.label, {}).get("school")
        if verbs:
            cursor.execute(_grant(verbs, sql.Identifier("public", model._meta.db_table), schema))
