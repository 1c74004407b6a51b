"""The evaluation as a whole: what goes in, what comes out, and what must never matter."""

import ast
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import apps.rulebook
from apps.rulebook.checks import RULES
from apps.rulebook.checks.base import RESERVED, Outcome, Row, Rule, passed, rule
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import WORST_FIRST, ActKind, Purpose, Role, Severity, SubjectKind, Verdict
from apps.rulebook.exchange import decode_finding, encode_finding
from apps.rulebook.facts import Act, Association, Calendar, Council, Sitting
from apps.rulebook.findings import Alternative, Finding, Subject, worst
from apps.rulebook.fingerprint import fingerprint, of_rulebook
from apps.rulebook.parameters import SETTINGS
from apps.rulebook.policy import Policy
from apps.rulebook.scenarios import read_scenario
from infra.bench import rulebook as bench
from tests.rulebook.conftest import (
    CLOSE,
    SCENARIOS,
    YEAR,
    day,
    expected_checks,
    findings_of,
    judge,
    policy_of,
    school,
)

PACKAGE = Path(apps.rulebook.__file__).parent
BUSY = bench.school_year()
BUSY_POLICY = bench.school_policy()


def shuffled(value, random):
    """The same facts with every tuple of records in another order."""
    if is_dataclass(value):
        return replace(value, **{row.name: shuffled(getattr(value, row.name), random) for row in fields(value)})
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        rows = [shuffled(row, random) for row in value]
        random.shuffle(rows)
        return tuple(rows)
    return value


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_order_of_records_changes_nothing(random):
    facts = replace(BUSY, associations=BUSY.associations[:4])
    mixed = shuffled(facts, random)
    assert evaluate(mixed, BUSY_POLICY, CLOSE) == evaluate(facts, BUSY_POLICY, CLOSE)
    assert fingerprint(mixed) == fingerprint(facts)


