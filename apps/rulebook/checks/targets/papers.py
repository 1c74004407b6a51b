"""Targets of the rules about papers, the archive and the head of studies."""

from apps.rulebook.checks.base import Target
from apps.rulebook.checks.index import Index, by_id
from apps.rulebook.checks.targets.common import school_records
from apps.rulebook.enums import SubjectKind
from apps.rulebook.facts import HeadOfStudies


def folders(index: Index) -> list[Target]:
    """Archive folders, judged by the charter of the day they were last moved."""
    rows = sorted(index.facts.folders, key=by_id)
    moved = ((row, [day for day in (row.handed_on, row.destroyed_on) if day and day <= index.as_of]) for row in rows)
    found = ((row.id, max(days, default=None), row) for row, days in moved)
    return school_records(index, SubjectKind.FOLDER, found)


def charters(index: Index) -> list[Target]:
    """Charters as papers, those in force by now."""
    rows = sorted((row for row in index.facts.charters if row.in_force_on <= index.as_of), key=by_id)
    return school_records(index, SubjectKind.CHARTER, ((row.id, None, row) for row in rows))


def head_of_studies(index: Index) -> list[Target]:
    """The head of studies' papers; an empty set where none are recorded."""
    record = index.facts.head_of_studies or HeadOfStudies(id=index.facts.id)
    return [Target(index.school, index.year_day, record, index.school)]
