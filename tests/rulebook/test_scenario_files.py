"""Scenario files: what they may say, and what every mistake in them is told."""

import json
from pathlib import Path

import pytest

from apps.rulebook.enums import State, Verdict
from apps.rulebook.parameters.associations import SITTINGS_MIN_PER_YEAR
from apps.rulebook.problems import DataErrors
from apps.rulebook.scenarios import run_paths, run_scenario, scenario_of
from apps.rulebook.scenarios.reading import merged
from tests.rulebook.conftest import SCENARIOS, day

GOOD = """\
format: usul-scenario/1
scenario: T1
title: Test
as_of: 2026-08-31
calendar:
  start: 2025-09-01
  end: 2026-05-29
  close_date: 2026-08-31
  periods:
    Q1: {unit: quarter, number: 1, start: 2025-09-01, end: 2025-10-31}
    Q2: {unit: quarter, number: 2, start: 2025-11-10, end: 2026-05-29}
settings: {academic_year.preparatory_days: 0}
profiles:
  mine:
    version: {modules: [S33U, ABDH], own: {council.quorum_fraction: 2/3}, winners: {plan.approver: ABDH}}
records:
  associations:
    maths:
      subjects: [mathematics]
      sittings:
        s1: {held_on: 2025-10-01, minutes_signed_on: 2025-10-02}
        s2: {held_on: 2025-11-12, minutes_signed_on: 2025-11-13}
cases:
  few:
    expect:
      ST-1: {S33U: FAIL major, MK: NR, mine: FAIL}
      ST-2@s1: {S33U: PASS}
  changed:
    as_of: 2025-10-15
    records: {associations: {maths: {sittings: {s2: null}}}}
    expect:
      ST-1: {S33U: PENDING}
"""


def scenario(words=GOOD):
    return scenario_of(words.encode(), "t.yaml")


def problems(words):
    with pytest.raises(DataErrors) as caught:
        scenario(words)
    return list(caught.value.problems)


def test_a_small_scenario_agrees():
    read = scenario()
    assert (read.name, read.file, [case.name for case in read.cases]) == ("T1", "t.yaml", ["few", "changed"])
    assert run_scenario(read) == []


def test_cases_change_records_by_name():
    few, changed = scenario().cases
    assert [row.id for row in few.facts.associations[0].sittings] == ["s1", "s2"]
    assert [row.id for row in changed.facts.associations[0].sittings] == ["s1"]
    assert changed.as_of == day(10, 15)
    assert few.facts.calendar == changed.facts.calendar


def test_profiles_of_a_file():
    policies = scenario().cases[0].policies
    assert sorted(policies) == ["ABDH", "IMK", "MK", "S33C", "S33U", "VARU", "mine"]
    assert [row.code for row in policies["S33U"].at(day(2, 1)).modules()] == ["S33U", "S33H"]
    assert policies["mine"].at(day(2, 1)).get(SITTINGS_MIN_PER_YEAR).state is State.VALUE


def test_differences_say_what_and_why():
    words = GOOD.replace(
        "ST-1: {S33U: FAIL major, MK: NR, mine: FAIL}", "ST-1: {S33U: PASS, MK: FAIL, mine: FAIL minor}"
    )
    found = run_scenario(scenario(words))
    assert [(row.case, row.expectation.profile, row.got) for row in found] == [
        ("few", "S33U", "FAIL"),
        ("few", "MK", "NR"),
        ("few", "mine", "FAIL major"),
    ]
    assert found[0].line("en").startswith("t.yaml:26: few ST-1 S33U: expected PASS, got FAIL. Number of sittings")
    assert "Sittings counted: 2; needed at least: 4." in found[0].why("en")
    assert "Эсепке кирген отурумдар: 2" in found[0].why("ky")


def test_a_subject_that_is_not_there():
    [row] = run_scenario(scenario(GOOD.replace("ST-2@s1", "ST-2@s9")))
    assert (row.got, row.why("en")) == ("nothing", "")


