"""What is told when something happens below: read from the audit trail, in the transaction of the deed itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from apps.audit.signals import event_recorded
from apps.charters.models import PolicyProfile
from apps.notices.domain import papers, vacancies
from apps.notices.domain import sittings as about
from apps.notices.domain.events import messages_of
from apps.notices.domain.webhooks import enqueue
from apps.notices.tasks import deliver, mail
from apps.sittings.models import AgendaItem, Resolution, Sitting
from tenants.context import current_school

MERGED_WITHIN = 60.0  # seconds in which several notices become one mail
Data = dict[str, Any]


def _sitting(pk: int) -> Sitting:
    return Sitting.objects.select_related("body", "minutes").get(pk=pk)


def _resolution(pk: int) -> Resolution:
    return Resolution.objects.select_related("sitting__body", "responsible").get(pk=pk)


def _moved(pk: int, data: Data) -> None:
    about.tell_moved(_resolution(pk), data.get("from"), str(data.get("reason", "")))


def _postponed(pk: int, data: Data) -> None:
    about.tell_postponed(_sitting(pk), data.get("from"))


def _added(_pk: int, data: Data) -> None:
    row = AgendaItem.objects.select_related("sitting__body").filter(pk=int(data.get("item") or 0)).first()
    if row is not None and row.announced_on is not None:
        about.tell_added(row)


def _charter(pk: int, _data: Data) -> None:
    since = PolicyProfile.objects.filter(pk=pk).values_list("valid_from", flat=True).first()
    papers.tell_charter(pk, since)


def _today() -> date:
    return timezone.localdate()


TOLD: dict[str, Callable[[int, Data], None]] = {
    "sitting.announced": lambda pk, _data: about.tell_announced(_sitting(pk)),
    "sitting.cancelled": lambda pk, _data: about.tell_cancelled(_sitting(pk)),
    "sitting.recorded": lambda pk, _data: about.tell_held(_sitting(pk)),
    "sitting.closed": lambda pk, _data: about.tell_held(_sitting(pk)),
    "sitting.postponed": _postponed,
    "agenda.added": _added,
    "proposal.offered": lambda pk, _data: papers.tell_proposed(pk, _today()),
    "proposal.sent": lambda pk, _data: papers.tell_proposed(pk, _today()),
    "proposal.admitted": lambda pk, _data: papers.tell_answered(pk, _today()),
    "proposal.returned": lambda pk, _data: papers.tell_answered(pk, _today()),
    "proposal.answered": lambda pk, _data: papers.tell_answered(pk, _today()),
    "proposal.home": lambda pk, _data: papers.tell_home(pk, _today()),
    "member.added": lambda pk, data: vacancies.tell_filled(pk, str(data.get("role", ""))),
    "plan.drafted": lambda pk, _data: papers.tell_plan(pk, _today()),
    "act.drafted": lambda pk, _data: papers.tell_act(pk, _today()),
    "act.issued": lambda pk, _data: papers.tell_act_settled(pk),
    "act.removed": lambda pk, _data: papers.tell_act_settled(pk),
    "charter.in_force": _charter,
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
