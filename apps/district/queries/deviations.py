"""Which schools depart from the district's default. Reads what schools have told of their rules. Runs in the public scope."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.district.models import SchoolRules
from apps.district.queries.frames import published_above
from apps.rulebook.comparison import Said, side_of_data
from apps.rulebook.enums import State
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.policy import Bound


@dataclass(frozen=True, slots=True)
class Departure:
    """Schools with one value of their own; `places` says where it stands in each."""

    value: Any
    given: bool
    state: str
    schools: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """One parameter over the schools.

    Attributes:
        default: the district's default or lock; without one what most schools say.
        is_set: the district has set it; `act`: by this act.
    """

    parameter: Parameter[Any]
    default: Any
    is_set: bool
    act: str
    same: int
    departures: tuple[Departure, ...]


def deviations(district_id: uuid.UUID, below: Iterable[uuid.UUID], *, on: date, council: str = "") -> list[Deviation]:
    """Parameters in which some school departs, those with most departures first. Three queries.

    Args:
        council: kind of council; empty for associations and the school.
    """
    told = [
        (row.school.slug, row.school.name, side_of_data(row.values[council]))
        for row in SchoolRules.objects.filter(school__district__in=list(below)).select_related("school")
        if council in row.values
    ]
    defaults = {
        row.parameter.key: row
        for row in published_above(district_id)
        if row.bound in (Bound.DEFAULT, Bound.LOCK) and row.in_force(on)
    }
    found = []
    for key, parameter in PARAMETERS.items():
        cells = [(slug, name, side[key]) for slug, name, side in told if key in side]
        rule = defaults.get(key)
        default = Said(State.VALUE, rule.value) if rule else usual(cell for _slug, _name, cell in cells)
        if default is None:
            continue
        apart = [row for row in cells if not row[2].agrees(default)]
        if apart:
            found.append(
                Deviation(
                    parameter,
                    default.value,
                    rule is not None,
                    rule.source.act if rule else "",
                    len(cells) - len(apart),
                    grouped(apart),
                )
            )
    return sorted(found, key=lambda row: (not row.is_set, -sum(len(one.schools) for one in row.departures)))


def usual(cells: Iterable[Said]) -> Said | None:
    """What most schools that regulate the point say; nothing where none does."""
    given = [cell for cell in cells if cell.given]
    counts = Counter(repr(cell.value) for cell in given)
    return max(given, key=lambda cell: counts[repr(cell.value)], default=None)


def grouped(rows: Iterable[tuple[str, str, Said]]) -> tuple[Departure, ...]:
    """Schools by what they say."""
    found: dict[tuple[str, str], list[tuple[str, str, Said]]] = {}
    for slug, name, cell in rows:
        found.setdefault((cell.state.value if not cell.given else "", repr(cell.value)), []).append((slug, name, cell))
    return tuple(
        Departure(
            own[0][2].value,
            own[0][2].given,
            own[0][2].state.value,
            tuple((slug, name, ", ".join(cell.places)) for slug, name, cell in own),
        )
        for own in sorted(found.values(), key=len, reverse=True)
    )
