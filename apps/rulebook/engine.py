"""The evaluation: facts, policy and a day in; findings out. No clock, no database, no language.

The day of evaluation is taken as finished: what was done on it counts, and a duty due on it is due.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from apps.rulebook.checks import RULES
from apps.rulebook.checks.base import Gate, Measure, Rule, Target
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import Index
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import SubjectKind, Verdict
from apps.rulebook.facts import SchoolYear
from apps.rulebook.findings import Alternative, Finding, Subject
from apps.rulebook.periods import calendar_problems
from apps.rulebook.policy import Policy, View

GATE_STEPS = {
    "no_charter": Next.ENTER_CHARTER.value,
    "conflict": Next.SETTLE_CONFLICT.value,
    "lost": Next.SUPPLY_VALUE.value,
}
NO_READINGS: dict[Any, Any] = {}


def evaluate(
    facts: SchoolYear, policy: Policy, as_of: date, only: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Judge one school-year.

    Args:
        facts: the records; their order does not matter.
        policy: the school's policy; each record is judged by the charter of its own day.
        as_of: the day of evaluation; records dated later are not seen.
        only: ids of checks; all of them when left out. An unknown id is a `KeyError`.

    Returns:
        At least one finding for each check, in the order of checks and subjects.
    """
    rules = list(RULES.values()) if only is None else chosen(only)
    calendar = facts.calendar
    if calendar is None or calendar_problems(calendar):
        school = Subject(SubjectKind.SCHOOL, facts.id)
        step = Next.ENTER_CALENDAR.value
        return tuple(Finding(rule.id, school, Verdict.CFG, None, "no_calendar", next_step=step) for rule in rules)
    return Evaluation(Index(facts, calendar, as_of), policy).run(rules)


def chosen(only: Collection[str]) -> list[Rule]:
    """The rules with these ids, in the order of all rules."""
    unknown = sorted(set(only) - RULES.keys())
    if unknown:
        message = f"There are no checks {', '.join(unknown)}."
        raise KeyError(message)
    return [rule for check, rule in RULES.items() if check in only]


class Evaluation:
    """One run over one index."""

    def __init__(self, index: Index, policy: Policy) -> None:
        self.index = index
        self.policy = policy
        self.first_day = policy.first_day
        self.cases: dict[tuple[View, Any], Case] = {}

    def run(self, rules: Iterable[Rule]) -> tuple[Finding, ...]:
        """Every rule over every target; a point that is not regulated is said once for each body."""
        findings: list[Finding] = []
        for rule in rules:
            unregulated: set[tuple[str, Verdict]] = set()
            for target in self.index.targets(rule.per):
                finding = self.judge(rule, target)
                if finding.subject is target.body and finding.outcome in GATE_OUTCOMES:
                    mark = (target.body.id, finding.verdict)
                    if mark in unregulated:
                        continue
                    unregulated.add(mark)
                findings.append(finding)
        return tuple(findings)

    def judge(self, rule: Rule, target: Target) -> Finding:
        """One rule on one record."""
        if target.deed and self.first_day is not None and target.on < min(self.first_day, self.index.calendar.start):
            return Finding(rule.id, target.subject, Verdict.NA, None, "predates")
        view = self.policy.at(target.on, target.council)
        gate = self.gate(rule, view)
        if gate.verdict is not None:
            step = GATE_STEPS.get(gate.outcome, "")
            return Finding(rule.id, target.body, gate.verdict, None, gate.outcome, gate.sources, next_step=step)
        if target.record is None:
            return Finding(rule.id, target.subject, Verdict.NA, None, "nothing", gate.sources)
        measure = rule.measure(self.case(view, ()), target.record)
        return self.finding(rule, target, view, gate, measure)

    def finding(self, rule: Rule, target: Target, view: View, gate: Gate, measure: Measure) -> Finding:
        """The finding with its star."""
        outcome = measure.outcome
        doubts = rule.doubts(view) if rule.readings else ()
        return Finding(
            rule.id,
            target.subject,
            outcome.verdict,
            outcome.severity,
            outcome.code,
            gate.sources,
            measure.limit,
            measure.facts,
            measure.values,
            outcome.step,
            self.alternatives(rule, target, view, outcome.verdict, doubts) if doubts else (),
        )

    def alternatives(
        self, rule: Rule, target: Target, view: View, verdict: Verdict, doubts: tuple[Any, ...]
    ) -> tuple[Alternative, ...]:
        """Other admitted readings with another verdict, those that change the fewest settings first."""
        rows = []
        for changed in doubts:
            other = rule.measure(self.case(view, changed), target.record)
            if other.outcome.verdict is not verdict:
                readings = tuple((parameter.key, value) for parameter, value in changed)
                rows.append(Alternative(readings, other.outcome.verdict, other.outcome.severity, other.limit))
        rows.sort(key=lambda row: len(row.readings))
        return tuple(rows)

    def case(self, view: View, changed: tuple[Any, ...]) -> Case:
        """The case of a view under some readings, made once."""
        case = self.cases.get((view, changed))
        if case is None:
            case = self.cases[view, changed] = Case(self.index, view, dict(changed) if changed else NO_READINGS)
        return case

    def gate(self, rule: Rule, view: View) -> Gate:
        """Whether the view regulates the rule, worked out once for each view."""
        key = ("gate", rule.id)
        kept: Gate | None = view.memo.get(key)
        if kept is None:
            kept = view.memo[key] = rule.gate(view)
        return kept


GATE_OUTCOMES = frozenset({"no_charter", "conflict", "lost", "silent"})
