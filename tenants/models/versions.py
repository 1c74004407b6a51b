"""Which schema version each school has, how it got there, and the blueprint from which a new one is made.

Only the owner role writes these tables, in the same transaction as the change they tell of.
"""

from django.db import models

from tenants.enums import StepState
from tenants.models.directory import School


class SchemaVersion(models.Model):
    """A set of applied migrations that some school has or had. Numbered in the order in which this installation met them."""

    number = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=64, unique=True, help_text="Over the sorted names of the migrations.")
    migrations = models.JSONField(help_text="[application, name] of every row of django_migrations.")
    breaking = models.JSONField(
        default=list, help_text="Those after which code that does not know them must not serve."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)


class SchoolSchema(models.Model):
    """The state of one school's schema. A school without this row has no schema."""

    school = models.OneToOneField(School, primary_key=True, on_delete=models.CASCADE, related_name="schema_state")
    digest = models.CharField(max_length=64, db_index=True, help_text="Of its SchemaVersion.")
    blueprint = models.CharField(max_length=64, blank=True, help_text="Checksum of the blueprint it was made from.")
    fingerprint = models.CharField(max_length=64, blank=True, help_text="Of its catalog, when last looked at.")
    changed_at = models.DateTimeField()


class Blueprint(models.Model):
    """Statements that make a school's schema at one migration head, compiled from the real migrations.

    A row is found by what it was compiled from and checked against its checksum; whatever does not fit is compiled anew.
    """

    source = models.CharField(
        max_length=64, primary_key=True, help_text="Over the migrations' code, the compiler, the server."
    )
    digest = models.CharField(max_length=64, help_text="Of the SchemaVersion it makes.")
    checksum = models.CharField(max_length=64, help_text="Over the body.")
    fingerprint = models.CharField(max_length=64, help_text="Of the catalog it was compiled from.")
    body = models.TextField(help_text="JSON, see tenants.provisioning.blueprint.")
    compiled_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-compiled_at",)


class SchoolMigration(models.Model):
    """One migration of one school: the ledger of the fleet."""

    id = models.BigAutoField(primary_key=True)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="migrations")
    app = models.CharField(max_length=60)
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=StepState)
    attempts = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    duration_ms = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=1000, blank=True)
    compiled = models.BooleanField(default=True, help_text="False: the real executor ran it.")
    fingerprint = models.CharField(
        max_length=64, blank=True, help_text="Of the catalog afterwards, where it was looked at."
    )

    class Meta:
        constraints = (models.UniqueConstraint(name="migration_once_per_school", fields=["school", "app", "name"]),)
        indexes = (models.Index(fields=["state"]),)
