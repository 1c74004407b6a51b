"""Papers that decide: orders, submissions, decisions of the pedagogical council, consents and approvals."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, ExtractYear

from apps.acts.enums import NUMBERED, ActState
from apps.core.fields import CodeField
from apps.core.search import Folded
from apps.core.versions import Versioned
from apps.rulebook.enums import ActKind, Body, Purpose, Role


class Act(Versioned):
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
    revoked_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="revocations")
    revoke_reason = models.CharField(max_length=300, blank=True, db_default="")
    state = CodeField(ActState, default=ActState.IN_FORCE, db_default=ActState.IN_FORCE.value)
    title = models.CharField(max_length=300, blank=True, db_default="")
    serial = models.PositiveIntegerField(null=True, blank=True, help_text="The number as a number, for the next one.")
    language = models.CharField(max_length=2, default="ky", db_default="ky")
    template = models.CharField(max_length=60, blank=True, db_default="")
    data = models.JSONField(
        default=dict, db_default={}, help_text="What the text was made from, or what an approval binds."
    )
    persons = models.JSONField(default=list, db_default=[], help_text="Numbers of the people it concerns.")
    decided_by = CodeField(Body, null=True, blank=True, help_text="Kind of the body that decided.")
    body = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions", db_index=False
    )
    sitting = models.ForeignKey(
        "sittings.Sitting", null=True, blank=True, on_delete=models.PROTECT, related_name="acts", db_index=False
    )
    effective_from = models.DateField(null=True, blank=True)
    prepared_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reply = models.CharField(max_length=500, blank=True, db_default="", help_text="Why it was declined.")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("act_date", "id")
        indexes = (
            models.Index(fields=["subject_type", "subject_id"]),
            models.Index(fields=["kind", "act_date"]),
            GinIndex(
                Folded(Concat("number", Value(" "), "title", Value(" "), "text", output_field=models.TextField())),
                name="act_words",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                F("kind"),
                ExtractYear("act_date"),
                F("number"),
                name="act_number_once",
                condition=~Q(number="") & Q(kind__in=sorted(kind.value for kind in NUMBERED)),
            ),
            models.CheckConstraint(
                name="act_subject_is_whole",
                condition=Q(subject_type="", subject_id__isnull=True)
                | Q(subject_type__gt="", subject_id__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()
