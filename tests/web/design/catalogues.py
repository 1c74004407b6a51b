"""Compiles the message catalogues into a folder of their own, so that no test depends on a set-up step."""

import tempfile
from functools import cache
from pathlib import Path

import polib

SOURCE = Path(__file__).resolve().parents[3] / "platform" / "usul" / "locale"


@cache
def compiled() -> Path:
    """A fresh folder with `<language>/LC_MESSAGES/django.mo` for every committed catalogue."""
    target = Path(tempfile.mkdtemp(prefix="usul-messages-"))
    for source in SOURCE.glob("*/LC_MESSAGES/django.po"):
        place = target / source.relative_to(SOURCE).with_suffix(".mo")
        place.parent.mkdir(parents=True, exist_ok=True)
        polib.pofile(str(source)).save_as_mofile(str(place))
    return target
