"""Who is at a sitting now."""

from collections.abc import Iterable

from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import THERE, Presence
from apps.sittings.models import Attendance, Sitting
from apps.sittings.queries.rules import SittingRules


def state_of(row: Attendance) -> Presence | None:
    """What was noted last; None while nothing was."""
    return Presence.of(row.marks[-1]["state"]) if row.marks else None


def is_there(row: Attendance) -> bool:
    """Whether the person is in the room, as far as it was noted."""
    return state_of(row) in THERE


def members_there(rows: Iterable[Attendance], rules: SittingRules) -> list[int]:
    """Numbers of the members in the room who count. No query."""
    return sorted(
        row.person_id
        for row in rows
        if row.kind is AttendanceKind.MEMBER and row.person_id in rules.members and is_there(row)
    )


def rules_of(sitting: Sitting) -> SittingRules:
    """The rules as they were when the sitting was opened. No query."""
    return SittingRules.of(sitting.frozen)
