"""Rules of the council's sittings: notice, quorum, majority, minutes."""

from datetime import date, timedelta
from fractions import Fraction

from apps.rulebook.checks import targets
from apps.rulebook.checks.base import (
    Due,
    Measure,
    Outcome,
    blocking,
    found,
    major,
    minor,
    not_applicable,
    passed,
    pending,
    review,
    rule,
)
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import announced_on
from apps.rulebook.checks.membership import members_present, membership, serving_members
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.checks.sittings import SignedMinutes, minutes_signed
from apps.rulebook.enums import SubjectKind
from apps.rulebook.facts import Council, Item, Sitting, Vote
from apps.rulebook.parameters.councils import (
    AGENDA_NOTICE_DAYS,
    COUNCIL_MINUTES,
    MAJORITY_FRACTION,
    QUORUM_FRACTION,
)
from apps.rulebook.parameters.settings import MAJORITY_BASE, NOTICE_COUNT, QUORUM_BASIS, QUORUM_MEMBERS

Notice = tuple[Sitting, Item | None]
Decision = tuple[Council, Sitting, Item]


def notice_days(case: Case, announced: date, held: date) -> int:
    """Days of notice under the reading being tried."""
    difference = (held - announced).days
    return difference - 1 if case.setting(NOTICE_COUNT) == "clear_days" else difference


class AgendaNotice(Outcome):
    """CN-7."""

    IN_TIME = passed()
    TOO_LATE = major(Next.ANNOUNCE_EARLIER)
    ITEM_TOO_LATE = minor(Next.ANNOUNCE_EARLIER)
    NOT_ANNOUNCED = major(Next.RECORD_ANNOUNCEMENT)
    OPEN = pending(Next.ANNOUNCE_EARLIER)
    SHORT_SO_FAR = pending(Next.MOVE_SITTING)
    PAST_THE_DAY = pending(Next.MOVE_SITTING)


@rule(
    "CN-7",
    per=targets.council_notices,
    table=AgendaNotice,
    clauses=("MK 7.5",),
    due=Due.EACH_SITTING,
    subject=SubjectKind.SITTING,
    needs=(AGENDA_NOTICE_DAYS,),
    readings=(NOTICE_COUNT,),
)
def agenda_notice(case: Case, record: Notice) -> Measure:
    """The agenda is announced at least so many days before the sitting; a later item is judged by itself."""
    sitting, item = record
    least = case.value(AGENDA_NOTICE_DAYS)
    held = sitting.held_on if case.index.done(sitting.held_on) else None
    day = held or sitting.planned_on or case.as_of
    limit = day - timedelta(days=least)
    announced = announced_on(sitting, day) if item is None else item.announced_on
    facts = [sitting.id] if item is None else [sitting.id, item.id]
    if announced is None or announced > case.as_of:
        if held is None and not case.open_until(limit):
            return found(AgendaNotice.PAST_THE_DAY, limit=day, facts=facts, held=day, least=least, last=limit)
        outcome = AgendaNotice.OPEN if held is None else AgendaNotice.NOT_ANNOUNCED
        return found(outcome, limit=limit, facts=facts, held=day, least=least)
    days = notice_days(case, announced, day)
    if days >= least:
        outcome = AgendaNotice.IN_TIME
    elif held is None:
        outcome, limit = AgendaNotice.SHORT_SO_FAR, day
    else:
        outcome = AgendaNotice.TOO_LATE if item is None else AgendaNotice.ITEM_TOO_LATE
    return found(outcome, limit=limit, facts=facts, held=day, least=least, announced=announced, days=days)


class Quorum(Outcome):
    """CN-8."""

    REACHED = passed()
    NOT_REACHED = blocking(Next.REPEAT_DECISION)
    NOT_RECORDED = review(Next.RECORD_VOTE)


def quorum_anyway(case: Case, record: Decision, measure: Measure) -> bool:
    """True when everybody on the order still serves and enough of them voted too."""
    council, sitting, item = record
    least, on = measure.values.get("least"), sitting.held_on or case.as_of
    if measure.outcome is not Quorum.REACHED or item.vote is None or not isinstance(least, int):
        return False
    return item.vote.cast >= least and membership(case, council, on) <= serving_members(case, council, on)


