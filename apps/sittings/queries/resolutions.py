"""The register of resolutions: over all years and bodies, narrowed as a reader asks."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from apps.core.errors import NOT_FOUND
from apps.people.models import Person
from apps.rulebook.codes import Code
from apps.sittings.enums import OPEN_RESOLUTIONS, ResolutionState
from apps.sittings.models import Resolution


class Standing(Code):
    """How a resolution stands today; `overdue` and `coming` follow from its day."""

    OPEN = "open", "аткарыла элек", "не исполнено", "not done yet"
    OVERDUE = "overdue", "мөөнөтү өткөн", "просрочено", "overdue"
    COMING = "coming", "мөөнөтү келе элек", "срок не наступил", "not due yet"
    DONE = "done", "аткарылган", "исполнено", "done"
    CANCELLED = "cancelled", "жокко чыгарылган", "отменено", "dropped"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks the register for; None asks for everything.

    Attributes:
        year: calendar year the academic year of the sitting begins in.
        due_since, due_until: days, both included.
    """

    body: int | None = None
    owner: int | None = None
    standing: Standing | None = None
    year: int | None = None
    due_since: date | None = None
    due_until: date | None = None


def register(wanted: Wanted, today: date) -> QuerySet[Resolution]:
    """Resolutions with sitting, body and owner: open ones first, the earliest day first, then closed ones, the newest first."""
    rows = Resolution.objects.select_related("sitting__body", "responsible")
    if wanted.body is not None:
        rows = rows.filter(sitting__body_id=wanted.body)
    if wanted.owner is not None:
        rows = rows.filter(responsible_id=wanted.owner)
    if wanted.standing is not None:
        rows = rows.filter(_standing(wanted.standing, today))
    if wanted.year is not None:
        rows = rows.filter(sitting__year__start_year=wanted.year)
    if wanted.due_since is not None:
        rows = rows.filter(due_on__gte=wanted.due_since)
    if wanted.due_until is not None:
        rows = rows.filter(due_on__lte=wanted.due_until)
    closed = Q(state__in=(ResolutionState.DONE, ResolutionState.CANCELLED))
    return rows.alias(closed=closed).order_by(
        "closed", F("due_on").asc(nulls_last=True), "-sitting__held_on", "sitting_id", "number"
    )


def _standing(standing: Standing, today: date) -> Q:
    is_open = Q(state__in=OPEN_RESOLUTIONS)
    match standing:
        case Standing.OPEN:
            return is_open
        case Standing.OVERDUE:
            return is_open & Q(due_on__lt=today)
        case Standing.COMING:
            return is_open & ~Q(due_on__lt=today)
        case Standing.DONE:
            return Q(state=ResolutionState.DONE)
        case Standing.CANCELLED:
            return Q(state=ResolutionState.CANCELLED)


def standing_of(row: Resolution, today: date) -> Standing:
    """How it stands on the day."""
    if row.state is ResolutionState.DONE:
        return Standing.DONE
    if row.state is ResolutionState.CANCELLED:
        return Standing.CANCELLED
    return Standing.OVERDUE if row.due_on is not None and row.due_on < today else Standing.COMING


def resolution_detail(pk: int) -> Resolution:
    """The resolution of this number with sitting, body, minutes, question and owner. One query.

    Raises:
        Fault: `core.not_found`.
    """
    rows = Resolution.objects.select_related(
        "sitting__body",
        "sitting__year",
        "sitting__minutes__chair",
        "sitting__minutes__secretary",
        "item",
        "responsible",
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NOT_FOUND()
    return row


def owners() -> QuerySet[Person]:
    """Everyone who has or had a resolution to carry out."""
    return Person.objects.filter(Exists(Resolution.objects.filter(responsible=OuterRef("pk"))))
