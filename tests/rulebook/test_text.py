"""Three languages: words, dates and codes."""

from datetime import date

import pytest

from apps.rulebook import catalogues, enums, template_items
from apps.rulebook.checks import base, next_steps
from apps.rulebook.codes import Code
from apps.rulebook.enums import Role
from apps.rulebook.module import ClauseClass
from apps.rulebook.text import Language, Text, dates_in_full, format_date, format_month, joined

KYRGYZ_MONTHS = [
    "январы",
    "февралы",
    "марты",
    "апрели",
    "майы",
    "июну",
    "июлу",
    "августу",
    "сентябры",
    "октябры",
    "ноябры",
    "декабры",
]


def test_dates_in_three_languages():
    assert dates_in_full(date(2026, 11, 20)) == Text("2026-жылдын 20-ноябры", "20 ноября 2026 г.", "20 November 2026")


@pytest.mark.parametrize("month", range(1, 13))
def test_kyrgyz_months_carry_their_ending(month):
    assert format_date(date(2026, month, 8), "ky") == f"2026-жылдын 8-{KYRGYZ_MONTHS[month - 1]}"


def test_months_without_a_day():
    assert [format_month(date(2026, 11, 1), code) for code in Language] == [
        "2026-жыл, ноябрь",
        "ноябрь 2026 г.",
        "November 2026",
    ]


def test_region_of_a_language_is_ignored():
    text = Text("бир", "один", "one")
    assert [text.in_(code) for code in ("ky", "ru-KG", "en_GB")] == ["бир", "один", "one"]


def test_unknown_language_is_an_error():
    with pytest.raises(ValueError, match="fr"):
        Text("бир", "один", "one").in_("fr")


@pytest.mark.parametrize(
    ("words", "blank"), [(("", "да", "yes"), "ky"), (("ооба", " ", "yes"), "ru"), (("ооба", "да", "\n"), "en")]
)
def test_blank_words_are_refused(words, blank):
    with pytest.raises(ValueError, match=f"lacks its words in {blank}"):
        Text(*words)


def test_joined_texts_keep_their_language():
    pair = [Text("а", "б", "c"), Text("г", "д", "e")]
    assert joined(pair) == Text("а, г", "б, д", "c, e")
    assert joined(pair, " → ").ky == "а → г"
    assert joined([]) == Text("—", "—", "—")


def test_a_code_is_its_string():
    assert Role.DIRECTOR == "director"
    assert hash(Role.DIRECTOR) == hash("director")
    assert "director" in {Role.DIRECTOR}
    assert Role.of("deputy_oti") is Role.DEPUTY_OTI
    assert Role.DIRECTOR.label.ru == "директор школы"


def test_unknown_code_is_a_key_error():
    with pytest.raises(KeyError, match="dean"):
        Role.of("dean")


def lists_of_codes():
    rooms = (catalogues, enums, template_items, next_steps, base)
    found = {row for room in rooms for row in vars(room).values() if isinstance(row, type) and issubclass(row, Code)}
    return sorted(found - {Code}, key=lambda row: row.__name__)


@pytest.mark.parametrize("codes", lists_of_codes(), ids=lambda row: row.__name__)
def test_labels_are_told_apart(codes):
    assert len(codes.codes()) == len(set(codes.codes())) > 1
    for language in Language:
        labels = [member.label.in_(language) for member in codes]
        assert all(label == label.strip() for label in labels)


KYRGYZ_ONLY = set("өүңӨҮҢ")
LATIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize("codes", [*lists_of_codes(), ClauseClass], ids=lambda row: row.__name__)
def test_russian_words_hold_no_kyrgyz_letters_and_cyrillic_words_no_latin_ones(codes):
    for member in codes:
        assert not KYRGYZ_ONLY & set(member.label.ru), member
        assert not LATIN & set(member.label.ky + member.label.ru), member
