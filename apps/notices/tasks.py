"""Sending and reminding: after a deed, every morning, and whenever something was left behind."""

import random
import smtplib

import structlog
from celery import Task, shared_task
from django.utils import timezone

from apps.notices.domain.mailing import is_quiet, send_waiting
from apps.notices.domain.reminders import remind
from apps.notices.domain.webhooks import claim, forget, overdue, send, settle
from tenants.context import in_school
from tenants.enums import SchoolStatus
from tenants.routing import directory
from tenants.scope import SchoolRef

logger = structlog.get_logger(__name__)

AGAIN_AFTER = 300.0
JITTER = 20.0
SLICE = 100


@shared_task(name="notices.mail", own_scope=True)
def mail(school: SchoolRef) -> None:
    """Mail what waits for people who are told at once; in the quiet hours it waits for the morning."""
    if not is_quiet(timezone.localtime()):
        _send(school, daily=False)


@shared_task(name="notices.morning", own_scope=True)
def morning(school: SchoolRef) -> None:
    """The reminders of the day, and the mail of everyone who waited for the morning."""
    with in_school(school):
        remind(today=timezone.localdate())
        forget(now=timezone.now())
    _send(school, daily=True)


def _send(school: SchoolRef, *, daily: bool) -> None:
    """One slice; the next is another message. While the mail server is away everything waits and is tried again."""
    try:
        sent = send_waiting(school, now=timezone.localtime(), daily=daily)
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("mail.failed", reason=type(error).__name__)
        mail.for_school(school, countdown=AGAIN_AFTER)
        return
    if sent.mails or sent.unreachable:
        logger.info("mail.sent", mails=sent.mails, unreachable=sent.unreachable)
    if sent.left:
        (morning if daily else mail).for_school(school, countdown=1.0)


@shared_task(name="notices.morning_all", base=Task)
def morning_all(spread_seconds: int = 1200) -> None:
    """Queue the morning of every school, spread so that neither broker nor mail server sees a herd."""
    _spread(morning, spread_seconds)


@shared_task(name="notices.deliver", own_scope=True)
def deliver(school: SchoolRef, delivery: int) -> None:
    """One attempt to tell a program; while it does not answer the message comes back later and later."""
    with in_school(school):
        message = claim(delivery, now=timezone.now(), schema=school.schema)
    if message is None:
        return
    status = send(message)
    with in_school(school):
        pause = settle(delivery, status, now=timezone.now())
    logger.info("webhook.tried", delivery=delivery, status=status, again_after=pause)
    if pause is not None:
        deliver.for_school(school, delivery, countdown=pause + random.uniform(0, 1))  # noqa: S311 - spreads load


@shared_task(name="notices.sweep", own_scope=True)
def sweep(school: SchoolRef) -> None:
    """Take up what a lost message has left behind: mail, and messages to programs."""
    with in_school(school, readonly=True):
        waiting = overdue(now=timezone.now(), most=SLICE)
    for number in waiting:
        deliver.for_school(school, number)
    mail.for_school(school)


@shared_task(name="notices.sweep_all", base=Task)
def sweep_all(spread_seconds: int = 2400) -> None:
    """Queue a look for what was left behind at every school."""
    _spread(sweep, spread_seconds)


def _spread(task: Task, seconds: int) -> None:
    schools = [school for school in directory.schools() if school.status == SchoolStatus.READY]
    for number, school in enumerate(schools):
        jitter = random.uniform(0, min(JITTER, seconds))  # noqa: S311 - spreads load, guards nothing
        task.for_school(school, countdown=seconds * number / max(len(schools), 1) + jitter)
