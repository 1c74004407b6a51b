"""Schema public: migrated for real, then rights and row policies. A mark on the schema says which release brought it here."""

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from psycopg2 import sql

from tenants import roles, rows
from tenants.fleet.compiled import checksum_of
from tenants.owner import OWNER, cursor_of, owner
from tenants.provisioning.blueprint import loaded


def mark_of_release() -> str:
    """Digest of everything that `bring_public` would do."""
    policies = [
        [model._meta.label, *policy]
        for model, condition in rows.guarded_models().items()
        for policy in rows.policies_of(model, condition)
    ]
    migrations = sorted(f"{app}.{name}" for app, name in loaded().disk_migrations)
    grants = {label: dict(given) for label, given in settings.SHARED_GRANTS.items()}
    tables = sorted(model._meta.db_table for model in roles.shared_models())
    return f"usul {checksum_of([migrations, grants, policies, tables, settings.ROLE_PREFIX])}"


def bring_public(*, verbosity: int = 0) -> None:
    """Migrate schema public and give every role its rights there. Safe to repeat; asks for no lock where nothing changes."""
    with owner() as connection:
        call_command(
            "migrate_schemas", shared=True, executor="standard", database=OWNER, interactive=False, verbosity=verbosity
        )
        connection.set_schema_to_public()
        # in one transaction: no request may meet a moment without rights
        with transaction.atomic(OWNER), cursor_of(connection) as cursor:
            roles.grant_public(cursor)
            rows.secure_rows(cursor)
            cursor.execute(sql.SQL("COMMENT ON SCHEMA public IS {}").format(sql.Literal(mark_of_release())))
