"""Facts of the frame: the school's calendar, people and their offices, acts on paper.

Days of a calendar period are inclusive on both ends, as a calendar is printed. Every other range is `[since, until)`:
`until` is the first day on which it no longer holds, `None` while it is open. Ids are the caller's own and come back in
findings; persons are ids only, the rules need no names.
"""

from dataclasses import dataclass
from datetime import date

from apps.rulebook.enums import ActKind, Body, Education, PeriodUnit, Purpose, Role

MONDAY_TO_FRIDAY = frozenset({0, 1, 2, 3, 4})


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One quarter, trimester or month of a school year; both days belong to it."""

    id: str
    unit: PeriodUnit
    number: int
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier published form of the year: what was over before it was replaced stays, and a change makes nobody late in the past.

    Attributes:
        end: last day of the year as it stood.
        replaced_on: the day the next form was published.
        close_date, periods: as they stood; left out, they were as they are now.
    """

    id: str
    end: date
    replaced_on: date
    close_date: date | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A school year as it stands on the day of evaluation.

    Attributes:
        end: last day of lessons; `close_date`: the day the year's papers close.
        unit: the school's main unit where it keeps several; `None` takes quarters before trimesters.
        weekdays: working days of the week, Monday is 0.
    """

    id: str
    start: date
    end: date
    close_date: date
    version: int = 1
    periods: tuple[Period, ...] = ()
    unit: PeriodUnit | None = None
    days_off: frozenset[date] = frozenset()
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Unbroken work in the education system; `teaching` marks work as a teacher."""

    id: str
    since: date
    until: date | None = None
    teaching: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What the rules need of a person: education and spells of work."""

    id: str
    education: Education | None = None
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person held an office on these days; an acting one has its powers."""

    id: str
    person: str
    role: Role
    since: date
    until: date | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One deed on paper: an order, a submission, a consent, an approval, a decision of a body.

    Attributes:
        on: the day of the act, never the day it was entered.
        role: the office the paper names; believed without a `person`, else the holding of that day decides.
        body: the deciding body, for decisions of bodies; `sitting`: the sitting where it was taken.
        persons: whom it concerns (members of a council, a chair, a head).
        until: the day it was revoked or replaced.
        number: the paper's number; an empty one is a blank on the paper.
    """

    id: str
    kind: ActKind
    on: date
    purpose: Purpose | None = None
    role: Role | None = None
    person: str | None = None
    body: Body | None = None
    sitting: str | None = None
    persons: frozenset[str] = frozenset()
    until: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A person heads, chairs or keeps the minutes of a body, with the acts that made it so.

    Attributes:
        first_act_on: the first deed in the office, where one is known.
    """

    id: str
    person: str
    since: date
    until: date | None = None
    first_act_on: date | None = None
    acts: tuple[Act, ...] = ()
