"""Two or more sets of rules side by side: value by value, and clause by clause by what the clauses are about, never by their numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from apps.rulebook.enums import Layer, State
from apps.rulebook.module import Clause, Module
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.policy import View

Side = Mapping[str, "Said"]
NOTHING: Side = MappingProxyType({})
# the columns of the matrix; the register of the head of studies stands with the charter it comes with
COLUMNS: tuple[tuple[str, ...], ...] = (("S33U", "S33H"), ("S33C",), ("VARU",), ("ABDH",), ("MK",), ("IMK",))


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says of one parameter.

    Attributes:
        state: `VALUE` or `OWN` with a value; `SILENT`, `LOST`, `CONFLICT` and `MISSING` are four kinds of none.
        places: where it stands: module and printed number, or the act of another layer.
    """

    state: State
    value: Any = None
    places: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """True when there is a value."""
        return self.state in (State.VALUE, State.OWN)

    def agrees(self, other: "Said") -> bool:
        """Whether two sides come to the same; a value of one's own may agree with a document's."""
        if self.given and other.given:
            return bool(self.value == other.value)
        return self.state is other.state


@dataclass(frozen=True, slots=True)
class Row:
    """One parameter over all sides."""

    parameter: Parameter[Any]
    cells: tuple[Said, ...]

    @property
    def differs(self) -> bool:
        """Whether any side departs from the first."""
        return any(not cell.agrees(self.cells[0]) for cell in self.cells[1:])

    @property
    def regulated(self) -> bool:
        """Whether any side gives a value or has lost its place."""
        return any(cell.given or cell.state is State.LOST for cell in self.cells)


def side_of_modules(codes: Iterable[str]) -> dict[str, Said]:
    """What the first of these modules that speaks of a parameter says of it."""
    modules = [all_modules()[code] for code in codes]
    return {key: said_by(modules, parameter) for key, parameter in PARAMETERS.items() if not parameter.is_setting}


def said_by(modules: Iterable[Module], parameter: Parameter[Any]) -> Said:
    """The value with its clauses, or why there is none."""
    rows = list(modules)
    for module in rows:
        given = module.gives.get(parameter)
        if given is not None:
            places = tuple(f"{module.code} {clause.number}".strip() for clause in given.clauses)
            return Said(State.VALUE, given.value, places)
    lost = any(parameter in module.lost for module in rows)
    return Said(State.LOST if lost else State.SILENT)


def side_of_view(view: View) -> dict[str, Said]:
    """What a school's rules say on a day, for one of its bodies."""
    found = {}
    for key, parameter in PARAMETERS.items():
        answer = view.get(parameter)
        places = tuple(
            f"{source.module} {source.printed}".strip() if source.module else source.act or source.printed
            for source in answer.sources
            if source.layer is not Layer.PLATFORM
        )
        found[key] = Said(answer.state, answer.value, tuple(place for place in places if place))
    return found


def side_of_data(values: Mapping[str, list[Any]]) -> dict[str, Said]:
    """What a school told of its rules: `{key: [state, value, layer, module, clause, act]}`; parameters unknown today are left out."""
    found = {}
    for key, (state, value, _layer, module, clause, act) in values.items():
        parameter = PARAMETERS.get(key)
        if parameter is None:
            continue
        place = f"{module} {clause}".strip() if module else act
        found[key] = Said(State.of(state), None if value is None else parameter.read(value), (place,) if place else ())
    return found


def rows_of(sides: Iterable[Side]) -> list[Row]:
    """Every parameter that all sides speak of, in the order of the chapters."""
    given = list(sides)
    return [
        Row(parameter, tuple(side[key] for side in given))
        for key, parameter in PARAMETERS.items()
        if all(key in side for side in given)
    ]


def matrix() -> list[Row]:
    """The differences matrix: every parameter some regulation speaks of, over all of them."""
    return [row for row in rows_of(side_of_modules(codes) for codes in COLUMNS) if row.regulated]


# --- clause by clause ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Worded:
    """A clause as one side has it.

    Attributes:
        text: words by language.
        about: what it is about; see `contents`.
        own: the words are the school's own, in place of the regulation's or beside them.
        left_out: the school does not take the clause over; the words are the regulation's.
        instead: what holds in place of a value the clause gives, by what it is about; see `overruled`.
    """

    module: str
    key: str
    number: str
    text: Mapping[str, str]
    about: tuple[str, ...]
    own: bool = False
    left_out: bool = False
    instead: Mapping[str, Said] = field(default_factory=dict)

    def in_(self, language: str) -> str:
        """The words in a language, or in whatever language there are any."""
        return self.text.get(language) or next(filter(None, self.text.values()), "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Clauses of two sides about the same thing; an empty side says nothing of it."""

    about: str
    left: tuple[Worded, ...]
    right: tuple[Worded, ...]


def pairs(left: Iterable[Worded], right: Iterable[Worded]) -> list[Pair]:
    """Clauses of both sides by what they are about, in the order of the left one, then what only the right one has."""
    first, second = by_content(left), by_content(right)
    return [Pair(about, first.get(about, ()), second.get(about, ())) for about in dict.fromkeys((*first, *second))]


def by_content(clauses: Iterable[Worded]) -> dict[str, tuple[Worded, ...]]:
    """Clauses by content key: the parameter, the topic or the line of the work plan they stand for."""
    found: dict[str, tuple[Worded, ...]] = {}
    for clause in clauses:
        for about in clause.about:
            found[about] = (*found.get(about, ()), clause)
    return found


def overruled(module: Module, clause: Clause, rules: Mapping[str, Side]) -> dict[str, Said]:
    """Values a clause gives where another one holds, or none is settled: a conflict was decided, a frame or the school says otherwise.

    Args:
        rules: what holds, by kind of council; `""` for associations and the school.
    """
    own = rules.get(module.council.value if module.council else "", NOTHING)
    found = {}
    for parameter in clause.gives:
        given = module.gives.get(parameter)
        answers = [side[parameter.key] for side in (own, *rules.values()) if parameter.key in side]
        if given is None or any(said.given and said.value == given.value for said in answers):
            continue
        settled = (said for said in answers if said.given or said.state is State.CONFLICT)
        unsaid = own.get(parameter.key)
        said = next(settled, unsaid if unsaid and unsaid.state is State.SILENT else None)
        if said is not None:
            found[parameter.key] = said
    return found


def contents(clause: Clause) -> Iterator[str]:
    """What a clause is about; one that is about nothing that has a name stands under its own key."""
    named = [*(parameter.key for parameter in clause.gives), *clause.topics, *([clause.item] if clause.item else [])]
    yield from named or [clause.key]