@pytest.mark.parametrize("path", sorted(SCENARIOS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_order_of_scenario_records_changes_nothing(path):
    import random

    for case in read_scenario(path).cases:
        mixed = shuffled(case.facts, random.Random(7))
        for policy, checks in expected_checks(case):
            assert evaluate(mixed, policy, case.as_of, checks) == evaluate(case.facts, policy, case.as_of, checks)


def test_every_check_answers_for_every_body():
    found = evaluate(BUSY, BUSY_POLICY, CLOSE)
    assert {row.check for row in found} == set(RULES)
    bodies = {row.id for row in (*BUSY.associations, *BUSY.councils)}
    assert {row.subject.body for row in found if row.check == "AC-1"} == bodies
    assert {row.subject.body for row in found if row.check == "MT-3"} == {row.id for row in BUSY.associations}
    assert {row.subject.body for row in found if row.check == "CN-10"} == {row.id for row in BUSY.councils}


def test_findings_come_in_the_order_of_checks():
    found = evaluate(BUSY, BUSY_POLICY, CLOSE)
    assert list(dict.fromkeys(row.check for row in found)) == list(RULES)
    assert list(RULES)[:3] == ["AS-1", "AS-2", "AS-3"]
    assert list(RULES)[-2:] == ["CH-1", "AK-1"]


def test_a_school_without_bodies_gets_one_answer_for_each_check():
    found = evaluate(school(), policy_of("S33U", "ABDH", "MK"), CLOSE)
    assert [row.check for row in found] == list(RULES)
    assert {row.subject for row in found} == {Subject(SubjectKind.SCHOOL, "school")}


def test_only_some_checks():
    found = evaluate(BUSY, BUSY_POLICY, CLOSE, ["CN-6", "ST-1"])
    assert {row.check for row in found} == {"ST-1", "CN-6"}
    assert evaluate(BUSY, BUSY_POLICY, CLOSE, []) == ()
    with pytest.raises(KeyError, match="ST-99"):
        evaluate(BUSY, BUSY_POLICY, CLOSE, ["ST-99", "ST-1"])


@pytest.mark.parametrize("calendar", [None, replace(YEAR, end=YEAR.start, periods=())])
def test_without_a_usable_calendar_everything_waits_for_a_person(calendar):
    found = evaluate(school(calendar=calendar), policy_of("S33U"), CLOSE)
    assert {(row.verdict, row.outcome, row.next_step) for row in found} == {
        (Verdict.CFG, "no_calendar", "enter_calendar")
    }
    assert len(found) == len(RULES)


def test_without_a_charter_everything_waits_for_a_person():
    found = evaluate(BUSY, Policy("school"), CLOSE)
    assert {(row.verdict, row.outcome) for row in found} == {(Verdict.CFG, "no_charter")}


def test_a_point_that_is_not_regulated_is_said_once_for_each_body():
    found = [row for row in evaluate(BUSY, policy_of("MK"), CLOSE) if row.check == "ST-2"]
    assert [row.subject.id for row in found] == sorted(row.id for row in BUSY.associations)
    assert {row.verdict for row in found} == {Verdict.NR}


def test_deeds_before_the_first_charter_are_not_judged():
    order = Act(id="o", kind=ActKind.ORDER, purpose=Purpose.CREATE, on=day(9, 1, 2019), role=Role.DIRECTOR)
    old = Association(id="a", created_on=day(9, 1, 2019), acts=(order,))
    policy = policy_of("S33U")
    late = Policy("s", (replace(policy.versions[0], valid_from=day(8, 30, 2022)),))
    assert judge(school(old), late, "AS-3").outcome == "predates"
    assert judge(school(old), policy, "AS-3").outcome == "no_submission"
    on_the_day = replace(old, created_on=day(8, 30, 2022), acts=(replace(order, on=day(8, 30, 2022)),))
    assert judge(school(on_the_day), late, "AS-3").outcome == "no_submission"


def test_a_deed_of_this_year_before_the_charter_is_a_question():
    order = Act(id="o", kind=ActKind.ORDER, purpose=Purpose.CREATE, on=day(9, 10), role=Role.DIRECTOR)
    fresh = Association(id="a", created_on=day(9, 10), acts=(order,))
    late = Policy("s", (replace(policy_of("S33U").versions[0], valid_from=day(10, 1)),))
    assert judge(school(fresh), late, "AS-3").outcome == "no_charter"


def test_records_after_the_day_of_evaluation_are_not_seen():
    rows = tuple(
        Sitting(id=f"s{number}", held_on=on, minutes_signed_on=on + timedelta(days=3))
        for number, on in enumerate([day(10, 1), day(11, 20), day(1, 20), day(3, 20)])
    )
    facts = school(Association(id="a", sittings=rows))
    policy = policy_of("S33U")
    counts = [
        judge(facts, policy, "ST-1", on).values["count"]
        for on in (day(9, 30), day(10, 3), day(10, 4), day(3, 22), day(3, 23))
    ]
    assert counts == [0, 0, 1, 3, 4]


def test_each_record_is_judged_by_the_charter_of_its_day():
    rows = (Sitting(id="s1", held_on=day(10, 1)), Sitting(id="s2", held_on=day(2, 2)))
    first, second = policy_of("MK").versions[0], policy_of("S33U").versions[0]
    policy = Policy("s", (replace(first, valid_until=day(1, 1)), replace(second, id="v2", valid_from=day(1, 1))))
    found = {
        row.subject.id: row.verdict
        for row in evaluate(school(Association(id="a", sittings=rows)), policy, CLOSE, ["ST-2"])
    }
    assert found == {"a": Verdict.NR, "s2": Verdict.FAIL}


def test_worst_of():
    def row(verdict, severity=None, alternatives=()):
        return Finding("X", Subject(SubjectKind.SCHOOL, "s"), verdict, severity, "x", alternatives=alternatives)

    ranked = [row(verdict, severity) for verdict, severity in WORST_FIRST]
    for place, finding in enumerate(ranked):
        assert finding.rank == place
        assert worst(ranked[place:]) == finding
    doubt = (Alternative((("deadline.day_basis", "working_days"),), Verdict.FAIL, Severity.MAJOR),)
    starred = row(Verdict.PASS, None, doubt)
    assert worst([row(Verdict.PASS), starred, row(Verdict.NA)]) == starred
    assert (starred.starred, starred.shown) == (True, "PASS*")
    assert worst([]) is None


def test_findings_survive_storage():
    for path in sorted(SCENARIOS.rglob("*.yaml")):
        for case in read_scenario(path).cases:
            for finding in findings_of(case):
                assert decode_finding(encode_finding(finding)) == finding


def test_fingerprints():
    facts, policy = school(Association(id="a")), policy_of("S33U")
    assert fingerprint(facts) == fingerprint(school(Association(id="a")))
    assert len(fingerprint(facts)) == 64
    assert fingerprint(facts) != fingerprint(school(Association(id="b")))
    assert fingerprint(policy) == fingerprint(policy_of("S33U"))
    policy.at(day(2, 1)).get(SETTINGS["deadline.day_basis"])
    assert fingerprint(policy) == fingerprint(policy_of("S33U"))
    assert fingerprint(policy) != fingerprint(policy_of("VARU"))
    assert fingerprint(policy) != fingerprint(policy_of("S33U", own={"association.min_members": 4}))
    one = policy_of(own={"council.plan.route": ["sitting", "order"]})
    other = policy_of(own={"council.plan.route": ["order", "sitting"]})
    assert fingerprint(one) != fingerprint(other)
    assert of_rulebook() == of_rulebook()
    assert len(of_rulebook()) == 64


def test_a_table_must_not_be_empty_or_use_a_reserved_code():
    class Empty(Outcome):
        pass

    class Lost(Outcome):
        LOST = passed()

    for table in (Empty, Lost):
        with pytest.raises(ValueError, match="empty or uses a reserved code"):
            rule("XX-1", per=list, table=table, clauses=(), due=None, subject=None, needs=())(lambda case, record: None)
    assert "XX-1" not in RULES
    with pytest.raises(ValueError, match="written twice"):
        rule("ST-1", per=list, table=RULES["ST-1"].table, clauses=(), due=None, subject=None, needs=())(
            lambda case, record: None
        )


@pytest.mark.parametrize("check", RULES.values(), ids=lambda row: row.id)
def test_rules_are_declared_whole(check):
    assert isinstance(check, Rule)
    assert check.needs
    assert check.clauses
    assert {outcome.code for outcome in check.table}.isdisjoint(RESERVED)
    assert all(isinstance(outcome.value, Row) for outcome in check.table)
    assert all(row.is_setting and row.alternatives for row in check.readings)
    assert not any(row.is_setting for row in check.needs)
    for outcome in check.table:
        assert (outcome.severity is not None) == (outcome.verdict is Verdict.FAIL)
        if outcome.verdict in (Verdict.FAIL, Verdict.WARN, Verdict.REVIEW, Verdict.CFG):
            assert outcome.step, outcome


def test_sixty_eight_checks():
    families = {
        "AS": 7,
        "HD": 8,
        "RP": 1,
        "PL": 9,
        "ST": 6,
        "MT": 7,
        "AC": 1,
        "AP": 1,
        "CN": 17,
        "DS": 2,
        "AR": 3,
        "HS": 4,
        "CH": 1,
        "AK": 1,
    }
    assert {name: sum(check.startswith(f"{name}-") for check in RULES) for name in families} == families
    assert len(RULES) == 68


ALLOWED_NUMBERS = {0, 1}


def test_no_rule_holds_a_number_of_its_own():
    for path in sorted((PACKAGE / "checks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                assert node.value in ALLOWED_NUMBERS or (path.stem, node.value) in {
                    ("head_of_studies", 8),
                    ("case", 3),
                }, (path, node.lineno)


def test_only_the_standard_library_yaml_and_pydantic():
    allowed = set(sys.stdlib_module_names) | {"yaml", "pydantic", "pydantic_core", "apps"}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [row.name for row in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in allowed, (path, name)
                assert not name.startswith("apps.") or name.startswith("apps.rulebook"), (path, name)


def test_no_clock_is_read():
    for path in sorted(PACKAGE.rglob("*.py")):
        words = path.read_text(encoding="utf-8")
        for clock in (".today(", ".now(", "time.time", "perf_counter"):
            assert clock not in words, path


def test_benchmark_gives_figures():
    report = bench.run(rounds=4)
    assert report["figures"]["bodies"] == 20
    assert report["figures"]["sittings"] == 120
    assert report["figures"]["checks"] == 68
    assert report["figures"]["ms_best"] < 100


def test_facts_keep_their_types():
    assert isinstance(YEAR, Calendar)
    assert isinstance(school(Council(id="c")).councils[0], Council)
