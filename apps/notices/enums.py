"""Kinds of notices, and of events that programs are told."""

from apps.rulebook.codes import Code


class NoticeKind(Code):
    """What a person is told about."""

    SITTING_ANNOUNCED = "sitting_announced", "отурум жарыяланды", "объявлено заседание", "a sitting is announced"
    SITTING_MOVED = "sitting_moved", "отурум жылдырылды", "заседание перенесено", "a sitting is moved"
    SITTING_CANCELLED = "sitting_cancelled", "отурум өтпөйт", "заседание отменено", "a sitting is cancelled"
    SITTING_SOON = "sitting_soon", "жакында отурум", "скоро заседание", "a sitting is near"
    ITEM_ADDED = "item_added", "күн тартибине маселе кошулду", "в повестку добавлен вопрос", "an item was added"
    PROPOSAL_WAITING = "proposal_waiting", "маселе сунушталды", "предложен вопрос", "a question is proposed"
    PROPOSAL_ANSWERED = "proposal_answered", "сунушуңузга жооп", "ответ на предложение", "your proposal is answered"
    EXCERPT_BACK = "excerpt_back", "көчүрмө келди", "получена выписка", "an excerpt is back"
    MINUTES_TO_SIGN = "minutes_to_sign", "протоколго кол коюу керек", "протокол ждёт подписи", "minutes wait for you"
    MINUTES_LATE = "minutes_late", "протокол кечигип жатат", "протокол задерживается", "minutes are late"
    RESOLUTION_GIVEN = "resolution_given", "сизге тапшырма", "вам поручение", "a resolution is yours"
    RESOLUTION_DUE = "resolution_due", "тапшырманын мөөнөтү жакын", "срок поручения близок", "a resolution is due soon"
    RESOLUTION_OVERDUE = (
        "resolution_overdue",
        "тапшырманын мөөнөтү өттү",
        "срок поручения прошёл",
        "a resolution is overdue",
    )
    RESOLUTION_MOVED = (
        "resolution_moved",
        "тапшырманын мөөнөтү жылды",
        "срок поручения перенесён",
        "a resolution has a new day",
    )
    PLAN_WAITING = "plan_waiting", "иш план бекитүүнү күтөт", "план ждёт утверждения", "a plan waits for approval"
    CHARTER_NEW = (
        "charter_new",
        "жобо менен таанышыңыз",
        "ознакомьтесь с положением",
        "a charter to acknowledge",
    )
    TERM_ENDING = "term_ending", "мөөнөт бүтүп баратат", "истекает срок полномочий", "a term is ending"
    OFFICE_VACANT = "office_vacant", "кызмат орду бош", "должность вакантна", "an office is vacant"
    ACT_WAITING = "act_waiting", "документ кол коюуну күтөт", "документ ждёт подписи", "a paper waits for you"


class EventKind(Code):
    """What a program may be told about."""

    ANNOUNCED = "sitting.announced", "отурум жарыяланды", "заседание объявлено", "a sitting was announced"
    HELD = "sitting.held", "отурум өттү", "заседание проведено", "a sitting was held"
    SIGNED = "minutes.signed", "протоколго кол коюлду", "протокол подписан", "minutes were signed"
    DECIDED = "question.decided", "маселе чечилди", "вопрос решён", "a question was decided"


class DeliveryState(Code):
    """How far a message to a program has come."""

    WAITING = "waiting", "күтүүдө", "ожидает", "waiting"
    DELIVERED = "delivered", "жеткирилди", "доставлено", "delivered"
    GIVEN_UP = "given_up", "токтотулду", "прекращено", "given up"
