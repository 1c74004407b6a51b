"""What a person is asked for, and what lies on the desk of a head or a secretary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Membership
from apps.compliance.models import Finding
from apps.rulebook.enums import SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding
from apps.sittings.enums import SittingState
from apps.sittings.models import Proposal, Resolution, Sitting
from apps.sittings.queries.desks import MemberGlance
from apps.web.blocks.dates import days_from, long_date
from apps.web.blocks.papers import RouteStep, Work
from apps.web.blocks.verdicts import mark
from apps.web.bodies.words import held_ago, late_until
from apps.web.findings.links import look
from apps.web.findings.present import ON_ITS_WAY, limit_of, reader_language, sitting_words, why

NOTICE = "CN-7"
LEADING = frozenset({MembershipRole.HEAD, MembershipRole.CHAIR, MembershipRole.SECRETARY})
# bodies whose papers a secretary keeps; the others are led from the head's desk
OF_A_SECRETARY = frozenset({BodyKind.COUNCIL, BodyKind.PEDAGOGICAL_COUNCIL, BodyKind.COMMISSION})
NEW = timedelta(days=30)


def address(name: str, *args: object) -> str:
    """An address, or nothing where there is no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def desks(seats: Iterable[Membership]) -> list[Membership]:
    """One seat for each body the person leads or keeps the papers of."""
    found: dict[int, Membership] = {}
    for seat in seats:
        if seat.role in LEADING:
            found.setdefault(seat.body_id, seat)
    return sorted(found.values(), key=lambda seat: (seat.body.kind.value, seat.body.name))


def sitting_work(row: Sitting, today: date) -> Work:
    """A coming sitting as a line of work."""
    state = row.state.label.in_(reader_language())
    at = f", {row.starts_at:%H:%M}" if row.starts_at else ""
    place = f", {row.place}" if row.place else ""
    title = sitting_words(row.number, None)
    return Work(
        title=title[:1].upper() + title[1:],
        url=reverse("sitting_page", args=[row.pk]),
        about=row.body.name,
        why=f"{state}{at}{place}",
        icon="warning" if row.planned_on and row.planned_on < today else "calendar",
        due=row.planned_on,
    )


@dataclass(frozen=True, slots=True)
class Task:
    """A resolution to carry out. `may` tells whether the reader may note it as done."""

    row: Resolution
    url: str
    late: bool
    mine: bool
    may: bool


def tasks(rows: Iterable[Resolution], *, person: int | None, today: date, may: bool) -> list[Task]:
    """Resolutions, the reader's own first, each group in the order it came."""
    found = [
        Task(
            row=row,
            url=reverse("resolution_page", args=[row.pk]),
            late=row.due_on is not None and row.due_on < today,
            mine=person is not None and row.responsible_id == person,
            may=may or (person is not None and row.responsible_id == person),
        )
        for row in rows
    ]
    return sorted(found, key=lambda task: not task.mine)


@dataclass(frozen=True, slots=True)
class Next:
    """The next sitting of a body: its day, the last day for announcing it, what to press."""

    row: Sitting
    title: str
    url: str
    limit: date | None
    limit_words: str
    mark: object


def next_of(rows: Sequence[Sitting], findings: Sequence[Finding], today: date) -> Next | None:
    """The nearest sitting that has not been held."""
    row = next((one for one in rows if one.state is not SittingState.HELD), None)
    if row is None:
        return None
    notice = next(
        (
            one
            for one in findings
            if one.check_id == NOTICE and one.subject_id == row.pk and one.subject_type == SubjectKind.SITTING.value
        ),
        None,
    )
    limit, mark = None, None
    if notice is not None:
        decoded = decode_finding(notice.payload)
        told = limit_of(decoded.limit)
        mark = look(notice)
        if told is not None and told.on is not None and decoded.outcome == ON_ITS_WAY:
            limit = told.on
    words = (
        _("Announce by %(day)s: %(left)s")
        % {
            "day": long_date(limit, reader_language(), case="dative"),
            "left": days_from(limit, today),
        }
        if limit
        else ""
    )
    title = sitting_words(row.number, None)
    return Next(row, title[:1].upper() + title[1:], reverse("sitting_page", args=[row.pk]), limit, words, mark)


# --- the secretary's checklist ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """What has been done for a sitting so far, counted."""

    opened: int
    told: int
    waiting: int
    quorum: str
    today: date


def checklist(row: Sitting, facts: Facts) -> list[RouteStep]:
    """The steps of a sitting in the order of time; the first that is not done is the one to do now."""
    announced: date | None = getattr(row, "announced_on", None)
    minutes = getattr(row, "minutes", None)
    held = row.state is SittingState.HELD
    told = (
        _("%(opened)d of %(told)d have opened it") % {"opened": facts.opened, "told": facts.told} if facts.told else ""
    )
    waiting = (
        ngettext("%(count)d proposal waits", "%(count)d proposals wait", facts.waiting) % {"count": facts.waiting}
        if facts.waiting
        else ""
    )
    questions = getattr(row, "questions", 0)
    supplements = getattr(row, "supplements", 0)
    late = (
        ngettext("%(count)d supplement", "%(count)d supplements", supplements) % {"count": supplements}
        if supplements
        else ""
    )
    asked = ngettext("%(count)d question", "%(count)d questions", questions) % {"count": questions}
    done = [
        (
            _("Questions admitted"),
            bool(questions) and not facts.waiting,
            None,
            ", ".join(p for p in (asked, waiting) if p),
        ),
        (_("Agenda announced"), announced is not None or held, announced, ", ".join(p for p in (told, late) if p)),
        (_("Pack built"), bool(row.pack), None, ""),
        (_("Quorum"), held, None, "" if held else facts.quorum),
        (_("Held"), held, row.held_on, ""),
        (_("Minutes drafted"), minutes is not None and bool(minutes.text or minutes.signed_on), None, ""),
        (
            _("Minutes signed"),
            minutes is not None and minutes.signed_on is not None,
            getattr(minutes, "signed_on", None),
            "",
        ),
        (
            _("Minutes filed"),
            minutes is not None and minutes.filed_on is not None,
            getattr(minutes, "filed_on", None),
            "",
        ),
    ]
    now = next((place for place, step in enumerate(done) if not step[1]), len(done))
    return [
        RouteStep(name, "done" if ready else ("current" if place == now else "todo"), on=on, note=note)
        for place, (name, ready, on, note) in enumerate(done)
    ]


