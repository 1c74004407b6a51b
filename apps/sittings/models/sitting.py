"""Sittings, their announcement, those who are asked to come and those who came."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from apps.core.fields import CodeField
from apps.core.versions import Versioned
from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import Answer, SittingKind, SittingState


class Series(Versioned):
    """A recurring sitting of a body: the skeleton of its agenda, and the rhythm by which it comes again."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="series", db_index=False)
    name = models.CharField(max_length=120)
    rhythm = models.JSONField(default=dict, help_text="months, week and weekday; empty: only a skeleton.")
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    items = models.JSONField(default=list, help_text="Questions that come at every sitting: text, kind, minutes.")
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("body", "name")
        verbose_name_plural = "series"
        constraints = (models.UniqueConstraint(name="series_name_once", fields=["body", "name"]),)


class Sitting(models.Model):
    """A sitting of a body. Moving it to another day is a new announcement, not a new sitting.

    A sitting that lapsed for lack of quorum stays as it was; the one that repeats it refers to it.
    """

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="sittings", db_index=False)
    number = models.PositiveSmallIntegerField(help_text="Within the body and academic year.")
    year = models.ForeignKey(
        "calendars.AcademicYear", on_delete=models.PROTECT, related_name="sittings", db_index=False
    )
    calendar_version = models.PositiveSmallIntegerField(
        help_text="Revision of the year the sitting was recorded under."
    )
    kind = CodeField(SittingKind, default=SittingKind.ORDINARY)
    state = CodeField(SittingState, default=SittingState.PLANNED)
    planned_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    state_reason = models.CharField(max_length=300, blank=True)
    row_version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.PROTECT, related_name="sittings", db_index=False
    )
    repeats = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="repeated_by")
    chair = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    secretary = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    frozen = models.JSONField(
        default=dict,
        db_default={},
        help_text="Members who count, quorum and majority rule as they were when it opened.",
    )
    pack = models.JSONField(default=dict, db_default={}, help_text="Parts of the built pack with their page numbers.")

    class Meta:
        ordering = ("-held_on", "-planned_on", "-id")
        indexes = (models.Index(fields=["year", "body", "held_on"]), models.Index(fields=["updated_at"]))
        constraints = (
            models.UniqueConstraint(name="sitting_number_once", fields=["body", "year", "number"]),
            models.CheckConstraint(
                name="sitting_has_a_day", condition=Q(planned_on__isnull=False) | Q(held_on__isnull=False)
            ),
            models.CheckConstraint(
                name="held_sitting_has_its_day", condition=Q(held_on__isnull=False) | ~Q(state="held")
            ),
        )

    @property
    def day(self) -> date | None:
        """The day it was held, or is planned for."""
        return self.held_on or self.planned_on

    def store(self, *fields: str) -> None:
        """Save these fields as the next version."""
        self.row_version += 1
        self.save(update_fields=[*fields, "row_version", "updated_at"])


class Announcement(models.Model):
    """Notice of the agenda given to the members on a day, for a sitting on a day. The latest one counts."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="announcements")
    announced_on = models.DateField()
    for_day = models.DateField()

    class Meta:
        ordering = ("announced_on", "id")


class Invitation(models.Model):
    """A person asked to come to a sitting, and their answer."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="invitations", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="invitations")
    kind = CodeField(AttendanceKind, default=AttendanceKind.MEMBER)
    answer = CodeField(Answer, null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("sitting", "id")
        constraints = (models.UniqueConstraint(name="invited_once", fields=["sitting", "person"]),)


class Attendance(models.Model):
    """A person at a sitting, as a member or as a guest. `marks` tells when they came and went, where that was noted."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="attendance", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="attendance")
    kind = CodeField(AttendanceKind)
    present = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    marks = models.JSONField(
        default=list, db_default=[], help_text="[{state, at, item, by}] in the order they came in."
    )

    class Meta:
        ordering = ("sitting", "id")
        constraints = (models.UniqueConstraint(name="attends_once", fields=["sitting", "person"]),)
