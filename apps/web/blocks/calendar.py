"""A month as a page of a wall calendar: weeks from Monday to Sunday, each day with what happens on it."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from apps.web.blocks.dates import day_and_month, month_name, weekday_names


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. `kind` is the suffix of a verdict class (`pass`, `warn`, `fail` …) or empty."""

    on: date
    text: str
    url: str
    kind: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    events: Sequence[Event] = ()
    outside: bool = False
    off: bool = False
    today: bool = False
    words: str = ""

    @property
    def classes(self) -> str:
        flags = {"out": self.outside, "off": self.off, "today": self.today, "busy": self.events and not self.outside}
        return " ".join(f"month__{name}" for name, on in flags.items() if on)


@dataclass(frozen=True, slots=True)
class Month:
    title: str
    weekdays: Sequence[tuple[str, str]]
    weeks: Sequence[Sequence[Day]]


def month_page(
    year: int, month: int, events: Iterable[Event], *, today: date, language: str, days_off: Iterable[date] = ()
) -> Month:
    """Build the page. Days outside the month are present but empty; Saturday is a school day, Sunday is not."""
    by_day: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        by_day[event.on].append(event)
    free = set(days_off)
    weeks = []
    for week in calendar.Calendar(firstweekday=calendar.MONDAY).monthdatescalendar(year, month):
        days = [
            Day(
                day,
                tuple(by_day[day]) if day.month == month else (),
                outside=day.month != month,
                off=day in free or day.weekday() == calendar.SUNDAY,
                today=day == today,
                words=day_and_month(day, language),
            )
            for day in week
        ]
        weeks.append(days)
    title = f"{month_name(month, language).capitalize()} {year}"
    return Month(title, list(zip(weekday_names(language, short=True), weekday_names(language), strict=True)), weeks)
