"""Keeping the district's view true: after every change, every night, and whenever a mark was left behind."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import structlog
from celery import Task, shared_task
from django.utils import timezone

from apps.charters.domain.frames import receive_frame, value_of
from apps.charters.queries.policy import school_policy
from apps.charters.queries.wording import wording_in_force
from apps.compliance.domain.evaluate import evaluate_years
from apps.compliance.queries.rehearsal import councils_at_work, outside, rules_now
from apps.core.actor import Actor, Door
from apps.core.errors import Fault, Faults, all_faults
from apps.core.permissions import Permission
from apps.district.domain.delivery import accept_rules, delivered_prints, frame_for, note_delivery
from apps.district.domain.standings import (
    accept_standing,
    forget_marks,
    marks_of,
    reconcile_standing,
    schools_with_marks,
    touched,
)
from apps.district.domain.surveys import answer, forget_surveys, keep_answer
from apps.district.enums import SurveyKind
from apps.district.models import DirtyMark
from apps.district.queries.frames import print_of
from apps.district.queries.surveys import waiting_answers, waiting_cell
from apps.rulebook.fingerprint import fingerprint
from apps.rulebook.policy import Policy
from tenants.context import in_school, public_scope
from tenants.enums import SchoolStatus
from tenants.routing import directory
from tenants.scope import SchoolRef

logger = structlog.get_logger(__name__)
NOTHING = print_of(())  # a school that has received nothing yet needs no message while nothing is set above it


def refresh(school: SchoolRef, *, as_of: date | None = None) -> int:
    """Evaluate a school and push what it came to; returns how many verdicts changed. Safe to run twice and at once."""
    return _refresh(school, marks_of(school.schema), None, as_of or timezone.localdate())


def refresh_marked(school: SchoolRef) -> int:
    """The same for the years that marks of the school speak of; without a mark an evaluation begun later has seen the change."""
    marks = marks_of(school.schema)
    return _refresh(school, marks, touched(marks), timezone.localdate()) if marks else 0


def _refresh(school: SchoolRef, marks: Iterable[DirtyMark], years: Collection[int] | None, today: date) -> int:
    """Marks were read before the evaluation begins and are removed after the push, so that a change made meanwhile keeps its mark.

    A change of one year's records changes no rules: those are told with every year.
    """
    with in_school(school):
        policy = school_policy()
        evaluated = evaluate_years(as_of=today, now=timezone.now(), years=years, policy=policy)
        told = _rules_of_school(policy, today) if years is None else None
    for result in evaluated:
        accept_standing(school_id=school.id, standing=result.standing)
    if told is not None:
        accept_rules(school.id, as_of=today, **told)
    forget_marks(marks)
    return sum(result.changed for result in evaluated)


def _rules_of_school(policy: Policy, today: date) -> dict[str, Any]:
    """What the school in scope tells of the rules it lives by."""
    return {
        "fingerprint": fingerprint(policy),
        "values": rules_now(policy, councils_at_work(), today),
        "wording": wording_in_force(today),
    }


@shared_task(name="district.refresh_standing", own_scope=True)
def refresh_standing(school: SchoolRef) -> None:
    """Evaluate what has changed in the school of the message."""
    changed = refresh_marked(school)
    logger.info("standing.refreshed", changed=changed)


@shared_task(name="district.reconcile", own_scope=True)
def reconcile(school: SchoolRef) -> None:
    """Compare what the district holds with what the school's records say today; repair and report a difference.

    The rules are told anew: a charter comes into force on its day without anyone's deed.
    """
    today = timezone.localdate()
    with in_school(school):
        policy = school_policy()
        evaluated = evaluate_years(as_of=today, now=timezone.now(), policy=policy)
        told = _rules_of_school(policy, today)
    accept_rules(school.id, as_of=today, **told)
    for result in evaluated:
        drift = reconcile_standing(school_id=school.id, standing=result.standing)
        if drift:
            logger.warning("standing.drift", year=result.standing.year, fields=sorted(drift))


@shared_task(name="district.deliver_frame", own_scope=True)
def deliver_frame(school: SchoolRef) -> None:
    """Bring the frame above the school into its schema and note where its own values leave it. Safe to run twice."""
    print_of_frame, rules = frame_for(school.district_id)
    now = timezone.now()
    by = Actor(
        user_id=None,
        name=school.district_slug,
        today=timezone.localdate(),
        door=Door.TASK,
        permissions=frozenset({Permission.CHARTER_CONFIRM}),
    )
    with in_school(school):
        receive_frame(by=by, rules=rules)
        own = outside([value_of(row) for row in rules], school_policy(), councils_at_work())
    note_delivery(school.id, fingerprint=print_of_frame, outside=own, now=now)


@shared_task(name="district.deliver_frames", base=Task)
def deliver_frames(district_id: str) -> None:
    """Queue the delivery to every school of a district and of those below it."""
    below = directory.districts_below([uuid.UUID(district_id)])
    for school in directory.schools():
        if school.district_id in below and school.status == SchoolStatus.READY:
            deliver_frame.for_school(school)


@shared_task(name="district.answer_survey", own_scope=True)
def answer_survey(school: SchoolRef, survey_id: str) -> None:
    """Answer one question of the district for this school. Safe to run twice."""
    with public_scope(readonly=True):
        cell = waiting_cell(uuid.UUID(survey_id), school.id)
    if cell is None:
        return
    survey = cell.survey
    try:
        with in_school(school, readonly=survey.kind is not SurveyKind.SHIFT):
            found = answer(survey.kind, survey.payload, as_of=survey.as_of, by=survey.asked_by)
    except (Fault, Faults) as refused:
        code = next(iter(all_faults(refused))).code
        with public_scope():
            keep_answer(cell.pk, now=timezone.now(), error=code)
        return
    with public_scope():
        keep_answer(cell.pk, now=timezone.now(), result=found)


@shared_task(name="district.forget_surveys", base=Task)
def forget_old_surveys() -> None:
    """Delete questions and answers that are some days old."""
    with public_scope():
        logger.info("surveys.forgotten", rows=forget_surveys(now=timezone.now()))


@shared_task(name="district.sweep", base=Task)
def sweep() -> None:
    """Queue every school that has left marks, has not received its frame or owes an answer: also those whose message was lost."""
    waiting, delivered = schools_with_marks(), delivered_prints()
    wanted: dict[uuid.UUID, str] = {}
    for school in directory.schools():
        if school.status != SchoolStatus.READY:
            continue
        if school.schema in waiting:
            refresh_standing.for_school(school)
        if school.district_id not in wanted:
            wanted[school.district_id] = frame_for(school.district_id)[0]
        if delivered.get(school.id, NOTHING) != wanted[school.district_id]:
            deliver_frame.for_school(school)
    for survey_id, school_id in waiting_answers(now=timezone.now()):
        answer_survey.for_school(school_id, str(survey_id))


@shared_task(name="district.reconcile_all", base=Task)
def reconcile_all(spread_seconds: int = 3600) -> None:
    """Queue the nightly reconciliation of every school, spread over the hour so that the broker sees no herd."""
    schools = [school for school in directory.schools() if school.status == SchoolStatus.READY]
    for number, school in enumerate(schools):
        reconcile.for_school(school, countdown=spread_seconds * number / max(len(schools), 1))
