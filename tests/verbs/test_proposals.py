"""Questions on their way: offered, admitted or returned; from an association to the council, and the answer brought home."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from apps.bodies.models import Body
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.sittings.domain.inputs import AttendanceInput, HeldInput, ItemInput, SignatureInput
from apps.sittings.domain.minutes import sign_minutes
from apps.sittings.domain.motions import Totals, close_motion, open_motion
from apps.sittings.domain.plan import cancel_sitting, plan_sitting
from apps.sittings.domain.proposals import (
    admit_proposal,
    defer_proposal,
    propose_item,
    return_excerpt,
    return_proposal,
    send_item,
)
from apps.sittings.domain.record import record_sitting
from apps.sittings.domain.session import close_sitting, note_presence, open_sitting
from apps.sittings.enums import BallotKind, Presence, ProposalState
from apps.sittings.models import AgendaItem, Proposal, Sitting
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
DAY = date(2026, 11, 27)
AT = datetime(2026, 11, 27, 9, 40, tzinfo=UTC)


def code_of(deed: object, **given: object) -> str:
    with pytest.raises(Fault) as refused:
        deed(**given)  # type: ignore[operator]
    return refused.value.code


def hold(by: Actor, sitting: Sitting, *heard: AgendaItem) -> None:
    """Hold the sitting with four members, who adopt these questions."""
    open_sitting(by=by, sitting=sitting, at=AT)
    for number in (2, 3, 5, 6):
        person = Person.objects.get(pk=number)
        note_presence(by=by, sitting=sitting, person=person, state=Presence.PRESENT, at=AT)
    for item in heard:
        motion = open_motion(by=by, item=item, text="Макул", ballot=BallotKind.OPEN, at=AT)
        close_motion(by=by, motion=motion, totals=Totals(4), at=AT)
    close_sitting(by=by, sitting=sitting, at=AT)


def test_a_question_travels_and_its_answer_comes_home(by: Actor) -> None:
    by, council = replace(by, today=DAY), Sitting.objects.get(pk=4)
    question = AgendaItem.objects.select_related("sitting__body").get(sitting=3)
    same = {"by": by, "item": question, "to": question.sitting.body, "on": DAY}
    assert code_of(send_item, **same) == "sitting.same_body"
    sent = send_item(by=by, item=question, to=council.body, on=date(2026, 11, 20))
    assert code_of(return_excerpt, by=by, proposal=sent, on=DAY) == "sitting.not_answered"
    item = admit_proposal(by=by, proposal=sent, sitting=council, on=date(2026, 11, 20))
    assert (item.about_id, item.announced_on) == (1, date(2026, 11, 20))
    assert code_of(defer_proposal, by=by, proposal=sent, on=DAY) == "sitting.proposal_settled"
    hold(by, council, item)
    sent.refresh_from_db()
    assert (sent.state, sent.adopted, sent.decided_on) == (ProposalState.ANSWERED, True, DAY)
    assert code_of(return_excerpt, by=by, proposal=sent, on=DAY) == "sitting.not_answered"  # the minutes are a draft
    sign_minutes(by=by, sitting=council, signature=SignatureInput(DAY))
    early = {"by": by, "proposal": sent, "on": date(2026, 11, 26)}
    assert code_of(return_excerpt, **early) == "sitting.excerpt_before_signing"
    assert return_excerpt(by=by, proposal=sent, on=DAY).state is ProposalState.HOME

    # the answer stands on the asker's next agenda, once; a sitting that does not take place leaves it for the one after
    asker = Body.objects.get(pk=question.sitting.body_id)
    coming = plan_sitting(by=by, body=asker, planned_on=date(2026, 12, 4))
    answer = AgendaItem.objects.get(sitting=coming, about=council.body_id)
    assert answer.text == f"Методикалык кеңеш жооп берди: {question.text}"
    assert not plan_sitting(by=by, body=asker, planned_on=date(2026, 12, 5)).items.filter(text=answer.text).exists()
    cancel_sitting(by=by, sitting=coming, reason="Карантин")
    third = plan_sitting(by=by, body=asker, planned_on=date(2026, 12, 11))
    assert third.items.filter(text=answer.text).count() == 1
    words = tuple(ItemInput(item.text) for item in third.items.all())
    there = AttendanceInput(Person.objects.get(pk=5))
    held = HeldInput(held_on=date(2026, 12, 11), items=words, attendance=(there,))
    record_sitting(by=replace(by, today=date(2026, 12, 11)), body=asker, held=held, sitting=third)
    sent.refresh_from_db()
    assert sent.heard_as is not None
    assert sent.heard_as.sitting_id == third.pk


def test_a_question_that_was_not_reached_waits(by: Actor) -> None:
    by, council = replace(by, today=DAY), Sitting.objects.get(pk=4)
    offered = Proposal.objects.get(pk=1)
    admit_proposal(by=by, proposal=offered, sitting=council, on=DAY)
    hold(by, council, council.items.get(text="Олимпиаданын биринчи баскычы"))
    offered.refresh_from_db()
    assert (offered.state, offered.item_id) == (ProposalState.DEFERRED, None)


def test_the_secretary_gives_a_question_back_with_a_reason(by: Actor) -> None:
    offered = Proposal.objects.get(pk=1)
    given = {"by": by, "proposal": offered, "on": by.today}
    assert code_of(return_proposal, **given, reply=" ") == "sitting.text_missing"
    assert return_proposal(**given, reply="Педкеңеште каралган").state is ProposalState.RETURNED  # type: ignore[arg-type]
    member = without(by, Permission.ITEM_ADMIT)
    assert code_of(defer_proposal, by=member, proposal=offered, on=by.today) == "core.not_permitted"


def test_a_question_goes_to_a_sitting_of_its_own_body(by: Actor) -> None:
    offered = propose_item(by=by, body=Body.objects.get(pk=1), text="Маселе", on=by.today)
    given = {"by": by, "proposal": offered, "sitting": Sitting.objects.get(pk=4), "on": by.today}
    assert code_of(admit_proposal, **given) == "sitting.another_body"
