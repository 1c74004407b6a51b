"""A district's list of schools: read from text or a file, looked through row by row, and set up together or not at all."""

import csv
import io
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from apps.core.actor import Actor, require
from apps.core.errors import Fault
from apps.core.permissions import Permission
from apps.documents.enums import FileKind
from apps.documents.sniffing import checked_kind, checked_name
from usul.control import errors
from usul.control.domain.schools import Names, SchoolInput, names_in_use, request_school
from usul.control.models import Job
from usul.control.validators import free_slug

LONGEST_LIST = 300
LARGEST_FILE = 1_000_000  # bytes
DELIMITERS = "\t;,"
COLUMNS = ("name_ky", "slug", "name_ru", "name_en")
# words in the first row by which a column is known, in small letters
HEADS = {
    "name_ky": {"аталышы", "мектеп", "мектептин аталышы", "кыргызча", "школа", "school", "name", "name_ky", "ky"},
    "slug": {"дарек", "дареги", "адрес", "address", "slug"},
    "name_ru": {"орусча", "название", "по-русски", "русский", "name_ru", "ru"},
    "name_en": {"англисче", "по-английски", "in english", "english", "name_en", "en"},
}
Cells = tuple[int, list[str]]  # number of the line, its cells


@dataclass(frozen=True, slots=True)
class Row:
    """One school of a list, as it would be set up.

    Attributes:
        number: of its line, counted from 1.
        faults: why it cannot be set up; empty when it can.
        own_slug: the list gave the address itself; otherwise it was made from the name.
    """

    number: int
    name_ky: str
    slug: str
    name_ru: str = ""
    name_en: str = ""
    faults: tuple[Fault, ...] = ()
    own_slug: bool = True

    @property
    def as_line(self) -> str:
        """The row as a line that `read_text` understands."""
        return "\t".join((self.name_ky, self.slug, self.name_ru, self.name_en)).rstrip()


def read_text(text: str) -> list[Cells]:
    """Lines of a pasted table or a CSV file; columns by tabulator, semicolon or comma, whichever comes first in the text.

    Raises:
        Fault: nothing in it, too many lines, or quotes that do not close.
    """
    delimiter = next((one for one in DELIMITERS if one in text), "\t")
    try:
        found = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=delimiter != "\t"))
    except csv.Error as error:
        raise errors.LIST_UNREADABLE(field="text", detail=str(error)) from None
    return _filled(found)


def read_file(name: str, content: bytes) -> list[Cells]:
    """Rows of a CSV or XLSX file, of its first sheet.

    Raises:
        Fault: the file is too large, of another kind, damaged, empty, or has too many rows.
    """
    name = checked_name(name)
    if len(content) > LARGEST_FILE:
        raise errors.LIST_TOO_LARGE(field="file", limit=LARGEST_FILE // 1_000_000)
    if content.startswith(b"PK") or name.lower().endswith(".xlsx"):
        if checked_kind(name, content) is not FileKind.XLSX:
            raise errors.LIST_UNREADABLE(field="file", detail=name)
        return _filled(_sheet(name, content))
    return read_text(_decoded(name, content))


def _decoded(name: str, content: bytes) -> str:
    if b"\x00" in content:
        raise errors.LIST_UNREADABLE(field="file", detail=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def _sheet(name: str, content: bytes) -> Iterator[list[str]]:
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(max_row=LONGEST_LIST + 2, max_col=len(COLUMNS), values_only=True):
            yield ["" if value is None else str(value) for value in row]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError):
        raise errors.LIST_UNREADABLE(field="file", detail=name) from None


def _filled(rows: Iterable[list[str]]) -> list[Cells]:
    cells = [
        (number, [" ".join(cell.replace("\x00", "").split()) for cell in row])
        for number, row in enumerate(rows, start=1)
    ]
    filled = [(number, row) for number, row in cells if any(row)]
    if not filled:
        raise errors.LIST_EMPTY(field="text")
    if len(filled) > LONGEST_LIST + 1:
        raise errors.LIST_TOO_LONG(field="text", limit=LONGEST_LIST)
    return filled


def look_through(lines: Iterable[Cells]) -> list[Row]:
    """What each line would become, with its faults. Three queries, however long the list. Runs in the public scope."""
    lines = list(lines)
    columns = _columns(lines[0][1])
    if columns is None:
        columns = list(COLUMNS)
    else:
        lines = lines[1:]
    if not lines:
        raise errors.LIST_EMPTY(field="text")
    names = names_in_use()
    rows: list[Row] = []
    for number, cells in lines:
        row = _row(number, dict(zip(columns, cells, strict=False)), names)
        rows.append(row)
        names = replace(names, taken=names.taken | {row.slug})
    return rows


def _columns(first: list[str]) -> list[str] | None:
    """The columns that the first row names; None when it is a school already."""
    known = [next((key for key, words in HEADS.items() if cell.lower() in words), "") for cell in first]
    return known if "name_ky" in known and len(set(known) - {""}) == len([one for one in known if one]) else None


def _row(number: int, values: dict[str, str], names: Names) -> Row:
    name, slug = values.get("name_ky", ""), values.get("slug", "")
    row = Row(
        number,
        name,
        slug or (free_slug(name, names.taken) if name else ""),
        values.get("name_ru", ""),
        values.get("name_en", ""),
        own_slug=bool(slug),
    )
    faults = []
    if not name:
        faults.append(errors.NAME_MISSING(field="name_ky"))
    for field in ("name_ky", "name_ru", "name_en"):
        if len(values.get(field, "")) > SchoolInput.LONGEST_NAME:
            faults.append(errors.NAME_TOO_LONG(field=field, limit=SchoolInput.LONGEST_NAME))
    if row.slug:
        try:
            names.check(row.slug)
        except Fault as fault:
            faults.append(fault)
    return replace(row, faults=tuple(faults))


@transaction.atomic
def request_listed(
    *, by: Actor, district_id: uuid.UUID, rows: Iterable[Row], now: datetime
) -> tuple[uuid.UUID, list[Job]]:
    """Enter every faultless row into the directory, as one batch; returns the batch and its jobs. Rows with faults are left out.

    All of them or none: whatever has been taken meanwhile is told before anything is stored. Runs in the public scope.

    Raises:
        Fault: not permitted, no row is without fault, or a name was taken in the meantime.
    """
    require(by, Permission.SCHOOL_ONBOARD)
    good = [row for row in rows if not row.faults]
    if not good:
        raise errors.LIST_WITHOUT_GOOD(field="text")
    batch, names = uuid.uuid4(), names_in_use()
    jobs = []
    for row in good:
        wanted = SchoolInput(district_id, row.slug, row.name_ky, row.name_ru, row.name_en)
        jobs.append(request_school(by=by, school=wanted, now=now, batch=batch, names=names))
    return batch, jobs
