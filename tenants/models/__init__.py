"""Tables of the directory and of the schools' schema versions, all in schema public."""

from tenants.models.directory import (
    SLUG_PATTERN,
    Access,
    District,
    Named,
    RetiredHost,
    School,
    SchoolHost,
    slug_validator,
)
from tenants.models.versions import Blueprint, SchemaVersion, SchoolMigration, SchoolSchema

__all__ = [
    "SLUG_PATTERN",
    "Access",
    "Blueprint",
    "District",
    "Named",
    "RetiredHost",
    "SchemaVersion",
    "School",
    "SchoolHost",
    "SchoolMigration",
    "SchoolSchema",
    "slug_validator",
]
