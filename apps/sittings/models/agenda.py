"""The agenda of a sitting: questions, what was said, how it was voted."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from apps.core.fields import CodeField
from apps.core.search import Folded
from apps.core.versions import Versioned
from apps.rulebook.enums import ItemKind, Role
from apps.sittings.enums import BallotKind, Choice, ItemState, Matter, MotionResult, MotionState, ProposalState
from apps.sittings.models.sitting import Sitting


class AgendaItem(models.Model):
    """A question on the agenda, and what became of it."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    kind = CodeField(ItemKind, default=ItemKind.OTHER)
    announced_on = models.DateField(
        null=True, blank=True, help_text="When it was added after the announcement; empty: with the agenda."
    )
    speaker = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    speaker_role = CodeField(Role, null=True, blank=True)
    adopted = models.BooleanField(
        null=True, blank=True, help_text="Whether the minutes call the decision adopted; empty: nothing decided."
    )
    analysis_on_file = models.BooleanField(default=False)
    about = models.ForeignKey(
        "bodies.Body",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="Whose report is heard, or whose question it was.",
    )
    state = CodeField(ItemState, default=ItemState.LISTED, db_default=ItemState.LISTED.value)
    minutes_planned = models.PositiveSmallIntegerField(null=True, blank=True)
    section = models.CharField(max_length=80, blank=True, db_default="")
    approves = models.ForeignKey(
        "sittings.Minutes",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="approving_items",
        db_index=False,
        help_text="Minutes of an earlier sitting that this question approves.",
    )
    carried = models.ForeignKey(
        "sittings.Resolution",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="carried_to",
        db_index=False,
        help_text="The unfinished resolution that brought this question here.",
    )
    speeches = models.JSONField(
        default=list, db_default=[], help_text="[{person, name, text}] in the order of speaking."
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    present = models.JSONField(
        null=True, blank=True, help_text="Numbers of the members present when it was decided; empty: as at the sitting."
    )
    row_version = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        ordering = ("sitting", "position")
        constraints = (models.UniqueConstraint(name="agenda_position_once", fields=["sitting", "position"]),)
        indexes = (GinIndex(Folded(F("text")), name="agenda_words"),)

    def store(self, *fields: str) -> None:
        """Save these fields as the next version."""
        self.row_version += 1
        self.save(update_fields=[*fields, "row_version"])


class Vote(models.Model):
    """Totals of the vote that decided an item. Ballots of guests are noted apart and never counted."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="vote")
    yes = models.PositiveSmallIntegerField()
    no = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField(default=0)
    invited_ballots = models.PositiveSmallIntegerField(default=0)

    @property
    def cast(self) -> int:
        """Ballots of members, abstentions included."""
        return self.yes + self.no + self.abstained


class Motion(Versioned):
    """A vote as it was taken at the sitting: the words, the way, the count, the rule it was measured by.

    The motion that decides its item leaves its totals in `Vote`, which is what the minutes give.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="motions", db_index=False)
    number = models.PositiveSmallIntegerField(help_text="Within the item.")
    text = models.CharField(max_length=1000)
    ballot = CodeField(BallotKind, default=BallotKind.OPEN)
    state = CodeField(MotionState, default=MotionState.DRAFT)
    yes = models.PositiveSmallIntegerField(default=0)
    no = models.PositiveSmallIntegerField(default=0)
    abstained = models.PositiveSmallIntegerField(default=0)
    invited_ballots = models.PositiveSmallIntegerField(default=0)
    present = models.JSONField(default=list, help_text="Numbers of the members present when it was closed.")
    result = CodeField(MotionResult, null=True, blank=True)
    rule = models.JSONField(default=dict, help_text="Quorum and majority as they were applied, with their clauses.")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("item", "number")
        constraints = (
            models.UniqueConstraint(name="motion_number_once", fields=["item", "number"]),
            models.UniqueConstraint(name="one_open_motion_per_item", fields=["item"], condition=Q(state="open")),
        )

    @property
    def cast(self) -> int:
        """Votes of members, abstentions included."""
        return self.yes + self.no + self.abstained


class Ballot(models.Model):
    """That a person has voted, and, unless the vote is secret, how. A guest's ballot is marked and not counted."""

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="ballots", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    choice = CodeField(Choice, null=True, blank=True)
    invited = models.BooleanField(default=False)

    class Meta:
        ordering = ("motion", "id")
        constraints = (models.UniqueConstraint(name="one_ballot_each", fields=["motion", "person"]),)


class Proposal(Versioned):
    """A question offered to a body by a person or by another body.

    One that came from another body is decided only when the excerpt of the answer is back with the asker.
    """

    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="proposals", db_index=False)
    text = models.CharField(max_length=500)
    reason = models.CharField(max_length=500, blank=True)
    kind = CodeField(ItemKind, default=ItemKind.OTHER)
    matter = CodeField(Matter, null=True, blank=True)
    concerns = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    offered_on = models.DateField()
    offered_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="proposals", db_index=False
    )
    asker = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="questions_sent", db_index=False
    )
    from_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="sent_on", db_index=False
    )
    state = CodeField(ProposalState, default=ProposalState.OFFERED)
    reply = models.CharField(max_length=500, blank=True)
    item = models.OneToOneField(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposal")
    decided_on = models.DateField(null=True, blank=True)
    adopted = models.BooleanField(null=True, blank=True)
    excerpt_on = models.DateField(null=True, blank=True, help_text="The day the excerpt came back to the asker.")
    heard_as = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="answers",
        db_index=False,
        help_text="The question under which the asker hears the answer.",
    )

    class Meta:
        ordering = ("-offered_on", "-id")
        indexes = (models.Index(fields=["body", "state"]),)
