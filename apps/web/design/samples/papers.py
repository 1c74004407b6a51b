"""Findings and papers of one school in November."""

from datetime import date

from apps.web.blocks.page import Person
from apps.web.blocks.papers import Argument, Document, Entry, Fact, Light, Provenance, Quorum, Reading, RouteStep, Work
from apps.web.blocks.verdicts import mark
from apps.web.design.samples import say


def provenance_value() -> Provenance:
    clause = say("Жобонун 1.2-пункту", "пункт 1.2 Положения", "clause 1.2 of the charter")
    return Provenance(
        clause, "3", act=say("буйрук №14", "приказ №14", "order No. 14"), act_on=date(2025, 9, 1), url="#"
    )


def provenance_silent() -> Provenance:
    return Provenance(
        say("жободо жөнгө салынган эмес", "Положением не регламентировано", "the charter says nothing"), "—"
    )


def _council_source(clause: str) -> Provenance:
    place = say(
        f"Усулдук кеңеш жобосунун {clause}-пункту",
        f"пункт {clause} Положения о методсовете",
        f"clause {clause} of the council charter",
    )
    return Provenance(place, act=say("буйрук №21", "приказ №21", "order No. 21"), act_on=date(2025, 8, 30), url="#")


def failed_notice() -> Argument:
    return Argument(
        verdict="FAIL",
        severity="major",
        code="CN-7",
        about=say("№4 отурум", "заседание №4", "sitting 4"),
        rule=say(
            "Кеңештин күн тартиби отурумдан жети күндөн кечиктирилбей жарыяланат.",
            "Повестка совета объявляется не позднее чем за семь дней до заседания.",
            "The agenda of the council is announced at least seven days before the sitting.",
        ),
        source=_council_source("7.5"),
        facts=[
            Fact(say("Жарыяланган", "Объявлено", "Announced"), on=date(2026, 3, 10)),
            Fact(say("Отурум", "Заседание", "Sitting"), on=date(2026, 3, 16)),
            Fact(say("Аралыгы", "Разница", "Difference"), say("6 күн", "6 дней", "6 days")),
        ],
        limit=Fact(say("Акыркы мөөнөт", "Крайний срок", "Latest day"), on=date(2026, 3, 9)),
        next_label=say("Отурумду жылдыруу", "Перенести заседание", "Postpone the sitting"),
        next_url="#",
    )


def differing_notice() -> Argument:
    return Argument(
        verdict="PASS",
        code="CN-7",
        about=say("№3 отурум", "заседание №3", "sitting 3"),
        rule=failed_notice().rule,
        source=_council_source("7.5"),
        facts=[
            Fact(say("Жарыяланган", "Объявлено", "Announced"), on=date(2026, 3, 9)),
            Fact(say("Отурум", "Заседание", "Sitting"), on=date(2026, 3, 16)),
        ],
        limit=Fact(say("Акыркы мөөнөт", "Крайний срок", "Latest day"), on=date(2026, 3, 9)),
        next_label=say("Чечмелөөнү өзгөртүү", "Изменить толкование", "Change the reading"),
        next_url="#",
        readings=[
            Reading(
                say("Күндөрдүн айырмасы", "Разность дат", "Difference of dates"),
                "PASS",
                say("16 − 9 = 7 күн, жетиштүү.", "16 − 9 = 7 дней, достаточно.", "16 − 9 = 7 days, enough."),
                in_force=True,
            ),
            Reading(
                say("Толук күндөр", "Полные дни", "Clear days"),
                "FAIL",
                say(
                    "Эки чети эсептелбесе 6 күн, бир күн жетпейт.",
                    "Без обоих концов 6 дней, не хватает одного.",
                    "Without both ends 6 days, one is missing.",
                ),
                severity="major",
            ),
        ],
    )


