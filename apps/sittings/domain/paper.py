"""The protocol as schools in Kyrgyzstan write it, in Kyrgyz or Russian, from its content and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.documents.paper import (
    Block,
    Head,
    Listing,
    Pairs,
    Paper,
    Para,
    Signature,
    Signatures,
    Span,
    Square,
    Stamp,
    Title,
)
from apps.rulebook.enums import Role
from apps.rulebook.text import Text, format_date
from apps.sittings.enums import BallotKind, MotionResult, SealKind
from apps.sittings.models import Minutes
from apps.sittings.queries.chain import links_of
from apps.sittings.queries.content import Content, content_of

WORDS: dict[str, Text] = {
    "protocol": Text("№{number} ПРОТОКОЛ", "ПРОТОКОЛ № {number}", "MINUTES No. {number}"),
    "title": Text("№{number} протокол, {body}", "Протокол № {number}, {body}", "Minutes No. {number}, {body}"),
    "of": Text("{body}: отурум", "заседание: {body}", "sitting of {body}"),
    "chair": Text("Төрага:", "Председатель:", "Chair:"),
    "secretary": Text("Катчы:", "Секретарь:", "Secretary:"),
    "office_chair": Text("Төрага", "Председатель", "Chair"),
    "office_secretary": Text("Катчы", "Секретарь", "Secretary"),
    "present": Text("Катышты:", "Присутствовали:", "Present:"),
    "present_of": Text(
        "{members} мүчөдөн {present}: {names}", "{present} из {members}: {names}", "{present} of {members}: {names}"
    ),
    "absent": Text("Келген жок:", "Отсутствовали:", "Absent:"),
    "guests": Text("Чакырылды:", "Приглашены:", "Invited:"),
    "quorum": Text("Кворум:", "Кворум:", "Quorum:"),
    "quorum_line": Text(
        "{least} мүчө керек ({document}, {clause}-пункт)",
        "нужно {least} ({document}, пункт {clause})",
        "{least} needed ({document}, clause {clause})",
    ),
    "agenda": Text("КҮН ТАРТИБИ", "ПОВЕСТКА ДНЯ", "AGENDA"),
    "added": Text("(кошумча, {on})", "(дополнительно, {on})", "(added on {on})"),
    "speaker": Text("Баяндамачы: {name}", "Докладчик: {name}", "Speaker: {name}"),
    "heard": Text("УГУЛДУ:", "СЛУШАЛИ:", "HEARD:"),
    "spoke": Text("СӨЗ СҮЙЛӨДҮ:", "ВЫСТУПИЛИ:", "SPOKE:"),
    "voted": Text("ДОБУШ БЕРИЛДИ:", "ГОЛОСОВАЛИ:", "VOTED:"),
    "decided": Text("ЧЕЧИМ КАБЫЛ АЛЫНДЫ:", "РЕШИЛИ:", "DECIDED:"),
    "votes": Text(
        "макул — {yes}, каршы — {no}, калыс — {abstained}",
        "за — {yes}, против — {no}, воздержались — {abstained}",
        "for — {yes}, against — {no}, abstained — {abstained}",
    ),
    "votes_of_guests": Text(
        "; чакырылгандардын {number} добушу эсептелген жок",
        "; голоса приглашённых ({number}) не считаются",
        "; ballots of guests ({number}) are not counted",
    ),
    "there": Text("; залда {present} мүчө", "; в зале {present} чл.", "; {present} members in the room"),
    "dropped": Text("Маселе алынып салынды.", "Вопрос снят с повестки.", "The question was taken off."),
    "unheard": Text(
        "Маселе кийинки отурумга калтырылды.", "Вопрос перенесён на следующее заседание.", "Left for the next sitting."
    ),
    "adopted": Text("Кабыл алынды.", "Принято.", "Adopted."),
    "rejected": Text("Кабыл алынган жок.", "Не принято.", "Not adopted."),
    "noted": Text("Маалымат үчүн кабыл алынды.", "Принято к сведению.", "Noted."),
    "responsible": Text(" Жооптуу: {name}.", " Ответственный: {name}.", " Responsible: {name}."),
    "due": Text(" Мөөнөтү: {on}.", " Срок: {on}.", " Due: {on}."),
    "other": Text("БАШКА ЧЕЧИМДЕР", "ДРУГИЕ РЕШЕНИЯ", "OTHER DECISIONS"),
    "late": Text("кечигип келди", "опоздание", "late"),
    "left": Text("эрте кетти", "ушли раньше", "left early"),
    "draft": Text("долбоор", "проект", "draft"),
    "corrections": Text("ТАКТООЛОР", "ИСПРАВЛЕНИЯ", "CORRECTIONS"),
    "check": Text("Аныктыгын текшерүү:", "Проверка подлинности:", "To check this paper:"),
    "hash": Text("Мөөрү: {hash}", "Отпечаток: {hash}", "Seal: {hash}"),
    "excerpt": Text("ПРОТОКОЛДОН КӨЧҮРМӨ", "ВЫПИСКА ИЗ ПРОТОКОЛА", "EXCERPT FROM THE MINUTES"),
    "true_copy": Text("Көчүрмө туура", "Выписка верна", "True excerpt"),
}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the paper says besides its content.

    Attributes:
        school: name in the language of the paper.
        url: address of the public verification page; empty for a draft.
        hash: of the seal; corrections: notes added after signing, each with its day and words.
    """

    school: str
    url: str = ""
    hash: str = ""
    corrections: tuple[tuple[date, str], ...] = ()


