"""Papers of the archive room: the inner list of a folder, the act of a hand-over."""

from collections.abc import Sequence
from datetime import date

from apps.bodies.models import Body
from apps.documents.paper import Block, Grid, Pairs, Paper, Para, Signature, Signatures, Title
from apps.dossiers.models import ArchiveFolder
from apps.dossiers.queries.contents import Content, Contents
from apps.rulebook.text import Text, format_date

INNER_LIST = Text("Папканын ички тизмеси", "Внутренняя опись папки", "Inner list of the folder")
HEAD_OF_STUDIES = Text("Окуу бөлүмүнүн башчысынын кагаздары", "Бумаги завуча", "Papers of the head of studies")
OF_YEAR = Text("Окуу жылы", "Учебный год", "School year")
NUMBER = Text("№", "№", "No.")
PAPER = Text("Кагаздын аталышы", "Название бумаги", "Paper")
SINCE = Text("Качан коюлган", "Дата", "On file since")
WHERE = Text("Кайда", "Где находится", "Where it is")
IN_USUL = Text("Усулда", "в Усул", "in Usul")
FILE = Text("файл", "файл", "file")
MISSING = Text("жок", "нет", "missing")
HEAD = Text("Бирикменин жетекчиси", "Руководитель объединения", "Head of the association")
STUDIES = Text("Окуу бөлүмүнүн башчысы", "Завуч", "Head of studies")
ACT = Text("Архивге тапшыруу актысы", "Акт передачи в архив", "Act of hand-over to the archive")
FOLDER = Text("Папка", "Папка", "Folder")
ASSOCIATION = Text("Бирикме", "Объединение", "Association")
SHEETS = Text("Барактар", "Листов", "Sheets")
GIVEN_ON = Text("Тапшырылган күн", "Дата передачи", "Handed over on")
RECEIVER = Text("Кабыл алган", "Принял", "Received by")
GAVE = Text("Тапшырды", "Сдал", "Handed over by")
TOOK = Text("Кабыл алды", "Принял", "Received")
COUNT = Text("Бардыгы: {count} папка.", "Всего: {count} папок.", "In all: {count} folders.")


def inner_list(contents: Contents, *, body: Body | None, school: str, language: str, year: str, today: date) -> Paper:
    """Every paper of the list with its day and its place, to lie on top of the folder."""

    def say(text: Text) -> str:
        return text.in_(language)

    rows: list[tuple[str, ...]] = []
    for number, row in enumerate((row for row in contents.rows if not row.optional), start=1):
        rows.append((str(number), *_cells(row, language)))
        rows += [(f"{number}.{place}", *_cells(part, language)) for place, part in enumerate(row.parts, start=1)]
    name = body.name if body else say(HEAD_OF_STUDIES)
    blocks: list[Block] = [
        Title(say(INNER_LIST), school),
        Pairs(((say(FOLDER), name), (say(OF_YEAR), year))),
        Grid((say(NUMBER), say(PAPER), say(SINCE), say(WHERE)), tuple(rows), (6, 44, 24, 26)),
        Signatures((Signature(say(HEAD if body else STUDIES), ""),)),
    ]
    return Paper(f"{say(INNER_LIST)} · {name}", language, school, today, tuple(blocks))


def _cells(row: Content, language: str) -> tuple[str, str, str]:
    label = row.label.in_(language)
    if not row.on_file:
        return label, "—", "" if row.parts else MISSING.in_(language)
    places = [row.filed.place if row.filed else "", IN_USUL.in_(language) if row.held else ""]
    places.append(FILE.in_(language) if row.files else "")
    since = format_date(row.since, language) if row.since else "—"
    return label, since, "; ".join(part for part in places if part)


def hand_over_act(rows: Sequence[ArchiveFolder], *, school: str, language: str) -> Paper:
    """The act by which folders went to the archive."""

    def say(text: Text) -> str:
        return text.in_(language)

    first = rows[0]
    on = first.handed_on or first.year_end
    grid = tuple(
        (
            str(number),
            f"{row.kind.label.in_(language)}, {row.start_year}/{row.start_year + 1}",
            row.body.name if row.body else school,
            str(row.sheets or "—"),
        )
        for number, row in enumerate(rows, start=1)
    )
    blocks: list[Block] = [
        Title(f"{say(ACT)} № {first.act_number}", school),
        Pairs(((say(GIVEN_ON), format_date(on, language)), (say(RECEIVER), first.receiver))),
        Grid((say(NUMBER), say(FOLDER), say(ASSOCIATION), say(SHEETS)), grid, (6, 42, 40, 12)),
        Para(say(COUNT).format(count=len(rows))),
        Signatures((Signature(say(GAVE), ""), Signature(say(TOOK), first.receiver))),
    ]
    return Paper(f"{say(ACT)} № {first.act_number}", language, school, on, tuple(blocks))
