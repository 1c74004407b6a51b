"""Programs that are told: their addresses, the secret each checks messages with, and messages sent until they arrive or have no sense."""

import hashlib
import hmac
import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.notices import errors
from apps.notices.enums import DeliveryState, EventKind
from apps.notices.models import Delivery, Webhook
from apps.notices.outbound import Unreachable, post, target_of

MOST = 10
SALT = "usul.webhook"
# seconds until the next attempt; after the last one the message is given up
PAUSES = (60, 300, 1800, 7200, 21600, 86400)
CLAIMED = timedelta(minutes=5)
KEPT = timedelta(days=30)
GONE = 410


def secret_of(row: Webhook, schema: str) -> str:
    """What both sides know: derived from the key of the installation and stored nowhere. A new generation is another secret."""
    return "whsec_" + salted_hmac(SALT, f"{schema}:{row.pk}:{row.generation}", algorithm="sha256").hexdigest()


@transaction.atomic
def add_webhook(*, by: Actor, url: str, events: Iterable[EventKind]) -> Webhook:
    """Have a program told of these events.

    Raises:
        Fault: not permitted, an address nothing may be sent to, no event, too many addresses.
    """
    require(by, Permission.WEBHOOK_EDIT)
    chosen = sorted({event.value for event in events})
    if target_of(url, anywhere=settings.WEBHOOKS_ANYWHERE) is None:
        raise errors.URL_UNUSABLE(field="url")
    if not chosen:
        raise errors.EVENTS_MISSING(field="events")
    if Webhook.objects.count() >= MOST:
        raise errors.WEBHOOKS_ENOUGH(most=MOST)
    row = Webhook.objects.create(url=url, events=chosen, made_by=by.name)
    record_event(by=by, action="webhook.added", subject=("webhook", row.pk), data={"events": chosen})
    return row


@transaction.atomic
def switch_webhook(*, by: Actor, webhook: Webhook, active: bool) -> None:
    """Stop telling a program for a while, or go on. What happens meanwhile is not told later.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.WEBHOOK_EDIT)
    webhook.active = active
    webhook.save(update_fields=["active"])
    record_event(by=by, action="webhook.switched", subject=("webhook", webhook.pk), data={"active": active})


@transaction.atomic
def renew_secret(*, by: Actor, webhook: Webhook) -> Webhook:
    """Replace the secret; messages from now on are signed with the new one.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.WEBHOOK_EDIT)
    row = Webhook.objects.select_for_update().get(pk=webhook.pk)
    row.generation += 1
    row.save(update_fields=["generation"])
    record_event(by=by, action="webhook.secret_renewed", subject=("webhook", row.pk))
    return row


@transaction.atomic
def remove_webhook(*, by: Actor, webhook: Webhook) -> None:
    """Tell a program nothing any more; its messages are removed with it.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.WEBHOOK_EDIT)
    number = webhook.pk
    webhook.delete()
    record_event(by=by, action="webhook.removed", subject=("webhook", number))


def enqueue(event: EventKind, data: dict[str, Any], *, at: datetime, school: str) -> list[int]:
    """Store a message for every program that wants this event, in the transaction of the deed; returns their numbers.

    Args:
        data: numbers and days only; a program reads the rest through the API, with its own rights.
        school: slug of the school.
    """
    made = []
    for row in Webhook.objects.filter(active=True, events__contains=[event.value]):
        name = uuid.uuid4()
        payload = {"id": str(name), "event": event.value, "at": at.isoformat(), "school": school, "data": data}
        made.append(Delivery(webhook=row, event=event, payload=payload, message_id=name, next_at=at))
    return [one.pk for one in Delivery.objects.bulk_create(made)]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way: everything needed to send it without the database."""

    pk: int
    url: str
    body: bytes
    headers: dict[str, str]


def claim(pk: int, *, now: datetime, schema: str) -> Outgoing | None:
    """Take a message that is due, so that nobody else sends it meanwhile; None when there is nothing to send."""
    rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",)).select_related("webhook")
    row = rows.filter(pk=pk, state=DeliveryState.WAITING, next_at__lte=now).first()
    if row is None:
        return None
    if not row.webhook.active:
        _end(row, DeliveryState.GIVEN_UP, now)
        return None
    row.attempts += 1
    row.next_at = now + CLAIMED
    row.save(update_fields=["attempts", "next_at"])
    body = json.dumps(row.payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    stamp = str(int(now.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Usul-Webhook/1",
        "Usul-Event": row.event.value,
        "Usul-Delivery": str(row.message_id),
        "Usul-Signature": f"t={stamp},v1={signature(secret_of(row.webhook, schema), stamp, body)}",
    }
    return Outgoing(row.pk, row.webhook.url, body, headers)


def signature(secret: str, stamp: str, body: bytes) -> str:
    """What a program compares: HMAC-SHA256 of `<seconds>.<body>` in hexadecimal digits."""
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def send(message: Outgoing) -> int | None:
    """Send a claimed message, outside every transaction; the status of the answer, None when none came."""
    target = target_of(message.url, anywhere=settings.WEBHOOKS_ANYWHERE)
    if target is None:
        return None
    try:
        return post(target, message.body, message.headers, anywhere=settings.WEBHOOKS_ANYWHERE)
    except Unreachable:
        return None


def settle(pk: int, status: int | None, *, now: datetime) -> int | None:
    """Note what came of an attempt; seconds until the next one, None when there is none.

    A program that answers 410 wants nothing any more: it is told nothing further.
    """
    row = Delivery.objects.select_for_update(of=("self",)).select_related("webhook").filter(pk=pk).first()
    if row is None or row.state is not DeliveryState.WAITING:
        return None
    row.status = status
    if status is not None and 200 <= status < 300:
        _end(row, DeliveryState.DELIVERED, now)
        return None
    if status == GONE:
        Webhook.objects.filter(pk=row.webhook_id).update(active=False)
    if status == GONE or row.attempts > len(PAUSES):
        _end(row, DeliveryState.GIVEN_UP, now)
        return None
    pause = PAUSES[row.attempts - 1]
    row.next_at = now + timedelta(seconds=pause)
    row.save(update_fields=["status", "next_at"])
    return pause


def overdue(*, now: datetime, most: int) -> list[int]:
    """Messages whose time has come: also those whose task was lost."""
    rows = Delivery.objects.filter(state=DeliveryState.WAITING, next_at__lte=now).order_by("next_at")
    return list(rows.values_list("pk", flat=True)[:most])


def forget(*, now: datetime) -> int:
    """Remove messages that ended long ago; returns how many."""
    return Delivery.objects.filter(ended_at__lt=now - KEPT).delete()[0]


def _end(row: Delivery, state: DeliveryState, now: datetime) -> None:
    row.state = state
    row.ended_at = now
    row.save(update_fields=["state", "ended_at", "status"])
