"""Fingerprints: the same facts, policy or rules give the same short string, whatever the order of records.

A caller stores the three beside its findings; while all three are unchanged there is nothing to evaluate again.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import NoneType
from typing import Any

from apps.rulebook.facts import SchoolYear
from apps.rulebook.module import Module
from apps.rulebook.parameters import Parameter
from apps.rulebook.policy import Policy

PACKAGE = Path(__file__).parent
canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode  # a sorting key for plain data


def fingerprint(value: SchoolYear | Policy) -> str:
    """SHA-256 (64 hex digits) of facts, or of a policy with the content of its modules."""
    return digest(plain(value))


@cache
def of_rulebook() -> str:
    """Fingerprint of the rules, their words and the modules of this release of the product."""
    state = sha256()
    for path in sorted(row for row in PACKAGE.rglob("*") if row.suffix in (".py", ".yaml")):
        state.update(path.relative_to(PACKAGE).as_posix().encode())
        state.update(path.read_bytes())
    return state.hexdigest()


def digest(value: Any) -> str:
    """SHA-256 of plain data."""
    words = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(words.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A record as plain data. Collections of records and sets lose their order; lists of plain values keep it."""
    kind: Any = type(value)
    if kind in (str, int, bool, NoneType):
        return value
    if isinstance(value, Parameter):
        return value.key
    if isinstance(value, Module):
        return of_module(value)
    names = compared(kind)
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, frozenset):
        return sorted((plain(row) for row in value), key=canonical)
    if isinstance(value, tuple):
        rows = [plain(row) for row in value]
        return sorted(rows, key=canonical) if any(isinstance(row, dict) for row in rows) else rows
    return value


@cache
def compared(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record by which two of them are equal; empty for everything else."""
    return tuple(row.name for row in fields(kind) if row.compare) if is_dataclass(kind) else ()


@cache
def of_module(module: Module) -> str:
    """A module by what it gives and what it lost; its words do not matter."""
    gives = {parameter.key: parameter.encode(given.value) for parameter, given in module.gives.items()}
    clauses = {parameter.key: [row.key for row in given.clauses] for parameter, given in module.gives.items()}
    return f"{module.code}:{digest([gives, clauses, sorted(row.key for row in module.lost)])}"
