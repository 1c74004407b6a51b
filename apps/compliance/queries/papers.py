"""The records that decided a finding."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.acts.models import Act
from apps.compliance.models import Finding
from apps.people.models import Person
from apps.sittings.models import Sitting

# what the facts of a check are, where they are not sittings
OF_PEOPLE = frozenset({"AS-1", "AS-2", "AK-1"})
OF_ACTS = frozenset({"AS-3", "PL-1", "PL-2", "PL-3"})
OF_MANY_SITTINGS = frozenset({"ST-1", "CN-6"})


@dataclass(frozen=True, slots=True)
class Papers:
    """Sittings by day, acts by date, people by name; at most one of the three has rows."""

    sittings: tuple[Sitting, ...] = ()
    acts: tuple[Act, ...] = ()
    people: tuple[Person, ...] = ()


def papers_of(row: Finding, facts: Iterable[str]) -> Papers:
    """What the facts of a finding refer to. One query at most.

    Checks of a single sitting name it first; what follows are rows inside it.
    """
    numbers = [int(fact) for fact in facts if fact.isdigit()]
    if row.check_id in OF_PEOPLE:
        return Papers(people=tuple(Person.objects.filter(pk__in=numbers)))
    if row.check_id in OF_ACTS:
        return Papers(acts=tuple(Act.objects.filter(pk__in=numbers)))
    wanted = numbers if row.check_id in OF_MANY_SITTINGS else numbers[:1]
    rows = Sitting.objects.filter(pk__in=wanted, year_id=row.year_id).order_by("held_on", "planned_on", "pk")
    return Papers(sittings=tuple(rows)) if wanted else Papers()