MISTAKES = [
    ("calendar:", "calender:", "data.extra_forbidden", 5, "'calendar'"),
    ("format: usul-scenario/1", "format: usul-scenario/9", "data.string_pattern_mismatch", 1, "usul-scenario"),
    ("as_of: 2026-08-31\ncal", "as_of: 2026-31-08\ncal", "data.plain_date", 4, "'2026-08-31'"),
    ("as_of: 2026-08-31\ncal", "as_of: 31.08.2026\ncal", "data.plain_date", 4, "'2026-08-31'"),
    ("as_of: 2026-08-31\ncal", "as_of: 2026-02-29\ncal", "data.plain_date", 4, "there is no date 2026-02-29"),
    ("as_of: 2026-08-31\ncal", "as_of: 20260831\ncal", "data.plain_date", 4, "2026-11-20"),
    ("as_of: 2025-10-15", "as_of: 2025-15-10", "data.plain_date", 29, "'2025-10-15'"),
    ("end: 2026-05-29\n  close", "end: 2026-29-05\n  close", "data.plain_date", 7, "'2026-05-29'"),
    ("  start: 2025-09-01\n", "", "data.missing", 5, "start"),
    ("start: 2025-11-10", "start: 2025-10-20", "calendar.overlap", 5, "overlap"),
    ("end: 2026-05-29\n  close", "end: 2025-09-01\n  close", "calendar.order", 5, "out of order"),
    ("number: 2,", "number: 1,", "calendar.repeated_number", 5, "listed twice"),
    ("number: 2,", "number: two,", "data.int_type", 11, "two"),
    ("unit: quarter, number: 2", "unit: quater, number: 2", "data.enum", 11, "quarter"),
    (
        "academic_year.preparatory_days: 0",
        "academic_year.preparatory_day: 0",
        "scenario.unknown_parameter",
        12,
        "'academic_year.preparatory_days'",
    ),
    ("academic_year.preparatory_days: 0", "academic_year.preparatory_days: -1", "value.out_of_bounds", 12, "0 to 92"),
    ("quorum_fraction: 2/3", "quorum_fraction: 3/2", "value.out_of_bounds", 15, "0 to 1"),
    ("quorum_fraction: 2/3", "quorum_fraction: 0.67", "value.wrong_shape", 15, "fraction"),
    ("modules: [S33U, ABDH]", "modules: [S33U, ABDX]", "scenario.unknown_module", 15, "'ABDH'"),
    ("plan.approver: ABDH", "plan.approver: VARU", "scenario.unknown_module", 15, "VARU"),
    ("plan.approver: ABDH", "plan.aprover: ABDH", "scenario.unknown_parameter", 15, "'plan.approver'"),
    ("      subjects: [mathematics]", "      subject: [mathematics]", "data.extra_forbidden", 19, "'subjects'"),
    ("held_on: 2025-10-01", "held_on: 2025-13-01", "data.plain_date", 21, "'2025-01-13'"),
    ("s2: null", "s2: {held_on: 2025-99-99}", "data.plain_date", 30, "2025-99-99"),
    ("s2: null", "s3: {heldon: 2025-10-10}", "data.extra_forbidden", 30, "'held_on'"),
    ("ST-2@s1", "ST-22", "scenario.unknown_check", 27, "'ST-2'"),
    ("MK: NR", "MKK: NR", "scenario.unknown_profile", 26, "'MK'"),
    ("S33U: PENDING", "S33U: PENDNG", "data.string_pattern_mismatch", 32, "PENDNG"),
    ("S33U: PENDING", "S33U: FAIL serious", "data.string_pattern_mismatch", 32, "FAIL serious"),
    (
        "  few:\n    expect:\n      ST-1: {S33U: FAIL major, MK: NR, mine: FAIL}\n      ST-2@s1: {S33U: PASS}",
        "  few: {}",
        "data.missing",
        24,
        "expect",
    ),
    ("scenario: T1", "scenario: T 1", "data.string_pattern_mismatch", 2, "T 1"),
    ("    maths:\n", "    maths: {}\n    maths:\n", "yaml.duplicate_key", 19, "written twice"),
]


@pytest.mark.parametrize(("old", "new", "code", "line", "words"), MISTAKES)
def test_mistakes_say_where_and_what(old, new, code, line, words):
    assert old in GOOD
    found = problems(GOOD.replace(old, new, 1))
    problem = next((row for row in found if row.code == code), None)
    assert problem is not None, found
    assert (problem.file, problem.line) == ("t.yaml", line)
    assert words in problem.text.en
    assert problem.text.ky != problem.text.ru != problem.text.en


def test_a_scenario_without_calendar_or_cases():
    assert [
        row.code for row in problems(GOOD.replace(GOOD[GOOD.index("calendar:") : GOOD.index("settings:")], ""))
    ] == ["data.missing"]
    head = GOOD[: GOOD.index("cases:")]
    assert [row.code for row in problems(head + "cases: {}\n")] == ["data.too_short"]
    assert problems("") != []
    assert problems("just words") != []


def test_a_problem_of_many_cases_is_told_once():
    found = problems(GOOD.replace("start: 2025-11-10", "start: 2025-10-20"))
    assert [row.code for row in found] == ["calendar.overlap"]


