"""How often one program may ask: so many requests a minute for each token, counted in the cache of the place it asks at.

The count glides: the minute before weighs as much as of it is still less than a minute ago. People at their screens are not counted.
"""

import time
from typing import Any

import structlog
from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from apps.accounts.identity import Identity, Via

logger = structlog.get_logger(__name__)

MINUTE = 60


class TokenThrottle(BaseThrottle):
    """Refuses with 429 and `Retry-After`. While the cache is away nobody is refused: the limit protects, it does not guard."""

    def __init__(self) -> None:
        self._wait = 1.0

    def allow_request(self, request: Request, _view: Any) -> bool:
        """Whether this request keeps the limit; it is counted either way."""
        identity: Identity | None = request._request.identity  # type: ignore[attr-defined]
        if identity is None or identity.via is not Via.TOKEN:
            return True
        try:
            return self._counted(identity.token_key, time.time())
        except (RedisError, OSError):
            logger.warning("api.limit_not_counted")
            return True

    def wait(self) -> float:
        """Seconds until a request would be taken again, should none come meanwhile."""
        return self._wait

    def _counted(self, token: str, now: float) -> bool:
        limit: int = settings.API_REQUESTS_PER_MINUTE
        minute, gone = divmod(now, MINUTE)
        earlier = cache.get(_key(token, minute - 1), 0)
        key = _key(token, minute)
        cache.add(key, 0, timeout=2 * MINUTE)
        count = cache.incr(key)
        if earlier * (1 - gone / MINUTE) + count <= limit:
            return True
        cache.decr(key)  # a program that keeps asking is not kept out for good
        self._wait = _until_free(earlier, count - 1, limit, gone)
        return False


def _key(token: str, minute: float) -> str:
    return f"api-requests:{token}:{minute:.0f}"


def _until_free(earlier: int, count: int, limit: int, gone: float) -> float:
    """Seconds until one more request fits: within this minute, or when this minute's own requests have begun to fade."""
    if earlier and count + 1 <= limit:
        return max(1.0, MINUTE * (1 - (limit - count - 1) / earlier) - gone)
    return MINUTE - gone + max(1.0, MINUTE * (1 - (limit - 1) / count))
