"""Tasks that belong to one school.

The message carries the school's identity under a signature, apart from the arguments. A message without it, with a wrong signature,
or for a school that is unknown, closed or suspended is rejected and logged; its body never runs, least of all in schema public.
A message for a school whose tables are of another version than this code is put off.
"""

import uuid
from dataclasses import dataclass
from typing import Any

import structlog
from celery import Task
from celery.exceptions import Reject
from django.core import signing
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from kombu.exceptions import OperationalError

from tenants.context import current_school, in_school
from tenants.enums import SchoolStatus
from tenants.routing import directory
from tenants.scope import SchoolRef

logger = structlog.get_logger(__name__)

HEADER = "usul_school"
SALT = "usul.task.school"
PUT_OFF_SECONDS = 30.0
WORKING = frozenset({SchoolStatus.READY.value})


def school_header(task_name: str, school_id: uuid.UUID) -> str:
    """The signed header of a message for `school_id`; it is good for this one task only."""
    return signing.dumps([task_name, str(school_id)], salt=SALT)


@dataclass(frozen=True, slots=True)
class _QueuedCall:
    """A task waiting for commit; equal calls of one transaction are one."""

    task: "SchoolTask"
    school_id: uuid.UUID
    args: tuple[Any, ...]
    countdown: float | None

    def __call__(self) -> None:
        try:
            self.task.for_school(self.school_id, *self.args, countdown=self.countdown)
        except OperationalError:
            # what was committed stays committed; whoever relies on the message leaves a mark for a sweep
            logger.warning("task.not_queued", task_name=self.task.name)


class SchoolTask(Task):
    """Base of every task that works for one school. Send it with `task.for_school(school, …)`.

    The body runs in one transaction in the school's scope and receives the arguments only; ask `current_school()` for the school.
    A task that needs several transactions sets `own_scope = True` and receives the school as its first argument.
    """

    abstract = True
    own_scope = False
    typing = False  # the school is no argument of the message

    def for_school(
        self, school: SchoolRef | uuid.UUID, *args: Any, countdown: float | None = None, **kwargs: Any
    ) -> None:
        """Queue this task for `school`. Arguments are primitives."""
        school_id = school if isinstance(school, uuid.UUID) else school.id
        self.apply_async(args, kwargs, countdown=countdown, headers={HEADER: school_header(self.name, school_id)})

    def after_commit(self, *args: Any, countdown: float | None = None) -> None:
        """Queue this task for the school of the running scope once its transaction has committed; the same call counts once."""
        call = _QueuedCall(self, current_school().id, args, countdown)
        connection = connections[DEFAULT_DB_ALIAS]
        if all(waiting[1] != call for waiting in connection.run_on_commit):
            transaction.on_commit(call)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        school = self._school_of_message()
        if not directory.may_serve(school):
            logger.info("task.put_off", task_name=self.name, school=school.slug)
            self.for_school(school, *args, countdown=PUT_OFF_SECONDS, **kwargs)
            return None
        with structlog.contextvars.bound_contextvars(school=school.slug, district=school.district_slug):
            if self.own_scope:
                return self.run(school, *args, **kwargs)
            with in_school(school):
                return self.run(*args, **kwargs)

    def _school_of_message(self) -> SchoolRef:
        header = (self.request.headers or {}).get(HEADER) or self.request.get(HEADER)
        if not header:
            raise self._rejected("without_school")
        try:
            task_name, school_id = signing.loads(header, salt=SALT)
        except signing.BadSignature:
            raise self._rejected("forged_school") from None
        if task_name != self.name:
            raise self._rejected("header_of_another_task")
        school = directory.school(uuid.UUID(school_id))
        if school is None:
            raise self._rejected("unknown_school", school_id=school_id)
        if school.status not in WORKING:
            raise self._rejected("school_not_in_use", school_id=school_id, status=school.status)
        return school

    def _rejected(self, reason: str, **facts: str) -> Reject:
        logger.warning("task.rejected", task_name=self.name, reason=reason, **facts)
        return Reject(reason, requeue=False)
