"""A charter module: one regulation of the source documents, with every clause and every value it gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from apps.rulebook.codes import Code
from apps.rulebook.enums import Body, CouncilKind, Role
from apps.rulebook.parameters import Parameter
from apps.rulebook.text import Text


def tidy(number: str) -> str:
    """`7.5` for `7 .5.`: what the eye reads, whatever the print did to it."""
    return re.sub(r"\s*\.\s*", ".", number.strip()).rstrip(".")


class ModuleKind(Code):
    """What a module regulates."""

    ASSOCIATION_CHARTER = (
        "association_charter",
        "усулдук бирикме жөнүндө жобо",
        "положение о методическом объединении",
        "association charter",
    )
    COUNCIL_CHARTER = "council_charter", "усулдук кеңеш жөнүндө жобо", "положение о совете", "council charter"
    HEAD_DUTIES = "head_duties", "жетекчинин милдеттери", "обязанности руководителя", "duties of the head"
    REGISTER = "register", "тизме", "перечень", "register"


class CopyState(Code):
    """State of the copy the module was read from."""

    COMPLETE = "complete", "толук", "полная", "complete"
    DAMAGED = "damaged", "бузулган тамгалар менен", "с повреждённым текстом", "damaged but whole"
    FRAGMENT = "fragment", "үзүндү", "фрагмент", "fragment"


class ClauseClass(Code):
    """Sort of a clause."""

    A = "a", "эсептелүүчү маани", "параметр", "typed parameter"
    B = "b", "милдет", "обязанность", "obligation"
    C = "c", "укук жана ыйгарым", "право и полномочие", "eligibility, permission or competence"
    D = "d", "кагаз", "документ", "document or register"
    E = "e", "баяндоочу текст", "описательный текст", "descriptive text"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause or sub-item.

    Attributes:
        key: stable name, unique over all modules; numbers of the print repeat and are missing, keys do not.
        printed: the number as the paper shows it; empty where it shows none.
        ordinal: place in the document, from 1.
        part: `clauses` of the regulation or `plan` of the work plan behind it.
        item: template key of a work-plan line (`wp.*`).
        absent: a gap in the copy or in the numbering stands here.
        topics: content keys without a typed value.
        silent: parameters this clause would be the place for and leaves open.
    """

    key: str
    printed: str
    ordinal: int
    part: str
    classes: tuple[ClauseClass, ...]
    topics: tuple[str, ...] = ()
    gives: Mapping[Parameter[Any], Any] = field(default_factory=dict)
    silent: tuple[Parameter[Any], ...] = ()
    item: str = ""
    absent: bool = False
    text: Text | None = None
    defect: Text | None = None

    @property
    def number(self) -> str:
        """The number as it is cited: tidied, and whole where the print has lost its beginning (`7.7` for the MK's `.7.`)."""
        number = tidy(self.printed)
        if not number.startswith("."):
            return number
        main, _dash, item = self.key.partition(".")[2].partition("-")
        return f"{main} ({item})" if item else main


@dataclass(frozen=True, slots=True)
class Given:
    """A value a module gives and the clauses it stands in."""

    value: Any
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """What the header and the stamp of the document say of its adoption; empty fields are blanks on the paper."""

    approved_by: Role | None = None
    approved_on: date | None = None
    acting: bool = False
    considered_by: Body | None = None
    considered_on: date | None = None
    adopted_by: Body | None = None
    adopted_on: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """One regulation. `gives` and `lost` together say everything; a parameter in neither is `SILENT`.

    Attributes:
        council: which council it is the charter of.
        accompanies: the module it comes with, for registers.
        lost: parameters whose place is missing from the copy, with the place in words.
        template: template keys of its work plan, in order; empty when it has none.
    """

    code: str
    kind: ModuleKind
    copy: CopyState
    title: Text
    clauses: tuple[Clause, ...]
    gives: Mapping[Parameter[Any], Given]
    lost: Mapping[Parameter[Any], Text]
    adoption: Adoption = Adoption()
    council: CouncilKind | None = None
    accompanies: str = ""
    template: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<module {self.code}>"

    def clause(self, key: str) -> Clause:
        """The clause with this key; `KeyError` when there is none."""
        for clause in self.clauses:
            if clause.key == key:
                return clause
        raise KeyError(key)
