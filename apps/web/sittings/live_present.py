"""What the live page draws: people with their buttons, the meter, the question at hand, votes with the rule that measures them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.rulebook.enums import AttendanceKind
from apps.rulebook.text import Text
from apps.sittings.enums import BallotKind, Choice, ItemState, MotionResult, MotionState, Presence, SittingState
from apps.sittings.models import AgendaItem, Attendance, Ballot, Motion, Resolution, Sitting
from apps.sittings.phrases import DECISIONS
from apps.sittings.queries.presence import is_there, members_there, state_of
from apps.sittings.queries.rules import Share, SittingRules
from apps.web.blocks.papers import Provenance, Quorum
from apps.web.findings.present import reader_language

BUTTONS = (Presence.PRESENT, Presence.LATE, Presence.LEFT, Presence.EXCUSED, Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Someone on the list. `buttons` are (value sent, words, pressed, counts as here)."""

    id: int
    name: str
    guest: bool
    counts: bool
    here: bool
    state: str
    buttons: Sequence[tuple[str, str, bool, bool]]


@dataclass(frozen=True, slots=True)
class MotionLine:
    """A vote. `waiting` are those who may still vote by name; `mine` whether the reader may."""

    row: Motion
    way: str
    result: str
    cast: int
    rule: str
    waiting: Sequence[tuple[int, str]]
    mine: bool


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A question with what happened to it."""

    row: AgendaItem
    current: bool
    state: str
    here: int | None
    motions: Sequence[MotionLine]
    resolutions: Sequence[Resolution]


def live_values(sitting: Sitting, actor: Actor, asked: int | None) -> dict[str, Any]:
    """Everything the page shows. Six queries."""
    language = reader_language()
    attendance = list(
        Attendance.objects.filter(sitting=sitting)
        .select_related("person")
        .order_by("kind", "person__family_name", "person__given_name", "pk")
    )
    items = list(AgendaItem.objects.filter(sitting=sitting).select_related("speaker").order_by("position"))
    motions = list(Motion.objects.filter(item__sitting=sitting).order_by("item", "number"))
    ballots = list(Ballot.objects.filter(motion__in=[row.pk for row in motions if row.state is MotionState.OPEN]))
    resolutions = list(Resolution.objects.filter(sitting=sitting).select_related("responsible").order_by("number"))
    is_open = sitting.state is SittingState.OPEN
    rules = SittingRules.of(sitting.frozen) if sitting.frozen else None
    here = members_there(attendance, rules) if rules else []
    at_hand = _at_hand(items, asked)
    people = [_person(row, rules) for row in attendance]
    voted = {(row.motion_id, row.person_id) for row in ballots}
    return {
        "sitting": sitting,
        "is_open": is_open,
        "may_record": actor.may(Permission.SITTING_RECORD, body_id=sitting.body_id),
        "people": people,
        "meter": meter_of(rules, len(here)) if rules else None,
        "majority": majority_words(rules, language) if rules else "",
        "items": [
            ItemLine(
                row=item,
                current=item.pk == at_hand,
                state=item.state.label.in_(language),
                here=len(item.present) if item.present is not None else None,
                motions=[_motion(row, item, attendance, voted, actor) for row in motions if row.item_id == item.pk],
                resolutions=[row for row in resolutions if row.item_id == item.pk],
            )
            for item in items
        ],
        "others": [row for row in resolutions if row.item_id is None],
        "phrases": [text.in_(language) for text in DECISIONS],
        "choices": [(choice.value, choice.label.in_(language)) for choice in Choice],
        "ways": [(way.value, way.label.in_(language)) for way in BallotKind if way is not BallotKind.OPEN],
        "me": actor.person_id,
    }


def _at_hand(items: Sequence[AgendaItem], asked: int | None) -> int | None:
    """The question the page is about: the one asked for, else the one that is open, else the next."""
    if any(item.pk == asked for item in items):
        return asked
    waiting = [item for item in items if item.state is ItemState.LISTED]
    started = [item for item in waiting if item.opened_at is not None]
    return next((item.pk for item in (*started, *waiting)), None)


def _person(row: Attendance, rules: SittingRules | None) -> PersonLine:
    now, language = state_of(row), reader_language()
    guest = row.kind is AttendanceKind.INVITED
    seen = len(row.marks)
    return PersonLine(
        id=row.person_id,
        name=row.person.full_name,
        guest=guest,
        counts=not guest and rules is not None and row.person_id in rules.members,
        here=is_there(row),
        state=now.label.in_(language) if now else "",
        buttons=[
            (
                f"{row.person_id}:{state.value}:{seen}",
                _short(state),
                now is state,
                state in (Presence.PRESENT, Presence.LATE),
            )
            for state in BUTTONS
        ],
    )


def _short(state: Presence) -> str:
    """A word that fits on a button."""
    return {
        Presence.PRESENT: _("here"),
        Presence.LATE: _("came late"),
        Presence.LEFT: _("left"),
        Presence.EXCUSED: _("excused"),
        Presence.ABSENT: _("not here"),
    }[state]


def _motion(
    row: Motion, item: AgendaItem, attendance: Sequence[Attendance], voted: set[tuple[int, int]], actor: Actor
) -> MotionLine:
    language = reader_language()
    is_open = row.state is MotionState.OPEN
    waiting = [
        (one.person_id, one.person.short_name)
        for one in attendance
        if is_open and is_there(one) and (row.pk, one.person_id) not in voted
    ]
    return MotionLine(
        row=row,
        way=row.ballot.label.in_(language),
        result=_result(row, item, language),
        cast=sum(motion == row.pk for motion, _person in voted),
        rule=applied_words(row, language),
        waiting=waiting if row.ballot is BallotKind.NAMED else [],
        mine=any(number == actor.person_id for number, _name in waiting),
    )


def _result(row: Motion, item: AgendaItem, language: str) -> str:
    """What a vote came to; where the rules leave it open, what the one who keeps the minutes has said."""
    if row.result is MotionResult.UNCLEAR and item.adopted is not None:
        return (MotionResult.ADOPTED if item.adopted else MotionResult.REJECTED).label.in_(language)
    return row.result.label.in_(language) if row.result else ""


def applied_words(motion: Motion, language: str) -> str:
    """The rules as they were applied to a vote, in one line."""
    if not motion.rule:
        return ""
    words = [_("present: %(present)d of %(members)d") % motion.rule]
    if motion.rule["least"] is not None:
        words.append(_("needed: %(least)d") % motion.rule)
    share = Share.of(motion.rule["majority"])
    if share.value is not None:
        words.append(_("more than %(share)s of %(base)d") % {"share": share.value, "base": motion.rule["base_count"]})
    document = document_of(share if share.document else Share.of(motion.rule["quorum"]), language)
    return " · ".join((*words, document) if document else words)


def majority_words(rules: SittingRules, language: str) -> str:
    """The majority rule with its place; that nothing regulates it, where nothing does."""
    if rules.majority.value is None:
        return _("The charter has no majority rule; the one who keeps the minutes says whether it is adopted.")
    words = _("Adopted by more than %(share)s: %(base)s") % {
        "share": rules.majority.value,
        "base": rules.base_label.in_(language),
    }
    document = document_of(rules.majority, language)
    return f"{words} · {document}" if document else words


def document_of(share: Share, language: str) -> str:
    """`Методикалык кеңеш жөнүндө жобо, 7.7-пункт`."""
    if share.document is None:
        return ""
    name = Text(*share.document).in_(language)
    return _("%(document)s, clause %(clause)s") % {"document": name, "clause": share.clause} if share.clause else name


def meter_of(rules: SittingRules, here: int) -> Quorum:
    """The quorum meter as it stands now."""
    least = rules.least
    words = document_of(rules.quorum, reader_language())
    verdict = "NR" if least is None else "PASS" if here >= least else "PENDING"
    return Quorum(here, len(rules.members), least, verdict, Provenance(words) if words else None)
