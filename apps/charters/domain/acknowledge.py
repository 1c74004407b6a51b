"""«Жобо менен тааныштым»: who has read a version of the charter and signed for it."""

from datetime import date

from django.db import transaction

from apps.audit.domain.record import record_event
from apps.charters import errors
from apps.charters.enums import ProfileState
from apps.charters.models import Acknowledgement, PolicyProfile
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person


@transaction.atomic
def acknowledge(
    *, by: Actor, profile: PolicyProfile, person: Person, signed_on: date, on_paper: bool = False
) -> Acknowledgement:
    """Note that a person has read a version. One signs for oneself; what was signed on the sheet is entered by whoever keeps the charter.

    Raises:
        Fault: not permitted, still a draft, signed in the future or before the version was approved, signed already.
    """
    is_own = by.person_id == person.pk and not on_paper
    require(by, Permission.SCHOOL_READ if is_own else Permission.CHARTER_EDIT)
    profile = PolicyProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    if profile.state is ProfileState.DRAFT:
        raise errors.NOT_ADOPTED_YET(number=profile.number)
    if signed_on > by.today:
        raise errors.SIGNED_IN_FUTURE(field="signed_on", signed_on=signed_on)
    if profile.adopted_on is not None and signed_on < profile.adopted_on:
        raise errors.SIGNED_TOO_EARLY(field="signed_on", adopted_on=profile.adopted_on)
    before = Acknowledgement.objects.filter(profile=profile, person=person).first()
    if before is not None:
        raise errors.SIGNED_ALREADY(field="person", person=person.short_name, signed_on=before.signed_on)
    row = Acknowledgement.objects.create(
        profile=profile, person=person, signed_on=signed_on, on_paper=not is_own, recorded_by=by.name
    )
    record_event(
        by=by,
        action="charter.acknowledged",
        subject=("charter", profile.pk),
        act_date=signed_on,
        data={"version": profile.number, "person": person.pk, "on_paper": not is_own},
    )
    tell_change(year=None)
    return row
