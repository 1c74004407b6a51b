"""Votes at a sitting: taken openly, by name or in secret, and measured by the charter's own quorum and majority."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from apps.audit.domain.record import record_event
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings import live_errors
from apps.sittings.domain.agenda import item_for_change
from apps.sittings.domain.session import in_session, mark_heard
from apps.sittings.enums import BallotKind, Choice, ItemState, MotionResult, MotionState, SittingState
from apps.sittings.models import AgendaItem, Attendance, Ballot, Motion, Sitting, Vote
from apps.sittings.queries.presence import is_there, members_there, rules_of
from apps.sittings.queries.rules import SittingRules


@dataclass(frozen=True, slots=True)
class Totals:
    """A count of hands. Guests' hands are noted apart and never counted."""

    yes: int
    no: int = 0
    abstained: int = 0
    invited: int = 0

    @property
    def cast(self) -> int:
        """Votes of members, abstentions included."""
        return self.yes + self.no + self.abstained


def result_of(rules: SittingRules, present: int, totals: Totals) -> MotionResult:
    """What a vote comes to under the rules of the sitting.

    More votes than members in the room, or a charter without a majority rule, are left to a person.
    """
    least, share = rules.least, rules.majority.value
    if least is not None and present < least:
        return MotionResult.NO_QUORUM
    if share is None or totals.cast > present:
        return MotionResult.UNCLEAR
    base = base_of(rules, present, totals)
    won = share.denominator * totals.yes > share.numerator * base
    return MotionResult.ADOPTED if won else MotionResult.REJECTED


def base_of(rules: SittingRules, present: int, totals: Totals) -> int:
    """The number of which the majority is taken."""
    bases = {"yes_plus_no": totals.yes + totals.no, "present": present, "members": len(rules.members)}
    return bases.get(rules.base, totals.cast)


@transaction.atomic
def open_motion(
    *, by: Actor, item: AgendaItem, text: str, ballot: BallotKind, at: datetime, seen: int | None = None
) -> Motion:
    """Put a question to the vote.

    Args:
        seen: how many votes on this question the caller has seen; more of them by now refuse the deed.

    Raises:
        Fault: not permitted, not open, no words, the item is dropped or has an open vote, another vote was taken meanwhile.
    """
    sitting = in_session(by, item.sitting)
    if not text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    row = item_for_change(item, seen=None)
    if row.state is ItemState.DROPPED:
        raise live_errors.ITEM_CLOSED()
    rows = list(Motion.objects.filter(item=row).order_by("number"))
    if seen is not None and len(rows) != seen:
        last = rows[-1] if rows else None
        raise live_errors.ROW_CHANGED(field="seen", what=row.text[:80], theirs=last and (last.result or last.state))
    still_open = next((one for one in rows if one.state is MotionState.OPEN), None)
    if still_open:
        raise live_errors.MOTION_OPEN(text=still_open.text[:80])
    motion = Motion.objects.create(
        item=row, number=len(rows) + 1, text=text.strip(), ballot=ballot, state=MotionState.OPEN, opened_at=at
    )
    if row.opened_at is None:
        row.opened_at = at
        row.store("opened_at")
    _note(by, sitting, "motion.opened", {"motion": motion.pk, "ballot": ballot.value})
    return motion


def _note(by: Actor, sitting: Sitting, action: str, data: dict[str, Any]) -> None:
    record_event(by=by, action=action, subject=("sitting", sitting.pk), data=data)


