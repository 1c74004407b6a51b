"""After a commit: hand the work to a worker. A message that the broker does not take is made good by the sweep."""

import uuid
from typing import Any

import structlog
from django.dispatch import receiver
from kombu.exceptions import OperationalError as BrokerError

from usul.control.signals import administrator_let_in, job_queued
from usul.control.tasks import run_job, welcome

logger = structlog.get_logger(__name__)


@receiver(job_queued, dispatch_uid="control.run_job")
def send_job(job_id: uuid.UUID, **_kwargs: Any) -> None:
    """Send the job to a worker."""
    try:
        run_job.delay(str(job_id))
    except BrokerError:
        logger.warning("job.not_queued", job=str(job_id))


@receiver(administrator_let_in, dispatch_uid="control.welcome")
def write_to_administrator(user_id: uuid.UUID, school_id: uuid.UUID, **_kwargs: Any) -> None:
    """Send the letter with the way in."""
    try:
        welcome.delay(str(user_id), str(school_id))
    except BrokerError:
        logger.warning("welcome.not_queued", user=str(user_id))
