"""Every parameter of every charter, declared once: symbols in the chapters, keys in `PARAMETERS`."""

from collections.abc import Iterable
from difflib import get_close_matches

from apps.rulebook.parameters import associations, councils, heads, members, papers, plans, settings
from apps.rulebook.parameters.base import Combine, Kind, Parameter, Scope, Stricter, Unit, Value, ValueProblem
from apps.rulebook.parameters.declare import PARAMETERS

CHAPTERS = (associations, members, heads, plans, councils, papers, settings)

__all__ = [
    "CHAPTERS",
    "PARAMETERS",
    "SETTINGS",
    "Combine",
    "Kind",
    "Parameter",
    "Scope",
    "Stricter",
    "Unit",
    "Value",
    "ValueProblem",
    "nearest",
]

SETTINGS = {key: parameter for key, parameter in PARAMETERS.items() if parameter.is_setting}


def nearest(word: str, known: Iterable[str] = PARAMETERS) -> str | None:
    """The known key most like `word`, or nothing when none is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
