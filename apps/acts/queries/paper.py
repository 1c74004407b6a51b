"""A paper as it is printed: head, number and date, text, basis, signature. In the language of the paper, not of the reader."""

from collections.abc import Iterable

from apps.acts.enums import ActState
from apps.acts.models import Act
from apps.documents.paper import Block, Pairs, Paper, Para, Signature, Signatures, Title
from apps.people.models import Person
from apps.rulebook.enums import ActKind
from apps.rulebook.text import Text, format_date

NUMBER = Text("Номери", "Номер", "Number")
DATE = Text("Датасы", "Дата", "Date")
BASIS = Text("Негизи", "Основание", "Basis")
PEOPLE = Text("Тиешелүү адамдар", "Касается", "Concerns")
DECIDED = Text("Чечим чыгарган орган", "Кем принято", "Decided by")
REVOKED = Text("Жокко чыгарылган: {day}", "Отменено: {day}", "Revoked: {day}")
DRAFT = Text("долбоор", "проект", "draft")
HEADS = {
    ActKind.ORDER: Text("БУЙРУК", "ПРИКАЗ", "ORDER"),
    ActKind.SUBMISSION: Text("КӨРСӨТҮҮ", "ПРЕДСТАВЛЕНИЕ", "SUBMISSION"),
}


def people_of(act: Act) -> list[Person]:
    """The people a paper concerns, by name. One query; none when it names nobody."""
    return list(Person.objects.filter(pk__in=act.persons)) if act.persons else []


def paper_of(act: Act, *, school: str, people: Iterable[Person] = ()) -> Paper:
    """The paper as blocks of words. Asks nothing of the database beyond what comes with the row (`signed_by`, `basis`).

    Args:
        school: official name in the language of the paper.
        people: whom it concerns.
    """
    language = act.language
    head = HEADS.get(act.kind, act.kind.label).in_(language).upper()
    title = act.title or (act.purpose.label.in_(language) if act.purpose else "")
    pairs = [(DATE.in_(language), format_date(act.act_date, language))]
    if act.number:
        pairs.insert(0, (NUMBER.in_(language), act.number))
    if act.basis is not None:
        pairs.append((BASIS.in_(language), _named(act.basis, language)))
    if act.decided_by is not None:
        pairs.append((DECIDED.in_(language), act.decided_by.label.in_(language)))
    names = ", ".join(person.full_name for person in people)
    if names:
        pairs.append((PEOPLE.in_(language), names))
    blocks: list[Block] = [Title(school), Title(head, title), Pairs(tuple(pairs))]
    blocks += [Para(line, indent=True) for line in act.text.splitlines() if line.strip()]
    if act.revoked_on is not None:
        blocks.append(Para(REVOKED.in_(language).format(day=format_date(act.revoked_on, language)), align="left"))
    if act.signed_by is not None or act.kind in HEADS:
        blocks.append(Signatures((_signature(act),)))
    named = f"{act.kind.label.in_(language)} {act.number}".strip()
    mark = DRAFT.in_(language) if act.state is ActState.DRAFT else ""
    return Paper(title=named, language=language, author=school, dated=act.act_date, blocks=tuple(blocks), mark=mark)


def _signature(act: Act) -> Signature:
    office = act.signed_role.label.in_(act.language) if act.signed_role else ""
    name = act.signed_by.short_name if act.signed_by else ""
    return Signature(office, name, format_date(act.act_date, act.language) if act.signed_by else "")


def _named(act: Act, language: str) -> str:
    number = f" № {act.number}" if act.number else ""
    return f"{act.kind.label.in_(language)}{number}, {format_date(act.act_date, language)}"
