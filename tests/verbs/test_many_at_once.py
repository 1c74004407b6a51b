"""Fifty members answer the invitation and vote at the same time: nothing is lost, nothing is doubled."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connections

from apps.audit.domain.once import once
from apps.audit.models import Event, Receipt
from apps.bodies.domain.members import add_member
from apps.bodies.enums import MembershipRole
from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.people.domain.staff import add_person
from apps.people.models import Person
from apps.sittings.domain.inputs import ItemInput
from apps.sittings.domain.invite import answer_invitation
from apps.sittings.domain.motions import cast_ballot, close_motion, open_motion
from apps.sittings.domain.plan import announce_sitting, plan_sitting
from apps.sittings.domain.session import note_presence, open_sitting
from apps.sittings.enums import Answer, BallotKind, Choice, Presence
from apps.sittings.models import Ballot, Invitation, Motion, Sitting
from tenants.context import in_school
from tenants.routing import directory
from tenants.scope import SchoolRef
from tests import cast, stage
from usul.actors import system_actor

MEMBERS = 50
AT_ONCE = 10  # connections that are open at the same time; each member has a thread of their own

pytestmark = pytest.mark.timeout(300)


def together(school: SchoolRef, people: list[int], deed: Callable[[int], object]) -> Counter[str]:
    """Every person's deed in a thread and a transaction of its own, begun at the same moment; codes of what was refused."""
    gate, turn = threading.Barrier(len(people)), threading.Semaphore(AT_ONCE)
    told: Counter[str] = Counter()
    lock = threading.Lock()

    def run(person: int) -> None:
        gate.wait()
        with turn:
            try:
                with in_school(school):
                    deed(person)
                outcome = "done"
            except Fault as fault:
                outcome = fault.code
            finally:
                connections.close_all()
        with lock:
            told[outcome] += 1

    threads = [threading.Thread(target=run, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def gathered(by: Actor, day: date) -> tuple[Sitting, list[int]]:
    """An association of fifty, invited to a sitting of today."""
    body = Body.objects.get(pk=1)
    people = [add_person(by=by, family_name=f"Мүчө{number}", given_name="А") for number in range(MEMBERS)]
    for person in people:
        add_member(by=by, body=body, person=person, role=MembershipRole.MEMBER, valid_from=stage.CREATED)
    sitting = plan_sitting(by=by, body=body, planned_on=day, items=[ItemInput("Маселе")])
    announce_sitting(by=by, sitting=sitting, announced_on=day)
    return sitting, [person.pk for person in people]


def test_fifty_answers_and_a_hundred_ballots(committed_db: None, today: date) -> None:
    school = directory.school(cast.SCHOOL_A_ID)
    assert school is not None
    at, by = cast.NOON, system_actor("tests", on=today)
    with in_school(school):
        sitting, people = gathered(by, today)

    def answer(person: int) -> None:
        answer_invitation(by=replace(by, person_id=person), sitting=sitting, answer=Answer.YES, at=at)

    assert together(school, people, answer) == {"done": MEMBERS}
    with in_school(school):
        answered = Invitation.objects.filter(sitting=sitting, answer=Answer.YES).count()
        assert (answered, Event.objects.filter(action="sitting.answered").count()) == (MEMBERS, MEMBERS)
        open_sitting(by=by, sitting=sitting, at=at)
        for person in Person.objects.filter(pk__in=people):
            note_presence(by=by, sitting=sitting, person=person, state=Presence.PRESENT, at=at)
        item = sitting.items.select_related("sitting__body").get(text="Маселе")
        motion = open_motion(by=by, item=item, text="Макулсузбу", ballot=BallotKind.SECRET, at=at)

    def vote(person: int) -> None:
        """The same ballot twice under one key, as a phone sends it whose line is bad, and once more under another."""
        mine, choice = replace(by, person_id=person), Choice.YES if person % 2 else Choice.NO
        row = Motion.objects.select_related("item__sitting__body").get(pk=motion.pk)
        member = Person.objects.get(pk=person)

        def do() -> str:
            return cast_ballot(by=mine, motion=row, person=member, choice=choice).motion.text

        for _time in range(2):
            once(by=mine, key=f"ballot-of-{person}", deed="ballot", asked={"person": person}, do=do)

    assert together(school, [*people, *people], vote) == {"done": 2 * MEMBERS}
    again = together(
        school,
        people,
        lambda person: cast_ballot(
            by=replace(by, person_id=person),
            motion=Motion.objects.select_related("item__sitting__body").get(pk=motion.pk),
            person=Person.objects.get(pk=person),
            choice=Choice.YES,
        ),
    )
    assert again == {"sitting.already_voted": MEMBERS}
    with in_school(school):
        closed = close_motion(by=by, motion=motion, at=at)
        odd = sum(person % 2 for person in people)
        assert (closed.yes, closed.no, closed.abstained) == (odd, MEMBERS - odd, 0)
        assert Ballot.objects.filter(motion=motion).count() == MEMBERS
        assert Receipt.objects.filter(deed="ballot").count() == MEMBERS
