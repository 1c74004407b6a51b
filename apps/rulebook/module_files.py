"""Loading of charter modules from their files, with errors a jurist can act on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from apps.rulebook.enums import Body, CouncilKind, Role
from apps.rulebook.module import Adoption, Clause, ClauseClass, CopyState, Given, Module, ModuleKind
from apps.rulebook.parameters import PARAMETERS, Combine, Kind, Parameter, ValueProblem, nearest
from apps.rulebook.problems import DataErrors, Problem, did_you_mean, with_hint
from apps.rulebook.text import Text
from apps.rulebook.validation import plain_date, problems_of
from apps.rulebook.yaml_source import Place, Source, read_file

FOLDER = Path(__file__).parent / "modules"
FORMAT = "usul-module/1"

PlainDate = Annotated[date, BeforeValidator(plain_date)]


class Strict(BaseModel):
    """A part of a file; a field nobody knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TextFile(Strict):
    """Words in three languages."""

    ky: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)


class AdoptionFile(Strict):
    """Header and stamp."""

    approved_by: Role | None = None
    approved_on: PlainDate | None = None
    acting: bool = False
    considered_by: Body | None = None
    considered_on: PlainDate | None = None
    adopted_by: Body | None = None
    adopted_on: PlainDate | None = None
    number: str = ""


class LostFile(Strict):
    """A place missing from the copy and the parameters it would have held."""

    place: TextFile
    keys: tuple[str, ...]


class ClauseFile(Strict):
    """One clause."""

    key: str = Field(pattern=r"^[a-z0-9]+(\.[A-Za-z0-9-]+)+$")
    printed: str
    classes: tuple[ClauseClass, ...]
    topics: tuple[str, ...] = ()
    gives: dict[str, Any] = {}
    silent: tuple[str, ...] = ()
    item: str = ""
    absent: bool = False


class ModuleFile(Strict):
    """A module as its file shows it."""

    format: str = Field(pattern=f"^{FORMAT}$")
    module: str = Field(pattern=r"^[A-Z0-9]+$")
    kind: ModuleKind
    copy_state: CopyState = Field(alias="copy")
    title: TextFile
    adoption: AdoptionFile = AdoptionFile()
    council: CouncilKind | None = None
    accompanies: str = ""
    lost: tuple[LostFile, ...] = ()
    clauses: tuple[ClauseFile, ...]
    plan: tuple[ClauseFile, ...] = ()


class WordsFile(Strict):
    """Clause texts and defect notes of one module, by clause key."""

    format: str = Field(pattern="^usul-clause-texts/1$")
    module: str
    texts: dict[str, TextFile]
    defects: dict[str, TextFile] = {}


@cache
def all_modules() -> Mapping[str, Module]:
    """Every module of the product by its code. Read once; a broken file stops the process with `DataErrors`."""
    modules = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        words = FOLDER / "texts" / path.name
        module = load_module(path, words if words.exists() else None)
        modules[module.code] = module
    return modules


def module(code: str) -> Module:
    """One module; `KeyError` names the nearest code."""
    modules = all_modules()
    if code in modules:
        return modules[code]
    message = f"There is no charter module {code!r}. {did_you_mean(nearest(code, modules)).en}"
    raise KeyError(message)


def load_module(path: Path, words: Path | None = None) -> Module:
    """Read one module file and, beside it, the file of its clause texts; `DataErrors` lists all that is wrong."""
    source = read_file(path)
    try:
        shape = ModuleFile.model_validate(source.data)
    except ValidationError as error:
        raise DataErrors(problems_of(error, source, ModuleFile)) from error
    texts, defects = load_words(words, shape) if words is not None else ({}, {})
    return Assembly(source, shape, texts, defects).module()


