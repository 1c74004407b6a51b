"""Short forms in which the parameters are declared; each returns a typed `Parameter` and enters it in `PARAMETERS`."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeVar

from apps.rulebook.parameters.base import Combine, Kind, Parameter, Scope, Stricter, Unit
from apps.rulebook.text import Text

T = TypeVar("T")

PARAMETERS: dict[str, Parameter[Any]] = {}


def declared(parameter: Parameter[T]) -> Parameter[T]:
    """Enter the parameter; a second one with the same key is a programming error."""
    if parameter.key in PARAMETERS:
        message = f"The parameter {parameter.key} is declared twice."
        raise ValueError(message)
    PARAMETERS[parameter.key] = parameter
    return parameter


def whole(
    key: str, scope: Scope, label: Text, text: Text, *, low: int = 0, high: int, unit: Unit, stricter: Stricter
) -> Parameter[int]:
    """A whole number from `low` to `high`."""
    return declared(
        Parameter(key, Kind.WHOLE, scope, label, text, unit=unit, stricter=stricter, low=low, high=high),
    )


def flag(key: str, scope: Scope, label: Text, text: Text, *, stricter: Stricter = Stricter.TRUE) -> Parameter[bool]:
    """Yes or no."""
    return declared(Parameter(key, Kind.FLAG, scope, label, text, stricter=stricter))


def choice(
    key: str, scope: Scope, label: Text, text: Text, *, allowed: dict[str, Text], combine: Combine = Combine.ONE
) -> Parameter[str]:
    """One code."""
    return declared(Parameter(key, Kind.CHOICE, scope, label, text, allowed=allowed, combine=combine))


def choices(
    key: str,
    scope: Scope,
    label: Text,
    text: Text,
    *,
    allowed: dict[str, Text],
    combine: Combine = Combine.ONE,
    stricter: Stricter = Stricter.NONE,
) -> Parameter[frozenset[str]]:
    """A set of codes."""
    return declared(
        Parameter(key, Kind.CHOICES, scope, label, text, allowed=allowed, combine=combine, stricter=stricter),
    )


def numbers(key: str, scope: Scope, label: Text, text: Text, *, low: int, high: int) -> Parameter[frozenset[int]]:
    """A set of whole numbers."""
    return declared(
        Parameter(key, Kind.NUMBERS, scope, label, text, low=low, high=high, stricter=Stricter.MORE),
    )


def steps(key: str, scope: Scope, label: Text, text: Text, *, allowed: dict[str, Text]) -> Parameter[tuple[str, ...]]:
    """Codes in an order that matters."""
    return declared(Parameter(key, Kind.STEPS, scope, label, text, allowed=allowed))


def share(key: str, scope: Scope, label: Text, text: Text) -> Parameter[Fraction]:
    """A share of persons or votes, from 0 to 1."""
    return declared(
        Parameter(
            key, Kind.FRACTION, scope, label, text, unit=Unit.SHARE, stricter=Stricter.HIGHER, low=0, high=1,
        ),
    )  # fmt: skip


def reading(
    key: str,
    label: Text,
    text: Text,
    *,
    allowed: dict[str, Text],
    default: str,
    alternatives: Iterable[str] = (),
    own_only: Iterable[str] = (),
) -> Parameter[str]:
    """A reading of the texts: one code is the default, `alternatives` are the other admitted ones."""
    return declared(
        Parameter(
            key, Kind.CHOICE, Scope.SETTING, label, text, allowed=allowed, default=default,
            alternatives=tuple(alternatives), own_only=frozenset(own_only),
        ),
    )  # fmt: skip


def switch(key: str, label: Text, text: Text, *, default: bool, doubtful: bool) -> Parameter[bool]:
    """A yes-or-no setting; `doubtful` means that the opposite is an admitted reading too."""
    return declared(
        Parameter(
            key, Kind.FLAG, Scope.SETTING, label, text, default=default,
            alternatives=(not default,) if doubtful else (),
        ),
    )  # fmt: skip


def amount(
    key: str,
    label: Text,
    text: Text,
    *,
    default: int | None,
    high: int,
    unit: Unit,
    low: int = 0,
    alternatives: Iterable[int] = (),
    stricter: Stricter = Stricter.NONE,
) -> Parameter[int]:
    """A whole-number setting; with the default `None` it may be left empty."""
    return declared(
        Parameter(
            key, Kind.WHOLE, Scope.SETTING, label, text, unit=unit, stricter=stricter, low=low, high=high,
            default=default, alternatives=tuple(alternatives), nullable=default is None,
        ),
    )  # fmt: skip
