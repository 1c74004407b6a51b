"""Which rules a school is under: charter modules by body, values of its own, chosen winners of conflicts, and the frame above it."""

from django.db import models
from django.db.models import Q

from apps.charters.enums import CharterSlot, ProfileState
from apps.core.fields import CodeField
from apps.core.ranges import Ranged


class PolicyProfile(Ranged):
    """The school's rules from a day until they are replaced. In force only with every conflict decided or openly left to a person."""

    number = models.PositiveSmallIntegerField(unique=True)
    state = CodeField(ProfileState, default=ProfileState.DRAFT)
    adopted_by_act = models.CharField(max_length=200, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Ranged.Meta):
        ordering = ("-valid_from", "-number")
        constraints = (
            *Ranged.Meta.constraints,
            models.UniqueConstraint(
                name="one_profile_in_force", fields=["state"], condition=Q(state="in_force", valid_until__isnull=True)
            ),
        )


class ProfileModule(models.Model):
    """A charter module in force for one kind of body."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="modules")
    slot = CodeField(CharterSlot)
    module = models.CharField(max_length=10)

    class Meta:
        ordering = ("profile", "slot")
        constraints = (models.UniqueConstraint(name="one_module_per_slot", fields=["profile", "slot", "module"]),)


class ProfileValue(models.Model):
    """A value of the school's own, above what its modules say."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="values")
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("profile", "key")
        constraints = (models.UniqueConstraint(name="one_own_value_per_key", fields=["profile", "key"]),)


class ConflictChoice(models.Model):
    """A person's choice between two modules that give different values."""

    profile = models.ForeignKey(PolicyProfile, on_delete=models.CASCADE, related_name="choices")
    key = models.CharField(max_length=80)
    module = models.CharField(max_length=10)
    reason = models.CharField(max_length=300)
    chosen_by = models.CharField(max_length=160)
    chosen_on = models.DateField()

    class Meta:
        ordering = ("profile", "key")
        constraints = (models.UniqueConstraint(name="one_choice_per_key", fields=["profile", "key"]),)


class FrameEntry(Ranged):
    """A bound, default or lock set by the district, copied here when the district publishes it."""

    frame_id = models.UUIDField(help_text="Identity of the entry in the district's frame.")
    layer = models.CharField(max_length=10)
    key = models.CharField(max_length=80)
    kind = models.CharField(max_length=10)
    value = models.JSONField(null=True)
    published_on = models.DateField()
    act = models.CharField(max_length=200, blank=True)
    article = models.CharField(max_length=80, blank=True)
    url = models.URLField(blank=True)

    class Meta(Ranged.Meta):
        ordering = ("key", "valid_from")
        constraints = (*Ranged.Meta.constraints, models.UniqueConstraint(name="frame_entry_once", fields=["frame_id"]))
