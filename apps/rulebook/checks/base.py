"""How a rule is written: a table of outcomes, what it needs of the policy, and ten lines that measure and compare.

A rule sees a `Case` and one record. It returns `found(OUTCOME, limit=…, facts=…, **values)`. The table is an `Outcome`
class: every member carries its verdict, so a rule without a verdict for one of its outcomes cannot be written.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product
from typing import Any, NamedTuple, TypeVar

from apps.rulebook.checks.case import Case
from apps.rulebook.checks.index import Index
from apps.rulebook.checks.next_steps import Next
from apps.rulebook.codes import Code
from apps.rulebook.enums import CouncilKind, Severity, State, SubjectKind, Verdict
from apps.rulebook.findings import NO_VALUES, Limit, Scalar, Subject
from apps.rulebook.parameters import Parameter
from apps.rulebook.policy import Provenance, View

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of a verdict table."""

    verdict: Verdict
    severity: Severity | None = None
    step: Next | None = None


def passed() -> Row:
    """The rule is kept."""
    return Row(Verdict.PASS)


def blocking(step: Next) -> Row:
    """The act is void."""
    return Row(Verdict.FAIL, Severity.BLOCKING, step)


def major(step: Next) -> Row:
    """An obligation is unmet."""
    return Row(Verdict.FAIL, Severity.MAJOR, step)


def minor(step: Next) -> Row:
    """A formal defect."""
    return Row(Verdict.FAIL, Severity.MINOR, step)


def warned(step: Next) -> Row:
    """A soft rule is not met."""
    return Row(Verdict.WARN, None, step)


def review(step: Next) -> Row:
    """A person decides."""
    return Row(Verdict.REVIEW, None, step)


def pending(step: Next | None = None) -> Row:
    """The deadline is not reached."""
    return Row(Verdict.PENDING, None, step)


def not_applicable() -> Row:
    """The record does not trigger the rule."""
    return Row(Verdict.NA)


def unset(step: Next) -> Row:
    """The calendar or the profile cannot be evaluated."""
    return Row(Verdict.CFG, None, step)


class Outcome(Enum):
    """A verdict table. Declare members as `ENOUGH = passed()`; the name is the fine code."""

    def __init__(self, row: Row) -> None:
        self.code = self._name_.lower()
        self.verdict = row.verdict
        self.severity = row.severity
        self.step = "" if row.step is None else row.step.value
        self.words = (self.verdict, self.severity, self.code, self.step)


class Due(Code):
    """When a check is decided."""

    CREATION = "creation", "түзүү буйругунун күнү", "день приказа о создании", "day of the create order"
    FIRST_SITTING = "first_sitting", "биринчи отурум", "первое заседание", "first sitting"
    DAILY = "daily", "ар бир күн", "каждый день", "every day"
    CLOSE = "close", "окуу жылынын жабылышы", "закрытие учебного года", "close of the year"
    YEAR_END = "year_end", "окуу жылынын аягы", "конец учебного года", "end of the year"
    APPOINTMENT = "appointment", "дайындоо күнү", "день назначения", "day of appointment"
    FIRST_ACT = "first_act", "кызматтагы биринчи иш", "первое действие в должности", "first act in office"
    DAYS_AFTER_YEAR = (
        "days_after_year",
        "жылдын аягынан кийинки күндөр",
        "дней после конца года",
        "days after the year's end",
    )
    EACH_VISIT = "each_visit", "ар бир катышуу", "каждое посещение", "each visit"
    EACH_SITTING = "each_sitting", "ар бир отурум", "каждое заседание", "each sitting"
    EACH_DECISION = "each_decision", "ар бир чечим", "каждое решение", "each decision"
    PLAN_APPROVAL = "plan_approval", "планды бекитүү мөөнөтү", "срок утверждения плана", "time of the plan's approval"
    MONTH_END = "month_end", "айдын аягы", "конец месяца", "end of the month"
    PERIOD_END = "period_end", "ар бир мезгилдин аягы", "конец каждого периода", "end of each period"
    FIRST_PERIOD_END = (
        "first_period_end",
        "биринчи мезгилдин аягы",
        "конец первого периода",
        "end of the first period",
    )
    DUE_DATE = "due_date", "белгиленген күн", "назначенный день", "the set day"
    USE = "use", "колдонуунун алдында", "до использования", "before use"
    ACT = "act", "актынын күнү", "день акта", "day of the act"
    IN_FORCE = "in_force", "күчүнө кирген күн", "день вступления в силу", "day it comes into force"
    MEMBER_START = "member_start", "мүчөлүктүн башталышы", "начало членства", "start of membership"
    RETENTION = "retention", "сактоо мөөнөтү", "срок хранения", "time of keeping"


# duties of the year as a whole: what is done for them after its close comes too late, so the closed year stays as it was
CLOSED_WITH_THE_YEAR = frozenset(
    {Due.CLOSE, Due.YEAR_END, Due.DUE_DATE, Due.DAILY, Due.MEMBER_START, Due.PLAN_APPROVAL, Due.FIRST_SITTING}
)

new_tuple = tuple.__new__


class Measure(NamedTuple):
    """What a rule found."""

    outcome: Outcome
    limit: Limit = None
    facts: tuple[str, ...] = ()
    values: Mapping[str, Scalar] = NO_VALUES


def found(outcome: Outcome, *, limit: Limit = None, facts: Iterable[str] = (), **values: Scalar) -> Measure:
    """The short form of a `Measure`."""
    return new_tuple(Measure, (outcome, limit, tuple(facts), values))


