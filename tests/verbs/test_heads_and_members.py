"""The way to an office, memberships and their ends, directions of the year, who leaves and what it breaks."""

from datetime import date
from types import SimpleNamespace

import pytest

from apps.acts.models import Act
from apps.acts.queries.standing import acts_about, standing_of
from apps.bodies.domain.bodies import change_body, create_body, dissolve_body
from apps.bodies.domain.directions import SUBJECT, approve_directions, write_directions
from apps.bodies.domain.heads import Count, PaperOrder, appoint, approve_candidate, elect, nominate, withdraw
from apps.bodies.domain.leaving import let_go
from apps.bodies.domain.members import add_member, confirm_members, end_membership
from apps.bodies.enums import AlertKind, BodyKind, CandidacyState, DirectionsPart, MembershipRole
from apps.bodies.models import Body, Candidacy, Directions, Membership
from apps.bodies.queries.alerts import alerts_of
from apps.bodies.queries.eligibility import eligibility_of, head_on
from apps.calendars.models import AcademicYear
from apps.charters.domain.inputs import ModuleInput
from apps.charters.domain.profiles import adopt_profile
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.people.domain.staff import add_absence, add_spell, change_person, end_absence, take_back
from apps.people.enums import AbsenceKind
from apps.people.models import Person, RoleHolding
from apps.rulebook.enums import ActKind, AssociationKind, Education, MemberCategory, Purpose, Role, Verdict
from tests import cast, stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")
OCTOBER = date(2026, 10, 1)


def person(number: int) -> Person:
    return Person.objects.get(pk=number)


def body(number: int) -> Body:
    return Body.objects.get(pk=number)


def nominated(by: Actor, number: int = 7, on: date = OCTOBER) -> Candidacy:
    return nominate(by=by, body=body(1), person=person(number), nominated_on=on, nominated_by="Кадырова Н. Т.")


def judged(number: int, on: date) -> list[Verdict]:
    return [row.verdict for row in eligibility_of([person(number)], on=on)[number]]


def refused(code: str, call: object, **values: object) -> Fault:
    with pytest.raises(Fault) as caught:
        call(**values)  # type: ignore[operator]
    assert caught.value.code == code
    return caught.value


def test_a_head_comes_to_office_step_by_step_and_the_predecessor_stops_that_day(by: Actor) -> None:
    rival, chosen = nominated(by, 8), nominated(by, 7)
    sitting = SimpleNamespace(pk=3, body_id=1, held_on=date(2026, 10, 22))
    elected = elect(by=by, candidacy=chosen, elected_on=date(2026, 10, 22), sitting=sitting, count=Count(5))
    assert elected.election is not None
    assert (elected.state, elected.election.data) == (
        CandidacyState.ELECTED,
        {"votes": {"yes": 5, "no": 0, "abstained": 0}},
    )
    assert (elected.election.kind, elected.election.persons, elected.election.sitting_id) == (ActKind.ELECTION, [7], 3)
    assert Candidacy.objects.get(pk=rival.pk).state is CandidacyState.NOT_ELECTED
    approved = approve_candidate(by=by, candidacy=elected, council=body(2), approved_on=date(2026, 10, 30))
    assert approved.state is CandidacyState.APPROVED
    done = appoint(
        by=by,
        candidacy=approved,
        order_date=date(2026, 11, 2),
        valid_from=date(2026, 11, 3),
        title="Жетекчини дайындоо",
        text="Дайындалсын",
        paper=PaperOrder("41", person(stage.DIRECTOR)),
    )
    assert done.order is not None
    assert (done.state, done.order.number, done.order.purpose) == (
        CandidacyState.APPOINTED,
        "41",
        Purpose.APPOINT_HEAD,
    )
    assert [head.person_id for day in (2, 3) if (head := head_on(body(1), date(2026, 11, day)))] == [stage.HEAD, 7]
    before = Membership.objects.get(body_id=1, role=MembershipRole.HEAD, person_id=stage.HEAD)
    assert (before.valid_until, before.end_act) == (date(2026, 11, 3), done.order)


