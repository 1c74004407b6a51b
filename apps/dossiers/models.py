"""Papers on file, cards of the data bank, archive folders, control books. What Usul holds anyway is never entered here again."""

from django.db import models
from django.db.models import Q

from apps.core.fields import CodeField
from apps.core.versions import Versioned
from apps.dossiers.enums import FolderState
from apps.rulebook.catalogues import CardField, HosItem, PaperKind


class Dossier(Versioned):
    """The papers of an association in a year; without a body those of the head of studies."""

    body = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="dossiers", db_index=False
    )
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+")
    week_alone = models.BooleanField(default=False, help_text="The association holds a methodical week on its own.")
    place = models.CharField(max_length=200, blank=True, help_text="Where the folder itself stands.")
    stored_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "body", "id")
        constraints = (
            models.UniqueConstraint(name="dossier_once_a_year", fields=["body", "year"], nulls_distinct=False),
        )


class FiledPaper(Versioned):
    """A paper of a dossier that lies on paper or as a file: a `StoredFile` with the subject `("filed_paper", pk)`.

    Attributes:
        item: code of `DossierItem`, or of `HosItem` in the dossier of the head of studies; `part`: of an item that has several.
        filed_on: since when it is on file; for a report the day on which it was given.
        recipient: who received it, for reports.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="papers", db_index=False)
    item = models.CharField(max_length=40)
    part = models.CharField(max_length=20, blank=True)
    filed_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    recipient = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("dossier", "item", "part")
        constraints = (models.UniqueConstraint(name="filed_once", fields=["dossier", "item", "part"]),)


class TeacherCard(Versioned):
    """A teacher's card in the data bank. Education, subjects and years of service on the staff record are not repeated here."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="card")
    birth_date = models.DateField(null=True, blank=True)
    speciality = models.CharField(max_length=200, blank=True)
    total_years = models.PositiveSmallIntegerField(null=True, blank=True)
    pedagogical_years = models.PositiveSmallIntegerField(null=True, blank=True)
    category = models.CharField(max_length=120, blank=True)
    awards = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    none_of = models.JSONField(default=list, help_text="Codes of the fields whose answer is that there is none.")
    revised_on = models.DateField(help_text="The day for which the card was last true; years of service count from it.")

    class Meta:
        ordering = ("person",)

    @property
    def answered(self) -> frozenset[CardField]:
        """Fields that hold something on the card itself, "none" included."""
        own = {
            CardField.AGE: self.birth_date,
            CardField.SPECIALITY: self.speciality,
            CardField.TOTAL_SENIORITY: self.total_years is not None,
            CardField.PEDAGOGICAL_SENIORITY: self.pedagogical_years is not None,
            CardField.CATEGORY: self.category,
            CardField.AWARDS: self.awards,
            CardField.TITLE: self.title,
            CardField.PHONE: self.phone,
        }
        return frozenset(field for field, value in own.items() if value) | {CardField.of(code) for code in self.none_of}


class ArchiveFolder(Versioned):
    """Papers of one kind and one earlier year on their way to the archive. Usul itself deletes nothing, whatever happens to the paper.

    Attributes:
        body: the association they come from; None for the school's.
        start_year: first calendar year of the academic year of the papers; it need not be in the calendar.
        receiver, act_number: who took the papers, by which act.
        early_reason: why papers moved before their term, where that has already happened.
    """

    body = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = CodeField(PaperKind)
    start_year = models.SmallIntegerField()
    year_end = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    contents = models.CharField(max_length=500, blank=True)
    sheets = models.PositiveIntegerField(null=True, blank=True)
    prepared_on = models.DateField(null=True, blank=True)
    handed_on = models.DateField(null=True, blank=True)
    receiver = models.CharField(max_length=200, blank=True)
    act_number = models.CharField(max_length=40, blank=True)
    destroyed_on = models.DateField(null=True, blank=True)
    destruction_act = models.CharField(max_length=40, blank=True)
    destruction_reason = models.CharField(max_length=300, blank=True)
    early_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("start_year", "body", "kind", "id")
        constraints = (
            models.UniqueConstraint(
                name="folder_once", fields=["body", "start_year", "kind"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="handed_over_by_act",
                condition=Q(handed_on__isnull=True) | (Q(receiver__gt="") & Q(act_number__gt="")),
            ),
            models.CheckConstraint(
                name="destroyed_by_act", condition=Q(destroyed_on__isnull=True) | Q(destruction_act__gt="")
            ),
        )  # fmt: skip

    @property
    def state(self) -> FolderState:
        """How far it has come."""
        if self.destroyed_on is not None:
            return FolderState.DESTROYED
        if self.handed_on is not None:
            return FolderState.HANDED_OVER
        return FolderState.KEPT if self.prepared_on is None else FolderState.PREPARED


class ControlBook(Versioned):
    """A control book of the head of studies in a year; `kind` is its place in the list of papers."""

    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = CodeField(HosItem)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "kind")
        constraints = (models.UniqueConstraint(name="control_book_once_a_year", fields=["year", "kind"]),)


class ControlEntry(Versioned):
    """What was found at a teacher on a day, what is to follow, and when that was checked."""

    book = models.ForeignKey(ControlBook, on_delete=models.PROTECT, related_name="entries")
    on = models.DateField()
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(max_length=500)
    follow_up = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("book", "-on", "-id")
        verbose_name_plural = "control entries"
