"""Which regulation regulates which check: the column "profiles" of the checks, read with the differences matrix."""

import pytest

from apps.rulebook.checks import RULES
from apps.rulebook.engine import evaluate
from apps.rulebook.enums import CouncilKind, Verdict
from apps.rulebook.explain import explain
from apps.rulebook.facts import Act, Association, Council
from apps.rulebook.findings import worst
from apps.rulebook.module_files import all_modules, module
from apps.rulebook.wording import WORDING, incomplete
from tests.rulebook.conftest import CLOSE, COLUMNS, policy_of, school

R, N, L = "regulated", "NR", "LOST"
#                 S33U S33C VARU ABDH MK IMK
REGULATED = {
    "AS-1": (R, N, L, N, N, N),
    "AS-2": (R, N, L, N, N, N),
    "AS-3": (R, N, R, N, N, N),
    "AS-4": (R, N, L, N, N, N),
    "AS-5": (R, N, N, N, R, N),
    "AS-6": (R, N, L, N, N, N),
    "AS-7": (R, N, R, N, N, N),
    "HD-1": (R, N, R, N, N, N),
    "HD-2": (R, N, R, N, N, N),
    "HD-3": (N, N, N, R, N, N),
    "HD-4": (N, N, N, R, N, N),
    "HD-5": (N, N, N, N, R, N),
    "HD-6": (N, N, N, R, N, N),
    "HD-7": (N, N, N, R, N, N),
    "HD-8": (N, L, N, R, N, N),
    "RP-1": (R, N, R, N, N, N),
    "PL-1": (R, N, R, R, N, N),
    "PL-2": (N, N, R, R, N, N),
    "PL-3": (R, N, R, R, N, N),
    "PL-4": (R, N, R, R, N, N),
    "PL-5": (R, N, R, N, N, N),
    "PL-6": (R, N, R, N, N, N),
    "PL-7": (R, N, R, N, N, N),
    "PL-8": (R, N, R, N, N, N),
    "PL-9": (R, N, R, N, N, N),
    "ST-1": (R, N, R, N, N, N),
    "ST-2": (R, N, R, N, N, N),
    "ST-3": (R, N, R, N, N, N),
    "ST-4": (R, N, R, N, N, N),
    "ST-5": (R, N, R, N, N, N),
    "ST-6": (R, N, R, N, N, N),
    "MT-1": (R, N, R, N, N, N),
    "MT-2": (R, N, R, N, N, N),
    "MT-3": (R, N, R, N, N, N),
    "MT-4": (R, N, R, N, N, N),
    "MT-5": (R, N, R, N, N, N),
    "MT-6": (R, N, R, N, N, N),
    "MT-7": (R, N, R, N, N, N),
    "AC-1": (R, R, R, R, R, R),
    "AP-1": (R, N, R, N, N, N),
    "CN-1": (N, L, N, N, R, N),
    "CN-2": (N, L, N, N, R, N),
    "CN-3": (N, L, N, N, R, R),
    "CN-4": (N, L, N, N, R, R),
    "CN-5": (N, L, N, N, R, R),
    "CN-6": (N, L, N, N, R, R),
    "CN-7": (N, L, N, N, R, N),
    "CN-8": (N, L, N, N, R, N),
    "CN-9": (N, L, N, N, R, N),
    "CN-10": (N, L, N, N, R, R),
    "CN-11": (N, L, N, N, N, R),
    "CN-12": (N, L, N, N, N, R),
    "CN-13": (N, L, N, N, R, R),
    "CN-14": (N, N, N, N, R, N),
    "CN-15": (N, L, N, N, R, N),
    "CN-16": (N, R, N, N, N, N),
    "CN-17": (N, R, N, N, R, N),
    "DS-1": (R, N, R, N, N, N),
    "DS-2": (R, N, N, N, N, N),
    "AR-1": (R, N, R, N, N, N),
    "AR-2": (R, N, R, N, N, N),
    "AR-3": (R, N, R, N, N, N),
    "HS-1": (R, N, N, N, N, N),
    "HS-2": (R, N, N, N, N, N),
    "HS-3": (R, N, N, N, N, N),
    "HS-4": (R, N, N, N, N, N),
    "CH-1": (R, L, R, N, N, R),
    "AK-1": (N, L, N, N, R, N),
}


def test_the_table_names_every_check():
    assert list(REGULATED) == list(RULES)


@pytest.mark.parametrize("check", REGULATED)
def test_who_regulates(check):
    facts = school(Association(id="a"), Council(id="c"))
    shown = []
    for code in COLUMNS:
        finding = worst(evaluate(facts, policy_of(code), CLOSE, [check]))
        shown.append(finding.verdict.value if finding.verdict in (Verdict.NR, Verdict.LOST) else R)
    assert tuple(shown) == REGULATED[check]


@pytest.mark.parametrize("check", [row for row in REGULATED if R in REGULATED[row]])
def test_clauses_of_a_rule_are_those_of_the_regulations(check):
    named = {clause.split(" ")[0] for clause in RULES[check].clauses}
    codes = {"S33U", "S33H"} if check.startswith("HS") else {"S33U"}
    regulating = {code for code, how in zip(COLUMNS, REGULATED[check], strict=True) if how == R}
    assert named - {"S33H"} == regulating - (codes if check.startswith("HS") else set())


def test_sources_of_a_finding_are_printed_clauses():
    facts = school(Association(id="a"), Council(id="c"))
    for code in COLUMNS:
        for finding in evaluate(facts, policy_of(code), CLOSE):
            if finding.verdict is Verdict.NR:
                continue
            for source in finding.sources:
                assert source.module in all_modules()
                if source.clause:
                    assert module(source.module).clause(source.clause).number == source.printed


def test_named_clauses_exist():
    for row in RULES.values():
        for name in row.clauses:
            code, _, printed = name.partition(" ")
            numbers = {clause.printed for clause in module(code).clauses} | {
                clause.key.split(".", 1)[1] for clause in module(code).clauses
            }
            numbers |= {f"{part}.{tail}" for number in numbers for part, _, tail in [number.rpartition("plan.")]}
            if printed and printed[0].isdigit() and "-" not in printed:
                assert any(
                    number == printed or number.startswith((f"{printed} ", f"{printed}.", f"{printed}-"))
                    for number in numbers
                ), name


def test_conflict_is_told_with_both_clauses():
    act = Act(id="x", kind="approval", on=CLOSE)
    assert act.id == "x"
    findings = evaluate(school(Association(id="a")), policy_of("S33U", "ABDH"), CLOSE, ["PL-1", "PL-2", "PL-3"])
    assert {row.verdict for row in findings} == {Verdict.CFG}
    argument = explain(findings[0], "en")
    assert "School 33" in argument.sources[0]
    assert "Abdikirov" in argument.sources[1]


def test_two_councils_are_judged_apart():
    kinds = {"MK": CouncilKind.METHODICAL, "IMK": CouncilKind.SCIENTIFIC_METHODICAL}
    facts = school(Council(id="m"), Council(id="s", kind=CouncilKind.SCIENTIFIC_METHODICAL))
    found = {row.subject.id: row for row in evaluate(facts, policy_of("MK", "IMK", councils=kinds), CLOSE, ["CN-6"])}
    assert (found["m"].verdict, found["s"].verdict) == (Verdict.WARN, Verdict.FAIL)
    assert [source.module for source in found["s"].sources] == ["IMK"] * 3


def test_every_check_has_its_words():
    assert incomplete() == []
    assert list(WORDING) != []
    assert set(WORDING) == set(RULES)
