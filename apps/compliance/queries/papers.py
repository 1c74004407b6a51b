"""The records that decided a finding."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.acts.models import Act
from apps.compliance.models import Finding
from apps.people.models import Person
from apps.proposals.models import Paper
from apps.sittings.models import Sitting

# what the facts of a check are: people, papers, papers behind the row of an office, a paper on its way, many sittings, rows with no
# paper of their own; elsewhere the first one is the sitting that was judged
OF_PEOPLE = frozenset({"AS-1", "AS-2", "ST-6", "AK-1", "MT-1", "MT-2", "DS-2"})
OF_ACTS = frozenset({"AS-3", "AS-4", "AS-6", "PL-1", "PL-2", "PL-3", "PL-4", "CN-1", "CN-11"})
OF_OFFICES = frozenset({"HD-1", "HD-2", "HD-5"})
OF_PAPERS = frozenset({"HD-6", "RP-1", "AP-1", "MT-7", "CN-16", "CN-17"})
OF_MANY_SITTINGS = frozenset({"ST-1", "CN-6", "HD-8", "CN-12"})
WITHOUT_PAPERS = frozenset(
    {
        *(
            "AS-5",
            "AS-7",
            "HD-3",
            "HD-4",
            "HD-7",
            "PL-5",
            "PL-6",
            "PL-7",
            "PL-8",
            "PL-9",
            "ST-4",
            "MT-3",
            "MT-4",
            "MT-5",
            "MT-6",
        ),
        *("CN-5", "CN-13", "CN-14", "CN-15", "CH-1", "AC-1", "DS-1"),
        *("AR-1", "AR-2", "AR-3", "HS-1", "HS-2", "HS-3", "HS-4"),
    }
)


@dataclass(frozen=True, slots=True)
class Papers:
    """Sittings by day, acts by date, people by name, papers on their way; at most one of the four has rows."""

    sittings: tuple[Sitting, ...] = ()
    acts: tuple[Act, ...] = ()
    people: tuple[Person, ...] = ()
    on_their_way: tuple[Paper, ...] = ()


def papers_of(row: Finding, facts: Iterable[str]) -> Papers:
    """What the facts of a finding refer to. One query at most.

    Checks of a single sitting name it first; what follows are rows inside it.
    """
    numbers = [int(fact) for fact in facts if fact.isdigit()]
    if row.check_id in WITHOUT_PAPERS:
        return Papers()
    if row.check_id in OF_OFFICES:
        return Papers(acts=tuple(Act.objects.filter(pk__in=numbers[1:]))) if numbers[1:] else Papers()
    if row.check_id in OF_PAPERS:
        return Papers(on_their_way=tuple(Paper.objects.filter(pk__in=numbers[:1]))) if numbers else Papers()
    if row.check_id in OF_PEOPLE:
        return Papers(people=tuple(Person.objects.filter(pk__in=numbers)))
    if row.check_id in OF_ACTS:
        return Papers(acts=tuple(Act.objects.filter(pk__in=numbers)))
    wanted = numbers if row.check_id in OF_MANY_SITTINGS else numbers[:1]
    rows = Sitting.objects.filter(pk__in=wanted, year_id=row.year_id).order_by("held_on", "planned_on", "pk")
    return Papers(sittings=tuple(rows)) if wanted else Papers()
