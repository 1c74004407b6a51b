"""Which value holds: layers, states, conflicts, frames, and what is left for people to decide."""

from datetime import date

from apps.rulebook.catalogues import ActivityKind
from apps.rulebook.enums import Layer, State
from apps.rulebook.module_files import module
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.parameters.associations import (
    CONTROLLED_BY,
    MIN_MEMBERS,
    SITTINGS_MIN_PER_YEAR,
)
from apps.rulebook.parameters.councils import (
    AGENDA_NOTICE_DAYS,
    COUNCIL_CADENCE,
)
from apps.rulebook.parameters.papers import ACTIVITY, CHARTER_LEGAL_BASIS
from apps.rulebook.parameters.plans import PLAN_APPROVER, PLAN_CONSENT_BY, PLAN_DRAFTED_BY, PLAN_INPUTS
from apps.rulebook.parameters.settings import BEGINNING_WINDOW, DAY_BASIS, PREPARATORY_DAYS
from apps.rulebook.policy import (
    Bound,
    OwnValue,
    Policy,
    Winner,
)
from tests.rulebook.conftest import day, policy_of
from tests.rulebook.policies import IMK, MK, TODAY, frame, resolved, version

# --- the four states --------------------------------------------------------------------------------


def test_value_with_clause_document_and_act():
    policy = Policy("s", (version("S33U", act="Order 5", adopted_on=date(2022, 8, 30)),))
    answer = resolved(policy, SITTINGS_MIN_PER_YEAR)
    assert (answer.state, answer.value, answer.given) == (State.VALUE, 4, True)
    [source] = answer.sources
    assert (source.layer, source.module, source.clause, source.printed) == (Layer.MODULE, "S33U", "s33u.5.5", "5.5")
    assert source.document == module("S33U").title
    assert (source.act, source.on) == ("Order 5", date(2022, 8, 30))


def test_silent_and_lost_are_two_things():
    silent = resolved(policy_of("ABDH"), SITTINGS_MIN_PER_YEAR)
    lost = resolved(policy_of("VARU"), MIN_MEMBERS)
    assert (silent.state, silent.value, silent.given, silent.sources) == (State.SILENT, None, False, ())
    assert (lost.state, lost.value, lost.given) == (State.LOST, None, False)
    assert lost.sources[0].module == "VARU"


def test_value_goes_before_lost_and_lost_before_silent():
    assert resolved(policy_of("VARU", "S33C"), MIN_MEMBERS).state is State.LOST
    assert resolved(policy_of("S33C", "MK"), AGENDA_NOTICE_DAYS, council=MK).value == 7
    assert resolved(policy_of("MK", "S33C"), COUNCIL_CADENCE, council=MK).value == "trimester"
    assert resolved(policy_of("IMK", "S33C"), AGENDA_NOTICE_DAYS, council=MK).state is State.LOST


def test_own_value_goes_before_modules():
    answer = resolved(policy_of("S33U", own={"association.sittings.min_per_year": 6}), SITTINGS_MIN_PER_YEAR)
    assert (answer.state, answer.value) == (State.OWN, 6)
    assert answer.sources[0].layer is Layer.SCHOOL


def test_own_value_fills_a_lost_place():
    assert resolved(policy_of("VARU", own={"association.min_members": 3}), MIN_MEMBERS).value == 3


def test_a_school_may_decide_to_regulate_nothing():
    answer = resolved(policy_of("S33C", own={"council.agenda_notice_days": None}), AGENDA_NOTICE_DAYS, council=MK)
    assert (answer.state, answer.value) == (State.SILENT, None)
    assert answer.sources[0].layer is Layer.SCHOOL


def test_no_charter_on_a_day_is_missing():
    policy = Policy("s", (version("S33U", valid_from=day(10, 1)),))
    assert resolved(policy, SITTINGS_MIN_PER_YEAR, on=day(9, 30)).state is State.MISSING
    assert resolved(policy, SITTINGS_MIN_PER_YEAR, on=day(10, 1)).value == 4
    assert policy.first_day == day(10, 1)
    assert Policy("s").first_day is None


# --- several modules --------------------------------------------------------------------------------


def test_different_values_are_a_conflict_until_a_person_picks():
    answer = resolved(policy_of("S33U", "ABDH"), PLAN_APPROVER)
    assert (answer.state, answer.value, answer.given) == (State.CONFLICT, None, False)
    assert [(row.module, row.value) for row in answer.candidates] == [("S33U", "deputy_oti"), ("ABDH", "director")]
    assert [source.printed for source in answer.sources] == ["5.3", "5.1"]
    picked = Policy("s", (version("S33U", "ABDH", winners=(Winner(parameter=PLAN_APPROVER, module="ABDH"),)),))
    answer = resolved(picked, PLAN_APPROVER)
    assert (answer.state, answer.value) == (State.VALUE, "director")
    assert [source.module for source in answer.sources] == ["ABDH"]
    assert len(answer.candidates) == 2


def test_a_winner_that_says_nothing_wins_nothing():
    policy = Policy("s", (version("S33U", "ABDH", winners=(Winner(parameter=PLAN_APPROVER, module="MK"),)),))
    assert resolved(policy, PLAN_APPROVER).state is State.CONFLICT


