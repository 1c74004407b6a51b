"""The school's own words: where its charter departs from what its modules say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import DRAFT
from apps.rulebook.comparison import NO_WORDS, Wording

PARTS = ("language", "clauses", "own_clauses")
MOST_TOLD = 100_000  # characters of words that a school tells its district


def wording_in_force(on: date) -> Wording:
    """Of the charter in force on a day, as plain data, as far as a district keeps it; no words where there is none. One query."""
    rows = PolicyProfile.objects.exclude(state=DRAFT).filter(valid_from__lte=on)
    return bounded(_first(rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on)).order_by("-valid_from")))


def wording_of(version: str) -> Wording:
    """Of one version by its number. One query."""
    return _first(PolicyProfile.objects.filter(pk=version))


def bounded(wording: Wording, most: int = MOST_TOLD) -> Wording:
    """As many words as fit: a text that does not fit ends in `…` where the room ends, and those behind it have no more than that."""
    left = most

    def fit(row: Mapping[str, Any]) -> dict[str, Any]:
        nonlocal left
        texts = {}
        for code, text in row.get("text", {}).items():
            texts[code] = text if len(text) <= left else f"{text[:left]}…"
            left = max(left - len(text), 0)
        return {**row, "text": texts} if texts else dict(row)

    return {
        **wording,
        "clauses": {key: fit(row) for key, row in wording["clauses"].items()},
        "own_clauses": [fit(row) for row in wording["own_clauses"]],
    }


def _first(rows: Any) -> Wording:
    found: Wording | None = rows.values(*PARTS).first()
    return NO_WORDS if found is None else found
