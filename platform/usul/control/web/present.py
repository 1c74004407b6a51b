"""From records of the control room to what its pages show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.web.blocks.papers import Entry
from apps.web.findings.present import reader_language
from usul.control.domain.jobs import NEEDED
from usul.control.enums import JobKind, JobState
from usul.control.models import Deed, Job
from usul.control.queries.board import sentence
from usul.control.queries.funnel import Batch
from usul.control.web.desk import Desk
from usul.control.web.words import LOG, TOLD

SIGNS = {JobState.DONE: "PASS", JobState.FAILED: "FAIL", JobState.RUNNING: "PENDING", JobState.QUEUED: "PENDING"}


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in a list. `retry_url` is empty where there is nothing to try again."""

    school: str
    slug: str
    url: str
    kind: str
    state: str
    sign: str
    attempts: int
    on: date
    who: str
    reason: str
    error: str
    retry_url: str


def job_lines(jobs: Iterable[Job], desk: Desk) -> list[JobRow]:
    """Jobs as a district sees them. No query when their schools are loaded."""
    return [
        job_row(
            job,
            desk.url("onboarding_school", job.school.slug),
            desk.url("onboarding_retry", job.pk) if NEEDED[JobKind(job.kind)] in desk.place.rights else "",
        )
        for job in jobs
    ]


def fleet_lines(jobs: Iterable[Job]) -> list[JobRow]:
    """Jobs as an operator sees them. No query when their schools and districts are loaded."""
    return [
        job_row(
            job,
            reverse("onboarding_school", args=[job.school.district.slug, job.school.slug]),
            reverse("fleet_retry", args=[job.pk]),
        )
        for job in jobs
    ]


def job_row(job: Job, url: str, retry_url: str) -> JobRow:
    """One job with the reason of its failure in the reader's language."""
    state = JobState(job.state)
    return JobRow(
        school=job.school.name,
        slug=job.school.slug,
        url=url,
        kind=str(job.get_kind_display()),
        state=str(job.get_state_display()),
        sign=SIGNS[state],
        attempts=job.attempts,
        on=timezone.localdate(job.finished_at or job.started_at or job.requested_at),
        who=job.requested_by,
        reason=sentence(job.error_code, reader_language(), job.error),
        error=job.error if state == JobState.FAILED else "",
        retry_url=retry_url if state == JobState.FAILED else "",
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a school that was loaded beside a living one differs from it: (table, rows then, rows now) of every unequal table."""

    other: list[tuple[str, int, int]]
    same: int


def compared_of(jobs: Iterable[Job]) -> Comparison | None:
    """The comparison that the last loading left, if there is one. No query."""
    rows = next((job.result["compared"] for job in jobs if job.result.get("compared")), None)
    if rows is None:
        return None
    other = [(row["table"], row["one"], row["other"]) for row in rows if not row["same"]]
    return Comparison(other, len(rows) - len(other))


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A list of schools with its progress in words."""

    batch: Batch
    url: str
    on: date
    words: str


def batch_line(batch: Batch, url: str) -> BatchLine:
    """`12 set up, 1 failed` with the day and the way to its page."""
    parts = [_("%(count)d set up") % {"count": batch.done}]
    if batch.failed:
        parts.append(_("%(count)d failed") % {"count": batch.failed})
    return BatchLine(batch, url, timezone.localdate(batch.requested_at), ", ".join(parts))


def log_of(deeds: Iterable[Deed]) -> list[Entry]:
    """Entries of the log, newest first."""
    return [
        Entry(
            on=timezone.localdate(deed.at),
            time=f"{timezone.localtime(deed.at):%H:%M}",
            text=": ".join([str(LOG.get(deed.action, deed.action)), *_told(deed)][:2]),
            who=deed.actor_name,
        )
        for deed in deeds
    ]


def _told(deed: Deed) -> list[str]:
    told = ", ".join(str(deed.data[name]) for name in TOLD if deed.data.get(name))
    return [told] if told else []
