"""The protocol of a sitting: drafted from what happened, signed by two, filed, archived; a mistake is corrected by a note."""

import secrets
from datetime import date

from django.db import transaction
from django.db.models import Max

from apps.audit.domain.record import record_event
from apps.bodies.models import Body
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.sittings import errors, live_errors, minutes_errors
from apps.sittings.domain.chain import seal
from apps.sittings.domain.checks import check_signature
from apps.sittings.domain.inputs import SignatureInput
from apps.sittings.enums import MinutesState, SealKind, SittingState
from apps.sittings.models import Minutes, Seal, Sitting
from apps.sittings.queries.content import content_of
from apps.sittings.queries.signers import signers_of


@transaction.atomic
def draft_minutes(*, by: Actor, sitting: Sitting, language: str | None = None) -> Minutes:
    """Give a held sitting its protocol with the next number of its body and year; asked again, only the language changes.

    Raises:
        Fault: not permitted, not held, signed already.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    sitting = held(sitting)
    minutes = _unsigned(sitting)
    fresh = minutes.pk is None
    if language is not None:
        minutes.language = language
    if fresh:
        minutes.save()
        _note(by, sitting, "minutes.drafted", sitting.held_on, {"number": minutes.number})
    elif language is not None:
        minutes.store("language")
    return minutes


@transaction.atomic
def sign_minutes(*, by: Actor, sitting: Sitting, signature: SignatureInput) -> Minutes:
    """Note that the minutes of a held sitting were signed by both. Afterwards they are sealed and never edited.

    Raises:
        Fault or Faults: not permitted, not held, already signed, signed before the sitting or in the future, signed by someone who
            was not in that office on the day, a number that is taken.
    """
    require(by, Permission.MINUTES_SIGN, body_id=sitting.body_id)
    sitting = held(sitting)
    faults = Faults()
    check_signature(signature, held_on=sitting.held_on or by.today, today=by.today, faults=faults)
    faults.raise_if_any()
    minutes = store_signature(by, sitting, signature)
    tell_change(year=sitting.year.start_year)
    return minutes


def store_signature(by: Actor, sitting: Sitting, signature: SignatureInput) -> Minutes:
    """Both signatures and the seal, without asking for a right; part of recording and of signing.

    Raises:
        Fault: already signed, signed by someone who was not in that office, a number that is taken.
    """
    minutes = _unsigned(sitting)
    _check_signers(sitting, signature)
    usual = signers_of(sitting.body, sitting.held_on or by.today, sitting)
    if signature.number is not None:
        _claim_number(minutes, sitting, signature.number)
    minutes.text = signature.text or minutes.text
    minutes.chair = signature.chair or minutes.chair or usual.chair
    minutes.secretary = signature.secretary or minutes.secretary or usual.keeper
    minutes.chair_signed_on = minutes.secretary_signed_on = signature.signed_on
    _complete(by, sitting, minutes)
    return minutes


@transaction.atomic
def put_signature(*, by: Actor, sitting: Sitting, on: date) -> Minutes:
    """Sign one's own part, as chair or as secretary of that day. The second of the two signatures seals the minutes.

    Raises:
        Fault: not one of the signers, not held, signed already, before the sitting or in the future.
    """
    sitting = held(sitting)
    minutes = _unsigned(sitting)
    usual = signers_of(sitting.body, sitting.held_on or by.today, sitting)
    chair, secretary = minutes.chair or usual.chair, minutes.secretary or usual.keeper
    mine = [office for office, who in (("chair", chair), ("secretary", secretary)) if who and who.pk == by.person_id]
    if not mine:
        raise minutes_errors.NOT_A_SIGNER(chair=_name(chair), secretary=_name(secretary))
    faults = Faults()
    check_signature(SignatureInput(on), held_on=sitting.held_on or on, today=by.today, faults=faults)
    faults.raise_if_any()
    minutes.chair, minutes.secretary = chair, secretary
    for office in mine:
        setattr(minutes, f"{office}_signed_on", on)
    if minutes.chair_signed_on and minutes.secretary_signed_on:
        _complete(by, sitting, minutes)
    else:
        minutes.save()
        _note(by, sitting, "minutes.half_signed", on, {"office": mine[0]})
    tell_change(year=sitting.year.start_year)
    return minutes


@transaction.atomic
def correct_minutes(*, by: Actor, sitting: Sitting, text: str, on: date) -> Seal:
    """Add a note to signed minutes. The minutes stay as they are; the note is a link of the same chain.

    Raises:
        Fault: not permitted, not signed, no words, before the signing or in the future.
    """
    require(by, Permission.MINUTES_SIGN, body_id=sitting.body_id)
    minutes = _signed(sitting)
    if not text.strip():
        raise live_errors.TEXT_MISSING(field="text")
    _check_after(minutes, on, by.today, "on")
    link = seal(
        by=by,
        minutes=minutes,
        kind=SealKind.CORRECTION,
        content={"number": minutes.number, "text": text.strip(), "on": on.isoformat(), "by": by.name},
        on=on,
    )
    _note(by, sitting, "minutes.corrected", on, {"seal": link.pk})
    return link


@transaction.atomic
def file_minutes(*, by: Actor, sitting: Sitting, folder: str, on: date) -> Minutes:
    """Note into which folder the signed paper went.

    Raises:
        Fault: not permitted, not signed, filed already, no folder, before the signing or in the future.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    minutes = _signed(sitting)
    if minutes.state is not MinutesState.SIGNED:
        raise minutes_errors.MINUTES_STATE(state=minutes.state)
    if not folder.strip():
        raise live_errors.TEXT_MISSING(field="folder")
    _check_after(minutes, on, by.today, "on")
    minutes.state, minutes.folder, minutes.filed_on = MinutesState.FILED, folder.strip(), on
    minutes.store("state", "folder", "filed_on")
    _note(by, sitting, "minutes.filed", on, {"folder": minutes.folder})
    return minutes


