"""How each verdict looks and is called: a word, a sign of its own shape and a colour, never colour alone.

The words are those of the rulebook, so that a badge and an explanation never disagree.
"""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import get_language

from apps.rulebook.enums import Severity, Verdict
from apps.web.blocks.dates import known_language


@dataclass(frozen=True, slots=True)
class Mark:
    """What a badge, a matrix cell and a rule light draw.

    `kind` is the suffix of the css class `v-…` and of the sprite symbol; `word` is in the language of the reader; `loud`
    says that a person should look at it.
    """

    code: str
    kind: str
    word: str
    differs: bool = False
    loud: bool = False

    @property
    def icon(self) -> str:
        return f"v-{self.kind}"


_LOUD = {Verdict.FAIL, Verdict.WARN, Verdict.REVIEW, Verdict.CFG}
# the two degrees of failure that are drawn and called otherwise
_DEGREES = {Severity.BLOCKING: "blocking", Severity.MINOR: "minor"}


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _look(verdict: Verdict, severity: Severity | None, *, differs: bool = False) -> Mark:
    degree = severity if verdict is Verdict.FAIL and severity in _DEGREES else None
    label = (degree or verdict).label.in_(known_language(get_language() or "ky"))
    kind = _DEGREES[degree] if degree else verdict.value.lower()
    return Mark(verdict.value, kind, label[0].upper() + label[1:], differs, verdict in _LOUD or differs)


def mark(verdict: object, severity: object = "", *, differs: bool = False) -> Mark:
    """The look of a verdict. A trailing `*` in the code means the same as `differs`. KeyError for an unknown code.

    Severity counts for FAIL only; other verdicts look the same whatever it says.
    """
    code = _plain(verdict).upper()
    if code.endswith("*"):
        code, differs = code[:-1], True
    degree = _plain(severity or "").lower()
    return _look(Verdict.of(code), Severity.of(degree) if degree else None, differs=differs)


def all_marks() -> tuple[Mark, ...]:
    """One mark of every shape, in the order of a legend."""
    marks = []
    for verdict in Verdict:
        marks.append(_look(verdict, None))
        if verdict is Verdict.FAIL:
            marks.extend(_look(verdict, degree) for degree in _DEGREES)
    return tuple(marks)
