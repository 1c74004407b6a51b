"""From a scenario file to facts, policies and expectations, with every error at its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, ValidationError

from apps.rulebook.checks import RULES
from apps.rulebook.facts import Calendar, SchoolYear
from apps.rulebook.module_files import all_modules
from apps.rulebook.parameters import PARAMETERS, Parameter, ValueProblem, nearest
from apps.rulebook.periods import calendar_problems
from apps.rulebook.policy import CharterVersion, FrameValue, ModuleUse, OwnValue, Policy, Source, Winner
from apps.rulebook.problems import DataErrors, Problem, did_you_mean, with_hint
from apps.rulebook.scenarios.shapes import (
    CaseShape,
    FrameShape,
    ProfileShape,
    ScenarioShape,
    VersionShape,
    calendar_shape,
    is_record,
    is_records,
    record_fields,
    records_shape,
)
from apps.rulebook.text import Text
from apps.rulebook.validation import problems_of, sentence
from apps.rulebook.yaml_source import Place, read_bytes, read_file
from apps.rulebook.yaml_source import Source as FileSource

LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one case expects of one check under one profile."""

    check: str
    subject: str
    profile: str
    expected: str
    line: int


@dataclass(frozen=True, slots=True)
class Case:
    """One variation, ready to be evaluated."""

    name: str
    title: str
    as_of: date
    facts: SchoolYear
    policies: Mapping[str, Policy]
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario file as read."""

    file: str
    name: str
    title: str
    cases: tuple[Case, ...]


def read_scenario(path: Path) -> Scenario:
    """Read one file; `DataErrors` lists everything wrong with it."""
    return Reading(read_file(path)).scenario()


def scenario_of(raw: bytes, name: str = "scenario.yaml") -> Scenario:
    """Read the content of a file."""
    return Reading(read_bytes(raw, name)).scenario()


class Reading:
    """One pass over one file, collecting problems."""

    def __init__(self, source: FileSource) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def scenario(self) -> Scenario:
        """The scenario, or `DataErrors`."""
        try:
            shape = ScenarioShape.model_validate(self.source.data)
        except ValidationError as error:
            raise DataErrors(problems_of(error, self.source, ScenarioShape)) from error
        frame = tuple(self.frame(shape))
        cases = [self.case(shape, name, row, frame) for name, row in shape.cases.items()]
        if self.problems:
            raise DataErrors(dict.fromkeys(self.problems))
        return Scenario(self.source.name, shape.scenario, shape.title, tuple(row for row in cases if row is not None))

    def case(self, shape: ScenarioShape, name: str, row: CaseShape, frame: tuple[FrameValue, ...]) -> Case | None:
        """One case with its own facts and policies."""
        facts = self.facts(shape, name, row)
        settings = tuple(self.own(shape.settings | row.settings, ("settings",), ("cases", name, "settings")))
        policies = dict(self.policies(shape, settings, frame))
        expectations = tuple(self.expectations(name, row, policies))
        if facts is None:
            return None
        return Case(name, row.title or shape.title, row.as_of or shape.as_of, facts, policies, expectations)

    def facts(self, shape: ScenarioShape, name: str, row: CaseShape) -> SchoolYear | None:
        """The merged records as facts."""
        calendar = self.record(Calendar, calendar_shape(), "calendar", shape.calendar, row.calendar, name)
        year = self.record(SchoolYear, records_shape(), "records", shape.records, row.records, name)
        if calendar is None or year is None:
            return None
        self.problems += [
            Problem(problem.code, problem.text, self.source.name, self.source.line(("calendar",)), problem.about)
            for problem in calendar_problems(calendar)
        ]
        parts = {field: getattr(year, field) for field in SchoolYear.__slots__}
        return SchoolYear(**(parts | {"calendar": calendar}))

    def record(self, record: type, model: type[BaseModel], part: str, base: Any, change: Any, case: str) -> Any:
        """A record of the scenario with the case's changes."""
        try:
            shape = model.model_validate(merged(base, change))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = self.changed_place(part, case, detail["loc"])
                self.problems.append(self.source.problem(f"data.{detail['type']}", sentence(detail, model), place))
            return None
        return built(record, shape, part)

    def changed_place(self, part: str, case: str, loc: tuple[int | str, ...]) -> Place:
        """Where a merged value stands: in the case when it stands there, else in the scenario."""
        places = [self.reached(("cases", case, part), loc), self.reached((part,), loc)]
        return max(places, key=lambda pair: pair[1])[0]

    def reached(self, start: Place, loc: tuple[int | str, ...]) -> tuple[Place, int]:
        """The deepest place of the file along `loc`, and how deep it is."""
        place, depth = start, 0
        for step in loc:
            if (*place, step) not in self.source.lines:
                break
            place, depth = (*place, step), depth + 1
        return place, depth if start in self.source.lines else -1

    def policies(
        self, shape: ScenarioShape, settings: tuple[OwnValue, ...], frame: tuple[FrameValue, ...]
    ) -> Iterator[tuple[str, Policy]]:
        """One policy for each module by itself, and one for each profile of the file."""
        modules = all_modules()
        for code, module in modules.items():
            if not module.accompanies:
                with_registers = [module, *(row for row in modules.values() if row.accompanies == code)]
                uses = tuple(ModuleUse(row) for row in with_registers)
                version = CharterVersion(id=code, valid_from=LONG_AGO, modules=uses, own=settings)
                yield code, Policy(code, (version,), frame)
        for name, profile in shape.profiles.items():
            yield name, Policy(name, tuple(self.versions(name, profile, settings)), frame)

    def versions(self, profile: str, shape: ProfileShape, settings: tuple[OwnValue, ...]) -> Iterator[CharterVersion]:
        """Charter versions of a profile."""
        rows: list[tuple[str, VersionShape, Place]] = [
            (key, row, ("profiles", profile, "versions", key)) for key, row in shape.versions.items()
        ]
        if shape.version is not None:
            rows.append((profile, shape.version, ("profiles", profile, "version")))
        for key, row, place in rows:
            yield CharterVersion(
                id=key,
                valid_from=row.valid_from or LONG_AGO,
                valid_until=row.valid_until,
                modules=tuple(self.uses(row, place)),
                own=(*self.all_own(row, place), *settings),
                winners=tuple(self.all_winners(row, place)),
                act=row.act,
                adopted_on=row.adopted_on,
            )

    def uses(self, row: VersionShape, place: Place) -> Iterator[ModuleUse]:
        """Modules of a version, each bound to its councils."""
        for number, code in enumerate(row.modules):
            module = all_modules().get(code)
            if module is None:
                self.unknown("module", code, all_modules(), (*place, "modules", number))
            else:
                yield ModuleUse(module, frozenset(row.councils.get(code, ())))

    def all_own(self, row: VersionShape, place: Place) -> Iterator[OwnValue]:
        """Own values of a version, those of one council first."""
        for council, values in row.own_of_council.items():
            for value in self.own(values, (*place, "own_of_council", council.value)):
                yield replace(value, council=council)
        yield from self.own(row.own, (*place, "own"))

    def all_winners(self, row: VersionShape, place: Place) -> Iterator[Winner]:
        """Settled conflicts of a version, those of one council first."""
        for council, picks in row.winners_of_council.items():
            for winner in self.winners(row, picks, (*place, "winners_of_council", council.value)):
                yield replace(winner, council=council)
        yield from self.winners(row, row.winners, (*place, "winners"))

    def winners(self, row: VersionShape, picks: Mapping[str, str], place: Place) -> Iterator[Winner]:
        """Settled conflicts of one part of a version."""
        for key, code in picks.items():
            parameter = self.parameter(key, (*place, key))
            if code not in row.modules:
                self.unknown("module", code, row.modules, (*place, key))
            elif parameter is not None:
                yield Winner(parameter=parameter, module=code)

    def own(self, values: Mapping[str, Any], *places: Place) -> Iterator[OwnValue]:
        """Own values and settings, read by their parameters."""
        for key, raw in values.items():
            place = next(
                ((*row, key) for row in reversed(places) if (*row, key) in self.source.lines), (*places[0], key)
            )
            parameter = self.parameter(key, place)
            if parameter is None or (parameter.is_setting and raw is None):
                continue
            try:
                value = None if raw is None else parameter.read(raw)
            except ValueProblem as problem:
                self.problems.append(self.source.problem(problem.code, problem.text, place))
                continue
            yield OwnValue(parameter=parameter, value=value)

    def frame(self, shape: ScenarioShape) -> Iterator[FrameValue]:
        """National and district values."""
        for key, row in shape.frame.items():
            place: Place = ("frame", key)
            parameter = self.parameter(row.parameter, (*place, "parameter"))
            if parameter is None:
                continue
            try:
                yield frame_value(key, row, parameter)
            except ValueProblem as problem:
                self.problems.append(self.source.problem(problem.code, problem.text, (*place, "value")))

    def expectations(self, name: str, row: CaseShape, policies: Mapping[str, Policy]) -> Iterator[Expectation]:
        """What the case expects; unknown checks and profiles are reported."""
        for key, columns in row.expect.items():
            place: Place = ("cases", name, "expect", key)
            check, _, subject = key.partition("@")
            if check not in RULES:
                self.unknown("check", check, RULES, place)
                continue
            for profile, expected in columns.items():
                here = (*place, profile)
                if profile not in policies:
                    self.unknown("profile", profile, policies, here)
                    continue
                yield Expectation(check, subject, profile, expected, self.source.line(here))

    def parameter(self, key: str, place: Place) -> Parameter[Any] | None:
        """The parameter with this key."""
        if key not in PARAMETERS:
            self.unknown("parameter", key, PARAMETERS, place)
        return PARAMETERS.get(key)

    def unknown(self, what: str, word: str, known: Any, place: Place) -> None:
        """Report a word nobody knows, with the nearest one."""
        name = NAMES[what]
        text = Text(f"«{word}» деген {name.ky} жок.", f"Нет: {name.ru} «{word}».", f"There is no {name.en} {word!r}.")
        self.problems.append(
            self.source.problem(f"scenario.unknown_{what}", with_hint(text, did_you_mean(nearest(word, known))), place)
        )


