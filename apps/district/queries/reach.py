"""From an identity to the districts it reaches and what it may do in one of them; the year a report is asked for."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from apps.accounts.identity import Identity, Via
from apps.accounts.scopes import permissions_of
from apps.core.permissions import Permission
from apps.district.permissions import DISTRICT_RIGHTS
from tenants.models import District

FIRST_YEAR, LAST_YEAR = 1990, 2200
Rows = Mapping[uuid.UUID, District]


@dataclass(frozen=True, slots=True)
class Reached:
    """A district that is open to the identity.

    Attributes:
        below: the district itself and everything below it.
        rights: what the identity may do here, by its access to this district or to one above it.
    """

    district: District
    below: tuple[uuid.UUID, ...]
    rights: frozenset[Permission]


def districts_of(identity: Identity) -> list[District]:
    """Every district in reach, by slug. One query."""
    rows = _all_districts()
    return [row for row in rows.values() if rights_over(row, rows, identity)]


def reached(identity: Identity, slug: str) -> Reached | None:
    """The district of this slug with the identity's rights over it; None alike when it is out of reach or does not exist. One query."""
    rows = _all_districts()
    district = next((row for row in rows.values() if row.slug == slug), None)
    rights = rights_over(district, rows, identity) if district else frozenset[Permission]()
    if district is None or not rights:
        return None
    return Reached(district, tuple(_below(district, rows.values())), rights)


def rights_over(district: District, rows: Rows, identity: Identity) -> frozenset[Permission]:
    """Rights over `district` that come from access to it and to the districts above it. No query."""
    if identity.is_operator:
        return frozenset(Permission)
    levels = dict(identity.districts)
    held = {levels[row.id] for row in _line(district, rows) if row.id in levels}
    if identity.via is Via.TOKEN:
        return permissions_of(identity.scopes) if held else frozenset()
    return frozenset[Permission]().union(*(DISTRICT_RIGHTS.get(level, frozenset()) for level in held))


def year_of_report(known: Sequence[int], asked: str | None, *, today: date) -> int | None:
    """The calendar year in which the academic year asked for begins; the newest of `known` when none is asked for.

    None when what was asked for is no year. No query.
    """
    if asked is None:
        return next(iter(known), today.year)
    is_year = asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:6]) <= LAST_YEAR
    return int(asked) if is_year else None


def _all_districts() -> dict[uuid.UUID, District]:
    return {row.id: row for row in District.objects.order_by("slug")}


def _line(district: District | None, rows: Rows) -> Iterator[District]:
    """The district and those above it."""
    while district is not None:
        yield district
        district = rows.get(district.parent_id) if district.parent_id else None


def _below(district: District, rows: Iterable[District]) -> Iterator[uuid.UUID]:
    children: dict[uuid.UUID | None, list[uuid.UUID]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row.id)
    waiting = [district.id]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(children.get(current, ()))
