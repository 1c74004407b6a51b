"""How long papers are kept, and which folders of past years are due. Terms come from the charter of the day, never from here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value

from apps.bodies.enums import BodyKind
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import years_in_force
from apps.dossiers.enums import FolderState
from apps.dossiers.models import ArchiveFolder
from apps.plans.models import WorkPlan
from apps.rulebook.catalogues import PaperKind
from apps.rulebook.parameters.papers import (
    RETENTION_ARCHIVE_ITEMS,
    RETENTION_ARCHIVE_YEARS,
    RETENTION_SCHOOL_YEARS,
)
from apps.rulebook.parameters.settings import ARCHIVE_COUNT_FROM
from apps.rulebook.policy import Provenance, View
from apps.rulebook.retention import is_archived, last_day_in_archive, last_day_in_school
from apps.sittings.enums import SittingState
from apps.sittings.models import AgendaItem, Minutes


@dataclass(frozen=True, slots=True)
class Terms:
    """What the charter says of one folder.

    Attributes:
        keep_until: last day in school; None where the charter is silent.
        to_archive: whether papers of this kind go to the archive.
        destroy_after: last day of the whole term; None while it does not run or has no end.
        endless: the charter sends the papers to the archive and names no term there.
        sources: the clauses.
    """

    keep_until: date | None
    to_archive: bool
    destroy_after: date | None
    endless: bool
    sources: tuple[Provenance, ...]


def terms_of(folder: ArchiveFolder, view: View) -> Terms:
    """Terms of a folder by the policy of `view`. No query."""
    years, items = view.get(RETENTION_SCHOOL_YEARS), view.get(RETENTION_ARCHIVE_ITEMS)
    archive = view.get(RETENTION_ARCHIVE_YEARS)
    to_archive = is_archived(folder.kind, items.value)
    keep_until = None if years.value is None else last_day_in_school(folder.year_end, years.value)
    destroy_after = None if to_archive else keep_until
    if to_archive and archive.value is not None and folder.handed_on is not None:
        reading = view.get(ARCHIVE_COUNT_FROM).value
        destroy_after = last_day_in_archive(folder.year_end, folder.handed_on, archive.value, reading)
    sources = (*years.sources, *(archive.sources if to_archive else ()))
    return Terms(
        keep_until,
        to_archive,
        destroy_after,
        endless=to_archive and archive.value is None,
        sources=tuple(dict.fromkeys(sources)),
    )


@dataclass(frozen=True, slots=True)
class Due:
    """A folder that the ends of the years suggest and nobody has opened yet."""

    body_id: int
    body_name: str
    kind: PaperKind
    year: AcademicYear
    year_end: date


def proposed_folders(*, today: date) -> list[Due]:
    """Folders of years that have ended, for every association with papers of that kind in that year. Two queries."""
    over = {item.year.start_year: item for item in years_in_force() if item.revision.ends_on < today}
    if not over:
        return []
    first, *others = _with_papers(over)
    rows = sorted(first.union(*others), key=lambda row: (row[2], row[1], PaperKind.codes().index(row[3])))
    return [
        Due(body_id, name, PaperKind.of(kind), over[start_year].year, over[start_year].revision.ends_on)
        for body_id, name, start_year, kind in rows
    ]


def _with_papers(years: Collection[int]) -> list[QuerySet[Any, tuple[Any, ...]]]:
    """(body, its name, start year, kind) of the papers that associations have, without the folders that are there."""
    signed = Minutes.objects.filter(signed_on__isnull=False)
    heard = AgendaItem.objects.filter(sitting__state=SittingState.HELD, analysis_on_file=True)
    sources: list[tuple[QuerySet[Any], PaperKind, str]] = [
        (signed, PaperKind.MINUTES, "sitting__"),
        (WorkPlan.objects.all(), PaperKind.PLANS, ""),
        (heard, PaperKind.ANALYSES, "sitting__"),
    ]
    found = []
    for rows, kind, way in sources:
        body, start_year = f"{way}body", f"{way}year__start_year"
        there = ArchiveFolder.objects.filter(body=OuterRef(body), start_year=OuterRef(start_year), kind=kind)
        wanted = {f"{body}__kind": BodyKind.ASSOCIATION, f"{start_year}__in": list(years)}
        part = rows.filter(~Exists(there), **wanted).order_by().annotate(of_kind=Value(kind.value, CharField()))
        found.append(part.values_list(body, f"{body}__name", start_year, "of_kind"))
    return found


STATE_FILTERS = {
    FolderState.KEPT: Q(prepared_on__isnull=True, handed_on__isnull=True, destroyed_on__isnull=True),
    FolderState.PREPARED: Q(prepared_on__isnull=False, handed_on__isnull=True, destroyed_on__isnull=True),
    FolderState.HANDED_OVER: Q(handed_on__isnull=False, destroyed_on__isnull=True),
    FolderState.DESTROYED: Q(destroyed_on__isnull=False),
}


def folders(
    *, state: FolderState | None = None, body: int | None = None, start_year: int | None = None
) -> QuerySet[ArchiveFolder]:
    """Folders, those still at school first, older years first."""
    rows = ArchiveFolder.objects.select_related("body")
    if state is not None:
        rows = rows.filter(STATE_FILTERS[state])
    if body is not None:
        rows = rows.filter(body=body)
    if start_year is not None:
        rows = rows.filter(start_year=start_year)
    return rows.order_by("start_year", "body__name", "kind", "pk")
