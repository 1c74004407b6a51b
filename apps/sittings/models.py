"""Sittings from the plan to the signed minutes, and the resolutions that come out of them."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from apps.core.fields import CodeField
from apps.rulebook.enums import AttendanceKind, ItemKind, Role
from apps.sittings.enums import ResolutionState, SittingKind, SittingState


class Sitting(models.Model):
    """A sitting of a body. Moving it to another day is a new announcement, not a new sitting."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="sittings")
    number = models.PositiveSmallIntegerField(help_text="Within the body and academic year.")
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="sittings")
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

    class Meta:
        ordering = ("-held_on", "-planned_on", "-id")
        indexes = (models.Index(fields=["year", "body", "held_on"]),)
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


class Announcement(models.Model):
    """Notice of the agenda given to the members on a day, for a sitting on a day. The latest one counts."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="announcements")
    announced_on = models.DateField()
    for_day = models.DateField()

    class Meta:
        ordering = ("announced_on", "id")


class AgendaItem(models.Model):
    """A question on the agenda, and what became of it."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    kind = CodeField(ItemKind, default=ItemKind.OTHER)
    announced_on = models.DateField(
        null=True, blank=True, help_text="When it was added after the announcement; empty: with the agenda."
    )
    speaker = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    speaker_role = CodeField(Role, null=True, blank=True)
    adopted = models.BooleanField(
        null=True, blank=True, help_text="Whether the minutes call the decision adopted; empty: nothing decided."
    )
    analysis_on_file = models.BooleanField(default=False)

    class Meta:
        ordering = ("sitting", "position")
        constraints = (models.UniqueConstraint(name="agenda_position_once", fields=["sitting", "position"]),)


class Attendance(models.Model):
    """A person at a sitting, as a member or as a guest."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="attendance")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="attendance")
    kind = CodeField(AttendanceKind)
    present = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("sitting", "id")
        constraints = (models.UniqueConstraint(name="attends_once", fields=["sitting", "person"]),)


class Vote(models.Model):
    """Totals of a vote on an item. Ballots of guests are noted apart and never counted."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="vote")
    yes = models.PositiveSmallIntegerField()
    no = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField(default=0)
    invited_ballots = models.PositiveSmallIntegerField(default=0)

    @property
    def cast(self) -> int:
        """Ballots of members, abstentions included."""
        return self.yes + self.no + self.abstained


class Minutes(models.Model):
    """The protocol of a sitting. Once signed it is never edited."""

    sitting = models.OneToOneField(Sitting, on_delete=models.CASCADE, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    chair = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    secretary = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "minutes"


class Resolution(models.Model):
    """What was decided, who does it, and until when."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="resolutions")
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

    class Meta:
        ordering = ("sitting", "number")
        constraints = (
            models.UniqueConstraint(name="resolution_number_once", fields=["sitting", "number"]),
            models.CheckConstraint(
                name="done_resolution_has_its_day", condition=Q(done_on__isnull=False) | ~Q(state="done")
            ),
        )
        indexes = (models.Index(F("due_on"), name="resolution_due"),)
