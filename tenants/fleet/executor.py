"""`migrate_schemas --executor=fleet`: django-tenants' command, moving schools the way of this fleet."""

import sys
from typing import Any

from django.core.management.base import CommandError
from django.db.models import QuerySet
from django_tenants.migration_executors.base import MigrationExecutor, run_migrations

from tenants.fleet.public import bring_public
from tenants.fleet.run import FleetBusyError, migrate_fleet
from tenants.fleet.state import ask_state
from tenants.owner import owner

NOT_OURS = ("fake", "fake_initial", "plan", "prune", "run_syncdb", "check_unapplied", "app_label", "migration_name")


class FleetExecutor(MigrationExecutor):
    """Registered with django-tenants by being imported. Options that ask for something else than "to the head" go its own way."""

    codename = "fleet"

    def run_migrations(self, tenants: Any = None) -> None:
        """Migrate schema public for real, schools by compiled migrations. `tenants` is a list of schemas, or the query for all."""
        everyone = isinstance(tenants, QuerySet)
        schemas = [] if everyone else list(tenants or [])
        if any(self.options.get(option) for option in NOT_OURS):
            schemas = list(tenants.using(self.TENANT_DB_ALIAS)) if everyone else schemas
            for number, schema in enumerate(schemas):
                run_migrations(self.args, self.options, "standard", schema, idx=number, count=len(schemas))
        elif self.PUBLIC_SCHEMA_NAME in schemas:
            with owner() as connection:
                state = ask_state(connection)
            if not state.public:
                bring_public(verbosity=int(self.options.get("verbosity", 1)))
        elif everyone or schemas:
            self._sail(None if everyone else schemas)

    def _sail(self, schemas: list[str] | None) -> None:
        loud = int(self.options.get("verbosity", 1)) >= 1
        try:
            report = migrate_fleet(schemas=schemas, tell=self._tell if loud else lambda _text: None)
        except FleetBusyError as busy:
            raise CommandError(str(busy)) from None
        if not report.complete:
            reasons = [f"{slug}: {reason}" for slug, reason in {**report.failed, **report.locked}.items()]
            raise CommandError("\n".join([report.stopped or "Not every school could be migrated.", *reasons[:20]]))

    @staticmethod
    def _tell(text: str) -> None:
        sys.stdout.write(f"[fleet] {text}\n")
