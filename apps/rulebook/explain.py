"""From a finding to its argument in one language: rule, clause, document, fact, limit, what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from apps.rulebook.checks.next_steps import Next
from apps.rulebook.codes import Code
from apps.rulebook.enums import Layer, Verdict
from apps.rulebook.findings import Alternative, Finding, Limit, Scalar
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Provenance
from apps.rulebook.text import Text, format_date
from apps.rulebook.wording import COMMON, WORDING


@dataclass(frozen=True, slots=True)
class Argument:
    """One finding told in one language; empty parts are left out by whoever shows it.

    Attributes:
        verdict: the verdict in words; `severity` in words, for failures.
        sources: one line for each clause with its document.
        fact: what the records show, with dates and numbers.
        limit: the computed date or number by itself.
        doubts: one line for each other admitted reading with another verdict.
        next_step: what to do.
    """

    check: str
    title: str
    verdict: str
    severity: str
    rule: str
    sources: tuple[str, ...]
    fact: str
    limit: str
    doubts: tuple[str, ...]
    next_step: str

    @property
    def text(self) -> str:
        """All parts as one paragraph."""
        parts = (f"{self.title}: {self.verdict}.", self.rule, *self.sources, self.fact, *self.doubts, self.next_step)
        return " ".join(part for part in parts if part)


def explain(finding: Finding, language: str) -> Argument:
    """The argument of a finding in `ky`, `ru` or `en`."""
    words = WORDING[finding.check]
    says = COMMON.get(finding.outcome) or words.says[finding.outcome]
    values = {name: in_words(value, language) for name, value in finding.values.items()}
    values["limit"] = in_words(finding.limit, language)
    return Argument(
        check=finding.check,
        title=words.title.in_(language),
        verdict=verdict_in_words(finding, language),
        severity=finding.severity.label.in_(language) if finding.severity else "",
        rule=words.rule.in_(language),
        sources=tuple(dict.fromkeys(source_line(source, language) for source in finding.sources)),
        fact=without_double_stop(says.in_(language).format_map(values)),
        limit=in_words(finding.limit, language) if finding.limit is not None else "",
        doubts=tuple(doubt_line(row, language) for row in finding.alternatives),
        next_step=Next.of(finding.next_step).label.in_(language) if finding.next_step else "",
    )


def without_double_stop(words: str) -> str:
    """A Russian date ends in a full stop of its own (`2026 г.`), which closes the sentence too."""
    return words.replace("г..", "г.")


def verdict_in_words(finding: Finding, language: str) -> str:
    """`бузулду (милдет аткарылган эмес)*` and the like."""
    words = finding.verdict.label.in_(language)
    if finding.verdict is Verdict.FAIL and finding.severity:
        words = f"{words} ({finding.severity.label.in_(language)})"
    return f"{words}*" if finding.starred else words


def in_words(value: Scalar | Limit, language: str) -> str:
    """A value as that language writes it; nothing is a dash."""
    if value is None:
        return "—"
    if isinstance(value, date):
        return format_date(value, language)
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, Code):
        return value.label.in_(language)
    if isinstance(value, Fraction):
        return decimal(value, language)
    if isinstance(value, tuple):
        return ", ".join(in_words(item, language) for item in value) or "—"
    return str(value)


def decimal(value: Fraction, language: str) -> str:
    """Whole numbers plain, halves as `4,5` (`4.5` in English), other fractions as `2/3`."""
    if value.denominator == 1:
        return str(value.numerator)
    if value.denominator == 2 and value > 1:
        return f"{value.numerator // 2}{'.' if language == 'en' else ','}5"
    return f"{value.numerator}/{value.denominator}"


CLAUSE = Text("{document}, {clause}-пункт", "{document}, п. {clause}", "{document}, clause {clause}")
SINCE = Text("(күчүнө кирген акт: {act})", "(введено актом: {act})", "(adopted by: {act})")
FRAME = Text("{layer}: {act} {clause}", "{layer}: {act} {clause}", "{layer}: {act} {clause}")
DOUBT = Text(
    "Башкача окулса ({readings}): {verdict}.",
    "При другом прочтении ({readings}): {verdict}.",
    "Read otherwise ({readings}): {verdict}.",
)


def source_line(source: Provenance, language: str) -> str:
    """A clause with its document, or the act of a frame, or the school's own decision."""
    if source.document is not None:
        document = source.document.in_(language)
        line = CLAUSE.in_(language).format(document=document, clause=source.printed) if source.printed else document
    else:
        parts: Mapping[str, Any] = {
            "layer": source.layer.label.in_(language), "act": source.act, "clause": source.printed,
        }  # fmt: skip
        return FRAME.in_(language).format_map(parts).rstrip(": ")
    if source.act and source.layer is Layer.MODULE:
        return f"{line} {SINCE.in_(language).format(act=source.act)}"
    return line


def doubt_line(row: Alternative, language: str) -> str:
    """Which setting read otherwise gives which verdict."""
    readings = "; ".join(
        f"{PARAMETERS[key].label.in_(language)}: {PARAMETERS[key].show(value).in_(language)}"
        for key, value in row.readings
    )
    return DOUBT.in_(language).format(readings=readings, verdict=row.verdict.label.in_(language))
