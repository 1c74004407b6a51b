"""A sitting before it is held: planned, announced, moved, cancelled."""

from collections.abc import Iterable
from datetime import date, time

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies import errors as body_errors
from apps.bodies.models import Body
from apps.calendars.queries.years import YearInForce, year_of
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.sittings import errors
from apps.sittings.domain.gather import gather_items
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.invite import invite_members
from apps.sittings.enums import ProposalState, SittingKind, SittingState
from apps.sittings.models import AgendaItem, Announcement, Proposal, Series, Sitting


@transaction.atomic
def plan_sitting(
    *,
    by: Actor,
    body: Body,
    planned_on: date,
    kind: SittingKind = SittingKind.ORDINARY,
    starts_at: time | None = None,
    place: str = "",
    items: Iterable[ItemInput] = (),
    series: Series | None = None,
) -> Sitting:
    """Put a sitting on the body's calendar, with the agenda as far as it is known.

    The minutes of the last sitting, unfinished resolutions, questions left over and those of the series come onto it by themselves.

    Raises:
        Fault: not permitted, the day lies in no known year, the body was not at work.
    """
    require(by, Permission.SITTING_PLAN, body_id=body.pk)
    sitting = new_sitting(body=body, day=planned_on, field="planned_on", kind=kind, starts_at=starts_at, place=place)
    sitting.planned_on = planned_on
    sitting.series = series
    sitting.save()
    store_items(sitting, items)
    gather_items(sitting, language=by.language)
    record_event(by=by, action="sitting.planned", subject=("sitting", sitting.pk), act_date=planned_on)
    tell_change(year=sitting.year.start_year)
    return sitting


@transaction.atomic
def announce_sitting(*, by: Actor, sitting: Sitting, announced_on: date, for_day: date | None = None) -> Announcement:
    """Note that the agenda was announced to the members. A new announcement with another day is a postponement.

    Raises:
        Fault: not permitted, already held or cancelled, announced in the future or after the day it announces.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    sitting = locked(sitting)
    day = for_day or sitting.planned_on
    if day is None:
        raise errors.DAY_MISSING(field="for_day")
    if announced_on > by.today:
        raise errors.ANNOUNCED_IN_FUTURE(field="announced_on", announced_on=announced_on, today=by.today)
    if announced_on > day:
        raise errors.ANNOUNCED_AFTER(field="announced_on", announced_on=announced_on, day=day)
    if sitting.state is not SittingState.ANNOUNCED:
        gather_items(sitting, language=by.language)
    announcement = Announcement.objects.create(sitting=sitting, announced_on=announced_on, for_day=day)
    sitting.planned_on = day
    sitting.state = SittingState.ANNOUNCED
    sitting.store("planned_on", "state")
    invite_members(sitting, day)
    record_event(by=by, action="sitting.announced", subject=("sitting", sitting.pk), act_date=announced_on)
    tell_change(year=sitting.year.start_year)
    return announcement


@transaction.atomic
def cancel_sitting(*, by: Actor, sitting: Sitting, reason: str) -> None:
    """Note that a planned sitting will not take place.

    Raises:
        Fault: not permitted, already held or cancelled.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    sitting = locked(sitting)
    sitting.state = SittingState.CANCELLED
    sitting.state_reason = reason
    sitting.store("state", "state_reason")
    release_proposals(sitting)
    record_event(by=by, action="sitting.cancelled", subject=("sitting", sitting.pk))
    tell_change(year=sitting.year.start_year)


@transaction.atomic
def postpone_sitting(*, by: Actor, sitting: Sitting, to_day: date, reason: str) -> Sitting:
    """Move a sitting to another day. It has to be announced anew: notice counts from the new announcement.

    Raises:
        Fault: not permitted, over, the same day, a day in no known year.
    """
    require(by, Permission.SITTING_PLAN, body_id=sitting.body_id)
    sitting = locked(sitting)
    if to_day == sitting.planned_on:
        raise errors.SAME_DAY(field="to_day", day=to_day)
    year_of(to_day, field="to_day")
    before = sitting.planned_on
    sitting.planned_on, sitting.state, sitting.state_reason = to_day, SittingState.POSTPONED, reason
    sitting.store("planned_on", "state", "state_reason")
    record_event(
        by=by,
        action="sitting.postponed",
        subject=("sitting", sitting.pk),
        act_date=to_day,
        data={"from": before.isoformat() if before else None},
    )
    tell_change(year=sitting.year.start_year)
    return sitting


def release_proposals(sitting: Sitting) -> None:
    """Questions that were admitted to a sitting which will not take place wait for the next one."""
    rows = Proposal.objects.filter(item__sitting=sitting, state=ProposalState.ADMITTED)
    rows.update(state=ProposalState.DEFERRED, item=None)


def locked(sitting: Sitting, *, expected_version: int | None = None) -> Sitting:
    """The newest state of a sitting that may still be changed, locked for this transaction.

    Raises:
        Fault: held, in session, lapsed, cancelled, or changed since the caller read it.
    """
    fresh = Sitting.objects.select_for_update(of=("self",)).select_related("year", "body").get(pk=sitting.pk)
    if expected_version is not None and fresh.row_version != expected_version:
        raise errors.CHANGED_MEANWHILE()
    if fresh.state is SittingState.HELD:
        raise errors.ALREADY_HELD(held_on=fresh.held_on)
    if fresh.state is SittingState.CANCELLED:
        raise errors.CANCELLED()
    if fresh.state is SittingState.LAPSED:
        raise errors.LAPSED()
    if fresh.state is SittingState.OPEN:
        raise errors.IN_SESSION()
    return fresh


def new_sitting(*, body: Body, day: date, field: str, kind: SittingKind, starts_at: time | None, place: str) -> Sitting:
    """An unsaved sitting with its year, the revision of the calendar it is made under, and the next number of its body."""
    found: YearInForce = year_of(day, field=field)
    if not body.exists_on(day):
        raise body_errors.NOT_AT_WORK(field=field, day=day, body=body.name, created_on=body.created_on or "—")
    Body.objects.select_for_update().get(pk=body.pk)
    numbers = Sitting.objects.filter(body=body, year=found.year).values_list("number", flat=True)
    return Sitting(
        body=body,
        number=max(numbers, default=0) + 1,
        year=found.year,
        calendar_version=found.revision.version,
        kind=kind,
        starts_at=starts_at,
        place=place,
    )


def store_items(
    sitting: Sitting, items: Iterable[ItemInput], *, before: Iterable[AgendaItem] = (), start: int = 1
) -> list[AgendaItem]:
    """Store the agenda in the order given. A question that was on it before, by its words, keeps what it is linked to."""
    known = {item.text: item for item in before}
    rows = []
    for position, item in enumerate(items, start=start):
        text = item.text.strip()
        old = known.get(text)
        rows.append(
            AgendaItem(
                sitting=sitting,
                position=position,
                text=text,
                kind=item.kind,
                announced_on=item.announced_on,
                speaker=item.speaker,
                speaker_role=item.speaker_role,
                adopted=item.adopted,
                analysis_on_file=item.analysis_on_file,
                about_id=old.about_id if old else None,
                approves_id=old.approves_id if old else None,
                carried_id=old.carried_id if old else None,
                minutes_planned=item.minutes_planned,
                section=item.section,
            )
        )
    return AgendaItem.objects.bulk_create(rows)
