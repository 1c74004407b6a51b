"""Doing a deed once, however often it is sent."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from apps.audit.errors import KEY_REUSED, KEY_UNUSABLE
from apps.audit.models import Receipt
from apps.core.actor import Actor

USABLE = re.compile(r"[A-Za-z0-9._:-]{8,80}")
KEPT = timedelta(days=30)


def once(*, by: Actor, key: str, deed: str, asked: Any, do: Callable[[], Any]) -> tuple[Any, bool]:
    """Do a deed under a key; returns its answer and whether it was answered from the record.

    Runs in the caller's transaction: the receipt is kept exactly when the deed is. A second request with the same key waits for the
    first one to end; if that one failed, the second does the deed.

    Args:
        key: made by the caller, new for each deed.
        deed: name of the deed, such as `POST sittings`.
        asked: what was asked, as JSON values.
        do: does the deed and returns its answer as JSON values.

    Raises:
        Fault: the key cannot be used or belongs to another request; and whatever `do` raises.
    """
    if not USABLE.fullmatch(key):
        raise KEY_UNUSABLE(field="key")
    digest = digest_of(asked)
    try:
        with transaction.atomic():
            receipt = Receipt.objects.create(key=key, actor_id=by.user_id, deed=deed, digest=digest)
    except IntegrityError:
        kept = Receipt.objects.get(key=key, actor_id=by.user_id)
        if (kept.deed, kept.digest) != (deed, digest):
            raise KEY_REUSED(field="key", key=key) from None
        return kept.answer, True
    answer = do()
    receipt.answer = answer
    receipt.save(update_fields=["answer"])
    return answer, False


def digest_of(value: Any) -> str:
    """The hash of JSON values, whatever the order of their names."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def forget_receipts(*, now: datetime) -> int:
    """Remove receipts that nobody can still be waiting for; returns how many."""
    return Receipt.objects.filter(at__lt=now - KEPT).delete()[0]
