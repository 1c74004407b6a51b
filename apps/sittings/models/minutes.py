"""Minutes, the chain that seals them, and the resolutions they hold."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Now

from apps.core.fields import CodeField
from apps.core.search import Folded
from apps.sittings.enums import MinutesState, ResolutionState, SealKind
from apps.sittings.models.agenda import AgendaItem
from apps.sittings.models.sitting import Sitting


class Minutes(models.Model):
    """The protocol of a sitting. Once signed it is never edited; `body` and `year` repeat the sitting's, for the number."""

    sitting = models.OneToOneField(Sitting, on_delete=models.CASCADE, related_name="minutes")
    body = models.ForeignKey("bodies.Body", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.ForeignKey(
        "calendars.AcademicYear", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    number = models.PositiveSmallIntegerField(help_text="Within the body and academic year.")
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="ky", db_default="ky")
    state = CodeField(MinutesState, default=MinutesState.DRAFT, db_default=MinutesState.DRAFT.value)
    chair = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    secretary = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    chair_signed_on = models.DateField(null=True, blank=True)
    secretary_signed_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True, help_text="The day the last of the two signed.")
    code = models.CharField(
        max_length=32, blank=True, db_default="", help_text="Printed on the paper; leads to the seal."
    )
    file = models.ForeignKey(
        "documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filed_on = models.DateField(null=True, blank=True)
    folder = models.CharField(max_length=120, blank=True, db_default="")
    archived_on = models.DateField(null=True, blank=True)
    row_version = models.PositiveIntegerField(default=1, db_default=1)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())

    class Meta:
        verbose_name_plural = "minutes"
        indexes = (
            models.Index(fields=["code"], condition=~Q(code=""), name="minutes_by_code"),
            GinIndex(Folded(F("text")), name="minutes_words"),
        )
        constraints = (
            models.UniqueConstraint(
                name="minutes_number_once", fields=["body", "year", "number"], condition=Q(body__isnull=False)
            ),
        )

    def store(self, *fields: str) -> None:
        """Save these fields as the next version."""
        self.row_version += 1
        self.save(update_fields=[*fields, "row_version", "updated_at"])


class Seal(models.Model):
    """A link of a body's chain: what was sealed, its hash, and the hash of the link before it. Rows are only ever added."""

    append_only = True

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="seals", db_index=False)
    position = models.PositiveIntegerField()
    kind = CodeField(SealKind)
    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="seals")
    content = models.JSONField(help_text="Everything the paper says, as it was sealed.")
    content_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True, help_text="Hash of the link before; empty for the first.")
    hash = models.CharField(max_length=64)
    sealed_by = models.CharField(max_length=160)
    sealed_on = models.DateField()
    sealed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("body", "position")
        constraints = (models.UniqueConstraint(name="one_link_per_place", fields=["body", "position"]),)


class Resolution(models.Model):
    """What was decided, who does it, and until when."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="resolutions", db_index=False)
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    responsible = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="resolutions"
    )
    due_on = models.DateField(null=True, blank=True)
    state = CodeField(ResolutionState, default=ResolutionState.ADOPTED)
    done_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=500, blank=True)
    row_version = models.PositiveIntegerField(default=1, db_default=1)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())

    class Meta:
        ordering = ("sitting", "number")
        constraints = (
            models.UniqueConstraint(name="resolution_number_once", fields=["sitting", "number"]),
            models.CheckConstraint(
                name="done_resolution_has_its_day", condition=Q(done_on__isnull=False) | ~Q(state="done")
            ),
        )
        indexes = (
            models.Index(F("due_on"), name="resolution_due"),
            models.Index(fields=["updated_at"]),
            GinIndex(Folded(Concat("text", Value(" "), "result")), name="resolution_words"),
        )

    def store(self, *fields: str) -> None:
        """Save these fields as the next version."""
        self.row_version += 1
        self.save(update_fields=[*fields, "row_version", "updated_at"])
