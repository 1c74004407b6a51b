"""A version of the charter as a document: numbered clauses, the approval stamp, the school's own rules, history, acknowledgement sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.acts.models import Act
from apps.acts.queries.charter_words import words
from apps.acts.queries.charters import Route
from apps.charters.enums import ProfileState
from apps.charters.queries.clauses import documents_of
from apps.charters.queries.difference import in_order
from apps.documents.paper import (
    Block,
    Break,
    Grid,
    Head,
    Listing,
    Paper,
    Para,
    Signature,
    Signatures,
    Span,
    Square,
    Stamp,
    Title,
)
from apps.rulebook.parameters import PARAMETERS
from apps.rulebook.parameters.sentences import PLACE, sentence_of
from apps.rulebook.text import format_date

BLANK = "______________"


@dataclass(frozen=True, slots=True)
class Signed:
    """A line of the acknowledgement sheet; without a day it is a place to sign."""

    name: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the change history."""

    number: int
    since: date
    paper: str
    note: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a document is made from.

    Attributes:
        language: of the document; another one than the charter's makes it a translation.
        check_url: where the document can be verified; empty for a draft.
    """

    school: str
    route: Route
    language: str
    sheet: Sequence[Signed] = ()
    history: Sequence[Past] = ()
    check_url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the version: its title and its clauses as (number, words)."""

    title: str
    clauses: tuple[tuple[str, str], ...]


def parts_of(source: Sources) -> list[Part]:
    """The documents in order. What was approved is printed from the approved content, whatever the product's own words are today."""
    content, language = source.route.content, source.language
    documents = sorted(content["documents"].items(), key=lambda pair: pair[1]["position"])
    if language == content["language"]:
        return [
            Part(row["title"], tuple(_printed(row["clauses"], key) for key in in_order(row["clauses"])))
            for _code, row in documents
        ]
    translated = {
        document.module.code: document for document in documents_of(source.route.profile, list(dict(documents)))
    }
    parts = []
    for code, row in documents:
        lines = {line.key: line for line in translated[code].lines}
        clauses = []
        for key in in_order(row["clauses"]):
            number, text = _printed(row["clauses"], key)
            there = content["translations"].get(language, {}).get(key) or (
                lines[key].in_(language) if key in lines else ""
            )
            clauses.append((number, there or text))
        parts.append(Part(translated[code].module.title.in_(language), tuple(clauses)))
    return parts


def _printed(clauses: dict[str, Any], key: str) -> tuple[str, str]:
    return clauses[key]["number"], clauses[key]["text"]


def own_rules_of(source: Sources) -> list[str]:
    """The school's own values as sentences with their reasons."""
    language = source.language
    told = []
    for key, said in sorted(source.route.content["values"].items()):
        parameter = PARAMETERS[key.partition("@")[0]]
        if said["value"] is None:
            shown = words("left_open", language)
        else:
            shown = parameter.show(parameter.read(said["value"])).in_(language)
        sentence = sentence_of(parameter).in_(language).replace(PLACE, shown)
        reason = words("reason", language, reason=said["reason"]) if said["reason"] else ""
        told.append(f"{sentence} {reason}".strip())
    return told


def choices_of(source: Sources) -> list[str]:
    """Settled conflicts as sentences."""
    language = source.language
    return [
        words(
            "holds",
            language,
            name=PARAMETERS[key.partition("@")[0]].label.in_(language),
            module=said["module"],
            reason=said["reason"],
        )
        for key, said in sorted(source.route.content["choices"].items())
    ]


def paper_of(source: Sources) -> Paper:
    """The document. The same version gives the same bytes."""
    profile, language = source.route.profile, source.language
    is_draft = profile.state is ProfileState.DRAFT
    marks = [words("draft", language)] if is_draft else []
    if language != source.route.content["language"]:
        marks.append(words("translation", language))
    title = f"{words('charter', language)} · {words('version', language, number=profile.number)}"
    return Paper(
        title=f"{title} · {source.school}",
        language=language,
        author=source.school,
        dated=profile.adopted_on or profile.valid_from,
        blocks=tuple(_blocks(source)),
        mark=", ".join(marks),
    )


