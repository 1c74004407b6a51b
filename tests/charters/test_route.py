"""The route of acts: considered, approved, in force, replaced; and what binds what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from apps.acts.domain.charters import approve_charter, bring_into_force, consider_charter
from apps.acts.models import Act
from apps.acts.queries.charters import route_of
from apps.bodies.queries.readers import readers_of
from apps.charters.domain.acknowledge import acknowledge
from apps.charters.domain.clauses import write_clause
from apps.charters.domain.inputs import ModuleInput, OwnValueInput
from apps.charters.domain.profiles import adopt_profile
from apps.charters.domain.values import set_value
from apps.charters.enums import CharterStage, ProfileState
from apps.charters.models import PolicyProfile
from apps.charters.queries.policy import school_policy
from apps.core.actor import Actor
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.core.signals import record_changed
from apps.people.domain.staff import assign_office
from apps.people.models import Person
from apps.rulebook.enums import CouncilKind, Role
from apps.rulebook.parameters.councils import AGENDA_NOTICE_DAYS
from tests import cast, stage
from tests.charters.conftest import PLANNED
from tests.verbs.conftest import without

PROTOCOL, ORDERED = date(2026, 11, 12), date(2026, 11, 16)


def stage_of(profile: PolicyProfile, on: date = cast.TODAY) -> CharterStage:
    return route_of(PolicyProfile.objects.get(pk=profile.pk), on=on).stage


def considered(draft: PolicyProfile, by: Actor) -> Act:
    return consider_charter(by=by, profile=draft, act_date=PROTOCOL, number="3")


def approved(draft: PolicyProfile, by: Actor, director: Actor) -> Act:
    considered(draft, by)
    return approve_charter(by=director, profile=draft, act_date=ORDERED)


def test_the_whole_way(draft: PolicyProfile, by: Actor, director: Actor) -> None:
    heard = []

    def listener(sender: object, year: int | None, **_: object) -> None:
        heard.append(year)

    set_value(by=by, profile=draft, value=OwnValueInput(AGENDA_NOTICE_DAYS.key, 10, reason="Эки смена"))
    assert stage_of(draft) is CharterStage.DRAFT
    considered(draft, by)
    assert stage_of(draft) is CharterStage.CONSIDERED
    order = approve_charter(by=director, profile=draft, act_date=ORDERED)
    assert (order.number, order.signed_by_id, order.signed_role) == ("13", stage.DIRECTOR, Role.DIRECTOR)
    assert stage_of(draft) is CharterStage.APPROVED
    record_changed.connect(listener)
    try:
        bring_into_force(by=director, profile=draft, valid_from=PLANNED)
    finally:
        record_changed.disconnect(listener)
    assert heard == [None]
    assert stage_of(draft) is CharterStage.COMING
    assert stage_of(draft, PLANNED) is CharterStage.IN_FORCE
    before = PolicyProfile.objects.get(number=1)
    assert (before.state, before.valid_until) == (ProfileState.SUPERSEDED, PLANNED)
    assert stage_of(before, PLANNED - timedelta(days=1)) is CharterStage.IN_FORCE
    assert stage_of(before, PLANNED) is CharterStage.REPLACED
    policy = school_policy()
    days = [PLANNED - timedelta(days=1), PLANNED]
    values = [policy.at(day, CouncilKind.METHODICAL).get(AGENDA_NOTICE_DAYS).value for day in days]
    assert values == [7, 10]


@pytest.mark.parametrize("change", ["value", "clause"])
def test_any_change_needs_approval_again_and_shows_the_difference(
    draft: PolicyProfile, by: Actor, director: Actor, change: str
) -> None:
    order = approved(draft, by, director)
    if change == "value":
        set_value(by=by, profile=draft, value=OwnValueInput(AGENDA_NOTICE_DAYS.key, 10, reason="Эки смена"))
    else:
        write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Он күн мурун."})
    route = route_of(PolicyProfile.objects.get(pk=draft.pk), on=cast.TODAY)
    assert route.stage is CharterStage.NEEDS_AGAIN
    assert route.approved.act == order
    changes = [(row.place, row.now) for row in route.approved.changes]
    if change == "value":
        assert changes == [
            (f"values.{AGENDA_NOTICE_DAYS.key}", {"value": 10, "clause": "", "reason": "Эки смена"}),
        ]
    else:
        assert changes == [("documents.MK.clauses.mk.7.5-1.text", "Он күн мурун.")]
    with pytest.raises(Fault) as refused:
        bring_into_force(by=director, profile=draft, valid_from=PLANNED)
    assert refused.value.code == "charter.not_approved"
    with pytest.raises(Fault) as again:
        approve_charter(by=director, profile=draft, act_date=ORDERED)
    assert again.value.code == "charter.not_considered"


def test_a_change_taken_back_lets_the_approval_hold(draft: PolicyProfile, by: Actor, director: Actor) -> None:
    approved(draft, by, director)
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": "Он күн мурун."})
    write_clause(by=by, profile=draft, key="mk.7.5-1", text={"ky": ""})
    assert stage_of(draft) is CharterStage.APPROVED


def test_an_acting_director_approves_on_the_days_of_the_acting_order(draft: PolicyProfile, by: Actor) -> None:
    assign_office(
        by=by,
        person=Person.objects.get(pk=8),
        role=Role.DIRECTOR,
        valid_from=date(2026, 11, 14),
        valid_until=date(2026, 11, 18),
        acting=True,
    )
    considered(draft, by)
    acting = replace(by, person_id=8)
    with pytest.raises(Fault) as refused:
        approve_charter(by=acting, profile=draft, act_date=date(2026, 11, 18))
    assert refused.value.code == "act.not_in_office"
    assert approve_charter(by=acting, profile=draft, act_date=date(2026, 11, 17)).signed_by_id == 8


def test_a_deputy_does_not_approve(draft: PolicyProfile, by: Actor) -> None:
    considered(draft, by)
    with pytest.raises(Fault) as powerless:
        approve_charter(by=without(by, Permission.CHARTER_CONFIRM), profile=draft, act_date=ORDERED)
    assert powerless.value.code == "core.not_permitted"
    with pytest.raises(Fault) as deputy:
        approve_charter(by=replace(by, person_id=stage.DEPUTY), profile=draft, act_date=ORDERED)
    assert deputy.value.code == "act.not_in_office"


def test_an_order_signed_on_paper_is_entered_with_its_number(draft: PolicyProfile, by: Actor) -> None:
    considered(draft, by)
    signer = Person.objects.get(pk=stage.DIRECTOR)
    with pytest.raises(Fault) as taken:
        approve_charter(by=by, profile=draft, act_date=ORDERED, number="11", signed_by=signer)
    assert taken.value.code == "act.number_taken"
    assert approve_charter(by=by, profile=draft, act_date=ORDERED, number="41", signed_by=signer).number == "41"


def out_of_order(deed: str, draft: PolicyProfile, by: Actor, director: Actor) -> None:
    day = timedelta(days=1)
    match deed:
        case "approve unconsidered":
            approve_charter(by=director, profile=draft, act_date=ORDERED)
        case "consider without number":
            consider_charter(by=by, profile=draft, act_date=PROTOCOL, number=" ")
        case "consider tomorrow":
            consider_charter(by=by, profile=draft, act_date=cast.TODAY + day, number="3")
        case "approve before protocol":
            considered(draft, by)
            approve_charter(by=director, profile=draft, act_date=PROTOCOL - day)
        case "in force unapproved":
            considered(draft, by)
            bring_into_force(by=director, profile=draft, valid_from=PLANNED)
        case "in force before order":
            approved(draft, by, director)
            bring_into_force(by=director, profile=draft, valid_from=ORDERED - day)


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("approve unconsidered", "charter.not_considered"),
        ("consider without number", "charter.protocol_number_missing"),
        ("consider tomorrow", "act.dated_in_future"),
        ("approve before protocol", "charter.before_protocol"),
        ("in force unapproved", "charter.not_approved"),
        ("in force before order", "charter.before_order"),
    ],
)
def test_steps_out_of_order(draft: PolicyProfile, by: Actor, director: Actor, deed: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        out_of_order(deed, draft, by, director)
    assert refused.value.code == code
    assert PolicyProfile.objects.get(pk=draft.pk).state is ProfileState.DRAFT


def test_two_versions_never_hold_on_one_day(draft: PolicyProfile, by: Actor, director: Actor) -> None:
    approved(draft, by, director)
    adopt_profile(by=by, valid_from=date(2026, 12, 20), chosen=[ModuleInput("MK")])
    with pytest.raises(Fault) as refused:
        bring_into_force(by=director, profile=draft, valid_from=PLANNED)
    assert refused.value.code == "charter.starts_too_early"


def test_no_day_between_two_versions_is_without_rules(draft: PolicyProfile, by: Actor, director: Actor) -> None:
    approved(draft, by, director)
    PolicyProfile.objects.filter(number=1).update(valid_until=date(2026, 11, 25), state=ProfileState.SUPERSEDED)
    with pytest.raises(Fault) as refused:
        bring_into_force(by=director, profile=draft, valid_from=PLANNED)
    assert refused.value.code == "charter.gap"
    bring_into_force(by=director, profile=draft, valid_from=date(2026, 11, 25))
    assert school_policy().version(date(2026, 11, 25)) is not None


def test_acknowledgements_say_who_is_missing(draft: PolicyProfile, by: Actor, director: Actor) -> None:
    aida = Person.objects.get(pk=stage.SECRETARY)
    reader = replace(without(by, Permission.CHARTER_EDIT), person_id=aida.pk)
    with pytest.raises(Fault) as early:
        acknowledge(by=reader, profile=draft, person=aida, signed_on=cast.TODAY)
    assert early.value.code == "charter.not_adopted_yet"
    approved(draft, by, director)
    bring_into_force(by=director, profile=draft, valid_from=ORDERED)
    assert [row.person.pk for row in readers_of(draft, cast.TODAY) if row.signed_on is None] == [2, 6, 5, 3, 7]
    acknowledge(by=reader, profile=draft, person=aida, signed_on=cast.TODAY)
    assert [row.person.pk for row in readers_of(draft, cast.TODAY) if row.signed_on is None] == [2, 6, 5, 7]
    for signed_on, person, code in (
        (cast.TODAY, aida, "charter.signed_already"),
        (cast.TODAY + timedelta(days=1), Person.objects.get(pk=5), "charter.signed_in_future"),
        (ORDERED - timedelta(days=1), Person.objects.get(pk=5), "charter.signed_too_early"),
    ):
        with pytest.raises(Fault) as refused:
            acknowledge(by=by, profile=draft, person=person, signed_on=signed_on, on_paper=True)
        assert refused.value.code == code
    with pytest.raises(Fault) as foreign:
        acknowledge(by=reader, profile=draft, person=Person.objects.get(pk=5), signed_on=cast.TODAY)
    assert foreign.value.code == "core.not_permitted"
