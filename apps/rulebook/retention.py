"""How the terms of keeping papers are counted (S33U 5.8, VARU 5.8): for AR-1 to AR-3, and for whoever hands over or destroys."""

from collections.abc import Collection
from datetime import date

from apps.rulebook.catalogues import PaperKind
from apps.rulebook.dates import add_years


def last_day_in_school(year_end: date, years: int) -> date:
    """Papers of a year that ended on `year_end` leave the school on the day after this one at the earliest."""
    return add_years(year_end, years)


def is_archived(kind: PaperKind, items: Collection[str] | None) -> bool:
    """Whether the charter sends papers of this kind to the archive; `items` are the kinds it names."""
    return kind.value in (items or ())


def last_day_in_archive(year_end: date, handed_on: date, years: int, count_from: str | None) -> date:
    """Last day of the archive's term. `count_from` is the reading: `year_end`, else the day of the hand-over."""
    return add_years(year_end if count_from == "year_end" else handed_on, years)


def is_asked(how: str, *, week_held_alone: bool) -> bool:
    """Whether a paper of the dossier has to be there: `conditional` ones only where a methodical week is held alone (S33U 6.11)."""
    return how == "required" or week_held_alone
