"""Grouped bars: the months of a year, planned beside done."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from apps.web.charts.figure import Figure, Key, Say, ceiling, drawing, plain_number, tag, text


@dataclass(frozen=True, slots=True)
class Series:
    """A row of bars of one kind: label of the legend and css class of the fill (`f-plan`, `f-done`)."""

    label: str
    css: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands at one place of the axis: full label, short label, one value per series (None: not known yet)."""

    label: str
    short: str
    values: Sequence[float | None]


def _bar(x: float, y: float, width: float, height: float, css: str, words: str) -> str:
    return tag("rect", tag("title", escape(words)), x=x, y=y, width=width, height=height, rx=2, class_=css)


def _wide(groups: Sequence[Group], series: Sequence[Series], say: Say, **names: str) -> str:
    width, height, left, base, top = 720.0, 264.0, 36.0, 236.0, 12.0
    limit, step = ceiling(max((v for g in groups for v in g.values if v is not None), default=0.0))
    room = (width - left) / max(len(groups), 1)
    thick = min(20.0, room * 0.7 / len(series))
    out = []
    for line in range(round(limit / step) + 1):
        y = base - (base - top) * line * step / limit
        out.append(tag("path", d=f"M{left:g} {y:g}H{width:g}", class_="axis" if line == 0 else "grid"))
        out.append(text(left - 8, y + 4, say(line * step), anchor="end"))
    for place, group in enumerate(groups):
        middle = left + room * (place + 0.5)
        start = middle - thick * len(series) / 2
        for number, (kind, value) in enumerate(zip(series, group.values, strict=True)):
            if value is None:
                continue
            tall = (base - top) * value / limit
            words = f"{group.label} — {kind.label}: {say(value)}"
            out.append(_bar(start + number * thick + 1, base - tall, thick - 2, tall, kind.css, words))
        out.append(text(middle, base + 18, group.short, anchor="middle"))
    return drawing(width, height, *out, **names)


def _narrow(groups: Sequence[Group], series: Sequence[Series], say: Say, **names: str) -> str:
    width, left, right, thick = 320.0, 40.0, 34.0, 13.0
    limit = max((v for g in groups for v in g.values if v is not None), default=0.0) or 1.0
    pitch = thick * len(series) + 10
    out = []
    for place, group in enumerate(groups):
        y = place * pitch + 2
        out.append(text(left - 8, y + thick * len(series) / 2 + 4, group.short, anchor="end"))
        for number, (kind, value) in enumerate(zip(series, group.values, strict=True)):
            if value is None:
                continue
            long = (width - left - right) * value / limit
            words = f"{group.label} — {kind.label}: {say(value)}"
            out.append(_bar(left, y + number * thick, long, thick - 1.5, kind.css, words))
            out.append(text(left + long + 5, y + number * thick + 10, say(value)))
    out.append(tag("path", d=f"M{left:g} 0V{len(groups) * pitch - 4:g}", class_="axis"))
    return drawing(width, len(groups) * pitch, *out, **names)


def bars(
    groups: Sequence[Group],
    series: Sequence[Series],
    *,
    title: str,
    description: str,
    ident: str,
    corner: str,
    say: Say = plain_number,
) -> Figure:
    """Vertical bars with an axis on a wide screen, horizontal bars with their numbers on a narrow one."""
    names = {"title": title, "description": description}
    return Figure(
        title=title,
        wide=_wide(groups, series, say, ident=f"{ident}-w", **names),
        narrow=_narrow(groups, series, say, ident=f"{ident}-n", **names),
        keys=[Key(kind.css, kind.label) for kind in series],
        head=[corner, *(kind.label for kind in series)],
        rows=[[g.label, *("—" if value is None else say(value) for value in g.values)] for g in groups],
    )
