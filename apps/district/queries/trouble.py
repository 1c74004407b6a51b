"""Which schools need the officer, worst first, and why. Reads standings and their cells; never a school's schema."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from apps.district.models import SchoolStanding, StandingCell
from apps.district.queries.overview import Mark, SchoolRow
from apps.rulebook.enums import Severity, Verdict
from apps.rulebook.exchange import decode_finding
from apps.rulebook.findings import RANK, Finding

RHYTHMS = ("late", "silent", "slipping", "in_rhythm")
CALM = frozenset({Verdict.PENDING, Verdict.PASS, Verdict.NA, Verdict.LOST, Verdict.NR})


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it was pushed, with what it is about in the school's own words.

    Attributes:
        about: number, day and place of a sitting or an item, as the school wrote them; empty for a body itself.
        body: name of the body.
    """

    finding: Finding
    about: str
    body: str


@dataclass(frozen=True, slots=True)
class Need:
    """A school that needs someone. `check_id` and `told` are missing for a school that has nothing on record this year."""

    row: SchoolRow
    check_id: str = ""
    mark: Mark | None = None
    told: Told | None = None


@cache
def rank_of(mark: Mark) -> int:
    """Place of a mark in the worst-of order; 0 is the worst."""
    return RANK[Verdict.of(mark.verdict), Severity.of(mark.severity) if mark.severity else None]


@cache
def calls(mark: Mark) -> bool:
    """Whether a mark calls for a person."""
    return Verdict.of(mark.verdict) not in CALM


def by_trouble(rows: Iterable[SchoolRow]) -> list[SchoolRow]:
    """Late schools first, then silent ones, each by how many of the heaviest marks they have. No query."""
    return sorted(rows, key=_weight)


def _weight(row: SchoolRow) -> tuple[int, tuple[int, ...], str]:
    counts = Counter(rank_of(mark) for mark in row.marks.values())
    heaviest_first = tuple(-counts[rank] for rank in range(len(RANK)))
    return RHYTHMS.index(row.rhythm), heaviest_first, row.school.slug


def needs(rows: Iterable[SchoolRow], *, most: int) -> list[Need]:
    """At most so many schools that need someone today, each with its worst finding. `rows` come worst first. One query."""
    calling = (row for row in rows if row.rhythm == "silent" or _worst(row) is not None)
    waiting = list(islice(calling, most))
    chosen = {row.school.id: worst for row in waiting if (worst := _worst(row)) and row.rhythm != "silent"}
    pairs = {(row.standing.pk, chosen[row.school.id][0]) for row in waiting if row.standing and row.school.id in chosen}
    told = _first_findings(pairs)
    found = []
    for row in waiting:
        check_id, mark = chosen.get(row.school.id, ("", None))
        key = (row.standing.pk, check_id) if row.standing else None
        found.append(Need(row, check_id, mark, told.get(key) if key else None))
    return found


def _worst(row: SchoolRow) -> tuple[str, Mark] | None:
    """The heaviest mark that calls for a person, with its check."""
    calling = [(check, mark) for check, mark in row.marks.items() if calls(mark)]
    return min(calling, key=lambda pair: (rank_of(pair[1]), pair[0]), default=None)


def _first_findings(pairs: Iterable[tuple[Any, str]]) -> Mapping[tuple[Any, str], Told]:
    wanted = set(pairs)
    rows = StandingCell.objects.filter(
        standing__in=[standing for standing, _check in wanted], check_id__in={check for _standing, check in wanted}
    )
    found = {}
    for standing, check, first in rows.values_list("standing_id", "check_id", "findings__0"):
        if (standing, check) in wanted and first:
            found[standing, check] = told_of(first)
    return found


def told_of(data: Mapping[str, Any]) -> Told:
    """A pushed finding, decoded."""
    return Told(decode_finding(data), about=data.get("about", ""), body=data.get("body", ""))


def of_checks(rows: Iterable[SchoolRow], check_id: str) -> dict[Any, Told]:
    """The worst finding of one check in each school, by standing. One query."""
    standings = [row.standing.pk for row in rows if row.standing]
    return {standing: told for (standing, _check), told in _first_findings((pk, check_id) for pk in standings).items()}


@dataclass(frozen=True, slots=True)
class Use:
    """How far schools keep their records here; nothing of it says whether duties are met.

    Attributes:
        schools: schools of the district; `recording`: those with a sitting on record this year.
    """

    schools: int
    recording: int
    sittings: int
    minutes: int
    plans: int


def use_of(rows: Iterable[SchoolRow]) -> Use:
    """Records of the year over all schools. No query."""
    all_rows = list(rows)
    counts: Counter[str] = Counter()
    for row in all_rows:
        counts.update({name: int(number) for name, number in _activity(row.standing).items()})
    return Use(
        schools=len(all_rows),
        recording=sum(1 for row in all_rows if _activity(row.standing).get("sittings_held")),
        sittings=counts["sittings_held"],
        minutes=counts["minutes_signed"],
        plans=counts["plans"],
    )


def result_of(rows: Iterable[SchoolRow]) -> Counter[str]:
    """Summary verdicts over all schools and obligations, by verdict. No query."""
    return Counter(mark.verdict for row in rows for mark in row.marks.values())


def shares_of(row: SchoolRow) -> tuple[int | None, int | None]:
    """Activity and result of one school, each from 0 to 100: bodies that keep records, and PASS / (PASS + FAIL)."""
    activity = _activity(row.standing)
    bodies, recording = activity.get("bodies"), activity.get("bodies_recording")
    counts = Counter(mark.verdict for mark in row.marks.values())
    passed, failed = counts[Verdict.PASS.value], counts[Verdict.FAIL.value]
    return (
        round(100 * recording / bodies) if bodies and recording is not None else None,
        round(100 * passed / (passed + failed)) if passed + failed else None,
    )


def _activity(standing: SchoolStanding | None) -> dict[str, int]:
    return dict(standing.activity) if standing else {}
