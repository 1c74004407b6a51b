"""The route of a charter: considered by the pedagogical council, approved by the director's order, in force from a day on.

Each paper binds the exact content by its fingerprint. A draft that is changed afterwards has to be considered and approved again.
"""

from datetime import date

from django.db import transaction

from apps.acts import errors
from apps.acts.domain.binding import record_decision
from apps.acts.domain.hands import office_on, staff_record
from apps.acts.domain.numbering import next_serial, refuse_taken, serial_of
from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.acts.queries.charters import OF_CHARTER, route_of
from apps.acts.queries.standing import fingerprint_of
from apps.audit.domain.record import record_event
from apps.charters.domain.drafts import draft_to_change
from apps.charters.domain.inputs import OwnValueInput, value_faults
from apps.charters.domain.profiles import end_what_was_in_force
from apps.charters.enums import ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor, require
from apps.core.errors import Faults
from apps.core.locks import take_turn
from apps.core.permissions import Permission
from apps.core.signals import tell_change
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Body, Role
from apps.rulebook.text import Text

APPROVING_TITLE = Text(
    ky="Жобону бекитүү жөнүндө ({number}-редакция)",
    ru="Об утверждении положения (редакция № {number})",
    en="On the approval of the charter (version {number})",
)
APPROVING_TEXT = Text(
    ky="Жобонун {number}-редакциясы бекитилсин. Мазмунунун изи: {mark}.",
    ru="Утвердить редакцию № {number} положения. Отпечаток содержания: {mark}.",
    en="Version {number} of the charter is approved. Fingerprint of its content: {mark}.",
)
ORDER_NAMED = Text(ky="№{number} буйрук", ru="приказ № {number}", en="order No. {number}")


@transaction.atomic
def consider_charter(
    *,
    by: Actor,
    profile: PolicyProfile,
    act_date: date,
    number: str,
    sitting_id: int | None = None,
    seen: int | None = None,
) -> Act:
    """Note the protocol by which the pedagogical council has considered a draft as it stands.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, no number, dated in the future.
    """
    require(by, Permission.CHARTER_EDIT)
    profile = draft_to_change(profile, seen)
    if not number.strip():
        raise errors.PROTOCOL_NUMBER_MISSING(field="number")
    act = record_decision(
        by=by,
        permission=Permission.CHARTER_EDIT,
        kind=ActKind.CONSIDERATION,
        purpose=None,
        subject=(OF_CHARTER, profile.pk),
        act_date=act_date,
        decided_by=Body.PEDAGOGICAL_COUNCIL,
        content=route_of(profile, on=by.today).content,
        sitting_id=sitting_id,
        number=number.strip(),
    )
    profile.store()
    return act


@transaction.atomic
def approve_charter(
    *,
    by: Actor,
    profile: PolicyProfile,
    act_date: date,
    number: str = "",
    signed_by: Person | None = None,
    seen: int | None = None,
) -> Act:
    """Approve a draft as it stands by an order of the director; an acting director counts.

    Args:
        number: of the order; the next one of the year when it bears none yet.
        signed_by: who signed the order on paper; whoever does the deed when left out.

    Raises:
        Fault: not permitted, no draft, changed meanwhile, not considered in this form, dated in the future or before the protocol, not
            director on that day, number taken.
    """
    require(by, Permission.CHARTER_CONFIRM)
    profile = draft_to_change(profile, seen)
    if act_date > by.today:
        raise errors.DATED_IN_FUTURE(field="act_date", act_date=act_date, today=by.today)
    route = route_of(profile, on=by.today)
    considered = route.considered.act
    if considered is None or not route.considered.valid:
        raise errors.NOT_CONSIDERED(number=profile.number)
    if act_date < considered.act_date:
        raise errors.BEFORE_PROTOCOL(field="act_date", act_date=act_date, considered=considered.act_date)
    person = signed_by or staff_record(by)
    office_on(person, {Role.DIRECTOR}, act_date)
    number = number.strip()
    if number:
        refuse_taken(ActKind.ORDER, number, act_date)
    serial = serial_of(number) if number else next_serial(ActKind.ORDER, act_date)
    mark = fingerprint_of(route.content)
    language = profile.language
    act = Act.objects.create(
        kind=ActKind.ORDER,
        state=ActState.IN_FORCE,
        number=number or str(serial),
        serial=serial,
        act_date=act_date,
        signed_by=person,
        signed_role=Role.DIRECTOR,
        subject_type=OF_CHARTER,
        subject_id=profile.pk,
        basis=considered,
        title=APPROVING_TITLE.in_(language).format(number=profile.number),
        text=APPROVING_TEXT.in_(language).format(number=profile.number, mark=mark[:16]),
        language=language,
        fingerprint=mark,
        data={"bound": route.content},
    )
    profile.store()
    record_event(
        by=by,
        action="charter.approved",
        subject=(OF_CHARTER, profile.pk),
        act_date=act_date,
        data={"version": profile.number, "act": act.pk, "fingerprint": mark},
    )
    return act


@transaction.atomic
def bring_into_force(*, by: Actor, profile: PolicyProfile, valid_from: date, seen: int | None = None) -> PolicyProfile:
    """Let an approved version hold from a day on; the version before it ends on that day, so that every day has exactly one.

    Deeds are judged by the version in force on their day, so verdicts are worked out anew.

    Raises:
        Fault or Faults: not permitted, no draft, changed meanwhile, not approved in this form, before its order, before the present
            version, a gap behind it, a value that the frame of that day does not admit.
    """
    require(by, Permission.CHARTER_CONFIRM)
    profile = draft_to_change(profile, seen)
    route = route_of(profile, on=by.today)
    order = route.approved.act
    if order is None or not route.approved.valid or not route.considered.valid:
        raise errors.NOT_APPROVED(number=profile.number)
    if valid_from < order.act_date:
        raise errors.BEFORE_ORDER(field="valid_from", valid_from=valid_from, ordered=order.act_date)
    policy = school_policy()
    faults = Faults()
    for row in profile.values.all():
        for fault in value_faults(OwnValueInput(row.key, row.value, row.council_kind), policy, valid_from):
            faults.add(fault)
    faults.raise_if_any()
    take_turn("charters")
    end_what_was_in_force(valid_from)
    profile.state, profile.valid_from = ProfileState.IN_FORCE, valid_from
    profile.act = ORDER_NAMED.in_(profile.language).format(number=order.number)
    profile.adopted_on = order.act_date
    profile.store("state", "valid_from", "act", "adopted_on")
    record_event(
        by=by,
        action="charter.in_force",
        subject=(OF_CHARTER, profile.pk),
        act_date=valid_from,
        data={"version": profile.number, "act": order.pk, "fingerprint": order.fingerprint},
    )
    tell_change(year=None)
    return profile
