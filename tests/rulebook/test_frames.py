"""Frames above the school, charters over time, and what is left for people to decide."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rulebook.enums import Layer, State
from apps.rulebook.parameters import PARAMETERS, ValueProblem
from apps.rulebook.parameters.associations import (
    DIRECTIONS_SCOPE,
    MIN_MEMBERS,
    SITTINGS_MIN_PER_YEAR,
)
from apps.rulebook.parameters.councils import (
    AGENDA_NOTICE_DAYS,
    COUNCIL_MINUTES,
    QUORUM_FRACTION,
)
from apps.rulebook.parameters.papers import HOS_PLAN_LEVELS
from apps.rulebook.parameters.plans import PLAN_APPROVER
from apps.rulebook.policy import (
    Bound,
    OwnValue,
    Policy,
    Source,
    Winner,
    questions,
    unregulated,
)
from tests.rulebook.conftest import day, policy_of
from tests.rulebook.policies import IMK, MK, TODAY, codes_of, frame, resolved, version

# --- frames -----------------------------------------------------------------------------------------


def test_a_default_fills_silence_only():
    rows = (frame(Bound.DEFAULT, AGENDA_NOTICE_DAYS, 5),)
    silent = resolved(Policy("s", (version("IMK"),), rows), AGENDA_NOTICE_DAYS, council=IMK)
    assert (silent.state, silent.value, silent.sources[0].layer) == (State.VALUE, 5, Layer.DISTRICT)
    assert (silent.sources[0].act, silent.sources[0].printed) == ("Order 12", "art. 3")
    assert resolved(Policy("s", (version("MK"),), rows), AGENDA_NOTICE_DAYS, council=MK).value == 7


def test_a_default_is_only_suggested_for_what_is_lost():
    lost = resolved(
        Policy("s", (version("S33C"),), (frame(Bound.DEFAULT, AGENDA_NOTICE_DAYS, 5),)), AGENDA_NOTICE_DAYS, council=MK
    )
    assert (lost.state, lost.value, lost.suggestion) == (State.LOST, None, 5)


def test_the_district_default_goes_before_the_national_one():
    rows = (frame(Bound.DEFAULT, AGENDA_NOTICE_DAYS, 3, Layer.NATIONAL), frame(Bound.DEFAULT, AGENDA_NOTICE_DAYS, 5))
    assert resolved(Policy("s", (version("IMK"),), rows), AGENDA_NOTICE_DAYS, council=IMK).value == 5
    assert resolved(Policy("s", (version("IMK"),), rows[:1]), AGENDA_NOTICE_DAYS, council=IMK).value == 3


@pytest.mark.parametrize(
    ("bound", "parameter", "limit", "own", "value"),
    [
        (Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 5, 4, 5),
        (Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 4, 4, 4),
        (Bound.CEILING, SITTINGS_MIN_PER_YEAR, 5, 6, 5),
        (Bound.CEILING, SITTINGS_MIN_PER_YEAR, 6, 6, 6),
        (Bound.LOCK, SITTINGS_MIN_PER_YEAR, 6, 4, 6),
        (Bound.FLOOR, QUORUM_FRACTION, Fraction(3, 4), "2/3", Fraction(3, 4)),
        (Bound.FLOOR, COUNCIL_MINUTES, True, False, True),
        (Bound.FLOOR, HOS_PLAN_LEVELS, frozenset({"year", "month"}), ["year", "week"], {"year", "month", "week"}),
        (Bound.CEILING, HOS_PLAN_LEVELS, frozenset({"year", "month"}), ["year", "week"], {"year"}),
        (Bound.LOCK, PLAN_APPROVER, "director", "deputy_oti", "director"),
    ],
)
def test_a_value_outside_is_brought_inside_and_told(bound, parameter, limit, own, value):
    policy = Policy(
        "s",
        (version(own=(OwnValue(parameter=parameter, value=parameter.read(own)),)),),
        (frame(bound, parameter, limit),),
    )
    answer = resolved(policy, parameter)
    assert answer.value == value
    if answer.value == parameter.read(own):
        assert answer.breaches == ()
        assert answer.state is State.OWN
    else:
        [breach] = answer.breaches
        assert (breach.code, breach.enforced, breach.value) == (f"frame.{bound.value}", True, parameter.read(own))
        assert answer.sources[0].layer is Layer.DISTRICT
        assert "Order 12" in breach.text.ky


def test_a_lock_gives_a_value_where_the_charter_is_silent_and_a_floor_does_not():
    lock = Policy("s", (version("ABDH"),), (frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 5),))
    floor = Policy("s", (version("ABDH"),), (frame(Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 5),))
    assert (resolved(lock, SITTINGS_MIN_PER_YEAR).state, resolved(lock, SITTINGS_MIN_PER_YEAR).value) == (
        State.VALUE,
        5,
    )
    assert resolved(floor, SITTINGS_MIN_PER_YEAR).state is State.SILENT


def test_national_bounds_have_the_last_word():
    rows = (frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 3), frame(Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 5, Layer.NATIONAL))
    answer = resolved(Policy("s", (version("S33U"),), rows), SITTINGS_MIN_PER_YEAR)
    assert (answer.value, answer.sources[0].layer) == (5, Layer.NATIONAL)
    assert [row.code for row in answer.breaches] == ["frame.lock", "frame.floor"]
    assert "policy.district_outside" in codes_of(Policy("s", (version("S33U"),), rows))


def test_grace_keeps_the_school_value_and_tells():
    policy = Policy("s", (version("S33U"),), (frame(Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 5, grace_until=day(3, 1)),))
    before, after = (
        resolved(policy, SITTINGS_MIN_PER_YEAR, on=day(2, 28)),
        resolved(policy, SITTINGS_MIN_PER_YEAR, on=day(3, 1)),
    )
    assert (before.value, [row.enforced for row in before.breaches]) == (4, [False])
    assert (after.value, [row.enforced for row in after.breaches]) == (5, [True])


def test_a_lock_in_grace_waits():
    policy = Policy("s", (version("S33U"),), (frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 6, grace_until=day(3, 1)),))
    assert resolved(policy, SITTINGS_MIN_PER_YEAR).value == 4
    assert resolved(policy, SITTINGS_MIN_PER_YEAR, on=day(3, 2)).value == 6


def test_frame_values_hold_on_their_days_only():
    row = frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 6, valid_from=day(10, 1), valid_until=day(11, 1))
    policy = Policy("s", (version("S33U"),), (row,))
    days = [day(9, 30), day(10, 1), day(10, 31), day(11, 1)]
    assert [resolved(policy, SITTINGS_MIN_PER_YEAR, on=on).value for on in days] == [4, 6, 6, 4]


def test_breaches_before_saving():
    rows = (
        frame(Bound.FLOOR, SITTINGS_MIN_PER_YEAR, 4, Layer.NATIONAL),
        frame(Bound.CEILING, SITTINGS_MIN_PER_YEAR, 8),
    )
    policy = Policy("s", (version("S33U"),), rows)
    assert [row.code for row in policy.breaches(SITTINGS_MIN_PER_YEAR, 3, TODAY)] == ["frame.floor"]
    assert [row.code for row in policy.breaches(SITTINGS_MIN_PER_YEAR, 9, TODAY)] == ["frame.ceiling"]
    assert policy.breaches(SITTINGS_MIN_PER_YEAR, 8, TODAY) == ()
    assert policy.breaches(SITTINGS_MIN_PER_YEAR, 3, date(2023, 12, 31)) == ()
    assert policy.breaches(MIN_MEMBERS, 1, TODAY) == ()


@pytest.mark.parametrize("bound", [Bound.FLOOR, Bound.CEILING])
def test_values_without_order_can_only_be_locked(bound):
    with pytest.raises(ValueProblem) as caught:
        frame(bound, PLAN_APPROVER, "director")
    assert caught.value.code == "frame.bound_needs_order"


# --- versions over time -----------------------------------------------------------------------------


def test_versions_follow_each_other():
    policy = Policy(
        "s",
        (
            version("S33U", id="v1", valid_until=day(1, 15)),
            version("VARU", id="v2", valid_from=day(1, 15)),
        ),
    )
    assert resolved(policy, PLAN_APPROVER, on=day(1, 14)).value == "deputy_oti"
    assert resolved(policy, PLAN_APPROVER, on=day(1, 15)).value == "director"
    assert [policy.version(on).id for on in (day(1, 14), day(1, 15))] == ["v1", "v2"]
    assert "policy.two_versions" not in codes_of(policy)
    assert policy.at(day(1, 20)) is policy.at(day(2, 20))
    assert policy.at(day(1, 20)) is not policy.at(day(1, 10))


def test_two_versions_on_one_day_give_no_answer_and_a_question():
    policy = Policy("s", (version("S33U", id="v1"), version("VARU", id="v2", valid_from=day(1, 15))))
    assert resolved(policy, PLAN_APPROVER, on=day(1, 20)).state is State.MISSING
    assert resolved(policy, PLAN_APPROVER, on=day(1, 14)).value == "deputy_oti"
    found = {row.code: row for row in questions(policy, day(1, 20))}
    assert "2026-жылдын 15-январы" in found["policy.two_versions"].text.ky
    assert "14 January 2026" in found["policy.two_versions"].text.en


def test_a_gap_is_a_question():
    policy = Policy(
        "s",
        (version("S33U", id="v1", valid_until=day(1, 10)), version("VARU", id="v2", valid_from=day(1, 15))),
    )
    assert resolved(policy, PLAN_APPROVER, on=day(1, 12)).state is State.MISSING
    found = {row.code for row in questions(policy, day(1, 12))}
    assert {"policy.gap", "policy.no_charter"} <= found
    assert "policy.no_charter" not in codes_of(policy, day(1, 15))
    assert "policy.gap" in codes_of(policy, day(1, 15))


# --- questions --------------------------------------------------------------------------------------


def test_questions_name_conflicts_and_losses():
    found = {row.about: row for row in questions(policy_of("S33U", "ABDH", "S33C"), TODAY, MK)}
    assert found["plan.approver"].code == "policy.conflict"
    assert "S33U: директор" not in found["plan.approver"].text.ru
    assert "ABDH: директор школы" in found["plan.approver"].text.ru
    assert found["council.sitting_cadence"].code == "policy.lost"
    assert "S33C" in found["council.sitting_cadence"].text.ky


def test_a_complete_profile_asks_nothing():
    assert codes_of(policy_of("MK"), council=MK) == []
    assert codes_of(policy_of("S33U")) == []


def test_two_charters_for_one_body_are_asked_about():
    assert codes_of(policy_of("S33U", "VARU")).count("policy.two_charters") == 1
    assert "policy.two_charters" in codes_of(policy_of("MK", "IMK"), council=MK)
    bound = policy_of("MK", "IMK", councils={"MK": MK, "IMK": IMK})
    assert "policy.two_charters" not in codes_of(bound, council=MK)


def test_ended_frame_values_are_asked_about_until_something_follows():
    ended = frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 6, valid_until=day(1, 1))
    assert "policy.ended" in codes_of(Policy("s", (version("S33U"),), (ended,)))
    assert "policy.ended" not in codes_of(Policy("s", (version("S33U"),), (ended,)), day(12, 31))
    following = frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 5, valid_from=day(1, 1), id="next")
    assert "policy.ended" not in codes_of(Policy("s", (version("S33U"),), (ended, following)))
    other = frame(Bound.LOCK, MIN_MEMBERS, 5, valid_from=day(1, 1), id="next")
    assert "policy.ended" in codes_of(Policy("s", (version("S33U"),), (ended, other)))


@pytest.mark.parametrize(
    ("verified_on", "stale"),
    [(None, True), (day(1, 31, 2025), True), (day(2, 1, 2025), False), (day(1, 31), False)],
)
def test_stale_frame_values_are_asked_about(verified_on, stale):
    source = Source(act="Order 12", verified_on=verified_on)
    policy = Policy("s", (version("S33U"),), (frame(Bound.DEFAULT, SITTINGS_MIN_PER_YEAR, 6, source=source),))
    assert ("policy.stale" in codes_of(policy)) is stale


def test_unregulated_parameters_are_listed():
    keys = {row.key for row in unregulated(policy_of("IMK"), TODAY, IMK)}
    assert {"council.agenda_notice_days", "association.min_members"} <= keys
    assert not {"council.sitting_cadence", "deadline.day_basis"} & keys


def test_every_question_speaks_three_languages():
    rows = (
        frame(Bound.LOCK, SITTINGS_MIN_PER_YEAR, 3, valid_until=day(1, 1)),
        frame(Bound.FLOOR, MIN_MEMBERS, 5, source=Source(act="A")),
    )
    policy = Policy("s", (version("S33U", "ABDH", "VARU", "S33C", valid_from=day(1, 1)), version("MK", id="w")), rows)
    found = questions(policy, TODAY) + questions(Policy("s", (version("S33U", "ABDH", "S33C"),), rows), TODAY, MK)
    assert len({row.code for row in found}) >= 5
    for row in found:
        assert row.text.ky != row.text.ru
        assert "{" not in "".join(row.text)


# --- properties -------------------------------------------------------------------------------------


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 30))
def test_the_frame_always_holds(own, low, high):
    low, high = sorted((low, high))
    rows = (frame(Bound.FLOOR, MIN_MEMBERS, low), frame(Bound.CEILING, MIN_MEMBERS, high))
    policy = Policy("s", (version(own=(OwnValue(parameter=MIN_MEMBERS, value=own),)),), rows)
    value = resolved(policy, MIN_MEMBERS).value
    assert low <= value <= high
    assert value == own or bool(resolved(policy, MIN_MEMBERS).breaches)


@given(st.permutations(["S33U", "ABDH", "MK", "IMK"]))
def test_order_of_modules_changes_no_value(codes):
    first, other = policy_of("S33U", "ABDH", "MK", "IMK").at(TODAY, MK), policy_of(*codes).at(TODAY, MK)
    for parameter in PARAMETERS.values():
        assert (first.get(parameter).state, first.get(parameter).value) == (
            other.get(parameter).state,
            other.get(parameter).value,
        )


def test_conflict_on_directions_is_settled_by_a_person():
    winners = (Winner(parameter=DIRECTIONS_SCOPE, module="MK"),)
    policy = Policy("s", (version("S33U", "MK", winners=winners),))
    assert resolved(policy, DIRECTIONS_SCOPE).value == {"themes"}
