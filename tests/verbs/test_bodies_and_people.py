"""Staff, offices, bodies and papers: what is stored, what is refused, what leaves a trace."""

from datetime import date

import pytest

from apps.acts.domain.papers import record_act, revoke_act
from apps.acts.models import Act
from apps.audit.models import Event
from apps.bodies.domain.bodies import create_body, dissolve_body
from apps.bodies.domain.members import add_member, end_membership
from apps.bodies.enums import BodyKind, MembershipRole
from apps.bodies.models import Body, Membership
from apps.bodies.queries.members import members_on
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.people.domain.staff import add_person, assign_office, end_office, link_account
from apps.people.models import Person, RoleHolding
from apps.people.queries.holders import holders
from apps.plans.domain.plans import record_plan_act
from apps.plans.models import WorkPlan
from apps.rulebook.enums import ActKind, AssociationKind, CouncilKind, Purpose, Role
from tests import stage
from tests.verbs.conftest import without

pytestmark = pytest.mark.usefixtures("school")


def person(number: int) -> Person:
    return Person.objects.get(pk=number)


def council() -> Body:
    return Body.objects.get(kind=BodyKind.COUNCIL)


def test_an_office_is_held_from_its_first_day_to_the_day_before_its_end(by: Actor) -> None:
    holding = assign_office(
        by=by, person=person(8), role=Role.METHODIST, valid_from=date(2026, 10, 1), valid_until=date(2026, 11, 1)
    )
    assert person(8) not in holders(Role.METHODIST, on=date(2026, 9, 30))
    assert person(8) in holders(Role.METHODIST, on=date(2026, 10, 1))
    assert person(8) in holders(Role.METHODIST, on=date(2026, 10, 31))
    assert person(8) not in holders(Role.METHODIST, on=date(2026, 11, 1))
    event = Event.objects.latest("id")
    assert (event.action, event.subject_id, event.data) == ("office.assigned", 8, {"role": "methodist"})
    assert holding.acting is False


@pytest.mark.parametrize(
    ("valid_from", "valid_until"),
    [
        (date(2026, 9, 1), None),
        (date(2026, 9, 1), date(2026, 10, 2)),
        (date(2026, 10, 31), None),
        (date(2026, 10, 10), date(2026, 10, 20)),
    ],
)
def test_the_same_office_twice_at_once_is_refused(by: Actor, valid_from: date, valid_until: date | None) -> None:
    assign_office(
        by=by, person=person(8), role=Role.METHODIST, valid_from=date(2026, 10, 1), valid_until=date(2026, 11, 1)
    )
    with pytest.raises(Fault) as refused:
        assign_office(by=by, person=person(8), role=Role.METHODIST, valid_from=valid_from, valid_until=valid_until)
    assert refused.value.code == "person.holding_overlaps"
    assert "2026-жылдын 1-октябры" in refused.value.message("ky")
    assert RoleHolding.objects.filter(person_id=8, role=Role.METHODIST).count() == 1


def test_holdings_that_touch_do_not_overlap(by: Actor) -> None:
    assign_office(
        by=by, person=person(8), role=Role.METHODIST, valid_from=date(2026, 9, 1), valid_until=date(2026, 10, 1)
    )
    assign_office(by=by, person=person(8), role=Role.METHODIST, valid_from=date(2026, 10, 1))
    assert holders(Role.METHODIST, on=date(2026, 10, 1)) == [person(8)]


