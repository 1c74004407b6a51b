"""Finds translatable texts in Python files and Django templates, without the gettext tools."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

TEMPLATES = frozenset({".html", ".txt", ".xml"})
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies a text in a catalogue."""

    text: str
    context: str | None = None


@dataclass(slots=True)
class Found:
    """A text of the sources: its plural form if it has one, the files it stands in, notes to translators."""

    plural: str | None = None
    files: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)


def sources(folders: Iterable[Path]) -> list[Path]:
    """Python files and templates below the folders; tests and migrations speak to nobody."""
    found = []
    for folder in folders:
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
            silent = {"migrations", "tests", "__pycache__", "locale"} & set(path.parts)
            if not silent and path.suffix in {".py", *TEMPLATES} and path.is_file():
                found.append(path)
    return found


def collect(paths: Iterable[Path], root: Path) -> dict[Key, Found]:
    """Every translatable text of the files; file names are relative to `root`."""
    texts: dict[Key, Found] = {}
    for path in paths:
        for key, plural, notes in _texts_of(path):
            found = texts.setdefault(key, Found())
            found.plural = found.plural or plural
            found.files.add(path.relative_to(root).as_posix())
            found.notes.update(notes)
    return texts


def _texts_of(path: Path) -> list[tuple[Key, str | None, list[str]]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        # templatize leaves calls and placeholder words; inside brackets their indentation means nothing
        source = f"(\n{templatize(source, origin=str(path))}\n)"
    elif "gettext" not in source:
        return []
    rows = []
    stream = io.BytesIO(source.encode())
    for _line, message, notes, context in extract(
        "python", stream, keywords=KEYWORDS, comment_tags=("Translators:",), options={"encoding": "utf-8"}
    ):
        text, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
        if text:
            rows.append((Key(text, context or None), plural, list(notes)))
    return rows
