"""What every chart gives back, and the few helpers that write SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

Say = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: css class of the fill, label, and for whole-and-parts charts the number and its share."""

    css: str
    label: str
    value: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: two drawings of the same data, a legend and the data as a table (`head` names the columns of `rows`)."""

    title: str
    wide: str
    narrow: str
    keys: Sequence[Key]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    list_keys: bool = False


def plain_number(value: float) -> str:
    return f"{value:g}"


def _short(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def tag(name: str, *inside: str, **attributes: object) -> str:
    """An element; `class_` becomes `class`, `stroke_width` `stroke-width`. Values are escaped, children are not."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def text(x: float, y: float, words: str, *, anchor: str = "start", css: str | None = None) -> str:
    return tag("text", escape(words), x=x, y=y, text_anchor=None if anchor == "start" else anchor, class_=css)


def drawing(width: float, height: float, *inside: str, title: str, description: str, ident: str) -> str:
    """The svg element with its accessible name and description; `ident` must be unique on the page."""
    return tag(
        "svg",
        tag("title", escape(title), id=f"{ident}-t"),
        tag("desc", escape(description), id=f"{ident}-d"),
        *inside,
        viewBox=f"0 0 {_short(float(width))} {_short(float(height))}",
        role="img",
        aria_labelledby=f"{ident}-t",
        aria_describedby=f"{ident}-d",
    )


def ceiling(value: float, steps: int = 4) -> tuple[float, float]:
    """The top of an axis and the step of its lines: round numbers that hold `value`."""
    step = 1.0
    while step * steps < value:
        magnitude = 10 ** (len(str(int(step))) - 1)
        lead = step / magnitude
        step = magnitude * (2 if lead < 2 else 5 if lead < 5 else 10)
    return step * steps, step
