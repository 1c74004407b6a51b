"""The layers a value passes: national frame, district frame, the school's charter version in force.

Ranges are `[valid_from, valid_until)`; an open one has `None`.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from apps.rulebook.codes import Code
from apps.rulebook.dates import holds
from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.module import Module, ModuleKind
from apps.rulebook.parameters import Kind, Parameter, ValueProblem
from apps.rulebook.text import Text


class Bound(Code):
    """What a frame value does to the layers below it."""

    FLOOR = "floor", "эң төмөнкү чек", "нижняя граница", "floor"
    CEILING = "ceiling", "эң жогорку чек", "верхняя граница", "ceiling"
    DEFAULT = "default", "демейки маани", "значение по умолчанию", "default"
    LOCK = "lock", "бекитилген маани", "закреплённое значение", "lock"


ORDERED_KINDS = frozenset({Kind.WHOLE, Kind.FRACTION, Kind.CHOICES, Kind.NUMBERS, Kind.FLAG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a frame value comes from and when a person last compared it with the act.

    Attributes:
        act, article: the act as people cite it; `url`: where it can be read.
        verified_on, verified_by: the last comparison; nothing when it was never compared.
    """

    act: str
    article: str = ""
    url: str = ""
    published_on: date | None = None
    verified_on: date | None = None
    verified_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameValue:
    """A bound, a default or a lock of the national or the district layer, in force on a range of days.

    Attributes:
        grace_until: before this day a school outside the frame keeps its value; the breach is reported.
    """

    id: str
    layer: Layer
    bound: Bound
    parameter: Parameter[Any]
    value: Any
    valid_from: date
    source: Source
    valid_until: date | None = None
    grace_until: date | None = None

    def __post_init__(self) -> None:
        if self.bound in (Bound.FLOOR, Bound.CEILING) and self.parameter.kind not in ORDERED_KINDS:
            raise ValueProblem("frame.bound_needs_order", no_order(self.parameter))

    def in_force(self, on: date) -> bool:
        """True on the days of its range."""
        return holds(self.valid_from, self.valid_until, on)

    def enforced(self, on: date) -> bool:
        """True once the days of grace are over."""
        return self.grace_until is None or on >= self.grace_until

    def admits(self, value: Any) -> bool:
        """True when `value` lies inside this bound; a default admits anything."""
        match self.bound:
            case Bound.FLOOR:
                return bool(value >= self.value)
            case Bound.CEILING:
                return bool(value <= self.value)
            case Bound.LOCK:
                return bool(value == self.value)
            case _:
                return True

    def brought_inside(self, value: Any) -> Any:
        """The nearest value this bound admits."""
        if self.admits(value):
            return value
        if self.bound is Bound.LOCK or isinstance(value, bool | int | Fraction):
            return self.value
        return value | self.value if self.bound is Bound.FLOOR else value & self.value


@dataclass(frozen=True, slots=True)
class ModuleUse:
    """A module of a charter version; a council charter may be bound to one of two councils."""

    module: Module
    councils: frozenset[CouncilKind] = frozenset()

    def speaks_for(self, council: CouncilKind | None) -> bool:
        """True when the module is heard on council matters of `council` (`None`: the school as a whole)."""
        if self.module.kind is not ModuleKind.COUNCIL_CHARTER or council is None or not self.councils:
            return True
        return council in self.councils

    def is_about(self, council: CouncilKind | None) -> bool:
        """True when the module is the charter of that very body (`None`: of the associations)."""
        if council is None:
            return self.module.kind in (ModuleKind.ASSOCIATION_CHARTER, ModuleKind.HEAD_DUTIES)
        return self.module.kind is ModuleKind.COUNCIL_CHARTER and self.speaks_for(council)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """The school's own rule; `None` as value says that the school does not regulate the point.

    Attributes:
        council: only for this council; `None` for all bodies.
        clause: number of the school's own clause.
    """

    parameter: Parameter[Any]
    value: Any
    council: CouncilKind | None = None
    clause: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Winner:
    """A person settled a conflict in favour of one module."""

    parameter: Parameter[Any]
    module: str
    council: CouncilKind | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterVersion:
    """The school's rules as adopted once: its modules, its own values, the conflicts it settled.

    Attributes:
        act: the adopting act as people cite it; `adopted_on`: its day.
    """

    id: str
    valid_from: date
    valid_until: date | None = None
    modules: tuple[ModuleUse, ...] = ()
    own: tuple[OwnValue, ...] = ()
    winners: tuple[Winner, ...] = ()
    act: str = ""
    adopted_on: date | None = None

    def in_force(self, on: date) -> bool:
        """True on the days of its range."""
        return holds(self.valid_from, self.valid_until, on)


def no_order(parameter: Parameter[Any]) -> Text:
    """The sentence about a floor or ceiling on values that have no order."""
    return Text(
        f"«{parameter.label.ky}» маанилеринин ирети жок, ага төмөнкү же жогорку чек коюлбайт. Мааниси бекитилсин.",
        f"У значений «{parameter.label.ru}» нет порядка, границу поставить нельзя. Закрепите значение целиком.",
        f"Values of {parameter.key} have no order, so a floor or ceiling makes no sense. Lock the value instead.",
    )
