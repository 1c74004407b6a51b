"""What verbs of dossiers take."""

from dataclasses import dataclass, field
from datetime import date

from apps.bodies.models import Body
from apps.rulebook.catalogues import CardField, PaperKind


@dataclass(frozen=True, slots=True)
class FileInput:
    """A file as it came in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PaperInput:
    """A paper of the list: where it lies, or the file itself. `item` and `part` are codes of the list."""

    item: str
    filed_on: date
    part: str = ""
    place: str = ""
    recipient: str = ""
    note: str = ""
    file: FileInput | None = None


@dataclass(frozen=True, slots=True)
class CardInput:
    """The whole card. `none_of`: fields whose answer is that there is none."""

    birth_date: date | None = None
    speciality: str = ""
    total_years: int | None = None
    pedagogical_years: int | None = None
    category: str = ""
    awards: str = ""
    title: str = ""
    phone: str = ""
    none_of: frozenset[CardField] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class FolderInput:
    """A folder of a past year. `start_year` is the calendar year in which the academic year began."""

    kind: PaperKind
    start_year: int
    year_end: date
    body: Body | None = None
    place: str = ""
    contents: str = ""
