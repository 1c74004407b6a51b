"""A ring of parts around the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from apps.web.charts.figure import Figure, Key, Say, drawing, plain_number, tag, text


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: label, number, css class of the fill (`f-pass`, `f-warn` …)."""

    label: str
    value: float
    css: str


def _sector(start: float, end: float, outer: float, inner: float, centre: float) -> str:
    """The outline of a sector between two shares of the turn, from twelve o'clock clockwise."""

    def at(share: float, radius: float) -> str:
        turn = 2 * pi * share
        return f"{centre + radius * sin(turn):.2f} {centre - radius * cos(turn):.2f}"

    large = int(end - start > 0.5)
    return (
        f"M{at(start, outer)}A{outer:g} {outer:g} 0 {large} 1 {at(end, outer)}"
        f"L{at(end, inner)}A{inner:g} {inner:g} 0 {large} 0 {at(start, inner)}Z"
    )


def donut(
    parts: Sequence[Part],
    *,
    title: str,
    description: str,
    ident: str,
    unit: str,
    head: Sequence[str],
    say: Say = plain_number,
    share: Say = plain_number,
) -> Figure:
    """A ring with the whole in its middle; `unit` stands below the number, `share` writes a fraction from 0 to 1."""
    whole = sum(part.value for part in parts)
    centre, outer, inner, gap = 80.0, 76.0, 53.0, 0.004
    out = []
    start = 0.0
    for part in parts:
        size = part.value / whole if whole else 0.0
        if size >= 0.999:
            out.append(tag("path", d=_full_ring(outer, inner, centre), class_=part.css, fill_rule="evenodd"))
        elif size > 2 * gap:
            out.append(tag("path", d=_sector(start + gap, start + size - gap, outer, inner, centre), class_=part.css))
        start += size
    out.append(text(centre, centre + 5, say(whole), anchor="middle", css="huge"))
    out.append(text(centre, centre + 24, unit, anchor="middle"))
    shares = [share(part.value / whole) if whole else "—" for part in parts]
    names = {"title": title, "description": description}
    return Figure(
        title=title,
        wide=drawing(160, 160, *out, ident=f"{ident}-w", **names),
        narrow=drawing(160, 160, *out, ident=f"{ident}-n", **names),
        keys=[Key(p.css, p.label, say(p.value), part_share) for p, part_share in zip(parts, shares, strict=True)],
        head=head,
        rows=[[part.label, say(part.value), part_share] for part, part_share in zip(parts, shares, strict=True)],
        list_keys=True,
    )


def _full_ring(outer: float, inner: float, centre: float) -> str:
    def circle(radius: float) -> str:
        return (
            f"M{centre:g} {centre - radius:g}A{radius:g} {radius:g} 0 1 1 {centre:g} {centre + radius:g}"
            f"A{radius:g} {radius:g} 0 1 1 {centre:g} {centre - radius:g}Z"
        )

    return circle(outer) + circle(inner)