def load_words(path: Path, shape: ModuleFile) -> tuple[dict[str, Text], dict[str, Text]]:
    """Texts and defect notes; every clause needs its text and every text its clause."""
    source = read_file(path, f"texts/{path.name}")
    try:
        words = WordsFile.model_validate(source.data)
    except ValidationError as error:
        raise DataErrors(problems_of(error, source, WordsFile)) from error
    keys = {clause.key for clause in (*shape.clauses, *shape.plan)}
    found = [
        source.problem("module.unknown_clause", unknown_clause(key, keys), (where, key))
        for where, rows in (("texts", words.texts), ("defects", words.defects))
        for key in rows
        if key not in keys
    ]
    found += [source.problem("module.text_missing", text_missing(key)) for key in sorted(keys - words.texts.keys())]
    if found:
        raise DataErrors(found)
    return (
        {key: Text(row.ky, row.ru, row.en) for key, row in words.texts.items()},
        {key: Text(row.ky, row.ru, row.en) for key, row in words.defects.items()},
    )


class Assembly:
    """Turns a validated file into a `Module`, collecting every problem on the way."""

    def __init__(self, source: Source, shape: ModuleFile, texts: dict[str, Text], defects: dict[str, Text]) -> None:
        self.source = source
        self.shape = shape
        self.texts = texts
        self.defects = defects
        self.problems: list[Problem] = []

    def module(self) -> Module:
        """The module, or `DataErrors` with everything that is wrong."""
        self.repeated_clauses()
        clauses = tuple(self.clauses())
        gives = self.united(clauses)
        lost = self.lost(gives)
        if self.problems:
            raise DataErrors(self.problems)
        shape, adoption = self.shape, self.shape.adoption
        return Module(
            code=shape.module,
            kind=shape.kind,
            copy=shape.copy_state,
            title=Text(shape.title.ky, shape.title.ru, shape.title.en),
            clauses=clauses,
            gives=gives,
            lost=lost,
            adoption=Adoption(**dict(adoption)),
            council=shape.council,
            accompanies=shape.accompanies,
            template=tuple(clause.item for clause in clauses if clause.item),
        )

    def rows(self) -> Iterator[tuple[ClauseFile, Place]]:
        """Clauses of the regulation, then of the plan, with their places in the file."""
        for part in ("clauses", "plan"):
            for number, row in enumerate(getattr(self.shape, part)):
                yield row, (part, number)

    def repeated_clauses(self) -> None:
        """A clause key must name one clause."""
        counts = Counter(row.key for row, _ in self.rows())
        seen = set()
        for row, place in self.rows():
            if counts[row.key] > 1 and row.key in seen:
                self.report("module.duplicate_clause", duplicate_clause(row.key), place)
            seen.add(row.key)

    def clauses(self) -> Iterator[Clause]:
        """Each clause with its values read by their parameters."""
        for ordinal, (row, place) in enumerate(self.rows(), start=1):
            yield Clause(
                key=row.key,
                printed=row.printed,
                ordinal=ordinal,
                part=str(place[0]),
                classes=row.classes,
                topics=row.topics,
                gives=dict(self.values(row, place)),
                silent=tuple(
                    p for number, key in enumerate(row.silent) if (p := self.known(key, (*place, "silent", number)))
                ),
                item=row.item,
                absent=row.absent,
                text=self.texts.get(row.key),
                defect=self.defects.get(row.key),
            )

    def values(self, row: ClauseFile, place: Place) -> Iterator[tuple[Parameter[Any], Any]]:
        """The values one clause gives."""
        for key, raw in row.gives.items():
            here = (*place, "gives", key)
            parameter = self.known(key, here)
            if parameter is None:
                continue
            try:
                yield parameter, parameter.read(raw)
            except ValueProblem as problem:
                self.report(problem.code, problem.text, here)

    def known(self, key: str, place: Place) -> Parameter[Any] | None:
        """The parameter with this key; an unknown or a platform key is reported."""
        parameter = PARAMETERS.get(key)
        if parameter is None or parameter.is_setting:
            self.report("module.unknown_key", unknown_key(key), place)
            return None
        return parameter

    def united(self, clauses: tuple[Clause, ...]) -> dict[Parameter[Any], Given]:
        """One value for each parameter: sets of several clauses add up, anything else must agree."""
        gives: dict[Parameter[Any], Given] = {}
        for clause in clauses:
            for parameter, value in clause.gives.items():
                before = gives.get(parameter)
                if before is None:
                    gives[parameter] = Given(value, (clause,))
                elif parameter.kind in (Kind.CHOICES, Kind.NUMBERS) and parameter.combine is not Combine.EACH:
                    gives[parameter] = Given(before.value | value, (*before.clauses, clause))
                elif before.value == value:
                    gives[parameter] = Given(value, (*before.clauses, clause))
                else:
                    here = next(place for row, place in self.rows() if row.key == clause.key)
                    text = contradiction(parameter, before.clauses[0], clause)
                    self.report("module.contradiction", text, (*here, "gives", parameter.key))
        return gives

    def lost(self, gives: Mapping[Parameter[Any], Given]) -> dict[Parameter[Any], Text]:
        """Lost parameters; one that the copy still gives cannot be lost."""
        lost = {}
        for number, row in enumerate(self.shape.lost):
            for index, key in enumerate(row.keys):
                place: Place = ("lost", number, "keys", index)
                parameter = self.known(key, place)
                if parameter is None:
                    continue
                if parameter in gives:
                    self.report("module.lost_and_given", lost_and_given(parameter), place)
                lost[parameter] = Text(row.place.ky, row.place.ru, row.place.en)
        return lost

    def report(self, code: str, text: Text, place: Place) -> None:
        """Note a problem and go on."""
        self.problems.append(self.source.problem(code, text, place))


