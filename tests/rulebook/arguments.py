"""What every scenario comes to, argument by argument, on record: one file of lines for each scenario file.

    python -m tests.rulebook.arguments

writes the record anew after a change that was meant; the difference is then looked at line by line, as with code.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apps.rulebook.codes import Code
from apps.rulebook.engine import evaluate
from apps.rulebook.findings import Finding
from apps.rulebook.scenarios import read_scenario
from tests.rulebook.conftest import SCENARIOS, expected_checks

RECORD = Path(__file__).parent / "arguments"
FILES = sorted(SCENARIOS.rglob("*.yaml"))


def record_of(path: Path) -> Path:
    """Where the arguments of a scenario file are on record."""
    return RECORD / f"{path.stem}.txt"


def arguments_of(path: Path) -> str:
    """One line for each finding of a check that a case speaks of."""
    return "".join(f"{line}\n" for line in _lines(path))


def _lines(path: Path) -> Iterator[str]:
    for case in read_scenario(path).cases:
        yield f"# {case.name}"
        seen = set()
        for policy, checks in expected_checks(case):
            for finding in evaluate(case.facts, policy, case.as_of, checks):
                line = line_of(finding)
                if line not in seen:
                    yield line
                seen.add(line)


def line_of(finding: Finding) -> str:
    """Verdict and whole argument of one finding, down to the clauses it rests on."""
    subject = ":".join(filter(None, (finding.subject.kind.value, finding.subject.body, finding.subject.id)))
    severity = f" {finding.severity.value}" if finding.severity else ""
    values = " ".join(f"{name}={_word(value)}" for name, value in sorted(finding.values.items()))
    others = " ".join(
        f"[{','.join(f'{key}={_word(value)}' for key, value in row.readings)} {row.verdict.value} {_word(row.limit)}]"
        for row in finding.alternatives
    )
    parts = (
        f"{finding.check} {subject} {finding.verdict.value}{severity} {finding.outcome}",
        _word(finding.limit),
        ",".join(finding.facts),
        values,
        finding.next_step,
        others,
        ", ".join(
            dict.fromkeys(
                f"{row.module or row.layer.value} {row.printed or row.act}".strip() for row in finding.sources
            )
        ),
    )
    return " | ".join(parts).rstrip(" |")


def _word(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_word, value))
    if isinstance(value, frozenset):
        return ",".join(sorted(map(_word, value)))
    return value.value if isinstance(value, Code) else "" if value is None else str(value)


def write() -> None:
    """The record of every scenario file."""
    RECORD.mkdir(exist_ok=True)
    for path in FILES:
        record_of(path).write_text(arguments_of(path), encoding="utf-8")


if __name__ == "__main__":
    write()