def test_the_director_signs_the_order_and_it_takes_the_next_number(by: Actor) -> None:
    from dataclasses import replace

    director = replace(by, person_id=stage.DIRECTOR)
    done = appoint(
        by=director,
        candidacy=nominated(by),
        order_date=date(2026, 11, 20),
        valid_from=date(2026, 11, 20),
        title="Дайындоо",
        text="Буйрук кылам",
    )
    assert done.order is not None
    assert (done.order.number, done.order.signed_by_id, done.order.persons) == ("13", stage.DIRECTOR, [7])


def test_steps_that_cannot_be(by: Actor) -> None:
    row = nominated(by)
    refused("body.candidacy_running", nominated, by=by)
    refused("body.step_too_early", elect, by=by, candidacy=row, elected_on=date(2026, 9, 30))
    refused("act.dated_in_future", elect, by=by, candidacy=row, elected_on=date(2026, 11, 21))
    refused("body.step_impossible", approve_candidate, by=by, candidacy=row, council=body(2), approved_on=OCTOBER)
    refused("body.not_a_council", approve_candidate, by=by, candidacy=row, council=body(1), approved_on=OCTOBER)
    elsewhere = SimpleNamespace(pk=2, body_id=2, held_on=OCTOBER)
    refused("body.wrong_sitting", elect, by=by, candidacy=row, elected_on=OCTOBER, sitting=elsewhere)
    withdraw(by=by, candidacy=row, note="өзү сурады")
    refused("body.step_impossible", elect, by=by, candidacy=row, elected_on=OCTOBER)
    assert not Act.objects.filter(kind=ActKind.ELECTION, subject_id=1).exists()


def test_a_step_is_not_taken_on_what_has_changed_meanwhile(by: Actor) -> None:
    row = nominated(by)
    elect(by=by, candidacy=row, elected_on=OCTOBER, seen=1)
    fault = refused("core.changed_meanwhile", withdraw, by=by, candidacy=row, seen=1)
    assert fault.status == 412


def test_a_secretary_is_elected_and_needs_no_order(by: Actor) -> None:
    council = body(2)
    row = nominate(
        by=by, body=council, person=person(7), nominated_on=OCTOBER, office=MembershipRole.SECRETARY, nominated_by=""
    )
    elect(by=by, candidacy=row, elected_on=OCTOBER)
    done = appoint(by=by, candidacy=row, order_date=OCTOBER, valid_from=OCTOBER)
    assert (done.order, done.membership is not None) == (None, True)
    assert done.membership is not None
    assert (done.membership.act, done.membership.role) == (done.election, MembershipRole.SECRETARY)


def test_eligibility_is_argued_from_the_record_before_anything_is_signed(by: Actor) -> None:
    adopt_profile(
        by=by,
        valid_from=date(2026, 11, 1),
        chosen=[ModuleInput("VARU"), ModuleInput("ABDH"), ModuleInput("MK")],
        act="№9 буйрук",
        adopted_on=date(2026, 10, 30),
    )
    change_person(by=by, person=person(7), family_name="Өмүрбеков", given_name="Ңурлан", education=Education.HIGHER)
    add_spell(by=by, person=person(7), valid_from=date(2021, 11, 20))
    assert judged(7, date(2026, 11, 19)) == [Verdict.PASS, Verdict.FAIL]
    assert judged(7, date(2026, 11, 20)) == [Verdict.PASS, Verdict.PASS]
    assert judged(8, date(2026, 11, 20)) == [Verdict.REVIEW, Verdict.REVIEW]
    assert judged(8, date(2026, 10, 1)) == [Verdict.NR, Verdict.NR]


def test_a_membership_ends_once_and_inside_the_life_of_the_body(by: Actor) -> None:
    seat = Membership.objects.get(body_id=1, person_id=8)
    end_membership(by=by, membership=seat, valid_until=OCTOBER, reason="которулду")
    refused("body.already_ended", end_membership, by=by, membership=seat, valid_until=date(2026, 11, 1))
    early = {"by": by, "body": body(1), "person": person(2), "role": MembershipRole.MEMBER}
    refused("body.not_at_work", add_member, valid_from=date(2026, 8, 31), **early)
    second = {"by": by, "body": body(2), "role": MembershipRole.DEPUTY, "valid_from": OCTOBER}
    add_member(person=person(6), **second)
    refused("body.office_taken", add_member, person=person(7), **second)


