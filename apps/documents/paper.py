"""A paper as blocks of words, before it becomes PDF, DOCX or a page. Nothing of layout, nothing of the database.

Every text is given in the paper's language; a renderer adds none of its own except page numbers.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one hand."""

    text: str
    bold: bool = False
    italic: bool = False


Words = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """Name of the paper, centred; `sub` stands below it in ordinary letters."""

    text: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Heading of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    words: Words
    align: Align = "justify"
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values, one pair a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbered lines; `start` is the first number."""

    items: tuple[Words, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a heading row; `widths` are shares of the line."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A place for a signature: office, name, and the day when it is signed already."""

    office: str
    name: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures below each other."""

    rows: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Lines at the upper right, such as an approval."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A QR square that leads to `url`, with lines beside it."""

    url: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file that is enclosed in a pack; `page` is 0 for a picture. Only a pack has such blocks."""

    name: str
    page: int
    heading: str


Block = Title | Head | Para | Pairs | Listing | Grid | Signatures | Stamp | Square | Break | Sheet


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    Attributes:
        title: for the file's properties and the foot of each page.
        language: ky or ru.
        author: the school, for the file's properties.
        dated: the day the paper speaks for; it also makes the file the same at every rendering.
        mark: a word across the foot such as “draft”; empty for a finished paper.
    """

    title: str
    language: str
    author: str
    dated: date
    blocks: tuple[Block, ...] = field(default=())
    mark: str = ""
