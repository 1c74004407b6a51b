"""One piece of the year's work of a body."""

from django.db import models
from django.db.models import Q

from apps.activities.enums import SHAPES, TOLD_APART, WorkKind
from apps.core.fields import CodeField
from apps.core.versions import Versioned
from apps.rulebook.catalogues import ActivityKind, SeminarKind

# what stands where a value is left out; None elsewhere
EMPTY: dict[str, object] = {
    **dict.fromkeys(("title", "note", "class_name", "necessity", "subject"), ""),
    **dict.fromkeys(("entered_late", "criticised", "own_commission"), False),
}


def only_where_it_belongs(name: str) -> models.CheckConstraint:
    """A value of some kinds of work is empty in every other kind."""
    kinds = sorted(kind.value for kind, shape in SHAPES.items() if name in shape.values)
    absent = Q(**{name: EMPTY[name]}) if name in EMPTY else Q(**{f"{name}__isnull": True})
    return models.CheckConstraint(name=f"work_{name}_belongs_to_its_kinds", condition=absent | Q(kind__in=kinds))


class Activity(Versioned):
    """What was done, by whom, when (R20-R23, R25, R35-R39). `apps.activities.enums.SHAPES` says which kind has which values.

    Attributes:
        day: the day it was done or began: a topic set, a report given, a course begun, a commission made.
        person: who did it; the visitor of a lesson, the author of a report.
    """

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="activities", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = CodeField(WorkKind)
    day = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="Last day of what lasts.")
    title = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="work")
    note = models.CharField(max_length=1000, blank=True)
    what = CodeField(ActivityKind, null=True, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    seminar_kind = CodeField(SeminarKind, null=True, blank=True)
    lessons = models.ManyToManyField("plans.ScheduleEntry", related_name="seminars", blank=True)
    teacher = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    class_name = models.CharField(max_length=20, blank=True)
    entered_late = models.BooleanField(default=False)
    necessity = models.CharField(max_length=200, blank=True, help_text="Why it had to be entered late.")
    criticised = models.BooleanField(default=False, help_text="The teacher was criticised during the lesson.")
    handed_on = models.DateField(null=True, blank=True, help_text="Handed to the leadership.")
    heard_on = models.DateField(null=True, blank=True, help_text="Heard by the association.")
    pre_checked_on = models.DateField(null=True, blank=True, help_text="The task before the course was checked.")
    post_checked_on = models.DateField(null=True, blank=True, help_text="The task after the course was checked.")
    essay_on = models.DateField(null=True, blank=True)
    own_commission = models.BooleanField(default=False, help_text="The association itself made the commission.")
    analysed_on = models.DateField(null=True, blank=True, help_text="Analysed together with the commission.")

    class Meta:
        ordering = ("-day", "-id")
        verbose_name_plural = "activities"
        indexes = (models.Index(fields=["year", "body", "day"]),)
        constraints = (
            *(only_where_it_belongs(name) for name in sorted(TOLD_APART)),
            models.CheckConstraint(
                name="work_has_its_person",
                condition=Q(person__isnull=False)
                | ~Q(kind__in=sorted(kind.value for kind, shape in SHAPES.items() if "person" in shape.needs)),
            ),
            models.CheckConstraint(name="an_activity_says_what", condition=Q(what__isnull=False) | ~Q(kind="activity")),
            models.UniqueConstraint(
                name="one_topic_a_year", fields=["body", "year", "person"], condition=Q(kind=WorkKind.TOPIC.value)
            ),
        )
