"""From a finding of the rulebook to the argument that every page shows, in the language of the reader."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from apps.rulebook.enums import SubjectKind, Verdict
from apps.rulebook.explain import explain, in_words
from apps.rulebook.findings import Finding, Limit
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.policy import Provenance as Source
from apps.rulebook.wording import WORDING
from apps.web.blocks.dates import known_language, long_date
from apps.web.blocks.papers import Argument, Fact, Provenance, Reading

ON_ITS_WAY = "open"  # the usual outcome of a duty that is not due yet


def reader_language() -> str:
    """`ky`, `ru` or `en`: the language the page is written in."""
    return known_language(get_language() or "ky")


def title_of(check: str) -> str:
    """The name of a check in a list; its code when nobody has named it."""
    words = WORDING.get(check)
    return words.title.in_(reader_language()) if words else check


_PLACES = {check: place for place, check in enumerate(WORDING)}


def place_of_check(check: str) -> int:
    """Sorting key: the order of the rulebook; unknown checks come last."""
    return _PLACES.get(check, len(_PLACES))


def rule_of(check: str) -> str:
    """What the rule asks, in one sentence."""
    words = WORDING.get(check)
    return words.rule.in_(reader_language()) if words else ""


def argument_of(
    finding: Finding, *, about: str = "", next_url: str = "", next_label: str = "", charter_url: str = ""
) -> Argument:
    """The argument of one finding.

    Args:
        about: what it is about, in words (`subject_words`).
        next_url, next_label: the page that mends the matter; without one only the sentence is shown.
        charter_url: where the clause can be read.
    """
    language = reader_language()
    told = explain(finding, language)
    facts = [Fact(_("On record"), told.fact)]
    if told.next_step:
        facts.append(Fact(_("What to do"), told.next_step))
    return Argument(
        verdict=finding.verdict.value,
        severity=finding.severity.value if finding.severity else "",
        rule=told.rule,
        source=source_of(finding.sources, charter_url),
        facts=facts,
        limit=limit_of(finding.limit),
        code=finding.check,
        about=" · ".join(part for part in (told.title, about) if part),
        next_label=next_label or _("Open"),
        next_url=next_url if told.next_step else "",
        readings=readings_of(finding, told.fact),
    )


def why(finding: Finding) -> str:
    """The fact of a finding, for a line in a list; where a duty that is not due yet is on a wrong way already, what to do about it too."""
    told = explain(finding, reader_language())
    return f"{told.fact} {told.next_step}" if goes_wrong(finding) and told.next_step else told.fact


def goes_wrong(finding: Finding) -> bool:
    """Whether a duty that is not due yet is on a wrong way already."""
    return finding.verdict is Verdict.PENDING and finding.outcome != ON_ITS_WAY


def limit_of(limit: Limit) -> Fact | None:
    """The computed date or number as a line of its own."""
    if limit is None:
        return None
    if isinstance(limit, date):
        return Fact(_("Last day"), on=limit)
    return Fact(_("Computed number"), in_words(limit, reader_language()))


def source_of(sources: Iterable[Source], url: str = "") -> Provenance:
    """Document and clauses as one line; several clauses of one document share its name."""
    language = reader_language()
    clauses: dict[str, list[str]] = {}
    act, on = "", None
    for source in sources:
        document = (
            source.document.in_(language) if source.document else f"{source.layer.label.in_(language)} {source.act}"
        )
        printed = clauses.setdefault(document.strip(), [])
        if source.printed and source.printed not in printed:
            printed.append(source.printed)
        if source.document and source.act and not act:
            act, on = source.act, source.on
    lines = [
        _("%(document)s, clause %(clause)s") % {"document": name, "clause": ", ".join(printed)} if printed else name
        for name, printed in clauses.items()
    ]
    return Provenance("; ".join(lines) or _("No document regulates this"), act=act, act_on=on, url=url if lines else "")


def readings_of(finding: Finding, fact: str) -> tuple[Reading, ...]:
    """The reading in force and every other that gives another verdict; empty when all readings agree."""
    if not finding.alternatives:
        return ()
    open_settings = dict.fromkeys(key for row in finding.alternatives for key, _value in row.readings)
    in_force = Reading(
        name=_in_words((key, PARAMETERS[key].default) for key in open_settings),
        verdict=finding.verdict.value,
        severity=finding.severity.value if finding.severity else "",
        why=fact,
        in_force=True,
    )
    others = (
        Reading(
            name=_in_words(row.readings),
            verdict=row.verdict.value,
            severity=row.severity.value if row.severity else "",
            why=_limit_in_words(row.limit),
        )
        for row in finding.alternatives
    )
    return (in_force, *others)


def _in_words(readings: Iterable[tuple[str, Any]]) -> str:
    language = reader_language()
    return "; ".join(
        f"{PARAMETERS[key].label.in_(language)}: {PARAMETERS[key].show(value).in_(language)}" for key, value in readings
    )


def _limit_in_words(limit: Limit) -> str:
    fact = limit_of(limit)
    if fact is None:
        return ""
    shown = long_date(fact.on, reader_language()) if fact.on else fact.text
    return f"{fact.label}: {shown}"


def sitting_words(number: int, day: date | None) -> str:
    """`№3 отурум, 2026-жылдын 15-октябры`."""
    name = _("sitting No. %(number)d") % {"number": number}
    return f"{name}, {long_date(day, reader_language())}" if day else name


def item_words(position: int) -> str:
    """`1-маселе`."""
    return _("item %(position)d") % {"position": position}


def kind_words(kind: SubjectKind) -> str:
    """What a finding is about, where it is no record of its own."""
    return kind.label.in_(reader_language())
