"""Work plans of associations, and what became of their items. Consents and approvals are acts about the plan."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.plans.enums import PlanDrafter, PlanForm, PlanItemState, PlanTemplate


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
