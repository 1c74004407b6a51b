"""Questions put to every school. Each answers in a task of its own; the district reads the answers and never a school's records."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from apps.calendars.domain.shift import change_of, shift_year, year_of_start
from apps.charters.domain.frames import value_of
from apps.charters.queries.policy import school_policy
from apps.compliance.queries.rehearsal import (
    councils_at_work,
    last_years,
    outside,
    rehearse_change,
    rehearse_frame,
)
from apps.core.actor import Actor, Door, require
from apps.core.errors import NOT_FOUND
from apps.core.permissions import Permission
from apps.district import errors
from apps.district.domain.events import note
from apps.district.enums import CellState, SurveyKind
from apps.district.models import Survey, SurveyCell
from apps.district.signals import survey_asked
from tenants.enums import SchoolStatus
from tenants.models import School

KEPT_DAYS = 7
ANSWERING = (SchoolStatus.READY, SchoolStatus.SUSPENDED, SchoolStatus.SUSPENDED_READONLY)


@transaction.atomic
def ask_schools(
    *,
    by: Actor,
    district_id: uuid.UUID,
    below: Iterable[uuid.UUID],
    kind: SurveyKind,
    subject: uuid.UUID,
    payload: dict[str, Any],
    now: datetime,
) -> Survey:
    """Ask every school of the district and of those below it. Runs in the public scope.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.DISTRICT_FRAME)
    survey = Survey.objects.create(
        district_id=district_id,
        kind=kind,
        subject=subject,
        payload=payload,
        asked_by=by.name,
        asked_at=now,
        as_of=by.today,
    )
    schools = School.objects.filter(district__in=list(below), status__in=ANSWERING).values_list("id", flat=True)
    SurveyCell.objects.bulk_create(SurveyCell(survey=survey, school_id=school) for school in schools)
    note(by=by, district_id=district_id, action="survey.asked", subject=survey.pk, kind=kind.value)
    survey_id, asked = str(survey.pk), [str(school) for school in schools]
    transaction.on_commit(lambda: survey_asked.send(sender=Survey, survey_id=survey_id, schools=asked))
    return survey


@transaction.atomic
def send_again(*, by: Actor, shift_id: uuid.UUID, school_slug: str) -> Survey:
    """Send a change of the calendar once more to a school that could not carry it out, when it has mended what stood in the way.

    Runs in the public scope.

    Raises:
        Fault: not permitted, not published yet, no such school in the survey, the school has not refused.
    """
    require(by, Permission.DISTRICT_FRAME)
    survey = Survey.objects.filter(subject=shift_id, kind=SurveyKind.SHIFT).first()
    if survey is None:
        raise errors.NOTHING_SENT()
    cells = SurveyCell.objects.select_for_update(of=("self",)).select_related("school")
    cell = cells.filter(survey=survey, school__slug=school_slug).first()
    if cell is None:
        raise NOT_FOUND()
    if cell.state is not CellState.FAILED:
        raise errors.NOT_REFUSED(state=cell.state)
    cell.state, cell.error, cell.answered_at = CellState.WAITING, "", None
    cell.save(update_fields=["state", "error", "answered_at"])
    note(by=by, district_id=survey.district_id, action="survey.asked_again", subject=survey.pk, school=school_slug)
    survey_id, asked = str(survey.pk), [str(cell.school_id)]
    transaction.on_commit(lambda: survey_asked.send(sender=Survey, survey_id=survey_id, schools=asked))
    return survey


def answer(kind: SurveyKind, payload: dict[str, Any], *, as_of: date, by: str) -> dict[str, Any]:
    """What one school says. Runs in the school's scope; only a change of the calendar writes.

    Raises:
        Fault: the change does not fit the school.
    """
    if kind is SurveyKind.FRAME:
        return effect_of_frame(payload, as_of)
    change = change_of(payload["change"])
    item = year_of_start(payload["start_year"])
    effect = rehearse_change(item, change, as_of=as_of).as_data()
    if kind is SurveyKind.SHIFT:
        actor = Actor(
            user_id=None, name=by, today=as_of, door=Door.TASK, permissions=frozenset({Permission.CALENDAR_EDIT})
        )
        revision = shift_year(
            by=actor,
            start_year=payload["start_year"],
            change=change,
            published_on=date.fromisoformat(payload["published_on"]),
            source_act=payload["act"],
        )
        effect["version"] = revision.version if revision else None
    return {"years": [effect]}


def effect_of_frame(payload: dict[str, Any], as_of: date) -> dict[str, Any]:
    """This and last year as if the rules had stood above the school all the time, and which own values they do not admit."""
    years = last_years(as_of)
    since = min((item.revision.starts_on for item in years), default=as_of)
    backdated = [value_of(row, since=since) for row in payload["rules"]]
    real = [value_of(row) for row in payload["rules"]]
    return {
        "outside": outside(real, school_policy(), councils_at_work()),
        "years": [row.as_data() for row in rehearse_frame(backdated, as_of=as_of)],
    }


def keep_answer(cell_id: uuid.UUID, *, now: datetime, result: dict[str, Any] | None = None, error: str = "") -> None:
    """Note what a school said, or why it could not. Runs in the public scope."""
    SurveyCell.objects.filter(pk=cell_id).update(
        state=CellState.FAILED if error else CellState.DONE, result=result or {}, error=error, answered_at=now
    )


def forget_surveys(*, now: datetime) -> int:
    """Delete questions and answers that are some days old. Runs in the public scope."""
    old = Survey.objects.filter(asked_at__lt=now - timedelta(days=KEPT_DAYS))
    return old.exclude(kind=SurveyKind.SHIFT).delete()[0]
