"""Jobs over whole schools, closings, and the log of what operators did."""

import uuid

from django.db import models
from django.db.models import Q

from usul.control.enums import OPEN, JobKind, JobState


class Bundle(models.Model):
    """A school's signed bundle, held here for some days: taken out to be fetched, or brought to be looked through and loaded."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(
        "tenants.School",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bundles",
        help_text="Whose data; empty for a bundle that was brought.",
    )
    district = models.ForeignKey("tenants.District", on_delete=models.CASCADE, related_name="+")
    told = models.JSONField(default=dict, blank=True, help_text="What its manifest says; empty until it is written.")
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField()
    kept_until = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-made_at",)


class Job(models.Model):
    """Work over a whole school that no request waits for. It may be tried again after any failure or crash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=JobKind)
    school = models.ForeignKey("tenants.School", on_delete=models.CASCADE, related_name="jobs")
    source = models.ForeignKey("tenants.School", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    bundle = models.ForeignKey(Bundle, null=True, blank=True, on_delete=models.SET_NULL, related_name="jobs")
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    requested_by = models.CharField(max_length=160)
    requested_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True, help_text="Of the last attempt.")
    finished_at = models.DateTimeField(null=True, blank=True)
    error_code = models.CharField(max_length=60, blank=True, help_text="Of a FaultKind in control.errors.")
    error = models.CharField(max_length=500, blank=True, help_text="First line of what the machine said.")
    result = models.JSONField(default=dict, blank=True)
    batch = models.UUIDField(
        null=True, blank=True, db_index=True, help_text="Shared by schools that were asked for together."
    )

    class Meta:
        ordering = ("-requested_at",)
        constraints = (
            models.UniqueConstraint(name="one_open_job_per_school", fields=["school"], condition=Q(state__in=OPEN)),
        )
        indexes = (models.Index(fields=["state", "requested_at"]),)


class Closing(models.Model):
    """The end of a school: until when everything is kept, whether a hold forbids its deletion, and the proof of the deletion."""

    school = models.OneToOneField("tenants.School", primary_key=True, on_delete=models.CASCADE, related_name="closing")
    closed_on = models.DateField()
    kept_until = models.DateField(help_text="First day on which the school may be deleted.")
    reason = models.CharField(max_length=300)
    hold_reason = models.CharField(max_length=300, blank=True, help_text="While this is filled nothing may be deleted.")
    deleted_on = models.DateField(null=True, blank=True)
    proof = models.JSONField(default=dict, blank=True, help_text="What was deleted: tables, rows, files, batches.")


class Deed(models.Model):
    """One deed of an operator or of the installation itself over a school. Rows are added and never changed."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    action = models.CharField(max_length=40)
    school = models.ForeignKey("tenants.School", on_delete=models.CASCADE, related_name="deeds")
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=160)
    door = models.CharField(max_length=10)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at",)
        indexes = (models.Index(fields=["school", "at"]),)


class TrustedInstallation(models.Model):
    """Another installation whose bundles are accepted here."""

    name = models.CharField(max_length=120)
    key = models.CharField(max_length=64, unique=True, help_text="Public Ed25519 key, hexadecimal.")
    added_by = models.CharField(max_length=160)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name",)
