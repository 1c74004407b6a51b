"""The clauses of a version as its documents show them: the modules' own words, the school's changes, its own clauses between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from apps.charters.models import PolicyProfile
from apps.rulebook.module import Clause, Module
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters.base import Parameter
from apps.rulebook.policy import CharterVersion

LANGUAGES = ("ky", "ru", "en")
IN_DOCUMENT = "clauses"
# header, title and stamp of a source document tell of its own adoption; a school's document bears its own
OF_THE_COPY = frozenset({"header", "title", "stamp"})


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of a document of the school.

    Attributes:
        key: of the module's clause, or the id of the school's own.
        number: as the document prints it.
        text: words by language; a language nobody has written it in is missing.
        changed: the school has written other words than its module.
        left_out: the school does not take this clause over.
        clause: the module's clause; None for one of the school's own, which stands behind `after`.
    """

    key: str
    module: str
    number: str
    text: dict[str, str]
    changed: bool = False
    left_out: bool = False
    clause: Clause | None = None
    after: str = ""

    def in_(self, language: str) -> str:
        """The words in a language; empty where nobody has written them."""
        return self.text.get(language, "")

    @property
    def is_own(self) -> bool:
        """A clause no module has."""
        return self.clause is None


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """One document of a version with its clauses in order, those left out included."""

    module: Module
    lines: tuple[ClauseLine, ...]


def documents_of(profile: PolicyProfile, modules: Sequence[str]) -> list[DocumentLines]:
    """The documents of a version. No query; `modules` are its codes in order."""
    found = []
    for code in modules:
        module = all_modules()[code]
        printed = [clause for clause in module.clauses if clause.part == IN_DOCUMENT and not is_of_the_copy(clause)]
        found.append(DocumentLines(module, tuple(lines_of(module, printed, profile.clauses, profile.own_clauses))))
    return found


def line_of(profile: PolicyProfile, modules: Sequence[str], key: str) -> ClauseLine | None:
    """The clause with this key; None when the version has none."""
    lines = (line for document in documents_of(profile, modules) for line in document.lines)
    return next((line for line in lines if line.key == key), None)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A value of the school's own beside a clause that still says what the module says."""

    parameter: Parameter[Any]
    line: ClauseLine


def unsaid(profile: PolicyProfile, version: CharterVersion) -> list[Unsaid]:
    """Values that were changed while the words of their clause were not, in the order of the documents. No query.

    Whoever reads the printed charter would find another rule than the one that is judged by.
    """
    documents = documents_of(profile, [use.module.code for use in version.modules])
    return [
        Unsaid(row.parameter, line)
        for document in documents
        for line in document.lines
        if line.clause is not None and not line.changed and not line.left_out
        for row in version.own
        if row.council in (None, document.module.council)
        and row.parameter in line.clause.gives
        and line.clause.gives[row.parameter] != row.value
    ]


def is_of_the_copy(clause: Clause) -> bool:
    """The clause is about the document it was read from, not about the school."""
    return clause.key.rpartition(".")[2].partition("-")[0] in OF_THE_COPY


def given_words(clause: Clause) -> dict[str, str]:
    """What the module says, by language."""
    return {code: clause.text.in_(code) for code in LANGUAGES} if clause.text else {}


def lines_of(
    module: Module, clauses: Iterable[Clause], said: Mapping[str, Any], own_clauses: Iterable[Mapping[str, Any]]
) -> Iterator[ClauseLine]:
    """Clauses of a module as a school has them, those left out included; its own behind those they follow, the rest at the end.

    Args:
        said, own_clauses: the two parts of the school's own words; see `PolicyProfile`.
    """
    own = [row for row in own_clauses if row["module"] == module.code]
    present = [clause for clause in clauses if not clause.absent]
    for clause in present:
        row = said.get(clause.key, {})
        words = row.get("text", {})
        yield ClauseLine(
            key=clause.key,
            module=module.code,
            number=clause.number,
            text={**given_words(clause), **words},
            changed=bool(words),
            left_out=bool(row.get("left_out")),
            clause=clause,
        )
        yield from (_own_line(row) for row in own if row["after"] == clause.key)
    keys = {clause.key for clause in present}
    yield from (_own_line(row) for row in own if row["after"] not in keys)


def _own_line(row: Mapping[str, Any]) -> ClauseLine:
    return ClauseLine(
        key=row["id"],
        module=row["module"],
        number=row["number"],
        text=row["text"],
        changed=True,
        after=row["after"],
    )
