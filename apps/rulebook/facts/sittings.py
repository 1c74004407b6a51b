"""Facts of sittings: announcement, items, attendance, votes, minutes and resolutions."""

from dataclasses import dataclass
from datetime import date

from apps.rulebook.enums import AttendanceKind, ItemKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """The agenda was made known on `on` for a sitting on `sitting_on`; `None` means for whichever day it was held."""

    id: str
    on: date
    sitting_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Totals of the members' votes; ballots of invited persons stand apart and never count."""

    yes: int
    no: int = 0
    abstained: int = 0
    invited: int = 0

    @property
    def cast(self) -> int:
        """Members' votes, abstentions included."""
        return self.yes + self.no + self.abstained


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of the agenda.

    Attributes:
        announced_on: the day it was added, when later than the agenda itself.
        adopted: a decision was recorded as taken.
        association: whose report is heard, for items of kind `report`.
        present: members in the room when it was decided, where that was noted; otherwise the attendance of the sitting counts.
    """

    id: str
    kind: ItemKind = ItemKind.OTHER
    announced_on: date | None = None
    speaker: str | None = None
    speaker_role: Role | None = None
    adopted: bool = False
    vote: Vote | None = None
    association: str | None = None
    present: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person's presence; `excused` says that an absence has a reason."""

    id: str
    person: str
    kind: AttendanceKind = AttendanceKind.MEMBER
    present: bool = True
    excused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolution in the minutes."""

    id: str
    due_on: date | None = None
    done_on: date | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A sitting of an association or a council; it was held when `held_on` is set."""

    id: str
    held_on: date | None = None
    planned_on: date | None = None
    cancelled: bool = False
    announcements: tuple[Announcement, ...] = ()
    items: tuple[Item, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    minutes_signed_on: date | None = None
    resolutions: tuple[Resolution, ...] = ()
