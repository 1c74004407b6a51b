"""Addresses that belong to one school and one person: of a notice, and of a calendar feed."""

import hmac

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

NOTICE, FEED = "usul.notice", "usul.feed"
LENGTH = 32


def seal_of(salt: str, schema: str, *parts: object) -> str:
    """What stands at the end of an address, so that it is good at this school for these values and nowhere else."""
    text = ":".join(str(part) for part in (schema, *parts))
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()[:LENGTH]


def is_seal(given: str, salt: str, schema: str, *parts: object) -> bool:
    """Whether `given` is that seal."""
    return hmac.compare_digest(given, seal_of(salt, schema, *parts))


def notice_path(schema: str, person_id: int, notice_id: int) -> str:
    """The path of one notice."""
    seal = seal_of(NOTICE, schema, person_id, notice_id)
    return reverse("notice_page", urlconf=settings.SCHOOL_URLCONF, args=[notice_id, seal])


def feed_path(schema: str, person_id: int, key: str, body_id: int | None = None) -> str:
    """The path of a person's calendar feed, or of the person's feed of one body. `key` is the secret that ends with the feed."""
    if body_id is None:
        seal = seal_of(FEED, schema, person_id, key)
        return reverse("calendar_feed", urlconf=settings.SCHOOL_URLCONF, args=[person_id, seal])
    seal = seal_of(FEED, schema, person_id, key, body_id)
    return reverse("calendar_body_feed", urlconf=settings.SCHOOL_URLCONF, args=[person_id, seal, body_id])


def site(host: str) -> str:
    """The start of every address at a school, with the port where it is not the usual one."""
    if settings.HTTPS:
        return f"https://{host}"
    return f"http://{host}" if settings.PORT in (80, 443) else f"http://{host}:{settings.PORT}"
