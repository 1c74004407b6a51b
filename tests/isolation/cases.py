"""How a route is called in the isolation matrix, and what an address is made from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Case:
    """How a route is called.

    Attributes:
        values: parameters of the address; rows with these numbers exist in both schools.
        open: the route answers strangers, so it may show nothing of any school.
        body: a body the owner could send with POST.
        owner: who may use the route, where it is not the usual one.
        query: what the address asks for.
    """

    values: dict[str, Any] = field(default_factory=dict)
    open: bool = False
    body: dict[str, Any] | None = None
    owner: str = ""
    query: str = ""


OPEN = Case(open=True)
ACCOUNT = {
    "account_login": OPEN,
    "account_logout": OPEN,
    "account_inactive": OPEN,
    "account_signup": OPEN,
    "account_change_password": OPEN,
    "account_set_password": OPEN,
    "account_reset_password": OPEN,
    "account_reset_password_done": OPEN,
    "account_reset_password_from_key": Case({"uidb36": "1", "key": "set-password"}, open=True),
    "account_reset_password_from_key_done": OPEN,
    "language": OPEN,
    "api_document": OPEN,
    "api_docs": OPEN,
}
KEY_OF_A, KEY_OF_B, KEY_OF_DISTRICT = (f"{number:0128d}" for number in range(3))


def names(urlconf: str) -> set[str]:
    """Every route of a URL configuration by name; an unnamed one by its pattern."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver(urlconf).url_patterns)}


def path_of(name: str, case: Case, urlconf: str) -> str:
    """The address of a case."""
    path = reverse(name, urlconf=urlconf, kwargs=case.values or None)
    return f"{path}?{case.query}" if case.query else path


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for item in found:
        if isinstance(item, URLResolver):
            yield from _patterns(item.url_patterns)
        else:
            yield item
