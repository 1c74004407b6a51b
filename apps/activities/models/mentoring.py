"""A mentor and a young teacher in one year."""

from django.db import models
from django.db.models import F, Q

from apps.activities.enums import Side
from apps.core.fields import CodeField
from apps.core.versions import Versioned


class MentoringPair(Versioned):
    """A mentor and a young teacher with the papers of their year (R24). The director's order is an act about the pair."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="pairs", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+", db_index=False)
    mentor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    young = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    proposed_on = models.DateField(null=True, blank=True, help_text="The association proposed the mentor.")
    mentor_plan_on = models.DateField(null=True, blank=True, help_text="The association approved the mentor's plan.")
    young_plan_on = models.DateField(null=True, blank=True, help_text="… and the young teacher's plan.")
    closed_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-year", "body", "id")
        constraints = (
            models.UniqueConstraint(name="one_pair_a_year", fields=["year", "body", "mentor", "young"]),
            models.CheckConstraint(name="nobody_is_their_own_mentor", condition=~Q(mentor=F("young"))),
        )


class MentoringReport(models.Model):
    """A report the association received from one of the two."""

    pair = models.ForeignKey(MentoringPair, on_delete=models.CASCADE, related_name="reports")
    given_by = CodeField(Side)
    day = models.DateField()
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("day", "id")
