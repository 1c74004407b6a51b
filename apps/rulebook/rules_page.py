"""The page that lists every rule for readers: `docs/rules.md` is written from here and compared in a test."""

from collections.abc import Iterable, Iterator
from typing import Any

from apps.rulebook.checks import RULES, Rule
from apps.rulebook.checks.base import Outcome
from apps.rulebook.parameters import Parameter
from apps.rulebook.wording import WORDING

HEAD = """# The rules

Every check of the rulebook, in the order of the chapters. This page is written from the rules themselves
(`usul rules --page > docs/rules.md`).

A verdict is one of PASS, FAIL (blocking, major, minor), WARN, REVIEW, PENDING, NA, CFG, NR (not regulated) and LOST (the copy
of the charter is damaged). A star says that another admitted reading of the text gives another verdict; the readings a check
depends on are listed with it.
"""


def rules_page(language: str = "en") -> str:
    """The page in one language."""
    return "\n".join([HEAD, *(line for rule in RULES.values() for line in section(rule, language))]) + "\n"


def section(rule: Rule, language: str) -> Iterator[str]:
    """One rule."""
    words = WORDING[rule.id]
    yield f"## {rule.id} {words.title.in_(language)}\n"
    yield f"{words.rule.in_(language)}\n"
    yield f"- Judged: each {rule.subject.label.in_(language)}. Decided: {rule.due.label.in_(language)}."
    yield f"- Clauses: {', '.join(rule.clauses)}."
    yield f"- Parameters: {keys(rule.needs)}."
    if rule.readings:
        yield f"- Readings: {keys(rule.readings)}."
    yield "- Outcomes:"
    yield from (f"  - {line(outcome)}" for outcome in rule.table)
    yield ""


def keys(parameters: tuple[Parameter[object], ...]) -> str:
    """Keys of parameters; a long family is named by its first and last member."""
    names = [f"`{row.key}`" for row in parameters]
    return ", ".join(names) if len(names) <= FEW else f"{names[0]} to {names[-1]} ({len(names)})"


FEW = 6


def line(outcome: Outcome) -> str:
    """One outcome with its verdict."""
    severity = f" {outcome.severity.value}" if outcome.severity else ""
    return f"`{outcome.code}`: {outcome.verdict.value}{severity}"


def rules_lines(checks: Iterable[str], language: str) -> Iterator[str]:
    """One line for each check: id, title, clauses."""
    for check in checks:
        yield f"{check:<6} {WORDING[check].title.in_(language)}  ({', '.join(RULES[check].clauses)})"


def rules_data(checks: Iterable[str], language: str) -> list[dict[str, Any]]:
    """The checks as plain data for JSON."""
    return [
        {
            "check": check,
            "title": WORDING[check].title.in_(language),
            "rule": WORDING[check].rule.in_(language),
            "judged": RULES[check].subject.value,
            "decided": RULES[check].due.value,
            "clauses": list(RULES[check].clauses),
            "parameters": [row.key for row in RULES[check].needs],
            "readings": [row.key for row in RULES[check].readings],
            "outcomes": [
                {
                    "code": row.code,
                    "verdict": row.verdict.value,
                    "severity": row.severity.value if row.severity else None,
                }
                for row in RULES[check].table
            ],
        }
        for check in checks
    ]
