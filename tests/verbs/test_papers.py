"""Papers on their way: put forward, put before bodies, handed in, taken back."""

from dataclasses import replace
from datetime import date

import pytest

from apps.acts.domain.papers import record_act
from apps.audit.models import Event
from apps.bodies.models import Body
from apps.calendars.models import AcademicYear
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.people.models import Person
from apps.proposals.domain.inputs import PaperInput
from apps.proposals.domain.papers import (
    change_paper,
    enter_paper,
    hand_in,
    note_result,
    receive,
    remove_paper,
    withdraw,
)
from apps.proposals.domain.passages import link_act, link_item, put_on_agenda, unlink
from apps.proposals.enums import Deed, Level, PaperKind, PaperState, StepState
from apps.proposals.models import Paper, Passage
from apps.proposals.queries.way import Way, ways_of
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ActKind, Purpose, Role
from apps.sittings.domain.proposals import admit_proposal, send_item
from apps.sittings.enums import ItemState, Matter
from apps.sittings.models import AgendaItem, Sitting
from tests import cast, stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
TODAY = cast.TODAY
TEACHER, ASSOCIATION, COUNCIL = stage.TEACHER, 1, 2


def code_of(deed: object, *args: object, **given: object) -> str:
    with pytest.raises(Fault) as refused:
        deed(*args, **given)  # type: ignore[operator]
    return refused.value.code


def entered(by: Actor, kind: PaperKind, body: int | None = ASSOCIATION, **content: object) -> Paper:
    """A paper of the association, about the teacher without an office."""
    content = {"title": "Кагаз", "person": Person.objects.get(pk=TEACHER)} | content
    return enter_paper(
        by=by,
        kind=kind,
        body=Body.objects.get(pk=body) if body else None,
        year=AcademicYear.objects.get(start_year=stage.START_YEAR),
        content=PaperInput(**content),  # type: ignore[arg-type]
    )


def way(paper: Paper) -> Way:
    [found] = ways_of([Paper.objects.get(pk=paper.pk)], today=TODAY)
    return found


def steps(paper: Paper) -> list[tuple[Deed, StepState]]:
    return [(step.deed, step.state) for step in way(paper).steps]


@pytest.mark.parametrize(
    ("kind", "body", "content", "code"),
    [
        (PaperKind.INDIVIDUAL_PLAN, ASSOCIATION, {"title": " "}, "paper.title_missing"),
        (PaperKind.INDIVIDUAL_PLAN, COUNCIL, {}, "paper.needs_association"),
        (PaperKind.FINAL_EXAM, None, {}, "paper.needs_association"),
        (PaperKind.INDIVIDUAL_PLAN, ASSOCIATION, {"person": None}, "paper.person_missing"),
        (PaperKind.CONTEST, ASSOCIATION, {}, "paper.contest_missing"),
        (PaperKind.YEAR_REPORT, ASSOCIATION, {}, "paper.recipient_missing"),
        (PaperKind.YEAR_REPORT, ASSOCIATION, {"recipient": Role.LIBRARIAN}, "paper.recipient_unfit"),
    ],
)
def test_what_a_kind_asks_for(
    by: Actor, kind: PaperKind, body: int | None, content: dict[str, object], code: str
) -> None:
    assert code_of(entered, by, kind, body, **content) == code
    assert Paper.objects.count() == 1


def test_what_a_kind_has_no_use_for_is_left_aside(by: Actor) -> None:
    day = date(2026, 12, 1)
    plan = entered(by, PaperKind.INDIVIDUAL_PLAN, used_from=day, level=Level.REGION, recipient=Role.DIRECTOR)
    award = entered(by, PaperKind.AWARD, used_from=day, contest_name="Сынак", level=Level.REGION)
    assert (plan.used_from, plan.level, plan.recipient, plan.form) == (day, None, None, None)
    assert (award.used_from, award.contest_name, award.level) == (None, "", Level.REGION)


def test_a_member_puts_the_own_paper_forward_and_nobody_elses(by: Actor) -> None:
    member = replace(
        without(by, Permission.PAPER_EDIT, Permission.ITEM_PROPOSE),
        person_id=TEACHER,
        body_permissions={ASSOCIATION: frozenset({Permission.ITEM_PROPOSE})},
    )
    paper = entered(member, PaperKind.INDIVIDUAL_PLAN)
    other = Person.objects.get(pk=6)
    assert code_of(entered, member, PaperKind.INDIVIDUAL_PLAN, person=other) == "core.not_permitted"
    content = PaperInput(title="Башканыкы", person=other)
    assert code_of(change_paper, by=member, paper=paper, content=content) == "core.not_permitted"
    assert code_of(entered, member, PaperKind.AWARD, None) == "core.not_permitted"
    sitting = Sitting.objects.get(pk=4)
    read_only = replace(member, permissions=frozenset({Permission.SCHOOL_READ}))
    assert code_of(put_on_agenda, by=read_only, paper=paper, sitting=sitting, on=TODAY) == "core.not_permitted"
    withdraw(by=member, paper=paper, reason="Жаңысын жазам", on=TODAY)


