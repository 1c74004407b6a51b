"""Dates, numbers and weekdays as the three languages write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import formats, timesince, translation
from django.utils.formats import get_format

from apps.rulebook.text import format_date, format_month
from usul.readiness import CATALOGUES

LANGUAGES = ("ky", "ru", "en")
NO_BREAK = "\N{NO-BREAK SPACE}"


def rendered(template: str, language: str, **values: object) -> str:
    with translation.override(language):
        return Template(template).render(Context(values))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_pages_and_rulebook_write_every_month_alike(language: str, month: int) -> None:
    """One date never has two spellings: Django's filter agrees with the texts of the rulebook."""
    day = date(2026, month, 20)
    with translation.override(language):
        assert formats.date_format(day) == format_date(day, language)
        assert formats.date_format(day, "YEAR_MONTH_FORMAT") == format_month(day, language)


def test_kyrgyz_dates_in_full() -> None:
    assert rendered("{{ day|date }}", "ky", day=date(2026, 11, 20)) == "2026-жылдын 20-ноябры"
    assert rendered("{{ day|date:'l' }}", "ky", day=date(2026, 11, 20)) == "жума"
    at = datetime(2026, 5, 3, 14, 5, tzinfo=ZoneInfo("Asia/Bishkek"))
    assert rendered("{{ at|date:'DATETIME_FORMAT' }}", "ky", at=at) == "2026-жылдын 3-майы, 14:05"


@pytest.mark.parametrize(("language", "written"), [("ky", "12345,5"), ("ru", "12345,5"), ("en", "12345.5")])
def test_decimal_mark(language: str, written: str) -> None:
    with translation.override(language):
        assert formats.localize(12345.5) == written


@pytest.mark.parametrize(
    ("language", "written"), [("ky", f"12{NO_BREAK}345,5"), ("ru", f"12{NO_BREAK}345,5"), ("en", "12,345.5")]
)
def test_grouped_thousands(language: str, written: str) -> None:
    with translation.override(language):
        assert formats.number_format(12345.5, force_grouping=True) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_weeks_start_on_monday_and_browsers_dates_are_read(language: str) -> None:
    with translation.override(language):
        assert get_format("FIRST_DAY_OF_WEEK") == 1
        assert "%Y-%m-%d" in get_format("DATE_INPUT_FORMATS")
        assert "%d.%m.%Y" in get_format("DATE_INPUT_FORMATS")


def test_library_texts_that_were_wrong_in_kyrgyz() -> None:
    """Bytes were bits, noon was a month, and `yes,no` had blanks inside."""
    assert rendered("{{ size|filesizeformat }}", "ky", size=512) == f"512{NO_BREAK}байт"
    assert rendered("{{ flag|yesno }}", "ky", flag=False) == "жок"
    with translation.override("ky"):
        assert translation.gettext("noon") == "чак түш"
        assert translation.gettext("This field is required.") == "Бул талааны толтуруу милдеттүү."
        assert (
            timesince.timesince(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 5, tzinfo=UTC)) == f"4{NO_BREAK}күн"
        )


def test_both_catalogue_folders_are_in_use(settings: object) -> None:
    assert tuple(settings.LOCALE_PATHS) == CATALOGUES  # type: ignore[attr-defined]
