"""What a resolution gives back: a value with its state and everything that led to it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from apps.rulebook.enums import Layer, State
from apps.rulebook.parameters import Parameter
from apps.rulebook.policy.layers import FrameValue
from apps.rulebook.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Provenance:
    """One source of a value.

    Attributes:
        module: code of the regulation; empty for other layers.
        clause: stable key of the clause; `printed`: its number as it is cited.
        document: title of the regulation or the act of a frame value.
        act, on: the act that adopted the charter version or the frame value, and its day.
    """

    layer: Layer
    module: str = ""
    clause: str = ""
    printed: str = ""
    document: Text | None = None
    act: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that one module gives."""

    module: str
    value: T
    sources: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class FrameBreach:
    """A school value outside a frame.

    Attributes:
        value: what the school's charter says; `bound`: the frame value it leaves.
        enforced: the frame already replaces the school's value; otherwise the school keeps it until the grace ends.
    """

    parameter: Parameter[Any]
    value: Any
    bound: FrameValue
    enforced: bool

    @property
    def code(self) -> str:
        """`frame.floor`, `frame.ceiling` or `frame.lock`."""
        return f"frame.{self.bound.bound.value}"

    @property
    def text(self) -> Text:
        """Whose frame, which bound, what the school says."""
        shown, limit = self.parameter.show(self.value), self.parameter.show(self.bound.value)
        layer, bound, act = self.bound.layer.label, self.bound.bound.label, self.bound.source.act
        school = f"{self.parameter.label.en}: the school says {shown.en}"
        return Text(
            f"«{self.parameter.label.ky}»: мектепте {shown.ky}, {layer.ky} ({act}) боюнча {bound.ky} {limit.ky}.",
            f"«{self.parameter.label.ru}»: у школы {shown.ru}, {layer.ru} ({act}): {bound.ru} {limit.ru}.",
            f"{school}, the {layer.en} ({act}) has the {bound.en} {limit.en}.",
        )


@dataclass(frozen=True, slots=True)
class Resolved(Generic[T]):
    """The answer for one parameter on one day.

    Attributes:
        value: present in the states `VALUE` and `OWN`, else `None`; what every charter keeps apart (`of_module`)
            has no common value when the charters differ.
        sources: who gave it, most binding first.
        candidates: what each module says, when they differ.
        breaches: frames the school's value leaves.
        suggestion: the district's default beside a `LOST` value; it is never taken silently.
    """

    parameter: Parameter[T]
    state: State
    value: T | None = None
    sources: tuple[Provenance, ...] = ()
    candidates: tuple[Candidate[T], ...] = ()
    breaches: tuple[FrameBreach, ...] = ()
    suggestion: T | None = None

    @property
    def given(self) -> bool:
        """True when there is a value to go by."""
        return self.state is State.VALUE or self.state is State.OWN

    @property
    def settled(self) -> bool:
        """True when someone below the platform decided; a settled reading is no longer in doubt."""
        return bool(self.sources) and self.sources[0].layer is not Layer.PLATFORM
