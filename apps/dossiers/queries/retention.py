"""How long papers are kept, and which folders of past years are due. Terms come from the charter of the day, never from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.calendars.queries.years import YearInForce, years_in_force
from apps.dossiers.enums import FolderState
from apps.dossiers.models import ArchiveFolder
from apps.plans.models import WorkPlan
from apps.rulebook.catalogues import PaperKind
from apps.rulebook.dates import add_years
from apps.rulebook.parameters.papers import (
    RETENTION_ARCHIVE_ITEMS,
    RETENTION_ARCHIVE_YEARS,
    RETENTION_SCHOOL_YEARS,
)
from apps.rulebook.parameters.settings import ARCHIVE_COUNT_FROM
from apps.rulebook.policy import Provenance, View
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
    to_archive = folder.kind.value in (items.value or frozenset())
    keep_until = None if years.value is None else add_years(folder.year_end, years.value)
    destroy_after = keep_until
    if to_archive:
        start = folder.year_end if view.get(ARCHIVE_COUNT_FROM).value == "year_end" else folder.handed_on
        destroy_after = None
        if archive.value is not None and start is not None and folder.handed_on is not None:
            destroy_after = add_years(start, archive.value)
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

    body: Body
    kind: PaperKind
    year: AcademicYear
    year_end: date


def proposed_folders(*, today: date, years: Iterable[YearInForce] | None = None) -> list[Due]:
    """Folders of years that have ended, for every association with papers of that kind in that year. Five queries at most."""
    over = [item for item in (years_in_force() if years is None else years) if item.revision.ends_on < today]
    there = set(ArchiveFolder.objects.values_list("body_id", "start_year", "kind"))
    found: list[Due] = []
    for item in over:
        bodies = {kind: set(rows.values_list("pk", flat=True)) for kind, rows in _with_papers(item).items()}
        for body in Body.objects.filter(kind=BodyKind.ASSOCIATION, pk__in=set().union(*bodies.values())):
            found += [
                Due(body, kind, item.year, item.revision.ends_on)
                for kind, having in bodies.items()
                if body.pk in having and (body.pk, item.year.start_year, kind.value) not in there
            ]
    return found


def _with_papers(item: YearInForce) -> dict[PaperKind, QuerySet[Body]]:
    """Associations that have papers of a kind in a year."""
    signed = Minutes.objects.filter(sitting__body=OuterRef("pk"), sitting__year=item.year, signed_on__isnull=False)
    plans = WorkPlan.objects.filter(body=OuterRef("pk"), year=item.year)
    analyses = AgendaItem.objects.filter(
        sitting__body=OuterRef("pk"), sitting__year=item.year, sitting__state=SittingState.HELD, analysis_on_file=True
    )
    rows = Body.objects.filter(kind=BodyKind.ASSOCIATION).order_by()
    return {
        PaperKind.MINUTES: rows.filter(Exists(signed)),
        PaperKind.PLANS: rows.filter(Exists(plans)),
        PaperKind.ANALYSES: rows.filter(Exists(analyses)),
    }


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
