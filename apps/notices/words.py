"""What a notice says, in the language of whoever reads it. Made when it is read, from the values kept with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.bodies.enums import MembershipRole
from apps.notices.enums import NoticeKind
from apps.rulebook.enums import Role
from apps.rulebook.text import Text, format_date
from apps.sittings.enums import ProposalState

DAYS = frozenset({"day", "due", "before"})


@dataclass(frozen=True, slots=True)
class Said:
    """A line for a list and for the subject of a mail, and a sentence below it."""

    title: str
    text: str


def said(kind: NoticeKind, data: dict[str, Any], language: str) -> Said:
    """The words of a notice. Days are written in full; a value that is not there is left empty."""
    values: dict[str, str] = dict.fromkeys(KNOWN, "")
    for name, value in data.items():
        values[name] = _written(name, value, language)
    title, text = WORDS[kind]
    return Said(_tidy(title.in_(language).format_map(values)), _tidy(text.in_(language).format_map(values)))


def _written(name: str, value: Any, language: str) -> str:
    if value in (None, ""):
        return ""
    if name in DAYS:
        return format_date(date.fromisoformat(value), language)
    if name == "office":
        return OFFICES[value].in_(language)
    if name == "state":
        return ProposalState.of(value).label.in_(language)
    return str(value)


def _tidy(words: str) -> str:
    """Without the marks that a missing value leaves behind."""
    for twice in (", ,", " ,", ",,"):
        words = words.replace(twice, ",")
    return words.replace("()", "").replace(" .", ".").replace(",.", ".").replace("..", ".").strip(" ,·")


OFFICES = {code.value: code.label for codes in (Role, MembershipRole) for code in codes}
KNOWN = (
    "body",
    "number",
    "day",
    "before",
    "at",
    "place",
    "reason",
    "text",
    "due",
    "person",
    "office",
    "question",
    "year",
    "state",
)
_SITTING = Text(
    "{body}: №{number} отурум {day} өтөт, {at}, {place}.",
    "{body}: заседание № {number} состоится {day}, {at}, {place}.",
    "{body}: sitting No. {number} takes place on {day}, {at}, {place}.",
)
_RESOLUTION = Text("{body}. «{text}» Мөөнөтү: {due}.", "{body}. «{text}» Срок: {due}.", "{body}. “{text}” Due: {due}.")
WORDS: dict[NoticeKind, tuple[Text, Text]] = {
    NoticeKind.SITTING_ANNOUNCED: (
        Text("Отурум жарыяланды: {day}", "Объявлено заседание: {day}", "A sitting is announced: {day}"),
        _SITTING,
    ),
    NoticeKind.SITTING_MOVED: (
        Text("Отурум жылдырылды: {day}", "Заседание перенесено: {day}", "A sitting is moved: {day}"),
        Text(
            "{body}: №{number} отурум {before} ордуна {day} өтөт, {at}, {place}.",
            "{body}: заседание № {number} состоится {day} вместо {before}, {at}, {place}.",
            "{body}: sitting No. {number} takes place on {day} instead of {before}, {at}, {place}.",
        ),
    ),
    NoticeKind.SITTING_CANCELLED: (
        Text("Отурум өтпөйт: {day}", "Заседание отменено: {day}", "A sitting is cancelled: {day}"),
        Text(
            "{body}: №{number} отурум ({day}) өтпөйт. Себеби: {reason}.",
            "{body}: заседание № {number} ({day}) не состоится. Причина: {reason}.",
            "{body}: sitting No. {number} ({day}) does not take place. Reason: {reason}.",
        ),
    ),
    NoticeKind.SITTING_SOON: (
        Text("Жакында отурум: {day}", "Скоро заседание: {day}", "A sitting is near: {day}"),
        _SITTING,
    ),
    NoticeKind.ITEM_ADDED: (
        Text("Күн тартибине маселе кошулду", "В повестку добавлен вопрос", "An item was added to the agenda"),
        Text(
            "{body}: №{number} отурум, {day}. «{question}»",
            "{body}: заседание № {number}, {day}. «{question}»",
            "{body}: sitting No. {number}, {day}. “{question}”",
        ),
    ),
    NoticeKind.PROPOSAL_WAITING: (
        Text("Маселе сунушталды", "Предложен вопрос", "A question is proposed"),
        Text("{body}. «{question}», {person}.", "{body}. «{question}», {person}.", "{body}. “{question}”, {person}."),
    ),
    NoticeKind.PROPOSAL_ANSWERED: (
        Text("Сунушуңузга жооп берилди", "Ответ на ваше предложение", "Your proposal is answered"),
        Text(
            "{body}. «{question}»: {state}. {reason}",
            "{body}. «{question}»: {state}. {reason}",
            "{body}. “{question}”: {state}. {reason}",
        ),
    ),
    NoticeKind.EXCERPT_BACK: (
        Text("Көчүрмө кайтып келди", "Получена выписка", "An excerpt is back"),
        Text("{body}. «{question}»", "{body}. «{question}»", "{body}. “{question}”"),
    ),
    NoticeKind.MINUTES_TO_SIGN: (
        Text("Протоколго кол коюу керек", "Протокол ждёт подписи", "Minutes wait for your signature"),
        Text(
            "{body}: №{number} отурум {day} өткөн. Протоколду текшерип, кол коюңуз.",
            "{body}: заседание № {number} прошло {day}. Проверьте и подпишите протокол.",
            "{body}: sitting No. {number} was held on {day}. Check the minutes and sign them.",
        ),
    ),
    NoticeKind.MINUTES_LATE: (
        Text("Протоколго кол коюла элек", "Протокол всё ещё не подписан", "The minutes are still not signed"),
        Text(
            "{body}: №{number} отурум {day} өткөн, протоколго кол коюла элек.",
            "{body}: заседание № {number} прошло {day}, протокол до сих пор не подписан.",
            "{body}: sitting No. {number} was held on {day}, its minutes are still not signed.",
        ),
    ),
    NoticeKind.RESOLUTION_GIVEN: (
        Text("Сизге тапшырма берилди", "Вам дано поручение", "A resolution is yours"),
        _RESOLUTION,
    ),
    NoticeKind.RESOLUTION_MOVED: (
        Text("Тапшырманын мөөнөтү жылды: {due}", "Срок поручения перенесён: {due}", "A resolution is due on {due} now"),
        Text(
            "{body}. «{text}» Мурунку мөөнөт: {before}. Себеби: {reason}.",
            "{body}. «{text}» Прежний срок: {before}. Причина: {reason}.",
            "{body}. “{text}” Was due: {before}. Reason: {reason}.",
        ),
    ),
    NoticeKind.RESOLUTION_DUE: (
        Text("Тапшырманын мөөнөтү жакын: {due}", "Скоро срок поручения: {due}", "A resolution is due soon: {due}"),
        _RESOLUTION,
    ),
    NoticeKind.RESOLUTION_OVERDUE: (
        Text("Тапшырманын мөөнөтү өттү: {due}", "Срок поручения прошёл: {due}", "A resolution is overdue: {due}"),
        Text(
            "{body}. «{text}» Жооптуу: {person}.",
            "{body}. «{text}» Ответственный: {person}.",
            "{body}. “{text}” Responsible: {person}.",
        ),
    ),
    NoticeKind.PLAN_WAITING: (
        Text("Иш план бекитүүнү күтөт", "План работы ждёт утверждения", "A work plan waits for approval"),
        Text(
            "{body}, {year}-окуу жылы. Планды карап, бекитиңиз же кайтарыңыз.",
            "{body}, {year} учебный год. Рассмотрите план: утвердите или верните.",
            "{body}, academic year {year}. Look at the plan: approve it or return it.",
        ),
    ),
    NoticeKind.CHARTER_NEW: (
        Text("Жобо менен таанышыңыз", "Ознакомьтесь с положением", "A charter to acknowledge"),
        Text(
            "Мектептин жобосу {day} тартып күчүндө. Окуп, таанышканыңызды белгилеңиз.",
            "Положение школы действует, начиная с {day}. Прочитайте и отметьте, что ознакомились.",
            "The school's charter is in force from {day}. Read it and note that you have.",
        ),
    ),
    NoticeKind.TERM_ENDING: (
        Text("Мөөнөт бүтүп баратат: {day}", "Истекает срок полномочий: {day}", "A term is ending: {day}"),
        Text("{person}: {office}, {body}.", "{person}: {office}, {body}.", "{person}: {office}, {body}."),
    ),
    NoticeKind.OFFICE_VACANT: (
        Text("Кызмат орду бош", "Должность вакантна", "An office is vacant"),
        Text("{body}: {office}.", "{body}: {office}.", "{body}: {office}."),
    ),
    NoticeKind.ACT_WAITING: (
        Text("Документ кол коюуну күтөт", "Документ ждёт подписи", "A paper waits for your signature"),
        Text("{text}", "{text}", "{text}"),
    ),
}