def letterhead_of(minutes: Minutes, *, school: str, url: str) -> tuple[Content, Letterhead]:
    """What the paper of these minutes is made of: as it was sealed, with its notes, or as a draft stands now. Ten queries at the most.

    Args:
        url: of the public proof; a draft does not bear it.
    """
    links = links_of(minutes)
    seal = next((link for link in links if link.kind is SealKind.MINUTES), None)
    content = seal.content if seal else content_of(minutes.sitting, minutes)
    notes = tuple((link.sealed_on, link.content["text"]) for link in links if link.kind is SealKind.CORRECTION)
    return content, Letterhead(school, url if seal else "", seal.hash if seal else "", notes)


class Writer:
    """Words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """A phrase with its values."""
        return WORDS[key].in_(self.language).format(**values)

    def day(self, iso: str | None) -> str:
        """A day in full."""
        return format_date(date.fromisoformat(iso), self.language) if iso else ""

    def name(self, person: Mapping[str, Any] | None) -> str:
        """A person's short name, or a place to write it."""
        return str(person["name"]) if person else "____________"


def minutes_paper(content: Content, head: Letterhead) -> Paper:
    """The whole protocol; without an address it is marked as a draft."""
    write = Writer(content["language"])
    title = write.say("title", number=content["number"], body=content["body"]["name"])
    blocks: list[Block] = [
        Stamp((head.school,)) if head.school else Para(""),
        Title(write.say("protocol", number=content["number"]), write.say("of", body=content["body"]["name"])),
        Pairs(tuple(_frame(content, write))),
        Head(write.say("agenda")),
        Listing(tuple(_agenda_line(item, write) for item in content["items"])),
    ]
    for item in content["items"]:
        blocks += _item(item, write)
    if content["resolutions"]:
        blocks += [Head(write.say("other")), *(_decision(row, write) for row in content["resolutions"])]
    if content["text"]:
        blocks.append(Para(content["text"]))
    blocks.append(_signatures(content, write))
    blocks += _after(head, write)
    return Paper(
        title=title,
        language=content["language"],
        author=head.school,
        dated=date.fromisoformat(content["held_on"]),
        blocks=tuple(blocks),
        mark="" if head.url else write.say("draft"),
    )


def excerpt_paper(content: Content, position: int, head: Letterhead) -> Paper:
    """What was decided on one question, for whoever asked it."""
    write = Writer(content["language"])
    [item] = [row for row in content["items"] if row["position"] == position]
    title = write.say("excerpt")
    number = write.say("title", number=content["number"], body=content["body"]["name"])
    blocks: list[Block] = [
        Stamp((head.school,)) if head.school else Para(""),
        Title(title, f"{number}, {write.day(content['held_on'])}"),
        *_item(item, write),
        _signatures(content, write),
        Para(write.say("true_copy") + " ____________________", align="left"),
        *_after(head, write),
    ]
    return Paper(
        title=f"{title}: {number}",
        language=content["language"],
        author=head.school,
        dated=date.fromisoformat(content["held_on"]),
        blocks=tuple(blocks),
    )


def _frame(content: Content, write: Writer) -> Iterable[tuple[str, str]]:
    place = ", ".join(part for part in (content["starts_at"], content["place"]) if part)
    yield (write.day(content["held_on"]), place)
    yield (write.say("chair"), write.name(content["chair"]))
    yield (write.say("secretary"), write.name(content["secretary"]))
    members = [row for row in content["attendance"] if not row["guest"]]
    here = [row for row in members if row["present"]]
    if members:
        names = ", ".join(_presence(row, write) for row in here)
        total = content["quorum"]["members"] or len(members)
        yield (write.say("present"), write.say("present_of", members=total, present=len(here), names=names))
    absent = ", ".join(_presence(row, write) for row in members if not row["present"])
    if absent:
        yield (write.say("absent"), absent)
    guests = ", ".join(row["name"] for row in content["attendance"] if row["guest"] and row["present"])
    if guests:
        yield (write.say("guests"), guests)
    clause = content["quorum"]["clause"]
    if content["quorum"]["least"] is not None and clause.get("document"):
        document = Text(*clause["document"]).in_(write.language)
        least = content["quorum"]["least"]
        yield (write.say("quorum"), write.say("quorum_line", least=least, document=document, clause=clause["clause"]))