def unknown_key(key: str) -> Text:
    """The sentence about a parameter nobody declared."""
    return with_hint(
        Text(f"«{key}» деген параметр жок.", f"Параметра «{key}» нет.", f"There is no parameter {key!r}."),
        did_you_mean(nearest(key, [key for key, parameter in PARAMETERS.items() if not parameter.is_setting])),
    )


def unknown_clause(key: str, known: set[str]) -> Text:
    """The sentence about a text without a clause."""
    return with_hint(
        Text(
            f"Бул модулда «{key}» пункту жок.",
            f"В этом модуле нет пункта «{key}».",
            f"This module has no clause {key!r}.",
        ),
        did_you_mean(nearest(key, known)),
    )


def text_missing(key: str) -> Text:
    """The sentence about a clause without a text."""
    return Text(
        f"«{key}» пунктунун тексти жазылган эмес. Үч тилде жазыңыз.",
        f"У пункта «{key}» нет текста. Напишите его на трёх языках.",
        f"The clause {key!r} has no text. Write it in the three languages.",
    )


def duplicate_clause(key: str) -> Text:
    """The sentence about a key used twice."""
    return Text(
        f"«{key}» пункту эки жолу жазылган. Басылган номери кайталанса да, ачкычы бөлөк болушу керек.",
        f"Пункт «{key}» записан дважды. Даже если номер в тексте повторяется, ключ должен быть своим.",
        f"The clause {key!r} is listed twice. Even where a printed number repeats, its key must be its own.",
    )


def contradiction(parameter: Parameter[Any], first: Clause, second: Clause) -> Text:
    """The sentence about two clauses of one module that disagree."""
    keys = f"{first.key}, {second.key}"
    return Text(
        f"«{parameter.label.ky}» боюнча эки пункт эки башка маани берет: {keys}. Бирин түзөтүңүз.",
        f"По параметру «{parameter.label.ru}» два пункта дают разные значения: {keys}. Исправьте один из них.",
        f"Two clauses give different values of {parameter.key}: {keys}. Correct one of them.",
    )


def lost_and_given(parameter: Parameter[Any]) -> Text:
    """The sentence about a parameter that is both given and lost."""
    return Text(
        f"«{parameter.label.ky}» жоголгон деп да, мааниси бар деп да жазылган. Бирин калтырыңыз.",
        f"Параметр «{parameter.label.ru}» записан и как утраченный, и со значением. Оставьте одно.",
        f"{parameter.key} is listed as lost and also given a value. Keep one of the two.",
    )