NAMES = {
    "module": Text("модуль", "модуль", "module"),
    "check": Text("текшерүү", "проверка", "check"),
    "profile": Text("профиль", "профиль", "profile"),
    "parameter": Text("параметр", "параметр", "parameter"),
}


def frame_value(key: str, row: FrameShape, parameter: Parameter[Any]) -> FrameValue:
    """A frame value of the file."""
    return FrameValue(
        id=key,
        layer=row.layer,
        bound=row.bound,
        parameter=parameter,
        value=parameter.read(row.value),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        grace_until=row.grace_until,
        source=Source(
            act=row.act,
            article=row.article,
            url=row.url,
            published_on=row.published_on,
            verified_on=row.verified_on,
            verified_by=row.verified_by,
        ),
    )


def merged(base: Any, change: Any) -> Any:
    """`change` laid over `base`: mappings meet key by key, `None` removes, anything else replaces."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    both = {key: value for key, value in base.items() if change.get(key, "") is not None}
    return both | {
        key: merged(both.get(key, {}), value) if isinstance(value, dict) else value
        for key, value in change.items()
        if value is not None
    }


def built(record: type, shape: BaseModel, key: str) -> Any:
    """A record of the facts from its model."""
    hints = get_type_hints(record)
    parts: dict[str, Any] = {"id": key} if "id" in hints else {}
    for name, annotation, _ in record_fields(record):
        value = getattr(shape, name)
        nested = is_record(annotation)
        if is_records(annotation):
            inner = get_args(annotation)[0]
            parts[name] = tuple(built(inner, row, own) for own, row in value.items())
        elif nested and value is not None:
            parts[name] = built(nested, value, f"{key}.{name}")
        elif isinstance(value, list):
            parts[name] = tuple(value) if "tuple" in str(annotation) else frozenset(value)
        else:
            parts[name] = value
    return record(**parts)
