"""Papers on their way as facts: year reports, materials, programmes, nominations of a year. Four queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from apps.bodies.enums import BodyKind
from apps.calendars.queries.years import YearInForce
from apps.proposals.enums import Family
from apps.proposals.models import Paper
from apps.proposals.queries.decisions import Decision, decisions_of
from apps.rulebook import facts
from apps.rulebook.catalogues import MaterialKind, NominationKind, ProgrammeKind
from apps.rulebook.enums import ReportForm, Role


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Reports and materials by association, programmes and nominations of the school."""

    reports: dict[int, tuple[facts.YearReport, ...]] = field(default_factory=dict)
    materials: dict[int, tuple[facts.Material, ...]] = field(default_factory=dict)
    programmes: tuple[facts.Programme, ...] = ()
    nominations: tuple[facts.Nomination, ...] = ()


def paper_facts(item: YearInForce) -> PaperFacts:
    """Papers of the year that were not withdrawn. A nomination or report is judged from the day it was handed in."""
    rows = list(Paper.objects.filter(year=item.year, withdrawn_on__isnull=True).select_related("body").order_by("pk"))
    decisions = decisions_of(rows)
    acts = {row.pk: tuple(_acts(decisions.get(row.pk, ()))) for row in rows}
    reports: dict[int, list[facts.YearReport]] = {}
    materials: dict[int, list[facts.Material]] = {}
    programmes: list[facts.Programme] = []
    nominations: list[facts.Nomination] = []
    for row in rows:
        match row.family:
            case Family.REPORT:
                reports.setdefault(row.body_id or 0, []).extend(_report(row))
            case Family.MATERIAL:
                materials.setdefault(row.body_id or 0, []).append(_material(row, acts[row.pk]))
            case Family.PROGRAMME:
                programmes.append(_programme(row, acts[row.pk]))
            case _:
                nominations.extend(_nomination(row, acts[row.pk]))
    return PaperFacts(
        reports={body: tuple(found) for body, found in reports.items()},
        materials={body: tuple(found) for body, found in materials.items()},
        programmes=tuple(programmes),
        nominations=tuple(nominations),
    )


def _acts(decisions: Iterable[Decision]) -> Iterable[facts.Act]:
    """Decisions for the paper; a question of an agenda is an act of its body on the day of the sitting."""
    for one in decisions:
        if one.on is None:
            continue
        sitting = one.act.sitting_id if one.act else one.item.sitting_id if one.item else None
        yield facts.Act(
            id=str(one.act.pk) if one.act else f"item-{one.item.pk if one.item else 0}",
            kind=one.kind,
            on=one.on,
            body=one.decided_by,
            sitting=str(sitting) if sitting else None,
            number=one.act.number if one.act else "",
        )


def _report(row: Paper) -> Iterable[facts.YearReport]:
    if row.handed_on is not None:
        yield facts.YearReport(
            id=str(row.pk),
            recipient=row.recipient or Role.LEADERSHIP,
            submitted_on=row.handed_on,
            form=row.form or ReportForm.WRITTEN,
        )


def _material(row: Paper, acts: tuple[facts.Act, ...]) -> facts.Material:
    return facts.Material(id=str(row.pk), kind=MaterialKind.of(row.kind.value), used_from=row.used_from, acts=acts)


def _programme(row: Paper, acts: tuple[facts.Act, ...]) -> facts.Programme:
    return facts.Programme(id=str(row.pk), kind=ProgrammeKind.of(row.kind.value), acts=acts)


def _nomination(row: Paper, acts: tuple[facts.Act, ...]) -> Iterable[facts.Nomination]:
    if row.handed_on is not None:
        own = row.body is not None and row.body.kind is BodyKind.ASSOCIATION
        yield facts.Nomination(
            id=str(row.pk),
            kind=NominationKind.of(row.kind.value),
            on=row.handed_on,
            contest=row.contest,
            person=str(row.person_id) if row.person_id else None,
            association=str(row.body_id) if own else None,
            acts=acts,
        )
