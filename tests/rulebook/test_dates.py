"""Deadlines, spans and ranges of days."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rulebook.dates import (
    Counting,
    Span,
    add_months,
    add_years,
    deadline,
    first_uncovered,
    holds,
    is_working,
    merged,
    months_touched,
    next_working,
    span_between,
    total,
)
from tests.rulebook.conftest import YEAR, day

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
READINGS = st.builds(Counting, st.booleans(), st.booleans(), st.booleans())


@pytest.mark.parametrize(
    ("counting", "last"),
    [
        (Counting(), day(9, 6)),
        (Counting(event_day_counts=True), day(9, 5)),
        (Counting(working=True), day(9, 8)),
        (Counting(working=True, event_day_counts=True), day(9, 5)),
        (Counting(roll_forward=True), day(9, 8)),
        (Counting(event_day_counts=True, roll_forward=True), day(9, 5)),
    ],
)
def test_five_days_from_monday_1_september(counting, last):
    assert deadline(day(9, 1), 5, counting, YEAR) == last


@pytest.mark.parametrize(
    ("event", "days", "counting", "last"),
    [
        (day(9, 6), 0, Counting(), day(9, 6)),
        (day(9, 6), 0, Counting(event_day_counts=True), day(9, 6)),
        (day(9, 6), 0, Counting(working=True), day(9, 6)),
        (day(9, 6), 0, Counting(roll_forward=True), day(9, 8)),
        (day(9, 6), 1, Counting(event_day_counts=True), day(9, 6)),
        (day(9, 6), 1, Counting(working=True), day(9, 8)),
        (day(9, 6), 1, Counting(working=True, event_day_counts=True), day(9, 8)),
        (day(9, 5), 2, Counting(working=True, event_day_counts=True), day(9, 8)),
        (day(5, 26), 1, Counting(working=True), day(5, 28)),
        (day(5, 26), 1, Counting(roll_forward=True), day(5, 28)),
        (day(5, 29), 5, Counting(), day(6, 3)),
    ],
)
def test_deadlines_around_days_off(event, days, counting, last):
    assert deadline(event, days, counting, YEAR) == last


def test_six_day_week():
    six = replace(YEAR, weekdays=frozenset(range(6)))
    assert deadline(day(9, 1), 5, Counting(working=True), six) == day(9, 6)
    assert is_working(day(9, 6), six)
    assert not is_working(day(9, 7), six)


def test_a_calendar_without_working_days_counts_calendar_days():
    none = replace(YEAR, weekdays=frozenset())
    assert deadline(day(9, 1), 5, Counting(working=True, roll_forward=True), none) == day(9, 6)
    assert next_working(day(9, 6), none) == day(9, 6)


@given(DAYS, st.integers(0, 60), READINGS)
def test_more_days_never_end_earlier(event, days, counting):
    assert deadline(event, days, counting, YEAR) <= deadline(event, days + 1, counting, YEAR)


@given(DAYS, st.integers(0, 60), READINGS)
def test_a_deadline_never_lies_before_its_event(event, days, counting):
    assert deadline(event, days, counting, YEAR) >= event


@given(DAYS, st.integers(1, 60))
def test_readings_are_ordered(event, days):
    plain, early = deadline(event, days, Counting(), YEAR), deadline(event, days, Counting(event_day_counts=True), YEAR)
    assert early + timedelta(days=1) == plain == event + timedelta(days=days)
    assert deadline(event, days, Counting(working=True), YEAR) >= plain
    assert deadline(event, days, Counting(roll_forward=True), YEAR) >= plain


@given(DAYS, st.integers(1, 60), st.booleans())
def test_working_days_are_counted_one_by_one(event, days, event_day_counts):
    last = deadline(event, days, Counting(working=True, event_day_counts=event_day_counts), YEAR)
    first = event if event_day_counts else event + timedelta(days=1)
    counted = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sum(is_working(row, YEAR) for row in counted) == days
    assert is_working(last, YEAR)


@pytest.mark.parametrize(
    ("start", "years", "result"),
    [
        (date(2020, 2, 29), 1, date(2021, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(2020, 9, 10), 5, date(2025, 9, 10)),
        (date(2022, 6, 8), 3, date(2025, 6, 8)),
        (date(2025, 3, 1), -1, date(2024, 3, 1)),
    ],
)
def test_years_are_added_by_the_calendar(start, years, result):
    assert add_years(start, years) == result


@pytest.mark.parametrize(
    ("start", "months", "result"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 5, 31), 13, date(2026, 6, 30)),
        (date(2025, 5, 31), 0, date(2025, 5, 31)),
    ],
)
def test_months_are_added_by_the_calendar(start, months, result):
    assert add_months(start, months) == result


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        (date(2020, 9, 10), date(2025, 9, 10), Span(5, 0, 0)),
        (date(2020, 9, 15), date(2025, 9, 10), Span(4, 11, 26)),
        (date(2020, 2, 29), date(2025, 2, 28), Span(5, 0, 0)),
        (date(2025, 1, 31), date(2025, 3, 1), Span(0, 1, 1)),
        (date(2025, 9, 1), date(2025, 9, 1), Span()),
        (date(2025, 9, 2), date(2025, 9, 1), Span()),
    ],
)
def test_spans(since, until, span):
    assert span_between(since, until) == span


@given(DAYS, DAYS)
def test_a_span_leads_back_to_its_end(since, until):
    since, until = sorted((since, until))
    span = span_between(since, until)
    assert add_months(since, span.years * 12 + span.months) + timedelta(days=span.days) == until
    assert 0 <= span.months < 12
    assert 0 <= span.days < 31


@given(DAYS, st.integers(0, 40))
def test_full_years_are_full(since, years):
    assert span_between(since, add_years(since, years)) == Span(years)
    assert span_between(since, add_years(since, years) - timedelta(days=1)) < Span(years) or years == 0


@given(DAYS, DAYS, DAYS)
def test_a_longer_span_is_not_smaller(since, one, other):
    one, other = sorted((one, other))
    assert span_between(since, one) <= span_between(since, other)


def test_totals_carry_days_and_months():
    assert total([Span(1, 7, 20), Span(2, 6, 15)]) == Span(4, 2, 5)
    assert total([Span(0, 0, 29), Span(0, 0, 1)]) == Span(0, 1, 0)
    assert total([Span(0, 11, 29), Span(0, 0, 1)]) == Span(1, 0, 0)
    assert total([]) == Span()
    assert total([Span(4, 11, 30)]) == Span(4, 11, 30)


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8), DAYS)
def test_merging_covers_the_same_days(ranges, probe):
    rows = merged(ranges)
    covered = any(since <= probe < until for since, until in ranges)
    assert any(since <= probe < until for since, until in rows) == covered
    assert all(first[1] < second[0] for first, second in pairwise(rows))


def test_merging_joins_touching_ranges():
    a, b, c, d = (date(2025, 1, n) for n in (1, 10, 20, 30))
    assert merged([(b, c), (a, b)]) == [(a, c)]
    assert merged([(a, d), (b, c)]) == [(a, d)]
    assert merged([(c, d), (a, b)]) == [(a, b), (c, d)]
    assert merged([(b, b), (d, c)]) == []


def test_first_uncovered_day():
    a, b, c = date(2025, 1, 1), date(2025, 1, 10), date(2025, 1, 20)
    assert first_uncovered([(a, c)], a, date(2025, 1, 19)) is None
    assert first_uncovered([(a, c)], a, c) == c
    assert first_uncovered([(a, b), (c, date(2025, 2, 1))], a, c) == b
    assert first_uncovered([(b, c)], a, c) == a
    assert first_uncovered([(a, b), (b, c)], a, date(2025, 1, 19)) is None
    assert first_uncovered([], a, c) == a


def test_months_touched():
    assert months_touched(date(2025, 9, 15), date(2026, 1, 1)) == tuple(
        date(year, month, 1) for year, month in ((2025, 9), (2025, 10), (2025, 11), (2025, 12), (2026, 1))
    )
    assert months_touched(date(2025, 9, 30), date(2025, 9, 30)) == (date(2025, 9, 1),)
    assert months_touched(date(2025, 9, 30), date(2025, 9, 29)) == (date(2025, 9, 1),)
    assert months_touched(date(2025, 10, 1), date(2025, 9, 29)) == ()


def test_ranges_hold_from_their_first_day_to_the_day_before_their_last():
    a, b = date(2025, 1, 1), date(2025, 1, 3)
    assert [holds(a, b, a + timedelta(days=n)) for n in (-1, 0, 1, 2, 3)] == [False, True, True, False, False]
    assert holds(a, None, date(2999, 1, 1))


def test_all_eight_readings_of_the_source_example():
    lasts = {deadline(day(9, 1), 5, Counting(*choice), YEAR) for choice in product((False, True), repeat=3)}
    assert lasts == {day(9, 5), day(9, 6), day(9, 8)}
