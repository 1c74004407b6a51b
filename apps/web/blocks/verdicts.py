"""How each verdict looks and is called: a word, a sign of its own shape and a colour, never colour alone."""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Mark:
    """What a badge, a matrix cell and a rule light draw.

    `kind` is the suffix of the css class `v-…` and of the sprite symbol; `loud` says that a person should look at it.
    """

    code: str
    kind: str
    word: str | Promise
    differs: bool = False
    loud: bool = False

    @property
    def icon(self) -> str:
        return f"v-{self.kind}"


_LOOKS: dict[tuple[str, str], tuple[str, Promise, bool]] = {
    ("PASS", ""): ("pass", _("Met"), False),
    ("WARN", ""): ("warn", _("Warning"), True),
    ("FAIL", ""): ("fail", _("Not met"), True),
    ("FAIL", "blocking"): ("blocking", _("Void"), True),
    ("FAIL", "major"): ("fail", _("Not met"), True),
    ("FAIL", "minor"): ("minor", _("Formal defect"), True),
    ("REVIEW", ""): ("review", _("Needs review"), True),
    ("PENDING", ""): ("pending", _("Not due yet"), False),
    ("NR", ""): ("nr", _("Not regulated"), False),
    ("LOST", ""): ("lost", _("Text lost"), False),
    ("CFG", ""): ("cfg", _("Needs setting"), True),
    ("NA", ""): ("na", _("Not applicable"), False),
}
CODES = tuple(dict.fromkeys(code for code, _severity in _LOOKS))


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def mark(verdict: object, severity: object = "", *, differs: bool = False) -> Mark:
    """The look of a verdict. A trailing `*` in the code means the same as `differs`. KeyError for an unknown pair.

    Severity counts for FAIL only; other verdicts look the same whatever it says.
    """
    code = _plain(verdict).upper()
    if code.endswith("*"):
        code, differs = code[:-1], True
    degree = _plain(severity or "").lower() if code == "FAIL" else ""
    kind, word, loud = _LOOKS[code, degree]
    return Mark(code, kind, word, differs, loud or differs)


def all_marks() -> tuple[Mark, ...]:
    """One mark of every shape, in the order of a legend."""
    return tuple(
        Mark(code, kind, word, loud=loud)
        for (code, degree), (kind, word, loud) in _LOOKS.items()
        if (code, degree) != ("FAIL", "")
    )
