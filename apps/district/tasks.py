"""Keeping the district's view true: after every change, every night, and whenever a mark was left behind."""

from datetime import date

import structlog
from celery import Task, shared_task
from django.utils import timezone

from apps.compliance.domain.evaluate import evaluate_years
from apps.district.domain.standings import (
    accept_standing,
    forget_marks,
    marks_of,
    reconcile_standing,
    schools_with_marks,
)
from tenants.context import in_school
from tenants.enums import SchoolStatus
from tenants.routing import directory
from tenants.scope import SchoolRef

logger = structlog.get_logger(__name__)


def refresh(school: SchoolRef, *, year: int | None = None, as_of: date | None = None) -> int:
    """Evaluate a school and push what it came to; returns how many verdicts changed. Safe to run twice and at once.

    Marks are read before the evaluation begins and removed after the push, so that a change made meanwhile keeps its mark.
    """
    marks = marks_of(school.schema)
    today = as_of or timezone.localdate()
    with in_school(school):
        evaluated = evaluate_years(as_of=today, now=timezone.now(), year=year)
    for result in evaluated:
        accept_standing(school_id=school.id, standing=result.standing)
    if year is None:
        forget_marks(marks)
    return sum(result.changed for result in evaluated)


@shared_task(name="district.refresh_standing", own_scope=True)
def refresh_standing(school: SchoolRef) -> None:
    """Evaluate the school of the message."""
    changed = refresh(school)
    logger.info("standing.refreshed", changed=changed)


@shared_task(name="district.reconcile", own_scope=True)
def reconcile(school: SchoolRef) -> None:
    """Compare what the district holds with what the school's records say today; repair and report a difference."""
    with in_school(school):
        evaluated = evaluate_years(as_of=timezone.localdate(), now=timezone.now())
    for result in evaluated:
        drift = reconcile_standing(school_id=school.id, standing=result.standing)
        if drift:
            logger.warning("standing.drift", year=result.standing.year, fields=sorted(drift))


@shared_task(name="district.sweep", base=Task)
def sweep() -> None:
    """Queue every school that has left marks: also those whose message was lost."""
    waiting = schools_with_marks()
    for school in directory.schools():
        if school.schema in waiting and school.status == SchoolStatus.READY:
            refresh_standing.for_school(school)


@shared_task(name="district.reconcile_all", base=Task)
def reconcile_all(spread_seconds: int = 3600) -> None:
    """Queue the nightly reconciliation of every school, spread over the hour so that the broker sees no herd."""
    schools = [school for school in directory.schools() if school.status == SchoolStatus.READY]
    for number, school in enumerate(schools):
        reconcile.for_school(school, countdown=spread_seconds * number / max(len(schools), 1))