class Target(NamedTuple):
    """One record to judge.

    Attributes:
        on: the day whose policy holds; `deed`: that day is of the deed itself and may lie before every charter.
        record: `None` when the body has no such record at all.
        body: the subject that stands for the record where the point is not regulated.
    """

    subject: Subject
    on: date
    record: Any
    body: Subject
    council: CouncilKind | None = None
    deed: bool = False


class Gate(NamedTuple):
    """Whether the policy regulates a check; `verdict` is `None` when it does."""

    verdict: Verdict | None
    outcome: str = ""
    sources: tuple[Provenance, ...] = ()


GATES = {
    State.MISSING: (Verdict.CFG, "no_charter"),
    State.CONFLICT: (Verdict.CFG, "conflict"),
    State.LOST: (Verdict.LOST, "lost"),
    State.SILENT: (Verdict.NR, "silent"),
}

RESERVED = frozenset({"no_charter", "conflict", "lost", "silent", "not_required", "nothing", "predates", "no_calendar"})

Gatekeeper = Callable[[View], Gate]


def all_of(*needs: Parameter[Any]) -> Gatekeeper:
    """Regulated when every parameter has a value; a duty that a charter answers with “no” is not required."""

    def gate(view: View) -> Gate:
        answers = [view.get(parameter) for parameter in needs]
        for state, (verdict, outcome) in GATES.items():
            open_points = [answer for answer in answers if answer.state is state]
            if open_points:
                return Gate(verdict, outcome, tuple(s for answer in open_points for s in answer.sources))
        waived = [answer for answer in answers if answer.value is False]
        if waived:
            return Gate(Verdict.NA, "not_required", tuple(s for answer in waived for s in answer.sources))
        return Gate(None, "", tuple(s for answer in answers for s in answer.sources))

    return gate


def any_of(*needs: Parameter[Any]) -> Gatekeeper:
    """Regulated when one of the parameters has a value; a conflict on one of them comes first."""

    def gate(view: View) -> Gate:
        answers = [view.get(parameter) for parameter in needs]
        given = tuple(s for answer in answers if answer.given for s in answer.sources)
        order = (State.MISSING, State.CONFLICT) if given else tuple(GATES)
        for state in order:
            sources = tuple(s for answer in answers if answer.state is state for s in answer.sources)
            if any(answer.state is state for answer in answers):
                return Gate(*GATES[state], sources)
        return Gate(None, "", given)

    return gate


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A registered check."""

    id: str
    per: Callable[[Index], list[Target]]
    table: type[Outcome]
    gate: Gatekeeper
    needs: tuple[Parameter[Any], ...]
    readings: tuple[Parameter[Any], ...]
    clauses: tuple[str, ...]
    due: Due
    subject: SubjectKind
    measure: Callable[[Case, Any], Measure]
    certain: Callable[[Case, Any, Measure], bool]

    def doubts(self, view: View) -> tuple[tuple[tuple[Parameter[Any], Any], ...], ...]:
        """Every combination of readings other than the one in force; settled readings are not in doubt."""
        kept = view.memo.get(self)
        if kept is None:
            kept = view.memo[self] = tuple(sorted(self._combinations(view), key=len))
        return kept

    def _combinations(self, view: View) -> Iterable[tuple[tuple[Parameter[Any], Any], ...]]:
        open_readings = [row for row in self.readings if row.alternatives and not view.get(row).settled]
        choices = [[(row, row.default), *((row, value) for value in row.alternatives)] for row in open_readings]
        for combination in product(*choices):
            changed = tuple((row, value) for row, value in combination if value != row.default)
            if changed:
                yield changed


RULES: dict[str, Rule] = {}


def never_certain(case: Case, record: Any, measure: Measure) -> bool:
    """The usual answer: try the other readings."""
    return False


def rule(
    check: str,
    *,
    per: Callable[[Index], list[Target]],
    table: type[Outcome],
    clauses: tuple[str, ...],
    due: Due,
    subject: SubjectKind,
    needs: tuple[Parameter[Any], ...],
    gate: Gatekeeper | None = None,
    readings: tuple[Parameter[Any], ...] = (),
    certain: Callable[[Case, T, Measure], bool] | None = None,
) -> Callable[[Callable[[Case, T], Measure]], Callable[[Case, T], Measure]]:
    """Register a check.

    Args:
        per: which records it judges.
        table: its verdicts.
        clauses: printed clauses it rests on, as `S33U 1.2`.
        needs: parameters it reads; all of them must be given unless `gate` says otherwise.
        readings: settings whose other admitted readings are tried for the star.
        certain: says of a result that no reading can change its verdict, which spares the trials.
    """

    def register(measure: Callable[[Case, T], Measure]) -> Callable[[Case, T], Measure]:
        if check in RULES:
            message = f"The check {check} is written twice."
            raise ValueError(message)
        codes = {outcome.code for outcome in table}
        if not codes or codes & RESERVED:
            message = f"The verdict table of {check} is empty or uses a reserved code."
            raise ValueError(message)
        RULES[check] = Rule(
            id=check,
            per=per,
            table=table,
            gate=gate or all_of(*needs),
            needs=needs,
            readings=readings,
            clauses=clauses,
            due=due,
            subject=subject,
            measure=measure,
            certain=certain or never_certain,
        )
        return measure

    return register
