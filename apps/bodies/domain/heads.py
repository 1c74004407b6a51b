"""The way to an office of a body: nominated, elected by its members, approved by the council where the rules ask for it, appointed.

Paper comes first: a step is recorded with the date on its paper, even when a later one is on record already. What is missing is judged by
the rulebook (S33U 5.1, 6.2; MK 3.1) and refused by nobody here.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from django.db import transaction

from apps.acts.domain.binding import record_decision
from apps.acts.domain.issue import draft_act, issue_order
from apps.acts.domain.papers import record_act
from apps.acts.errors import DATED_IN_FUTURE
from apps.acts.models import Act
from apps.audit.domain.record import record_event
from apps.bodies import errors
from apps.bodies.domain.members import SINGLE, add_member, end_membership
from apps.bodies.enums import DECIDING, BodyKind, CandidacyState, MembershipRole
from apps.bodies.models import Body, Candidacy, Membership
from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.core.ranges import overlapping
from apps.core.signals import tell_change
from apps.core.versions import locked
from apps.people.models import Person
from apps.rulebook.enums import ActKind, Purpose, Role

APPOINTING = {MembershipRole.HEAD: Purpose.APPOINT_HEAD, MembershipRole.CHAIR: Purpose.APPOINT_CHAIR}
OPEN_STATES = frozenset({CandidacyState.NOMINATED, CandidacyState.ELECTED, CandidacyState.APPROVED})


class Held(Protocol):
    """A sitting as far as an election needs it."""

    pk: int
    body_id: int
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """Votes of an election as they were counted; kept with the act and not judged here."""

    yes: int
    no: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """An order of appointment that was made on paper."""

    number: str
    signed_by: Person | None = None


@transaction.atomic
def nominate(
    *,
    by: Actor,
    body: Body,
    person: Person,
    nominated_on: date,
    office: MembershipRole = MembershipRole.HEAD,
    nominated_by: str = "",
) -> Candidacy:
    """Enter a person as a candidate for an office of the body.

    Raises:
        Fault: not permitted, dated in the future, the body does not work or the person has left, the same candidacy is running.
    """
    require(by, Permission.SITTING_RECORD, body_id=body.pk)
    _not_in_future(by, "nominated_on", nominated_on)
    body = locked(body)
    if not body.exists_on(nominated_on):
        raise errors.NOT_AT_WORK(
            field="nominated_on", day=nominated_on, body=body.name, created_on=body.created_on or nominated_on
        )
    if person.left_on is not None and person.left_on <= nominated_on:
        raise errors.PERSON_LEFT(field="person", person=person.short_name, left_on=person.left_on)
    running = Candidacy.objects.filter(body=body, person=person, office=office, state__in=OPEN_STATES).first()
    if running is not None:
        raise errors.CANDIDACY_RUNNING(
            field="person", person=person.short_name, body=body.name, since=running.nominated_on
        )
    row = Candidacy.objects.create(
        body=body, person=person, office=office, nominated_on=nominated_on, nominated_by=nominated_by.strip()
    )
    _record(by, row, "candidacy.nominated", nominated_on)
    return row


@transaction.atomic
def elect(
    *,
    by: Actor,
    candidacy: Candidacy,
    elected_on: date,
    sitting: Held | None = None,
    count: Count | None = None,
    seen: int | None = None,
) -> Candidacy:
    """Note that the body has elected the candidate. Other candidates for the office are then not elected (S33U 5.1, VARU 5.1).

    Raises:
        Fault: not permitted, elected already, before the nomination or in the future, the sitting is not one of the body on that day.
    """
    require(by, Permission.SITTING_RECORD, body_id=candidacy.body_id)
    row = _at(by, candidacy, "elected_on", elected_on, {CandidacyState.NOMINATED, CandidacyState.APPOINTED}, seen)
    if row.election_id is not None:
        raise errors.STEP_IMPOSSIBLE(person=row.person.short_name, state=row.state)
    _sitting_of(row.body, sitting, elected_on)
    row.election = record_decision(
        by=by,
        permission=Permission.SITTING_RECORD,
        kind=ActKind.ELECTION,
        purpose=APPOINTING.get(row.office, Purpose.MEMBERS),
        subject=("body", row.body_id),
        act_date=elected_on,
        decided_by=DECIDING[row.body.kind],
        body_id=row.body_id,
        sitting_id=sitting.pk if sitting else None,
        persons=[row.person_id],
        data={"votes": {"yes": count.yes, "no": count.no, "abstained": count.abstained}} if count else None,
    )
    if row.state is CandidacyState.NOMINATED:
        row.state = CandidacyState.ELECTED
        others = Candidacy.objects.filter(body=row.body, office=row.office, state=CandidacyState.NOMINATED)
        for other in others.exclude(pk=row.pk):
            other.state = CandidacyState.NOT_ELECTED
            other.store("state")
    row.store("election", "state")
    _record(by, row, "candidacy.elected", elected_on)
    return row


@transaction.atomic
def approve_candidate(
    *,
    by: Actor,
    candidacy: Candidacy,
    council: Body,
    approved_on: date,
    sitting: Held | None = None,
    seen: int | None = None,
) -> Candidacy:
    """Note that the council has approved the head (MK 3.1). The approval may come after the order.

    Raises:
        Fault: not permitted in the council, no council, not elected yet, approved already, dated before the nomination or in the future,
            the sitting is not one of the council on that day.
    """
    require(by, Permission.SITTING_RECORD, body_id=council.pk)
    if council.kind is not BodyKind.COUNCIL:
        raise errors.NOT_A_COUNCIL(field="council", body=council.name)
    row = _at(by, candidacy, "approved_on", approved_on, {CandidacyState.ELECTED, CandidacyState.APPOINTED}, seen)
    if row.approval_id is not None:
        raise errors.STEP_IMPOSSIBLE(person=row.person.short_name, state=CandidacyState.APPROVED)
    _sitting_of(council, sitting, approved_on)
    row.approval = record_decision(
        by=by,
        permission=Permission.SITTING_RECORD,
        kind=ActKind.APPROVAL,
        purpose=Purpose.APPROVE_HEAD,
        subject=("body", row.body_id),
        act_date=approved_on,
        decided_by=DECIDING[council.kind],
        body_id=council.pk,
        sitting_id=sitting.pk if sitting else None,
        persons=[row.person_id],
    )
    if row.state is CandidacyState.ELECTED:
        row.state = CandidacyState.APPROVED
    row.store("approval", "state")
    _record(by, row, "candidacy.approved", approved_on)
    return row


@transaction.atomic
def appoint(
    *,
    by: Actor,
    candidacy: Candidacy,
    order_date: date,
    valid_from: date,
    title: str = "",
    text: str = "",
    language: str = "ky",
    paper: PaperOrder | None = None,
    seen: int | None = None,
) -> Candidacy:
    """Appoint the candidate: the director signs the order here, or, with `paper`, an order made on paper is recorded.

    Whoever holds the office until then stops on `valid_from`. A secretary or a deputy chair enters office by the election alone: without
    an order when nothing but `valid_from` is given for these offices (IMK 5.4).

    Raises:
        Fault: not permitted, not on the way any more, dated before the nomination or in the future; what signing or recording an order and
            adding a member may raise.
    """
    ordered = candidacy.office in APPOINTING
    require(by, _right_to_appoint(ordered=ordered, paper=paper), body_id=None if ordered else candidacy.body_id)
    row = _at(by, candidacy, "order_date", order_date, OPEN_STATES, seen)
    if ordered:
        row.order = _order(by, row, order_date, valid_from, (title, text, language), paper)
    row.membership = _enter(by, row, valid_from)
    row.state = CandidacyState.APPOINTED
    row.store("order", "membership", "state")
    _record(by, row, "candidacy.appointed", order_date)
    return row


@transaction.atomic
def withdraw(*, by: Actor, candidacy: Candidacy, note: str = "", seen: int | None = None) -> Candidacy:
    """Note that the candidate does not stand any more.

    Raises:
        Fault: not permitted, not on the way any more, changed meanwhile.
    """
    require(by, Permission.SITTING_RECORD, body_id=candidacy.body_id)
    row = _at(by, candidacy, None, None, OPEN_STATES, seen)
    row.state, row.note = CandidacyState.WITHDRAWN, note.strip()
    row.store("state", "note")
    _record(by, row, "candidacy.withdrawn", None)
    return row


def _right_to_appoint(*, ordered: bool, paper: PaperOrder | None) -> Permission:
    if not ordered:
        return Permission.SITTING_RECORD
    return Permission.ACT_RECORD if paper else Permission.ACT_ISSUE


def _order(
    by: Actor, row: Candidacy, order_date: date, valid_from: date, words: tuple[str, str, str], paper: PaperOrder | None
) -> Act:
    title, text, language = words
    purpose, about = APPOINTING[row.office], ("body", row.body_id)
    if paper is not None:
        return record_act(
            by=by,
            kind=ActKind.ORDER,
            purpose=purpose,
            act_date=order_date,
            number=paper.number,
            signed_by=paper.signed_by,
            signed_role=Role.DIRECTOR,
            subject=about,
            basis=row.election,
            title=title,
            text=text,
            persons=[row.person],
            effective_from=valid_from,
        )
    draft = draft_act(
        by=by,
        kind=ActKind.ORDER,
        purpose=purpose,
        title=title,
        text=text,
        act_date=order_date,
        subject=about,
        basis=row.election,
        persons=[row.person],
        language=language,
        effective_from=valid_from,
    )
    return issue_order(by=by, act=draft, act_date=order_date, effective_from=valid_from)


def _enter(by: Actor, row: Candidacy, valid_from: date) -> Membership:
    """The predecessor stops, the successor begins; the right to appoint includes the change of the membership."""
    if row.office in SINGLE:
        for held in overlapping(Membership.objects.filter(body=row.body, role=row.office), valid_from, None):
            if held.valid_from < valid_from and held.person_id != row.person_id:
                end_membership(
                    by=_full(by, row), membership=held, valid_until=valid_from, act=row.order or row.election
                )
    return add_member(
        by=_full(by, row),
        body=row.body,
        person=row.person,
        role=row.office,
        valid_from=valid_from,
        act=row.order or row.election,
    )


def _full(by: Actor, row: Candidacy) -> Actor:
    return replace(by, body_permissions={row.body_id: frozenset({Permission.MEMBER_EDIT})})


def _at(
    by: Actor,
    candidacy: Candidacy,
    field: str | None,
    day: date | None,
    states: frozenset[CandidacyState] | set[CandidacyState],
    seen: int | None,
) -> Candidacy:
    row = locked(candidacy, seen=seen)
    if row.state not in states:
        raise errors.STEP_IMPOSSIBLE(person=row.person.short_name, state=row.state)
    if field is not None and day is not None:
        _not_in_future(by, field, day)
        if day < row.nominated_on:
            raise errors.STEP_TOO_EARLY(field=field, day=day, nominated_on=row.nominated_on)
    return row


def _not_in_future(by: Actor, field: str, day: date) -> None:
    if day > by.today:
        raise DATED_IN_FUTURE(field=field, act_date=day, today=by.today)


def _sitting_of(body: Body, sitting: Held | None, day: date) -> None:
    if sitting is not None and (sitting.body_id, sitting.held_on) != (body.pk, day):
        raise errors.WRONG_SITTING(field="sitting", body=body.name, day=day)


def _record(by: Actor, row: Candidacy, action: str, on: date | None) -> None:
    record_event(
        by=by,
        action=action,
        subject=("body", row.body_id),
        act_date=on,
        data={"candidacy": row.pk, "person": row.person_id, "office": row.office.value},
    )
    tell_change(year=None)
