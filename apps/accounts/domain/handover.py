"""The way from one host to another without typing a password again: a signed pass, good once, for a minute, for one school."""

import secrets
import uuid

from django.core import signing
from django.core.cache import caches

SALT = "usul.handover"
SECONDS = 60


def open_handover(*, user_id: uuid.UUID, school_id: uuid.UUID) -> str:
    """A pass for this person to this school."""
    nonce = secrets.token_urlsafe(16)
    caches["shared"].set(f"handover:{nonce}", 1, timeout=SECONDS)
    return signing.dumps([nonce, str(user_id), str(school_id)], salt=SALT)


def take_handover(ticket: str, *, school_id: uuid.UUID) -> uuid.UUID | None:
    """The person a pass was made for, or None when it is forged, too old, used already or made for another school. Uses it up."""
    try:
        nonce, user_id, wanted = signing.loads(ticket, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if not caches["shared"].delete(f"handover:{nonce}"):
        return None
    return uuid.UUID(user_id) if wanted == str(school_id) else None
