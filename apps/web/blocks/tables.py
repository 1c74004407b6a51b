"""View models of tables and of the matrix of schools and obligations."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from apps.web.blocks.verdicts import Mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column head. `sort_url` leads to the list sorted by it; `sorted` is its direction now; `end` aligns numbers."""

    label: str
    sort_url: str = ""
    sorted: Literal["", "ascending", "descending"] = ""
    end: bool = False
    hide_label: bool = False

    @property
    def icon(self) -> str:
        return {"": "sort", "ascending": "sort-up", "descending": "sort-down"}[self.sorted]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list; an empty `url` is a gap."""

    number: int
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """Previous and next are enough for a cursor; `numbers` and `total` are given where a list is counted."""

    previous_url: str = ""
    next_url: str = ""
    numbers: Sequence[PageLink] = ()
    first: int = 0
    last: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    label: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """Activity and result, each a share from 0 to 100 or None when nothing is known. They are never added up."""

    activity: int | None
    result: int | None


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a figure was computed; `stale` when it is older than the place where it is shown allows."""

    at: datetime
    text: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """An obligation: the label in the head, what the tooltip adds to it (such as a code), the list behind it."""

    label: str
    full: str = ""
    url: str = ""

    @property
    def tooltip(self) -> str:
        return self.full if self.full != self.label else ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A verdict and the page of its argument; without a page the cell is a sign only."""

    mark: Mark
    url: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A school: name, own page, a line below the name, one cell for each column, what stands at the end of the row."""

    label: str
    url: str
    cells: Sequence[MatrixCell]
    sub: str = ""
    twin: Twin | None = None
    fresh: Freshness | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Schools by obligations. ValueError when a row has another number of cells than there are columns.

    `corner` is the head of the first column and `caption` names the whole for a screen reader. `tail` is the head of
    the last column (activity and result, freshness); leave it empty when rows have none.
    """

    corner: str
    caption: str
    columns: Sequence[MatrixColumn]
    rows: Sequence[MatrixRow]
    tail: str = ""
    dense_from: int = field(default=9, kw_only=True)
    tall_from: int = field(default=21, kw_only=True)

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = f"Row {row.label!r} has {len(row.cells)} cells for {len(self.columns)} columns"
                raise ValueError(message)

    @property
    def dense(self) -> bool:
        """With many columns the heads are written upwards."""
        return len(self.columns) >= self.dense_from

    @property
    def tall(self) -> bool:
        """With many rows the matrix scrolls under its own head."""
        return len(self.rows) >= self.tall_from

    @property
    def body(self) -> list[tuple[MatrixRow, list[tuple[MatrixColumn, MatrixCell]]]]:
        return [(row, list(zip(self.columns, row.cells, strict=True))) for row in self.rows]
