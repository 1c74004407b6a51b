"""Following a resolution to its end: done with its proof, moved with a reason, or dropped with a reason."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.documents.domain.files import accept
from apps.sittings import errors
from apps.sittings.enums import OPEN_RESOLUTIONS, ResolutionState
from apps.sittings.models import Resolution


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that shows what was done."""

    name: str
    content: bytes


def may_follow(by: Actor, resolution: Resolution) -> bool:
    """Whether this person may note how far the resolution has come: whoever keeps the body's resolutions, and its owner."""
    own = by.person_id is not None and by.person_id == resolution.responsible_id
    return own or by.may(Permission.RESOLUTION_EDIT, body_id=resolution.sitting.body_id)


@transaction.atomic
def complete_resolution(
    *,
    by: Actor,
    resolution: Resolution,
    done_on: date,
    result: str = "",
    evidence: Evidence | None = None,
    expected_version: int | None = None,
) -> Resolution:
    """Note that a resolution has been carried out.

    Raises:
        Fault: not permitted, closed already, done before it was made or in the future, changed since it was read, a file that cannot
            be accepted.
    """
    row = _open(by, resolution, expected_version)
    _not_before_made(row, done_on, field="done_on")
    if done_on > by.today:
        raise errors.DONE_IN_FUTURE(field="done_on", done_on=done_on, today=by.today)
    if evidence is not None:
        accept(by=by, name=evidence.name, content=evidence.content, subject=("resolution", row.pk), dated=done_on)
    row.state = ResolutionState.DONE
    row.done_on = done_on
    row.result = result.strip()
    row.store("state", "done_on", "result")
    _tell(by, row, "resolution.done", act_date=done_on)
    return row


@transaction.atomic
def move_resolution(
    *, by: Actor, resolution: Resolution, due_on: date, reason: str, expected_version: int | None = None
) -> Resolution:
    """Give a resolution another day. The reason stays in the history of the resolution.

    Raises:
        Fault: not permitted, closed already, no reason, the new day has passed or is the present one, changed since it was read.
    """
    require(by, Permission.RESOLUTION_EDIT, body_id=resolution.sitting.body_id)
    row = _open(by, resolution, expected_version)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    if due_on < by.today:
        raise errors.MOVED_INTO_PAST(field="due_on", due_on=due_on, today=by.today)
    if due_on == row.due_on:
        raise errors.MOVED_NOWHERE(field="due_on", due_on=due_on)
    before, row.due_on = row.due_on, due_on
    row.store("due_on")
    moved = {"from": before.isoformat() if before else None, "to": due_on.isoformat(), "reason": reason.strip()}
    _tell(by, row, "resolution.moved", data=moved)
    return row


@transaction.atomic
def cancel_resolution(
    *, by: Actor, resolution: Resolution, reason: str, expected_version: int | None = None
) -> Resolution:
    """Note that a resolution will not be carried out.

    Raises:
        Fault: not permitted, closed already, no reason, changed since it was read.
    """
    require(by, Permission.RESOLUTION_EDIT, body_id=resolution.sitting.body_id)
    row = _open(by, resolution, expected_version)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    row.state = ResolutionState.CANCELLED
    row.result = reason.strip()
    row.store("state", "result")
    _tell(by, row, "resolution.cancelled", data={"reason": reason.strip()})
    return row


def _open(by: Actor, resolution: Resolution, expected_version: int | None) -> Resolution:
    """The newest state of a resolution that may still be changed, locked for this transaction."""
    rows = Resolution.objects.select_for_update(of=("self",)).select_related("sitting__year", "sitting__body")
    row = rows.get(pk=resolution.pk)
    if not may_follow(by, row):
        require(by, Permission.RESOLUTION_EDIT, body_id=row.sitting.body_id)
    if expected_version is not None and row.row_version != expected_version:
        raise errors.RESOLUTION_CHANGED()
    if row.state not in OPEN_RESOLUTIONS:
        raise errors.RESOLUTION_CLOSED(number=row.number, state=row.state)
    return row


def _not_before_made(row: Resolution, day: date, *, field: str) -> None:
    held_on = row.sitting.held_on
    if held_on is not None and day < held_on:
        raise errors.DUE_BEFORE_MADE(field=field, due_on=day, held_on=held_on)


def _tell(
    by: Actor, row: Resolution, action: str, *, act_date: date | None = None, data: dict[str, str | None] | None = None
) -> None:
    number = {"number": row.number, "sitting": row.sitting_id}
    record_event(by=by, action=action, subject=("resolution", row.pk), act_date=act_date, data=number | (data or {}))
    tell_change(year=row.sitting.year.start_year)
