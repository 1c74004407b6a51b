"""Scenarios: one YAML file holds a calendar, records and the verdicts a jurist expects of each charter."""

from apps.rulebook.scenarios.reading import Case, Expectation, Scenario, read_scenario, scenario_of
from apps.rulebook.scenarios.running import Difference, Report, run_case, run_paths, run_scenario
from apps.rulebook.scenarios.shapes import json_schema
from apps.rulebook.scenarios.writing import write_scenario

__all__ = [
    "Case",
    "Difference",
    "Expectation",
    "Report",
    "Scenario",
    "json_schema",
    "read_scenario",
    "run_case",
    "run_paths",
    "run_scenario",
    "scenario_of",
    "write_scenario",
]
