"""Every address of the product, and how each is called in the isolation matrix.

A route that is not listed here fails the build. Numbers are those of rows that exist in both schools.
"""

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
    """

    values: dict[str, Any] = field(default_factory=dict)
    open: bool = False
    body: dict[str, Any] | None = None
    owner: str = ""


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
RULE, SHIFT = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
HELD = {"body": 1, "held_on": "2026-11-18", "items": [{"text": "Отчёт"}]}
SCHOOL: dict[str, Case] = ACCOUNT | {
    "enter": OPEN,
    "api_school": Case(),
    "api_bodies": Case(),
    "api_body": Case({"pk": 1}),
    "api_people": Case(),
    "api_sittings": Case(body=HELD),
    "api_sitting": Case({"pk": 1}),
    "api_sitting_minutes": Case({"pk": 3}, body={"signed_on": "2026-11-20"}),
    "api_findings": Case(),
    "api_policy": Case(),
    "school_overview": Case(),
    "body_list": Case(),
    "body_page": Case({"pk": 1}),
    "sitting_plan": Case({"pk": 1}),
    "sitting_record": Case({"pk": 1}),
    "sitting_list": Case(),
    "sitting_page": Case({"pk": 1}),
    "sitting_record_planned": Case({"pk": 4}),
    "sitting_announce": Case({"pk": 4}),
    "sitting_cancel": Case({"pk": 4}),
    "sitting_sign": Case({"pk": 3}),
    "resolution_done": Case({"pk": 2}),
    "finding_list": Case(),
    "finding_page": Case({"pk": 1}),
    "charter": Case(),
    "token_list": Case(),
    "token_revoke": Case({"key": KEY_OF_A}),
}
DISTRICT: dict[str, Case] = ACCOUNT | {
    "home": Case(),
    "district_overview": Case({"slug": "sverdlov"}),
    "district_school": Case({"slug": "sverdlov", "school": "school-a"}),
    "district_school_check": Case({"slug": "sverdlov", "school": "school-a", "check": "ST-2"}),
    "district_obligation": Case({"slug": "sverdlov", "check": "ST-2"}),
    "frame": Case({"slug": "sverdlov"}),
    "frame_new": Case({"slug": "sverdlov"}),
    "frame_rule": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_change": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_ask": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_publish": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_end": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_verify": Case({"slug": "sverdlov", "rule": RULE}),
    "frame_drop": Case({"slug": "sverdlov", "rule": RULE}),
    "shifts": Case({"slug": "sverdlov"}),
    "shift": Case({"slug": "sverdlov", "shift": SHIFT}),
    "shift_ask": Case({"slug": "sverdlov", "shift": SHIFT}),
    "shift_publish": Case({"slug": "sverdlov", "shift": SHIFT}),
    "district_tokens": Case({"slug": "sverdlov"}),
    "district_token_revoke": Case({"slug": "sverdlov", "key": KEY_OF_DISTRICT}),
    "enter_school": Case({"slug": "school-a"}, owner="bakyt"),
    "api_districts": Case(),
    "api_standings": Case({"slug": "sverdlov"}),
    "api_obligations": Case({"slug": "sverdlov"}),
    "api_district_school": Case({"slug": "sverdlov", "school": "school-a"}),
}


def names(urlconf: str) -> set[str]:
    """Every route of a URL configuration by name; an unnamed one by its pattern."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver(urlconf).url_patterns)}


def path_of(name: str, case: Case, urlconf: str) -> str:
    """The address of a case."""
    return reverse(name, urlconf=urlconf, kwargs=case.values or None)


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for item in found:
        if isinstance(item, URLResolver):
            yield from _patterns(item.url_patterns)
        else:
            yield item
