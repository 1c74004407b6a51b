"""Papers that teachers and bodies put forward, and the decisions they pass. The decisions themselves are acts and agenda items."""

from django.db import models
from django.db.models import F, Q

from apps.core.fields import CodeField
from apps.core.versions import Versioned
from apps.proposals.enums import FAMILY, Family, Level, PaperKind
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, ReportForm, Role

MATERIALS = sorted(kind.value for kind, family in FAMILY.items() if family is Family.MATERIAL)


class Paper(Versioned):
    """One paper on its way: a year report, a plan or exam material, a programme, a nomination.

    How far it has come is not stored: it follows from the days here and from the decisions it has passed.
    """

    kind = CodeField(PaperKind)
    body = models.ForeignKey(
        "bodies.Body",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="papers",
        help_text="Whose paper it is; empty: put forward by the school's leadership itself.",
    )
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="papers", db_index=False)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    person = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="papers",
        db_index=False,
        help_text="The teacher, author or candidate.",
    )
    used_from = models.DateField(null=True, blank=True, help_text="First day a plan or material is used.")
    contest = CodeField(Contest, null=True, blank=True)
    contest_name = models.CharField(max_length=200, blank=True)
    level = CodeField(Level, null=True, blank=True)
    recipient = CodeField(Role, null=True, blank=True, help_text="Office a report is handed to.")
    form = CodeField(ReportForm, null=True, blank=True)
    handed_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=300, blank=True)
    result_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)
    entered_on = models.DateField()

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=["year", "kind"]),)
        constraints = (
            models.CheckConstraint(
                name="paper_received_after_handed",
                condition=Q(received_on__isnull=True) | Q(handed_on__isnull=False, received_on__gte=F("handed_on")),
            ),
            models.CheckConstraint(
                name="paper_withdrawn_says_why",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_why__gt=""),
            ),
            models.CheckConstraint(
                name="paper_used_is_material", condition=Q(used_from__isnull=True) | Q(kind__in=MATERIALS)
            ),
        )

    @property
    def family(self) -> Family:
        """The way it goes."""
        return self.kind.family


class Passage(models.Model):
    """A body deals with a paper: as a question of a sitting's agenda, or by an act that is on record."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="passages", db_index=False)
    item = models.ForeignKey(
        "sittings.AgendaItem", null=True, blank=True, on_delete=models.CASCADE, related_name="passages"
    )
    act = models.ForeignKey("acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="passages")
    kind = CodeField(ActKind, help_text="What the body does with it: recommends, approves, considers.")

    class Meta:
        ordering = ("paper", "id")
        constraints = (
            models.UniqueConstraint(name="passage_item_once", fields=["paper", "item"]),
            models.UniqueConstraint(name="passage_act_once", fields=["paper", "act"]),
            models.CheckConstraint(
                name="passage_is_item_or_act",
                condition=Q(item__isnull=False, act__isnull=True) | Q(item__isnull=True, act__isnull=False),
            ),
        )
