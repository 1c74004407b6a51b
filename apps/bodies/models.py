"""Associations and councils of a school, and who sits in them."""

from datetime import date

from django.db import models
from django.db.models import Q

from apps.bodies.enums import BodyKind, MembershipRole
from apps.core.fields import CodeField
from apps.core.ranges import Ranged
from apps.rulebook.enums import AssociationKind, CouncilKind, MemberCategory


class Body(models.Model):
    """A methodical association, a council or another body. Created and dissolved by acts, never by the software."""

    kind = CodeField(BodyKind)
    name = models.CharField(max_length=200)
    association_kind = CodeField(AssociationKind, null=True, blank=True)
    council_kind = CodeField(CouncilKind, null=True, blank=True)
    subjects = models.JSONField(default=list, help_text="Codes of the subjects of the association's education areas.")
    created_on = models.DateField(null=True, blank=True)
    dissolved_on = models.DateField(null=True, blank=True)

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


class Membership(Ranged):
    """A person in a body from a day until another."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="memberships")
    role = CodeField(MembershipRole)
    category = CodeField(MemberCategory, null=True, blank=True)
    act = models.ForeignKey("acts.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    end_reason = models.CharField(max_length=200, blank=True)

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
