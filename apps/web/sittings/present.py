"""A sitting as its page draws it: rule lights, quorum, agenda, what has happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.audit.models import Event
from apps.bodies.enums import BodyKind
from apps.compliance.models import Finding
from apps.documents.models import StoredFile
from apps.rulebook.enums import AttendanceKind, SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding
from apps.sittings.domain.pack import OF_ITEM
from apps.sittings.enums import ItemState, MotionResult, SittingState
from apps.sittings.models import AgendaItem, Attendance, Sitting
from apps.sittings.queries.detail import SittingDetail
from apps.web.blocks.dates import clock, day_and_month
from apps.web.blocks.papers import Entry, Light, Quorum
from apps.web.blocks.verdicts import Mark
from apps.web.findings.links import look
from apps.web.findings.present import reader_language, source_of, title_of, why

QUORUM, MAJORITY = "CN-8", "CN-9"
# (name, checks of councils and of associations) in the order of time
LIGHTS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Notice of the agenda"), ("CN-7",)),
    (gettext_lazy("Quorum"), (QUORUM,)),
    (gettext_lazy("Votes"), (MAJORITY,)),
    (gettext_lazy("Minutes"), ("CN-10", "ST-2")),
    (gettext_lazy("Resolutions"), ("ST-3",)),
    (gettext_lazy("Sittings of the period"), ("CN-6", "ST-1")),
)
OF_COUNCILS = frozenset({"CN-7", QUORUM, MAJORITY})
OF_THE_YEAR = frozenset({"CN-6", "ST-1"})
OF_ASSOCIATIONS = frozenset({"ST-3"})
OF_A_BODY = frozenset({SubjectKind.ASSOCIATION.value, SubjectKind.COUNCIL.value})


def lights_of(sitting: Sitting, findings: Sequence[Finding]) -> list[Light]:
    """The lights that a body of this kind has. `findings` are those about the sitting, its items and its body, worst first."""
    lights = (_light(str(name), checks, sitting, findings) for name, checks in LIGHTS)
    return [light for light in lights if light is not None]


def _light(name: str, checks: tuple[str, ...], sitting: Sitting, findings: Sequence[Finding]) -> Light | None:
    rows = [row for row in findings if row.check_id in checks]
    own = [row for row in rows if row.subject_type not in OF_A_BODY]
    of_body = [row for row in rows if row.subject_type in OF_A_BODY and row.verdict is not Verdict.NA]
    row = next(iter(own), None) or next(iter(of_body), None)
    if row is None:
        return _unjudged(name, checks, sitting)
    finding = decode_finding(row.payload)
    waits = finding.verdict is Verdict.PENDING and isinstance(finding.limit, date)
    return Light(
        name,
        f"{row.verdict.value}{'*' if row.starred else ''}",
        why=why(finding),
        severity=row.severity or "",
        due=finding.limit if waits and isinstance(finding.limit, date) else None,
        url=reverse("finding_page", args=[row.pk]),
    )


def _unjudged(name: str, checks: tuple[str, ...], sitting: Sitting) -> Light | None:
    of_others = OF_ASSOCIATIONS if sitting.body.kind is BodyKind.COUNCIL else OF_COUNCILS
    if set(checks) <= of_others or set(checks) <= OF_THE_YEAR:
        return None
    if sitting.state is SittingState.CANCELLED:
        return Light(name, "NA", why=_("The sitting was cancelled."))
    if sitting.state is SittingState.LAPSED:
        return Light(name, "NA", why=_("The sitting lapsed for lack of quorum."))
    if sitting.state is not SittingState.HELD:
        return Light(name, "PENDING", why=_("Judged when the sitting has been held."))
    if set(checks) <= {QUORUM, MAJORITY}:
        return Light(name, "NA", why=_("No decision is recorded as adopted."))
    return Light(name, "PENDING", why=_("The verdict is being worked out."))


def is_being_judged(sitting: Sitting, findings: Iterable[Finding]) -> bool:
    """Whether a held sitting has no verdict yet, neither of its own nor one that says its body's rules are silent."""
    return sitting.state is SittingState.HELD and not any(
        (row.subject_id == sitting.pk and row.subject_type == SubjectKind.SITTING.value)
        or (row.subject_type in OF_A_BODY and row.check_id in ("CN-10", "ST-2") and row.verdict is not Verdict.NA)
        for row in findings
    )


def quorum_of(detail: SittingDetail, findings: Iterable[Finding], charter_url: str) -> Quorum | None:
    """The meter, with the need that the rules computed; None where no attendance is on record."""
    members = [row for row in detail.attendance if row.kind is AttendanceKind.MEMBER]
    if not members:
        return None
    here = sum(1 for row in members if row.present)
    for row in findings:
        if row.check_id != QUORUM or row.subject_type in OF_A_BODY:
            continue
        finding = decode_finding(row.payload)
        values = dict(finding.values)
        counted, seats, least = values.get("count"), values.get("members"), values.get("least")
        if isinstance(counted, int) and isinstance(seats, int) and isinstance(least, int):
            return Quorum(counted, seats, least, finding.verdict.value, source_of(finding.sources, charter_url))
    return Quorum(here, len(members), None, "NR")


