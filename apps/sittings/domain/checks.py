"""Checks of a held sitting that every door shares. Each looks at the whole input, so that all faults are told at once."""

from datetime import date

from apps.bodies.models import Body
from apps.bodies.queries.members import members_on
from apps.core.errors import Faults
from apps.rulebook.enums import AttendanceKind
from apps.sittings import errors, minutes_errors
from apps.sittings.domain.inputs import HeldInput, SignatureInput


def check_held(held: HeldInput, *, body: Body, today: date) -> None:
    """Everything that makes the record impossible.

    Raises:
        Fault or Faults: see `apps.sittings.errors`.
    """
    faults = Faults()
    if held.held_on > today:
        faults.add(errors.HELD_IN_FUTURE(field="held_on", held_on=held.held_on, today=today))
    if not held.items:
        faults.add(errors.AGENDA_EMPTY(field="items"))
    if held.announced_on is not None and held.announced_on > held.held_on:
        faults.add(errors.ANNOUNCED_AFTER(field="announced_on", announced_on=held.announced_on, day=held.held_on))
    _check_items(held, faults)
    _check_attendance(held, body, faults)
    _check_resolutions(held, faults)
    if held.signature is not None:
        check_signature(held.signature, held_on=held.held_on, today=today, faults=faults)
    faults.raise_if_any()


def check_signature(signature: SignatureInput, *, held_on: date, today: date, faults: Faults) -> None:
    """Minutes are signed after the sitting and not in the future."""
    if signature.signed_on < held_on:
        faults.add(minutes_errors.SIGNED_BEFORE_HELD(field="signed_on", signed_on=signature.signed_on, held_on=held_on))
    if signature.signed_on > today:
        faults.add(minutes_errors.SIGNED_IN_FUTURE(field="signed_on", signed_on=signature.signed_on, today=today))


def _check_items(held: HeldInput, faults: Faults) -> None:
    for number, item in enumerate(held.items):
        if item.announced_on is not None and item.announced_on > held.held_on:
            faults.add(
                errors.ANNOUNCED_AFTER(
                    field=f"items.{number}.announced_on", announced_on=item.announced_on, day=held.held_on
                )
            )


def _check_attendance(held: HeldInput, body: Body, faults: Faults) -> None:
    members = {row.person_id for row in members_on(body, held.held_on)}
    seen: set[int] = set()
    for number, row in enumerate(held.attendance):
        place = f"attendance.{number}"
        if row.person.pk in seen:
            faults.add(errors.ATTENDEE_TWICE(field=place, person=row.person.short_name))
        seen.add(row.person.pk)
        if row.kind is AttendanceKind.MEMBER and row.person.pk not in members:
            faults.add(
                errors.ATTENDEE_NOT_MEMBER(field=place, person=row.person.short_name, body=body.name, day=held.held_on)
            )


def _check_resolutions(held: HeldInput, faults: Faults) -> None:
    for number, row in enumerate(held.resolutions):
        if row.item is not None and not 1 <= row.item <= len(held.items):
            faults.add(errors.ITEM_UNKNOWN(field=f"resolutions.{number}.item", position=row.item))
        if row.due_on is not None and row.due_on < held.held_on:
            faults.add(
                errors.DUE_BEFORE_MADE(field=f"resolutions.{number}.due_on", due_on=row.due_on, held_on=held.held_on)
            )
