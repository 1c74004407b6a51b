"""The first page of a school: what must happen, what waits, how each body stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.bodies.enums import BodyKind
from apps.bodies.models import Body
from apps.compliance.domain.pace import COUNTED, asked_by, behind_pace
from apps.compliance.domain.summary import rhythm_of
from apps.compliance.models import Finding
from apps.compliance.queries.findings import CALLING, JudgedYear
from apps.plans.models import WorkPlan
from apps.rulebook.enums import SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding
from apps.rulebook.findings import RANK
from apps.rulebook.policy import Policy, questions
from apps.rulebook.problems import Problem
from apps.sittings.enums import SittingState
from apps.sittings.models import Sitting
from apps.sittings.queries.lists import COMING
from apps.web.blocks.papers import Work
from apps.web.blocks.verdicts import Mark
from apps.web.findings.links import look
from apps.web.findings.present import limit_of, reader_language, sitting_words, why

NOTICE = "CN-7"
# questions that only a person's choice can settle come before gaps in a copy
URGENT = ("policy.no_charter", "policy.conflict", "policy.two_charters", "policy.two_versions", "policy.gap")
MOST_QUESTIONS = 3
MOST_WAITING = 8


def this_week(sittings: Iterable[Sitting], findings: Sequence[Finding], today: date) -> list[Work]:
    """Coming sittings until the end of next week, the next one whenever it is, and those whose day went by unrecorded."""
    coming = sorted((row for row in sittings if row.state in COMING), key=_day)
    horizon = today + timedelta(days=13 - today.weekday())
    shown = [row for row in coming if _day(row) <= horizon] or coming[:1]
    notices = {
        row.subject_id: row
        for row in findings
        if row.check_id == NOTICE and row.subject_type == SubjectKind.SITTING.value
    }
    return [_coming(row, notices.get(row.pk), today) for row in shown]


def _day(sitting: Sitting) -> date:
    return sitting.held_on or sitting.planned_on or date.max


def _coming(sitting: Sitting, notice: Finding | None, today: date) -> Work:
    title = f"{sitting.body.name}: {sitting_words(sitting.number, None)}"
    url = reverse("sitting_page", args=[sitting.pk])
    if _day(sitting) < today:
        return Work(title, url, why=_("Its day has passed and nothing is recorded."), icon="warning", due=_day(sitting))
    if notice is None:
        return Work(title, url, icon="calendar", due=_day(sitting))
    finding = decode_finding(notice.payload)
    limit = limit_of(finding.limit)
    waits = finding.verdict is Verdict.PENDING and limit is not None and limit.on is not None
    return Work(title, url, why=why(finding), mark=look(notice), due=limit.on if waits and limit else _day(sitting))


# --- what waits for a hand --------------------------------------------------------------------------------------------


def waiting(
    bodies: Sequence[Body], sittings: Iterable[Sitting], plans: Mapping[int, WorkPlan], query: str
) -> tuple[list[Work], int]:
    """Minutes without a signature, plans without approval or missing, resolutions overdue; and how many lines were left out."""
    names = {body.pk: body.name for body in bodies}
    found = [_late(body) for body in bodies if getattr(body, "overdue_resolutions", 0)]
    found += [_unsigned(row, names) for row in sorted(sittings, key=_day) if is_unsigned(row)]
    for body in bodies:
        plan = plans.get(body.pk)
        if body.kind is BodyKind.ASSOCIATION and (plan is None or not getattr(plan, "approved", False)):
            found.append(_plan(body, plan, query))
    return found[:MOST_WAITING], max(len(found) - MOST_WAITING, 0)


def is_unsigned(sitting: Sitting) -> bool:
    """Whether the sitting was held and its minutes are not signed."""
    minutes = getattr(sitting, "minutes", None)
    return sitting.state is SittingState.HELD and (minutes is None or minutes.signed_on is None)


def _late(body: Body) -> Work:
    count = int(getattr(body, "overdue_resolutions", 0))
    title = ngettext("%(count)d resolution is overdue", "%(count)d resolutions are overdue", count) % {"count": count}
    return Work(title, f"{reverse('body_page', args=[body.pk])}#resolutions", about=body.name, icon="clock")


def _unsigned(sitting: Sitting, names: Mapping[int, str]) -> Work:
    about = f"{names.get(sitting.body_id, '')} · {sitting_words(sitting.number, sitting.held_on)}"
    return Work(
        _("Minutes are not signed"), f"{reverse('sitting_page', args=[sitting.pk])}#minutes", about=about, icon="seal"
    )


def _plan(body: Body, plan: WorkPlan | None, query: str) -> Work:
    title = _("The work plan waits for approval") if plan else _("There is no work plan for this year")
    return Work(title, f"{reverse('body_page', args=[body.pk])}{query}#plan", about=body.name, icon="plan")


# --- bodies at a glance -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Glance:
    """One body on one line.

    Attributes:
        needed: sittings the body's own rule asks for by today; None where nothing is counted by the year.
        worst: the heaviest sign among its findings; None when there are none.
    """

    name: str
    url: str
    held: int
    needed: int | None
    last: date | None
    open: int
    overdue: int
    worst: Mark | None


def glances(
    bodies: Iterable[Body],
    sittings: Sequence[Sitting],
    findings: Sequence[Finding],
    year: JudgedYear,
    today: date,
    query: str,
) -> list[Glance]:
    """Every association and council, those with the heaviest findings first."""
    rows = []
    for body in bodies:
        own = [row for row in findings if row.body_number == body.pk]
        worst = min(own, key=lambda row: RANK[row.verdict, row.severity], default=None)
        days = [
            row.held_on for row in sittings if row.body_id == body.pk and row.state is SittingState.HELD and row.held_on
        ]
        glance = Glance(
            name=body.name,
            url=f"{reverse('body_page', args=[body.pk])}{query}",
            held=len(days),
            needed=_needed(own, year, today),
            last=max(days, default=None),
            open=int(getattr(body, "open_resolutions", 0)),
            overdue=int(getattr(body, "overdue_resolutions", 0)),
            worst=look(worst) if worst else None,
        )
        rows.append((RANK[worst.verdict, worst.severity] if worst else len(RANK), body.name, glance))
    return [glance for _rank, _name, glance in sorted(rows, key=lambda row: row[:2])]


def _needed(findings: Iterable[Finding], year: JudgedYear, today: date) -> int | None:
    for row in findings:
        if row.check_id == COUNTED:
            limit = decode_finding(row.payload).limit
            if isinstance(limit, int):
                return asked_by(limit, year.revision.starts_on, year.revision.ends_on, today)
    return None


# --- charter and district ---------------------------------------------------------------------------------------------


def open_questions(policy: Policy, bodies: Iterable[Body], today: date) -> tuple[list[str], int]:
    """What only a person's choice can settle, each once; and how many questions there are besides."""
    councils = {body.council_kind for body in bodies if body.council_kind is not None}
    found: dict[tuple[str, str], Problem] = {}
    for council in (None, *sorted(councils)):
        for problem in questions(policy, today, council):
            found.setdefault((problem.code, problem.about), problem)
    urgent = [one.text.in_(reader_language()) for one in found.values() if one.code in URGENT]
    shown = urgent[:MOST_QUESTIONS]
    return shown, len(found) - len(shown)


