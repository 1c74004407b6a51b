"""The contents of a dossier: what is on file by itself, what has been filed, what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import Period
from apps.calendars.queries.years import YearInForce
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.core.permissions import Permission
from apps.documents.models import StoredFile
from apps.documents.queries.files import files_of
from apps.dossiers.enums import BOOKS, PARTS, REPORT_MONTHS, DossierState
from apps.dossiers.models import Dossier, FiledPaper
from apps.dossiers.queries.held import Held, HeldPapers, held_papers
from apps.rulebook.catalogues import DossierItem, HosItem, HosReportKind, Obligation
from apps.rulebook.checks.papers import dossier_gate, listed_papers
from apps.rulebook.codes import Code
from apps.rulebook.enums import PeriodUnit
from apps.rulebook.parameters.papers import DOSSIER, HOS_DOSSIER
from apps.rulebook.policy import Provenance, View
from apps.rulebook.retention import is_asked
from apps.rulebook.text import Text

FILED = "filed_paper"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper that consists of several."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class Content:
    """One paper of the list, or one part of such a paper.

    Attributes:
        label: what it is called in the list, or the name of the part.
        held: the record that is the paper; `filed`: the paper or file that somebody filed; both may be there.
        early: a report whose month or quarter has not come to its end; nobody can file it yet.
        optional: the list asks for it only under a condition that is not met.
        parts: the parts of a paper that has several.
    """

    item: str
    label: Text
    part: str = ""
    held: Held | None = None
    filed: FiledPaper | None = None
    files: tuple[StoredFile, ...] = ()
    optional: bool = False
    early: bool = False
    is_book: bool = False
    sources: tuple[Provenance, ...] = ()
    parts: tuple["Content", ...] = ()

    @property
    def on_file(self) -> bool:
        """Whether it is there; of a paper with parts, whether all of them are."""
        if self.held is not None or self.filed is not None:
            return True
        return bool(self.parts) and all(part.on_file for part in self.parts)

    @property
    def waits(self) -> bool:
        """Whether nothing can be done about it yet; of a paper with parts, whether only such parts are missing."""
        if self.on_file or not self.parts:
            return self.early and not self.on_file
        return all(part.on_file or part.waits for part in self.parts)

    @property
    def since(self) -> date | None:
        """Since when, as far as it is known; of a paper with parts, the day of the last one."""
        if self.filed is not None and self.held is None:
            return self.filed.filed_on
        if self.held is not None:
            return self.held.since
        days = [part.since for part in self.parts if part.since is not None]
        return max(days, default=None) if self.on_file else None


@dataclass(frozen=True, slots=True)
class Contents:
    """A dossier as it stands.

    Attributes:
        dossier: None while nobody has filed anything.
        listed: whether the charter in force lists papers at all.
    """

    dossier: Dossier | None
    rows: tuple[Content, ...]
    listed: bool

    @property
    def wanted(self) -> list[Content]:
        """Papers that have to be there."""
        return [row for row in self.rows if not row.optional]

    @property
    def missing(self) -> list[Content]:
        """Papers that have to be there, are not, and can be filed by now."""
        return [row for row in self.wanted if not row.on_file and not row.waits]

    @property
    def done(self) -> int:
        """How many of the papers that have to be there are."""
        return sum(row.on_file for row in self.wanted)

    @property
    def state(self) -> DossierState:
        """How far it has come."""
        if self.dossier is not None and self.dossier.stored_on is not None:
            return DossierState.STORED
        return DossierState.COMPLETE if self.rows and self.done == len(self.wanted) else DossierState.OPEN


def contents_of(body: Body, item: YearInForce, *, today: date) -> Contents:
    """The dossier of an association by the list of the charter in force on the day, or at the year's end. Seven queries."""
    view = school_policy().at(min(today, item.revision.close_on))
    return _contents(body, item, held_papers(item).of(body.pk), _association_list(view), today)


def studies_of(item: YearInForce, *, today: date) -> Contents:
    """The papers of the head of studies, whether or not a list is in force; `listed` says which. Eight queries."""
    view = school_policy().at(min(today, item.revision.close_on))
    return _contents(None, item, held_papers(item).studies, _studies_list(view), today)


@dataclass(frozen=True, slots=True)
class Fullness:
    """An association with its dossier."""

    body: Body
    contents: Contents


def fullness(item: YearInForce, *, today: date) -> list[Fullness]:
    """The dossiers of every association at work in the year, by name. Six queries, whatever their number."""
    view = school_policy().at(min(today, item.revision.close_on))
    held, listed = held_papers(item), _association_list(view)
    kept = {row.body_id: row for row in Dossier.objects.filter(year=item.year, body__isnull=False)}
    filed: dict[int, list[FiledPaper]] = defaultdict(list)
    for paper in FiledPaper.objects.filter(dossier__in=[row.pk for row in kept.values()]):
        filed[paper.dossier_id].append(paper)
    bodies = Body.objects.filter(
        Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=item.revision.starts_on), kind=BodyKind.ASSOCIATION
    )
    found = []
    for body in bodies.order_by("name", "pk"):
        row = kept.get(body.pk)
        papers = filed.get(row.pk, []) if row else []
        found.append(Fullness(body, _put_together(listed, held.of(body.pk), row, papers, {}, _Ahead())))
    return found


def parts_of(item: Code, quarters: Iterable[int]) -> tuple[Part, ...]:
    """Parts of a paper of the head of studies; none for a paper that is one piece."""
    if item is HosItem.QUARTER_REPORT:
        return tuple(Part(str(number), _quarter(number)) for number in quarters)
    return tuple(Part(part.value, part.label) for part in PARTS.get(item, ())) if isinstance(item, HosItem) else ()


