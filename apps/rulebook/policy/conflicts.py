"""Where the modules of one charter version disagree, whether or not a person has settled it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from apps.rulebook.enums import CouncilKind, State
from apps.rulebook.module import ModuleKind
from apps.rulebook.parameters import PARAMETERS, Parameter
from apps.rulebook.policy.layers import CharterVersion, Winner
from apps.rulebook.policy.resolved import Candidate
from apps.rulebook.policy.view import View


@dataclass(frozen=True, slots=True)
class Conflict:
    """Modules give different values for one parameter.

    Attributes:
        council: the council it concerns; None for associations and the school.
        winner: the choice of a person; None while it is open.
    """

    parameter: Parameter[Any]
    council: CouncilKind | None
    candidates: tuple[Candidate[Any], ...]
    winner: Winner | None


def conflicting(
    version: CharterVersion, parameter: Parameter[Any], council: CouncilKind | None = None
) -> tuple[Candidate[Any], ...]:
    """What each module says, when they disagree; nothing when they do not or the school has a value of its own."""
    bare = View(on=version.valid_from, version=replace(version, winners=()), frame=(), council=council)
    answer = bare.get(parameter)
    return answer.candidates if answer.state is State.CONFLICT else ()


def conflicts(version: CharterVersion) -> Iterator[Conflict]:
    """Every conflict of a version, for the school and then for each of its councils; a conflict of all is told once."""
    open_version = replace(version, winners=())
    told: set[Parameter[Any]] = set()
    for council in (None, *councils_of(version)):
        view = View(on=version.valid_from, version=open_version, frame=(), council=council)
        for parameter in PARAMETERS.values():
            if parameter in told:
                continue
            answer = view.get(parameter)
            if answer.state is State.CONFLICT:
                if council is None:
                    told.add(parameter)
                winner = next(
                    (row for row in version.winners if row.parameter is parameter and row.council is council), None
                )
                yield Conflict(parameter, council, answer.candidates, winner)


def councils_of(version: CharterVersion) -> tuple[CouncilKind, ...]:
    """Kinds of councils the version has charters for."""
    kinds: dict[CouncilKind, None] = {}
    for use in version.modules:
        if use.module.kind is ModuleKind.COUNCIL_CHARTER:
            own = [use.module.council] if use.module.council else list(CouncilKind)
            kinds.update(dict.fromkeys(sorted(use.councils) or own))
    return tuple(kinds)
