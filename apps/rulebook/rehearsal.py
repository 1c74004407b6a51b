"""What if: the same records under other rules or another calendar, and what becomes different.

Nothing is stored here and nothing is decided: two evaluations and two lists of required sittings are compared.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from apps.rulebook.dates import add_months
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import PeriodUnit, Verdict
from apps.rulebook.facts import Association, Council, SchoolYear
from apps.rulebook.findings import Finding
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from apps.rulebook.parameters.councils import COUNCIL_CADENCE, COUNCIL_MIN_PER_PERIOD
from apps.rulebook.parameters.papers import RETENTION_ARCHIVE_YEARS, RETENTION_SCHOOL_YEARS
from apps.rulebook.periods import periods_of
from apps.rulebook.policy import Policy
from apps.rulebook.revisions import as_judged

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Change:
    """One finding before and after; a missing side means that the check had nothing to say there."""

    before: Finding | None
    after: Finding | None

    @property
    def shown(self) -> Finding:
        """The side that is there, the later one first."""
        found = self.after or self.before
        if found is None:
            message = "A change has at least one side."
            raise ValueError(message)
        return found


@dataclass(frozen=True, slots=True)
class DueSitting:
    """A sitting a body owes by a day.

    Attributes:
        number: which one of that day, from 1.
    """

    body: str
    by: date
    number: int = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """Until when the papers of a year stay in the school and in the archive; no archive day where no term is given."""

    year: str
    hand_over: date | None
    destroy: date | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would become different.

    Attributes:
        verdicts: findings with another verdict or severity.
        deadlines: open duties whose day moves.
        fallen_away, newly_due: sittings, from the day of evaluation on.
        kept: papers whose days move, as (before, after).
    """

    verdicts: tuple[Change, ...] = ()
    deadlines: tuple[Change, ...] = ()
    fallen_away: tuple[DueSitting, ...] = ()
    newly_due: tuple[DueSitting, ...] = ()
    kept: tuple[tuple[Kept, Kept], ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when nothing would change."""
        return not (self.verdicts or self.deadlines or self.fallen_away or self.newly_due or self.kept)


def rehearse(
    before: tuple[SchoolYear, Policy],
    after: tuple[SchoolYear, Policy],
    as_of: date,
    only: Collection[str] | None = None,
) -> Rehearsal:
    """Judge both and compare.

    Args:
        before, after: the records with their calendar, and the rules.
        only: ids of checks; all of them when left out.
    """
    old, new = (evaluate(facts, policy, as_of, only) for facts, policy in (before, after))
    verdicts, deadlines = compared(old, new)
    owed, owing = (required(facts, policy, as_of) for facts, policy in (before, after))
    kept = tuple(
        (first, second)
        for first, second in zip(retention(*before, as_of), retention(*after, as_of), strict=False)
        if first != second
    )
    return Rehearsal(
        verdicts=tuple(verdicts),
        deadlines=tuple(deadlines),
        fallen_away=tuple(row for row in owed if row not in owing),
        newly_due=tuple(row for row in owing if row not in owed),
        kept=kept,
    )


def compared(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[list[Change], list[Change]]:
    """Findings with another verdict, and open duties with another day."""
    before, after = keyed(old), keyed(new)
    verdicts: list[Change] = []
    deadlines: list[Change] = []
    for key in dict.fromkeys((*before, *after)):
        change = Change(before.get(key), after.get(key))
        if signs(change.before) != signs(change.after):
            verdicts.append(change)
        elif moved(change):
            deadlines.append(change)
    return verdicts, deadlines


def keyed(findings: Iterable[Finding]) -> dict[tuple[str, str, str, str, int], Finding]:
    """Findings by check and subject, those of one subject by their order."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    found = {}
    for row in findings:
        key = (row.check, row.subject.kind.value, row.subject.id, row.subject.body)
        seen[key] += 1
        found[*key, seen[key]] = row
    return found


def signs(finding: Finding | None) -> tuple[object, ...]:
    """What a person sees of a finding."""
    return (finding.verdict, finding.severity) if finding else ()


def moved(change: Change) -> bool:
    """True for a duty that is open on both sides and due on another day."""
    before, after = change.before, change.after
    if before is None or after is None or after.verdict is not Verdict.PENDING:
        return False
    return isinstance(after.limit, date) and before.limit != after.limit


def required(facts: SchoolYear, policy: Policy, as_of: date) -> list[DueSitting]:
    """Sittings the rules of `as_of` ask for by a day that is not past, body by body; a period that is closed asks for none again."""
    if facts.calendar is None:
        return []
    facts = replace(facts, calendar=as_judged(facts.calendar))
    found: list[DueSitting] = []
    for association in facts.associations:
        found += of_association(association, facts, policy, as_of)
    for council in facts.councils:
        found += of_council(council, facts, policy, as_of)
    return [row for row in found if row.by >= as_of]


def of_association(association: Association, facts: SchoolYear, policy: Policy, as_of: date) -> list[DueSitting]:
    """Sittings an association owes by the end of the year."""
    least = policy.at(as_of).get(SITTINGS_MIN_PER_YEAR).value or 0
    end = facts.calendar.end if facts.calendar else as_of
    return [DueSitting(association.id, end, number) for number in range(1, least + 1)]


def of_council(council: Council, facts: SchoolYear, policy: Policy, as_of: date) -> list[DueSitting]:
    """Sittings a council owes by the end of each period."""
    view = policy.at(as_of, council.kind)
    unit, least = view.get(COUNCIL_CADENCE).value, view.get(COUNCIL_MIN_PER_PERIOD).value or 0
    if unit is None or facts.calendar is None:
        return []
    return [
        DueSitting(council.id, period.end, number)
        for period in periods_of(facts.calendar, PeriodUnit.of(unit))
        for number in range(1, least + 1)
    ]


def retention(facts: SchoolYear, policy: Policy, as_of: date) -> list[Kept]:
    """The days of this year's papers, counted from the end of the year."""
    if facts.calendar is None:
        return []
    view = policy.at(as_of)
    in_school, in_archive = view.get(RETENTION_SCHOOL_YEARS).value, view.get(RETENTION_ARCHIVE_YEARS).value
    hand_over = years_later(facts.calendar.end, in_school) if in_school is not None else None
    destroy = years_later(hand_over, in_archive) if hand_over and in_archive is not None else None
    return [Kept(facts.id, hand_over, destroy)]


def years_later(day: date, years: int) -> date:
    """The same day so many years later."""
    return add_months(day, MONTHS_OF_A_YEAR * years)