def test_frames_and_versions_in_a_file():
    words = GOOD.replace(
        "profiles:\n",
        """frame:
  floor:
    {layer: district, bound: floor, parameter: association.sittings.min_per_year, value: 6, valid_from: 2025-01-01, act: Order 1}
profiles:
  two:
    versions:
      v1: {modules: [MK], valid_until: 2025-10-01}
      v2: {modules: [S33U], valid_from: 2025-10-01, act: Order 2, adopted_on: 2025-09-20}
""",
    ).replace("mine: FAIL}", "mine: FAIL, two: FAIL}")
    read = scenario(words)
    assert run_scenario(read) == []
    policy = read.cases[0].policies["two"]
    assert policy.at(day(9, 10)).get(SITTINGS_MIN_PER_YEAR).state is State.SILENT
    assert policy.at(day(10, 1)).get(SITTINGS_MIN_PER_YEAR).value == 6
    broken = words.replace("value: 6", "value: six").replace(
        "parameter: association.sittings", "parameter: association.sittings"
    )
    assert [row.code for row in problems(broken)] == ["value.wrong_shape"]
    unordered = words.replace("association.sittings.min_per_year, value: 6", "plan.approver, value: director")
    assert [row.code for row in problems(unordered)] == ["frame.bound_needs_order"]
    unknown = words.replace("parameter: association.sittings", "parameter: associations.sittings")
    assert [row.code for row in problems(unknown)] == ["scenario.unknown_parameter"]


def test_a_council_charter_bound_to_one_council():
    words = GOOD.replace("modules: [S33U, ABDH]", "modules: [S33U, ABDH, MK], councils: {MK: [methodical]}")
    policy = scenario(words).cases[0].policies["mine"]
    assert policy.versions[0].modules[2].councils == {"methodical"}


def test_null_settings_are_not_set():
    words = GOOD.replace("{academic_year.preparatory_days: 0}", "{plan.beginning_window_days: null}")
    assert scenario(words).cases[0].policies["S33U"].versions[0].own == ()


def test_case_settings_go_before_those_of_the_scenario():
    words = GOOD.replace(
        "    as_of: 2025-10-15\n", "    settings: {academic_year.preparatory_days: 31}\n    as_of: 2025-10-15\n"
    )
    few, changed = scenario(words).cases
    assert [case.policies["S33U"].versions[0].own[0].value for case in (few, changed)] == [0, 31]


def test_merging():
    base = {"a": {"x": 1, "y": 2}, "b": [1], "c": 3}
    assert merged(base, {"a": {"y": None, "z": 4}, "b": [2], "d": {"e": None, "f": 1}}) == {
        "a": {"x": 1, "z": 4},
        "b": [2],
        "c": 3,
        "d": {"f": 1},
    }
    assert merged(base, {}) == base
    assert merged(base, {"a": 5}) == {"a": 5, "b": [1], "c": 3}
    assert merged(base, {"c": None}) == {"a": base["a"], "b": [1]}


def test_run_over_files_and_folders(tmp_path):
    good, bad, wrong = tmp_path / "good.yaml", tmp_path / "deep" / "bad.yaml", tmp_path / "wrong.yaml"
    bad.parent.mkdir()
    good.write_text(GOOD, encoding="utf-8")
    assert run_paths([tmp_path]).status == 0
    wrong.write_text(GOOD.replace("S33U: PENDING", "S33U: PASS"), encoding="utf-8")
    report = run_paths([tmp_path])
    assert (report.status, report.scenarios, report.cases, report.expectations) == (1, 2, 4, 10)
    assert report.text("en").splitlines()[-1] == "2 scenarios, 4 cases, 10 expectations: 1 differences, 0 problems."
    bad.write_text("a: *b", encoding="utf-8")
    report = run_paths([tmp_path])
    assert report.status == 2
    data = json.loads(json.dumps(report.data("ru")))
    assert data["status"] == 2
    assert data["problems"][0]["code"] == "yaml.anchor"
    assert data["problems"][0]["line"] == 1
    [difference] = data["differences"]
    assert (difference["case"], difference["check"], difference["expected"], difference["got"]) == (
        "changed",
        "ST-1",
        "PASS",
        "PENDING",
    )
    assert "bad.yaml:1" in report.text("ky")


def test_another_day_of_evaluation(tmp_path):
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    report = run_paths([path], as_of=day(10, 15))
    assert [(row.case, row.expectation.profile, row.got) for row in report.differences] == [
        ("few", "S33U", "PENDING"),
        ("few", "mine", "PENDING"),
    ]


def test_worked_examples_are_complete():
    cells = 0
    for path in sorted((SCENARIOS / "worked").glob("*.yaml")):
        for case in scenario_of(path.read_bytes(), path.name).cases:
            cells += sum(
                row.profile in ("S33U", "S33C", "VARU", "ABDH", "MK", "IMK") and not row.subject
                for row in case.expectations
            )
    assert cells == 83 * 6


def test_missing_file_is_a_problem():
    report = run_paths([Path("nowhere.yaml")])
    assert (report.status, [row.code for row in report.problems]) == (2, ["yaml.unreadable"])


def test_verdict_words_are_those_of_the_product():
    from apps.rulebook.scenarios.shapes import VERDICT_PATTERN

    for verdict in Verdict:
        assert verdict.value in VERDICT_PATTERN
