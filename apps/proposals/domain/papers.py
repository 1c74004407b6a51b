"""Putting a paper forward, handing it in, taking it back. What bodies decide about it is linked in `passages`."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.documents.domain.files import accept
from apps.documents.models import StoredFile
from apps.people.models import Person
from apps.proposals import errors
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.enums import ABOUT_A_PERSON, HANDED_IN, OF_ASSOCIATIONS, RECIPIENTS, Family, PaperKind
from apps.proposals.models import Paper
from apps.proposals.queries.decisions import decisions_of
from apps.rulebook.enums import ReportForm

SUBJECT = "paper"
CONTENT = ("title", "text", "person", "used_from", "contest", "contest_name", "level", "recipient", "form")
BODIES = frozenset({BodyKind.ASSOCIATION, BodyKind.COUNCIL, BodyKind.CREATIVE_GROUP})


def may_keep(by: Actor, *, body: Body | None, person: Person | None) -> bool:
    """Whether this person may put such a paper forward: who keeps the body's papers, and a member whose own paper it is."""
    own = person is not None and by.person_id == person.pk
    if own and body is not None and by.may(Permission.ITEM_PROPOSE, body_id=body.pk):
        return True
    return by.may(Permission.PAPER_EDIT, body_id=body.pk if body else None)


@transaction.atomic
def enter_paper(*, by: Actor, kind: PaperKind, body: Body | None, year: AcademicYear, content: PaperInput) -> Paper:
    """Put a paper forward (R15, R17, R18, R26, R29).

    Args:
        body: whose paper it is; None where the school's leadership puts it forward itself.

    Raises:
        Fault: not permitted, no title, and what its kind asks for: an association, a person, a contest, a recipient.
    """
    _may(by, body, content.person)
    _check_body(by, kind, body)
    content = _checked(kind, content)
    paper = Paper.objects.create(kind=kind, body=body, year=year, entered_on=by.today, **_fields(content))
    _note(by, paper, "paper.entered", data={"kind": kind.value})
    return paper


@transaction.atomic
def change_paper(*, by: Actor, paper: Paper, content: PaperInput, seen: int | None = None) -> Paper:
    """Write the paper anew. What a body has decided on stays as it is.

    Raises:
        Fault: not permitted, withdrawn, decided on already, changed meanwhile, and as for entering.
    """
    row = _open(by, paper, seen)
    _may(by, row.body, content.person)
    _undecided(row)
    if row.handed_on is not None:
        raise errors.HANDED_ALREADY(day=row.handed_on)
    values = _fields(_checked(row.kind, content))
    for name, value in values.items():
        setattr(row, name, value)
    row.store(*values)
    _note(by, row, "paper.changed")
    return row


@transaction.atomic
def attach(*, by: Actor, paper: Paper, name: str, content: bytes) -> StoredFile:
    """Keep the paper itself, or a part of it, as a file.

    Raises:
        Fault: not permitted, withdrawn, decided on already, a file that cannot be accepted.
    """
    row = _open(by, paper, None)
    _undecided(row)
    return accept(by=by, name=name, content=content, subject=(SUBJECT, row.pk))


@transaction.atomic
def hand_in(*, by: Actor, paper: Paper, on: date, seen: int | None = None) -> Paper:
    """Note the day a report was handed to its office, or a nomination went out (ABDH 5.3; S33C 3.2.8).

    Raises:
        Fault: not permitted, withdrawn, handed in already, no paper of that kind, a day to come, changed meanwhile.
    """
    row = _open(by, paper, seen)
    if row.family not in HANDED_IN:
        raise errors.NO_HANDING_IN(kind=row.kind)
    if row.handed_on is not None:
        raise errors.HANDED_ALREADY(day=row.handed_on)
    _not_in_future(by, "on", on)
    row.handed_on = on
    row.store("handed_on")
    _note(by, row, "paper.handed_in", on=on)
    return row


@transaction.atomic
def receive(*, by: Actor, paper: Paper, on: date, seen: int | None = None) -> Paper:
    """Note that the office has received the report.

    Raises:
        Fault: not permitted, no report, not handed in, received already, before it was handed in or in the future, changed meanwhile.
    """
    require(by, Permission.REPORT_RECEIVE)
    row = _standing(locked(paper, seen=seen))
    if row.family is not Family.REPORT:
        raise errors.NO_HANDING_IN(kind=row.kind)
    if row.received_on is not None:
        raise errors.RECEIVED_ALREADY(day=row.received_on)
    _after_handing(by, row, on)
    row.received_on = on
    row.store("received_on")
    _note(by, row, "paper.received", on=on)
    return row


@transaction.atomic
def note_result(*, by: Actor, paper: Paper, result: str, on: date, seen: int | None = None) -> Paper:
    """Write down how a nomination ended; a later word replaces the earlier one, which stays in the history.

    Raises:
        Fault: not permitted, no nomination, not handed in, no words, a wrong day, changed meanwhile.
    """
    row = _open(by, paper, seen)
    if row.family is not Family.NOMINATION:
        raise errors.NO_HANDING_IN(kind=row.kind)
    if not result.strip():
        raise errors.RESULT_MISSING(field="result")
    _after_handing(by, row, on)
    row.result, row.result_on = result.strip(), on
    row.store("result", "result_on")
    _note(by, row, "paper.result", on=on, data={"result": row.result})
    return row


