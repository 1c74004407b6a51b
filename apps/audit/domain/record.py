"""Writing the audit trail."""

from datetime import date
from typing import Any

from apps.audit.models import Event
from apps.audit.signals import event_recorded
from apps.core.actor import Actor


def record_event(
    *,
    by: Actor,
    action: str,
    subject: tuple[str, int | None],
    act_date: date | None = None,
    data: dict[str, Any] | None = None,
) -> Event:
    """Add one event in the transaction of the deed itself.

    Args:
        action: `noun.verb`, such as `sitting.recorded`.
        subject: kind and number of what the deed was done to.
        act_date: the date on the paper, when it differs from the day of entry.
        data: values that changed; primitives only, no personal data beyond identifiers.
    """
    event = Event.objects.create(
        action=action,
        subject_type=subject[0],
        subject_id=subject[1],
        actor_id=by.user_id,
        actor_name=by.name,
        actor_roles=sorted(role.value for role in by.roles),
        door=by.door.value,
        act_date=act_date,
        data=data or {},
    )
    event_recorded.send(
        sender=None,
        event=event.pk,
        action=action,
        subject_type=subject[0],
        subject_id=subject[1],
        data=event.data,
        actor_id=str(by.user_id) if by.user_id else None,
    )
    return event
