"""Tables as XLSX, exactly as they stand on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table for a sheet of its own.

    Attributes:
        name: of the sheet; cut to what the format allows.
        notes: lines above the table, such as the filters it was made with.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    notes: Sequence[str] = ()


def xlsx(*tables: Table, made: datetime, author: str) -> bytes:
    """The tables as one workbook. Texts stay texts: what looks like a formula or an address is not made into one."""
    target = BytesIO()
    book = Workbook(
        target,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"author": author, "created": made.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.name))
        for number, note in enumerate(table.notes):
            sheet.write_string(number, 0, note)
        top = len(table.notes) + (1 if table.notes else 0)
        widths = [len(name) for name in table.columns]
        for place, name in enumerate(table.columns):
            sheet.write_string(top, place, name, head)
        for number, row in enumerate(table.rows, start=top + 1):
            for place, value in enumerate(row):
                widths[place] = max(widths[place], min(len(str(value or "")), 60))
                if isinstance(value, date):
                    sheet.write_datetime(number, place, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
                elif isinstance(value, int | float):
                    sheet.write_number(number, place, value, plain)
                else:
                    sheet.write_string(number, place, value or "", plain)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width + 2, 60))
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    book.close()
    return target.getvalue()


def _sheet_name(name: str) -> str:
    clean = "".join(letter for letter in name if letter not in "[]:*?/\\'")
    return clean[:31] or "1"