@transaction.atomic
def withdraw(*, by: Actor, paper: Paper, reason: str, on: date, seen: int | None = None) -> Paper:
    """Take a paper back. It stays on record and is judged no more.

    Raises:
        Fault: not permitted, withdrawn already, no reason, a day to come, changed meanwhile.
    """
    row = _open(by, paper, seen)
    if not reason.strip():
        raise errors.REASON_MISSING(field="reason")
    _not_in_future(by, "on", on)
    row.withdrawn_on, row.withdrawn_why = on, reason.strip()
    row.store("withdrawn_on", "withdrawn_why")
    _note(by, row, "paper.withdrawn", on=on, data={"reason": row.withdrawn_why})
    return row


@transaction.atomic
def remove_paper(*, by: Actor, paper: Paper, seen: int | None = None) -> None:
    """Take back an entry made by mistake, which no body deals with yet.

    Raises:
        Fault: not permitted, under way already, changed meanwhile.
    """
    row = locked(paper, seen=seen)
    _may(by, row.body, row.person)
    if row.handed_on is not None or row.passages.exists():
        raise errors.IN_USE()
    StoredFile.objects.filter(subject_type=SUBJECT, subject_id=row.pk).delete()
    number, year, data = row.pk, row.year.start_year, {"kind": row.kind.value}
    row.delete()
    record_event(by=by, action="paper.removed", subject=(SUBJECT, number), data=data)
    tell_change(year=year)


def open_paper(by: Actor, paper: Paper, seen: int | None) -> Paper:
    """The paper as it stands, held for this transaction, for whoever may keep it.

    Raises:
        Fault: not permitted, withdrawn, changed meanwhile.
    """
    return _open(by, paper, seen)


def _open(by: Actor, paper: Paper, seen: int | None) -> Paper:
    row = locked(paper, seen=seen)
    _may(by, row.body, row.person)
    return _standing(row)


def _standing(row: Paper) -> Paper:
    if row.withdrawn_on is not None:
        raise errors.WITHDRAWN(day=row.withdrawn_on)
    return row


def _may(by: Actor, body: Body | None, person: Person | None) -> None:
    if not may_keep(by, body=body, person=person):
        require(by, Permission.PAPER_EDIT, body_id=body.pk if body else None)


def _check_body(by: Actor, kind: PaperKind, body: Body | None) -> None:
    if body is None:
        if kind.family in OF_ASSOCIATIONS:
            raise errors.NEEDS_ASSOCIATION(field="body", kind=kind)
        return
    if body.kind not in BODIES or (kind.family in OF_ASSOCIATIONS and body.kind is not BodyKind.ASSOCIATION):
        raise errors.NEEDS_ASSOCIATION(field="body", kind=kind)
    if body.dissolved_on is not None and body.dissolved_on <= by.today:
        raise errors.NOT_AT_WORK(field="body", body=body.name, day=by.today)


def _checked(kind: PaperKind, content: PaperInput) -> PaperInput:
    """The content without what its kind has no use for."""
    family = kind.family
    if not content.title.strip():
        raise errors.TITLE_MISSING(field="title")
    if kind in ABOUT_A_PERSON and content.person is None:
        raise errors.PERSON_MISSING(field="person", kind=kind)
    if kind is PaperKind.CONTEST and content.contest is None and not content.contest_name.strip():
        raise errors.CONTEST_MISSING(field="contest")
    if family is Family.REPORT:
        if content.recipient is None:
            raise errors.RECIPIENT_MISSING(field="recipient")
        if content.recipient not in RECIPIENTS:
            raise errors.RECIPIENT_UNFIT(field="recipient", recipient=content.recipient, known=RECIPIENTS)
    contest = kind is PaperKind.CONTEST
    return replace(
        content,
        title=content.title.strip(),
        text=content.text.strip(),
        used_from=content.used_from if family is Family.MATERIAL else None,
        contest=content.contest if contest else None,
        contest_name=content.contest_name.strip() if contest and content.contest is None else "",
        level=content.level if family is Family.NOMINATION else None,
        recipient=content.recipient if family is Family.REPORT else None,
        form=(content.form or ReportForm.WRITTEN) if family is Family.REPORT else None,
    )


def _fields(content: PaperInput) -> dict[str, object]:
    return {name: getattr(content, name) for name in CONTENT}


def _undecided(row: Paper) -> None:
    decided = [one for one in decisions_of([row]).get(row.pk, ()) if one.adopted]
    if decided:
        raise errors.DECIDED(body=decided[0].by_words, day=decided[0].on)


def _not_in_future(by: Actor, name: str, day: date) -> None:
    if day > by.today:
        raise errors.IN_FUTURE(field=name, day=day, today=by.today)


def _after_handing(by: Actor, row: Paper, on: date) -> None:
    if row.handed_on is None:
        raise errors.NOT_HANDED_IN()
    _not_in_future(by, "on", on)
    if on < row.handed_on:
        raise errors.TOO_EARLY(field="on", day=on, handed_on=row.handed_on)


def _note(by: Actor, row: Paper, action: str, *, on: date | None = None, data: dict[str, str] | None = None) -> None:
    record_event(by=by, action=action, subject=(SUBJECT, row.pk), act_date=on, data=data or {})
    tell_change(year=row.year.start_year)
