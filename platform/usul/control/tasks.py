"""Jobs over whole schools in the background. Ids in, one call, safe to run twice."""

import uuid

from celery import Task, shared_task
from django.utils import timezone

from tenants.context import public_scope
from usul.control.domain import bundles, jobs
from usul.control.domain.run import run
from usul.control.domain.welcome import send_welcome


@shared_task(name="control.run_job", base=Task)
def run_job(job_id: str) -> None:
    """Do one job, unless another worker has it."""
    run(uuid.UUID(job_id), now=timezone.now())


@shared_task(name="control.take_up_jobs", base=Task)
def take_up_jobs() -> None:
    """Send jobs again whose message or worker was lost."""
    for job_id in jobs.unheard(now=timezone.now()):
        run_job.delay(str(job_id))


@shared_task(name="control.forget_bundles", base=Task)
def forget_bundles() -> None:
    """Remove bundles whose days are over."""
    with public_scope():
        bundles.forget_bundles(now=timezone.now())


@shared_task(
    name="control.welcome",
    base=Task,
    autoretry_for=(OSError,),
    retry_backoff=30,
    retry_backoff_max=3600,
    max_retries=12,
)
def welcome(user_id: str, school_id: str) -> None:
    """Send the administrator of a school the letter with the way in; while the mail server is away it is tried again."""
    send_welcome(uuid.UUID(user_id), uuid.UUID(school_id))
