"""Which rules a school is under: charter modules, values of its own, chosen winners of conflicts, and the frame above it."""

from django.db import models
from django.db.models import Q

from apps.charters.enums import ProfileState
from apps.core.fields import CodeField
from apps.core.ranges import Ranged
from apps.core.versions import Versioned
from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.policy import Bound


class PolicyProfile(Ranged, Versioned):
    """A version of the school's charter: its rules from a day until they are replaced.

    While it is a draft, `valid_from` is the day it is meant to come into force and everything may change. Once in force nothing does:
    the next version replaces it. A conflict nobody has settled stays visible as a question.

    Attributes:
        clauses: how the school's text departs from its modules, by clause key: `{"text": {"ky": …, "ru": …}, "left_out": true}`.
        own_clauses: clauses of the school's own, in order:
            `{"id": "own-1", "module": "MK", "number": "7.8", "after": "mk.7.7", "text": {…}}`.
        language: of the text that is adopted; texts in other languages are translations of it.
    """

    number = models.PositiveSmallIntegerField(unique=True)
    state = CodeField(ProfileState, default=ProfileState.DRAFT)
    act = models.CharField(max_length=200, blank=True, help_text="The adopting act as people cite it.")
    adopted_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    language = models.CharField(max_length=2, default="ky", db_default="ky")
    note = models.CharField(max_length=300, blank=True, db_default="", help_text="What changes, and why.")
    clauses = models.JSONField(default=dict, db_default={})
    own_clauses = models.JSONField(default=list, db_default=[])
    based_on = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    prepared_by = models.CharField(max_length=160, blank=True, db_default="")

    class Meta(Ranged.Meta):
        ordering = ("-valid_from", "-number")
        constraints = (  # type: ignore[assignment]
            *Ranged.Meta.constraints,
            models.UniqueConstraint(
                name="one_profile_in_force", fields=["state"], condition=Q(state="in_force", valid_until__isnull=True)
            ),
        )


class ProfileModule(models.Model):
    """A charter module of a profile. A council charter may be bound to one kind of council."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="modules", db_index=False)
    module = models.CharField(max_length=10)
    council_kind = CodeField(CouncilKind, null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("profile", "position")
        constraints = (models.UniqueConstraint(name="module_once_per_profile", fields=["profile", "module"]),)


class ProfileValue(models.Model):
    """A rule of the school's own, above what its modules say. An empty value says that the school leaves the point open."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="values", db_index=False)
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    council_kind = CodeField(CouncilKind, null=True, blank=True)
    clause = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("profile", "key")
        constraints = (
            models.UniqueConstraint(
                name="one_own_value_per_key", fields=["profile", "key", "council_kind"], nulls_distinct=False
            ),
        )


class ConflictChoice(models.Model):
    """A person's choice between modules that give different values."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="choices", db_index=False)
    key = models.CharField(max_length=80)
    module = models.CharField(max_length=10)
    council_kind = CodeField(CouncilKind, null=True, blank=True)
    reason = models.CharField(max_length=300)
    chosen_by = models.CharField(max_length=160)
    chosen_on = models.DateField()

    class Meta:
        ordering = ("profile", "key")
        constraints = (
            models.UniqueConstraint(
                name="one_choice_per_key", fields=["profile", "key", "council_kind"], nulls_distinct=False
            ),
        )


class Acknowledgement(models.Model):
    """A person has read a version of the charter and signed for it, here or on the sheet behind the paper."""

    profile = models.ForeignKey(
        PolicyProfile, on_delete=models.CASCADE, related_name="acknowledgements", db_index=False
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    on_paper = models.BooleanField(default=False)
    recorded_by = models.CharField(max_length=160)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("profile", "signed_on", "id")
        constraints = (models.UniqueConstraint(name="one_acknowledgement_each", fields=["profile", "person"]),)


class FrameEntry(Ranged):
    """A bound, default or lock set above the school, copied here when it is published."""

    frame_id = models.UUIDField(unique=True, help_text="Identity of the entry in the frame it was copied from.")
    layer = CodeField(Layer)
    bound = CodeField(Bound)
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    grace_until = models.DateField(null=True, blank=True)
    act = models.CharField(max_length=200)
    article = models.CharField(max_length=80, blank=True)
    url = models.URLField(blank=True)
    published_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=160, blank=True)

    class Meta(Ranged.Meta):
        ordering = ("key", "valid_from")
        constraints = (*Ranged.Meta.constraints,)
