"""Rules of the council's making and year: act, members, chair, composition, plan, frequency, secretary, year end."""

from datetime import date
from typing import NamedTuple

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    all_of,
    blocking,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
    unset,
    warned,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.membership import (
    acted_by,
    groups_without_member,
    has_administrator,
    heads_outside,
    membership,
    ordered_members,
    serving_members,
)
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.dates import holds
from apps.rulebook.enums import MemberCategory, PeriodUnit, Purpose, SubjectKind
from apps.rulebook.facts import Council, Period, Sitting, Term
from apps.rulebook.parameters.councils import (
    COUNCIL_CADENCE,
    COUNCIL_CADENCE_DECIDED_BY,
    COUNCIL_CADENCE_FORCE,
    COUNCIL_CATEGORIES,
    COUNCIL_CHAIR_ACT,
    COUNCIL_CHAIR_OFFICE,
    COUNCIL_LIFECYCLE_ACT,
    COUNCIL_MEMBERS_ACT,
    COUNCIL_MIN_PER_PERIOD,
)
from apps.rulebook.parameters.settings import GAP_ATTRIBUTION, GROUP_REPRESENTATIVES_MIN
from apps.rulebook.periods import NONE, period_of

CouncilSitting = tuple[Council, Sitting]


class CouncilCreated(Outcome):
    """CN-1."""

    DECIDED = passed()
    AFTER_FIRST_SITTING = blocking(Next.DECIDE_COUNCIL)
    MISSING = blocking(Next.DECIDE_COUNCIL)
    DISSOLVED_WITHOUT_ACT = blocking(Next.DECIDE_COUNCIL)
    OPEN = pending(Next.DECIDE_COUNCIL)


@rule(
    "CN-1",
    per=targets.councils_created,
    table=CouncilCreated,
    clauses=("MK 7.1",),
    due=Due.FIRST_SITTING,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_LIFECYCLE_ACT,),
)
def council_created(case: Case, council: Council) -> Measure:
    """The act the charter asks for created the council by its first sitting, and any dissolution has one."""
    code, held = case.value(COUNCIL_LIFECYCLE_ACT), case.index.held(council)
    act_name = COUNCIL_LIFECYCLE_ACT.allowed[code]
    gone = council.dissolved_on if case.index.ended(council.dissolved_on) else None
    if gone and not any(act.on <= gone for act in acted_by(case, council, code, Purpose.DISSOLVE)):
        return found(CouncilCreated.DISSOLVED_WITHOUT_ACT, limit=gone, act=act_name)
    limit = held[0].held_on if held else None
    rows = acted_by(case, council, code, Purpose.CREATE)
    if not rows:
        return found(CouncilCreated.MISSING if held else CouncilCreated.OPEN, limit=limit, act=act_name, held=limit)
    first = rows[0]
    late = limit is not None and first.on > limit
    outcome = CouncilCreated.AFTER_FIRST_SITTING if late else CouncilCreated.DECIDED
    return found(outcome, limit=limit, facts=[first.id], act=act_name, on=first.on, held=limit)


class MembersOrdered(Outcome):
    """CN-2."""

    ALL_ORDERED = passed()
    NOT_ORDERED = major(Next.ORDER_MEMBERS)


@rule(
    "CN-2",
    per=targets.council_sittings,
    table=MembersOrdered,
    clauses=("MK 7.2",),
    due=Due.EACH_SITTING,
    subject=SubjectKind.SITTING,
    needs=(COUNCIL_MEMBERS_ACT,),
)
def members_ordered(case: Case, record: CouncilSitting) -> Measure:
    """On the day of the sitting every member stands in an order in force; anybody else counts as invited."""
    council, sitting = record
    on = sitting.held_on or case.as_of
    serving = serving_members(case, council, on)
    lacking = sorted(serving - ordered_members(case, council, on))
    outcome = MembersOrdered.NOT_ORDERED if lacking else MembersOrdered.ALL_ORDERED
    return found(outcome, facts=[sitting.id, *lacking], held=on, count=len(lacking), members=len(serving))


