"""Facts arranged for the rules, as they stood at the end of the day of evaluation.

Nothing dated after that day is seen. Every list is sorted, so the order of records never matters.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, TypeVar

from apps.rulebook.dates import add_years, holds
from apps.rulebook.enums import PeriodUnit, Role, SubjectKind
from apps.rulebook.facts import (
    Act,
    Association,
    Calendar,
    Council,
    Holding,
    Period,
    Person,
    SchoolYear,
    Sitting,
    Term,
)
from apps.rulebook.findings import Subject
from apps.rulebook.periods import periods_of
from apps.rulebook.revisions import as_judged, settled_end

T = TypeVar("T")
Body = Association | Council


class Index:
    """One school-year on one day of evaluation."""

    def __init__(self, facts: SchoolYear, calendar: Calendar, as_of: date) -> None:
        self.facts = facts
        self.published = calendar
        self.calendar = calendar = as_judged(calendar)
        self.settled_end = settled_end(self.published)
        self.as_of = as_of
        self.closed = as_of >= calendar.close_date
        self.opened_after = add_years(calendar.close_date, -1)
        self.year_day = max(min(as_of, calendar.end), calendar.start)
        self.school = Subject(SubjectKind.SCHOOL, facts.id)
        self.associations = sorted(facts.associations, key=by_id)
        self.councils = sorted(facts.councils, key=by_id)
        self.people: dict[str, Person] = {person.id: person for person in facts.people}
        self.holdings_of: dict[str, list[Holding]] = defaultdict(list)
        self.holdings_as: dict[Role, list[Holding]] = defaultdict(list)
        for holding in facts.holdings:
            self.holdings_of[holding.person].append(holding)
            self.holdings_as[holding.role].append(holding)
        self._kept: dict[Any, Any] = {}
        self._acts: dict[int, list[Act]] = {}
        self._held: dict[int, list[Sitting]] = {}
        self._in_year: dict[tuple[int, int], list[Sitting]] = {}
        self._present: dict[int, frozenset[str]] = {}
        self._targets: dict[Callable[[Index], list[Any]], list[Any]] = {}

    def targets(self, per: "Callable[[Index], list[Any]]") -> list[Any]:
        """The records one group of rules judges, gathered once."""
        rows = self._targets.get(per)
        if rows is None:
            rows = self._targets[per] = per(self)
        return rows

    def once(self, key: Any, work: Callable[[], T]) -> T:
        """The result of `work`, done once for each key. Records are keyed by identity: they live as long as the index."""
        if key in self._kept:
            kept: T = self._kept[key]
            return kept
        result = self._kept[key] = work()
        return result

    def periods(self, unit: PeriodUnit) -> tuple[Period, ...]:
        """Periods of one unit in order; see `periods_of`."""
        return self.once(unit, lambda: periods_of(self.calendar, unit))

    def held(self, body: Body) -> list[Sitting]:
        """Sittings of a body that were held by now, in order of days."""
        rows = self._held.get(id(body))
        if rows is None:
            rows = [row for row in body.sittings if row.held_on is not None and row.held_on <= self.as_of]
            rows.sort(key=day_and_id)
            self._held[id(body)] = rows
        return rows

    def held_in_year(self, body: Body, preparatory_days: int = 0) -> list[Sitting]:
        """Those inside the school year, and in so many days before it."""
        key = (id(body), preparatory_days)
        rows = self._in_year.get(key)
        if rows is None:
            first, last = self.calendar.start - timedelta(days=preparatory_days), self.calendar.end
            rows = [row for row in self.held(body) if row.held_on and first <= row.held_on <= last]
            self._in_year[key] = rows
        return rows

    def held_until_close(self, body: Body) -> list[Sitting]:
        """Those the year answers for: from its start to its close, summer included."""
        start, close = self.calendar.start, self.calendar.close_date
        return [row for row in self.held(body) if row.held_on and start <= row.held_on <= close]

    def present(self, sitting: Sitting) -> frozenset[str]:
        """Persons recorded as present at a sitting, in whatever quality."""
        people = self._present.get(id(sitting))
        if people is None:
            people = frozenset([row.person for row in sitting.attendance if row.present])
            self._present[id(sitting)] = people
        return people

    def unexcused(self, sitting: Sitting, person: str) -> bool:
        """True when attendance was taken and the person is neither present nor excused."""
        if not sitting.attendance or person in self.present(sitting):
            return False
        return not any(row.excused for row in sitting.attendance if row.person == person)

    def missed_by_council_members(self) -> dict[str, list[Sitting]]:
        """For each member of a council, its sittings of the year where attendance was taken without finding them."""
        return self.once("missed", self._missed_by_council_members)

    def _missed_by_council_members(self) -> dict[str, list[Sitting]]:
        missed: dict[str, list[Sitting]] = defaultdict(list)
        for council in self.councils:
            members = {row.person for row in council.members}
            for sitting in self.held_in_year(council):
                for person in sorted(members - self.present(sitting)):
                    if self.unexcused(sitting, person):
                        missed[person].append(sitting)
        return missed

    def in_year(self, day: date) -> bool:
        """True for a deed of this year: after the close of the year before, up to this year's close."""
        return self.opened_after < day <= self.calendar.close_date

    def ended(self, day: date | None) -> bool:
        """True when a body was dissolved by now in this year; what is dissolved later belongs to another one."""
        return day is not None and day <= self.as_of and self.in_year(day)

    def done(self, day: date | None) -> bool:
        """True when something happened by now."""
        return day is not None and day <= self.as_of

    def acts(self, acts: tuple[Act, ...]) -> list[Act]:
        """Acts made by now, oldest first."""
        kept: list[Act] | None = self._acts.get(id(acts))
        if kept is None:
            kept = [act for act in acts if act.on <= self.as_of]
            if len(kept) > 1:
                kept.sort(key=act_order)
            self._acts[id(acts)] = kept
        return kept

    def roles_on(self, person: str, on: date) -> frozenset[Role]:
        """Offices a person held on a day, acting ones included."""
        return frozenset(
            row.role for row in self.holdings_of.get(person, ()) if holds(row.since, row.until, on)
        )  # fmt: skip

    def term_on(self, terms: Iterable[Term], on: date) -> Term | None:
        """The term in office on a day."""
        rows = [row for row in terms if holds(row.since, row.until, on)]
        return min(rows, key=term_order) if len(rows) > 1 else rows[0] if rows else None

    def members_of_year(self, association: Association) -> list[str]:
        """Persons who were members on some day of the school year up to now."""
        return self.once(("members", id(association)), lambda: self._members_of_year(association))

    def _members_of_year(self, association: Association) -> list[str]:
        start, end = self.calendar.start, min(self.calendar.end, max(self.as_of, self.calendar.start))
        return sorted(
            {row.person for row in association.members if row.since <= end and (row.until is None or row.until > start)}
        )

    def works_on(self, association: Association, on: date) -> bool:
        """True when the association exists on a day; an unknown beginning counts as long ago."""
        created = association.created_on
        return (created is None or created <= on) and (
            association.dissolved_on is None or on < association.dissolved_on
        )


def announced_on(sitting: Sitting, day: date) -> date | None:
    """First announcement of the agenda for this very day; after a postponement only a new one counts."""
    return min((row.on for row in sitting.announcements if row.sitting_on in (None, day)), default=None)


by_id = attrgetter("id")
act_order = attrgetter("on", "id")
term_order = attrgetter("since", "id")
day_and_id = attrgetter("held_on", "id")
