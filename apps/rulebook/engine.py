"""The evaluation: facts, policy and a day in; findings out. No clock, no database, no language.

The day of evaluation is taken as finished: what was done on it counts, and a duty due on it is due. Duties of the year are
judged on the day of its close for ever after: a deed of a later day does not mend a closed year.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from apps.rulebook.checks import RULES
from apps.rulebook.checks.base import CLOSED_WITH_THE_YEAR, Gate, Measure, Rule, Target, new_tuple
from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import Index
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.enums import CouncilKind, SubjectKind, Verdict
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
        as_of: the day of evaluation; records dated later are not seen, and after the year's close neither are later deeds for
            the duties of that year.
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
    index = Index(facts, calendar, as_of)
    judged, close = Evaluation(index, policy), index.calendar.close_date
    if as_of <= close:
        return judged.run(rules)
    at_close = Evaluation(Index(facts, calendar, close), policy)
    runs = ((at_close if rule.due in CLOSED_WITH_THE_YEAR else judged).run([rule]) for rule in rules)
    return tuple(finding for rows in runs for finding in rows)


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
        self.grouped: dict[Any, dict[View | None, list[Target]]] = {}
        self.views: dict[tuple[date, CouncilKind | None, bool], View | None] = {}

    def run(self, rules: Iterable[Rule]) -> tuple[Finding, ...]:
        """Every rule over every record, the records of one view of the policy together."""
        findings: list[Finding] = []
        for rule in rules:
            for view, targets in self.targets(rule).items():
                findings += self.unjudged(rule, targets) if view is None else self.judged(rule, view, targets)
        return tuple(findings)

    def targets(self, rule: Rule) -> dict[View | None, list[Target]]:
        """The rule's records by the policy of their day; under `None` the deeds older than every charter."""
        groups = self.grouped.get(rule.per)
        if groups is None:
            groups = self.grouped[rule.per] = {}
            for target in self.index.targets(rule.per):
                key = (target.on, target.council, target.deed)
                if key not in self.views:
                    self.views[key] = self.view_of(target)
                groups.setdefault(self.views[key], []).append(target)
        return groups

    def view_of(self, target: Target) -> View | None:
        """The policy by which a record is judged."""
        if target.deed and self.first_day is not None and target.on < min(self.first_day, self.index.calendar.start):
            return None
        return self.policy.at(target.on, target.council)

    def unjudged(self, rule: Rule, targets: list[Target]) -> list[Finding]:
        """Deeds older than the school's first charter."""
        return [Finding(rule.id, target.subject, Verdict.NA, None, "predates") for target in targets]

    def judged(self, rule: Rule, view: View, targets: list[Target]) -> list[Finding]:
        """Records under one view; a point that is not regulated is said once for each body."""
        gate: Gate = view.memo.get(rule.id) or self.gate(rule, view)
        check, measure, sources, case = rule.id, rule.measure, gate.sources, self.case(view, ())
        if gate.verdict is not None:
            verdict, code, step = gate.verdict, gate.outcome, GATE_STEPS.get(gate.outcome, "")
            bodies = dict.fromkeys(target.body for target in targets)
            return [Finding(check, body, verdict, None, code, sources, next_step=step) for body in bodies]
        doubts = rule.doubts(view) if rule.readings else ()
        rows: list[Finding] = []
        add = rows.append
        for subject, _, record, _, _, _ in targets:
            if record is None:
                add(Finding(check, subject, Verdict.NA, None, "nothing", sources))
                continue
            outcome, limit, facts, values = found = measure(case, record)
            others: tuple[Alternative, ...] = ()
            if doubts and not rule.certain(case, record, found):
                others = self.alternatives(rule, record, view, found)
            verdict, severity, code, step = outcome.words
            # a school-year has about a thousand of them: the tuple is made without going through its constructor
            add(
                new_tuple(
                    Finding, (check, subject, verdict, severity, code, sources, limit, facts, values, step, others)
                )
            )
        return rows

    def alternatives(self, rule: Rule, record: Any, view: View, found: Measure) -> tuple[Alternative, ...]:
        """Other admitted readings with another verdict, as few settings changed as it takes."""
        rows: list[Alternative] = []
        for changed in rule.doubts(view):
            if rows and len(changed) > len(rows[0].readings):
                break
            other = rule.measure(self.case(view, changed), record)
            if other.outcome.verdict is not found.outcome.verdict:
                readings = tuple((parameter.key, value) for parameter, value in changed)
                rows.append(Alternative(readings, other.outcome.verdict, other.outcome.severity, other.limit))
        return tuple(rows)

    def case(self, view: View, changed: tuple[Any, ...]) -> Case:
        """The case of a view under some readings, made once."""
        case = self.cases.get((view, changed))
        if case is None:
            case = self.cases[view, changed] = Case(self.index, view, dict(changed) if changed else NO_READINGS)
        return case

    def gate(self, rule: Rule, view: View) -> Gate:
        """Whether the view regulates the rule, worked out once for each view."""
        gate = view.memo[rule.id] = rule.gate(view)
        return gate
