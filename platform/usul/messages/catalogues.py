"""The catalogues `locale/<language>/LC_MESSAGES/django.po`: written in a stable order, compiled, examined."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

LANGUAGES = ("ky", "ru", "en")
SOURCE_LANGUAGE = "en"
PLURALS = {
    "ky": "nplurals=1; plural=0;",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"ky": 1, "ru": 3, "en": 2}
WIDTH = 110
_PERCENT = re.compile(r"%(?:\((\w+)\))?[#0+-]*[\d.]*[sdrifg]")
_BRACE = re.compile(r"\{(\w*)[^{}]*\}")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]")
_PLACEHOLDER = re.compile(f"{_PERCENT.pattern}|{_BRACE.pattern}|<[^>]*>|&[a-z]+;")


def path_of(place: Path, language: str) -> Path:
    """The catalogue of `language` below the locale folder `place`."""
    return place / language / "LC_MESSAGES" / "django.po"


def load(path: Path) -> polib.POFile:
    """The catalogue at `path`; an empty one when there is none."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def save(path: Path, language: str, entries: Iterable[polib.POEntry]) -> None:
    """Write the entries sorted, under a head that never changes by itself: the same texts give the same bytes."""
    catalogue = polib.POFile(wrapwidth=WIDTH)
    catalogue.metadata = {
        "Project-Id-Version": "Usul",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    catalogue.extend(sorted(entries, key=lambda entry: (entry.msgid.lower(), entry.msgid, entry.msgctxt or "")))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def compile_all(places: Iterable[Path]) -> int:
    """Compile every catalogue below the folders that is newer than its compiled form; how many these were."""
    stale = [path for place in places for path in sorted(place.rglob("*.po")) if not _is_compiled(path)]
    for path in stale:
        unfinished = path.with_suffix(f".{os.getpid()}.unfinished")
        polib.pofile(str(path)).save_as_mofile(str(unfinished))
        unfinished.rename(path.with_suffix(".mo"))
    return len(stale)


def _is_compiled(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns


def words(entry: polib.POEntry | polib.MOEntry) -> list[str]:
    """The translations of an entry: one, or one for each plural form."""
    if entry.msgid_plural:
        return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return [entry.msgstr]


def faults_of(entry: polib.POEntry, language: str) -> Iterator[str]:
    """What is wrong with one entry, each as a few words."""
    translations = words(entry)
    if entry.obsolete:
        yield "is obsolete"
    if entry.fuzzy:
        yield "is fuzzy"
    if not all(text.strip() for text in translations):
        yield "has no translation"
        return
    if entry.msgid_plural and len(translations) != FORMS[language]:
        yield f"needs {FORMS[language]} plural forms, has {len(translations)}"
    allowed = [placeholders(entry.msgid)]
    if entry.msgid_plural:
        allowed.append(placeholders(entry.msgid_plural))
    for text in translations:
        if placeholders(text) not in allowed:
            yield f"has other placeholders than the source: {text!r}"
        if entry.msgid.startswith("\n") != text.startswith("\n") or entry.msgid.endswith("\n") != text.endswith("\n"):
            yield "begins or ends with another line break than the source"
        mixed = _MIXED.search(_PLACEHOLDER.sub(" ", text))
        if language != SOURCE_LANGUAGE and mixed:
            yield f"mixes Latin and Cyrillic letters in one word: {text!r}"


def placeholders(text: str) -> list[str]:
    """Names and kinds of the values that are put into the text, sorted."""
    percent = [match.group(0) for match in _PERCENT.finditer(text.replace("%%", ""))]
    brace = [match.group(1) for match in _BRACE.finditer(text)]
    return sorted([*percent, *brace])
