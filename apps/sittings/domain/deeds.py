"""Deeds of a sitting in session as doors hand them over: one shape for the page, for a phone that was without a line, and for programs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from apps.core.actor import Actor
from apps.people.models import Person
from apps.rulebook.enums import ItemKind
from apps.sittings import live_errors
from apps.sittings.domain import motions, session
from apps.sittings.domain.agenda import add_item, drop_item
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.motions import Totals
from apps.sittings.enums import BallotKind, Choice, LiveDeed, Presence
from apps.sittings.models import AgendaItem, Motion, Sitting


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed with what it needs.

    Attributes:
        seen: what the caller has seen of the row it changes: notes of a person, votes on a question, version of the sitting.
    """

    name: LiveDeed
    person: Person | None = None
    item: AgendaItem | None = None
    motion: Motion | None = None
    state: Presence | None = None
    ballot: BallotKind = BallotKind.OPEN
    choice: Choice | None = None
    text: str = ""
    totals: Totals | None = None
    adopted: bool | None = None
    kind: ItemKind = ItemKind.OTHER
    due_on: date | None = None
    secretary: Person | None = None
    seen: int | None = None


def perform(*, by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    """Do it, and say what came of it: numbers of rows and results.

    Args:
        at: the moment it was done.

    Raises:
        Fault: something it needs is missing, and whatever its verb raises.
    """
    return _DEEDS[deed.name](by, sitting, deed, at)


def _item(deed: Deed) -> AgendaItem:
    if deed.item is None:
        raise live_errors.ITEM_MISSING(field="item")
    return deed.item


def _person(deed: Deed) -> Person:
    if deed.person is None:
        raise live_errors.PERSON_UNKNOWN(field="person")
    return deed.person


def _motion(deed: Deed) -> Motion:
    if deed.motion is None:
        raise live_errors.MOTION_MISSING(field="motion")
    return deed.motion


def _open(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    return {"state": session.open_sitting(by=by, sitting=sitting, at=at).state.value}


def _presence(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    if deed.state is None:
        raise live_errors.STATE_MISSING(field="state")
    row = session.note_presence(by=by, sitting=sitting, person=_person(deed), state=deed.state, at=at, seen=deed.seen)
    return {"person": row.person_id, "notes": len(row.marks)}


def _officers(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    row = session.name_officers(by=by, sitting=sitting, chair=deed.person, secretary=deed.secretary, seen=deed.seen)
    return {"version": row.row_version}


def _add(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    item = ItemInput(text=deed.text, kind=deed.kind, speaker=deed.person)
    return {"item": add_item(by=by, sitting=sitting, item=item, on=session.day_of(at)).pk}


def _start(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    return {"item": session.start_item(by=by, item=_item(deed), at=at).pk}


def _finish(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    return {"item": session.finish_item(by=by, item=_item(deed), at=at).pk}


def _drop(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    return {"item": drop_item(by=by, item=_item(deed)).pk}


def _speech(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    row = session.note_speech(by=by, item=_item(deed), text=deed.text, person=deed.person, at=at)
    return {"item": row.pk, "speeches": len(row.speeches)}


def _vote(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    """A show of hands, opened and counted at once."""
    if deed.totals is None:
        raise live_errors.TOTALS_MISSING(field="yes")
    item = _item(deed)
    text = deed.text.strip() or item.text
    motion = motions.open_motion(by=by, item=item, text=text, ballot=BallotKind.OPEN, at=at, seen=deed.seen)
    return _told(motions.close_motion(by=by, motion=motion, totals=deed.totals, adopted=deed.adopted, at=at))


def _open_motion(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    item = _item(deed)
    text = deed.text.strip() or item.text
    return _told(motions.open_motion(by=by, item=item, text=text, ballot=deed.ballot, at=at, seen=deed.seen))


def _ballot(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    if deed.choice is None:
        raise live_errors.STATE_MISSING(field="choice")
    row = motions.cast_ballot(by=by, motion=_motion(deed), person=_person(deed), choice=deed.choice)
    return {"motion": row.motion_id, "counted": not row.invited}


def _count(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    motion = _motion(deed)
    return _told(motions.close_motion(by=by, motion=motion, totals=deed.totals, adopted=deed.adopted, at=at))


def _told(motion: Motion) -> dict[str, Any]:
    result = motion.result.value if motion.result else None
    return {"motion": motion.pk, "state": motion.state.value, "result": result, "rule": motion.rule}


def _resolution(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    row = session.note_resolution(
        by=by, sitting=sitting, item=deed.item, text=deed.text, responsible=deed.person, due_on=deed.due_on, at=at
    )
    return {"resolution": row.pk, "number": row.number}


def _close(by: Actor, sitting: Sitting, deed: Deed, at: datetime) -> dict[str, Any]:
    row = session.close_sitting(by=by, sitting=sitting, at=at)
    return {"state": row.state.value, "held_on": row.held_on.isoformat() if row.held_on else None}


_DEEDS: dict[LiveDeed, Callable[[Actor, Sitting, Deed, datetime], dict[str, Any]]] = {
    LiveDeed.OPEN: _open,
    LiveDeed.PRESENCE: _presence,
    LiveDeed.OFFICERS: _officers,
    LiveDeed.ADD: _add,
    LiveDeed.START: _start,
    LiveDeed.FINISH: _finish,
    LiveDeed.DROP: _drop,
    LiveDeed.SPEECH: _speech,
    LiveDeed.VOTE: _vote,
    LiveDeed.MOTION: _open_motion,
    LiveDeed.BALLOT: _ballot,
    LiveDeed.COUNT: _count,
    LiveDeed.RESOLUTION: _resolution,
    LiveDeed.CLOSE: _close,
}
