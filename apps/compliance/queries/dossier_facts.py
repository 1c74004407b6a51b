"""Papers on file, cards, archive folders and the head of studies' papers as facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Min, Q

from apps.bodies.models import Membership
from apps.calendars.models import YearRevision
from apps.calendars.queries.years import YearInForce
from apps.dossiers.models import ArchiveFolder
from apps.dossiers.queries.cards import answers
from apps.dossiers.queries.contents import OnFile, YearPapers, papers_of_year, parts_of
from apps.people.models import Person
from apps.rulebook import facts
from apps.rulebook.catalogues import CardField, DossierItem, HosItem, HosReportKind, PlanLevel
from apps.rulebook.enums import PeriodUnit
from apps.rulebook.periods import periods_of


@dataclass(frozen=True, slots=True)
class DossierRecords:
    """What dossiers and cards hold for a year."""

    papers: YearPapers
    answered: Mapping[int, frozenset[CardField]]

    def papers_of(self, body_id: int) -> tuple[facts.Paper, ...]:
        """Papers of an association."""
        return tuple(
            facts.Paper(id=row.id, item=DossierItem.of(row.item), on=row.on) for row in self.papers.of(body_id)
        )

    def cards_of(self, rows: Iterable[Membership]) -> tuple[facts.Card, ...]:
        """Cards of everybody who is or was a member, whoever has one; the staff record answers for what stands there."""
        people = sorted({row.person_id for row in rows})
        return tuple(
            facts.Card(id=f"card-{person}", person=str(person), filled=self.answered[person])
            for person in people
            if self.answered.get(person)
        )


def dossiers(item: YearInForce) -> DossierRecords:
    """Papers and cards of a year. Three queries."""
    return DossierRecords(papers_of_year(item), answers(Person.objects.all()))


def folders(item: YearInForce) -> tuple[facts.Folder, ...]:
    """Folders of earlier years, each judged in one year: the one in which it last moved, or the newest while it waits.

    What moved before the first year of the calendar is judged in that one. Two queries.
    """
    begins = item.revision.starts_on
    number = F("year__start_year")
    others = YearRevision.objects.aggregate(
        following=Min("starts_on", filter=Q(year__start_year__gt=item.year.start_year)), first=Min(number)
    )
    ends = others["following"] or date.max
    since = date.min if others["first"] == item.year.start_year else begins
    return tuple(
        facts.Folder(
            id=str(row.pk),
            kind=row.kind,
            year_end=row.year_end,
            handed_on=row.handed_on,
            destroyed_on=row.destroyed_on,
        )
        for row in ArchiveFolder.objects.filter(year_end__lt=begins)
        if since <= (row.destroyed_on or row.handed_on or date.max - timedelta(days=1)) < ends
    )


def head_of_studies(calendar: facts.Calendar, records: DossierRecords) -> facts.HeadOfStudies:
    """The papers, plans and reports of the head of studies. No query."""
    rows = records.papers.of(None)
    quarters = [row.number for row in periods_of(calendar, PeriodUnit.QUARTER)]
    by_item: dict[HosItem, dict[str, OnFile]] = {}
    for row in rows:
        by_item.setdefault(HosItem.of(row.item), {})[row.part] = row
    return facts.HeadOfStudies(
        id=calendar.id,
        papers=tuple(paper for kind, parts in by_item.items() for paper in _paper(kind, parts, quarters)),
        plans=frozenset(PlanLevel.of(part) for part in by_item.get(HosItem.PLANS, {}) if part),
        reports=tuple(_reports(by_item)),
    )


def _paper(kind: HosItem, parts: Mapping[str, OnFile], quarters: list[int]) -> Iterable[facts.HosPaper]:
    """A paper with parts is on file since its last one."""
    wanted = [part.code for part in parts_of(kind, quarters)]
    whole = parts.get("")
    if whole is not None:
        yield facts.HosPaper(id=whole.id, item=kind, on=whole.on)
    elif wanted and all(code in parts for code in wanted):
        days = [row.on for row in parts.values() if row.on is not None]
        yield facts.HosPaper(id=f"parts-{kind.value}", item=kind, on=max(days, default=None))


def _reports(by_item: Mapping[HosItem, Mapping[str, OnFile]]) -> Iterable[facts.HosReport]:
    for part, row in by_item.get(HosItem.REPORTS, {}).items():
        if part and row.on is not None:
            yield facts.HosReport(id=row.id, kind=HosReportKind.of(part), on=row.on)
    for part, row in by_item.get(HosItem.QUARTER_REPORT, {}).items():
        if part and row.on is not None:
            yield facts.HosReport(id=row.id, kind=HosReportKind.QUARTER, on=row.on, number=int(part))
