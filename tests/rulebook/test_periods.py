"""Quarters, trimesters and months; calendars that cannot be evaluated."""

from dataclasses import replace

import pytest

from apps.rulebook.enums import PeriodUnit
from apps.rulebook.periods import calendar_problems, main_unit, period_of, periods_of
from tests.rulebook.conftest import QUARTERS, TRIMESTERS, YEAR, day, span

Q, T, M = PeriodUnit.QUARTER, PeriodUnit.TRIMESTER, PeriodUnit.MONTH


def test_periods_come_in_order():
    mixed = replace(YEAR, periods=tuple(reversed(YEAR.periods)))
    assert periods_of(mixed, Q) == QUARTERS
    assert periods_of(mixed, T) == TRIMESTERS


def test_months_follow_from_the_year():
    months = periods_of(YEAR, M)
    assert [row.number for row in months] == list(range(1, 10))
    assert (months[0].start, months[0].end) == (day(9, 1), day(9, 30))
    assert (months[-1].start, months[-1].end) == (day(5, 1), day(5, 29))
    late = replace(YEAR, start=day(9, 15))
    assert periods_of(late, M)[0].start == day(9, 15)
    listed = replace(YEAR, periods=(span(M, 1, day(9, 1), day(9, 20)),))
    assert [row.end for row in periods_of(listed, M)] == [day(9, 20)]


def test_main_unit():
    assert main_unit(YEAR) is Q
    assert main_unit(replace(YEAR, unit=T)) is T
    assert main_unit(replace(YEAR, periods=TRIMESTERS)) is T
    assert main_unit(replace(YEAR, periods=TRIMESTERS, unit=Q)) is T
    assert main_unit(replace(YEAR, periods=())) is None


@pytest.mark.parametrize(
    ("on", "gap", "number"),
    [
        (day(9, 1), "none", 1),
        (day(10, 31), "none", 1),
        (day(11, 1), "none", None),
        (day(11, 1), "preceding", 1),
        (day(11, 1), "following", 2),
        (day(11, 9), "following", 2),
        (day(11, 10), "none", 2),
        (day(3, 8), "preceding", 3),
        (day(5, 29), "none", 4),
        (day(5, 30), "preceding", None),
        (day(8, 31), "following", None),
    ],
)
def test_period_of_a_day(on, gap, number):
    found = period_of(on, QUARTERS, gap)
    assert (found.number if found else None) == number


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"end": day(9, 1), "periods": ()}, ["calendar.order"]),
        ({"end": day(8, 31), "periods": ()}, ["calendar.order"]),
        ({"close_date": day(5, 28)}, ["calendar.order"]),
        ({"close_date": day(5, 29)}, []),
        ({"start": day(9, 2)}, ["calendar.period_outside"] * 2),
        ({"end": day(5, 28)}, ["calendar.period_outside"] * 2),
        ({"periods": (span(Q, 1, day(9, 1), day(11, 10)), *QUARTERS[1:])}, ["calendar.overlap"]),
        ({"periods": (span(Q, 1, day(9, 1), day(11, 9)), *QUARTERS[1:])}, []),
        ({"periods": (span(Q, 2, day(9, 1), day(10, 31)), *QUARTERS[1:])}, ["calendar.repeated_number"]),
        ({"periods": (span(Q, 1, day(10, 31), day(9, 1)),)}, ["calendar.period_outside"]),
    ],
)
def test_calendar_problems(changes, codes):
    found = calendar_problems(replace(YEAR, **changes))
    assert [row.code for row in found] == codes
    for row in found:
        assert row.about
        assert row.text.ky != row.text.ru


def test_calendar_problems_name_dates():
    [problem] = calendar_problems(replace(YEAR, close_date=day(5, 28)))
    assert "2026-жылдын 28-майы" in problem.text.ky
    assert "28 мая 2026 г." in problem.text.ru
    assert "28 May 2026" in problem.text.en