@rule(
    "CN-8",
    per=targets.council_decisions,
    table=Quorum,
    clauses=("MK 7.7",),
    due=Due.EACH_DECISION,
    subject=SubjectKind.ITEM,
    needs=(QUORUM_FRACTION,),
    readings=(QUORUM_BASIS, QUORUM_MEMBERS),
    certain=quorum_anyway,
)
def quorum(case: Case, record: Decision) -> Measure:
    """Members present are at least the required share of the membership; exactly that share is enough."""
    council, sitting, item = record
    share = case.value(QUORUM_FRACTION)
    members = membership(case, council, sitting.held_on or case.as_of)
    least = least_present(len(members), share)
    count = quorum_count(case, sitting, item, members)
    if count is None or not members:
        return found(Quorum.NOT_RECORDED, limit=least, facts=[sitting.id, item.id], members=len(members), share=share)
    outcome = Quorum.REACHED if share.denominator * count >= share.numerator * len(members) else Quorum.NOT_REACHED
    facts = [sitting.id, item.id]
    return found(outcome, limit=least, facts=facts, members=len(members), share=share, count=count, least=least)


def quorum_count(case: Case, sitting: Sitting, item: Item, members: frozenset[str]) -> int | None:
    """Those who count for the quorum, never more than were present; nothing when the record does not say."""
    present = len(members_present(case, sitting, members, item)) if sitting.attendance else None
    if case.setting(QUORUM_BASIS) == "voting" and item.vote is not None:
        return item.vote.cast if present is None else min(item.vote.cast, present)
    return present


def least_present(members: int, share: Fraction) -> int:
    """Smallest number of persons that is at least `share` of `members`."""
    return -(-members * share.numerator // share.denominator)


class Majority(Outcome):
    """CN-9."""

    REACHED = passed()
    NOT_REACHED = blocking(Next.REPEAT_DECISION)
    NO_QUORUM = not_applicable()
    NOT_RECORDED = review(Next.RECORD_VOTE)
    MORE_VOTES_THAN_MEMBERS = review(Next.RECORD_VOTE)


def majority_anyway(case: Case, record: Decision, measure: Measure) -> bool:
    """True when the votes suffice of all who were present, the largest base that readings admit."""
    _, sitting, item = record
    if measure.outcome is not Majority.REACHED or item.vote is None:
        return False
    share = case.value(MAJORITY_FRACTION)
    return share.denominator * item.vote.yes > share.numerator * max(len(sitting.attendance), item.vote.cast)


@rule(
    "CN-9",
    per=targets.council_decisions,
    table=Majority,
    clauses=("MK 7.7",),
    due=Due.EACH_DECISION,
    subject=SubjectKind.ITEM,
    needs=(MAJORITY_FRACTION,),
    readings=(MAJORITY_BASE,),
    certain=majority_anyway,
)
def majority(case: Case, record: Decision) -> Measure:
    """Votes for the decision are more than the required share of the base; a tie fails, nobody has a casting vote."""
    council, sitting, item = record
    share, vote, facts = case.value(MAJORITY_FRACTION), item.vote, [sitting.id, item.id]
    members = membership(case, council, sitting.held_on or case.as_of)
    present = members_present(case, sitting, members, item)
    count = quorum_count(case, sitting, item, members) if sitting.attendance else None
    if lacks_quorum(case, count, len(members)):
        return found(Majority.NO_QUORUM, facts=facts, present=count, members=len(members))
    if vote is None or count is None:
        return found(Majority.NOT_RECORDED, facts=facts, share=share)
    if vote.cast > len(present):
        return found(Majority.MORE_VOTES_THAN_MEMBERS, facts=facts, cast=vote.cast, present=len(present))
    base = majority_base(case, vote, len(present), len(members))
    won = share.denominator * vote.yes > share.numerator * base
    limit = share * base
    outcome = Majority.REACHED if won else Majority.NOT_REACHED
    return found(
        outcome, limit=limit, facts=facts, yes=vote.yes, no=vote.no, abstained=vote.abstained, base=base, share=share
    )


def lacks_quorum(case: Case, count: int | None, members: int) -> bool:
    """True when a quorum is required and those who count for it are fewer."""
    share = case.maybe(QUORUM_FRACTION)
    return share is not None and count is not None and count < least_present(members, share)


def majority_base(case: Case, vote: Vote, present: int, members: int) -> int:
    """The number of which the share is taken, under the reading being tried."""
    match case.setting(MAJORITY_BASE):
        case "yes_plus_no":
            return vote.yes + vote.no
        case "present":
            return present
        case "members":
            return members
        case _:
            return vote.cast


@rule(
    "CN-10",
    per=targets.council_sittings,
    table=SignedMinutes,
    clauses=("MK 7.5", "IMK 5.3"),
    due=Due.CLOSE,
    subject=SubjectKind.SITTING,
    needs=(COUNCIL_MINUTES,),
)
def council_minutes(case: Case, record: tuple[Council, Sitting]) -> Measure:
    """Every held sitting of the council has signed minutes."""
    return minutes_signed(case, record[1])
