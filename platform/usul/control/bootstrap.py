"""Bringing a database to the state this code needs: roles, public schema, every school's schema."""

from collections.abc import Callable
from contextlib import closing

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from tenants import roles, rows
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.models import School
from tenants.owner import OWNER, cursor_of, owner
from tenants.provisioning import build_schema
from usul.env import EnvironmentFault
from usul.state import derived_password

Progress = Callable[[str], None]


def prepare(progress: Progress) -> None:
    """Create the roles, migrate schema public and every school in use. Safe to repeat.

    Args:
        progress: told each step in a few words.

    Raises:
        EnvironmentFault: there is no owner account, or the server refuses it.
    """
    prepare_roles(progress)
    prepare_public(progress)
    with public_scope(readonly=True):
        schools = [
            school.ref for school in School.objects.select_related("district").exclude(status=SchoolStatus.REQUESTED)
        ]
    for number, school in enumerate(schools, start=1):
        progress(f"school {number} of {len(schools)}")
        build_schema(school)


def prepare_roles(progress: Progress) -> None:
    """Create the installation's database roles with the account of DATABASE_URL itself."""
    if not settings.OWNER_URL:
        raise EnvironmentFault("DATABASE_URL must name the owner account: roles and schemas cannot be made without it.")
    progress("database roles")
    password = None if settings.APP_URL else derived_password(settings.SECRET_KEY, "database-app")
    try:
        connection = psycopg2.connect(settings.OWNER_URL)
    except psycopg2.OperationalError as error:
        raise EnvironmentFault(f"The database of DATABASE_URL cannot be reached: {str(error).strip()}") from None
    with closing(connection):
        connection.autocommit = True
        roles.bootstrap(connection, database=connection.info.dbname, app_password=password)


def prepare_public(progress: Progress) -> None:
    """Migrate schema public and give portal and district their rights in it."""
    progress("tables of the district layer")
    call_command("migrate_schemas", shared=True, database=OWNER, interactive=False, verbosity=0)
    # in one transaction: no request may meet a moment without rights
    with owner() as connection, transaction.atomic(OWNER), cursor_of(connection) as cursor:
        roles.grant_public(cursor)
        rows.secure_rows(cursor)
