"""Papers that decide: orders, submissions, decisions of the pedagogical council, consents and approvals."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.rulebook.enums import ActKind, Purpose, Role


class Act(models.Model):
    """One paper. `act_date` is the date on it, `entered_at` the moment it was put in here: rules judge by the first.

    What it decides about is told by `subject_type` and `subject_id`; one order may name several subjects through the rows that cite it.
    """

    kind = CodeField(ActKind)
    purpose = CodeField(Purpose, null=True, blank=True)
    number = models.CharField(max_length=40, blank=True)
    act_date = models.DateField()
    signed_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="signed_acts"
    )
    signed_role = CodeField(
        Role, null=True, blank=True, help_text="Office named on the paper; whether it was held is judged, not assumed."
    )
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    basis = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="consequences")
    text = models.TextField(blank=True)
    fingerprint = models.CharField(
        max_length=64, blank=True, help_text="Of the exact content a consent or approval binds."
    )
    revoked_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("act_date", "id")
        indexes = (models.Index(fields=["subject_type", "subject_id"]), models.Index(fields=["kind", "act_date"]))
        constraints = (
            models.CheckConstraint(
                name="act_subject_is_whole",
                condition=Q(subject_type="", subject_id__isnull=True)
                | Q(subject_type__gt="", subject_id__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()
