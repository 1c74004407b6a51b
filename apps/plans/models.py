"""Plans of the year and of its months, the schedule of open lessons. Consents and approvals are acts about the plan."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.core.versions import Versioned
from apps.plans.enums import EntryState, LessonKind, PlanDrafter, PlanForm, PlanItemState, PlanTemplate


class WorkPlan(models.Model):
    """The year's plan of an association or a council. A change after approval is a new version through the same route."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="plans", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField(default=1)
    template = CodeField(PlanTemplate)
    drafted_by = CodeField(PlanDrafter)
    form = CodeField(PlanForm, null=True, blank=True)
    authors = models.ManyToManyField("people.Person", related_name="+", blank=True)
    adopted_at = models.ForeignKey(
        "sittings.Sitting", null=True, blank=True, on_delete=models.PROTECT, related_name="adopted_plans"
    )
    adopted_on = models.DateField(null=True, blank=True)
    inputs = models.JSONField(default=list, help_text="Codes of what the plan takes into account.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-year", "body", "-version")
        constraints = (models.UniqueConstraint(name="plan_version_once", fields=["body", "year", "version"]),)


class PlanItem(models.Model):
    """One line of a plan: a template's item by its key, or the school's own."""

    plan = models.ForeignKey(WorkPlan, on_delete=models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveSmallIntegerField()
    template_key = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=500, blank=True)
    responsible = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    state = CodeField(PlanItemState, default=PlanItemState.PLANNED)
    done_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=500, blank=True)
    waiver_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("plan", "position")
        constraints = (
            models.UniqueConstraint(name="plan_item_position_once", fields=["plan", "position"]),
            models.CheckConstraint(name="waived_item_says_why", condition=~Q(state="waived") | ~Q(waiver_reason="")),
        )


class MonthlyPlan(Versioned):
    """The plan of one month of an association (R33)."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="monthly_plans", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+")
    month = models.DateField(help_text="First day of the month.")
    made_on = models.DateField()

    class Meta:
        ordering = ("month", "body")
        constraints = (
            models.UniqueConstraint(name="one_plan_a_month", fields=["body", "month"]),
            models.CheckConstraint(name="a_month_begins_on_its_first_day", condition=Q(month__day=1)),
        )


class MonthlyItem(models.Model):
    """A line of a month: the month's own, or carried over from the year's plan."""

    plan = models.ForeignKey(MonthlyPlan, on_delete=models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveSmallIntegerField()
    template_key = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=500, blank=True)
    responsible = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey(
        PlanItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="carried", db_index=False
    )

    class Meta:
        ordering = ("plan", "position")
        constraints = (
            models.UniqueConstraint(name="monthly_item_position_once", fields=["plan", "position"]),
            models.CheckConstraint(name="monthly_item_says_what", condition=~Q(text="") | ~Q(template_key="")),
        )


class LessonSchedule(Versioned):
    """The year's schedule of open lessons and out-of-class events of an association (R34)."""

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="schedules", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+", db_index=False)
    made_on = models.DateField()
    approved_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "body")
        constraints = (models.UniqueConstraint(name="one_schedule_a_year", fields=["body", "year"]),)


class ScheduleEntry(Versioned):
    """An open lesson or event of the schedule. One that is moved stays, with the reason; another stands on the new day."""

    schedule = models.ForeignKey(LessonSchedule, on_delete=models.PROTECT, related_name="entries")
    kind = CodeField(LessonKind)
    day = models.DateField()
    teacher = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    class_name = models.CharField(max_length=20, blank=True)
    topic = models.CharField(max_length=300)
    state = CodeField(EntryState, default=EntryState.PLANNED)
    reason = models.CharField(max_length=300, blank=True)
    moved_from = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to")

    class Meta:
        ordering = ("day", "id")
        verbose_name_plural = "schedule entries"
        constraints = (
            models.CheckConstraint(
                name="moved_or_cancelled_says_why", condition=~Q(state__in=["moved", "cancelled"]) | ~Q(reason="")
            ),
        )
