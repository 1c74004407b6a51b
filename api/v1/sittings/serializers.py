"""Sittings: as they are read, and as a program records them."""

from typing import Any

from rest_framework import serializers

from api.v1.fields import CodeSerializerField, ReferenceField, StrictDateField
from api.v1.serializers import StrictSerializer
from apps.bodies.models import Body
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind, ItemKind, Role
from apps.sittings.domain.inputs import (
    AttendanceInput,
    HeldInput,
    ItemInput,
    ResolutionInput,
    SignatureInput,
    VoteInput,
)
from apps.sittings.enums import ItemState, MinutesState, ResolutionState, SittingKind, SittingState
from apps.sittings.models import Sitting

PEOPLE = Person.objects.all()
MOST = 500


class VoteSerializer(StrictSerializer):
    """Totals of a vote. More ballots than members present is stored as it is and left to a person."""

    yes = serializers.IntegerField(min_value=0, max_value=9999)
    no = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    abstained = serializers.IntegerField(min_value=0, max_value=9999, default=0)
    invited_ballots = serializers.IntegerField(min_value=0, max_value=9999, default=0)


class ItemSerializer(StrictSerializer):
    """A question on the agenda. `id` names it in deeds."""

    id = serializers.IntegerField(read_only=True)
    state = CodeSerializerField(ItemState, read_only=True)
    text = serializers.CharField(max_length=500)
    kind = CodeSerializerField(ItemKind, default=ItemKind.OTHER)
    speaker = ReferenceField(PEOPLE, allow_null=True, default=None, help_text="Number of the person who speaks.")
    speaker_role = CodeSerializerField(Role, allow_null=True, default=None)
    announced_on = StrictDateField(allow_null=True, default=None, help_text="Only when added after the announcement.")
    adopted = serializers.BooleanField(allow_null=True, default=None)
    analysis_on_file = serializers.BooleanField(default=False)
    vote = VoteSerializer(allow_null=True, default=None)


class AttendanceSerializer(StrictSerializer):
    """A person at the sitting."""

    person = ReferenceField(PEOPLE)
    kind = CodeSerializerField(AttendanceKind, default=AttendanceKind.MEMBER)
    present = serializers.BooleanField(default=True)
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")


class RecordedResolutionSerializer(StrictSerializer):
    """A decision in words."""

    number = serializers.IntegerField(read_only=True)
    item = serializers.IntegerField(min_value=1, allow_null=True, default=None, help_text="Agenda item, from 1.")
    text = serializers.CharField(max_length=1000)
    responsible = ReferenceField(PEOPLE, allow_null=True, default=None)
    due_on = StrictDateField(allow_null=True, default=None)
    state = CodeSerializerField(ResolutionState, read_only=True)
    done_on = serializers.DateField(read_only=True, allow_null=True)


class SignatureSerializer(StrictSerializer):
    """Minutes as signed on paper."""

    signed_on = StrictDateField()
    chair = ReferenceField(PEOPLE, allow_null=True, default=None)
    secretary = ReferenceField(PEOPLE, allow_null=True, default=None)
    number = serializers.IntegerField(min_value=1, max_value=9999, allow_null=True, default=None)
    state = CodeSerializerField(MinutesState, read_only=True)
    code = serializers.CharField(read_only=True, help_text="Leads to the public proof: /verify/<code>/.")
    text = serializers.CharField(max_length=100_000, allow_blank=True, default="")


class SittingSerializer(StrictSerializer):
    """A sitting in a list."""

    id = serializers.IntegerField()
    body = serializers.IntegerField(source="body_id")
    year = serializers.IntegerField(source="year.start_year", help_text="Calendar year the academic year begins in.")
    number = serializers.IntegerField()
    kind = CodeSerializerField(SittingKind)
    state = CodeSerializerField(SittingState)
    planned_on = serializers.DateField(allow_null=True)
    held_on = serializers.DateField(allow_null=True)
    place = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField(source="row_version")


class SittingDetailSerializer(SittingSerializer):
    """A sitting with all that was recorded of it."""

    items = ItemSerializer(many=True)
    attendance = AttendanceSerializer(many=True)
    resolutions = serializers.SerializerMethodField()
    minutes = SignatureSerializer(allow_null=True)

    def get_resolutions(self, sitting: Sitting) -> list[dict[str, Any]]:
        """Resolutions with the number of their agenda item."""
        positions = {item.pk: item.position for item in sitting.items.all()}
        rows = sitting.resolutions.all()
        return [
            {
                "number": row.number,
                "item": positions.get(row.item_id or 0),
                "text": row.text,
                "responsible": row.responsible_id,
                "due_on": row.due_on and row.due_on.isoformat(),
                "state": row.state.value,
                "done_on": row.done_on and row.done_on.isoformat(),
            }
            for row in rows
        ]


class RecordSittingSerializer(StrictSerializer):
    """A held sitting as a program records it."""

    body = ReferenceField(Body.objects.all())
    sitting = ReferenceField(
        Sitting.objects.all(),
        allow_null=True,
        default=None,
        help_text="The planned sitting that was held, if there is one.",
    )
    kind = CodeSerializerField(SittingKind, default=SittingKind.ORDINARY)
    held_on = StrictDateField()
    announced_on = StrictDateField(allow_null=True, default=None)
    starts_at = serializers.TimeField(allow_null=True, default=None)
    place = serializers.CharField(max_length=120, allow_blank=True, default="")
    items = ItemSerializer(many=True, max_length=MOST)  # type: ignore[call-arg]
    attendance = AttendanceSerializer(many=True, default=list, max_length=MOST)  # type: ignore[call-arg]
    resolutions = RecordedResolutionSerializer(many=True, default=list, max_length=MOST)  # type: ignore[call-arg]
    minutes = SignatureSerializer(allow_null=True, default=None)

    @staticmethod
    def held_input(data: dict[str, Any]) -> HeldInput:
        """The validated values as the verb takes them."""
        minutes = data["minutes"]
        return HeldInput(
            held_on=data["held_on"],
            announced_on=data["announced_on"],
            starts_at=data["starts_at"],
            place=data["place"],
            items=tuple(
                ItemInput(**{**row, "vote": VoteInput(**row["vote"]) if row["vote"] else None}) for row in data["items"]
            ),
            attendance=tuple(AttendanceInput(**row) for row in data["attendance"]),
            resolutions=tuple(ResolutionInput(**row) for row in data["resolutions"]),
            signature=SignatureInput(**minutes) if minutes else None,
        )