def test_memberships_proposed_are_confirmed_by_an_order_about_the_body(by: Actor) -> None:
    fresh = add_member(
        by=by,
        body=body(2),
        person=person(8),
        role=MembershipRole.MEMBER,
        valid_from=OCTOBER,
        category=MemberCategory.COMPETENT_TEACHERS,
    )
    other, order = Act.objects.get(number="11"), Act.objects.get(number="12")
    refused("body.wrong_order", confirm_members, by=by, body=body(2), memberships=[fresh], order=other)
    assert confirm_members(by=by, body=body(2), memberships=[fresh], order=order) == 1
    assert Membership.objects.get(pk=fresh.pk).act == order


def test_a_group_says_what_it_is_for_and_no_body_stands_above_itself(by: Actor) -> None:
    new = {"by": by, "kind": BodyKind.CREATIVE_GROUP, "name": "Чыгармачыл топ", "created_on": OCTOBER}
    refused("body.purpose_missing", create_body, **new)
    refused("body.range_reversed", create_body, **new, purpose="Окуу куралы", works_until=OCTOBER)
    group = create_body(**new, purpose="Окуу куралы", works_until=date(2026, 12, 25), parent=body(2))  # type: ignore[arg-type]
    above = {"by": by, "body": body(2), "name": "Методикалык кеңеш", "subjects": []}
    refused("body.parent_unfit", change_body, **above, parent=group)
    changed = change_body(**above, parent=None, seen=1)  # type: ignore[arg-type]
    assert changed.row_version == 2
    refused("core.changed_meanwhile", change_body, **above, seen=1)


def test_dissolving_ends_every_membership_by_the_same_paper(by: Actor) -> None:
    about, day = Act.objects.get(number="11"), date(2026, 11, 16)
    refused("body.wrong_order", dissolve_body, by=by, body=body(2), dissolved_on=day, act=about)
    dissolve_body(by=by, body=body(1), dissolved_on=day, act=about)
    assert set(Membership.objects.filter(body_id=1).values_list("valid_until", "end_act")) == {(day, about.pk)}
    refused("body.already_dissolved", dissolve_body, by=by, body=body(1), dissolved_on=day)


def test_an_approval_holds_for_the_exact_directions(by: Actor) -> None:
    year = AcademicYear.objects.get(start_year=2026)
    parts = {DirectionsPart.THEMES: "Окуу сабаттуулугу", DirectionsPart.AIMS: "  "}
    refused("body.directions_empty", write_directions, by=by, body=body(1), year=year, content={})
    row = write_directions(by=by, body=body(1), year=year, content=parts)
    assert row.content == {"themes": "Окуу сабаттуулугу"}
    approve_directions(by=by, directions=row, council=body(2), approved_on=date(2026, 10, 15))
    assert standing_of(acts_about(SUBJECT, row.pk), row.content).valid
    write_directions(by=by, body=body(1), year=year, content={DirectionsPart.THEMES: "Функционалдык сабаттуулук"})
    again = Directions.objects.get(pk=row.pk)
    found = standing_of(acts_about(SUBJECT, row.pk), again.content)
    assert found.needed_again
    assert [(one.place, one.before, one.now) for one in found.changes] == [
        ("themes", "Окуу сабаттуулугу", "Функционалдык сабаттуулук")
    ]


