"""Verdicts of the rulebook over the school's records. A new verdict is added beside the old one, which is closed and never edited."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.rulebook.enums import Severity, Verdict


class Evaluation(models.Model):
    """The latest evaluation of a year: what it was made from, and the number that orders pushes to the district."""

    year = models.OneToOneField("calendars.AcademicYear", on_delete=models.CASCADE, related_name="evaluation")
    version = models.BigIntegerField(default=0)
    as_of = models.DateField(null=True)
    facts_fingerprint = models.CharField(max_length=64, blank=True)
    policy_fingerprint = models.CharField(max_length=64, blank=True)
    evaluated_at = models.DateTimeField(null=True)


class Finding(models.Model):
    """One verdict of one check about one subject, with its whole argument."""

    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.CASCADE, related_name="findings")
    check_id = models.CharField(max_length=8)
    subject_type = models.CharField(max_length=20)
    subject_id = models.BigIntegerField(null=True)
    body_number = models.BigIntegerField(null=True, help_text="Number of the body the subject belongs to.")
    subject_key = models.CharField(max_length=80)
    verdict = CodeField(Verdict)
    severity = CodeField(Severity, null=True)
    starred = models.BooleanField(default=False)
    payload = models.JSONField()
    digest = models.CharField(max_length=64)
    facts_fingerprint = models.CharField(max_length=64)
    policy_fingerprint = models.CharField(max_length=64)
    evaluation_version = models.BigIntegerField()
    found_on = models.DateField()
    superseded_on = models.DateField(null=True)

    class Meta:
        ordering = ("check_id", "subject_key")
        indexes = (
            models.Index(fields=["year", "check_id"], condition=Q(superseded_on__isnull=True), name="finding_current"),
            models.Index(
                fields=["subject_type", "subject_id"],
                condition=Q(superseded_on__isnull=True),
                name="finding_of_body",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                name="one_current_finding",
                fields=["year", "check_id", "subject_key"],
                condition=Q(superseded_on__isnull=True),
            ),
        )
