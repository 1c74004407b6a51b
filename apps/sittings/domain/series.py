"""Sittings that come again: their rhythm and the questions that stand on every agenda."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django.db import IntegrityError, transaction

from apps.audit.domain.record import record_event
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.sittings import errors, live_errors
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.plan import plan_sitting
from apps.sittings.enums import ItemState, SittingState
from apps.sittings.models import AgendaItem, Series, Sitting
from apps.sittings.queries.rhythm import Rhythm, days_of


@transaction.atomic
def save_series(
    *,
    by: Actor,
    body: Body,
    name: str,
    rhythm: Mapping[str, Any],
    items: Iterable[ItemInput] = (),
    starts_at: time | None = None,
    place: str = "",
    series: Series | None = None,
) -> Series:
    """Set up a series of a body, or change it. Sittings that were planned from it stay as they are.

    Args:
        rhythm: `months` (1–12), `week` of the month (1–5, 5 the last) and `weekday` (1 Monday – 7); empty: an agenda to start from.

    Raises:
        Fault: not permitted, no name, the name is taken, a rhythm that is none.
    """
    require(by, Permission.SITTING_PLAN, body_id=body.pk)
    if not name.strip():
        raise live_errors.TEXT_MISSING(field="name")
    if rhythm and Rhythm.read(rhythm) is None:
        raise errors.RHYTHM_UNUSABLE(field="rhythm")
    row = series or Series(body=body)
    row.name, row.rhythm, row.starts_at, row.place = name.strip(), dict(rhythm), starts_at, place.strip()
    row.items = [
        {"text": item.text.strip(), "kind": item.kind.value, "minutes": item.minutes_planned}
        for item in items
        if item.text.strip()
    ]
    row.row_version += 1 if row.pk else 0
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if "series_name_once" not in str(error):
            raise
        raise errors.SERIES_NAME_TAKEN(field="name", name=name.strip()) from None
    record_event(by=by, action="series.saved", subject=("series", row.pk), data={"body": body.pk})
    return row


@transaction.atomic
def end_series(*, by: Actor, series: Series) -> Series:
    """No further sittings are planned from the series.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.SITTING_PLAN, body_id=series.body_id)
    series.active = False
    series.store("active")
    record_event(by=by, action="series.ended", subject=("series", series.pk))
    return series


@transaction.atomic
def plan_series(*, by: Actor, series: Series, since: date, until: date) -> list[Sitting]:
    """Plan the sittings of a series between two days, both included. Days that have one of the series already are left alone.

    Raises:
        Fault: not permitted, a day in no known year.
    """
    require(by, Permission.SITTING_PLAN, body_id=series.body_id)
    taken = set(Sitting.objects.filter(series=series).values_list("planned_on", flat=True))
    return [
        plan_sitting(
            by=by, body=series.body, planned_on=day, starts_at=series.starts_at, place=series.place, series=series
        )
        for day in days_of(series.rhythm, since=since, until=until)
        if day not in taken
    ]


@transaction.atomic
def repeat_sitting(*, by: Actor, sitting: Sitting, planned_on: date) -> Sitting:
    """Call the sitting again that lapsed for lack of quorum, with the questions that were left. It is announced anew.

    Raises:
        Fault: not permitted, not lapsed, repeated already, before the lapsed one, a day in no known year.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    row = Sitting.objects.select_for_update(of=("self",)).select_related("body").get(pk=sitting.pk)
    if row.state is not SittingState.LAPSED:
        raise errors.NOT_LAPSED()
    again = Sitting.objects.filter(repeats=row).first()
    if again is not None:
        raise errors.ALREADY_REPEATED(day=again.planned_on)
    if row.planned_on is not None and planned_on <= row.planned_on:
        raise errors.HELD_BEFORE_PLANNED(field="planned_on", planned_on=row.planned_on, held_on=planned_on)
    left = AgendaItem.objects.filter(sitting=row, state=ItemState.LISTED).order_by("position")
    items = [
        ItemInput(text=item.text, kind=item.kind, speaker=item.speaker, speaker_role=item.speaker_role)
        for item in left.select_related("speaker")
    ]
    made = plan_sitting(
        by=by,
        body=row.body,
        planned_on=planned_on,
        kind=row.kind,
        starts_at=row.starts_at,
        place=row.place,
        items=items,
    )
    made.repeats = row
    made.save(update_fields=["repeats"])
    return made