def _blocks(source: Sources) -> Iterator[Block]:
    profile, language = source.route.profile, source.language
    since = words("since", language, day=format_date(profile.valid_from, language))
    sub = f"{source.school} · {words('version', language, number=profile.number)} · {since}"
    for number, part in enumerate(parts_of(source)):
        if number:
            yield Break()
        yield Stamp(stamp_of(source.route.approved.act if source.route.approved.valid else None, language))
        if source.route.considered.act is not None and source.route.considered.valid:
            act = source.route.considered.act
            day = format_date(act.act_date, language)
            yield Para(words("considered", language, number=act.number, day=day), align="left")
        yield Title(part.title, sub)
        for printed, text in part.clauses:
            mark = f"{printed}. " if printed[-1:].isdigit() else f"{printed} ".lstrip()
            yield Para((Span(mark, bold=True), Span(text)))
    yield from _appendix(source)


def _appendix(source: Sources) -> Iterator[Block]:
    language = source.language
    for name, lines in (("own_rules", own_rules_of(source)), ("choices", choices_of(source))):
        if lines:
            yield Head(words(name, language))
            yield Listing(tuple(lines))
    if source.history:
        yield Head(words("history", language))
        columns = (words("no", language), words("day", language), words("paper", language), words("what", language))
        rows = tuple((str(row.number), format_date(row.since, language), row.paper, row.note) for row in source.history)
        yield Grid(columns, rows, (1, 4, 4, 8))
    act = source.route.approved.act
    if act is not None and source.route.approved.valid and act.signed_by is not None:
        day = format_date(act.act_date, language)
        yield Signatures((Signature(words("director", language), act.signed_by.short_name, day),))
    if source.check_url and act is not None:
        yield Square(source.check_url, (words("check", language, mark=act.fingerprint[:16]),))
    if source.sheet:
        yield Break()
        yield Title(words("sheet", language), words("version", language, number=source.route.profile.number))
        heads = tuple(words(place, language) for place in ("no", "name", "day", "signature"))
        yield Grid(
            heads,
            tuple(
                (str(number), row.name, format_date(row.on, language) if row.on else "", "")
                for number, row in enumerate(source.sheet, start=1)
            ),
            (1, 6, 4, 3),
        )


def stamp_of(order: Act | None, language: str) -> tuple[str, ...]:
    """The approval stamp; blanks to be filled by hand while there is no order."""
    head = (words("approve", language), words("director", language))
    if order is None:
        return (*head, BLANK, words("order", language, number="____", day=BLANK))
    signer = order.signed_by.short_name if order.signed_by else BLANK
    return (*head, signer, words("order", language, number=order.number, day=format_date(order.act_date, language)))


def template_values(source: Sources) -> dict[str, Any]:
    """What a school's own DOCX template may name."""
    route, language = source.route, source.language
    order = route.approved.act if route.approved.valid else None
    protocol = route.considered.act if route.considered.valid else None
    return {
        "school": source.school,
        "number": route.profile.number,
        "valid_from": format_date(route.profile.valid_from, language),
        "note": route.profile.note,
        "stamp": list(stamp_of(order, language)),
        "order_number": order.number if order else "",
        "order_date": format_date(order.act_date, language) if order else "",
        "director": order.signed_by.short_name if order and order.signed_by else "",
        "protocol_number": protocol.number if protocol else "",
        "protocol_date": format_date(protocol.act_date, language) if protocol else "",
        "documents": [
            {"title": part.title, "clauses": [{"number": number, "text": text} for number, text in part.clauses]}
            for part in parts_of(source)
        ],
        "own_rules": own_rules_of(source),
        "choices": choices_of(source),
        "readers": [
            {"name": row.name, "date": format_date(row.on, language) if row.on else ""} for row in source.sheet
        ],
        "history": [
            {"number": row.number, "date": format_date(row.since, language), "paper": row.paper, "note": row.note}
            for row in source.history
        ],
        "fingerprint": order.fingerprint if order else "",
        "check_url": source.check_url,
    }
