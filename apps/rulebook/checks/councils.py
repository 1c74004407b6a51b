"""Rules of the council's year: how often it sits."""

from datetime import date

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    found,
    major,
    passed,
    pending,
    rule,
    unset,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import PeriodUnit, SubjectKind
from apps.rulebook.facts import Cadence, Council, Period
from apps.rulebook.parameters.councils import COUNCIL_CADENCE, COUNCIL_CADENCE_FORCE, COUNCIL_MIN_PER_PERIOD
from apps.rulebook.parameters.settings import GAP_ATTRIBUTION
from apps.rulebook.periods import period_of, periods_of


def own_cadence(case: Case, council: Council) -> Cadence | None:
    """The frequency the members last resolved, when they did."""
    rows = [row for row in council.cadences if row.decided_on <= case.as_of]
    return max(rows, key=lambda row: (row.decided_on, row.id), default=None)


def empty_periods(case: Case, council: Council, periods: tuple[Period, ...], least: int) -> list[Period]:
    """Finished periods with fewer sittings than required."""
    gap = case.setting(GAP_ATTRIBUTION)
    days = [row.held_on for row in case.index.held_in_year(council) if row.held_on]
    counted = [period_of(day, periods, gap) for day in days]
    ended = [row for row in periods if not case.open_until(row.end)]
    return [row for row in ended if sum(other is row for other in counted) < least]


class SittingsPerPeriod(Outcome):
    """CN-6."""

    EVERY_PERIOD = passed()
    PERIOD_MISSED = major(Next.HOLD_SITTING)
    PERIOD_MISSED_SOFT = warned(Next.HOLD_SITTING)
    OPEN = pending(Next.HOLD_SITTING)
    NO_PERIODS = unset(Next.ADD_PERIODS)


@rule(
    "CN-6",
    per=targets.councils,
    table=SittingsPerPeriod,
    clauses=("MK 7.4", "IMK 5.1"),
    due=Due.PERIOD_END,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_CADENCE, COUNCIL_MIN_PER_PERIOD, COUNCIL_CADENCE_FORCE),
    readings=(GAP_ATTRIBUTION,),
)
def sittings_per_period(case: Case, council: Council) -> Measure:
    """At least so many sittings in every period; “as a rule” only warns, unless the members fixed a frequency."""
    own = own_cadence(case, council)
    unit = own.unit if own else PeriodUnit.of(case.value(COUNCIL_CADENCE))
    least = own.least if own else case.value(COUNCIL_MIN_PER_PERIOD)
    periods = periods_of(case.calendar, unit)
    if not periods:
        return found(SittingsPerPeriod.NO_PERIODS, limit=least, unit=unit)
    missed = empty_periods(case, council, periods, least)
    soft = own is None and case.value(COUNCIL_CADENCE_FORCE) == "soft"
    last: date = periods[-1].end
    if missed:
        outcome = SittingsPerPeriod.PERIOD_MISSED_SOFT if soft else SittingsPerPeriod.PERIOD_MISSED
    else:
        outcome = SittingsPerPeriod.OPEN if case.open_until(last) else SittingsPerPeriod.EVERY_PERIOD
    numbers = tuple(row.number for row in missed)
    facts = [row.id for row in case.index.held_in_year(council)]
    return found(outcome, limit=least, facts=facts, unit=unit, least=least, missed=numbers, end=last)
