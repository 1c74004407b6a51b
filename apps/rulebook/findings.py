"""What an evaluation gives back."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from apps.rulebook.codes import Code
from apps.rulebook.enums import WORST_FIRST, Severity, SubjectKind, Verdict
from apps.rulebook.policy import Provenance
from apps.rulebook.text import Text

Scalar = date | int | Fraction | str | Code | Text | tuple[Any, ...] | None
Limit = date | int | Fraction | None

NO_VALUES: Mapping[str, Scalar] = MappingProxyType({})
RANK: Mapping[tuple[Verdict, Severity | None], int] = {pair: place for place, pair in enumerate(WORST_FIRST)}


class Subject(NamedTuple):
    """What a finding is about: the caller's own id, and the body it belongs to."""

    kind: SubjectKind
    id: str
    body: str = ""


class Alternative(NamedTuple):
    """What another admitted reading would say.

    Attributes:
        readings: the settings that were read otherwise, as (key, code).
    """

    readings: tuple[tuple[str, Any], ...]
    verdict: Verdict
    severity: Severity | None
    limit: Limit = None


class Finding(NamedTuple):
    """One verdict with its whole argument, still without words.

    A tuple, because a school-year has about a thousand of them.

    Attributes:
        outcome: fine code of the check's table, or `silent`, `lost`, `conflict`, `no_charter`, `not_required`, `nothing`,
            `predates`, `no_calendar`.
        alternatives: other admitted readings with another verdict, each with as few settings changed as it takes.
        limit: the date or number the record was measured against.
        facts: ids of the records that decided it.
        values: named values for the explanation.
        next_step: code of what a person should do; empty when there is nothing to do.
        sources: clauses the rule rests on.
    """

    check: str
    subject: Subject
    verdict: Verdict
    severity: Severity | None
    outcome: str
    sources: tuple[Provenance, ...] = ()
    limit: Limit = None
    facts: tuple[str, ...] = ()
    values: Mapping[str, Scalar] = NO_VALUES
    next_step: str = ""
    alternatives: tuple[Alternative, ...] = ()

    @property
    def starred(self) -> bool:
        """True when the verdict depends on the reading."""
        return bool(self.alternatives)

    @property
    def shown(self) -> str:
        """The verdict as tables print it: `FAIL*`."""
        return f"{self.verdict.value}{'*' if self.alternatives else ''}"

    @property
    def rank(self) -> int:
        """Place in the worst-of order; 0 is the worst."""
        return RANK[self.verdict, self.severity]


def worst(findings: Iterable[Finding]) -> Finding | None:
    """The worst finding: blocking, major, minor failures, then CFG, REVIEW, WARN, PENDING, PASS, NA, LOST, NR.

    Among equals a starred one stands for all, so that a doubt is never hidden.
    """
    return min(findings, key=lambda finding: (finding.rank, not finding.alternatives), default=None)
