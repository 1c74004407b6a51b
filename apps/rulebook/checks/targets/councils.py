"""Targets of the rules about councils."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from apps.rulebook.catalogues import NominationKind
from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index, by_id
from apps.rulebook.checks.targets.common import council_subject, or_school, records, sitting_targets
from apps.rulebook.enums import SubjectKind
from apps.rulebook.facts import Council, Item, Sitting
from apps.rulebook.findings import Subject

AWARDS = (NominationKind.ATTESTATION, NominationKind.CATEGORY, NominationKind.TITLE, NominationKind.AWARD)


def councils(index: Index) -> list[Target]:
    """Every council, for duties of the year."""
    return or_school(
        index,
        (Target(subject, index.year_day, row, subject, row.kind) for row in index.councils
         for subject in (council_subject(row),)),
    )  # fmt: skip


def council_sittings(index: Index) -> list[Target]:
    """Sittings of councils the year answers for."""
    return or_school(
        index,
        (target for row in index.councils
         for target in sitting_targets(index, row, council_subject(row), index.held_until_close(row))),
    )  # fmt: skip


def council_notices(index: Index) -> list[Target]:
    """Agendas of held and coming council sittings, and items added to them later."""
    return or_school(index, (target for row in index.councils for target in notices_of(index, row)))


def notices_of(index: Index, council: Council) -> Iterator[Target]:
    """Agendas of one council: `(sitting, None)` for the agenda, `(sitting, item)` for a later item."""
    body = council_subject(council)
    rows: list[tuple[date, Sitting]] = [(row.held_on, row) for row in index.held_until_close(council) if row.held_on]
    rows += [
        (row.planned_on, row)
        for row in sorted(council.sittings, key=lambda row: row.id)
        if not row.cancelled
        and row.planned_on is not None
        and row.planned_on > index.as_of
        and not index.done(row.held_on)
    ]
    for on, sitting in rows:
        yield Target(Subject(SubjectKind.SITTING, sitting.id, council.id), on, (sitting, None), body, council.kind)
        for item in sitting.items:
            if item.announced_on is not None and index.done(sitting.held_on):
                subject = Subject(SubjectKind.ITEM, item.id, council.id)
                yield Target(subject, on, (sitting, item), body, council.kind)
    if not rows:
        yield Target(body, index.year_day, None, body, council.kind)


def council_decisions(index: Index) -> list[Target]:
    """Decisions recorded as adopted at council sittings."""
    return or_school(index, (target for row in index.councils for target in decisions_of(index, row)))


def decisions_of(index: Index, council: Council) -> Iterator[Target]:
    """Decisions of one council as `(council, sitting, item)`."""
    body = council_subject(council)
    decisions: list[tuple[Sitting, Item]] = [
        (sitting, item) for sitting in index.held_until_close(council) for item in sitting.items if item.adopted
    ]
    for sitting, item in decisions:
        subject = Subject(SubjectKind.ITEM, item.id, council.id)
        record: Any = (council, sitting, item)
        yield Target(subject, sitting.held_on or index.year_day, record, body, council.kind)
    if not decisions:
        yield Target(body, index.year_day, None, body, council.kind)


def councils_created(index: Index) -> list[Target]:
    """Every council, on the day it was created."""
    return or_school(
        index,
        (
            Target(subject, row.created_on or index.year_day, row, subject, row.kind, row.created_on is not None)
            for row in index.councils
            for subject in (council_subject(row),)
        ),
    )


def council_resolutions(index: Index) -> list[Target]:
    """Resolutions of council sittings."""
    return or_school(index, (target for row in index.councils for target in resolutions_of(index, row)))


def resolutions_of(index: Index, council: Council) -> Iterator[Target]:
    """Resolutions of one council."""
    body = council_subject(council)
    empty = True
    for sitting in index.held_until_close(council):
        for row in sitting.resolutions:
            empty = False
            subject = Subject(SubjectKind.RESOLUTION, row.id, council.id)
            yield Target(subject, sitting.held_on or index.year_day, row, body, council.kind)
    if empty:
        yield Target(body, index.year_day, None, body, council.kind)


def programmes(index: Index) -> list[Target]:
    """Programmes on their way, judged by the charter of their last act."""
    rows = sorted(index.facts.programmes, key=by_id)
    return list(
        records(
            index,
            None,
            SubjectKind.PROGRAMME,
            ((row.id, max((act.on for act in index.acts(row.acts)), default=None), row) for row in rows),
        )
    )


def award_nominations(index: Index) -> list[Target]:
    """Proposals on attestation, categories, titles and awards made by now."""
    rows = sorted((row for row in index.facts.nominations if row.kind in AWARDS), key=by_id)
    rows = [row for row in rows if row.on <= index.as_of]
    return list(records(index, None, SubjectKind.NOMINATION, ((row.id, row.on, row) for row in rows)))
