"""A change in a school leaves a mark in the same transaction and asks for a new evaluation after it."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from apps.core.signals import record_changed
from apps.district.models import EVERY_YEAR, DirtyMark
from apps.district.signals import frame_changed, survey_asked
from apps.district.tasks import answer_survey, deliver_frames, refresh_standing
from tenants.context import current_school


@receiver(record_changed, dispatch_uid="district.mark_dirty")
def mark_dirty(year: int | None, **_kwargs: Any) -> None:
    """Leave a mark for the school of the running scope; year 0 stands for every year.

    The mark is what counts: should the message be lost, the sweep finds the mark.
    """
    DirtyMark.objects.bulk_create([DirtyMark(schema_name=current_school().schema, year=year or EVERY_YEAR)])
    refresh_standing.after_commit()


@receiver(survey_asked, dispatch_uid="district.ask_schools")
def ask_schools(survey_id: str, schools: Sequence[str], **_kwargs: Any) -> None:
    """One message for each school; the sweep repeats those that are lost."""
    for school in schools:
        answer_survey.for_school(uuid.UUID(school), survey_id)


@receiver(frame_changed, dispatch_uid="district.deliver")
def deliver(district_id: str, **_kwargs: Any) -> None:
    """Bring the new frame to the schools; the sweep repeats what is lost."""
    deliver_frames.delay(district_id)
