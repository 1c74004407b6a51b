"""Rules of the association's sittings: their number, minutes, resolutions and the year-end review."""

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    found,
    major,
    minor,
    passed,
    pending,
    review,
    rule,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import ItemKind, Role, SubjectKind
from apps.rulebook.facts import Association, Item, Sitting
from apps.rulebook.parameters.associations import (
    ASSOCIATION_MINUTES,
    ASSOCIATION_RESOLUTIONS,
    SITTINGS_MIN_PER_YEAR,
    YEAR_END_REVIEW_BY,
)
from apps.rulebook.parameters.settings import COUNT_REQUIRES_MINUTES, PREPARATORY_DAYS

HeldSitting = tuple[Association, Sitting]


def signed(case: Case, sitting: Sitting) -> bool:
    """True when the minutes were signed by now."""
    return case.index.done(sitting.minutes_signed_on)


def whole_year(case: Case, association: Association) -> bool:
    """True when the association existed on every day of the school year."""
    index, year = case.index, case.calendar
    return index.works_on(association, year.start) and index.works_on(association, year.end)


class SittingsHeld(Outcome):
    """ST-1."""

    ENOUGH = passed()
    PART_OF_YEAR = review(Next.JUDGE_PART_YEAR)
    TOO_FEW = major(Next.HOLD_SITTING)
    OPEN = pending(Next.HOLD_SITTING)


def enough_anyway(case: Case, record: Association, measure: Measure) -> bool:
    """The other readings only add sittings, as long as nobody settled on one of them."""
    return measure.outcome is SittingsHeld.ENOUGH and bool(case.setting(COUNT_REQUIRES_MINUTES))


@rule(
    "ST-1",
    per=targets.associations,
    table=SittingsHeld,
    clauses=("S33U 5.5", "VARU 5.5"),
    due=Due.YEAR_END,
    subject=SubjectKind.ASSOCIATION,
    needs=(SITTINGS_MIN_PER_YEAR,),
    readings=(COUNT_REQUIRES_MINUTES, PREPARATORY_DAYS),
    certain=enough_anyway,
)
def sittings_held(case: Case, association: Association) -> Measure:
    """At least so many sittings in the school year, counted with signed minutes."""
    least, end = case.value(SITTINGS_MIN_PER_YEAR), case.index.settled_end
    rows = case.index.held_in_year(association, case.setting(PREPARATORY_DAYS))
    if end < case.calendar.end:
        rows = [row for row in rows if row.held_on and row.held_on <= end]
    if case.setting(COUNT_REQUIRES_MINUTES):
        rows = [row for row in rows if signed(case, row)]
    if len(rows) >= least:
        outcome = SittingsHeld.ENOUGH
    elif case.open_until(end):
        outcome = SittingsHeld.OPEN
    else:
        outcome = SittingsHeld.TOO_FEW if whole_year(case, association) else SittingsHeld.PART_OF_YEAR
    return found(outcome, limit=least, facts=[row.id for row in rows], count=len(rows), least=least, end=end)


class SignedMinutes(Outcome):
    """ST-2 and CN-10."""

    SIGNED = passed()
    UNSIGNED = major(Next.SIGN_MINUTES)
    OPEN = pending(Next.SIGN_MINUTES)


@rule(
    "ST-2",
    per=targets.association_sittings,
    table=SignedMinutes,
    clauses=("S33U 5.5", "VARU 5.5"),
    due=Due.CLOSE,
    subject=SubjectKind.SITTING,
    needs=(ASSOCIATION_MINUTES,),
)
def association_minutes(case: Case, record: HeldSitting) -> Measure:
    """Every held sitting has signed minutes."""
    return minutes_signed(case, record[1])


def minutes_signed(case: Case, sitting: Sitting) -> Measure:
    """Minutes of one sitting, owed until the year closes."""
    limit, held = case.calendar.close_date, sitting.held_on
    if signed(case, sitting):
        on = sitting.minutes_signed_on
        return found(SignedMinutes.SIGNED, limit=limit, facts=[sitting.id], held=held, on=on)
    outcome = SignedMinutes.OPEN if case.open_until(limit) else SignedMinutes.UNSIGNED
    return found(outcome, limit=limit, facts=[sitting.id], held=held)


class ResolutionAdopted(Outcome):
    """ST-3."""

    ADOPTED = passed()
    NONE = minor(Next.ADOPT_RESOLUTION)
    OPEN = pending(Next.ADOPT_RESOLUTION)


@rule(
    "ST-3",
    per=targets.association_sittings,
    table=ResolutionAdopted,
    clauses=("S33U 5.5", "VARU 5.5"),
    due=Due.CLOSE,
    subject=SubjectKind.SITTING,
    needs=(ASSOCIATION_RESOLUTIONS,),
)
def resolution_adopted(case: Case, record: HeldSitting) -> Measure:
    """Every held sitting adopts at least one resolution."""
    sitting, limit = record[1], case.calendar.close_date
    if sitting.resolutions:
        outcome = ResolutionAdopted.ADOPTED
    else:
        outcome = ResolutionAdopted.OPEN if case.open_until(limit) else ResolutionAdopted.NONE
    count = len(sitting.resolutions)
    return found(outcome, limit=limit, facts=[sitting.id], held=sitting.held_on, count=count)


class YearEndReview(Outcome):
    """ST-5."""

    STATED = passed()
    NO_SITTING = major(Next.STATE_RECOMMENDATIONS)
    NOT_STATED = major(Next.STATE_RECOMMENDATIONS)
    ANOTHER_SPEAKER = major(Next.STATE_RECOMMENDATIONS)
    NO_ANALYSIS = major(Next.STATE_RECOMMENDATIONS)
    OPEN = pending(Next.STATE_RECOMMENDATIONS)


@rule(
    "ST-5",
    per=targets.associations,
    table=YearEndReview,
    clauses=("S33U 5.7", "VARU 5.7"),
    due=Due.YEAR_END,
    subject=SubjectKind.ASSOCIATION,
    needs=(YEAR_END_REVIEW_BY,),
)
def year_end_review(case: Case, association: Association) -> Measure:
    """The deputy's analysis and recommendations are stated at the year's last sitting."""
    by, end = case.value(YEAR_END_REVIEW_BY), case.calendar.end
    wanted = case.roles(YEAR_END_REVIEW_BY)
    if case.open_until(end):
        return found(YearEndReview.OPEN, limit=end, by=wanted)
    held = case.index.held_in_year(association)
    if not held:
        return found(YearEndReview.NO_SITTING, limit=end, by=wanted)
    last = held[-1]
    stated = [item for item in last.items if item.kind is ItemKind.RECOMMENDATIONS]
    analysed = [row for row in association.reviews if row.on <= end]
    if not stated:
        outcome = YearEndReview.NOT_STATED
    elif not any(case.spoken_by(item, last, by) for item in stated):
        outcome = YearEndReview.ANOTHER_SPEAKER
    else:
        outcome = YearEndReview.STATED if analysed else YearEndReview.NO_ANALYSIS
    facts = [last.id, *(item.id for item in stated), *(row.id for row in analysed)]
    return found(outcome, limit=end, facts=facts, by=wanted, held=last.held_on, speaker=speaker(stated))


def speaker(items: list[Item]) -> Role | None:
    """Office of the first speaker, for the explanation."""
    return next((item.speaker_role for item in items if item.speaker_role), None)
