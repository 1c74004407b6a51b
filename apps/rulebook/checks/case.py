"""What a rule sees: the policy of the day, the readings being tried, the calendar and the indexed facts."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import product
from typing import Any, TypeVar

from apps.rulebook.checks.index import Index
from apps.rulebook.codes import Code
from apps.rulebook.dates import Counting, deadline
from apps.rulebook.enums import DEPUTIES, Role
from apps.rulebook.facts import Act, Calendar, Item, Sitting
from apps.rulebook.parameters import Parameter
from apps.rulebook.parameters.settings import COUNT_FROM, DAY_BASIS, OBB_STANDS_FOR, ROLL_FORWARD
from apps.rulebook.policy import View
from apps.rulebook.revisions import in_order, standing

T = TypeVar("T")
C = TypeVar("C", bound=Code)
MAY_BE_EQUATED = frozenset({Role.HEAD_OF_STUDIES, Role.DEPUTY_OTI})


class Case:
    """One view of the policy applied to one school-year; `readings` overrides settings while a star is sought."""

    __slots__ = ("as_of", "calendar", "closed", "index", "memo", "readings", "values", "view")

    def __init__(self, index: Index, view: View, readings: Mapping[Parameter[Any], Any]) -> None:
        self.index = index
        self.view = view
        self.values = view.values
        self.readings = readings
        self.memo: dict[Any, Any] = {}
        self.as_of = index.as_of
        self.calendar: Calendar = index.calendar
        self.closed = index.closed

    def value(self, parameter: Parameter[T]) -> T:
        """A value the rule's gate has made sure of."""
        value: T | None = self.values.get(parameter)
        if value is None:
            value = self.maybe(parameter)
        if value is None:
            message = f"{parameter.key} was read without a gate."
            raise LookupError(message)
        return value

    def maybe(self, parameter: Parameter[T]) -> T | None:
        """A value that may be silent, lost or in conflict."""
        if parameter in self.values:
            value: T | None = self.values[parameter]
            return value
        return self.view.get(parameter).value

    def setting(self, parameter: Parameter[T]) -> T:
        """The reading being tried, or the one in force; an empty setting comes back as `None`."""
        rows = self.readings if parameter in self.readings else self.values
        if parameter not in rows:
            self.view.get(parameter)
        value: T = rows[parameter]
        return value

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """The result of `work`, done once for each key in this case."""
        if key in self.memo:
            kept: T = self.memo[key]
            return kept
        result = self.memo[key] = work()
        return result

    def shared(self, key: Hashable, work: Callable[[], T]) -> T:
        """The same for what no reading on trial can change: done once for the whole view."""
        return self.index.once((self.view, key), work)

    def roles(self, parameter: Parameter[frozenset[str]]) -> tuple[Role, ...]:
        """The offices a parameter names, in order; empty when it is not given."""
        return self.shared(
            parameter, lambda: tuple(sorted(Role.of(code) for code in self.maybe(parameter) or ()))
        )  # fmt: skip

    def codes(self, parameter: Parameter[frozenset[str]], kind: type[C]) -> frozenset[C]:
        """The codes a parameter names as members of their list."""
        return self.shared(parameter, lambda: frozenset(kind.of(code) for code in self.maybe(parameter) or ()))

    def counting(self) -> Counting:
        """The readings of a deadline."""
        return Counting(
            working=self.setting(DAY_BASIS) == "working_days",
            event_day_counts=self.setting(COUNT_FROM) == "event_day",
            roll_forward=self.setting(ROLL_FORWARD),
        )

    def deadline(self, event: date, days: int) -> date:
        """Last day in time for a duty of `days` days from `event`."""
        return self.once((event, days), lambda: deadline(event, days, self.counting(), self.calendar))

    def limits(self, event: date, days: int) -> tuple[date, date]:
        """Earliest and latest last day in time under all readings of a deadline."""
        return self.shared(("limits", event, days), lambda: limits(event, days, self.calendar))

    def read_alike(self, event: date, days: int) -> bool:
        """True when the day of evaluation is before, or past, the last day in time whatever reading of it is taken."""
        first, last = self.limits(event, days)
        return self.as_of < first or self.as_of >= last

    def after_year_end(self, days: int) -> date:
        """Last day for a duty of `days` days after the year's end.

        A last day that was over before the end was moved stays. Nobody becomes late by a change: a last day that it moves into the past
        is not earlier than the one before the change, or than so many days after the change came out.
        """
        year = self.index.published
        rows = [(self.deadline(row.end, days), row.replaced_on) for row in in_order(year)]
        return standing(rows, self.deadline(year.end, days), lambda day: self.deadline(day, days))

    def open_until(self, limit: date) -> bool:
        """True while the deadline is not reached."""
        return self.as_of < limit

    def acted_as(self, act: Act) -> frozenset[Role]:
        """Offices in which an act was made: by the holding of that day, or as the paper names it."""
        if act.person is None:
            return frozenset() if act.role is None else self.standing_for({act.role})
        return self.standing_for(self.index.roles_on(act.person, act.on))

    def made_by(self, act: Act, wanted: Iterable[str]) -> bool:
        """True when one of the wanted offices made the act; any deputy is met by every deputy."""
        return bool(self.acted_as(act) & offices(frozenset(wanted)))

    def spoken_by(self, item: Item, sitting: Sitting, wanted: Iterable[str]) -> bool:
        """True when the speaker of an item held one of the wanted offices on the day of the sitting."""
        if item.speaker is None or sitting.held_on is None:
            roles = {item.speaker_role} if item.speaker_role else set()
        else:
            roles = set(self.index.roles_on(item.speaker, sitting.held_on))
        return bool(self.standing_for(roles) & offices(frozenset(wanted)))

    def holdings(self, roles: Iterable[Role]) -> list[tuple[date, date]]:
        """Days `[since, until)` on which one of the offices was held; an open holding runs on."""
        wanted = self.standing_for(roles)
        return [
            (row.since, row.until or date.max) for role in wanted for row in self.index.holdings_as.get(role, ())
        ]  # fmt: skip

    def standing_for(self, roles: Iterable[Role]) -> frozenset[Role]:
        """The offices themselves and those the school equates with them."""
        held = frozenset(roles)
        if not held.isdisjoint(MAY_BE_EQUATED) and self.setting(OBB_STANDS_FOR) == Role.DEPUTY_OTI.value:
            held |= MAY_BE_EQUATED
        return held


def limits(event: date, days: int, calendar: Calendar) -> tuple[date, date]:
    """Earliest and latest last day over every way of counting."""
    ways = (Counting(*choice) for choice in product((False, True), repeat=3))
    rows = [deadline(event, days, way, calendar) for way in ways]
    return min(rows), max(rows)


@cache
def offices(wanted: frozenset[str]) -> frozenset[Role]:
    """Wanted codes as offices, with groups spelled out."""
    roles = frozenset(Role.of(code) for code in wanted)
    return roles | DEPUTIES if Role.ANY_DEPUTY in roles else roles
