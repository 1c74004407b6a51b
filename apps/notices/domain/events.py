"""Which deeds programs are told of, and with which values."""

from collections.abc import Iterator
from typing import Any

from apps.notices.enums import EventKind
from apps.sittings.models import AgendaItem, Sitting

Message = tuple[EventKind, dict[str, Any]]
HELD = frozenset({"sitting.recorded", "sitting.closed"})


def messages_of(action: str, subject_id: int, _data: dict[str, Any]) -> Iterator[Message]:
    """What is told of a deed: nothing of most."""
    if action == "sitting.announced":
        yield EventKind.ANNOUNCED, _sitting(subject_id)
    elif action == "minutes.signed":
        yield EventKind.SIGNED, _sitting(subject_id)
    elif action in HELD:
        about = _sitting(subject_id)
        yield EventKind.HELD, about
        decided = AgendaItem.objects.filter(sitting_id=subject_id, adopted__isnull=False).order_by("position")
        for position, adopted in decided.values_list("position", "adopted"):
            yield EventKind.DECIDED, about | {"item": position, "adopted": adopted}


def _sitting(pk: int) -> dict[str, Any]:
    row = Sitting.objects.only("body_id", "number", "planned_on", "held_on").get(pk=pk)
    return {
        "sitting": row.pk,
        "body": row.body_id,
        "number": row.number,
        "day": row.day.isoformat() if row.day else None,
    }
