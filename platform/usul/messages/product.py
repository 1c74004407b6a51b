"""Our own texts: from the sources into `locale/`, and whether all of them are translated."""

from pathlib import Path

import polib

from usul.messages.catalogues import LANGUAGES, SOURCE_LANGUAGE, faults_of, load, path_of, save
from usul.messages.extraction import Found, Key, collect, sources

SPEAKING = ("apps", "api", "tenants", "platform/usul")


def texts(root: Path) -> dict[Key, Found]:
    """Every translatable text of the product."""
    return collect(sources([root / name for name in SPEAKING]), root)


def update(root: Path, place: Path) -> dict[str, tuple[int, int]]:
    """Bring the catalogues below `place` in step with the sources; by language how many texts came and went.

    Translations are kept. English needs none: its entries repeat the source, so that its plurals work.
    """
    found = texts(root)
    changes = {}
    for language in LANGUAGES:
        path = path_of(place, language)
        old = {Key(entry.msgid, entry.msgctxt): entry for entry in load(path) if not entry.obsolete}
        save(path, language, [_entry(key, found[key], old.get(key), language) for key in found])
        changes[language] = (len(found.keys() - old.keys()), len(old.keys() - found.keys()))
    return changes


def _entry(key: Key, found: Found, old: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=key.text,
        msgctxt=key.context,
        msgid_plural=found.plural or "",
        occurrences=[(name, "") for name in sorted(found.files)],
        comment="\n".join(sorted(found.notes)),
    )
    if "%(" in key.text:
        entry.flags = ["python-format"]
    if language == SOURCE_LANGUAGE:
        entry.msgstr = "" if found.plural else key.text
        entry.msgstr_plural = {0: key.text, 1: found.plural} if found.plural else {}
    elif old is not None and bool(old.msgid_plural) == bool(found.plural):
        entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
        entry.flags += [flag for flag in old.flags if flag == "fuzzy"]
    elif found.plural:
        entry.msgstr_plural = dict.fromkeys(range(1 if language == "ky" else 3), "")
    return entry


def check(root: Path, place: Path) -> list[str]:
    """Faults of the catalogues below `place`, one sentence each."""
    found = texts(root)
    faults = []
    for language in LANGUAGES:
        path = path_of(place, language)
        name = path.relative_to(root)
        entries = {Key(entry.msgid, entry.msgctxt): entry for entry in load(path)}
        for key in sorted(found.keys() - entries.keys(), key=lambda key: key.text):
            faults.append(f"{name}: {key.text!r} is missing; run `make messages` ({', '.join(found[key].files)})")
        for key, entry in entries.items():
            faults += [f"{name}: {key.text!r} {fault}" for fault in faults_of(entry, language)]
            if key not in found and not entry.obsolete:
                faults.append(f"{name}: {key.text!r} is not used any more; run `make messages`")
    return faults
