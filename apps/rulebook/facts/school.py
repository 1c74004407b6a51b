"""All facts of one school and one school year: the first argument of `engine.evaluate`."""

from dataclasses import dataclass

from apps.rulebook.facts.activities import Group, Nomination, Programme
from apps.rulebook.facts.bodies import Association, Council
from apps.rulebook.facts.frame import Calendar, Holding, Person
from apps.rulebook.facts.papers import CharterPaper, Folder, HeadOfStudies


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """One school in one year. The order of records never matters.

    Attributes:
        calendar: `None` when the school has not published the year; every rule then answers `CFG`.
    """

    id: str
    calendar: Calendar | None = None
    people: tuple[Person, ...] = ()
    holdings: tuple[Holding, ...] = ()
    associations: tuple[Association, ...] = ()
    councils: tuple[Council, ...] = ()
    groups: tuple[Group, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    programmes: tuple[Programme, ...] = ()
    folders: tuple[Folder, ...] = ()
    charters: tuple[CharterPaper, ...] = ()
    head_of_studies: HeadOfStudies | None = None