# --- agenda -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A question of the agenda. `votes` is empty when none were recorded; `marks` are signs of findings with names and pages.

    `drop` is its number where it may be taken off; `here` how many members were in the room when it was decided; `files` its papers.
    """

    position: int
    text: str
    kind: str
    speaker: str
    votes: str
    decided: str
    added: date | None
    marks: Sequence[tuple[Mark, str, str]]
    dropped: bool = False
    drop: int | None = None
    here: int | None = None
    files: Sequence[StoredFile] = ()


def agenda_of(
    items: Iterable[AgendaItem],
    findings: Sequence[Finding],
    *,
    may_drop: bool = False,
    papers: Sequence[StoredFile] = (),
) -> list[ItemLine]:
    """The agenda in its order, each question with its vote, its papers and what the rules say of it."""
    language = reader_language()
    return [
        ItemLine(
            position=item.position,
            text=item.text,
            kind=item.kind.label.in_(language),
            speaker=_speaker(item),
            votes=_votes(item),
            decided=_decided(item),
            here=len(item.present) if item.present is not None else None,
            added=item.announced_on,
            marks=[
                (look(row), title_of(row.check_id), reverse("finding_page", args=[row.pk]))
                for row in findings
                if row.subject_type == SubjectKind.ITEM.value and row.subject_id == item.pk
            ],
            dropped=item.state is ItemState.DROPPED,
            drop=item.pk if may_drop and item.state is ItemState.LISTED else None,
            files=[row for row in papers if row.subject_type == OF_ITEM and row.subject_id == item.pk],
        )
        for item in items
    ]


def _decided(item: AgendaItem) -> str:
    """What came of a question; a vote without a quorum says so."""
    if getattr(item, "last_result", None) is MotionResult.NO_QUORUM:
        return MotionResult.NO_QUORUM.label.in_(reader_language())
    return "" if item.adopted is None else _("adopted") if item.adopted else _("not adopted")


def _speaker(item: AgendaItem) -> str:
    role = item.speaker_role.label.in_(reader_language()) if item.speaker_role else ""
    return ", ".join(part for part in (item.speaker.short_name if item.speaker else "", role) if part)


def _votes(item: AgendaItem) -> str:
    vote = getattr(item, "vote", None)
    if vote is None:
        return ""
    words = _("for %(yes)d · against %(no)d · abstained %(abstained)d") % {
        "yes": vote.yes,
        "no": vote.no,
        "abstained": vote.abstained,
    }
    if vote.invited_ballots:
        words += " · " + _("ballots of guests, not counted: %(number)d") % {"number": vote.invited_ballots}
    return words


def attendance_of(rows: Sequence[Attendance]) -> list[tuple[str, str, bool]]:
    """(name, note, present) of everyone, those who were there first."""
    found = []
    for row in sorted(rows, key=lambda row: (row.kind is AttendanceKind.INVITED, not row.present)):
        invited = row.kind.label.in_(reader_language()) if row.kind is AttendanceKind.INVITED else ""
        absent = "" if row.present else _("absent")
        note = ", ".join(part for part in (invited, absent, row.reason) if part)
        found.append((row.person.full_name, note, row.present))
    return found


# --- what has happened ------------------------------------------------------------------------------------------------

DEEDS: dict[str, tuple[Promise, str]] = {
    "sitting.planned": (gettext_lazy("Put on the calendar"), "calendar"),
    "sitting.announced": (gettext_lazy("Agenda announced"), "announce"),
    "sitting.cancelled": (gettext_lazy("Cancelled"), "close"),
    "sitting.recorded": (gettext_lazy("Recorded as held"), "edit"),
    "sitting.postponed": (gettext_lazy("Moved to another day"), "calendar"),
    "sitting.opened": (gettext_lazy("Opened"), "flag"),
    "sitting.closed": (gettext_lazy("Closed"), "check"),
    "sitting.lapsed": (gettext_lazy("Lapsed for lack of quorum"), "close"),
    "agenda.added": (gettext_lazy("Question added"), "plus"),
    "agenda.dropped": (gettext_lazy("Question taken off"), "minus"),
    "minutes.drafted": (gettext_lazy("Minutes drafted"), "document"),
    "minutes.half_signed": (gettext_lazy("First signature"), "edit"),
    "minutes.signed": (gettext_lazy("Minutes signed"), "seal"),
    "minutes.corrected": (gettext_lazy("Correction added"), "edit"),
    "minutes.filed": (gettext_lazy("Minutes filed"), "folder"),
    "minutes.archived": (gettext_lazy("Minutes archived"), "archive"),
    "resolution.done": (gettext_lazy("Resolution carried out"), "check"),
}


def timeline_of(events: Iterable[Event]) -> list[Entry]:
    """Deeds with the day and time of entry; the date on the paper stands with the deed."""
    language = reader_language()
    entries = []
    for event in events:
        if event.action not in DEEDS:
            continue
        words, icon = DEEDS[event.action]
        at = timezone.localtime(event.at)
        text = f"{words}: {day_and_month(event.act_date, language)}" if event.act_date else str(words)
        entries.append(Entry(at.date(), text, icon, who=event.actor_name, time=clock(at, language)))
    return entries
