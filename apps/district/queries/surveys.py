"""Questions to schools and their answers. Runs in the public scope."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from apps.district.enums import CellState, SurveyKind
from apps.district.models import Survey, SurveyCell
from tenants.context import public_scope

PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many schools have answered."""

    total: int
    done: int
    failed: int

    @property
    def answered(self) -> int:
        """Schools that said something or could not."""
        return self.done + self.failed

    @property
    def is_over(self) -> bool:
        """True when nobody is waited for."""
        return self.answered == self.total


def progress_of(survey: Survey) -> Progress:
    """How far a question has come. One query."""
    counts = Counter(cell.state for cell in survey.cells.only("state"))
    return Progress(sum(counts.values()), counts[CellState.DONE], counts[CellState.FAILED])


def last_survey(subject: uuid.UUID, kind: SurveyKind) -> Survey | None:
    """The newest question of a kind about a rule or a change. One query."""
    return Survey.objects.filter(subject=subject, kind=kind).first()


def waiting_cell(survey_id: uuid.UUID, school_id: uuid.UUID) -> SurveyCell | None:
    """The answer a school still owes. One query."""
    cells = SurveyCell.objects.select_related("survey").filter(state=CellState.WAITING)
    return cells.filter(survey_id=survey_id, school_id=school_id).first()


def waiting_answers(*, now: datetime) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """(survey, school) of answers that are late, so that their message may have been lost. Opens a public scope of its own."""
    with public_scope(readonly=True):
        rows = SurveyCell.objects.filter(state=CellState.WAITING, survey__asked_at__lt=now - PATIENCE)
        return list(rows.values_list("survey_id", "school_id"))


def answers(survey: Survey) -> list[SurveyCell]:
    """Every answer with its school, by slug. One query."""
    return list(survey.cells.select_related("school").order_by("school__slug"))


def weight(result: dict[str, Any]) -> int:
    """How much an answer tells: changed verdicts, moved days, sittings, values outside."""
    years = result.get("years", [])
    parts = ("verdicts", "deadlines", "fallen_away", "newly_due", "kept")
    return len(result.get("outside", [])) + sum(len(year[part]) for year in years for part in parts)
