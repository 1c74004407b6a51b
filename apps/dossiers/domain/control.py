"""Control books of the head of studies: opened, written, followed up, closed."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.dossiers import errors
from apps.dossiers.enums import BOOKS
from apps.dossiers.models import ControlBook, ControlEntry
from apps.people.models import Person
from apps.rulebook.catalogues import HosItem

SUBJECT = "control_book"


@transaction.atomic
def open_book(*, by: Actor, year: AcademicYear, kind: HosItem, opened_on: date) -> ControlBook:
    """Open the control book of a kind for a year; one that is there already is given back as it stands.

    Raises:
        Fault: not permitted, not a control book, in the future.
    """
    require(by, Permission.STUDIES_KEEP)
    if kind not in BOOKS:
        raise errors.NOT_A_BOOK(field="kind", item=kind, books=BOOKS)
    if opened_on > by.today:
        raise errors.FILED_IN_FUTURE(field="opened_on", on=opened_on, today=by.today)
    book, made = ControlBook.objects.get_or_create(year=year, kind=kind, defaults={"opened_on": opened_on})
    if made:
        record_event(by=by, action="control_book.opened", subject=(SUBJECT, book.pk), act_date=opened_on)
    return book


@transaction.atomic
def write_entry(
    *,
    by: Actor,
    book: ControlBook,
    on: date,
    finding: str,
    person: Person | None = None,
    follow_up: str = "",
    due_on: date | None = None,
    seen: int | None = None,
) -> ControlEntry:
    """Write what was found on a day, at whom, and what is to follow until when.

    Raises:
        Fault: not permitted, closed, nothing written, the day lies before the book or in the future, changed meanwhile.
    """
    require(by, Permission.STUDIES_KEEP)
    book = _open(book, seen)
    if not finding.strip():
        raise errors.FINDING_MISSING(field="finding")
    if not book.opened_on <= on <= by.today:
        raise errors.DAY_OUTSIDE(field="on", on=on, since=book.opened_on, today=by.today)
    entry = ControlEntry.objects.create(
        book=book, on=on, person=person, finding=finding.strip(), follow_up=follow_up.strip(), due_on=due_on
    )
    book.store()
    record_event(
        by=by, action="control_book.written", subject=(SUBJECT, book.pk), act_date=on, data={"entry": entry.pk}
    )
    tell_change(year=book.year.start_year)
    return entry


@transaction.atomic
def follow_up(*, by: Actor, entry: ControlEntry, done_on: date, seen: int | None = None) -> ControlEntry:
    """Note that what an entry asks for was checked again and done.

    Raises:
        Fault: not permitted, closed book, done already, before the entry or in the future, changed meanwhile.
    """
    require(by, Permission.STUDIES_KEEP)
    book = _open(entry.book, None)
    entry = locked(entry, seen=seen)
    if entry.done_on is not None:
        raise errors.FOLLOWED_ALREADY(on=entry.done_on)
    if not entry.on <= done_on <= by.today:
        raise errors.DAY_OUTSIDE(field="done_on", on=done_on, since=entry.on, today=by.today)
    entry.done_on = done_on
    entry.store("done_on")
    record_event(
        by=by, action="control_book.followed", subject=(SUBJECT, book.pk), act_date=done_on, data={"entry": entry.pk}
    )
    return entry


@transaction.atomic
def close_book(*, by: Actor, book: ControlBook, closed_on: date, seen: int | None = None) -> ControlBook:
    """Close a book at the year's end.

    Raises:
        Fault: not permitted, closed already, before it was opened or in the future, changed meanwhile.
    """
    require(by, Permission.STUDIES_KEEP)
    book = _open(book, seen)
    if not book.opened_on <= closed_on <= by.today:
        raise errors.DAY_OUTSIDE(field="closed_on", on=closed_on, since=book.opened_on, today=by.today)
    book.closed_on = closed_on
    book.store("closed_on")
    record_event(by=by, action="control_book.closed", subject=(SUBJECT, book.pk), act_date=closed_on)
    return book


def _open(book: ControlBook, seen: int | None) -> ControlBook:
    row = locked(book, seen=seen)
    if row.closed_on is not None:
        raise errors.BOOK_CLOSED(on=row.closed_on)
    return row
