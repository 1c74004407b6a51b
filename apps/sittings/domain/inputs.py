"""What a door hands over to record a sitting."""

from dataclasses import dataclass
from datetime import date, time

from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind, ItemKind, Role


@dataclass(frozen=True, slots=True)
class VoteInput:
    """Totals as the minutes give them. More ballots than members present is recorded as it stands and left to a person."""

    yes: int
    no: int = 0
    abstained: int = 0
    invited_ballots: int = 0


@dataclass(frozen=True, slots=True)
class ItemInput:
    """A question on the agenda. `announced_on` only when it was added after the announcement."""

    text: str
    kind: ItemKind = ItemKind.OTHER
    speaker: Person | None = None
    speaker_role: Role | None = None
    announced_on: date | None = None
    adopted: bool | None = None
    analysis_on_file: bool = False
    vote: VoteInput | None = None
    minutes_planned: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceInput:
    """A person at the sitting; absent members are listed with `present=False`."""

    person: Person
    present: bool = True
    kind: AttendanceKind = AttendanceKind.MEMBER
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionInput:
    """A decision in words. `item` is the number of the agenda item it belongs to, from 1."""

    text: str
    item: int | None = None
    responsible: Person | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureInput:
    """Minutes as signed on paper."""

    signed_on: date
    chair: Person | None = None
    secretary: Person | None = None
    number: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class HeldInput:
    """Everything that is known of a held sitting."""

    held_on: date
    items: tuple[ItemInput, ...]
    attendance: tuple[AttendanceInput, ...] = ()
    resolutions: tuple[ResolutionInput, ...] = ()
    announced_on: date | None = None
    starts_at: time | None = None
    place: str = ""
    signature: SignatureInput | None = None
