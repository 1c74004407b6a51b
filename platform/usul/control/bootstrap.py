"""Bringing a database to the state this code needs: roles, public schema, every school's schema."""

from collections.abc import Callable
from contextlib import closing

import psycopg2
from django.conf import settings

from tenants import roles
from tenants.context import public_scope
from tenants.enums import SchoolStatus
from tenants.fleet.public import bring_public
from tenants.fleet.run import Course, Report, migrate_fleet
from tenants.fleet.state import ask_state
from tenants.models import School
from tenants.owner import owner
from tenants.provisioning import build_schema, compilation
from usul.env import EnvironmentFault
from usul.state import derived_password

Progress = Callable[[str], None]
WITHOUT_SCHEMA = (SchoolStatus.REQUESTED, SchoolStatus.PROVISIONING, SchoolStatus.FAILED, SchoolStatus.DELETED)


def prepare(progress: Progress, *, course: Course | None = None) -> Report:
    """Create the roles, migrate schema public and every school. Safe to repeat; does nothing when nothing is to be done.

    Args:
        progress: told each step in a few words.

    Raises:
        EnvironmentFault: there is no owner account, the server refuses it, or too many schools failed.
    """
    prepare_roles(progress)
    prepare_public(progress)
    progress("blueprint of a school")
    compilation.current()
    for school in _without_state():
        progress(f"schema of {school.slug}")
        build_schema(school.ref)
    report = migrate_fleet(course=course, tell=progress)
    if report.stopped:
        raise EnvironmentFault(f"The schools were not migrated: {report.stopped}. See `usul fleet status`.")
    return report


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
    """Migrate schema public and give portal, district and schools their rights in it, unless this release has done so already."""
    with owner() as connection:
        if ask_state(connection).public:
            return
    progress("tables of the district layer")
    bring_public()


def _without_state() -> list[School]:
    """Schools that should have a schema and are not in the books: made by an earlier release or by the migrations themselves."""
    with public_scope(readonly=True):
        found = School.objects.select_related("district").filter(schema_state=None).exclude(status__in=WITHOUT_SCHEMA)
        return list(found)
