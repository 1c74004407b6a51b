"""Filing papers into a dossier, taking them off, putting the dossier itself into store."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.documents.domain.files import accept
from apps.documents.queries.files import files_of
from apps.dossiers import errors
from apps.dossiers.domain.inputs import PaperInput
from apps.dossiers.models import Dossier, FiledPaper
from apps.dossiers.queries.contents import FILED, item_of, parts_of, quarters_of

SUBJECT = "dossier"


def _allowed(by: Actor, body: Body | None) -> None:
    if body is None:
        require(by, Permission.STUDIES_KEEP)
        return
    require(by, Permission.DOSSIER_KEEP, body_id=body.pk)
    if body.kind is not BodyKind.ASSOCIATION:
        raise errors.NOT_AN_ASSOCIATION(field="body", body=body.name)


def _dossier(body: Body | None, year: YearInForce) -> Dossier:
    """The dossier of the year, made at its first paper and held until the transaction ends."""
    Dossier.objects.bulk_create([Dossier(body=body, year=year.year)], ignore_conflicts=True)
    return Dossier.objects.select_for_update().get(body=body, year=year.year)


@transaction.atomic
def file_papers(
    *, by: Actor, body: Body | None, year: YearInForce, papers: Iterable[PaperInput], seen: int | None = None
) -> list[FiledPaper]:
    """File papers into the dossier of an association, or of the head of studies when `body` is None. A paper filed before is written anew.

    Args:
        seen: version of the paper the caller has looked at, when it is one.

    Raises:
        Fault: not permitted; no such paper or part in the list; filed in the future; neither place nor file; changed meanwhile; a file
            that cannot be accepted.
    """
    _allowed(by, body)
    dossier = _dossier(body, year)
    quarters = list(quarters_of(year)) if body is None else []
    made = [_filed(by, dossier, body, paper, quarters, seen) for paper in papers]
    items = sorted({f"{row.item}/{row.part}".rstrip("/") for row in made})
    record_event(by=by, action="dossier.filed", subject=(SUBJECT, dossier.pk), data={"items": items})
    tell_change(year=year.year.start_year)
    return made


def _filed(
    by: Actor, dossier: Dossier, body: Body | None, paper: PaperInput, quarters: list[int], seen: int | None
) -> FiledPaper:
    item = item_of(body, paper.item)
    if item is None:
        raise errors.ITEM_UNKNOWN(field="item", item=paper.item)
    known = {part.code: part.label for part in parts_of(item, quarters)}
    if paper.part not in known and (known or paper.part):
        raise errors.PART_UNKNOWN(field="part", item=item, part=paper.part, parts=tuple(known.values()) or ("—",))
    if paper.filed_on > by.today:
        raise errors.FILED_IN_FUTURE(field="filed_on", on=paper.filed_on, today=by.today)
    row = FiledPaper.objects.filter(dossier=dossier, item=item.value, part=paper.part).first()
    if not paper.place.strip() and paper.file is None and not (row and _has_file(row)):
        raise errors.NOTHING_TO_SHOW(field="place")
    values = {
        "filed_on": paper.filed_on,
        "place": paper.place.strip(),
        "recipient": paper.recipient.strip(),
        "note": paper.note.strip(),
    }
    if row is None:
        row = FiledPaper.objects.create(dossier=dossier, item=item.value, part=paper.part, **values)
    else:
        row = locked(row, seen=seen)
        for name, value in values.items():
            setattr(row, name, value)
        row.store(*values)
    if paper.file is not None:
        accept(by=by, name=paper.file.name, content=paper.file.content, subject=(FILED, row.pk), dated=paper.filed_on)
    return row


def _has_file(row: FiledPaper) -> bool:
    return bool(files_of(FILED, [row.pk]).get(row.pk))


@transaction.atomic
def take_off(*, by: Actor, paper: FiledPaper, reason: str, seen: int | None = None) -> None:
    """Take a paper off the list that was entered by mistake. A file that came with it stays in the school's store.

    Raises:
        Fault: not permitted, no reason, changed meanwhile.
    """
    dossier = paper.dossier
    _allowed(by, dossier.body)
    if not reason.strip():
        raise errors.WHY_TAKEN_OFF(field="reason")
    row = locked(paper, seen=seen)
    data = {"item": row.item, "part": row.part, "reason": reason.strip()}
    record_event(by=by, action="filed_paper.removed", subject=(FILED, row.pk), data=data)
    record_event(by=by, action="dossier.taken_off", subject=(SUBJECT, dossier.pk), data=data)
    row.delete()
    tell_change(year=dossier.year.start_year)


@transaction.atomic
def describe_dossier(
    *,
    by: Actor,
    body: Body | None,
    year: YearInForce,
    place: str = "",
    week_alone: bool = False,
    stored_on: date | None = None,
    seen: int | None = None,
) -> Dossier:
    """Say of a dossier where it stands, whether the association holds a methodical week on its own, and when it was put into store.

    Raises:
        Fault: not permitted, stored before the year has ended or in the future, changed meanwhile.
    """
    _allowed(by, body)
    if stored_on is not None and stored_on <= year.revision.ends_on:
        raise errors.STORED_BEFORE_END(field="stored_on", on=stored_on, end=year.revision.ends_on)
    if stored_on is not None and stored_on > by.today:
        raise errors.FILED_IN_FUTURE(field="stored_on", on=stored_on, today=by.today)
    dossier = locked(_dossier(body, year), seen=seen)
    dossier.place, dossier.week_alone, dossier.stored_on = place.strip(), week_alone, stored_on
    dossier.store("place", "week_alone", "stored_on")
    record_event(by=by, action="dossier.described", subject=(SUBJECT, dossier.pk), act_date=stored_on)
    tell_change(year=year.year.start_year)
    return dossier
