"""Dates, times and numbers as they are written in three languages."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from apps.web.blocks import dates, numbers

FRIDAY = date(2026, 11, 20)
BISHKEK = ZoneInfo("Asia/Bishkek")


def at(*parts: int) -> datetime:
    """A moment in the time zone of the reader."""
    return datetime(*parts, tzinfo=BISHKEK)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ky", "2026-жылдын 20-ноябры, жума"),
        ("ru", "20\xa0ноября 2026\xa0г., пятница"),
        ("en", "Friday, 20\xa0November 2026"),
        ("ky-kg", "2026-жылдын 20-ноябры, жума"),
    ],
)
def test_full_date(language: str, written: str) -> None:
    assert dates.long_date(FRIDAY, language, weekday=True) == written


@pytest.mark.parametrize(
    ("month", "plain", "dative", "locative"),
    [
        (1, "1-январы", "1-январына", "1-январында"),
        (4, "1-апрели", "1-апрелине", "1-апрелинде"),
        (6, "1-июну", "1-июнуна", "1-июнунда"),
        (8, "1-августу", "1-августуна", "1-августунда"),
        (11, "1-ноябры", "1-ноябрына", "1-ноябрында"),
    ],
)
def test_kyrgyz_months_decline(month: int, plain: str, dative: str, locative: str) -> None:
    day = date(2026, month, 1)
    assert dates.day_and_month(day, "ky") == plain
    assert dates.day_and_month(day, "ky", "dative") == dative
    assert dates.day_and_month(day, "ky", "locative") == locative


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("10:05", "10:05те"),
        ("10:10", "10:10до"),
        ("14:00", "14:00тө"),
        ("09:30", "09:30да"),
        ("09:40", "09:40та"),
        ("08:50", "08:50дө"),
        ("11:23", "11:23тө"),
        ("11:57", "11:57де"),
        ("20:00", "20:00да"),
        ("00:00", "00:00дө"),
    ],
)
def test_time_takes_the_ending_it_is_said_with(moment: str, written: str) -> None:
    assert dates.clock(time.fromisoformat(moment), "ky", at=True) == written


@pytest.mark.parametrize(("number", "word"), [(0, "нөл"), (7, "жети"), (20, "жыйырма"), (95, "беш"), (300, "жүз")])
def test_last_spoken_word(number: int, word: str) -> None:
    assert dates.spoken_last_word(number) == word


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("ky", date(2026, 11, 24), "4 күн калды"),
        ("ky", date(2026, 11, 20), "бүгүн"),
        ("ky", date(2026, 11, 18), "2 күн өтүп кетти"),
        ("ru", date(2026, 11, 21), "завтра"),
        ("ru", date(2026, 11, 22), "осталось 2 дня"),
        ("ru", date(2026, 11, 25), "осталось 5 дней"),
        ("ru", date(2026, 12, 11), "остался 21 день"),
        ("en", date(2026, 11, 19), "1 day late"),
    ],
)
def test_how_far_a_deadline_is(language: str, day: date, said: str) -> None:
    with translation.override(language):
        assert dates.days_from(day, FRIDAY) == said


@pytest.mark.parametrize(
    ("moment", "ky", "ru"),
    [
        (at(2026, 11, 20, 10, 5), "10:05те жаңыртылган", "обновлено в 10:05"),
        (at(2026, 11, 19, 18, 0), "кечээ 18:00де жаңыртылган", "обновлено вчера в 18:00"),
        (at(2026, 11, 16, 9, 0), "16-ноябрында жаңыртылган", "обновлено 16\xa0ноября"),
        (at(2025, 12, 1, 9, 0), "2025-жылдын 1-декабрында жаңыртылган", "обновлено 1\xa0декабря 2025\xa0г."),
    ],
)
def test_freshness_in_words(moment: datetime, ky: str, ru: str) -> None:
    now = at(2026, 11, 20, 10, 30)
    for language, said in (("ky", ky), ("ru", ru)):
        with translation.override(language):
            assert dates.updated_at(moment, now, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("ky", "2026-жылдын 20-ноябрына чейин"), ("ru", "до 20\xa0ноября 2026\xa0г."), ("en", "by 20\xa0November 2026")],
)
def test_until(language: str, said: str) -> None:
    with translation.override(language):
        assert dates.until(FRIDAY, language) == said


@pytest.mark.parametrize(
    ("value", "places", "ky", "en"),
    [(1148, 0, "1\xa0148", "1,148"), (3.5, 1, "3,5", "3.5"), (-12, 0, "−12", "−12"), (0, 0, "0", "0")],
)
def test_numbers(value: float, places: int, ky: str, en: str) -> None:
    assert numbers.grouped(value, "ky", places) == ky
    assert numbers.grouped(value, "en", places) == en


def test_percent_of_nothing_is_a_dash() -> None:
    assert numbers.percent(1, 0, "ky") == "—"
    assert numbers.percent(39, 50, "ru") == "78\xa0%"
    assert numbers.percent(39, 50, "en") == "78%"
