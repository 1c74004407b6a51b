"""Resolution of parameters on one stretch of days for one kind of body."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from apps.rulebook.enums import CouncilKind, Layer, State
from apps.rulebook.module import Given, Module
from apps.rulebook.parameters import Combine, Parameter, Scope
from apps.rulebook.policy.layers import Bound, CharterVersion, FrameValue, ModuleUse
from apps.rulebook.policy.resolved import Candidate, FrameBreach, Provenance, Resolved

T = TypeVar("T")


class View:
    """The policy as it stands on one stretch of days, for one council or (`None`) for associations and the school.

    Nothing changes inside the stretch, so every answer is worked out once and kept. `memo` holds what the engine
    derives from the view alone; `values` the bare values of what was asked for so far.
    """

    __slots__ = ("_answers", "council", "frame", "memo", "on", "values", "version")

    def __init__(
        self, *, on: date, version: CharterVersion | None, frame: tuple[FrameValue, ...], council: CouncilKind | None
    ) -> None:
        self.on = on
        self.version = version
        self.frame = frame
        self.council = council
        self.memo: dict[Any, Any] = {}
        self.values: dict[Parameter[Any], Any] = {}
        self._answers: dict[Parameter[Any], Resolved[Any]] = {}

    def get(self, parameter: Parameter[T]) -> Resolved[T]:
        """State, value and provenance of a parameter."""
        answer = self._answers.get(parameter)
        if answer is None:
            answer = self._answers[parameter] = self._resolve(parameter)
            self.values[parameter] = answer.value
        return answer

    def of_module(self, parameter: Parameter[T], code: str) -> Resolved[T]:
        """What one module in force says by itself, for parameters every charter keeps apart."""
        for use in self.version.modules if self.version else ():
            if use.module.code == code:
                return self._said_by(parameter, use.module)
        return Resolved(parameter, State.MISSING)

    def modules(self) -> tuple[Module, ...]:
        """Modules in force, in the order the school lists them."""
        return tuple(use.module for use in self.version.modules) if self.version else ()

    def _resolve(self, parameter: Parameter[Any]) -> Resolved[Any]:
        frame = [row for row in self.frame if row.parameter is parameter]
        if parameter.is_setting:
            answer = self._own(parameter) or self._default(parameter, frame) or platform_default(parameter)
        else:
            answer = self._charter(parameter)
            fallback = self._default(parameter, frame)
            if fallback is not None and answer.state is State.SILENT:
                answer = fallback
            elif fallback is not None and answer.state is State.LOST:
                answer = Resolved(parameter, State.LOST, sources=answer.sources, suggestion=fallback.value)
        return self._framed(answer, frame)

    def _charter(self, parameter: Parameter[Any]) -> Resolved[Any]:
        """The school's charter alone."""
        if self.version is None:
            return Resolved(parameter, State.MISSING)
        own = self._own(parameter)
        if own is not None:
            return own
        uses = [use for use in self.version.modules if self._heard(use, parameter)]
        said = [(use.module, use.module.gives[parameter]) for use in uses if parameter in use.module.gives]
        if not said:
            return nothing_said(parameter, (use.module for use in uses))
        return self._combined(parameter, said)

    def _heard(self, use: ModuleUse, parameter: Parameter[Any]) -> bool:
        """Whether a module has a say on the parameter for this body."""
        if parameter.scope is Scope.BODY:
            return use.is_about(self.council)
        if parameter.scope is Scope.COUNCIL:
            return use.speaks_for(self.council)
        return True

    def _combined(self, parameter: Parameter[Any], said: list[tuple[Module, Given]]) -> Resolved[Any]:
        """Values of one or several modules as one answer."""
        candidates = tuple(
            Candidate(module.code, given.value, self._sources(module, given)) for module, given in said
        )  # fmt: skip
        sources = tuple(source for candidate in candidates for source in candidate.sources)
        if parameter.combine is Combine.UNION:
            united = frozenset().union(*(candidate.value for candidate in candidates))
            return Resolved(parameter, State.VALUE, united, sources, candidates)
        if all(candidate.value == candidates[0].value for candidate in candidates):
            return Resolved(parameter, State.VALUE, candidates[0].value, sources, candidates)
        if parameter.combine is Combine.EACH:
            return Resolved(parameter, State.VALUE, None, sources, candidates)
        winner = self._winner(parameter)
        chosen = next((candidate for candidate in candidates if candidate.module == winner), None)
        if chosen is None:
            return Resolved(parameter, State.CONFLICT, None, sources, candidates)
        return Resolved(parameter, State.VALUE, chosen.value, chosen.sources, candidates)

    def _winner(self, parameter: Parameter[Any]) -> str:
        """Code of the module a person picked; the choice for this council goes before the choice for all."""
        rows = [row for row in self.version.winners if row.parameter is parameter] if self.version else []
        for council in (self.council, None):
            for row in rows:
                if row.council is council:
                    return row.module
        return ""

    def _own(self, parameter: Parameter[Any]) -> Resolved[Any] | None:
        """The school's own rule, when it has one."""
        if self.version is None:
            return None
        rows = [row for row in self.version.own if row.parameter is parameter]
        for council in (self.council, None):
            for row in rows:
                if row.council is council:
                    source = Provenance(
                        Layer.SCHOOL, printed=row.clause, act=self.version.act, on=self.version.adopted_on,
                    )  # fmt: skip
                    state = State.SILENT if row.value is None and not parameter.nullable else State.OWN
                    return Resolved(parameter, state, row.value, (source,))
        return None

    def _said_by(self, parameter: Parameter[Any], module: Module) -> Resolved[Any]:
        given = module.gives.get(parameter)
        if given is None:
            return nothing_said(parameter, (module,))
        return Resolved(parameter, State.VALUE, given.value, self._sources(module, given))

    def _sources(self, module: Module, given: Given) -> tuple[Provenance, ...]:
        version = self.version
        act, on = (version.act, version.adopted_on) if version else ("", None)
        return tuple(
            Provenance(Layer.MODULE, module.code, clause.key, clause.number, module.title, act, on)
            for clause in given.clauses
        )

    def _default(self, parameter: Parameter[Any], frame: list[FrameValue]) -> Resolved[Any] | None:
        """The district's default, or else the national one."""
        for layer in (Layer.DISTRICT, Layer.NATIONAL):
            for row in frame:
                if row.bound is Bound.DEFAULT and row.layer is layer:
                    return Resolved(parameter, State.VALUE, row.value, (provenance_of(row),))
        return None

    def _framed(self, answer: Resolved[Any], frame: list[FrameValue]) -> Resolved[Any]:
        """The answer after bounds and locks; national ones have the last word."""
        value, sources, breaches, state = answer.value, answer.sources, [], answer.state
        for layer in (Layer.DISTRICT, Layer.NATIONAL):
            for row in (row for row in frame if row.layer is layer and row.bound is not Bound.DEFAULT):
                if answer.given and not row.admits(answer.value):
                    breaches.append(FrameBreach(answer.parameter, answer.value, row, row.enforced(self.on)))
                if not row.enforced(self.on):
                    continue
                if row.bound is Bound.LOCK:
                    value, sources, state = row.value, (provenance_of(row),), State.VALUE
                elif answer.given and not row.admits(value):
                    value, sources, state = row.brought_inside(value), (provenance_of(row), *sources), State.VALUE
        if (value, sources, state) == (answer.value, answer.sources, answer.state) and not breaches:
            return answer
        return Resolved(answer.parameter, state, value, sources, answer.candidates, tuple(breaches), answer.suggestion)


def nothing_said(parameter: Parameter[Any], modules: Iterable[Module]) -> Resolved[Any]:
    """`LOST` when one of the modules lost the place, else `SILENT`."""
    for module in modules:
        if parameter in module.lost:
            source = Provenance(Layer.MODULE, module.code, document=module.title)
            return Resolved(parameter, State.LOST, sources=(source,))
    return Resolved(parameter, State.SILENT)


def platform_default(parameter: Parameter[Any]) -> Resolved[Any]:
    """The default reading."""
    return Resolved(parameter, State.VALUE, parameter.default, (Provenance(Layer.PLATFORM),))


def provenance_of(row: FrameValue) -> Provenance:
    """A frame value as a source."""
    return Provenance(row.layer, printed=row.source.article, act=row.source.act, on=row.source.published_on)
