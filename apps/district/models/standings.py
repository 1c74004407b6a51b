"""What the district knows of its schools: standings pushed by each school, never read out of its schema."""

import uuid

from django.db import models

EVERY_YEAR = 0


class DirtyMark(models.Model):
    """A school's note that its standing of a year, or of every year, is out of date, left in the same transaction as the change itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    schema_name = models.CharField(max_length=63)
    year = models.SmallIntegerField()
    marked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=["schema_name", "year"]),)


class SchoolStanding(models.Model):
    """One school in one academic year: counts, freshness and the version that decides which push is newer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("tenants.School", on_delete=models.CASCADE, related_name="standings")
    year = models.SmallIntegerField(help_text="Calendar year in which the academic year begins.")
    version = models.BigIntegerField(help_text="Counted by the school; a push with a lower version changes nothing.")
    as_of = models.DateField(help_text="Day of evaluation.")
    computed_at = models.DateTimeField()
    calendar_version = models.IntegerField()
    facts_fingerprint = models.CharField(max_length=64)
    policy_fingerprint = models.CharField(max_length=64)
    modules = models.JSONField(help_text="Charter modules in force, by body kind.")
    marks = models.JSONField(help_text="Summary verdict, severity and star of every check, by check.")
    activity = models.JSONField(help_text="Counts of records: sittings held, minutes signed, plans approved, people.")
    worst = models.CharField(max_length=10, help_text="Worst verdict of the school by the order of the rulebook.")
    rhythm = models.CharField(max_length=10, help_text="in_rhythm, slipping, late or silent.")
    rhythm_before = models.CharField(
        max_length=10,
        blank=True,
        help_text="Rhythm at the last push before the week of `as_of`; empty when there was none.",
    )
    last_record_on = models.DateField(null=True, help_text="Newest act date or entry in the school.")

    class Meta:
        constraints = (models.UniqueConstraint(name="one_standing_per_school_and_year", fields=["school", "year"]),)


class StandingCell(models.Model):
    """One obligation of one school in one year: the summary verdict and the findings behind it, without names of people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    standing = models.ForeignKey(SchoolStanding, on_delete=models.CASCADE, related_name="cells")
    check_id = models.CharField(max_length=8)
    verdict = models.CharField(max_length=10)
    severity = models.CharField(max_length=10, blank=True)
    starred = models.BooleanField(default=False)
    tally = models.JSONField(help_text="How many findings of each verdict.")
    findings = models.JSONField(
        help_text="The findings, worst first: subject kind and number, verdict, argument codes and facts."
    )

    class Meta:
        constraints = (models.UniqueConstraint(name="one_cell_per_obligation", fields=["standing", "check_id"]),)
        indexes = (models.Index(fields=["check_id", "verdict"]),)
