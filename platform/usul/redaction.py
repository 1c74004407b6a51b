"""Takes values of people out of what operators read: log lines, tracebacks, error reports.

A log line may name a request, a task, a school, a district and a user's identifier. It never carries what a person
typed: no name, number, mail address, search term or text of a minute. Words of the program itself stay readable.
"""

import re
from collections.abc import Mapping
from typing import Any

REMOVED = "…"
# keys whose value is never written, wherever they stand
PRIVATE_KEYS = re.compile(
    r"passw|secret|token|cookie|authori[sz]ation|csrf|session|e?mail|phone|address|username|patronymic|birth"
    r"|(first|last|full|given|family)_?name|^(ip|pin|payload|data|args|kwargs|query|params|user_agent)$",
    re.IGNORECASE,
)
# seals of links and calendar feeds, links to a new password
_KEYS_IN_PATHS = re.compile(r"(?<=/)[0-9a-f]{32,}(?=[/.]|$)|(?<=/reset/key/)(?!done/)[^/]+")
_DATABASE_DETAIL = re.compile(r"\b(DETAIL|CONTEXT|HINT|LINE \d+):.*", re.DOTALL)
_VALUES = (
    re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"),
    re.compile(r"=\([^)]*\)"),
    re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»|“[^”\n]*”|„[^“\n]*“"),
    re.compile(r"[\u0400-\u04FF][\u0400-\u04FF\-]*(\s+[\u0400-\u04FF][\u0400-\u04FF\-]*)*"),
    re.compile(r"\d{2,}"),
)


def scrub(message: str) -> str:
    """The message without values: quoted text, mail addresses, numbers, Cyrillic words, details of the database."""
    message = _DATABASE_DETAIL.sub("", message).rstrip()
    for pattern in _VALUES:
        message = pattern.sub(REMOVED, message)
    return message


def without_query(request: str) -> str:
    """`GET /path?q=…` without what stands after the question mark, and without keys in the path that open something."""
    return _KEYS_IN_PATHS.sub(REMOVED, request.split("?", 1)[0])


def without_private(values: Mapping[str, Any]) -> dict[str, Any]:
    """A copy in which private keys have lost their value, at any depth."""
    return {
        key: REMOVED if PRIVATE_KEYS.search(key) else without_private(value) if isinstance(value, Mapping) else value
        for key, value in values.items()
    }