def test_leaving_ends_what_was_held_and_the_page_says_what_broke(by: Actor) -> None:
    add_absence(by=by, person=person(6), kind=AbsenceKind.LEAVE, valid_from=OCTOBER, valid_until=date(2026, 10, 9))
    refused(
        "person.absence_overlaps",
        add_absence,
        by=by,
        person=person(6),
        kind=AbsenceKind.ILLNESS,
        valid_from=date(2026, 10, 8),
    )
    open_end = add_absence(by=by, person=person(6), kind=AbsenceKind.ILLNESS, valid_from=date(2026, 10, 9))
    assert end_absence(by=by, absence=open_end, valid_until=date(2026, 10, 12)).valid_until == date(2026, 10, 12)
    assert alerts_of(Body.objects.all(), on=cast.TODAY) == []
    let_go(by=by, person=person(stage.HEAD), left_on=date(2026, 11, 16), reason="башка мектепке")
    let_go(by=by, person=person(stage.DEPUTY), left_on=date(2026, 12, 1))
    assert not RoleHolding.objects.filter(person_id=stage.DEPUTY, valid_until__isnull=True).exists()
    found = {
        (one.kind, one.body.pk, one.office, one.person and one.person.pk)
        for one in alerts_of(Body.objects.all(), on=cast.TODAY)
    }
    assert found == {
        (AlertKind.VACANT, 1, MembershipRole.HEAD, None),
        (AlertKind.LEAVING, 2, MembershipRole.CHAIR, stage.DEPUTY),
        (AlertKind.LEAVING, 2, None, stage.DEPUTY),
    }
    refused("person.already_left", let_go, by=by, person=person(stage.HEAD), left_on=date(2026, 11, 18))
    refused(
        "body.person_left",
        add_member,
        by=by,
        body=body(1),
        person=person(stage.HEAD),
        role=MembershipRole.HEAD,
        valid_from=date(2026, 11, 17),
    )
    back = take_back(by=by, person=person(stage.HEAD), joined_on=date(2026, 11, 17))
    assert (back.left_on, back.joined_on) == (None, date(2026, 11, 17))
    refused("person.not_gone", take_back, by=by, person=person(6), joined_on=OCTOBER)


def test_too_few_teachers_are_told_with_the_argument_of_the_rulebook(by: Actor) -> None:
    adopt_profile(
        by=by,
        valid_from=date(2026, 11, 1),
        chosen=[ModuleInput("S33U")],
        act="№9 буйрук",
        adopted_on=date(2026, 10, 30),
    )
    small = create_body(
        by=by,
        kind=BodyKind.ASSOCIATION,
        name="Химия",
        created_on=OCTOBER,
        association_kind=AssociationKind.SUBJECT,
        subjects=["mathematics"],
    )
    add_member(by=by, body=small, person=person(7), role=MembershipRole.HEAD, valid_from=OCTOBER)
    for number in (4, 8):
        add_member(by=by, body=small, person=person(number), role=MembershipRole.MEMBER, valid_from=OCTOBER)
    assert alerts_of([small], on=cast.TODAY) == []
    end_membership(by=by, membership=Membership.objects.get(body=small, person_id=8), valid_until=date(2026, 11, 10))
    (alert,) = alerts_of([small], on=cast.TODAY)
    assert alert.finding is not None
    assert (alert.kind, alert.finding.values["count"], alert.finding.limit) == (AlertKind.TOO_FEW, 2, 3)


def test_rights_are_asked_first(by: Actor) -> None:
    row = nominated(by)
    calls = {
        Permission.SITTING_RECORD: lambda who: elect(by=who, candidacy=row, elected_on=date(2030, 1, 1)),
        Permission.ACT_ISSUE: lambda who: appoint(
            by=who, candidacy=row, order_date=date(2030, 1, 1), valid_from=OCTOBER
        ),
        Permission.ACT_RECORD: lambda who: appoint(
            by=who, candidacy=row, order_date=date(2030, 1, 1), valid_from=OCTOBER, paper=PaperOrder("1")
        ),
        Permission.PLAN_EDIT: lambda who: write_directions(by=who, body=body(1), year=AcademicYear(), content={}),
        Permission.PERSON_EDIT: lambda who: let_go(by=who, person=person(5), left_on=date(2000, 1, 1)),
    }
    for permission, call in calls.items():
        with pytest.raises(Fault) as caught:
            call(without(by, permission))
        assert (caught.value.code, caught.value.values["permission"]) == ("core.not_permitted", permission)


def test_the_office_of_director_stays_after_a_refusal(by: Actor) -> None:
    """Nothing half-written: a refused leaving leaves every holding as it was."""
    refused("person.left_before_came", let_go, by=by, person=_joined(by), left_on=date(2020, 1, 1))
    assert RoleHolding.objects.filter(role=Role.DIRECTOR, valid_until__isnull=True).count() == 1


def _joined(by: Actor) -> Person:
    return change_person(
        by=by,
        person=person(stage.DIRECTOR),
        family_name="Токтогулова",
        given_name="Гүлнара",
        joined_on=date(2021, 8, 20),
    )
