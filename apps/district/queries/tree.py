"""Districts as a tree: who is above whom, and which a person may see."""

import uuid
from collections.abc import Iterable

from tenants.models import District


def with_descendants(district: District) -> list[uuid.UUID]:
    """Identities of a district and everything below it. One query."""
    children: dict[uuid.UUID | None, list[uuid.UUID]] = {}
    for pk, parent in District.objects.values_list("id", "parent_id"):
        children.setdefault(parent, []).append(pk)
    found, waiting = [], [district.id]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(children.get(current, ()))
    return found


def district_within(slug: str, *, reach: Iterable[uuid.UUID]) -> District | None:
    """The district of this slug when it is one of `reach` or lies below one of them; None alike when it does not exist. One query."""
    rows = {row.id: row for row in District.objects.all()}
    allowed = set(reach)
    district = next((row for row in rows.values() if row.slug == slug), None)
    above = district
    while above is not None:
        if above.id in allowed:
            return district
        above = rows.get(above.parent_id) if above.parent_id else None
    return None


def districts_within(reach: Iterable[uuid.UUID]) -> list[District]:
    """Every district in reach, by slug. One query."""
    rows = {row.id: row for row in District.objects.order_by("slug")}
    allowed = set(reach)

    def reached(row: District | None) -> bool:
        while row is not None:
            if row.id in allowed:
                return True
            row = rows.get(row.parent_id) if row.parent_id else None
        return False

    return [row for row in rows.values() if reached(row)]
