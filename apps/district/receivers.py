"""A change in a school leaves a mark in the same transaction and asks for a new evaluation after it."""

from typing import Any

from django.dispatch import receiver

from apps.core.signals import record_changed
from apps.district.models import DirtyMark
from apps.district.tasks import refresh_standing
from tenants.context import current_school

EVERY_YEAR = 0


@receiver(record_changed, dispatch_uid="district.mark_dirty")
def mark_dirty(year: int | None, **_kwargs: Any) -> None:
    """Leave a mark for the school of the running scope; year 0 stands for every year.

    The mark is what counts: should the message be lost, the sweep finds the mark.
    """
    DirtyMark.objects.bulk_create([DirtyMark(schema_name=current_school().schema, year=year or EVERY_YEAR)])
    refresh_standing.after_commit()
