"""The school's own words: where its charter departs from what its modules say."""

from datetime import date
from typing import Any

from django.db.models import Q

from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import DRAFT
from apps.rulebook.comparison import NO_WORDS, Wording

PARTS = ("language", "clauses", "own_clauses")


def wording_in_force(on: date) -> Wording:
    """Of the charter in force on a day, as plain data; no words where there is none. One query."""
    rows = PolicyProfile.objects.exclude(state=DRAFT).filter(valid_from__lte=on)
    return _first(rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on)).order_by("-valid_from"))


def wording_of(version: str) -> Wording:
    """Of one version by its number. One query."""
    return _first(PolicyProfile.objects.filter(pk=version))


def _first(rows: Any) -> Wording:
    found: Wording | None = rows.values(*PARTS).first()
    return NO_WORDS if found is None else found
