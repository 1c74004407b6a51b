"""Every scenario file agrees with the rules, under every charter it names."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from apps.rulebook.checks import RULES
from apps.rulebook.explain import explain
from apps.rulebook.scenarios import json_schema, read_scenario, run_paths, run_scenario
from apps.rulebook.text import Language
from tests.rulebook.conftest import SCENARIOS, findings_of

FILES = sorted(SCENARIOS.rglob("*.yaml"))
SCHEMA = Path("apps/rulebook/scenarios/scenario.schema.json")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_verdicts_agree(path):
    scenario = read_scenario(path)
    assert sum(len(case.expectations) for case in scenario.cases) > 0
    assert [row.line("en") for row in run_scenario(scenario)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_finding_argues_in_three_languages(path):
    for case in read_scenario(path).cases:
        for finding in findings_of(case):
            for language in Language:
                argument = explain(finding, language)
                assert argument.title
                assert argument.fact
                assert "{" not in argument.text
                assert ".." not in argument.text


def test_every_outcome_of_every_rule_is_reached():
    seen = {
        (row.check, row.outcome) for path in FILES for case in read_scenario(path).cases for row in findings_of(case)
    }
    missing = [
        (check, row.code) for check, rule in RULES.items() for row in rule.table if (check, row.code) not in seen
    ]
    assert missing == []


def test_there_are_enough_cases():
    cases = {path.parent.name: 0 for path in FILES}
    for path in FILES:
        cases[path.parent.name] += len(read_scenario(path).cases)
    assert cases["worked"] == 34
    assert cases["checks"] >= 150


def test_case_names_are_unique_within_a_file():
    for path in FILES:
        names = [case.name for case in read_scenario(path).cases]
        assert len(names) == len(set(names))


def test_scenario_names_are_unique():
    names = [read_scenario(path).name for path in FILES]
    assert sorted(names) == sorted(set(names))


def test_published_schema_is_current_and_accepts_every_file():
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(json_schema()))
    jsonschema.Draft202012Validator.check_schema(published)
    validator = jsonschema.Draft202012Validator(published)
    for path in FILES:
        plain = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        del plain["settings" if "settings" in plain else "about"]
        problems = [error.message for error in validator.iter_errors(retyped(plain))]
        assert problems == []


def retyped(value):
    """Strings of numbers, booleans and nothing as the product reads them; dates stay strings."""
    if isinstance(value, dict):
        return {key: retyped(row) for key, row in value.items()}
    if isinstance(value, list):
        return [retyped(row) for row in value]
    if value in ("true", "false"):
        return value == "true"
    if value in ("", "null"):
        return None
    return int(value) if value.isdigit() else value


def test_report_counts_and_passes():
    report = run_paths([SCENARIOS])
    assert report.status == 0
    assert report.scenarios == len(FILES)
    assert report.expectations >= 1400
    assert report.text().endswith("0 differences, 0 problems.")
