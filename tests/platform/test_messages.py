"""Translations: what is found in sources, what the check refuses, and that writing twice gives the same bytes."""

from pathlib import Path

import polib
import pytest

from usul.messages import libraries, product
from usul.messages.catalogues import compile_all, faults_of, load, path_of, placeholders
from usul.messages.extraction import Key, collect
from usul.readiness import CATALOGUES

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

GREETING = _("Good morning, %(name)s")

def count(number):
    # Translators: schools of the district
    return ngettext("%(count)s school", "%(count)s schools", number), pgettext("verb", "Close")
"""
TEMPLATE = """{% load i18n %}<h1>{% translate "Sittings" %}</h1>
  {% blocktranslate count number=rows|length %}One row{% plural %}{{ number }} rows{% endblocktranslate %}
<p title='{% translate "It's open" context "door" %}'>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one module and one page."""
    (tmp_path / "apps").mkdir()
    (tmp_path / "apps" / "greet.py").write_text(PYTHON)
    (tmp_path / "apps" / "page.html").write_text(TEMPLATE)
    return tmp_path


def translate(root: Path, language: str, **words: str) -> None:
    """Fill the catalogue: by the first word of the source text."""
    path = path_of(root / "locale", language)
    catalogue = load(path)
    for entry in catalogue:
        text = words.get(
            entry.msgid.split()[0].strip(",").lower(), f"перевод {' '.join(placeholders(entry.msgid))}".strip()
        )
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(
                entry.msgstr_plural, f"школ {' '.join(placeholders(entry.msgid_plural))}"
            )
        else:
            entry.msgstr = text
    catalogue.save(str(path))


def test_texts_are_found_in_python_and_templates(root: Path) -> None:
    found = product.texts(root)
    assert set(found) == {
        Key("Good morning, %(name)s"),
        Key("%(count)s school"),
        Key("Close", "verb"),
        Key("Sittings"),
        Key("One row"),
        Key("It's open", "door"),
    }
    assert found[Key("%(count)s school")].plural == "%(count)s schools"
    assert found[Key("One row")].plural == "%(number)s rows"
    assert found[Key("%(count)s school")].notes == {"Translators: schools of the district"}
    assert found[Key("Sittings")].files == {"apps/page.html"}


def test_collecting_twice_gives_the_same_bytes_and_keeps_translations(root: Path) -> None:
    place = root / "locale"
    assert product.update(root, place)["ky"] == (6, 0)
    translate(root, "ky", good="Кутмандуу таң, %(name)s")
    product.update(root, place)
    once = path_of(place, "ky").read_bytes()
    assert product.update(root, place)["ky"] == (0, 0)
    assert path_of(place, "ky").read_bytes() == once
    assert "Кутмандуу таң".encode() in once
    assert b"POT-Creation-Date" not in once
    assert b"apps/greet.py:" not in once


def test_complete_catalogues_pass_and_each_fault_is_named(root: Path) -> None:
    place = root / "locale"
    product.update(root, place)
    missing = product.check(root, place)
    assert len(missing) == 12  # six texts, Kyrgyz and Russian; English repeats the source
    assert all("has no translation" in fault for fault in missing)
    for language in ("ky", "ru"):
        translate(root, language)
    assert product.check(root, place) == []
    (root / "apps" / "greet.py").write_text(PYTHON.replace("Good morning", "Good evening"))
    faults = product.check(root, place)
    assert sum("is missing; run `make messages`" in fault for fault in faults) == 3
    assert sum("is not used any more" in fault for fault in faults) == 3


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        ("Hello %(name)s", "Салам", "has other placeholders than the source: 'Салам'"),
        ("Hello {name}", "Салам {nmae}", "has other placeholders than the source: 'Салам {nmae}'"),
        ("Line\n", "Сап", "begins or ends with another line break than the source"),
        ("Meeting", "Oтурум", "mixes Latin and Cyrillic letters in one word: 'Oтурум'"),  # the first letter is Latin
        ("Empty", "  ", "has no translation"),
    ],
)
def test_faults_of_one_entry(source: str, text: str, fault: str) -> None:
    assert list(faults_of(polib.POEntry(msgid=source, msgstr=text), "ky")) == [fault]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hello %(name)s, {when}", "{when}: салам, %(name)s"),
        ("<b>Open</b>", "<b>Ачык</b>"),
        ("100 % done", "100 % даяр"),
    ],
)
def test_good_entries(source: str, text: str) -> None:
    assert list(faults_of(polib.POEntry(msgid=source, msgstr=text), "ky")) == []


def test_fuzzy_and_obsolete_entries_and_wrong_numbers_of_plurals() -> None:
    assert list(faults_of(polib.POEntry(msgid="a", msgstr="б", flags=["fuzzy"]), "ru")) == ["is fuzzy"]
    assert list(faults_of(polib.POEntry(msgid="a", msgstr="б", obsolete=True), "ru")) == ["is obsolete"]
    entry = polib.POEntry(msgid="school", msgid_plural="schools", msgstr_plural={0: "школа", 1: "школ"})
    assert list(faults_of(entry, "ru")) == ["needs 3 plural forms, has 2"]


def test_compiling_skips_what_is_compiled(root: Path) -> None:
    product.update(root, root / "locale")
    assert compile_all([root / "locale"]) == 3
    assert compile_all([root / "locale"]) == 0
    assert path_of(root / "locale", "en").with_suffix(".mo").exists()


def test_libraries_speak_every_language() -> None:
    """Every text of a library that reaches a reader is translated, by the library or by us, and none of ours is left over."""
    assert libraries.check(CATALOGUES[1]) == []


def test_a_text_a_library_lost_or_gained_is_noticed(tmp_path: Path) -> None:
    entry = polib.POEntry(msgid="Nobody says this.", msgstr="Муну эч ким айтпайт.")
    path = path_of(tmp_path, "ky")
    path.parent.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(entry)
    catalogue.save(str(path))
    faults = libraries.check(tmp_path)
    assert sum("is not said by any library any more" in fault for fault in faults) == 1
    assert any("translates 'Range query expects two values.'" in fault for fault in faults)


def test_django_finds_the_same_texts_as_we_do() -> None:
    """Our extraction against the library's own list of its texts."""
    place = libraries.home("django") / "contrib" / "auth"
    ours = {key.text for key in collect(sorted(place.rglob("*.py")), place)}
    theirs = {entry.msgid for entry in polib.pofile(str(path_of(place / "locale", "en"))) if not entry.obsolete}
    assert theirs - ours == set() or theirs - ours <= {
        key.text for key in collect(sorted(place.rglob("*.html")) + sorted(place.rglob("*.txt")), place)
    }