@transaction.atomic
def cast_ballot(*, by: Actor, motion: Motion, person: Person, choice: Choice) -> Ballot:
    """Vote once. A guest's ballot is marked and not counted; of a secret vote only the count is kept, never who chose what.

    Raises:
        Fault: not one's own ballot, not permitted, closed, not in the room, voted already.
    """
    sitting = motion.item.sitting
    own = by.person_id == person.pk
    if own:
        require(by, Permission.SCHOOL_READ)
    elif motion.ballot is BallotKind.NAMED:
        require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    else:
        raise live_errors.NOT_OWN_BALLOT()
    row = Motion.objects.select_for_update(of=("self",)).select_related("item__sitting").get(pk=motion.pk)
    if row.state is not MotionState.OPEN or row.item.sitting.state is not SittingState.OPEN:
        raise live_errors.MOTION_CLOSED()
    here = Attendance.objects.filter(sitting=sitting, person=person).first()
    if here is None or not is_there(here):
        raise live_errors.NOT_PRESENT(person=person.short_name)
    if Ballot.objects.filter(motion=row, person=person).exists():
        raise live_errors.ALREADY_VOTED(person=person.short_name)
    guest = here.kind is not AttendanceKind.MEMBER or person.pk not in rules_of(row.item.sitting).members
    secret = row.ballot is BallotKind.SECRET
    ballot = Ballot.objects.create(motion=row, person=person, choice=None if secret else choice, invited=guest)
    counted = "invited_ballots" if guest else choice.value
    Motion.objects.filter(pk=row.pk).update(**{counted: F(counted) + 1})
    _note(by, sitting, "ballot.cast", {"motion": row.pk, "own": own})
    return ballot


@transaction.atomic
def close_motion(
    *,
    by: Actor,
    motion: Motion,
    at: datetime,
    totals: Totals | None = None,
    adopted: bool | None = None,
    seen: int | None = None,
) -> Motion:
    """Count a vote and say what it came to, with the quorum and the majority as they were applied.

    Args:
        totals: the count of hands of an open vote; ballots count themselves.
        adopted: what a person decides where the rules leave it open; it never overrules them.

    Raises:
        Fault: not permitted, not open, closed already, no count.
    """
    sitting = in_session(by, motion.item.sitting)
    row = Motion.objects.select_for_update(of=("self",)).select_related("item__sitting").get(pk=motion.pk)
    if row.state is MotionState.CLOSED:
        raise live_errors.ROW_CHANGED(what=row.text[:80], theirs=row.result) if seen else live_errors.MOTION_CLOSED()
    if totals is None and row.ballot is BallotKind.OPEN and not row.cast:
        raise live_errors.TOTALS_MISSING(field="yes")
    if totals is None or row.ballot is not BallotKind.OPEN:
        totals = Totals(row.yes, row.no, row.abstained, row.invited_ballots)
    rules = rules_of(sitting)
    here = members_there(Attendance.objects.filter(sitting=sitting), rules)
    result = result_of(rules, len(here), totals)
    row.yes, row.no, row.abstained, row.invited_ballots = totals.yes, totals.no, totals.abstained, totals.invited
    row.state, row.present, row.result, row.closed_at = MotionState.CLOSED, here, result, at
    row.rule = applied(rules, len(here), totals)
    row.store("yes", "no", "abstained", "invited_ballots", "state", "present", "result", "closed_at", "rule")
    _decide(row, sitting, result, at, adopted=adopted)
    _note(by, sitting, "motion.closed", {"motion": row.pk, "result": result.value})
    return row


def applied(rules: SittingRules, present: int, totals: Totals) -> Mapping[str, Any]:
    """The rules of a vote with the numbers they gave, for the record."""
    return {
        "quorum": rules.quorum.as_json(),
        "majority": rules.majority.as_json(),
        "members": len(rules.members),
        "least": rules.least,
        "present": present,
        "base": rules.base,
        "base_count": base_of(rules, present, totals),
    }


def _decide(motion: Motion, sitting: Sitting, result: MotionResult, at: datetime, *, adopted: bool | None) -> None:
    """The last vote on a question decides it."""
    known = {MotionResult.ADOPTED: True, MotionResult.REJECTED: False, MotionResult.NO_QUORUM: False}
    row = AgendaItem.objects.select_for_update().get(pk=motion.item_id)
    row.adopted = known.get(result, adopted)
    mark_heard(row, sitting, at)
    row.save(update_fields=["adopted"])
    values = {
        "yes": motion.yes,
        "no": motion.no,
        "abstained": motion.abstained,
        "invited_ballots": motion.invited_ballots,
    }
    Vote.objects.update_or_create(item=row, defaults=values)
