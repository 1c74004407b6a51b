"""Parameters are declared once, typed, bounded and explained."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rulebook.enums import Role
from apps.rulebook.parameters import PARAMETERS, SETTINGS, Kind, Scope, Stricter, ValueProblem, nearest
from apps.rulebook.parameters.associations import KINDS_ALLOWED, LIFECYCLE_PROPOSER, MIN_MEMBERS
from apps.rulebook.parameters.base import NOT_SET, Parameter
from apps.rulebook.parameters.councils import (
    AGENDA_NOTICE_DAYS,
    COUNCIL_CHAIR_OFFICE,
    COUNCIL_MINUTES,
    COUNCIL_PLAN_ROUTE,
    QUORUM_FRACTION,
)
from apps.rulebook.parameters.declare import declared
from apps.rulebook.parameters.papers import HOS_REPORT_MONTHS
from apps.rulebook.parameters.plans import PLAN_APPROVAL_DAYS, PLAN_APPROVER
from apps.rulebook.parameters.settings import (
    BEGINNING_WINDOW,
    DAY_BASIS,
    MAJORITY_BASE,
    OBB_STANDS_FOR,
    PREPARATORY_DAYS,
    ROLL_FORWARD,
)
from apps.rulebook.text import Text

ALL = sorted(PARAMETERS.values(), key=lambda row: row.key)


@pytest.mark.parametrize("parameter", ALL, ids=lambda row: row.key)
def test_declaration_is_complete(parameter):
    assert parameter.help.ky != parameter.help.ru
    assert parameter.help.en.endswith((".", "…"))
    assert bool(parameter.allowed) == (parameter.kind in (Kind.CHOICE, Kind.CHOICES, Kind.STEPS))
    if parameter.kind in (Kind.WHOLE, Kind.NUMBERS, Kind.FRACTION):
        assert parameter.low < parameter.high
    if parameter.kind is Kind.CHOICE:
        assert parameter.stricter is Stricter.NONE


@pytest.mark.parametrize("parameter", sorted(SETTINGS.values(), key=lambda row: row.key), ids=lambda row: row.key)
def test_settings_have_a_default_that_fits(parameter):
    assert parameter.scope is Scope.SETTING
    for value in (parameter.default, *parameter.alternatives):
        assert parameter.read(parameter.encode(value)) == value
    assert parameter.default not in parameter.alternatives
    assert not parameter.own_only & {parameter.default, *parameter.alternatives}


def test_defaults_are_those_of_the_conventions():
    defaults = {row.key: row.default for row in SETTINGS.values()}
    expected = {
        "deadline.day_basis": "calendar_days",
        "deadline.count_from": "next_day",
        "deadline.roll_forward": False,
        "council.agenda_notice.count": "date_difference",
        "council.quorum_basis": "present",
        "council.majority_base": "votes_cast",
        "sittings.count_requires_minutes": True,
        "academic_year.preparatory_days": 0,
        "period.gap_attribution": "none",
        "plan.beginning_window_days": None,
        "association.min_members_enforced": "at_creation",
        "retention.archive_count_from": "hand_over",
        "council.report_min_per_year": 1,
        "hos.quarter_report.deadline_days": 14,
    }
    assert {key: defaults[key] for key in expected} == expected


def test_all_members_is_a_majority_base_only_for_a_school_that_writes_so():
    assert MAJORITY_BASE.alternatives == ("yes_plus_no", "present")
    assert MAJORITY_BASE.own_only == {"members"}
    assert MAJORITY_BASE.read("members") == "members"


def test_same_key_twice_is_refused():
    with pytest.raises(ValueError, match="declared twice"):
        declared(Parameter("plan.approver", Kind.FLAG, Scope.ASSOCIATION, Text("а", "б", "c"), Text("а", "б", "c")))


@pytest.mark.parametrize(
    ("parameter", "raw", "value"),
    [
        (MIN_MEMBERS, 3, 3),
        (MIN_MEMBERS, 1, 1),
        (MIN_MEMBERS, 30, 30),
        (COUNCIL_MINUTES, True, True),
        (PLAN_APPROVER, "director", "director"),
        (LIFECYCLE_PROPOSER, ["deputy_oti", "deputy_methodical"], frozenset({"deputy_oti", "deputy_methodical"})),
        (LIFECYCLE_PROPOSER, frozenset({Role.DEPUTY_OTI}), frozenset({"deputy_oti"})),
        (KINDS_ALLOWED, [], frozenset()),
        (COUNCIL_PLAN_ROUTE, ["order", "sitting"], ("order", "sitting")),
        (HOS_REPORT_MONTHS, [8, 1, 5], frozenset({1, 5, 8})),
        (QUORUM_FRACTION, "2/3", Fraction(2, 3)),
        (QUORUM_FRACTION, " 2 / 3 ", Fraction(2, 3)),
        (QUORUM_FRACTION, 1, Fraction(1)),
        (QUORUM_FRACTION, 0, Fraction(0)),
        (QUORUM_FRACTION, Fraction(1, 2), Fraction(1, 2)),
        (BEGINNING_WINDOW, None, None),
        (BEGINNING_WINDOW, 7, 7),
        (ROLL_FORWARD, True, True),
    ],
)
def test_values_are_read(parameter, raw, value):
    assert parameter.read(raw) == value


@pytest.mark.parametrize(
    ("parameter", "raw", "code"),
    [
        (MIN_MEMBERS, 0, "value.out_of_bounds"),
        (MIN_MEMBERS, 31, "value.out_of_bounds"),
        (MIN_MEMBERS, -3, "value.out_of_bounds"),
        (MIN_MEMBERS, True, "value.wrong_shape"),
        (MIN_MEMBERS, "3", "value.wrong_shape"),
        (MIN_MEMBERS, 3.0, "value.wrong_shape"),
        (MIN_MEMBERS, None, "value.wrong_shape"),
        (PLAN_APPROVAL_DAYS, -1, "value.out_of_bounds"),
        (COUNCIL_MINUTES, 1, "value.wrong_shape"),
        (COUNCIL_MINUTES, "yes", "value.wrong_shape"),
        (PLAN_APPROVER, "dean", "value.unknown_code"),
        (PLAN_APPROVER, ["director"], "value.wrong_shape"),
        (LIFECYCLE_PROPOSER, "deputy_oti", "value.wrong_shape"),
        (LIFECYCLE_PROPOSER, {"deputy_oti": 1}, "value.wrong_shape"),
        (LIFECYCLE_PROPOSER, ["director"], "value.unknown_code"),
        (LIFECYCLE_PROPOSER, [7], "value.unknown_code"),
        (LIFECYCLE_PROPOSER, ["deputy_oti", "deputy_oti"], "value.repeated"),
        (HOS_REPORT_MONTHS, [13], "value.out_of_bounds"),
        (HOS_REPORT_MONTHS, [0], "value.out_of_bounds"),
        (HOS_REPORT_MONTHS, 8, "value.wrong_shape"),
        (QUORUM_FRACTION, "3/2", "value.out_of_bounds"),
        (QUORUM_FRACTION, "2/0", "value.wrong_shape"),
        (QUORUM_FRACTION, "0.67", "value.wrong_shape"),
        (QUORUM_FRACTION, 0.67, "value.wrong_shape"),
        (QUORUM_FRACTION, "1/2/3", "value.wrong_shape"),
        (QUORUM_FRACTION, "-2/3", "value.wrong_shape"),
        (QUORUM_FRACTION, True, "value.wrong_shape"),
        (QUORUM_FRACTION, -1, "value.out_of_bounds"),
    ],
)
def test_wrong_values_are_told_in_three_languages(parameter, raw, code):
    with pytest.raises(ValueProblem) as caught:
        parameter.read(raw)
    assert caught.value.code == code
    assert parameter.label.ky in caught.value.text.ky
    assert parameter.label.ru in caught.value.text.ru
    assert parameter.key in caught.value.text.en


def test_messages_say_what_is_allowed():
    with pytest.raises(ValueProblem) as caught:
        MIN_MEMBERS.read(31)
    assert "Allowed: 1 to 30" in caught.value.text.en
    with pytest.raises(ValueProblem) as caught:
        DAY_BASIS.read("lunar_days")
    assert "calendar_days, working_days" in caught.value.text.ru
    with pytest.raises(ValueProblem) as caught:
        LIFECYCLE_PROPOSER.read(["deputy", "deputy", "deputy_oti"])
    assert "deputy" in caught.value.text.en


@pytest.mark.parametrize(
    ("parameter", "new", "old"),
    [
        (MIN_MEMBERS, 4, 3),
        (PLAN_APPROVAL_DAYS, 4, 5),
        (COUNCIL_MINUTES, True, False),
        (QUORUM_FRACTION, Fraction(3, 4), Fraction(2, 3)),
        (HOS_REPORT_MONTHS, frozenset({1, 5, 8}), frozenset({1, 5})),
    ],
)
def test_which_way_is_stricter(parameter, new, old):
    assert parameter.tightens(new, old)
    assert not parameter.tightens(old, new)
    assert not parameter.tightens(new, new)
    assert parameter.loosens(old, new)
    assert not parameter.loosens(new, old)


def test_codes_cannot_be_compared():
    assert not PLAN_APPROVER.tightens("director", "deputy_oti")
    assert not PLAN_APPROVER.loosens("director", "deputy_oti")
    assert not COUNCIL_CHAIR_OFFICE.tightens(frozenset({"methodist"}), frozenset({"deputy_oti"}))


@pytest.mark.parametrize(
    ("parameter", "value", "shown"),
    [
        (MIN_MEMBERS, 3, "3"),
        (COUNCIL_MINUTES, True, "ооба"),
        (COUNCIL_MINUTES, False, "жок"),
        (PLAN_APPROVER, "director", "мектеп директору"),
        (COUNCIL_PLAN_ROUTE, ("sitting", "order"), "отурумда кароо → директордун буйругу"),
        (HOS_REPORT_MONTHS, frozenset({8, 1, 5}), "1, 5, 8"),
        (QUORUM_FRACTION, Fraction(2, 3), "2/3"),
        (BEGINNING_WINDOW, None, NOT_SET.ky),
    ],
)
def test_values_are_shown_to_people(parameter, value, shown):
    assert parameter.show(value).ky == shown


def test_sets_are_shown_in_the_order_of_their_list():
    shown = KINDS_ALLOWED.show(frozenset({"primary", "subject"})).en
    assert shown == "by subject, primary teachers"


@pytest.mark.parametrize(
    ("parameter", "value", "plain"),
    [
        (QUORUM_FRACTION, Fraction(2, 3), "2/3"),
        (
            LIFECYCLE_PROPOSER,
            frozenset({"deputy_sci_methodical", "deputy_oti"}),
            ["deputy_oti", "deputy_sci_methodical"],
        ),
        (COUNCIL_PLAN_ROUTE, ("sitting", "order"), ["sitting", "order"]),
        (AGENDA_NOTICE_DAYS, 7, 7),
        (BEGINNING_WINDOW, None, None),
    ],
)
def test_values_as_plain_data(parameter, value, plain):
    assert parameter.encode(value) == plain
    assert parameter.read(plain) == value


@given(st.fractions(min_value=0, max_value=1, max_denominator=60))
def test_fractions_survive_writing(value):
    assert QUORUM_FRACTION.read(QUORUM_FRACTION.encode(value)) == value


@given(st.integers())
def test_numbers_are_taken_inside_the_bounds_only(number):
    try:
        assert AGENDA_NOTICE_DAYS.read(number) == number
        assert 0 <= number <= 60
    except ValueProblem:
        assert not 0 <= number <= 60


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("asociation.min_members", "association.min_members"),
        ("council.agenda_notice_day", "council.agenda_notice_days"),
        ("plan.aprover", "plan.approver"),
        ("zzzzzz", None),
    ],
)
def test_nearest_key(word, key):
    assert nearest(word) == key


def test_preparatory_days_and_obb_map():
    assert PREPARATORY_DAYS.alternatives == (31,)
    assert OBB_STANDS_FOR.alternatives == ()
    assert repr(PREPARATORY_DAYS) == "<academic_year.preparatory_days>"
