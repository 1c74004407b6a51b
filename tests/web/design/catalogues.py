"""Compiles the message catalogues into folders of their own, so that no test depends on a set-up step."""

import tempfile
from functools import cache
from pathlib import Path

import polib

PLATFORM = Path(__file__).resolve().parents[3] / "platform" / "usul"


@cache
def compiled(folder: str) -> Path:
    """A fresh copy of `locale` or `locale_libraries` with a `.mo` for every committed catalogue."""
    source = PLATFORM / folder
    target = Path(tempfile.mkdtemp(prefix="usul-messages-"))
    for catalogue in source.glob("*/LC_MESSAGES/django.po"):
        place = target / catalogue.relative_to(source).with_suffix(".mo")
        place.parent.mkdir(parents=True, exist_ok=True)
        polib.pofile(str(catalogue)).save_as_mofile(str(place))
    return target