def blocking_majority() -> Argument:
    return Argument(
        verdict="FAIL",
        severity="blocking",
        code="CN-8",
        about=say("2-маселе", "вопрос 2", "item 2"),
        rule=say(
            "Чечим курамдын үчтөн экиси катышканда гана кабыл алынат.",
            "Решение принимается, только если присутствуют две трети состава.",
            "A decision needs two thirds of the members present.",
        ),
        source=_council_source("7.7"),
        facts=[
            Fact(say("Катышты", "Присутствовало", "Present"), say("7 мүчөнүн 4ү", "4 из 7 членов", "4 of 7 members"))
        ],
        limit=Fact(say("Керек", "Нужно", "Needed"), say("5 мүчө", "5 членов", "5 members")),
        next_label=say("Кайра добушка коюу", "Вынести повторно", "Put it to the vote again"),
        next_url="#",
    )


def lost_cadence() -> Argument:
    return Argument(
        verdict="LOST",
        code="CN-6",
        about=say("Усулдук кеңеш", "Методический совет", "Methodical council"),
        rule=say(
            "Отурумдардын жыштыгы жөнүндө пункт көчүрмөдө сакталган эмес.",
            "Пункт о частоте заседаний в копии не сохранился.",
            "The clause on how often the council sits is missing from the copy.",
        ),
        source=Provenance(
            say("жобонун 3.2-пунктунан кийин", "после пункта 3.2 Положения", "after clause 3.2 of the charter"), url="#"
        ),
        facts=[
            Fact(
                say("Көчүрмөнүн абалы", "Состояние копии", "State of the copy"),
                say("3.2де үзүлөт", "обрывается на 3.2", "breaks off at 3.2"),
            )
        ],
        next_label=say("Маанини киргизүү", "Ввести значение", "Enter the value"),
        next_url="#",
    )


def arguments() -> list[Argument]:
    return [failed_notice(), differing_notice(), blocking_majority(), lost_cadence()]


def lights() -> list[Light]:
    return [
        Light(
            say("Билдирүү", "Уведомление", "Notice"),
            "PASS",
            say("9 күн мурда жарыяланды", "объявлено за 9 дней", "announced 9 days before"),
            url="#",
        ),
        Light(
            say("Материалдар", "Материалы", "Pack"),
            "WARN",
            say("2 тиркеме кийин кошулду", "2 приложения добавлены позже", "2 papers were added later"),
            url="#",
        ),
        Light(
            say("Кворум", "Кворум", "Quorum"),
            "PASS",
            say("7 мүчөнүн 5и катышты", "5 из 7 членов", "5 of 7 members"),
            url="#",
        ),
        Light(
            say("Добуштар", "Голоса", "Votes"),
            "REVIEW",
            say("добуштар катышкандардан көп", "голосов больше, чем присутствующих", "more votes than members present"),
            url="#",
        ),
        Light(
            say("Протокол", "Протокол", "Minutes"),
            "PENDING",
            say("даярдалууда", "готовится", "being written"),
            due=date(2026, 11, 27),
            url="#",
        ),
        Light(
            say("Кол тамгалар", "Подписи", "Signatures"),
            "FAIL",
            say("катчынын колу жок", "нет подписи секретаря", "the secretary has not signed"),
            "major",
            url="#",
        ),
        Light(
            say("Көчүрмөлөр", "Выписки", "Excerpts"),
            "NR",
            say("жобо талап кылбайт", "Положение не требует", "the charter does not ask"),
        ),
    ]


def quorums() -> list[Quorum]:
    source = _council_source("7.7")
    return [
        Quorum(5, 7, 5, "PASS", source),
        Quorum(4, 7, 5, "FAIL", source),
        Quorum(19, 31, 21, "PENDING"),
        Quorum(6, 9, None, "NR"),
    ]


def route() -> list[RouteStep]:
    return [
        RouteStep(
            say("Каралды", "Рассмотрено", "Considered"),
            "done",
            say("УБ отуруму", "заседание МО", "association sitting"),
            date(2026, 8, 28),
            say("№1 протокол", "протокол №1", "minutes No. 1"),
        ),
        RouteStep(
            say("Макулдашылды", "Согласовано", "Agreed"),
            "done",
            say("ОТИ боюнча орун басар", "зам. директора по УВР", "deputy director"),
            date(2026, 9, 2),
        ),
        RouteStep(
            say("Бекитүү күтүүдө", "Ожидает утверждения", "Waits for approval"),
            "current",
            say("мектеп директору", "директор школы", "director"),
        ),
        RouteStep(say("Архивге өткөрүү", "Передача в архив", "To the archive"), "todo"),
    ]


