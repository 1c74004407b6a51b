"""The effective policy as the charter page draws it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from apps.rulebook.enums import Layer, State
from apps.rulebook.parameters import Parameter, Unit
from apps.rulebook.policy import Policy, Provenance, Resolved, View
from apps.web.blocks.dates import long_date
from apps.web.charters.chapters import in_chapters
from apps.web.findings.present import reader_language


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One parameter on the day.

    Attributes:
        state: how the row looks: `value`, `own`, `silent`, `lost`, `conflict`, `missing`, `reading`.
        value: in words; empty where there is none.
        places: module code and clause, or the act of another layer.
        candidates: what each document says, where they disagree.
        notes: frames the school's value leaves, the district's default beside a lost value.
    """

    key: str
    label: str
    state: str
    value: str
    places: Sequence[str]
    candidates: Sequence[tuple[str, str]]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its rows; what no document regulates and nobody has to say anything of stands apart in `silent`."""

    title: str
    rows: Sequence[ValueRow]
    silent: Sequence[ValueRow]


STATES = ("value", "own", "conflict", "lost", "silent", "reading")


def chapters_of(view: View, parameters: Iterable[Parameter[Any]], *, asked: str, state: str) -> list[Chapter]:
    """Chapters with the rows that hold the words asked for, in the state asked for; empty ones are left out."""
    words = asked.casefold().split()
    chapters = []
    for title, own in in_chapters(parameters):
        rows = [_row(view.get(parameter)) for parameter in own]
        kept = [row for row in rows if (not state or row.state == state) and _holds(row, title, words)]
        if kept:
            silent = [row for row in kept if row.state == "silent" and not row.candidates and not row.notes]
            chapters.append(Chapter(title, [row for row in kept if row not in silent], silent))
    return chapters


def _holds(row: ValueRow, title: str, words: Sequence[str]) -> bool:
    text = " ".join(
        (
            title,
            row.label,
            row.value,
            row.key,
            *row.places,
            *(v for _m, v in row.candidates),
        )
    ).casefold()
    return all(word in text for word in words)


def _row(answer: Resolved[Any]) -> ValueRow:
    language = reader_language()
    parameter = answer.parameter
    disagree = answer.state is State.CONFLICT or len({repr(one.value) for one in answer.candidates}) > 1
    notes = [breach.text.in_(language) for breach in answer.breaches]
    if answer.suggestion is not None:
        shown = parameter.show(answer.suggestion).in_(language)
        notes.append(_("The district suggests: %(value)s") % {"value": shown})
    return ValueRow(
        key=parameter.key,
        label=parameter.label.in_(language),
        state=state_of(answer),
        value=with_unit(parameter, answer.value) if answer.given else "",
        places=list(dict.fromkeys(place_words(source) for source in answer.sources))
        if not disagree or answer.given
        else [],
        candidates=[
            (
                ", ".join(dict.fromkeys(place_words(source) for source in one.sources)),
                with_unit(parameter, one.value),
            )
            for one in answer.candidates
        ]
        if disagree
        else [],
        notes=notes,
    )


def state_of(answer: Resolved[Any]) -> str:
    """A default reading looks unlike a value that a charter gives."""
    if answer.given and not answer.settled and answer.parameter.is_setting:
        return "reading"
    return answer.state.value.lower()


def with_unit(parameter: Parameter[Any], value: Any) -> str:
    """`7 days`, `2/3`, `director`."""
    language = reader_language()
    shown = parameter.show(value).in_(language)
    counted = parameter.unit not in (Unit.NONE, Unit.SHARE) and value is not None
    return f"{shown} {parameter.unit.label.in_(language)}" if counted else shown


def place_words(source: Provenance) -> str:
    """`MK 7.5`; for other layers the layer with its act."""
    if source.module:
        return f"{source.module} {source.printed}".strip()
    if source.layer is Layer.PLATFORM:
        return _("default reading")
    language = reader_language()
    words = " ".join(part for part in (source.act, source.printed) if part)
    return f"{source.layer.label.in_(language)}: {words}" if words else source.layer.label.in_(language)


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A document in force: code, title, what its copy lacks."""

    code: str
    title: str
    kind: str
    fragment: bool


def modules_of(policy: Policy, on: date) -> list[ModuleLine]:
    """Documents in force on the day, in the order the school lists them."""
    language = reader_language()
    version = policy.version(on)
    return [
        ModuleLine(
            use.module.code,
            use.module.title.in_(language),
            use.module.kind.label.in_(language),
            bool(use.module.lost),
        )
        for use in (version.modules if version else ())
    ]


def adopted_line(policy: Policy, on: date) -> str:
    """Which act brought the rules of the day into force, and since when they hold."""
    version = policy.version(on)
    if version is None:
        return ""
    language = reader_language()
    since = _("in force since %(date)s") % {"date": long_date(version.valid_from, language, case="ablative")}
    adopted = f", {long_date(version.adopted_on, language)}" if version.adopted_on else ""
    return f"{version.act}{adopted} · {since}" if version.act else since
