"""Taking the staff in from a sheet: read, shown to a person, then added. Nothing is stored before the person has seen it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.db import transaction
from openpyxl import load_workbook

from apps.core.actor import Actor, require
from apps.core.permissions import Permission
from apps.documents.enums import FileKind
from apps.documents.sniffing import checked_kind, checked_name
from apps.people import errors
from apps.people.domain.staff import add_person, add_spell, change_person
from apps.people.enums import IntakeState, Subject
from apps.people.models import Person
from apps.rulebook.enums import Education

MOST_ROWS = 500
LOOKED_THROUGH = 20
# heads of columns as schools write them, folded
HEADS: dict[str, tuple[str, ...]] = {
    "family_name": ("фамилия", "фамилиясы", "тек", "family name", "surname"),
    "given_name": ("аты", "имя", "given name", "name"),
    "patronymic": ("атасынын аты", "отчество", "patronymic"),
    "education": ("билими", "образование", "education"),
    "subjects": ("предмет", "предмети", "предметтер", "предметы", "сабагы", "subject", "subjects"),
    "joined_on": ("келген кун", "кабыл алынган", "дата приема", "принят", "joined on", "joined"),
    "since": ("стаж башталган", "стаж", "стаж с", "service since"),
}
# how a level is written in short, folded
BEGINNINGS = (("жогорку", "higher"), ("высшее", "higher"), ("орто", "vocational"), ("среднее", "vocational"))
LOOK_ALIKES = str.maketrans("өүңёaceopxykmth", "оунеасеорхукмтн")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the sheet as it was understood.

    Attributes:
        number: of the line in the sheet.
        notes: what was not understood; the line is taken in without it, unless `state` says that it cannot be.
    """

    number: int
    state: IntakeState
    family_name: str
    given_name: str
    patronymic: str = ""
    education: str = ""
    subjects: tuple[str, ...] = ()
    joined_on: str = ""
    since: str = ""
    notes: tuple[str, ...] = field(default=())


def read_sheet(*, by: Actor, name: str, content: bytes) -> list[Row]:
    """Read the first sheet of an XLSX file: a line of heads, then a person a line. Stores nothing.

    Raises:
        Fault: not permitted, no XLSX file or a dangerous one, no heads, no or too many lines.
    """
    require(by, Permission.PERSON_EDIT)
    if checked_kind(checked_name(name), content) is not FileKind.XLSX:
        raise errors.NOT_A_SHEET(field="file", name=name)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        lines = [
            list(line) for line in book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + LOOKED_THROUGH)
        ]
    except (ValueError, KeyError, IndexError, TypeError, OSError):
        raise errors.NOT_A_SHEET(field="file", name=name) from None
    place, heads = _heads(lines)
    found = [
        (number, line)
        for number, line in enumerate(lines[place + 1 :], start=place + 2)
        if any(_text(cell) for cell in line)
    ]
    if not found:
        raise errors.SHEET_EMPTY(field="file")
    if len(found) > MOST_ROWS:
        raise errors.SHEET_TOO_LONG(field="file", limit=MOST_ROWS)
    known = {_key(person.family_name, person.given_name, person.patronymic) for person in Person.objects.all()}
    rows: list[Row] = []
    for number, line in found:
        row = _row(number, {head: line[at] for head, at in heads.items() if at < len(line)}, known)
        known.add(_key(row.family_name, row.given_name, row.patronymic))
        rows.append(row)
    return rows


@transaction.atomic
def take_in(*, by: Actor, rows: Iterable[Row]) -> int:
    """Add the new people of a sheet and complete those on record; returns how many were added. All of it or nothing.

    Raises:
        Fault: not permitted.
    """
    require(by, Permission.PERSON_EDIT)
    known = {_key(person.family_name, person.given_name, person.patronymic): person for person in Person.objects.all()}
    added = 0
    for row in rows:
        if row.state is IntakeState.UNUSABLE:
            continue
        values = _values(row)
        person = known.get(_key(row.family_name, row.given_name, row.patronymic))
        if person is None:
            person = add_person(by=by, **values)
            if row.since:
                add_spell(by=by, person=person, valid_from=date.fromisoformat(row.since))
            known[_key(row.family_name, row.given_name, row.patronymic)] = person
            added += 1
        elif row.state is IntakeState.COMPLETES:
            change_person(by=by, person=person, **_completed(person, values))
    return added


