"""A line as small as a word, and nothing but a picture: the number beside it says what it is."""

from collections.abc import Sequence

from apps.web.charts.figure import tag


def spark(values: Sequence[float], *, mood: str = "") -> str:
    """The svg of a sparkline. `mood` is `good`, `bad` or empty; it colours the line, the words beside it say why.

    Fewer than two values draw nothing.
    """
    if len(values) < 2:
        return ""
    width, height, pad = 96.0, 32.0, 3.0
    low, high = min(values), max(values)
    spread = (high - low) or 1.0
    points = [
        (
            pad + (width - 2 * pad) * place / (len(values) - 1),
            height - pad - (height - 2 * pad) * (value - low) / spread,
        )
        for place, value in enumerate(values)
    ]
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    end_x, end_y = points[-1]
    return tag(
        "svg",
        tag("path", d=f"{line}V{height:g}H{pad:g}Z", class_="spark__area"),
        tag("path", d=line, class_="spark__line"),
        tag("circle", cx=end_x, cy=end_y, r=2.5, class_="spark__end"),
        viewBox=f"0 0 {width:g} {height:g}",
        class_=f"spark spark--{mood}" if mood else "spark",
        aria_hidden="true",
        focusable="false",
    )
