"""What operators see of the fleet: schools, versions, jobs. Runs in the public scope; a handful of queries however many schools."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from apps.core.errors import FaultKind
from tenants.enums import SchoolStatus, StepState
from tenants.models import SchemaVersion, School, SchoolMigration
from usul.control import errors
from usul.control.enums import JobState
from usul.control.models import Job

BY_CODE = {kind.code: kind for kind in vars(errors).values() if isinstance(kind, FaultKind)}


def sentence(code: str, language: str, detail: str = "") -> str:
    """What a person is told of a stored reason; empty for one that is not ours. `detail` is what the machine said."""
    known = BY_CODE.get(code)
    if known is None:
        return ""
    text = known.text.in_(language)
    return text.replace("{detail}", detail) if detail else text.replace(" ({detail})", "").replace(": {detail}", "")


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school on the board.

    Attributes:
        version: number of its schema version; None without a schema.
        behind: it is at another version than most of the fleet's newest.
        trouble: what is wrong with it, as a machine said it.
    """

    slug: str
    name: str
    district: str
    district_slug: str
    status: str
    status_label: str
    since: datetime
    reason: str
    version: int | None
    behind: bool
    trouble: str


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job on the board. `reason` is the sentence of its fault in the reader's language."""

    id: str
    kind: str
    school: str
    state: str
    state_label: str
    attempts: int
    requested_by: str
    requested_at: datetime
    reason: str
    error: str
    may_be_retried: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The whole fleet at a glance."""

    schools: list[SchoolLine]
    jobs: list[JobLine]
    statuses: dict[str, int]
    versions: dict[int, int]
    newest: int | None
    troubles: int = field(default=0)


def board(*, language: str, only_trouble: bool = False, search: str = "", limit: int | None = 500) -> Board:
    """Schools by slug, open and failed jobs first by age; counts over the whole fleet."""
    numbers = dict(SchemaVersion.objects.values_list("digest", "number"))
    every = School.objects.select_related("district", "schema_state").exclude(status=SchoolStatus.DELETED)
    states = list(every.values_list("status", "schema_state__digest"))
    versions = Counter(numbers[digest] for _status, digest in states if digest)
    newest = max(versions, default=None)
    stuck = dict(
        SchoolMigration.objects.exclude(state=StepState.DONE).order_by("started_at").values_list("school_id", "error")
    )
    lines = [_line(school, numbers, newest, stuck, language) for school in every.order_by("slug")]
    wanted = [
        line
        for line in lines
        if (not only_trouble or _troubled(line))
        and (not search or search.lower() in f"{line.slug} {line.name}".lower())
    ]
    jobs = Job.objects.select_related("school").exclude(state=JobState.DONE).order_by("requested_at")[:100]
    return Board(
        schools=wanted[:limit],
        jobs=[_job(job, language) for job in jobs],
        statuses=dict(Counter(status for status, _digest in states)),
        versions=dict(versions),
        newest=newest,
        troubles=sum(_troubled(line) for line in lines),
    )


def _line(
    school: School, numbers: dict[str, int], newest: int | None, stuck: dict[UUID, str], language: str
) -> SchoolLine:
    state = getattr(school, "schema_state", None)
    version = numbers.get(state.digest) if state else None
    return SchoolLine(
        slug=school.slug,
        name=school.name,
        district=school.district.name,
        district_slug=school.district.slug,
        status=school.status,
        status_label=str(school.get_status_display()),
        since=school.status_since,
        reason=sentence(school.status_reason, language) or school.status_reason,
        version=version,
        behind=version is not None and version != newest,
        trouble=stuck.get(school.pk, ""),
    )


def _troubled(line: SchoolLine) -> bool:
    return line.behind or bool(line.trouble) or line.status == SchoolStatus.FAILED


def _job(job: Job, language: str) -> JobLine:
    return JobLine(
        id=str(job.pk),
        kind=str(job.get_kind_display()),
        school=job.school.slug,
        state=job.state,
        state_label=str(job.get_state_display()),
        attempts=job.attempts,
        requested_by=job.requested_by,
        requested_at=job.requested_at,
        reason=sentence(job.error_code, language, job.error),
        error=job.error,
        may_be_retried=job.state == JobState.FAILED,
    )
