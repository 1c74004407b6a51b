"""The names of the drawn icons, read once from the sprite so that no page can ask for one that is not there."""

import re
from functools import cache
from pathlib import Path

SPRITE = "usul/img/icons.svg"
SPRITE_FILE = Path(__file__).resolve().parent.parent / "static" / SPRITE


@cache
def icon_names() -> frozenset[str]:
    """Every symbol id of the sprite; those that start with `v-` are verdict signs."""
    return frozenset(re.findall(r'<symbol id="([a-z-]+)"', SPRITE_FILE.read_text(encoding="utf-8")))


@cache
def symbol(name: str) -> str:
    """The drawing of an icon as markup, for a page that draws it so often that naming the sprite each time weighs more."""
    found = re.search(
        rf'<symbol id="{known_icon(name)}"(.*?</symbol>)', SPRITE_FILE.read_text(encoding="utf-8"), re.DOTALL
    )
    return f'<symbol id="{name}"{found[1]}' if found else ""


def known_icon(name: str) -> str:
    """The name itself, or ValueError when the sprite has no such symbol."""
    if name not in icon_names():
        message = f"There is no icon named {name!r} in {SPRITE}"
        raise ValueError(message)
    return name
