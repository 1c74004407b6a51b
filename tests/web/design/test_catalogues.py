"""Every sentence of the face exists in three languages, with the same placeholders."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

from tests.web.design.catalogues import SOURCE
from tests.web.design.conftest import LANGUAGES

WEB = Path(__file__).resolve().parents[3] / "apps" / "web"
FACE = [
    *(WEB / "templates").glob("base*.html"),
    *(WEB / "templates" / "components").glob("*.html"),
    *(WEB / "templates" / "errors").glob("*.html"),
    *(WEB / "blocks").glob("*.py"),
    *(WEB / "templatetags").glob("*.py"),
]
FUNCTIONS = ["gettext", "gettext_lazy", "_", "ngettext", "pgettext"]
Key = tuple[str | None, str]


def sentences() -> Iterator[Key]:
    """Context and msgid of every translatable sentence in the face."""
    for path in FACE:
        source = path.read_text(encoding="utf-8")
        python = templatize(source, origin=str(path)) if path.suffix == ".html" else source
        found = extract_python(io.BytesIO(python.encode()), FUNCTIONS, [], {"encoding": "utf-8"})
        for _line, function, message, _comments in found:
            parts = message if isinstance(message, tuple) else (message,)
            yield (parts[0], parts[1]) if function == "pgettext" else (None, parts[0])


def catalogue(language: str) -> dict[Key, polib.POEntry]:
    entries = polib.pofile(str(SOURCE / language / "LC_MESSAGES" / "django.po"))
    return {(entry.msgctxt, entry.msgid): entry for entry in entries if not entry.obsolete}


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_there_are_sentences() -> None:
    assert len(set(sentences())) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    known = catalogue(language)
    missing = [key for key in set(sentences()) if key not in known or not all(forms(known[key]))]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    for entry in catalogue(language).values():
        wanted = set(re.findall(r"%\(\w+\)[sd]", entry.msgid))
        for form in forms(entry):
            assert set(re.findall(r"%\(\w+\)[sd]", form)) == wanted, entry.msgid


def test_kyrgyz_and_russian_are_written_in_their_letters() -> None:
    """No Latin look-alike hides in a Cyrillic word."""
    for language in ("ky", "ru"):
        for entry in catalogue(language).values():
            for form in forms(entry):
                text = re.sub(r"%\(\w+\)[sd]|<[^>]+>", " ", form)
                mixed = [
                    word for word in re.findall(r"\w+", text) if re.search("[a-z]", word) and re.search("[а-я]", word)
                ]
                assert mixed == []


@pytest.mark.parametrize(("language", "plurals"), [("ky", 1), ("ru", 3), ("en", 2)])
def test_plural_forms(language: str, plurals: int) -> None:
    for entry in catalogue(language).values():
        if entry.msgid_plural:
            assert len(entry.msgstr_plural) == plurals