def _values(row: Row) -> dict[str, Any]:
    return {
        "family_name": row.family_name,
        "given_name": row.given_name,
        "patronymic": row.patronymic,
        "education": Education.of(row.education) if row.education else None,
        "subjects": row.subjects,
        "joined_on": date.fromisoformat(row.joined_on) if row.joined_on else None,
    }


def _completed(person: Person, values: dict[str, Any]) -> dict[str, Any]:
    """What is on record stays; what was empty is filled in."""
    kept = {name: getattr(person, name) or values[name] for name in values}
    return kept | {"subjects": person.subjects or values["subjects"]}


def _heads(lines: list[list[Any]]) -> tuple[int, dict[str, int]]:
    """The line of heads and the place of each known column."""
    for place, line in enumerate(lines[:LOOKED_THROUGH]):
        folded = [_folded(_text(cell)) for cell in line]
        found = {
            name: folded.index(next(head for head in heads if head in folded))
            for name, heads in ((name, tuple(_folded(head) for head in heads)) for name, heads in HEADS.items())
            if any(head in folded for head in heads)
        }
        if "family_name" in found and "given_name" in found:
            return place, found
    raise errors.NO_HEADS(field="file")


def _row(number: int, cells: dict[str, Any], known: set[str]) -> Row:
    notes: list[str] = []
    family, given, patronymic = (_text(cells.get(name)) for name in ("family_name", "given_name", "patronymic"))
    education, subjects = _education(_text(cells.get("education")), notes), _subjects(cells, notes)
    joined, since = (_day(cells.get(name), notes) for name in ("joined_on", "since"))
    state = IntakeState.NEW
    if not family or not given or max(len(family), len(given), len(patronymic)) > 80:
        state = IntakeState.UNUSABLE
    elif _key(family, given, patronymic) in known:
        state = IntakeState.COMPLETES if education or subjects or joined else IntakeState.KNOWN
    return Row(number, state, family, given, patronymic, education, subjects, joined, since, tuple(notes))


def _education(text: str, notes: list[str]) -> str:
    folded = _folded(text)
    if not folded:
        return ""
    for level in Education:
        if folded in (level.value, *(_folded(level.label.in_(code)) for code in ("ky", "ru", "en"))):
            return level.value
    for start, code in BEGINNINGS:
        if folded.startswith(start):
            return code
    notes.append(text)
    return ""


def _subjects(cells: dict[str, Any], notes: list[str]) -> tuple[str, ...]:
    words = [part.strip() for part in _text(cells.get("subjects")).replace(";", ",").split(",") if part.strip()]
    names = {_folded(one.label.in_(code)): one.value for one in Subject for code in ("ky", "ru", "en")}
    found = []
    for word in words:
        code = names.get(_folded(word)) or next(
            (code for name, code in names.items() if name.startswith(_folded(word))), ""
        )
        if code:
            found.append(code)
        else:
            notes.append(word)
    return tuple(dict.fromkeys(found))


def _day(cell: Any, notes: list[str]) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    text = _text(cell)
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return f"{datetime.strptime(text, form):%Y-%m-%d}"  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    if text:
        notes.append(text)
    return ""


def _text(cell: Any) -> str:
    return " ".join(str(cell).replace("\x00", "").split()) if cell is not None else ""


def _folded(text: str) -> str:
    return text.lower().translate(LOOK_ALIKES).strip(" .:*")


def _key(family: str, given: str, patronymic: str) -> str:
    return "|".join(_folded(part) for part in (family, given, patronymic))
