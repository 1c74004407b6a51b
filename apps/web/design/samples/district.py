"""A district in November: figures, charts, a matrix of twelve schools, the calendar."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from apps.web.blocks.calendar import Event, Month, month_page
from apps.web.blocks.dates import month_name, updated_at
from apps.web.blocks.numbers import grouped, percent
from apps.web.blocks.tables import (
    Column,
    Freshness,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    PageLink,
    Pages,
    Tab,
    Twin,
)
from apps.web.blocks.verdicts import all_marks, mark
from apps.web.charts import Figure, Group, HeatRow, Part, Series, bars, donut, heat, stack
from apps.web.design.samples import TODAY, say

_BISHKEK = ZoneInfo("Asia/Bishkek")
_NOW = datetime(2026, 11, 20, 10, 30, tzinfo=_BISHKEK)


def language() -> str:
    return say("ky", "ru", "en")


def _number(value: float) -> str:
    return grouped(value, language())


def _share(value: float) -> str:
    return percent(value, 1, language())


def _fresh(minutes: int) -> Freshness:
    at = _NOW - timedelta(minutes=minutes)
    return Freshness(at, updated_at(at, _NOW, language()), stale=minutes > 24 * 60)


def fresh() -> Freshness:
    return _fresh(25)


def stale() -> Freshness:
    return _fresh(4 * 24 * 60)


_SCHOOLS = [
    ("№12 А. Осмонов атындагы орто мектеп", "Школа №12 имени А. Осмонова", "A. Osmonov School No. 12", 42, 96, 94),
    ("№5 гимназия", "Гимназия №5", "Gymnasium No. 5", 61, 88, 91),
    ("Ж. Бөкөнбаев атындагы мектеп", "Школа имени Ж. Бокомбаева", "J. Bokonbaev School", 38, 91, 84),
    ("№3 Үч-Коргон орто мектеби", "Уч-Коргонская школа №3", "Uch-Korgon School No. 3", 29, 70, 72),
    ("Т. Сатылганов атындагы лицей", "Лицей имени Т. Сатылганова", "T. Satylganov Lyceum", 47, 64, 63),
    ("№27 Өзгөн орто мектеби", "Узгенская школа №27", "Ozgon School No. 27", 55, 82, 58),
    ("Ысык-Көл айылындагы №8 мектеп", "Школа №8 села Иссык-Куль", "Issyk-Kul Village School No. 8", 24, 30, 41),
    ("№33 орто мектеп", "Средняя школа №33", "School No. 33", 51, 93, 88),
    ("№94 мектеп-комплекс", "Школа-комплекс №94", "School Complex No. 94", 77, 79, 80),
    ("Көк-Жар негизги мектеби", "Кок-Жарская основная школа", "Kok-Jar Basic School", 14, 12, None),
    ("№41 Ак-Талаа орто мектеби", "Ак-Талинская школа №41", "Ak-Talaa School No. 41", 33, 55, 66),
    ("№6 Баетов орто мектеби", "Баетовская школа №6", "Baetov School No. 6", 45, 87, 77),
]

_OBLIGATIONS = [
    ("Түзүү буйругу", "Приказ о создании", "Create order"),
    ("План бекитилген", "План утверждён", "Plan approved"),
    ("Макулдашуу", "Согласование", "Consent"),
    ("Мөөнөтүндө", "В срок", "On time"),
    ("Отурумдар", "Заседания", "Sittings"),
    ("Протоколдор", "Протоколы", "Minutes"),
    ("Токтомдор", "Решения", "Resolutions"),
    ("Жыл аягы", "Итог года", "Year end"),
    ("Кеңеш чейректе", "Совет в четверть", "Council a quarter"),
    ("Күн тартиби 7 күн", "Повестка за 7 дней", "Seven days’ notice"),
    ("Кворум", "Кворум", "Quorum"),
    ("Көпчүлүк добуш", "Большинство", "Majority"),
    ("Кеңеш протоколу", "Протокол совета", "Council minutes"),
    ("Төрага дайындоо", "Назначение главы", "Head appointed"),
]
_PATTERN = [
    "P P P P P P P N P P P P P P",
    "P P P P P P W N P P P P P P",
    "P P P m P P P N R P* P P P P",
    "P P P P W F P N R R R R W P",
    "P W P P W F P N P F P P P P",
    "P m F P P W P N F P P? P P P",
    "W F F F F F W N L L L L L F",
    "P P P P P P P N P* P P P P P",
    "P P P P P W P N F* R R R P P",
    "B A A A A A A A R R R R R A",
    "P P N P W P P N C P P P P P",
    "P P P P P P m N P P B P P P",
]
_LETTERS = {
    "P": ("PASS", ""), "W": ("WARN", ""), "F": ("FAIL", "major"), "m": ("FAIL", "minor"), "B": ("FAIL", "blocking"),
    "N": ("PENDING", ""), "R": ("NR", ""), "L": ("LOST", ""), "A": ("NA", ""), "C": ("CFG", ""), "?": ("REVIEW", ""),
}  # fmt: skip


def _cell(letters: str) -> MatrixCell:
    code, severity = _LETTERS["?" if "?" in letters else letters[0]]
    linked = code not in {"NR", "NA"}
    return MatrixCell(mark(code, severity, differs="*" in letters), "#why" if linked else "")


def matrix(columns: int = 14, rows: int = 12) -> Matrix:
    heads = [MatrixColumn(say(*names), url="#") for names in _OBLIGATIONS[:columns]]
    body = []
    for number, (ky, ru, en, teachers, use, result) in enumerate(_SCHOOLS[:rows]):
        cells = [_cell(letters) for letters in _PATTERN[number].split()[:columns]]
        sub = say(f"{teachers} мугалим", f"учителей: {teachers}", f"{teachers} teachers")
        moment = stale() if number == 9 else _fresh(25 + number)
        body.append(MatrixRow(say(ky, ru, en), "#", cells, sub, Twin(use, result), moment))
    return Matrix(
        corner=say("Мектеп", "Школа", "School"),
        caption=say("Мектептердин милдеттери", "Обязанности школ", "Duties of schools") + f" ({columns})",
        columns=heads,
        rows=body,
        tail=say("Колдонуу жана натыйжа", "Использование и результат", "Use and result"),
    )


_MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5)
_PLANNED = (42, 58, 64, 50, 38, 61, 66, 57, 40)
_DONE = (40, 55, 47, None, None, None, None, None, None)


def plan_chart() -> Figure:
    code = get_language() or "ky"
    groups = [
        Group(month_name(month, code), month_name(month, code, short=True), (planned, done))
        for month, planned, done in zip(_MONTHS, _PLANNED, _DONE, strict=True)
    ]
    series = [
        Series(say("Пландалган", "Запланировано", "Planned"), "f-plan"),
        Series(say("Аткарылган", "Выполнено", "Done"), "f-done"),
    ]
    return bars(
        groups,
        series,
        title=say("Жылдык пландын аткарылышы", "Выполнение годового плана", "The year plan"),
        description=say(
            "Сентябрдан ноябрга чейин 164 иш-чара пландалып, 142си аткарылды.",
            "С сентября по ноябрь запланировано 164 мероприятия, выполнено 142.",
            "From September to November 164 activities were planned and 142 done.",
        ),
        ident="plan",
        corner=say("Ай", "Месяц", "Month"),
        say=_number,
    )


def papers_chart() -> Figure:
    parts = [
        Part(say("Бекитилген", "Утверждено", "Approved"), 168, "f-pass"),
        Part(say("Каралууда", "На рассмотрении", "In review"), 37, "f-warn"),
        Part(say("Мөөнөтү өткөн", "Просрочено", "Overdue"), 14, "f-fail"),
        Part(say("Башталган эмес", "Не начато", "Not started"), 21, "f-none"),
    ]
    return donut(
        parts,
        title=say("Документтердин абалы", "Состояние документов", "State of papers"),
        description=say(
            "240 документтин 168и бекитилген.", "Из 240 документов утверждено 168.", "168 of 240 papers are approved."
        ),
        ident="papers",
        unit=say("документ", "документов", "papers"),
        head=[say("Абалы", "Состояние", "State"), say("Саны", "Число", "Number"), say("Үлүшү", "Доля", "Share")],
        say=_number,
        share=_share,
    )


def verdict_chart() -> Figure:
    counts = {"pass": 118, "warn": 11, "fail": 16, "review": 4, "pending": 12, "nr": 7}
    css = {
        "pass": "f-pass",
        "warn": "f-warn",
        "fail": "f-fail",
        "review": "f-review",
        "pending": "f-plan",
        "nr": "f-none",
    }
    parts = [Part(str(look.word), counts[look.kind], css[look.kind]) for look in all_marks() if look.kind in counts]
    return stack(
        parts,
        title=say("Бардык милдеттер", "Все обязанности", "All duties"),
        description=say(
            "168 милдеттин 118и аткарылды.", "Из 168 обязанностей выполнено 118.", "118 of 168 duties are met."
        ),
        ident="verdicts",
        head=[say("Баа", "Оценка", "Verdict"), say("Саны", "Число", "Number"), say("Үлүшү", "Доля", "Share")],
        say=_number,
        share=_share,
    )


def heat_chart() -> Figure:
    code = get_language() or "ky"
    rows = []
    for number, (ky, ru, en, *_rest) in enumerate(_SCHOOLS[:7]):
        done = [max(0, (7 - number) + (month * 3 + number) % 4 - 2) for month in range(3)]
        rows.append(HeatRow(say(ky, ru, en), [*done, *([None] * 6)]))
    return heat(
        rows,
        [month_name(month, code, short=True) for month in _MONTHS],
        title=say("Айлар боюнча отурумдар", "Заседания по месяцам", "Sittings by month"),
        description=say(
            "Мектептер боюнча өткөрүлгөн отурумдардын саны.",
            "Число проведённых заседаний по школам.",
            "Sittings held by school.",
        ),
        ident="heat",
        corner=say("Мектеп", "Школа", "School"),
        less=say("аз", "меньше", "fewer"),
        more=say("көп", "больше", "more"),
        say=_number,
    )


def month() -> Month:
    meet = say("УБ: табигый илимдер", "МО: естественные науки", "Sciences association")
    events = [
        Event(date(2026, 11, 3), say("Октябрь отчёту", "Отчёт за октябрь", "October report"), "#", "pass", done=True),
        Event(date(2026, 11, 17), say("№4 кеңеш отуруму", "Заседание совета №4", "Council sitting 4"), "#"),
        Event(date(2026, 11, 18), meet, "#", "review"),
        Event(date(2026, 11, 20), say("Пландын отчёту", "Отчёт по плану", "Plan report"), "#", "fail"),
        Event(date(2026, 11, 20), say("Ачык сабак, 7-б", "Открытый урок, 7-б", "Open lesson, 7B"), "#", "pass"),
        Event(date(2026, 11, 27), say("Протоколдун мөөнөтү", "Срок протокола", "Minutes due"), "#", "warn"),
    ]
    return month_page(
        2026, 11, events, today=TODAY, language=language(), days_off=[date(2026, 11, 7), date(2026, 11, 8)]
    )


def columns() -> dict[str, Column]:
    return {
        "body": Column(say("Бирикме", "Объединение", "Association"), "#"),
        "held": Column(say("Күнү", "Дата", "Date"), "#", "descending"),
        "present": Column(say("Катышты", "Присутствовало", "Present"), "#", end=True),
        "verdict": Column(say("Абалы", "Состояние", "State")),
    }


def sittings() -> list[dict[str, object]]:
    names = [
        say("Табигый илимдер", "Естественные науки", "Natural sciences"),
        say("Кыргыз тили жана адабияты", "Кыргызский язык и литература", "Kyrgyz language and literature"),
        say("Башталгыч класстар", "Начальные классы", "Primary classes"),
        say("Так илимдер жана информатика", "Точные науки и информатика", "Mathematics and computing"),
    ]
    marks = [("PASS", "", 7, 8), ("FAIL", "major", 5, 9), ("WARN", "", 11, 12), ("PENDING", "", 0, 6)]
    return [
        {
            "held": TODAY - timedelta(days=9 * number),
            "body": name,
            "present": present,
            "members": members,
            "verdict": code,
            "severity": severity,
        }
        for number, (name, (code, severity, present, members)) in enumerate(zip(names, marks, strict=True))
    ]


def pages() -> Pages:
    numbers = [PageLink(1, "#"), PageLink(2, "", current=True), PageLink(3, "#"), PageLink(0, ""), PageLink(9, "#")]
    return Pages("#", "#", numbers, 21, 40, 168)


def cursor_pages() -> Pages:
    return Pages(previous_url="", next_url="#")


def tabs() -> list[Tab]:
    return [
        Tab(say("Кыскача", "Кратко", "Overview"), "#", current=True),
        Tab(say("Отурумдар", "Заседания", "Sittings"), "#", count=4),
        Tab(say("Иш план", "План работы", "Work plan"), "#"),
        Tab(say("Мүчөлөр", "Члены", "Members"), "#", count=8),
    ]


def kinds() -> dict[str, object]:
    """A filter as a list gives it to its bar."""
    return {
        "name": "kind",
        "label": say("Түрү", "Вид", "Kind"),
        "options": [("council", say("Кеңеш", "Совет", "Council"))],
        "chosen": "",
    }
