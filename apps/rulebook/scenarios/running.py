"""Running scenarios: what was expected, what came out, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from apps.rulebook.engine import evaluate
from apps.rulebook.explain import explain
from apps.rulebook.findings import Finding, worst
from apps.rulebook.problems import DataErrors, Problem
from apps.rulebook.scenarios.reading import Case, Expectation, Scenario, read_scenario


@dataclass(frozen=True, slots=True)
class Difference:
    """An expectation that was not met, with the argument of what came out instead."""

    file: str
    case: str
    expectation: Expectation
    got: str
    finding: Finding | None

    def why(self, language: str) -> str:
        """The argument of the finding."""
        return explain(self.finding, language).text if self.finding else ""

    def line(self, language: str) -> str:
        """One line for people."""
        row = self.expectation
        check = f"{row.check}@{row.subject}" if row.subject else row.check
        place = f"{self.file}:{row.line}"
        return (
            f"{place}: {self.case} {check} {row.profile}: expected {row.expected}, got {self.got}. {self.why(language)}"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """Outcome of a run over files.

    Attributes:
        scenarios, cases, expectations: how many were read and compared.
    """

    scenarios: int
    cases: int
    expectations: int
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]

    @property
    def status(self) -> int:
        """Exit status: 0 when all agree, 1 on a difference, 2 when a file cannot be read."""
        return 2 if self.problems else 1 if self.differences else 0

    def text(self, language: str = "en") -> str:
        """The report for people."""
        lines = [problem.in_(language) for problem in self.problems]
        lines += [row.line(language) for row in self.differences]
        lines.append(
            f"{self.scenarios} scenarios, {self.cases} cases, {self.expectations} expectations: "
            f"{len(self.differences)} differences, {len(self.problems)} problems."
        )
        return "\n".join(lines)

    def data(self, language: str = "en") -> dict[str, Any]:
        """The report as plain data for JSON."""
        return {
            "scenarios": self.scenarios,
            "cases": self.cases,
            "expectations": self.expectations,
            "differences": [difference_data(row, language) for row in self.differences],
            "problems": [
                {
                    "code": row.code,
                    "file": row.file,
                    "line": row.line,
                    "about": row.about,
                    "text": row.text.in_(language),
                }
                for row in self.problems
            ],
            "status": self.status,
        }


def difference_data(row: Difference, language: str) -> dict[str, Any]:
    """A difference as plain data."""
    return {
        "file": row.file,
        "line": row.expectation.line,
        "case": row.case,
        "check": row.expectation.check,
        "subject": row.expectation.subject,
        "profile": row.expectation.profile,
        "expected": row.expectation.expected,
        "got": row.got,
        "why": row.why(language),
    }


def run_paths(paths: Iterable[Path], as_of: date | None = None) -> Report:
    """Evaluate scenario files and every `*.yaml` in folders; `as_of` replaces the day of evaluation of all cases."""
    problems: list[Problem] = []
    differences: list[Difference] = []
    scenarios = cases = expectations = 0
    for path in files_of(paths):
        try:
            scenario = read_scenario(path)
        except DataErrors as error:
            problems += error.problems
            continue
        scenarios += 1
        cases += len(scenario.cases)
        expectations += sum(len(case.expectations) for case in scenario.cases)
        differences += run_scenario(scenario, as_of)
    return Report(scenarios, cases, expectations, tuple(differences), tuple(problems))


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves and the scenario files of folders, in order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.yaml"))
        else:
            yield path


def run_scenario(scenario: Scenario, as_of: date | None = None) -> list[Difference]:
    """Every expectation of a scenario that is not met."""
    return [row for case in scenario.cases for row in run_case(scenario.file, case, as_of)]


def run_case(file: str, case: Case, as_of: date | None = None) -> Iterator[Difference]:
    """Every expectation of a case that is not met."""
    checks = {row.check for row in case.expectations}
    profiles = {row.profile for row in case.expectations}
    findings = {
        name: evaluate(case.facts, case.policies[name], as_of or case.as_of, checks) for name in sorted(profiles)
    }
    for row in case.expectations:
        finding = worst(
            finding
            for finding in findings[row.profile]
            if finding.check == row.check and row.subject in ("", finding.subject.id)
        )
        got = shown(finding, with_severity=" " in row.expected)
        if got != row.expected:
            yield Difference(file, case.name, row, got, finding)


def shown(finding: Finding | None, *, with_severity: bool) -> str:
    """A finding as a scenario writes it: `FAIL*`, or `FAIL* major` when the severity is asked for."""
    if finding is None:
        return "nothing"
    if with_severity and finding.severity is not None:
        return f"{finding.shown} {finding.severity.value}"
    return finding.shown