def quarters_of(item: YearInForce) -> dict[int, date]:
    """Last days of the quarters of a year by number. One query."""
    rows = Period.objects.filter(revision=item.revision, unit=PeriodUnit.QUARTER)
    return dict(rows.order_by("number").values_list("number", "ends_on"))


def _opening(item: YearInForce, quarters: Mapping[int, date]) -> dict[str, date]:
    """First day on which a report can be there, by its part: the day after the quarter, the first day of the month."""
    begun = item.revision.starts_on
    found = {str(number): ends_on + timedelta(days=1) for number, ends_on in quarters.items()}
    for kind, month in REPORT_MONTHS.items():
        found[kind.value] = date(begun.year + (month < REPORT_MONTHS[HosReportKind.AUGUST]), month, 1)
    return found


def _quarter(number: int) -> Text:
    return Text(f"{number}-чейрек", f"{number}-я четверть", f"quarter {number}")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list in force: items with what is said of each."""

    items: tuple[tuple[Code, str, tuple[Provenance, ...]], ...]
    listed: bool


def _association_list(view: View) -> _Listed:
    listed = listed_papers(view) if dossier_gate(view).verdict is None else {}
    rows = tuple((item, how, view.get(DOSSIER[item]).sources) for item, how in listed.items())
    return _Listed(rows, bool(listed))


def _studies_list(view: View) -> _Listed:
    answer = view.get(HOS_DOSSIER)
    codes = answer.value or frozenset()
    rows = [item for item in HosItem if item.value in codes] or list(HosItem)
    return _Listed(tuple((item, Obligation.REQUIRED.value, answer.sources) for item in rows), bool(codes))


@dataclass(frozen=True, slots=True)
class _Ahead:
    """Quarters of the year, and the parts that nobody can file yet."""

    quarters: tuple[int, ...] = ()
    early: frozenset[str] = frozenset()


def _contents(body: Body | None, item: YearInForce, held: Iterable[Held], listed: _Listed, today: date) -> Contents:
    dossier = Dossier.objects.filter(body=body, year=item.year).select_related("year").first()
    filed = list(FiledPaper.objects.filter(dossier=dossier)) if dossier else []
    files = files_of(FILED, [row.pk for row in filed]) if filed else {}
    ahead = _Ahead()
    if body is None:
        quarters = quarters_of(item)
        early = (code for code, opens_on in _opening(item, quarters).items() if opens_on > today)
        ahead = _Ahead(tuple(quarters), frozenset(early))
    return _put_together(listed, held, dossier, filed, files, ahead)


def _put_together(
    listed: _Listed,
    held: Iterable[Held],
    dossier: Dossier | None,
    filed: Iterable[FiledPaper],
    files: Mapping[int, list[StoredFile]],
    ahead: _Ahead,
) -> Contents:
    at_hand = {(row.item, row.part): row for row in held}
    by_place = {(row.item, row.part): row for row in filed}
    alone = dossier is not None and dossier.week_alone

    def one(code: Code, label: Text, part: str = "", **more: object) -> Content:
        paper = by_place.get((code.value, part))
        return Content(
            item=code.value,
            label=label,
            part=part,
            held=at_hand.get((code.value, part)),
            filed=paper,
            files=tuple(files.get(paper.pk, ())) if paper else (),
            is_book=code in BOOKS,
            early=part in ahead.early,
            **more,  # type: ignore[arg-type]
        )

    rows = tuple(
        one(
            code,
            code.label,
            optional=not is_asked(how, week_held_alone=alone),
            sources=sources,
            parts=tuple(one(code, part.label, part.code) for part in parts_of(code, ahead.quarters)),
        )
        for code, how, sources in listed.items
    )
    return Contents(dossier, rows, listed.listed)


@dataclass(frozen=True, slots=True)
class OnFile:
    """A paper on file, for the rules: item, part, day, and an identity of its own."""

    id: str
    item: str
    part: str
    on: date | None


@dataclass(frozen=True, slots=True)
class YearPapers:
    """Everything on file in a year.

    Attributes:
        held: what is on file by itself; filed: what was filed, by association (None: the head of studies).
        week_alone: associations that hold a methodical week on their own.
    """

    held: HeldPapers
    filed: dict[int | None, list[OnFile]]
    week_alone: frozenset[int]

    def of(self, body_id: int | None) -> list[OnFile]:
        """Papers of an association, or of the head of studies."""
        held = self.held.studies if body_id is None else self.held.of(body_id)
        return [*(_on_file(row) for row in held), *self.filed.get(body_id, ())]


def papers_of_year(item: YearInForce) -> YearPapers:
    """Everything on file in a year. Two queries."""
    filed: dict[int | None, list[OnFile]] = defaultdict(list)
    alone: set[int] = set()
    columns = ("body_id", "week_alone", "papers__pk", "papers__item", "papers__part", "papers__filed_on")
    for body_id, week_alone, number, code, part, on in Dossier.objects.filter(year=item.year).values_list(*columns):
        if week_alone and body_id is not None:
            alone.add(body_id)
        if number is not None:
            filed[body_id].append(OnFile(f"paper-{number}", code, part, on))
    return YearPapers(held_papers(item), filed, frozenset(alone))


def _on_file(row: Held) -> OnFile:
    kind, number = row.record
    return OnFile(f"{kind}-{number}", row.item, row.part, row.since)


def item_of(body: Body | None, code: str) -> Code | None:
    """The paper of the right list with this code."""
    listed: type[Code] = DossierItem if body is not None else HosItem
    return listed.of(code) if code in listed.codes() else None


def may_keep(by: Actor, body: Body | None) -> bool:
    """Whether this person may file papers into the dossier."""
    if body is None:
        return by.may(Permission.STUDIES_KEEP)
    return by.may(Permission.DOSSIER_KEEP, body_id=body.pk)
