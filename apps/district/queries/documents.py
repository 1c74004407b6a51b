"""The regulations each school lives by, as its standing tells them. Runs in the public scope."""

import uuid
from collections.abc import Iterable

from apps.district.models import SchoolStanding
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
