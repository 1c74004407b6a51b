"""How far each school of a district has come since it was asked for. Runs in the public scope; no school's schema is opened."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from apps.district.models import SchoolStanding
from apps.rulebook.codes import Code
from tenants.enums import SchoolStatus
from tenants.models import Access, School
from usul.control.enums import OPEN, JobState
from usul.control.models import Job

WORKING = (SchoolStatus.READY, SchoolStatus.SUSPENDED, SchoolStatus.SUSPENDED_READONLY)
SETTING_UP = (SchoolStatus.REQUESTED, SchoolStatus.PROVISIONING, SchoolStatus.FAILED)
GONE = (SchoolStatus.CLOSED, SchoolStatus.DELETED)


class Stage(Code):
    """The steps from a request to a school at work; each one includes those before it."""

    REQUESTED = "requested", "Суралды", "Запрошена", "Requested"
    READY = "ready", "Даяр", "Готова", "Ready"
    ENTERED = "entered", "Биринчи кирүү", "Первый вход", "First sign-in"
    CHARTER = "charter", "Жобонун бекитилиши", "Введение положения", "Charter confirmed"
    SITTING = "sitting", "Биринчи отурум", "Первое заседание", "First sitting"


ORDER = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Progress:
    """One school and the last step it has reached."""

    school: School
    stage: Stage

    @property
    def next(self) -> Stage | None:
        """The step that is still to come; None at the end of the way."""
        place = ORDER.index(self.stage) + 1
        return ORDER[place] if place < len(ORDER) else None

    @property
    def failed(self) -> bool:
        """Whether its setting-up has failed."""
        return self.school.status == SchoolStatus.FAILED


def progress_of(districts: Iterable[uuid.UUID]) -> list[Progress]:
    """Every school of the districts that is not closed, by slug. One query."""
    standing = SchoolStanding.objects.filter(school=OuterRef("pk"))
    rows = (
        School.objects.filter(district__in=list(districts))
        .exclude(status__in=GONE)
        .annotate(
            was_entered=Exists(Access.objects.filter(school=OuterRef("pk"), entered_on__isnull=False)),
            has_charter=Exists(standing.exclude(modules={})),
            has_sat=Exists(standing.filter(last_record_on__isnull=False)),
        )
        .order_by("slug")
    )
    return [Progress(row, _stage(row)) for row in rows]


def _stage(school: School) -> Stage:
    reached = {
        Stage.SITTING: getattr(school, "has_sat", False),
        Stage.CHARTER: getattr(school, "has_charter", False),
        Stage.ENTERED: getattr(school, "was_entered", False),
        Stage.READY: school.status in WORKING,
    }
    return next((stage for stage, there in reached.items() if there), Stage.REQUESTED)


def funnel(rows: Iterable[Progress]) -> list[tuple[Stage, int]]:
    """For each step, how many schools have come at least so far. No query."""
    reached = Counter(ORDER.index(row.stage) for row in rows)
    return [
        (stage, sum(count for place, count in reached.items() if place >= number)) for number, stage in enumerate(ORDER)
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """Schools that were asked for together, and how far they are."""

    id: uuid.UUID
    total: int
    done: int
    failed: int
    requested_at: datetime
    requested_by: str

    @property
    def settled(self) -> int:
        """Jobs that need no more waiting."""
        return self.done + self.failed

    @property
    def under_way(self) -> bool:
        """Whether some job is still waiting or running."""
        return self.settled < self.total


def batches(districts: Iterable[uuid.UUID], *, only: uuid.UUID | None = None, limit: int = 5) -> list[Batch]:
    """The newest lists of schools of the districts, or the one asked for. One query."""
    jobs = Job.objects.filter(school__district__in=list(districts), batch__isnull=False)
    if only is not None:
        jobs = jobs.filter(batch=only)
    found = (
        jobs.order_by()
        .values("batch")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=JobState.DONE)),
            failed=Count("pk", filter=Q(state=JobState.FAILED)),
            requested=Min("requested_at"),
            who=Max("requested_by"),
        )
        .order_by("-requested")[:limit]
    )
    return [
        Batch(uuid.UUID(str(row["batch"])), row["total"], row["done"], row["failed"], row["requested"], row["who"])
        for row in found
    ]


def jobs_of(districts: Iterable[uuid.UUID], *, batch: uuid.UUID | None = None) -> list[Job]:
    """Jobs of the districts' schools that are open or have failed, or all of a batch; failed ones first. One query."""
    jobs = Job.objects.filter(school__district__in=list(districts)).select_related("school", "source")
    jobs = jobs.filter(state__in=(*OPEN, JobState.FAILED)) if batch is None else jobs.filter(batch=batch)
    rank = {JobState.FAILED: 0, JobState.RUNNING: 1, JobState.QUEUED: 2, JobState.DONE: 3}
    return sorted(jobs.order_by("school__slug")[:400], key=lambda job: rank[JobState(job.state)])
