"""Making a school's schema."""

from tenants.provisioning.build import build_schema, drop_schema

__all__ = ["build_schema", "drop_schema"]
