"""One bar cut into parts: how many verdicts of each kind."""

from collections.abc import Sequence
from html import escape

from apps.web.charts.donut import Part
from apps.web.charts.figure import Figure, Key, Say, drawing, plain_number, tag, text

# how a number is written on a fill; on the others it has the colour of ink
_WRITING = {"f-pass": "on-fill", "f-fail": "on-fill", "f-review": "on-fill", "f-done": "on-fill", "f-warn": "on-amber"}


def _drawing(parts: Sequence[Part], width: float, say: Say, **names: str) -> str:
    whole = sum(part.value for part in parts) or 1.0
    out = []
    x = 0.0
    for part in parts:
        long = width * part.value / whole
        if long <= 0:
            continue
        words = f"{part.label}: {say(part.value)}"
        out.append(
            tag(
                "rect",
                tag("title", escape(words)),
                x=x,
                y=0,
                width=max(long - 2, 1.0),
                height=28,
                rx=3,
                class_=part.css,
            )
        )
        if long > 12 + 8 * len(say(part.value)):
            css = f"strong {_WRITING.get(part.css, '')}".strip()
            out.append(text(x + long / 2 - 1, 19, say(part.value), anchor="middle", css=css))
        x += long
    return drawing(width, 28, *out, **names)


def stack(
    parts: Sequence[Part],
    *,
    title: str,
    description: str,
    ident: str,
    head: Sequence[str],
    say: Say = plain_number,
    share: Say = plain_number,
) -> Figure:
    """A bar of parts; parts of zero leave no trace in the bar but stay in the legend and in the table."""
    whole = sum(part.value for part in parts)
    names = {"title": title, "description": description}
    shares = [share(part.value / whole) if whole else "—" for part in parts]
    return Figure(
        title=title,
        wide=_drawing(parts, 720, say, ident=f"{ident}-w", **names),
        narrow=_drawing(parts, 320, say, ident=f"{ident}-n", **names),
        keys=[Key(part.css, f"{part.label}: {say(part.value)}") for part in parts],
        head=head,
        rows=[[part.label, say(part.value), part_share] for part, part_share in zip(parts, shares, strict=True)],
    )


def share_bar(share: int | None, *, css: str = "") -> str:
    """A thin bar for a share from 0 to 100, without words: the number stands beside it. None draws nothing."""
    fill = tag("rect", width=share, height=8, class_=f"bar__fill {css}".strip()) if share else ""
    return tag(
        "svg",
        fill,
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        class_="bar",
        aria_hidden="true",
    )