def refused_route() -> list[RouteStep]:
    back = RouteStep(
        say("Кайтарылды", "Возвращено", "Returned"),
        "refused",
        say("мектеп директору", "директор школы", "director"),
        date(2026, 9, 4),
        say("Милдеттүү адамдар көрсөтүлсүн", "Указать ответственных", "Name who is responsible"),
    )
    return [route()[0], route()[1], back]


def entries() -> list[Entry]:
    return [
        Entry(
            date(2026, 11, 20),
            say("Протоколго кол коюлду", "Протокол подписан", "The minutes were signed"),
            "seal",
            "Асанова Гүлнара",
            "14:20",
            "#",
        ),
        Entry(
            date(2026, 11, 17),
            say(
                "Отурум өткөрүлдү, 5 мүчө катышты",
                "Заседание проведено, присутствовало 5 членов",
                "The sitting was held with 5 members",
            ),
            "lesson",
            "Осмонов Бакыт",
            "14:00",
        ),
        Entry(
            date(2026, 11, 8),
            say("Күн тартиби жарыяланды", "Повестка объявлена", "The agenda was announced"),
            "announce",
            "Асанова Гүлнара",
            "09:15",
        ),
    ]


def documents() -> list[Document]:
    digest = "9f2c4b7a1d0e88c3" * 4
    return [
        Document(say("№4 протокол", "Протокол №4", "Minutes No. 4"), "#", "PDF", "84 КБ", digest, signed=True),
        Document(
            say("Жобо, 2025-жылкы редакция", "Положение, редакция 2025 г.", "Charter, edition of 2025"),
            "#",
            "DOCX",
            "31 КБ",
        ),
    ]


def people() -> list[Person]:
    return [
        Person("Асанова Гүлнара", say("катчы", "секретарь", "secretary"), "#"),
        Person("Өмүрбеков Ысмайыл", say("УБ жетекчиси", "руководитель МО", "association head")),
    ]


def clause_versions() -> tuple[str, str]:
    old = say(
        "Усулдук бирикме окуу жылында төрт жолудан кем эмес чогулат.",
        "Методическое объединение собирается не реже четырёх раз в учебный год.",
        "The association meets at least four times in a school year.",
    )
    new = say(
        "Усулдук бирикме окуу жылында беш жолудан кем эмес чогулат, протокол жети күндө даярдалат.",
        "Методическое объединение собирается не реже пяти раз в учебный год, протокол готовится за семь дней.",
        "The association meets at least five times in a school year; minutes are ready within seven days.",
    )
    return old, new


def facts() -> list[tuple[str, object]]:
    return [
        (say("Жетекчиси", "Руководитель", "Head"), "Өмүрбеков Ысмайыл"),
        (say("Мүчөлөрү", "Члены", "Members"), say("8 мугалим", "8 учителей", "8 teachers")),
        (say("Түзүлгөн күнү", "Создано", "Created"), date(2024, 9, 3)),
        (
            say("Усулдук темасы", "Методическая тема", "Methodical theme"),
            say("Сынчыл ой жүгүртүүнү өнүктүрүү", "Развитие критического мышления", "Critical thinking"),
        ),
    ]


def work() -> list[Work]:
    return [
        Work(
            say("№4 отурумду жарыялаңыз", "Объявите заседание №4", "Announce sitting 4"),
            "#",
            why=say(
                "Жарыялоого үч күн калды.", "До объявления осталось три дня.", "Three days are left to announce it."
            ),
            mark=mark("PENDING"),
            due=date(2026, 11, 23),
        ),
        Work(
            say("Протоколго кол коюңуз", "Подпишите протокол", "Sign the minutes"),
            "#",
            about=say("Усулдук кеңеш", "Методический совет", "Methodical council"),
            icon="seal",
        ),
    ]
