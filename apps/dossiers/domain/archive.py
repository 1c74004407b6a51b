"""Folders of past years: opened, prepared, handed over by an act, destroyed by an act after the term. Usul deletes nothing of its own."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.dossiers import errors
from apps.dossiers.domain.inputs import FolderInput
from apps.dossiers.enums import FolderState
from apps.dossiers.models import ArchiveFolder
from apps.dossiers.queries.retention import Terms, terms_of
from apps.rulebook.policy import Provenance
from apps.rulebook.text import Text, joined

SUBJECT = "archive_folder"


@transaction.atomic
def open_folders(*, by: Actor, wanted: Iterable[FolderInput]) -> list[ArchiveFolder]:
    """Put folders of past years on the list of the archive.

    Raises:
        Fault: not permitted, the year is not over, the folder is there already.
    """
    require(by, Permission.ARCHIVE_KEEP)
    wanted = list(wanted)
    there: set[tuple[int | None, int, str]] = set(
        ArchiveFolder.objects.filter(start_year__in={row.start_year for row in wanted}).values_list(
            "body_id", "start_year", "kind"
        )
    )
    for row in wanted:
        if row.year_end >= by.today:
            raise errors.YEAR_NOT_OVER(field="year_end", end=row.year_end)
        place = (row.body.pk if row.body else None, row.start_year, row.kind.value)
        if place in there:
            raise errors.FOLDER_THERE(field="kind", kind=row.kind, year=row.start_year)
        there.add(place)
    made = ArchiveFolder.objects.bulk_create(
        ArchiveFolder(
            body=row.body,
            kind=row.kind,
            start_year=row.start_year,
            year_end=row.year_end,
            place=row.place.strip(),
            contents=row.contents.strip(),
        )
        for row in wanted
    )
    if made:
        data = {"folders": [row.pk for row in made]}
        record_event(by=by, action="folder.opened", subject=(SUBJECT, made[0].pk), data=data)
        tell_change(year=None)
    return made


@transaction.atomic
def prepare_folder(
    *,
    by: Actor,
    folder: ArchiveFolder,
    prepared_on: date,
    place: str = "",
    contents: str = "",
    sheets: int | None = None,
    seen: int | None = None,
) -> ArchiveFolder:
    """Note that a folder is sewn and numbered, what lies in it and how many sheets it has.

    Raises:
        Fault: not permitted, moved already, dated in the future or before the year's end, changed meanwhile.
    """
    require(by, Permission.ARCHIVE_KEEP)
    row = _still(folder, FolderState.KEPT, FolderState.PREPARED, seen=seen)
    _dated(by, prepared_on, row.year_end, "prepared_on")
    row.prepared_on, row.place, row.contents, row.sheets = prepared_on, place.strip(), contents.strip(), sheets
    row.store("prepared_on", "place", "contents", "sheets")
    _tell(by, row, "folder.prepared", prepared_on)
    return row


@transaction.atomic
def hand_over(
    *,
    by: Actor,
    folders: Collection[ArchiveFolder],
    handed_on: date,
    receiver: str,
    act_number: str,
    happened: str = "",
    seen: int | None = None,
) -> list[ArchiveFolder]:
    """Note that folders were handed to the archive, all by one act.

    Args:
        happened: why the papers left before their term, where that has happened already; without it an early day is refused.
        seen: version the caller has looked at, when it is one folder.

    Raises:
        Fault: not permitted; moved already; no receiver or act; in the future or before the year's end; too early; changed meanwhile.
    """
    require(by, Permission.ARCHIVE_KEEP)
    if not receiver.strip():
        raise errors.RECEIVER_MISSING(field="receiver")
    if not act_number.strip():
        raise errors.ACT_MISSING(field="act_number")
    view = school_policy().at(handed_on)
    moved = []
    for folder in sorted(folders, key=lambda one: one.pk):
        row = _still(folder, FolderState.KEPT, FolderState.PREPARED, seen=seen)
        _dated(by, handed_on, row.year_end, "handed_on")
        terms = terms_of(row, view)
        if terms.keep_until is not None and handed_on <= terms.keep_until and not happened.strip():
            raise _early("handed_on", handed_on, terms.keep_until, terms)
        row.handed_on, row.receiver, row.act_number = handed_on, receiver.strip(), act_number.strip()
        row.early_reason = happened.strip()
        row.store("handed_on", "receiver", "act_number", "early_reason")
        _tell(by, row, "folder.handed_over", handed_on, act=row.act_number)
        moved.append(row)
    return moved


@transaction.atomic
def destroy_folder(
    *,
    by: Actor,
    folder: ArchiveFolder,
    destroyed_on: date,
    act_number: str,
    reason: str = "",
    happened: str = "",
    seen: int | None = None,
) -> ArchiveFolder:
    """Note that the paper was destroyed by an act after its term. Records, minutes and files in Usul stay as they are.

    Args:
        happened: why it was done before the term, where that has happened already; without it the deed is refused.

    Raises:
        Fault: not permitted; destroyed already; no act; in the future or before an earlier step; before the term, not archived first, or
            no term at all; changed meanwhile.
    """
    require(by, Permission.ARCHIVE_DESTROY)
    if not act_number.strip():
        raise errors.ACT_MISSING(field="act_number")
    row = _still(folder, FolderState.KEPT, FolderState.PREPARED, FolderState.HANDED_OVER, seen=seen)
    _dated(by, destroyed_on, row.handed_on or row.year_end, "destroyed_on")
    if not happened.strip():
        _term_over(row, destroyed_on)
    row.destroyed_on, row.destruction_act = destroyed_on, act_number.strip()
    row.destruction_reason, row.early_reason = reason.strip(), happened.strip() or row.early_reason
    row.store("destroyed_on", "destruction_act", "destruction_reason", "early_reason")
    _tell(by, row, "folder.destroyed", destroyed_on, act=row.destruction_act)
    return row


def _term_over(row: ArchiveFolder, on: date) -> None:
    terms = terms_of(row, school_policy().at(on))
    clause = clause_of(terms.sources)
    if terms.endless:
        raise errors.NEVER_ENDS(field="destroyed_on", clause=clause)
    if terms.to_archive and row.handed_on is None:
        raise errors.NOT_ARCHIVED(field="destroyed_on", clause=clause)
    if terms.destroy_after is not None and on <= terms.destroy_after:
        raise _early("destroyed_on", on, terms.destroy_after, terms)


def _early(field: str, on: date, limit: date, terms: Terms) -> Exception:
    return errors.TOO_EARLY(field=field, on=on, limit=limit, clause=clause_of(terms.sources))


def clause_of(sources: Iterable[Provenance]) -> Text:
    """`Жобо, 5.8` for each document and clause."""
    parts = [
        Text(*(f"{words} {source.printed}".strip() for words in source.document))
        if source.document
        else Text(*[source.printed or "—"] * 3)
        for source in sources
    ]
    return joined(dict.fromkeys(parts)) if parts else Text("—", "—", "—")


def _still(folder: ArchiveFolder, *states: FolderState, seen: int | None) -> ArchiveFolder:
    row = locked(folder, seen=seen)
    if row.state not in states:
        raise errors.FOLDER_MOVED(state=row.state)
    return row


def _dated(by: Actor, on: date, since: date, field: str) -> None:
    if on > by.today:
        raise errors.MOVED_IN_FUTURE(field=field, on=on, today=by.today)
    if on <= since:
        raise errors.MOVED_BEFORE(field=field, on=on, since=since)


def _tell(by: Actor, row: ArchiveFolder, action: str, on: date, **data: str) -> None:
    record_event(by=by, action=action, subject=(SUBJECT, row.pk), act_date=on, data=data)
    tell_change(year=None)
