"""Findings as plain data that any store can keep.

A finding that was encoded, stored and decoded explains itself in every language exactly as the fresh one does.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from apps.rulebook.codes import Code
from apps.rulebook.enums import Layer, Severity, SubjectKind, Verdict
from apps.rulebook.findings import Alternative, Finding, Subject
from apps.rulebook.fingerprint import fingerprint
from apps.rulebook.policy import Provenance
from apps.rulebook.text import Text

__all__ = ["decode", "decode_finding", "encode", "encode_finding", "fingerprint"]

DATE, FRACTION, CODE, TEXT, LIST, SET = "d", "f", "c", "t", "l", "s"


def encode_finding(finding: Finding) -> dict[str, Any]:
    """The finding as JSON data."""
    return {
        "check": finding.check,
        "subject": [finding.subject.kind.value, finding.subject.id, finding.subject.body],
        "verdict": finding.verdict.value,
        "severity": finding.severity.value if finding.severity else None,
        "outcome": finding.outcome,
        "sources": [_source(source) for source in finding.sources],
        "limit": encode(finding.limit),
        "facts": list(finding.facts),
        "values": [[name, encode(value)] for name, value in finding.values.items()],
        "next": finding.next_step,
        "alternatives": [
            [
                [[key, encode(value)] for key, value in row.readings],
                row.verdict.value,
                row.severity.value if row.severity else None,
                encode(row.limit),
            ]
            for row in finding.alternatives
        ],
    }


def decode_finding(data: Mapping[str, Any]) -> Finding:
    """The finding that was encoded."""
    kind, subject_id, body = data["subject"]
    return Finding(
        check=data["check"],
        subject=Subject(SubjectKind.of(kind), subject_id, body),
        verdict=Verdict.of(data["verdict"]),
        severity=Severity.of(data["severity"]) if data["severity"] else None,
        outcome=data["outcome"],
        sources=tuple(_provenance(row) for row in data["sources"]),
        limit=decode(data["limit"]),
        facts=tuple(data["facts"]),
        values={name: decode(value) for name, value in data["values"]},
        next_step=data["next"],
        alternatives=tuple(
            Alternative(
                tuple((key, decode(value)) for key, value in readings),
                Verdict.of(verdict),
                Severity.of(severity) if severity else None,
                decode(limit),
            )
            for readings, verdict, severity, limit in data["alternatives"]
        ),
    )


def _source(source: Provenance) -> list[Any]:
    return [
        source.layer.value,
        source.module,
        source.clause,
        source.printed,
        list(source.document) if source.document else None,
        source.act,
        source.on.isoformat() if source.on else None,
    ]


def _provenance(row: list[Any]) -> Provenance:
    layer, module, clause, printed, document, act, on = row
    return Provenance(
        Layer.of(layer),
        module,
        clause,
        printed,
        Text(*document) if document else None,
        act,
        date.fromisoformat(on) if on else None,
    )


def encode(value: Any) -> Any:
    """A value of a finding as JSON data; what JSON does not know is tagged."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Code):
        return {CODE: [type(value).__name__, value.value]}
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    if isinstance(value, Fraction):
        return {FRACTION: f"{value.numerator}/{value.denominator}"}
    if isinstance(value, Text):
        return {TEXT: list(value)}
    if isinstance(value, tuple):
        return {LIST: [encode(item) for item in value]}
    if isinstance(value, frozenset):
        return {SET: sorted((encode(item) for item in value), key=str)}
    if isinstance(value, int | str):
        return value
    message = f"A finding cannot hold a {type(value).__name__}."
    raise TypeError(message)


def decode(data: Any) -> Any:
    """The value that was encoded."""
    if not isinstance(data, dict):
        return data
    [(tag, inner)] = data.items()
    match tag:
        case "d":
            return date.fromisoformat(inner)
        case "f":
            return Fraction(inner)
        case "c":
            return _codes()[inner[0]].of(inner[1])
        case "t":
            return Text(*inner)
        case "s":
            return frozenset(decode(item) for item in inner)
        case _:
            return tuple(decode(item) for item in inner)


@cache
def _codes() -> dict[str, type[Code]]:
    """Every list of codes by its name."""
    found: dict[str, type[Code]] = {}
    waiting = list(Code.__subclasses__())
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting.extend(kind.__subclasses__())
    return found
