"""Recording a sitting that has been held, and signing its minutes."""

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.sittings import errors
from apps.sittings.domain.checks import check_held, check_signature
from apps.sittings.domain.inputs import HeldInput, SignatureInput
from apps.sittings.domain.plan import locked, new_sitting, store_items
from apps.sittings.enums import SittingKind, SittingState
from apps.sittings.models import AgendaItem, Announcement, Attendance, Minutes, Resolution, Sitting, Vote


@transaction.atomic
def record_sitting(
    *,
    by: Actor,
    body: Body,
    held: HeldInput,
    sitting: Sitting | None = None,
    kind: SittingKind = SittingKind.ORDINARY,
    expected_version: int | None = None,
) -> Sitting:
    """Put a held sitting on record: agenda, attendance, votes, resolutions and, when they are signed, the minutes.

    Args:
        sitting: the planned sitting that was held; None for one that was never entered as planned.
        expected_version: `row_version` the caller has seen; a newer one refuses the record.

    Raises:
        Fault or Faults: not permitted, held in the future or in no known year, someone attends who is no member, already held.
    """
    require(by, Permission.SITTING_RECORD, body_id=body.pk)
    check_held(held, body=body, today=by.today)
    if sitting is None:
        sitting = new_sitting(
            body=body, day=held.held_on, field="held_on", kind=kind, starts_at=held.starts_at, place=held.place
        )
    else:
        sitting = locked(sitting, expected_version=expected_version)
        sitting.items.all().delete()
        sitting.row_version += 1
    sitting.held_on = held.held_on
    sitting.state = SittingState.HELD
    sitting.starts_at = held.starts_at or sitting.starts_at
    sitting.place = held.place or sitting.place
    sitting.save()
    if held.announced_on is not None:
        Announcement.objects.create(sitting=sitting, announced_on=held.announced_on, for_day=held.held_on)
    _store(sitting, held)
    record_event(
        by=by, action="sitting.recorded", subject=("sitting", sitting.pk), act_date=held.held_on, data={"body": body.pk}
    )
    if held.signature is not None:
        _store_signature(by, sitting, held.signature)
    tell_change(year=sitting.year.start_year)
    return sitting


@transaction.atomic
def sign_minutes(*, by: Actor, sitting: Sitting, signature: SignatureInput) -> Minutes:
    """Note that the minutes of a held sitting were signed. Afterwards they are never edited.

    Raises:
        Fault or Faults: not permitted, not held, already signed, signed before the sitting or in the future.
    """
    require(by, Permission.MINUTES_SIGN, body_id=sitting.body_id)
    sitting = Sitting.objects.select_for_update(of=("self",)).select_related("year", "body").get(pk=sitting.pk)
    if sitting.state is not SittingState.HELD or sitting.held_on is None:
        raise errors.NOT_HELD()
    faults = Faults()
    check_signature(signature, held_on=sitting.held_on, today=by.today, faults=faults)
    faults.raise_if_any()
    minutes = _store_signature(by, sitting, signature)
    tell_change(year=sitting.year.start_year)
    return minutes


def _store_signature(by: Actor, sitting: Sitting, signature: SignatureInput) -> Minutes:
    minutes = Minutes.objects.filter(sitting=sitting).first() or Minutes(sitting=sitting, number=sitting.number)
    if minutes.signed_on is not None:
        raise errors.MINUTES_SIGNED(number=minutes.number, signed_on=minutes.signed_on)
    minutes.number = signature.number or minutes.number
    minutes.text = signature.text or minutes.text
    minutes.chair = signature.chair
    minutes.secretary = signature.secretary
    minutes.signed_on = signature.signed_on
    minutes.save()
    record_event(by=by, action="minutes.signed", subject=("sitting", sitting.pk), act_date=signature.signed_on)
    return minutes


def _store(sitting: Sitting, held: HeldInput) -> None:
    items: list[AgendaItem] = store_items(sitting, held.items)
    Vote.objects.bulk_create(
        Vote(
            item=item,
            yes=row.vote.yes,
            no=row.vote.no,
            abstained=row.vote.abstained,
            invited_ballots=row.vote.invited_ballots,
        )
        for item, row in zip(items, held.items, strict=True)
        if row.vote is not None
    )
    Attendance.objects.bulk_create(
        Attendance(sitting=sitting, person=row.person, kind=row.kind, present=row.present, reason=row.reason)
        for row in held.attendance
    )
    Resolution.objects.bulk_create(
        Resolution(
            sitting=sitting,
            item=items[row.item - 1] if row.item else None,
            number=number,
            text=row.text.strip(),
            responsible=row.responsible,
            due_on=row.due_on,
        )
        for number, row in enumerate(held.resolutions, start=1)
    )