def modules_in_force(policy: Policy, today: date) -> list[tuple[str, str]]:
    """(code, title) of each charter module."""
    version = policy.version(today)
    return [(use.module.code, use.module.title.in_(reader_language())) for use in (version.modules if version else ())]


@dataclass(frozen=True, slots=True)
class SeenByDistrict:
    """What the district's pages show of this school: its rhythm, and obligations by sign."""

    rhythm: str
    marks: list[tuple[Mark, int]]


def seen_by_district(findings: Sequence[Finding], held: int, year: JudgedYear, today: date) -> SeenByDistrict:
    """The summary as it is pushed: the worst finding of every check counts."""
    worst: dict[str, Finding] = {}
    for row in findings:
        kept = worst.get(row.check_id)
        if kept is None or RANK[row.verdict, row.severity] < RANK[kept.verdict, kept.severity]:
            worst[row.check_id] = row
    counts: dict[str, tuple[Mark, int]] = {}
    for row in sorted(worst.values(), key=lambda row: RANK[row.verdict, row.severity]):
        sign = look(row)
        counts[sign.kind] = (Mark(sign.code, sign.kind, sign.word), counts.get(sign.kind, (sign, 0))[1] + 1)
    decoded = [decode_finding(row.payload) for row in findings]
    behind = behind_pace(decoded, year.revision.starts_on, year.revision.ends_on, today)
    return SeenByDistrict(rhythm_of(decoded, held=held, pace_behind=behind), list(counts.values()))


def calling(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that need a person, in the order they came."""
    return [row for row in findings if row.verdict in CALLING]


def one_of_each(findings: Iterable[Finding], most: int) -> list[tuple[Finding, int]]:
    """The first findings that differ in what they say, each with how many more say the same of other records."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for row in findings:
        alike.setdefault((row.check_id, row.verdict.value, row.payload["outcome"]), []).append(row)
    return [(rows[0], len(rows) - 1) for rows in alike.values()][:most]