def test_there_is_one_director_and_one_may_act(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        assign_office(by=by, person=person(8), role=Role.DIRECTOR, valid_from=date(2026, 11, 1))
    assert refused.value.code == "person.office_taken"
    assign_office(
        by=by,
        person=person(8),
        role=Role.DIRECTOR,
        valid_from=date(2026, 11, 1),
        valid_until=date(2026, 11, 10),
        acting=True,
    )
    assert [holder.pk for holder in holders(Role.DIRECTOR, on=date(2026, 11, 5))] == [stage.DIRECTOR, 8]


def test_ended_before_it_began(by: Actor) -> None:
    holding = RoleHolding.objects.get(role=Role.DIRECTOR)
    with pytest.raises(Fault) as refused:
        end_office(by=by, holding=holding, valid_until=holding.valid_from)
    assert refused.value.code == "person.range_reversed"


def test_a_membership_is_no_office(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        assign_office(by=by, person=person(8), role=Role.COUNCIL_CHAIR, valid_from=date(2026, 11, 1))
    assert refused.value.code == "person.role_not_an_office"


def test_a_person_needs_a_name_and_an_account_has_one_person(by: Actor) -> None:
    with pytest.raises(Fault) as nameless:
        add_person(by=by, family_name=" ", given_name="Айым")
    assert nameless.value.code == "person.name_missing"
    taken = person(stage.SECRETARY).user_id
    assert taken is not None
    with pytest.raises(Fault) as refused:
        link_account(by=by, person=person(8), user_id=taken)
    assert refused.value.code == "person.account_taken"


def test_a_council_has_one_chair(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        add_member(by=by, body=council(), person=person(5), role=MembershipRole.CHAIR, valid_from=date(2026, 11, 1))
    assert refused.value.code == "body.office_taken"
    assert "Жумалиев Б. А." in refused.value.message("ky")
    chair = Membership.objects.get(body=council(), role=MembershipRole.CHAIR)
    end_membership(by=by, membership=chair, valid_until=date(2026, 11, 1), reason="которулду")
    add_member(by=by, body=council(), person=person(5), role=MembershipRole.CHAIR, valid_from=date(2026, 11, 1))
    chairs = [row.person_id for row in members_on(council(), date(2026, 11, 2)) if row.role is MembershipRole.CHAIR]
    assert chairs == [5]


def test_the_database_itself_refuses_a_second_chair(by: Actor) -> None:
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError, match="one_open_holder_per_office"), transaction.atomic():
        Membership.objects.create(
            body=council(), person=person(5), role=MembershipRole.CHAIR, valid_from=date(2026, 11, 1)
        )


def test_a_member_is_added_once(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        add_member(by=by, body=council(), person=person(5), role=MembershipRole.MEMBER, valid_from=date(2026, 11, 1))
    assert refused.value.code == "body.already_member"


@pytest.mark.parametrize(
    ("kind", "association_kind", "council_kind"),
    [
        (BodyKind.ASSOCIATION, None, None),
        (BodyKind.COUNCIL, None, None),
        (BodyKind.COUNCIL, AssociationKind.AREA, None),
        (BodyKind.ASSOCIATION, AssociationKind.AREA, CouncilKind.METHODICAL),
    ],
)
def test_a_body_says_its_kind(
    by: Actor, kind: BodyKind, association_kind: AssociationKind | None, council_kind: CouncilKind | None
) -> None:
    with pytest.raises(Fault) as refused:
        create_body(
            by=by, kind=kind, name="Жаңы", created_on=None, association_kind=association_kind, council_kind=council_kind
        )
    assert refused.value.code == "body.kind_missing"


def test_names_of_bodies_are_taken_without_regard_to_case(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        create_body(
            by=by,
            kind=BodyKind.ASSOCIATION,
            name="МАТЕМАТИКА жана физика",
            created_on=None,
            association_kind=AssociationKind.AREA,
        )
    assert refused.value.code == "body.name_taken"


def test_a_body_is_dissolved_after_it_was_created(by: Actor) -> None:
    body = council()
    with pytest.raises(Fault) as refused:
        dissolve_body(by=by, body=body, dissolved_on=body.created_on or date(2026, 9, 1))
    assert refused.value.code == "body.range_reversed"


def test_papers_are_not_dated_in_the_future_and_numbers_are_not_doubled(by: Actor) -> None:
    with pytest.raises(Fault) as future:
        record_act(by=by, kind=ActKind.ORDER, act_date=date(2026, 11, 21))
    assert future.value.code == "act.dated_in_future"
    record_act(by=by, kind=ActKind.ORDER, act_date=date(2026, 11, 2), number="77")
    with pytest.raises(Fault) as doubled:
        record_act(by=by, kind=ActKind.ORDER, act_date=date(2026, 11, 19), number="77")
    assert (doubled.value.code, doubled.value.status) == ("act.number_taken", 409)
    assert record_act(by=by, kind=ActKind.SUBMISSION, act_date=date(2026, 11, 19), number="77").number == "77"
    assert record_act(by=by, kind=ActKind.ORDER, act_date=date(2025, 11, 19), number="77").number == "77"


def test_a_paper_is_revoked_after_it_was_made(by: Actor) -> None:
    act = Act.objects.order_by("pk").first()
    assert act is not None
    with pytest.raises(Fault) as refused:
        revoke_act(by=by, act=act, revoked_on=date(2020, 1, 1))
    assert refused.value.code == "act.revoked_before_made"


def test_an_approval_by_someone_without_the_office_is_recorded(by: Actor) -> None:
    plan = WorkPlan.objects.get()
    act = record_plan_act(
        by=by,
        plan=plan,
        kind=ActKind.APPROVAL,
        act_date=date(2026, 9, 3),
        signed_by=person(8),
        signed_role=Role.DIRECTOR,
    )
    assert (act.purpose, act.subject_type, act.subject_id) == (Purpose.PLAN, "plan", plan.pk)


def test_a_plan_takes_consents_and_approvals_only(by: Actor) -> None:
    with pytest.raises(Fault) as refused:
        record_plan_act(
            by=by,
            plan=WorkPlan.objects.get(),
            kind=ActKind.ORDER,
            act_date=date(2026, 9, 3),
            signed_by=None,
            signed_role=Role.DIRECTOR,
        )
    assert refused.value.code == "plan.not_an_approval"


def test_rights_are_asked_first(by: Actor) -> None:
    calls = {
        Permission.PERSON_EDIT: lambda who: add_person(by=who, family_name="", given_name=""),
        Permission.ROLE_EDIT: lambda who: assign_office(
            by=who, person=person(8), role=Role.DIRECTOR, valid_from=date(2026, 1, 1)
        ),
        Permission.BODY_EDIT: lambda who: create_body(by=who, kind=BodyKind.COUNCIL, name="", created_on=None),
        Permission.MEMBER_EDIT: lambda who: add_member(
            by=who, body=council(), person=person(5), role=MembershipRole.CHAIR, valid_from=date(2026, 1, 1)
        ),
        Permission.ACT_RECORD: lambda who: record_act(by=who, kind=ActKind.ORDER, act_date=date(2030, 1, 1)),
    }
    before = Event.objects.count()
    for permission, call in calls.items():
        with pytest.raises(Fault) as refused:
            call(without(by, permission))
        assert refused.value.code == "core.not_permitted"
        assert permission.label.en in refused.value.message("en")
    assert Event.objects.count() == before