def test_a_plan_is_approved_in_a_question_of_the_association(by: Actor) -> None:
    paper = entered(by, PaperKind.INDIVIDUAL_PLAN, used_from=date(2026, 11, 1))
    assert steps(paper) == [(Deed.DECIDE, StepState.NOT_ASKED)]
    assert way(paper).late(TODAY)
    assert way(paper).steps[0].sources == ("VARU 3.4",)
    item = AgendaItem.objects.select_related("sitting__body").filter(sitting=1).earliest("position")
    AgendaItem.objects.filter(pk=item.pk).update(adopted=None)
    passage = link_item(by=by, paper=paper, item=item)
    assert (passage.kind, steps(paper)) == (ActKind.APPROVAL, [(Deed.DECIDE, StepState.UNDECIDED)])
    assert code_of(link_item, by=by, paper=paper, item=item) == "paper.linked_already"
    AgendaItem.objects.filter(pk=item.pk).update(adopted=False)
    assert steps(paper) == [(Deed.DECIDE, StepState.REFUSED)]
    AgendaItem.objects.filter(pk=item.pk).update(adopted=True)
    assert (way(paper).state, way(paper).steps[0].day) == (PaperState.FINISHED, date(2026, 9, 10))
    content = PaperInput(title="Башкача", person=paper.person)
    assert code_of(change_paper, by=by, paper=paper, content=content) == "paper.decided"
    assert code_of(remove_paper, by=by, paper=paper) == "paper.in_use"
    unlink(by=by, passage=passage)
    assert change_paper(by=by, paper=paper, content=content).title == "Башкача"
    remove_paper(by=by, paper=paper)
    assert Event.objects.latest("pk").action == "paper.removed"


def test_a_question_is_put_on_a_coming_agenda(by: Actor) -> None:
    paper = entered(by, PaperKind.EXPERIMENTAL, title="STEM программасы")
    council = Sitting.objects.get(pk=4)
    passage = put_on_agenda(by=by, paper=paper, sitting=council, on=TODAY)
    assert passage.item is not None
    assert (passage.item.text, passage.item.announced_on, passage.kind) == (
        "STEM программасы",
        TODAY,
        ActKind.RECOMMENDATION,
    )
    assert steps(paper) == [(Deed.DECIDE, StepState.ON_AGENDA), (Deed.DECIDE, StepState.AHEAD)]
    AgendaItem.objects.filter(pk=passage.item.pk).update(state=ItemState.DROPPED)
    assert steps(paper)[0] == (Deed.DECIDE, StepState.UNDECIDED)
    passage.item.refresh_from_db()
    assert code_of(link_item, by=by, paper=entered(by, PaperKind.WORKING), item=passage.item) == "paper.item_unfit"


def test_a_programme_travels_from_body_to_body(by: Actor) -> None:
    paper = entered(by, PaperKind.AUTHOR, title="Автордук программа")
    assert [step.kind for step in way(paper).steps] == [
        ActKind.CONSIDERATION,
        ActKind.RECOMMENDATION,
        ActKind.APPROVAL,
    ]
    seen = AgendaItem.objects.select_related("sitting__body").get(sitting=3)
    AgendaItem.objects.filter(pk=seen.pk).update(adopted=True)
    link_item(by=by, paper=paper, item=seen)
    assert [state for _deed, state in steps(paper)] == [StepState.DONE, StepState.NOT_ASKED, StepState.AHEAD]
    council = Sitting.objects.get(pk=4)
    sent = send_item(by=by, item=seen, to=council.body, on=TODAY, matter=Matter.AUTHOR_PROGRAMME)
    assert [state for _deed, state in steps(paper)] == [StepState.DONE, StepState.OFFERED, StepState.AHEAD]
    item = admit_proposal(by=by, proposal=sent, sitting=council, on=TODAY)
    assert [state for _deed, state in steps(paper)] == [StepState.DONE, StepState.ON_AGENDA, StepState.AHEAD]
    Sitting.objects.filter(pk=4).update(state="held", held_on=date(2026, 11, 20))
    AgendaItem.objects.filter(pk=item.pk).update(adopted=True)
    assert [state for _deed, state in steps(paper)] == [StepState.DONE, StepState.DONE, StepState.NOT_ASKED]
    decision = record_act(by=by, kind=ActKind.DECISION, act_date=date(2026, 11, 20), number="4")
    link_act(by=by, paper=paper, act=decision)
    assert way(paper).state is PaperState.FINISHED
    assert code_of(link_act, by=by, paper=paper, act=decision) == "paper.linked_already"


