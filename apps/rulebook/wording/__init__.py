"""Words of every check. A check whose table and words do not match stops the process when this package is imported."""

from apps.rulebook.checks import RULES
from apps.rulebook.wording import (
    activities,
    associations,
    council_work,
    councils,
    decisions,
    head_of_studies,
    heads,
    members,
    papers,
    plan_papers,
    plans,
    reports,
    sittings,
)
from apps.rulebook.wording.base import COMMON, Wording

CHAPTERS = (
    associations,
    heads,
    reports,
    plans,
    plan_papers,
    sittings,
    activities,
    members,
    councils,
    decisions,
    council_work,
    papers,
    head_of_studies,
)
WORDING: dict[str, Wording] = {check: words for chapter in CHAPTERS for check, words in chapter.WORDING.items()}

__all__ = ["COMMON", "WORDING", "Wording", "incomplete"]


def incomplete() -> list[str]:
    """Checks without words, words without a check, outcomes without a sentence and the reverse."""
    found = sorted({*RULES} ^ {*WORDING})
    for check in sorted({*RULES} & {*WORDING}):
        outcomes = {outcome.code for outcome in RULES[check].table}
        found += [f"{check}.{code}" for code in sorted(outcomes ^ WORDING[check].says.keys())]
    return found


MISMATCH = incomplete()
if MISMATCH:
    message = f"Tables and words of the checks do not match: {', '.join(MISMATCH)}"
    raise ImportError(message)
