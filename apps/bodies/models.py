"""Associations and councils of a school, and who sits in them."""

from datetime import date

from django.db import models
from django.db.models import Q

from apps.bodies.enums import BodyKind, CandidacyState, MembershipRole
from apps.core.fields import CodeField
from apps.core.ranges import Ranged
from apps.core.versions import Versioned
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory


class Body(Versioned):
    """A methodical association, a council or another body. Created and dissolved by acts, never by the software."""

    kind = CodeField(BodyKind)
    name = models.CharField(max_length=200)
    association_kind = CodeField(AssociationKind, null=True, blank=True)
    council_kind = CodeField(CouncilKind, null=True, blank=True)
    subjects = models.JSONField(default=list, help_text="Codes of the subjects of the association's education areas.")
    created_on = models.DateField(null=True, blank=True)
    dissolved_on = models.DateField(null=True, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children", db_index=False
    )
    purpose = models.CharField(max_length=500, blank=True, db_default="", help_text="What a temporary group is for.")
    works_until = models.DateField(null=True, blank=True, help_text="The day a temporary group is planned to end.")

    class Meta:
        ordering = ("kind", "name", "id")
        verbose_name_plural = "bodies"
        constraints = (
            models.CheckConstraint(
                name="only_associations_have_a_kind",
                condition=Q(kind="association", association_kind__isnull=False)
                | (~Q(kind="association") & Q(association_kind__isnull=True)),
            ),
            models.CheckConstraint(
                name="only_councils_have_a_kind",
                condition=Q(kind="council", council_kind__isnull=False)
                | (~Q(kind="council") & Q(council_kind__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """Whether the body is at work on `day`; one without a creation date on record counts as having always been."""
        return (self.created_on is None or self.created_on <= day) and (
            self.dissolved_on is None or day < self.dissolved_on
        )


class Membership(Ranged, Versioned):
    """A person in a body from a day until another."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="memberships")
    role = CodeField(MembershipRole)
    category = CodeField(MemberCategory, null=True, blank=True)
    act = models.ForeignKey("acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    end_reason = models.CharField(max_length=200, blank=True)
    end_act = models.ForeignKey(
        "acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta(Ranged.Meta):
        ordering = ("body", "valid_from", "id")
        constraints = (  # type: ignore[assignment]
            *Ranged.Meta.constraints,
            models.UniqueConstraint(
                name="one_open_holder_per_office",
                fields=["body", "role"],
                condition=Q(valid_until__isnull=True) & ~Q(role="member"),
            ),
            models.UniqueConstraint(
                name="one_open_membership_per_role",
                fields=["body", "person", "role"],
                condition=Q(valid_until__isnull=True),
            ),
        )


class Candidacy(Versioned):
    """A person on the way to an office of a body: nominated, elected, approved, appointed. Each step is a paper of its own."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="candidacies")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    office = CodeField(MembershipRole, default=MembershipRole.HEAD)
    state = CodeField(CandidacyState, default=CandidacyState.NOMINATED)
    nominated_on = models.DateField()
    nominated_by = models.CharField(max_length=200, blank=True)
    election = models.ForeignKey(
        "acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    approval = models.ForeignKey(
        "acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    order = models.ForeignKey(
        "acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    membership = models.OneToOneField(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="candidacy"
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-nominated_on", "-id")
        verbose_name_plural = "candidacies"
        constraints = (
            models.UniqueConstraint(
                name="one_running_candidacy",
                fields=["body", "person", "office"],
                condition=Q(state__in=["nominated", "elected", "approved"]),
            ),
        )


class Directions(Versioned):
    """Directions, forms, methods, theme, aim and tasks of a body for a year. Approvals are acts about it, bound to the text."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="directions", db_index=False)
    year = models.ForeignKey("calendars.AcademicYear", on_delete=models.PROTECT, related_name="+", db_index=False)
    content = models.JSONField(default=dict, help_text="Texts by part, see DirectionsPart.")

    class Meta:
        ordering = ("-year", "body")
        verbose_name_plural = "directions"
        constraints = (models.UniqueConstraint(name="directions_once_a_year", fields=["body", "year"]),)
