"""The regulations each school lives by, as its standing tells them, and its own words beside them. Runs in the public scope."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from apps.charters.queries.wording import NO_WORDS, worded
from apps.district.models import SchoolRules, SchoolStanding
from apps.rulebook.comparison import Worded, side_of_data
from apps.rulebook.module import Module
from apps.rulebook.module_files import all_modules


def documents_of_schools(below: Iterable[uuid.UUID]) -> dict[str, list[Module]]:
    """Charter modules in force by slug of the school, in the order of all modules. One query."""
    known = all_modules()
    rows = SchoolStanding.objects.filter(school__district__in=list(below)).order_by("school_id", "-year")
    found: dict[str, list[Module]] = {}
    for slug, by_kind in rows.distinct("school_id").values_list("school__slug", "modules"):
        used = {code for codes in by_kind.values() for code in codes}
        found[slug] = [module for code, module in known.items() if code in used]
    return found


@dataclass(frozen=True, slots=True)
class SchoolClauses:
    """The clauses a school lives by. Until it has told its own words they are `told=False` and stand as the regulations have them."""

    clauses: list[Worded]
    told: bool


def clauses_of_school(slug: str, modules: Iterable[Module], below: Iterable[uuid.UUID]) -> SchoolClauses:
    """Clauses of a school's documents as it has written them, and as they hold. One query.

    Args:
        modules: its documents, from `documents_of_schools`.
    """
    rows = SchoolRules.objects.filter(school__district__in=list(below), school__slug=slug)
    told = rows.values_list("wording", "values").first()
    wording, values = told or (None, {})
    rules = {kind: side_of_data(side) for kind, side in values.items()}
    return SchoolClauses(worded(modules, wording or NO_WORDS, side=slug, rules=rules), wording is not None)
