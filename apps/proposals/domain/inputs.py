"""What a paper says, as a verb takes it."""

from dataclasses import dataclass
from datetime import date

from apps.people.models import Person
from apps.proposals.enums import Level
from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import ReportForm, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInput:
    """The content of a paper. Fields that its kind has no use for are left aside.

    Attributes:
        person: the teacher, author or candidate.
        used_from: first day a plan or exam material is used.
        contest, contest_name: one of the contests the charters name, or another by its name.
        recipient, form: of a year report.
    """

    title: str
    text: str = ""
    person: Person | None = None
    used_from: date | None = None
    contest: Contest | None = None
    contest_name: str = ""
    level: Level | None = None
    recipient: Role | None = None
    form: ReportForm | None = None
