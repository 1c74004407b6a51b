"""Everything the protocol of a sitting says, as plain values: what is sealed, and what papers and pages are made of."""

from collections.abc import Iterable, Mapping
from typing import Any

from apps.people.models import Person
from apps.rulebook.enums import AttendanceKind
from apps.sittings.enums import ItemState, Presence, SittingState
from apps.sittings.models import AgendaItem, Attendance, Minutes, Motion, Resolution, Sitting
from apps.sittings.queries.rules import SittingRules, rules_for

Content = dict[str, Any]


def content_of(sitting: Sitting, minutes: Minutes) -> Content:
    """The content of the protocol. Ten queries at the most."""
    items = list(AgendaItem.objects.filter(sitting=sitting).select_related("speaker", "vote").order_by("position"))
    attendance = list(
        Attendance.objects.filter(sitting=sitting)
        .select_related("person")
        .order_by("person__family_name", "person__given_name", "pk")
    )
    resolutions = list(Resolution.objects.filter(sitting=sitting).select_related("responsible").order_by("number"))
    motions = list(Motion.objects.filter(item__sitting=sitting).order_by("item__position", "number"))
    rules = _rules(sitting)
    return {
        "version": 1,
        "body": {"id": sitting.body_id, "name": sitting.body.name},
        "number": minutes.number,
        "year": sitting.year.start_year,
        "language": minutes.language,
        "held_on": _iso(sitting.held_on),
        "starts_at": sitting.starts_at.isoformat("minutes") if sitting.starts_at else None,
        "place": sitting.place,
        "chair": _person(minutes.chair),
        "secretary": _person(minutes.secretary),
        "chair_signed_on": _iso(minutes.chair_signed_on),
        "secretary_signed_on": _iso(minutes.secretary_signed_on),
        "quorum": {"members": len(rules.members), "least": rules.least, "clause": rules.quorum.as_json()},
        "attendance": [_attendance(row) for row in attendance],
        "items": [_item(item, motions, resolutions, closed=sitting.closed_at is not None) for item in items],
        "resolutions": [_resolution(row) for row in resolutions if row.item_id is None],
        "text": minutes.text,
        "record": record_of(items, attendance, resolutions),
    }


def record_of(
    items: Iterable[AgendaItem], attendance: Iterable[Attendance], resolutions: Iterable[Resolution]
) -> Content:
    """The parts of the record that may never change after the seal, by number and without names.

    Who carries out a resolution and until when may be changed later, with a trace of its own; the seal keeps what was decided.
    """
    return {
        "items": [[row.position, row.text, row.adopted, _totals(row)] for row in items],
        "attendance": sorted([row.person_id, row.kind.value, row.present] for row in attendance),
        "resolutions": [[row.number, row.text] for row in sorted(resolutions, key=lambda row: row.number)],
    }


def _rules(sitting: Sitting) -> SittingRules:
    if sitting.frozen:
        return SittingRules.of(sitting.frozen)
    day = sitting.held_on or sitting.planned_on
    if day is None or sitting.state is SittingState.CANCELLED:
        message = f"Sitting {sitting.pk} has no day."
        raise ValueError(message)
    return rules_for(sitting.body, day)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _person(person: Person | None) -> Mapping[str, Any] | None:
    return {"id": person.pk, "name": person.short_name} if person else None


def _totals(item: AgendaItem) -> list[int] | None:
    vote = getattr(item, "vote", None)
    return [vote.yes, vote.no, vote.abstained, vote.invited_ballots] if vote else None


def _attendance(row: Attendance) -> Content:
    came_late = any(mark["state"] == Presence.LATE.value for mark in row.marks)
    left = bool(row.marks) and row.marks[-1]["state"] == Presence.LEFT.value
    return {
        "id": row.person_id,
        "name": row.person.short_name,
        "guest": row.kind is AttendanceKind.INVITED,
        "present": row.present,
        "reason": row.reason,
        "late": came_late,
        "left": left,
    }


def _resolution(row: Resolution) -> Content:
    return {
        "number": row.number,
        "text": row.text,
        "responsible": _person(row.responsible),
        "due_on": _iso(row.due_on),
    }


def _item(item: AgendaItem, motions: list[Motion], resolutions: list[Resolution], *, closed: bool) -> Content:
    return {
        "position": item.position,
        "text": item.text,
        "dropped": item.state is ItemState.DROPPED,
        "unheard": closed and item.state is ItemState.LISTED,
        "added_on": _iso(item.announced_on),
        "speaker": _person(item.speaker),
        "speaker_role": item.speaker_role.value if item.speaker_role else None,
        "speeches": [{"name": row.get("name", ""), "text": row.get("text", "")} for row in item.speeches],
        "adopted": item.adopted,
        "votes": _totals(item),
        "present": len(item.present) if item.present is not None else None,
        "motions": [
            {
                "text": row.text,
                "ballot": row.ballot.value,
                "votes": [row.yes, row.no, row.abstained, row.invited_ballots],
                "result": row.result.value if row.result else None,
                "rule": row.rule,
            }
            for row in motions
            if row.item_id == item.pk
        ],
        "resolutions": [_resolution(row) for row in resolutions if row.item_id == item.pk],
    }
