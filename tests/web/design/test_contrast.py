"""Every pair of colours that carries meaning is measured, in the light and in the dark theme."""

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[3] / "apps" / "web" / "static" / "usul" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")

TEXT = 4.5
SIGN = 3.0
VERDICTS = ("pass", "warn", "fail", "review", "pending", "cfg", "lost", "none")


def _block(start: str) -> dict[str, str]:
    """Custom properties between the first brace after `start` and its closing brace."""
    body = TOKENS[TOKENS.index(start) :]
    body = body[body.index("{") + 1 : body.index("}")]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\s*;", body))


LIGHT = _block(":root {\n    color-scheme: light")
DARK = _block(':root[data-theme="dark"]')
DARK_BY_SYSTEM = _block(':root:not([data-theme="light"])')
THEMES = {"light": LIGHT, "dark": DARK}


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *product(("ink", "muted", "link"), ("ground", "surface", "sunken", "hover")),
    *((verdict, f"{verdict}-tint") for verdict in VERDICTS),
    *product(VERDICTS, ("surface", "ground", "hover")),
    *(("ink", f"{verdict}-tint") for verdict in VERDICTS),
    ("link", "warn-tint"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("accent", "accent-tint"),
    ("ink", "accent-tint"),
    ("muted", "accent-tint"),
    ("on-solid", "fail"),
    ("surface", "fail"),
    *product(("side-ink", "side-muted"), ("side",)),
    ("side-ink", "side-active"),
    ("side-ink", "side-line"),
    ("on-sun", "sun"),
    ("on-sun", "series-warn"),
    *(("on-accent", f"series-{name}") for name in ("pass", "fail", "review")),
    *(("ink", f"heat-{level}") for level in range(4)),
    *(("on-accent", f"heat-{level}") for level in (4, 5)),
    ("ink", "plan-fill"),
    ("ink", "series-none"),
]
SIGN_PAIRS = [
    *product(("control", "focus"), ("ground", "surface")),
    ("sun", "side"),
    ("plan-line", "surface"),
    ("done-fill", "surface"),
    *((f"series-{name}", "surface") for name in ("pass", "fail", "review")),
]


def test_both_ways_into_the_dark_are_the_same() -> None:
    assert DARK_BY_SYSTEM == DARK
    assert set(DARK) == set(LIGHT)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_is_readable(theme: str, pair: tuple[str, str]) -> None:
    front, back = (THEMES[theme][name] for name in pair)
    assert contrast(front, back) >= TEXT, f"{pair} in {theme}: {contrast(front, back):.2f}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", SIGN_PAIRS, ids="-on-".join)
def test_signs_stand_out(theme: str, pair: tuple[str, str]) -> None:
    front, back = (THEMES[theme][name] for name in pair)
    assert contrast(front, back) >= SIGN, f"{pair} in {theme}: {contrast(front, back):.2f}"


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
