"""Facts of papers: dossiers, data cards, archive folders, charters and acknowledgements, the head of studies."""

from dataclasses import dataclass
from datetime import date

from apps.rulebook.catalogues import CardField, DossierItem, HosItem, HosReportKind, PaperKind, PlanLevel
from apps.rulebook.facts.frame import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A content of the dossier is on file since `on`."""

    id: str
    item: DossierItem
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A teacher's card in the data bank: which fields hold something ("none" is something)."""

    id: str
    person: str
    filled: frozenset[CardField] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Papers of one earlier year on their way to the archive.

    Attributes:
        year_end: last day of the school year of the papers.
    """

    id: str
    kind: PaperKind
    year_end: date
    handed_on: date | None = None
    destroyed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A person signed to have read the charter."""

    id: str
    person: str
    signed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterPaper:
    """A charter as a paper: the acts on its header and stamp, and who signed to have read this version.

    Attributes:
        module: code of the regulation it follows.
        body: id of the association or council it is the charter of; `None` for all bodies of its sort.
    """

    id: str
    module: str
    in_force_on: date
    until: date | None = None
    body: str | None = None
    acts: tuple[Act, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HosPaper:
    """An item of the head of studies' dossier is on file."""

    id: str
    item: HosItem
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HosReport:
    """A report of the head of studies; `number` is the quarter's, for quarter reports."""

    id: str
    kind: HosReportKind
    on: date
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOfStudies:
    """The papers of the head of studies for the year."""

    id: str
    papers: tuple[HosPaper, ...] = ()
    plans: frozenset[PlanLevel] = frozenset()
    reports: tuple[HosReport, ...] = ()
