"""The print kit of a coming sitting: the agenda, and the sheet on which those who came sign with a pen."""

from collections.abc import Iterable, Sequence

from apps.documents.paper import Block, Break, Grid, Listing, Pairs, Paper, Signature, Signatures, Title
from apps.people.models import Person
from apps.rulebook.text import Text, format_date
from apps.sittings.models import AgendaItem, Sitting

KIT = Text("Күн тартиби жана катышуу баракчасы", "Повестка и лист регистрации", "Agenda and attendance sheet")
SITTING = Text("Отурум", "Заседание", "Sitting")
BODY = Text("Орган", "Орган", "Body")
DAY = Text("Күнү", "Дата", "Day")
TIME = Text("Убактысы", "Время", "Time")
PLACE = Text("Орду", "Место", "Place")
AGENDA = Text("Күн тартиби", "Повестка дня", "Agenda")
NO_QUESTION = Text("Маселе коюла элек", "Вопросов пока нет", "No question yet")
PRESENT = Text("Катышкандар", "Присутствуют", "Present")
NAME = Text("Аты-жөнү", "Фамилия, имя, отчество", "Name")
HAND = Text("Колу", "Подпись", "Signature")
CHAIR = Text("Төрага", "Председатель", "Chair")
SECRETARY = Text("Катчы", "Секретарь", "Secretary")
INVITED_LINES = 3


def kit_of(
    sitting: Sitting, *, items: Iterable[AgendaItem], members: Sequence[Person], school: str, language: str
) -> Paper:
    """A page with the questions and a page to sign on, with free lines for the invited."""

    def say(text: Text) -> str:
        return text.in_(language)

    day = sitting.planned_on or sitting.held_on
    about = [(say(BODY), sitting.body.name), (say(SITTING), f"№ {sitting.number}")]
    about += [(say(DAY), format_date(day, language))] if day else []
    about += [(say(TIME), f"{sitting.starts_at:%H:%M}")] if sitting.starts_at else []
    about += [(say(PLACE), sitting.place)] if sitting.place else []
    questions = tuple(_question(item) for item in items) or (say(NO_QUESTION),)
    rows = [(str(number), person.full_name, "") for number, person in enumerate(members, start=1)]
    rows += [(str(number), "", "") for number in range(len(rows) + 1, len(rows) + 1 + INVITED_LINES)]
    blocks: list[Block] = [
        Title(say(AGENDA), school),
        Pairs(tuple(about)),
        Listing(questions),
        Break(),
        Title(say(PRESENT), school),
        Pairs(tuple(about)),
        Grid(("№", say(NAME), say(HAND)), tuple(rows), (8, 57, 35)),
        Signatures((Signature(say(CHAIR), ""), Signature(say(SECRETARY), ""))),
    ]
    title = f"{say(KIT)} № {sitting.number}"
    return Paper(title, language, school, day or sitting.created_at.date(), tuple(blocks))


def _question(item: AgendaItem) -> str:
    return f"{item.text} ({item.speaker.short_name})" if item.speaker else item.text
