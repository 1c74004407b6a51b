"""From a job to the work it stands for."""

import uuid
from collections.abc import Callable
from datetime import datetime

from usul.control.domain.carrying import export, load
from usul.control.domain.deletion import delete
from usul.control.domain.jobs import claim
from usul.control.domain.onboarding import onboard
from usul.control.domain.splitting import split
from usul.control.enums import JobKind
from usul.control.models import Job

WORK: dict[str, Callable[..., bool]] = {
    JobKind.ONBOARD: onboard,
    JobKind.DELETE: delete,
    JobKind.SPLIT: split,
    JobKind.EXPORT: export,
    JobKind.IMPORT: load,
    JobKind.RESTORE: load,
}


def run(job_id: uuid.UUID, *, now: datetime) -> Job | None:
    """Do the job here and now; None when there is nothing to do or another worker has it. Must be called outside every scope."""
    job = claim(job_id, now=now)
    if job is not None:
        WORK[job.kind](job, now=now)
    return job
