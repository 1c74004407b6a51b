"""The days on which a series comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

WEEK = timedelta(days=7)
LAST_WEEK = 5


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`months` of the year, `week` of the month (5: the last), `weekday` (1 Monday to 7 Sunday)."""

    months: frozenset[int]
    week: int
    weekday: int

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Rhythm | None":
        """The rhythm of these values; None when they are not one."""
        try:
            found = cls(frozenset(int(month) for month in data["months"]), int(data["week"]), int(data["weekday"]))
        except (KeyError, TypeError, ValueError):
            return None
        fits = found.months and found.months <= frozenset(range(1, 13))
        return found if fits and 1 <= found.week <= LAST_WEEK and 1 <= found.weekday <= 7 else None

    def day_in(self, year: int, month: int) -> date:
        """The day of the series in a month."""
        first = date(year, month, 1)
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7)
        if self.week < LAST_WEEK:
            return day + (self.week - 1) * WEEK
        while (day + WEEK).month == month:
            day += WEEK
        return day


def days_of(data: Mapping[str, Any], *, since: date, until: date) -> Iterator[date]:
    """Days of the rhythm between two days, both included; none for an empty rhythm."""
    rhythm = Rhythm.read(data)
    if rhythm is None:
        return
    for year in range(since.year, until.year + 1):
        for month in sorted(rhythm.months):
            day = rhythm.day_in(year, month)
            if since <= day <= until:
                yield day
