"""Making a school's schema, and removing it."""

from tenants.provisioning.build import HalfMadeError, build_by_migrations, build_schema
from tenants.provisioning.compilation import RehearsalError
from tenants.provisioning.drop import drop_schema

__all__ = ["HalfMadeError", "RehearsalError", "build_by_migrations", "build_schema", "drop_schema"]
