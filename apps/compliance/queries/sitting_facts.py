"""Sittings of a year as facts, by body. Seven queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from apps.bodies.enums import BodyKind
from apps.calendars.queries.years import YearInForce
from apps.rulebook import facts
from apps.rulebook.enums import Body, ItemKind, Role
from apps.sittings.enums import ResolutionState, SittingState
from apps.sittings.models import AgendaItem, Announcement, Attendance, Minutes, Resolution, Sitting, Vote

Fact = TypeVar("Fact")


def by_body(item: YearInForce) -> dict[int, tuple[facts.Sitting, ...]]:
    """Every sitting of the year, cancelled ones included, under its body."""
    of_year = {"sitting__year": item.year}
    announcements = _collect(
        (row.sitting_id, facts.Announcement(id=str(row.pk), on=row.announced_on, sitting_on=row.for_day))
        for row in Announcement.objects.filter(**of_year)
    )
    attendance = _collect((row.sitting_id, _attendance(row)) for row in Attendance.objects.filter(**of_year))
    resolutions = _collect((row.sitting_id, _resolution(row)) for row in Resolution.objects.filter(**of_year))
    signed = dict(Minutes.objects.filter(**of_year).values_list("sitting_id", "signed_on"))
    votes = {row.item_id: _vote(row) for row in Vote.objects.filter(item__sitting__year=item.year)}
    items = _collect((row.sitting_id, _item(row, votes)) for row in AgendaItem.objects.filter(**of_year))
    found: dict[int, list[facts.Sitting]] = defaultdict(list)
    for row in Sitting.objects.filter(year=item.year):
        found[row.body_id].append(
            facts.Sitting(
                id=str(row.pk),
                held_on=row.held_on if row.state is SittingState.HELD else None,
                planned_on=row.planned_on,
                cancelled=row.state in (SittingState.CANCELLED, SittingState.LAPSED),
                announcements=tuple(announcements.get(row.pk, ())),
                items=tuple(items.get(row.pk, ())),
                attendance=tuple(attendance.get(row.pk, ())),
                minutes_signed_on=signed.get(row.pk),
                resolutions=tuple(resolutions.get(row.pk, ())),
            )
        )
    return {body_id: tuple(rows) for body_id, rows in found.items()}


def reviews(item: YearInForce) -> dict[int, tuple[facts.YearReview, ...]]:
    """Analyses of the year on file, noted at the item where they were stated, by body. One query."""
    found: dict[int, list[facts.YearReview]] = defaultdict(list)
    rows = AgendaItem.objects.filter(sitting__year=item.year, analysis_on_file=True, sitting__held_on__isnull=False)
    for row in rows.select_related("sitting"):
        if row.sitting.held_on is None:
            continue
        found[row.sitting.body_id].append(
            facts.YearReview(
                id=f"item-{row.pk}",
                on=row.sitting.held_on,
                role=row.speaker_role or Role.DEPUTY,
                person=str(row.speaker_id) if row.speaker_id else None,
            )
        )
    return {body_id: tuple(rows) for body_id, rows in found.items()}


def council_reports(item: YearInForce) -> dict[int, tuple[facts.CouncilReport, ...]]:
    """Reports of councils that the pedagogical council heard, by council. One query."""
    heard = AgendaItem.objects.filter(
        sitting__year=item.year,
        sitting__state=SittingState.HELD,
        sitting__body__kind=BodyKind.PEDAGOGICAL_COUNCIL,
        kind=ItemKind.REPORT,
        about__kind=BodyKind.COUNCIL,
    )
    return {
        council: tuple(rows)
        for council, rows in _collect(
            (
                row.about_id,
                facts.CouncilReport(id=f"item-{row.pk}", recipient=Body.PEDAGOGICAL_COUNCIL, on=row.sitting.held_on),
            )
            for row in heard.select_related("sitting")
            if row.about_id is not None and row.sitting.held_on is not None
        ).items()
    }


def _collect(pairs: Iterable[tuple[int, Fact]]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for key, fact in pairs:
        found[key].append(fact)
    return found


def _attendance(row: Attendance) -> facts.Attendance:
    return facts.Attendance(
        id=str(row.pk), person=str(row.person_id), kind=row.kind, present=row.present, excused=bool(row.reason)
    )


def _resolution(row: Resolution) -> facts.Resolution:
    return facts.Resolution(
        id=str(row.pk), due_on=row.due_on, done_on=row.done_on, cancelled=row.state is ResolutionState.CANCELLED
    )


def _vote(row: Vote) -> facts.Vote:
    return facts.Vote(yes=row.yes, no=row.no, abstained=row.abstained, invited=row.invited_ballots)


def _item(row: AgendaItem, votes: dict[int, facts.Vote]) -> facts.Item:
    return facts.Item(
        id=str(row.pk),
        kind=row.kind,
        announced_on=row.announced_on,
        speaker=str(row.speaker_id) if row.speaker_id else None,
        speaker_role=row.speaker_role,
        adopted=bool(row.adopted),
        vote=votes.get(row.pk),
        association=str(row.about_id) if row.about_id else None,
        present=None if row.present is None else frozenset(str(pk) for pk in row.present),
    )