class Chair(Outcome):
    """CN-3."""

    IN_ORDER = passed()
    OFFICE_NOT_HELD = major(Next.CONFIRM_CHAIR)
    NOT_CONFIRMED = major(Next.CONFIRM_CHAIR)
    NO_CHAIR = review(Next.CONFIRM_CHAIR)


@rule(
    "CN-3",
    per=targets.council_sittings,
    table=Chair,
    clauses=("MK 4.1", "MK 4.2", "IMK 4.1"),
    due=Due.EACH_SITTING,
    subject=SubjectKind.SITTING,
    needs=(COUNCIL_CHAIR_OFFICE,),
)
def chair(case: Case, record: CouncilSitting) -> Measure:
    """On the day of each sitting the chair holds the office the charter names and was confirmed by its act."""
    council, sitting = record
    on = sitting.held_on or case.as_of
    wanted = case.roles(COUNCIL_CHAIR_OFFICE)
    term = case.index.term_on(council.chairs, on)
    if term is None:
        return found(Chair.NO_CHAIR, facts=[sitting.id], held=on, wanted=wanted)
    if not case.standing_for(case.index.roles_on(term.person, on)) & set(wanted):
        outcome = Chair.OFFICE_NOT_HELD
    else:
        outcome = Chair.IN_ORDER if chair_confirmed(case, council, term, on) else Chair.NOT_CONFIRMED
    return found(outcome, facts=[sitting.id, term.id], held=on, wanted=wanted)


def chair_confirmed(case: Case, council: Council, term: Term, on: date) -> bool:
    """True when the act the charter asks for names the chair and is in force."""
    code = case.maybe(COUNCIL_CHAIR_ACT)
    if code in (None, "ex_officio"):
        return True
    rows = case.shared(
        ("chair", id(council), id(term)),
        lambda: acted_by(case, council, code or "", Purpose.APPOINT_CHAIR, term.acts),
    )
    return any(holds(act.on, act.until, on) and (not act.persons or term.person in act.persons) for act in rows)


class Composition(Outcome):
    """CN-4."""

    COMPLETE = passed()
    INCOMPLETE = minor(Next.COMPLETE_COUNCIL)
    OPEN = pending(Next.COMPLETE_COUNCIL)


@rule(
    "CN-4",
    per=targets.councils,
    table=Composition,
    clauses=("MK 4.2", "IMK 3.1"),
    due=Due.FIRST_SITTING,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_CATEGORIES,),
)
def composition(case: Case, council: Council) -> Measure:
    """At the year's first sitting everybody the charter calls in is a member."""
    held = case.index.held_in_year(council)
    if not held and not case.closed:
        return found(Composition.OPEN)
    on = (held[0].held_on if held else None) or case.index.year_day
    members, wanted = membership(case, council, on), case.value(COUNCIL_CATEGORIES)
    lacking: list[MemberCategory] = []
    if MemberCategory.ASSOCIATION_HEADS.value in wanted and heads_outside(case, members, on):
        lacking.append(MemberCategory.ASSOCIATION_HEADS)
    least = case.setting(GROUP_REPRESENTATIVES_MIN)
    if MemberCategory.ADMINISTRATION.value in wanted and has_administrator(case, council, members, on) < least:
        lacking.append(MemberCategory.ADMINISTRATION)
    for category in (MemberCategory.CREATIVE_GROUP_HEADS, MemberCategory.CREATIVE_GROUP_REPRESENTATIVES):
        if category.value in wanted and groups_without_member(case, members, on, category, least):
            lacking.append(category)
    outcome = Composition.INCOMPLETE if lacking else Composition.COMPLETE
    return found(outcome, limit=on, lacking=tuple(lacking), members=len(members), on=on)


class Frequency(NamedTuple):
    """How often the council has to sit in the periods that end within `[since, until)`."""

    unit: PeriodUnit
    least: int
    soft: bool
    since: date
    until: date