@transaction.atomic
def archive_minutes(*, by: Actor, sitting: Sitting, on: date) -> Minutes:
    """Note that the filed paper went into the archive.

    Raises:
        Fault: not permitted, not filed yet, archived already, before the filing or in the future.
    """
    require(by, Permission.SITTING_RECORD, body_id=sitting.body_id)
    minutes = _signed(sitting)
    if minutes.state is not MinutesState.FILED:
        raise minutes_errors.MINUTES_STATE(state=minutes.state)
    _check_after(minutes, on, by.today, "on")
    minutes.state, minutes.archived_on = MinutesState.ARCHIVED, on
    minutes.store("state", "archived_on")
    _note(by, sitting, "minutes.archived", on, {})
    return minutes


def held(sitting: Sitting) -> Sitting:
    """The sitting, locked, when it was held.

    Raises:
        Fault: `sitting.not_held`.
    """
    fresh = Sitting.objects.select_for_update(of=("self",)).select_related("year", "body", "chair", "secretary")
    row = fresh.get(pk=sitting.pk)
    if row.state is not SittingState.HELD or row.held_on is None:
        raise errors.NOT_HELD()
    return row


def _unsigned(sitting: Sitting) -> Minutes:
    minutes = Minutes.objects.select_for_update(of=("self",)).filter(sitting=sitting).first()
    if minutes is None:
        number = _free_number(sitting)
        return Minutes(sitting=sitting, body=sitting.body, year=sitting.year, number=number, code=secrets.token_hex(10))
    if minutes.signed_on is not None:
        raise minutes_errors.MINUTES_SIGNED(number=minutes.number, signed_on=minutes.signed_on)
    return minutes


def _signed(sitting: Sitting) -> Minutes:
    minutes = Minutes.objects.select_for_update(of=("self",)).filter(sitting=sitting).first()
    if minutes is None:
        raise minutes_errors.MINUTES_MISSING()
    if minutes.signed_on is None:
        raise minutes_errors.NOT_SIGNED()
    return minutes


def _free_number(sitting: Sitting) -> int:
    """The next number of the body in the year; the body's row is the turn that writers wait for."""
    Body.objects.select_for_update().get(pk=sitting.body_id)
    rows = Minutes.objects.filter(sitting__body=sitting.body_id, sitting__year=sitting.year_id)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _claim_number(minutes: Minutes, sitting: Sitting, number: int) -> None:
    if minutes.number == number:
        return
    free = _free_number(sitting)
    taken = Minutes.objects.filter(sitting__body=sitting.body_id, sitting__year=sitting.year_id, number=number)
    if taken.exclude(pk=minutes.pk).exists():
        raise minutes_errors.MINUTES_NUMBER_TAKEN(field="number", body=sitting.body.name, number=number, free=free)
    minutes.number = number


def _check_signers(sitting: Sitting, signature: SignatureInput) -> None:
    day = sitting.held_on or signature.signed_on
    could = signers_of(sitting.body, day, sitting)
    faults = Faults()
    if signature.chair is not None and signature.chair.pk not in could.chairs:
        faults.add(
            minutes_errors.SIGNER_NOT_CHAIR(
                field="chair", person=signature.chair.short_name, day=day, body=sitting.body.name
            )
        )
    if signature.secretary is not None and signature.secretary.pk not in could.keepers:
        faults.add(
            minutes_errors.SIGNER_NOT_SECRETARY(
                field="secretary", person=signature.secretary.short_name, day=day, body=sitting.body.name
            )
        )
    faults.raise_if_any()


def _complete(by: Actor, sitting: Sitting, minutes: Minutes) -> None:
    dates = [day for day in (minutes.chair_signed_on, minutes.secretary_signed_on) if day is not None]
    minutes.signed_on, minutes.state = max(dates), MinutesState.SIGNED
    minutes.row_version += 1
    minutes.save()
    seal(by=by, minutes=minutes, kind=SealKind.MINUTES, content=content_of(sitting, minutes), on=minutes.signed_on)
    _note(by, sitting, "minutes.signed", minutes.signed_on, {"number": minutes.number})


def _check_after(minutes: Minutes, on: date, today: date, field: str) -> None:
    floor = max(day for day in (minutes.signed_on, minutes.filed_on) if day is not None)
    if on < floor:
        raise minutes_errors.BEFORE_SIGNING(field=field, day=on, signed_on=floor)
    if on > today:
        raise minutes_errors.SIGNED_IN_FUTURE(field=field, signed_on=on, today=today)


def _note(by: Actor, sitting: Sitting, action: str, on: date | None, data: dict[str, object]) -> None:
    record_event(by=by, action=action, subject=("sitting", sitting.pk), act_date=on, data=data)


def _name(person: Person | None) -> str:
    return person.short_name if person else "—"
