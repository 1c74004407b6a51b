"""Receiving the frame set above the school."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters.models import FrameEntry
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.rulebook.enums import Layer
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Bound, FrameValue, Source

DAYS = ("valid_from", "valid_until", "grace_until", "published_on", "verified_on")
WORDS = ("act", "article", "url", "verified_by")


@transaction.atomic
def receive_frame(*, by: Actor, rules: Iterable[Mapping[str, Any]]) -> bool:
    """Take over every rule above the school as it stands; what is no longer there goes. Returns whether anything changed.

    Args:
        rules: `[{id, layer, bound, key, value, valid_from, …}]` as `apps.district.queries.frames.as_data` writes them.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.CHARTER_CONFIRM)
    wanted = {str(row["id"]): columns_of(row) for row in rules}
    there = {str(row.frame_id): row for row in FrameEntry.objects.select_for_update()}
    gone = [key for key in there if key not in wanted]
    changed = [key for key, row in there.items() if key in wanted and _columns(row) != wanted[key]]
    new = [key for key in wanted if key not in there]
    FrameEntry.objects.filter(frame_id__in=[*gone, *changed]).delete()
    FrameEntry.objects.bulk_create(FrameEntry(frame_id=key, **wanted[key]) for key in (*changed, *new))
    if not (gone or changed or new):
        return False
    data = {"new": len(new), "changed": len(changed), "gone": len(gone)}
    record_event(by=by, action="frame.received", subject=("frame", None), data=data)
    tell_change(year=None)
    return True


def columns_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A rule of a message as the columns of its row here."""
    days = {name: date.fromisoformat(row[name]) if row.get(name) else None for name in DAYS}
    words = {name: row.get(name) or "" for name in WORDS}
    return (
        {"layer": Layer.of(row["layer"]), "bound": Bound.of(row["bound"]), "key": row["key"], "value": row["value"]}
        | days
        | words
    )


def _columns(entry: FrameEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ("layer", "bound", "key", "value", *DAYS, *WORDS)}


def value_of(row: Mapping[str, Any], *, since: date | None = None) -> FrameValue:
    """A rule of a message as the rulebook reads it.

    Args:
        since: as if it had been in force from this day on and without grace, for a rehearsal.
    """
    columns = columns_of(row)
    parameter = PARAMETERS[columns["key"]]
    return FrameValue(
        id=str(row["id"]),
        layer=columns["layer"],
        bound=columns["bound"],
        parameter=parameter,
        value=None if columns["value"] is None else parameter.read(columns["value"]),
        valid_from=min(since, columns["valid_from"]) if since else columns["valid_from"],
        valid_until=columns["valid_until"],
        grace_until=None if since else columns["grace_until"],
        source=Source(**{name: columns[name] for name in (*WORDS, "published_on", "verified_on")}),
    )
