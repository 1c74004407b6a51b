"""What is told when something happens below: read from the audit trail, in the transaction of the deed itself."""

from collections.abc import Callable
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from apps.audit.signals import event_recorded
from apps.notices.domain import sittings as about
from apps.notices.domain.events import messages_of
from apps.notices.domain.webhooks import enqueue
from apps.notices.tasks import deliver, mail
from apps.sittings.models import Resolution, Sitting
from tenants.context import current_school

MERGED_WITHIN = 60.0  # seconds in which several notices become one mail
Data = dict[str, Any]


def _sitting(pk: int) -> Sitting:
    return Sitting.objects.select_related("body", "minutes").get(pk=pk)


def _resolution(pk: int) -> Resolution:
    return Resolution.objects.select_related("sitting__body", "responsible").get(pk=pk)


def _moved(pk: int, data: Data) -> None:
    about.tell_moved(_resolution(pk), data.get("from"), str(data.get("reason", "")))


TOLD: dict[str, Callable[[int, Data], None]] = {
    "sitting.announced": lambda pk, _data: about.tell_announced(_sitting(pk)),
    "sitting.cancelled": lambda pk, _data: about.tell_cancelled(_sitting(pk)),
    "sitting.recorded": lambda pk, _data: about.tell_held(_sitting(pk)),
    "sitting.closed": lambda pk, _data: about.tell_held(_sitting(pk)),
    "minutes.signed": lambda pk, _data: about.tell_signed(pk),
    "resolution.moved": _moved,
    "resolution.done": lambda pk, _data: about.tell_closed(pk),
    "resolution.cancelled": lambda pk, _data: about.tell_closed(pk),
}


@receiver(event_recorded, dispatch_uid="notices.tell")
def tell_people(action: str, subject_id: int | None, data: Data, **_kwargs: Any) -> None:
    """Tell those whom a deed concerns, and have it mailed a little later."""
    telling = TOLD.get(action)
    if telling is None or subject_id is None:
        return
    telling(subject_id, data)
    mail.after_commit(countdown=MERGED_WITHIN)


@receiver(event_recorded, dispatch_uid="notices.tell_programs")
def tell_programs(action: str, subject_id: int | None, data: Data, **_kwargs: Any) -> None:
    """Store messages for programs in the transaction of the deed, and send them after it."""
    if subject_id is None:
        return
    for event, values in messages_of(action, subject_id, data):
        for number in enqueue(event, values, at=timezone.now(), school=current_school().slug):
            deliver.after_commit(number)
