"""What a charter is made of as a person or a program gives it, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.charters import errors
from apps.core.errors import Fault, Faults
from apps.rulebook.enums import CouncilKind
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS, Parameter, ValueProblem, nearest
from apps.rulebook.policy import Bound, Policy

# a school cannot leave open what a frame above it settles
BINDING = frozenset({Bound.FLOOR, Bound.CEILING, Bound.LOCK})


@dataclass(frozen=True, slots=True)
class ModuleInput:
    """A charter module; a council charter may be bound to one kind of council."""

    module: str
    council_kind: CouncilKind | None = None


@dataclass(frozen=True, slots=True)
class OwnValueInput:
    """A value of the school's own as plain data."""

    key: str
    value: Any
    council_kind: CouncilKind | None = None
    clause: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceInput:
    """The module whose value holds where modules disagree."""

    key: str
    module: str
    reason: str
    council_kind: CouncilKind | None = None


def refuse_unknown_modules(chosen: Iterable[ModuleInput]) -> None:
    """Raises:
    Fault or Faults: a module that is unknown or named twice.
    """
    faults = Faults()
    known = all_modules()
    codes = [row.module for row in chosen]
    for code in codes:
        if code not in known:
            faults.add(errors.MODULE_UNKNOWN(field="modules", module=code, known=", ".join(known)))
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        faults.add(errors.MODULE_TWICE(field="modules", module=code))
    faults.raise_if_any()


def parameter_of(key: str) -> Parameter[Any]:
    """The parameter with this key.

    Raises:
        Fault: `charter.parameter_unknown` with the nearest known key.
    """
    parameter = PARAMETERS.get(key)
    if parameter is None:
        near = nearest(key)
        raise errors.PARAMETER_UNKNOWN(field=key, key=key, hint=f" → {near}" if near else "")
    return parameter


def value_faults(row: OwnValueInput, policy: Policy, on: date) -> list[Fault]:
    """What is wrong with a value of the school's own that is to hold from a day on; nothing when it may be saved."""
    try:
        parameter = parameter_of(row.key)
    except Fault as fault:
        return [fault]
    if row.value is None and not parameter.nullable:
        return [
            errors.LOCKED_IN_FRAME(field=row.key, name=parameter.label, layer=bound.layer, act=whole_act(bound.source))
            for bound in policy.frame
            if bound.parameter is parameter and bound.bound in BINDING and bound.in_force(on) and bound.enforced(on)
        ]
    try:
        value = parameter.read(row.value)
    except ValueProblem as problem:
        return [errors.VALUE_UNUSABLE(field=row.key, name=parameter.label, reason=problem.text)]
    return [
        errors.OUTSIDE_FRAME(field=row.key, reason=breach.text, act=whole_act(breach.bound.source))
        for breach in policy.breaches(parameter, value, on)
        if breach.enforced
    ]


def whole_act(source: Any) -> str:
    """The act with its clause, as people cite it."""
    return ", ".join(part for part in (source.act, source.article) if part)