def frequencies(case: Case, council: Council) -> list[Frequency]:
    """The charter's frequency until the members resolved one of their own, where it leaves that to them; then theirs."""
    least, soft = case.value(COUNCIL_MIN_PER_PERIOD), case.value(COUNCIL_CADENCE_FORCE) == "soft"
    rows = [Frequency(PeriodUnit.of(case.value(COUNCIL_CADENCE)), least, soft, date.min, date.max)]
    own = council.cadences if case.maybe(COUNCIL_CADENCE_DECIDED_BY) == "members" else ()
    for cadence in sorted(own, key=lambda row: (row.decided_on, row.id)):
        if cadence.decided_on <= case.as_of:
            rows[-1] = rows[-1]._replace(until=cadence.decided_on)
            rows.append(Frequency(cadence.unit, cadence.least, False, cadence.decided_on, date.max))
    return [row for row in rows if max(row.since, case.calendar.start) < row.until]


def owed_periods(case: Case, council: Council, frequency: Frequency) -> list[Period]:
    """Periods that end under a frequency and on some day of which the council existed."""
    since, until = council.created_on or date.min, council.dissolved_on or date.max
    return [
        row
        for row in case.index.periods(frequency.unit)
        if frequency.since <= row.end < frequency.until and since <= row.end and row.start < until
    ]


def empty_periods(case: Case, council: Council, frequency: Frequency) -> list[Period]:
    """Finished ones of these with fewer sittings than required."""
    gap, periods = case.setting(GAP_ATTRIBUTION), case.index.periods(frequency.unit)
    counted = [period_of(row.held_on, periods, gap) for row in case.index.held_in_year(council) if row.held_on]
    ended = [row for row in owed_periods(case, council, frequency) if not case.open_until(row.end)]
    return [row for row in ended if counted.count(row) < frequency.least]


def none_between_periods(case: Case, council: Council, measure: Measure) -> bool:
    """True when every sitting lies in a period, so that no reading of the days between them changes anything."""
    rows = [case.index.periods(row.unit) for row in frequencies(case, council)]
    days = [row.held_on for row in case.index.held_in_year(council) if row.held_on]
    return all(period_of(day, periods, NONE) for periods in rows for day in days)


class SittingsPerPeriod(Outcome):
    """CN-6."""

    EVERY_PERIOD = passed()
    PERIOD_MISSED = major(Next.HOLD_SITTING)
    PERIOD_MISSED_SOFT = warned(Next.HOLD_SITTING)
    OPEN = pending(Next.HOLD_SITTING)
    NOT_AT_WORK = not_applicable()
    NO_PERIODS = unset(Next.ADD_PERIODS)


@rule(
    "CN-6",
    per=targets.councils,
    table=SittingsPerPeriod,
    clauses=("MK 7.4", "IMK 5.1"),
    due=Due.PERIOD_END,
    subject=SubjectKind.COUNCIL,
    needs=(COUNCIL_CADENCE, COUNCIL_MIN_PER_PERIOD, COUNCIL_CADENCE_FORCE, COUNCIL_CADENCE_DECIDED_BY),
    gate=all_of(COUNCIL_CADENCE, COUNCIL_MIN_PER_PERIOD, COUNCIL_CADENCE_FORCE),
    readings=(GAP_ATTRIBUTION,),
    certain=none_between_periods,
)
def sittings_per_period(case: Case, council: Council) -> Measure:
    """At least so many sittings in every period; “as a rule” only warns, unless the members fixed a frequency."""
    rows = frequencies(case, council)
    unknown = next((row for row in rows if not case.index.periods(row.unit)), None)
    if unknown:
        return found(SittingsPerPeriod.NO_PERIODS, limit=unknown.least, unit=unknown.unit)
    owed = [period.end for row in rows for period in owed_periods(case, council, row)]
    if not owed:
        return found(SittingsPerPeriod.NOT_AT_WORK)
    empty = [(row, periods) for row in rows if (periods := empty_periods(case, council, row))]
    shown, missed = min(empty, key=lambda pair: pair[0].soft, default=(rows[-1], []))
    if missed:
        outcome = SittingsPerPeriod.PERIOD_MISSED_SOFT if shown.soft else SittingsPerPeriod.PERIOD_MISSED
    else:
        outcome = SittingsPerPeriod.OPEN if case.open_until(max(owed)) else SittingsPerPeriod.EVERY_PERIOD
    numbers = tuple(row.number for row in missed)
    facts = [row.id for row in case.index.held_in_year(council)]
    least, unit = shown.least, shown.unit
    return found(outcome, limit=least, facts=facts, unit=unit, least=least, missed=numbers, end=max(owed))
