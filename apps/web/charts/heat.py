"""Months by schools: how much happened where, as shades with their numbers written in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from apps.web.charts.figure import Figure, Key, Say, drawing, plain_number, tag, text

SHADES = 6


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A school and one number for each month (None: not known yet)."""

    label: str
    values: Sequence[float | None]


def shade(value: float, top: float) -> int:
    """0 for nothing, 1 to 5 by fifths of the highest number."""
    if value <= 0 or top <= 0:
        return 0
    return min(SHADES - 1, 1 + int((SHADES - 1) * value / top - 1e-9))


def _fitting(label: str, room: float) -> str:
    """The label cut to the room beside the cells; the whole label stays in the tooltips and in the table."""
    letters = int(room / 6.9)
    return label if len(label) <= letters else f"{label[: letters - 1].rstrip()}…"


def _cell(x: float, y: float, wide: float, tall: float, value: float | None, top: float, words: str, say: Say) -> str:
    if value is None:
        return tag("rect", tag("title", escape(words)), x=x, y=y, width=wide, height=tall, rx=3, class_="f-void")
    level = shade(value, top)
    box = tag("rect", tag("title", escape(words)), x=x, y=y, width=wide, height=tall, rx=3, class_=f"f-heat-{level}")
    css = f"on-heat-{level} strong"
    return box + text(x + wide / 2, y + tall / 2 + 4, say(value), anchor="middle", css=css)


def _drawing(
    rows: Sequence[HeatRow], months: Sequence[str], say: Say, *, width: float, left: float, lift: float, **names: str
) -> str:
    """`left` is the room for names beside the cells; without it they stand above their row, `lift` high."""
    room = (width - left) / max(len(months), 1)
    tall, head = 26.0, 20.0
    top = max((v for row in rows for v in row.values if v is not None), default=0.0)
    pitch = tall + lift + 3
    out = [text(left + room * (n + 0.5), 13, month, anchor="middle") for n, month in enumerate(months)]
    for number, row in enumerate(rows):
        y = head + number * pitch + lift
        out.append(text(0, y + 17 if left else y - 5, _fitting(row.label, left - 8 if left else width), css="strong"))
        for place, (month, value) in enumerate(zip(months, row.values, strict=True)):
            words = f"{row.label}, {month}: {'—' if value is None else say(value)}"
            out.append(_cell(left + room * place + 1, y, room - 2, tall, value, top, words, say))
    return drawing(width, head + len(rows) * pitch, *out, **names)


def heat(
    rows: Sequence[HeatRow],
    months: Sequence[str],
    *,
    title: str,
    description: str,
    ident: str,
    corner: str,
    less: str,
    more: str,
    say: Say = plain_number,
) -> Figure:
    """The shade repeats the number, it never replaces it. `less` and `more` name the ends of the scale."""
    names = {"title": title, "description": description}
    return Figure(
        title=title,
        wide=_drawing(rows, months, say, width=720, left=220, lift=0, ident=f"{ident}-w", **names),
        narrow=_drawing(rows, months, say, width=320, left=0, lift=20, ident=f"{ident}-n", **names),
        keys=[Key("f-heat-1", less), Key(f"f-heat-{SHADES - 1}", more)],
        head=[corner, *months],
        rows=[[row.label, *("—" if value is None else say(value) for value in row.values)] for row in rows],
    )