def test_equal_values_agree():
    answer = resolved(policy_of("VARU", "ABDH"), PLAN_APPROVER)
    assert (answer.state, answer.value) == (State.VALUE, "director")
    assert [source.module for source in answer.sources] == ["VARU", "ABDH"]
    assert resolved(policy_of("VARU", "ABDH"), PLAN_CONSENT_BY).value == "deputy_oti"


def test_sets_of_duties_add_up():
    assert resolved(policy_of("S33U", "ABDH"), PLAN_DRAFTED_BY).value == {"association", "head_with_teachers"}
    assert resolved(policy_of("VARU", "ABDH"), CONTROLLED_BY).value == {"deputy_methodical", "association_head"}
    assert resolved(policy_of("S33U", "VARU"), PLAN_INPUTS).value == set(PLAN_INPUTS.allowed)


def test_known_conflicts_of_the_documents():
    pairs = {
        ("S33U", "ABDH"): {"plan.approver", "plan.approval_deadline"},
        ("VARU", "ABDH"): {"plan.approval_deadline"},
        ("S33U", "MK"): {"association.directions.scope", "methodical_theme.decided_by"},
        ("VARU", "MK"): {"methodical_theme.decided_by"},
        ("S33U", "IMK"): set(),
        ("ABDH", "MK"): set(),
    }
    for codes, keys in pairs.items():
        view = policy_of(*codes).at(TODAY, MK)
        assert {row.key for row in PARAMETERS.values() if view.get(row).state is State.CONFLICT} == keys, codes


def test_two_councils_each_under_its_own_charter():
    bound = policy_of("MK", "IMK", councils={"MK": MK, "IMK": IMK})
    assert resolved(bound, COUNCIL_CADENCE, council=MK).value == "trimester"
    assert resolved(bound, COUNCIL_CADENCE, council=IMK).value == "quarter"
    assert resolved(bound, AGENDA_NOTICE_DAYS, council=IMK).state is State.SILENT
    loose = policy_of("MK", "IMK")
    assert resolved(loose, COUNCIL_CADENCE, council=MK).state is State.CONFLICT


def test_winner_and_own_value_for_one_council_only():
    winners = (
        Winner(parameter=COUNCIL_CADENCE, module="MK", council=MK),
        Winner(parameter=COUNCIL_CADENCE, module="IMK"),
    )
    own = (
        OwnValue(parameter=AGENDA_NOTICE_DAYS, value=5, council=IMK),
        OwnValue(parameter=AGENDA_NOTICE_DAYS, value=9),
    )
    policy = Policy("s", (version("MK", "IMK", winners=winners, own=own),))
    assert resolved(policy, COUNCIL_CADENCE, council=MK).value == "trimester"
    assert resolved(policy, COUNCIL_CADENCE, council=IMK).value == "quarter"
    assert resolved(policy, AGENDA_NOTICE_DAYS, council=IMK).value == 5
    assert resolved(policy, AGENDA_NOTICE_DAYS, council=MK).value == 9


def test_activities_are_owed_by_the_body_the_charter_is_about():
    policy = policy_of("S33U", "MK")
    conference, diagnosis = ACTIVITY[ActivityKind.CONFERENCE], ACTIVITY[ActivityKind.DIAGNOSIS]
    assert [row.module for row in resolved(policy, conference).sources] == ["S33U"]
    assert [row.module for row in resolved(policy, conference, council=MK).sources] == ["MK"]
    assert resolved(policy, diagnosis).state is State.SILENT
    assert resolved(policy, diagnosis, council=MK).given


def test_each_charter_keeps_its_own_header():
    view = policy_of("S33U", "MK").at(TODAY)
    assert view.of_module(CHARTER_LEGAL_BASIS, "MK").value == {"law_on_education", "school_charter"}
    assert view.of_module(CHARTER_LEGAL_BASIS, "IMK").state is State.MISSING
    assert view.of_module(MIN_MEMBERS, "MK").state is State.SILENT
    assert [row.code for row in view.modules()] == ["S33U", "MK", "S33H"]


# --- settings ---------------------------------------------------------------------------------------


def test_readings_have_a_default_of_the_platform():
    answer = resolved(policy_of("ABDH"), DAY_BASIS)
    assert (answer.value, answer.settled, answer.sources[0].layer) == ("calendar_days", False, Layer.PLATFORM)
    assert resolved(Policy("s"), DAY_BASIS).value == "calendar_days"


def test_a_school_or_district_settles_a_reading():
    own = resolved(policy_of("ABDH", own={"deadline.day_basis": "working_days"}), DAY_BASIS)
    assert (own.value, own.settled) == ("working_days", True)
    district = Policy("s", (version("ABDH"),), (frame(Bound.DEFAULT, PREPARATORY_DAYS, 31),))
    assert (resolved(district, PREPARATORY_DAYS).value, resolved(district, PREPARATORY_DAYS).settled) == (31, True)


def test_an_empty_setting_is_a_value():
    answer = resolved(policy_of("S33U", own={"plan.beginning_window_days": None}), BEGINNING_WINDOW)
    assert (answer.state, answer.value) == (State.OWN, None)
