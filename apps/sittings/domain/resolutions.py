"""Following a resolution to its end."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.sittings import errors
from apps.sittings.enums import ResolutionState
from apps.sittings.models import Resolution


@transaction.atomic
def complete_resolution(*, by: Actor, resolution: Resolution, done_on: date, result: str = "") -> None:
    """Note that a resolution has been carried out.

    Raises:
        Fault: not permitted, done before it was made.
    """
    require(by, Permission.RESOLUTION_EDIT, body_id=resolution.sitting.body_id)
    held_on = resolution.sitting.held_on
    if held_on is not None and done_on < held_on:
        raise errors.DUE_BEFORE_MADE(field="done_on", due_on=done_on, held_on=held_on)
    resolution.state = ResolutionState.DONE
    resolution.done_on = done_on
    resolution.result = result
    resolution.save(update_fields=["state", "done_on", "result"])
    record_event(
        by=by,
        action="resolution.done",
        subject=("sitting", resolution.sitting_id),
        act_date=done_on,
        data={"number": resolution.number},
    )
    tell_change(year=resolution.sitting.year.start_year)