def _presence(row: Content, write: Writer) -> str:
    notes = [write.say(key) for key in ("late", "left") if row[key]]
    if not row["present"] and row["reason"]:
        notes.append(row["reason"])
    return f"{row['name']} ({', '.join(notes)})" if notes else str(row["name"])


def _agenda_line(item: Content, write: Writer) -> str:
    parts = [item["text"]]
    if item["added_on"]:
        parts.append(write.say("added", on=write.day(item["added_on"])))
    return " ".join(parts)


def _item(item: Content, write: Writer) -> list[Block]:
    speaker = write.say("speaker", name=_with_office(item, write)) if item["speaker"] else ""
    heard = (Span(f"{item['position']}. {write.say('heard')} ", bold=True), Span(item["text"]))
    blocks: list[Block] = [Para((*heard, Span(f" {speaker}", italic=True)) if speaker else heard)]
    if item["dropped"] or item["unheard"]:
        return [*blocks, Para(write.say("dropped" if item["dropped"] else "unheard"))]
    if item["speeches"]:
        blocks.append(Para((Span(write.say("spoke"), bold=True),), align="left"))
        blocks += [Para(_speech(row)) for row in item["speeches"]]
    blocks += [Para((Span(write.say("voted") + " ", bold=True), Span(line))) for line in _votes(item, write)]
    blocks.append(Para((Span(write.say("decided") + " ", bold=True), Span(_outcome(item, write)))))
    blocks += [_decision(row, write, item["position"]) for row in item["resolutions"]]
    return blocks


def _with_office(item: Content, write: Writer) -> str:
    office = Role.of(item["speaker_role"]).label.in_(write.language) if item["speaker_role"] else ""
    return ", ".join(part for part in (write.name(item["speaker"]), office) if part)


def _speech(row: Content) -> tuple[Span, ...]:
    return (Span(f"{row['name']} — ", bold=True), Span(row["text"])) if row["name"] else (Span(row["text"]),)


def _votes(item: Content, write: Writer) -> list[str]:
    if not item["motions"]:
        if item["votes"] is None:
            return []
        return [_count(item["votes"], write) + (write.say("there", present=item["present"]) if item["present"] else "")]
    lines = []
    for motion in item["motions"]:
        way = BallotKind.of(motion["ballot"]).label.in_(write.language)
        result = MotionResult.of(motion["result"]).label.in_(write.language) if motion["result"] else ""
        there = write.say("there", present=motion["rule"].get("present", 0)) if motion["rule"] else ""
        lines.append(f"«{motion['text']}» ({way}): {_count(motion['votes'], write)}{there} — {result}.")
    return lines


def _count(votes: list[int], write: Writer) -> str:
    yes, no, abstained, invited = votes
    line = write.say("votes", yes=yes, no=no, abstained=abstained)
    return line + (write.say("votes_of_guests", number=invited) if invited else "")


def _outcome(item: Content, write: Writer) -> str:
    if item["adopted"] is None:
        return "" if item["resolutions"] else write.say("noted")
    return write.say("adopted" if item["adopted"] else "rejected")


def _decision(row: Content, write: Writer, position: int | None = None) -> Para:
    text = f"{position}.{row['number']}. {row['text']}" if position else f"{row['number']}. {row['text']}"
    text = text if text.endswith((".", "!", "…")) else f"{text}."
    if row["responsible"]:
        text += write.say("responsible", name=write.name(row["responsible"]).removesuffix("."))
    if row["due_on"]:
        text += write.say("due", on=write.day(row["due_on"]))
    return Para(text, indent=True)


def _signatures(content: Content, write: Writer) -> Signatures:
    return Signatures(
        tuple(
            Signature(
                write.say(f"office_{office}"), write.name(content[office]), write.day(content[f"{office}_signed_on"])
            )
            for office in ("chair", "secretary")
        )
    )


def _after(head: Letterhead, write: Writer) -> list[Block]:
    blocks: list[Block] = []
    if head.corrections:
        lines = tuple(f"{format_date(on, write.language)}: {text}" for on, text in head.corrections)
        blocks += [Head(write.say("corrections")), Listing(lines)]
    if head.url:
        blocks.append(Square(head.url, (write.say("check"), head.url, write.say("hash", hash=head.hash[:32]))))
    return blocks