def quorum_forecast(answers: Sequence[str], members: int) -> str:
    """`3 will come, 1 will not, 2 have not answered`."""
    yes, no = answers.count("yes"), answers.count("no")
    return _("%(yes)d will come, %(no)d will not, %(open)d have not answered") % {
        "yes": yes,
        "no": no,
        "open": max(members - yes - no, 0),
    }


def proposal_work(row: Proposal) -> Work:
    """A question that waits to be admitted."""
    who = row.asker.name if row.asker else (row.offered_by.short_name if row.offered_by else "")
    url = (
        address("proposal_page", row.pk)
        or address("proposal_list", row.body_id)
        or reverse("body_page", args=[row.body_id])
    )
    return Work(title=row.text, url=url, about=who, why=row.state.label.in_(reader_language()), icon="message")


def excerpt_work(row: Proposal) -> Work:
    """A decision whose excerpt has to go back."""
    url = reverse("proposal_list", args=[row.body_id])
    return Work(
        title=row.text, url=url, about=row.asker.name if row.asker else "", icon="arrow-left", due=row.decided_on
    )


def unsigned_work(rows: Iterable[Sitting], today: date) -> list[Work]:
    """Held sittings whose minutes wait for signatures."""
    found = []
    for row in rows:
        if row.state is SittingState.HELD and row.held_on is not None:
            late = mark("WARN", "") if row.held_on <= late_until(today) else None
            url = f"{reverse('sitting_page', args=[row.pk])}#minutes"
            title = sitting_words(row.number, row.held_on)
            found.append(Work(title=title, url=url, why=held_ago(row, today), icon="seal", mark=late))
    return found


def loose_work(rows: Iterable[Resolution]) -> list[Work]:
    """Resolutions that nobody owns or that have no day."""
    found = []
    for row in rows:
        lacks = [
            words
            for there, words in ((row.responsible_id, _("nobody is named")), (row.due_on, _("no day is set")))
            if not there
        ]
        if lacks:
            found.append(Work(row.text, reverse("resolution_page", args=[row.pk]), why=", ".join(lacks), icon="help"))
    return found


# --- members ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member with what the head should know; `calls` when it needs a word with them."""

    name: str
    note: str
    calls: bool


def member_lines(rows: Iterable[MemberGlance], today: date) -> list[MemberLine]:
    """Those who need a word first."""
    lines = []
    for row in rows:
        notes = []
        if row.absent_twice:
            notes.append(_("absent twice in a row"))
        elif row.came is not None:
            notes.append(_("was at the last sitting") if row.came else _("was not at the last sitting"))
        if today - row.since < NEW:
            notes.append(_("new"))
        if row.until is not None:
            notes.append(_("leaves: %(day)s") % {"day": long_date(row.until - timedelta(days=1), reader_language())})
        lines.append(MemberLine(row.person.full_name, ", ".join(notes), row.absent_twice or row.until is not None))
    return sorted(lines, key=lambda line: not line.calls)


# what a head is told of the folder of papers, and a secretary of the archive
OF_FOLDER = ("DS-1", "DS-2")
OF_ARCHIVE = "AR-2"


def folder_work(findings: Iterable[Finding], body_id: int) -> list[Work]:
    """What the folder and the data bank of an association lack."""
    pages = {"DS-1": ("body_dossier", _("Dossier"), "folder"), "DS-2": ("body_cards", _("Data bank"), "people")}
    return [
        Work(
            pages[one.check_id][1],
            reverse(pages[one.check_id][0], args=[body_id]),
            why=why(decode_finding(one.payload)),
            icon=pages[one.check_id][2],
            mark=look(one) if one.verdict in (Verdict.FAIL, Verdict.WARN) else None,
        )
        for one in findings
        if one.check_id in pages and one.body_number == body_id and one.verdict is not Verdict.PASS
    ]


def archive_work(findings: Iterable[Finding]) -> list[Work]:
    """Folders whose years at school are over, as one line."""
    count = sum(1 for one in findings if one.check_id == OF_ARCHIVE and one.verdict is Verdict.WARN)
    if not count:
        return []
    words = ngettext("%(count)d folder may go to the archive", "%(count)d folders may go to the archive", count)
    return [Work(words % {"count": count}, reverse("archive"), icon="archive")]


def lights_of(findings: Iterable[Finding], row: Sitting) -> list[tuple[object, str]]:
    """(sign, reason) of what the rules say of one sitting, the worst first."""
    return [
        (look(one), why(decode_finding(one.payload)))
        for one in findings
        if one.subject_type == SubjectKind.SITTING.value and one.subject_id == row.pk
    ]
