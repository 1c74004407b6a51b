"""The frame a district sets for its schools, changes of the calendar, and questions put to every school."""

import uuid

from django.db import models
from django.db.models import F, Q

from apps.core.fields import CodeField
from apps.district.enums import CellState, RuleState, ShiftState, SurveyKind
from apps.rulebook.policy import Bound


class FrameRule(models.Model):
    """A floor, ceiling, default or lock for one parameter on a range of days, with the act that set it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey("tenants.District", on_delete=models.PROTECT, related_name="frame_rules")
    state = CodeField(RuleState, default=RuleState.DRAFT)
    bound = CodeField(Bound)
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    grace_until = models.DateField(
        null=True, blank=True, help_text="Before this day a school outside keeps its own value."
    )
    act = models.CharField(max_length=200)
    article = models.CharField(max_length=80, blank=True)
    url = models.URLField(max_length=300, blank=True)
    published_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=160, blank=True)
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)
    announced_at = models.DateTimeField(null=True, blank=True, help_text="When it was published to the schools.")
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("key", "valid_from", "made_at")
        indexes = (models.Index(fields=["district", "state"]),)
        constraints = (
            models.CheckConstraint(
                name="frame_rule_ends_after_start",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.bound} {self.key}"


class FrameDelivery(models.Model):
    """Which frame a school has received, and where its own rules leave it."""

    school = models.OneToOneField("tenants.School", primary_key=True, on_delete=models.CASCADE, related_name="delivery")
    fingerprint = models.CharField(max_length=64)
    delivered_at = models.DateTimeField()
    outside = models.JSONField(default=list, help_text="[{rule, key, council, value, enforced}] of its own values.")


class SchoolRules(models.Model):
    """The rules a school lives by on the day it told them: every value with its state and where it comes from."""

    school = models.OneToOneField("tenants.School", primary_key=True, on_delete=models.CASCADE, related_name="rules")
    as_of = models.DateField()
    fingerprint = models.CharField(max_length=64)
    values = models.JSONField(help_text="{council or empty: {key: [state, value, layer, module, clause, act]}}")
    wording = models.JSONField(
        null=True, help_text="Where its charter has other words than its modules; empty until the school has told."
    )


class CalendarShift(models.Model):
    """A change of a year's dates, entered once for every school of a district."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey("tenants.District", on_delete=models.PROTECT, related_name="calendar_shifts")
    state = CodeField(ShiftState, default=ShiftState.DRAFT)
    start_year = models.SmallIntegerField(help_text="Calendar year in which the academic year begins.")
    change = models.JSONField(help_text="{ends_on, close_on, periods: [{unit, number, starts_on, ends_on}]}")
    act = models.CharField(max_length=200)
    published_on = models.DateField(help_text="Day of the act.")
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)
    announced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)


class Survey(models.Model):
    """One question put to every school of a district. Each answers for itself; answers are kept for some days only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey("tenants.District", on_delete=models.CASCADE, related_name="surveys")
    kind = CodeField(SurveyKind)
    subject = models.UUIDField(help_text="The rule or the change of the calendar it is about.")
    payload = models.JSONField()
    asked_by = models.CharField(max_length=160)
    asked_at = models.DateTimeField()
    as_of = models.DateField()

    class Meta:
        ordering = ("-asked_at",)
        indexes = (models.Index(fields=["subject", "kind"]),)


class SurveyCell(models.Model):
    """The answer of one school."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="cells")
    school = models.ForeignKey("tenants.School", on_delete=models.CASCADE, related_name="+")
    state = CodeField(CellState, default=CellState.WAITING)
    result = models.JSONField(default=dict)
    error = models.CharField(max_length=120, blank=True, help_text="Code of the fault.")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(name="one_answer_per_school", fields=["survey", "school"]),)
        indexes = (models.Index(fields=["state"]),)


class DistrictEvent(models.Model):
    """One deed of the district layer. Rows are added and never changed."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    district = models.ForeignKey("tenants.District", on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=40)
    subject = models.UUIDField()
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=160)
    door = models.CharField(max_length=10)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at",)
        indexes = (models.Index(fields=["district", "at"]),)