def test_an_act_must_be_a_decision_of_a_body(by: Actor) -> None:
    paper = entered(by, PaperKind.WORKING)
    order = record_act(by=by, kind=ActKind.ORDER, purpose=Purpose.PLAN, act_date=TODAY, number="99")
    assert code_of(link_act, by=by, paper=paper, act=order) == "paper.act_unfit"
    signed = record_act(by=by, kind=ActKind.APPROVAL, act_date=TODAY, signed_role=Role.DIRECTOR)
    assert code_of(link_act, by=by, paper=paper, act=signed) == "paper.act_unfit"


def test_a_paper_of_one_association_is_not_decided_by_another(by: Actor) -> None:
    own = Body.objects.get(pk=ASSOCIATION)
    other = Body.objects.create(kind="association", name="Башталгыч класстар", association_kind="primary")
    paper = entered(by, PaperKind.FINAL_EXAM, other.pk)
    item = AgendaItem.objects.select_related("sitting__body").filter(sitting__body=own).earliest("pk")
    assert code_of(link_item, by=by, paper=paper, item=item) == "paper.another_association"
    assert not Passage.objects.exists()


def test_whoever_keeps_the_minutes_may_link_too(by: Actor) -> None:
    paper = entered(by, PaperKind.INDIVIDUAL_PLAN)
    item = AgendaItem.objects.select_related("sitting__body").filter(sitting=1).earliest("position")
    nobody = replace(by, permissions=frozenset({Permission.SCHOOL_READ}))
    assert code_of(link_item, by=nobody, paper=paper, item=item) == "core.not_permitted"
    secretary = replace(nobody, body_permissions={ASSOCIATION: frozenset({Permission.SITTING_RECORD})})
    assert link_item(by=secretary, paper=paper, item=item).pk


def test_a_report_is_handed_in_and_received(by: Actor) -> None:
    paper = entered(by, PaperKind.YEAR_REPORT, recipient=Role.DEPUTY_OTI)
    assert steps(paper) == [(Deed.HAND_IN, StepState.WAITS), (Deed.RECEIVE, StepState.AHEAD)]
    assert code_of(receive, by=by, paper=paper, on=TODAY) == "paper.not_handed_in"
    assert code_of(hand_in, by=by, paper=paper, on=date(2026, 11, 21)) == "paper.in_future"
    hand_in(by=by, paper=paper, on=date(2026, 11, 19), seen=1)
    assert code_of(hand_in, by=by, paper=paper, on=TODAY, seen=1) == "core.changed_meanwhile"
    assert code_of(hand_in, by=by, paper=paper, on=TODAY) == "paper.handed_already"
    assert code_of(receive, by=by, paper=paper, on=date(2026, 11, 18)) == "paper.too_early"
    author = without(by, Permission.REPORT_RECEIVE)
    assert code_of(receive, by=author, paper=paper, on=TODAY) == "core.not_permitted"
    receive(by=by, paper=paper, on=TODAY)
    assert code_of(receive, by=by, paper=paper, on=TODAY) == "paper.received_already"
    assert way(paper).state is PaperState.FINISHED


def test_a_nomination_goes_out_and_comes_to_a_result(by: Actor) -> None:
    paper = entered(by, PaperKind.CONTEST, contest=Contest.TEACHER_OF_THE_YEAR, level=Level.DISTRICT)
    states = [(Deed.DECIDE, StepState.NOT_ASKED), (Deed.HAND_IN, StepState.AHEAD), (Deed.RESULT, StepState.AHEAD)]
    assert steps(paper) == states
    assert code_of(note_result, by=by, paper=paper, result="Жеңди", on=TODAY) == "paper.not_handed_in"
    hand_in(by=by, paper=paper, on=date(2026, 11, 10))
    assert code_of(note_result, by=by, paper=paper, result=" ", on=TODAY) == "paper.result_missing"
    note_result(by=by, paper=paper, result="II орун", on=TODAY)
    assert [state for _deed, state in steps(paper)] == [StepState.NOT_ASKED, StepState.DONE, StepState.DONE]
    assert code_of(receive, by=by, paper=paper, on=TODAY) == "paper.no_such_step"
    plan = entered(by, PaperKind.INDIVIDUAL_PLAN)
    assert code_of(hand_in, by=by, paper=plan, on=TODAY) == "paper.no_such_step"


def test_a_withdrawn_paper_stays_and_is_left_alone(by: Actor) -> None:
    paper = entered(by, PaperKind.AWARD)
    assert code_of(withdraw, by=by, paper=paper, reason=" ", on=TODAY) == "paper.reason_missing"
    withdraw(by=by, paper=paper, reason="Мугалим каршы", on=TODAY)
    assert (way(paper).state, way(paper).next) == (PaperState.WITHDRAWN, None)
    assert code_of(hand_in, by=by, paper=paper, on=TODAY) == "paper.withdrawn"
