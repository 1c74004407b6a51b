"""A resolution as an excerpt from the minutes: a paper of its own, for whoever carries it out."""

from datetime import date

from apps.documents.paper import Block, Head, Pairs, Paper, Para, Signature, Signatures, Title
from apps.rulebook.text import Text, format_date
from apps.sittings.models import Resolution

TITLE = Text("Протоколдон көчүрмө", "Выписка из протокола", "Excerpt from the minutes")
MINUTES = Text("Протокол", "Протокол", "Minutes")
BODY = Text("Орган", "Орган", "Body")
HELD = Text("Отурум өткөн күн", "Дата заседания", "Day of the sitting")
HEARD = Text("Каралган маселе", "Рассмотрен вопрос", "Question")
DECIDED = Text("Токтом кылынды", "Постановили", "Decided")
OWNER = Text("Жооптуу", "Ответственный", "Responsible")
DUE = Text("Мөөнөтү", "Срок", "Due")
STATE = Text("Абалы", "Состояние", "State")
CHAIR = Text("Төрага", "Председатель", "Chair")
SECRETARY = Text("Катчы", "Секретарь", "Secretary")
DRAFT = Text("протоколго кол коюла элек", "протокол не подписан", "the minutes are not signed")
NOBODY = Text("көрсөтүлгөн эмес", "не указан", "not named")


def excerpt_of(row: Resolution, *, school: str, language: str, today: date) -> Paper:
    """The paper of one resolution with its sitting, minutes, question and owner. It names what the minutes name and adds nothing."""

    def say(text: Text) -> str:
        return text.in_(language)

    def day(value: date | None) -> str:
        return format_date(value, language) if value else "—"

    minutes = getattr(row.sitting, "minutes", None)
    signed = minutes is not None and minutes.signed_on is not None
    number = minutes.number if minutes is not None else row.sitting.number
    about = [(say(BODY), row.sitting.body.name), (say(MINUTES), f"№ {number}"), (say(HELD), day(row.sitting.held_on))]
    blocks: list[Block] = [Title(say(TITLE), school), Pairs(tuple(about))]
    if row.item is not None:
        blocks += [Head(f"{say(HEARD)}:"), Para(f"{row.item.position}. {row.item.text}")]
    blocks += [
        Head(f"{say(DECIDED)}:"),
        Para(f"{row.number}. {row.text}"),
        Pairs(
            (
                (say(OWNER), row.responsible.full_name if row.responsible else say(NOBODY)),
                (say(DUE), day(row.due_on)),
                (say(STATE), row.state.label.in_(language)),
            )
        ),
    ]
    on = day(minutes.signed_on) if minutes is not None and signed else ""
    chair = minutes.chair.short_name if minutes is not None and minutes.chair else ""
    secretary = minutes.secretary.short_name if minutes is not None and minutes.secretary else ""
    blocks.append(Signatures((Signature(say(CHAIR), chair, on), Signature(say(SECRETARY), secretary, on))))
    title = f"{say(TITLE)} № {number}-{row.number}"
    dated = row.sitting.held_on or today
    return Paper(title, language, school, dated, tuple(blocks), mark="" if signed else say(DRAFT))
