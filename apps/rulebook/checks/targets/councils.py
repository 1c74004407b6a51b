"""Targets of the rules about councils."""

from datetime import date

from apps.rulebook.catalogues import NominationKind
from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index, announced_on, by_id
from apps.rulebook.checks.targets.common import (
    gathered,
    of_councils,
    or_school,
    records,
    school_records,
    sitting_targets,
)
from apps.rulebook.enums import SubjectKind
from apps.rulebook.facts import Council, Item, Sitting
from apps.rulebook.findings import Subject

AWARDS = (NominationKind.ATTESTATION, NominationKind.CATEGORY, NominationKind.TITLE, NominationKind.AWARD)


def councils(index: Index) -> list[Target]:
    """Every council, for duties of the year."""
    return or_school(index, [row.year for row in of_councils(index)])


def councils_created(index: Index) -> list[Target]:
    """Every council, on the day it was created."""
    return or_school(index, [row.made for row in of_councils(index)])


def council_sittings(index: Index) -> list[Target]:
    """Sittings of councils the year answers for."""
    return gathered(index, of_councils(index), lambda row, body: sitting_targets(body, index.held_until_close(row)))


def council_notices(index: Index) -> list[Target]:
    """Agendas of held and coming council sittings, and items added to them later."""
    return gathered(index, of_councils(index), lambda row, body: notices_of(index, row, body))


def notices_of(index: Index, council: Council, body: Target) -> list[Target]:
    """Agendas of one council: `(sitting, None)` for the agenda, `(sitting, item)` for a later item."""
    rows: list[tuple[date, Sitting]] = [(row.held_on, row) for row in index.held_until_close(council) if row.held_on]
    rows += [
        (row.planned_on, row)
        for row in sorted(council.sittings, key=by_id)
        if not row.cancelled and row.planned_on and row.planned_on > index.as_of and not index.done(row.held_on)
    ]
    found = []
    for on, sitting in rows:
        subject = Subject(SubjectKind.SITTING, sitting.id, council.id)
        found.append(Target(subject, on, (sitting, None), body.subject, council.kind))
        for item in added_later(sitting, on) if index.done(sitting.held_on) else ():
            later = Subject(SubjectKind.ITEM, item.id, council.id)
            found.append(Target(later, on, (sitting, item), body.subject, council.kind))
    return found


def added_later(sitting: Sitting, day: date) -> list[Item]:
    """Items made known after the agenda was announced for this day; those of an older agenda stand in the newer one."""
    rows = [item for item in sitting.items if item.announced_on is not None]
    agenda = announced_on(sitting, day) if rows else None
    late = [item for item in rows if agenda is None or (item.announced_on and item.announced_on > agenda)]
    return sorted(late, key=by_id)


def council_decisions(index: Index) -> list[Target]:
    """Decisions recorded as adopted at council sittings, as `(council, sitting, item)`."""
    return gathered(index, of_councils(index), lambda row, body: decisions_of(index, row, body))


def decisions_of(index: Index, council: Council, body: Target) -> list[Target]:
    """Decisions of one council."""
    return records(
        index,
        body,
        SubjectKind.ITEM,
        (
            (item.id, sitting.held_on, (council, sitting, item))
            for sitting in index.held_until_close(council)
            for item in sorted(sitting.items, key=by_id)
            if item.adopted
        ),
    )


def council_resolutions(index: Index) -> list[Target]:
    """Resolutions of council sittings."""
    return gathered(index, of_councils(index), lambda row, body: resolutions_of(index, row, body))


def resolutions_of(index: Index, council: Council, body: Target) -> list[Target]:
    """Resolutions of one council."""
    return records(
        index,
        body,
        SubjectKind.RESOLUTION,
        (
            (row.id, sitting.held_on, row)
            for sitting in index.held_until_close(council)
            for row in sorted(sitting.resolutions, key=by_id)
        ),
    )


def programmes(index: Index) -> list[Target]:
    """Programmes on their way, judged by the charter of their last act."""
    rows = sorted(index.facts.programmes, key=by_id)
    found = ((row.id, max((act.on for act in index.acts(row.acts)), default=None), row) for row in rows)
    return school_records(index, SubjectKind.PROGRAMME, found)


def award_nominations(index: Index) -> list[Target]:
    """Proposals on attestation, categories, titles and awards made by now."""
    rows = [row for row in index.facts.nominations if row.kind in AWARDS and row.on <= index.as_of]
    found = ((row.id, row.on, row) for row in sorted(rows, key=by_id))
    return school_records(index, SubjectKind.NOMINATION, found)
