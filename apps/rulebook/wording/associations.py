"""Words for the rules of the association's making."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

NOT_TEACHERS = Text(
    "Бирикменин түрү: {kind}. Эң аз сан предмет мугалимдери үчүн гана айтылган.",
    "Вид объединения: {kind}. Наименьшее число названо только для учителей-предметников.",
    "Kind of association: {kind}. The least number is worded for subject teachers only.",
)
AREAS_UNKNOWN = Text(
    "Бирикменин предметтери жазылган эмес, мугалимдерди саноого болбойт. Кеминде керек: {least}.",
    "Предметы объединения не внесены, учителей не сосчитать. Нужно не менее: {least}.",
    "The association's subjects are not recorded, so teachers cannot be counted. Needed at least: {least}.",
)
ORDERED = Text(
    "Буйруктун күнү: {order}. Талап кылынган кагаздар бар.",
    "Дата приказа: {order}. Требуемые бумаги есть.",
    "Date of the order: {order}. The papers asked for are there.",
)
NOT_BY_DIRECTOR = Text(
    "Буйруктун күнү: {order}. Ага кол койгон адам ошол күнү директор болгон эмес.",
    "Дата приказа: {order}. Подписавший не был в тот день директором.",
    "Date of the order: {order}. Whoever signed it was not the director on that day.",
)
NO_SUBMISSION = Text(
    "Буйруктун күнү: {order}. Көрсөтүү жок; аны бере турган кызмат: {by}.",
    "Дата приказа: {order}. Представления нет; его вносит: {by}.",
    "Date of the order: {order}. There is no submission; it comes from: {by}.",
)
SUBMISSION_LATE = Text(
    "Буйруктун күнү: {order}, көрсөтүүнүн күнү: {submission}. Көрсөтүү буйруктан кеч жазылган.",
    "Дата приказа: {order}, дата представления: {submission}. Представление позже приказа.",
    "Date of the order: {order}, of the submission: {submission}. The submission came after the order.",
)

WORDING = {
    "AS-1": Wording(
        title=Text(
            "Түзүлгөн күнкү мугалимдер",
            "Учителя на день создания",
            "Teachers on the day of creation",
        ),
        rule=Text(
            "Бирикме анын предметтеринен сабак берген мугалимдердин саны жетиштүү болгондо түзүлөт.",
            "Объединение создаётся, когда учителей его предметов достаточно.",
            "An association is created once there are enough teachers of its subjects.",
        ),
        says={
            "enough": Text(
                "Буйрук чыккан күн: {on}. Предмет мугалимдери: {count}; кеминде керек: {least}.",
                "День приказа: {on}. Учителей предмета: {count}; нужно не менее: {least}.",
                "Day of the order: {on}. Subject teachers: {count}; needed at least: {least}.",
            ),
            "too_few": Text(
                "Буйрук чыккан күн: {on}. Предмет мугалимдери: {count} гана; кеминде керек: {least}.",
                "День приказа: {on}. Учителей предмета лишь {count}; нужно не менее: {least}.",
                "Day of the order: {on}. Only {count} subject teachers; needed at least: {least}.",
            ),
            "not_subject_teachers": NOT_TEACHERS,
            "areas_unknown": AREAS_UNKNOWN,
            "not_created": Text(
                "Түзүү жөнүндө буйрук али жок. Кеминде керек: {least}.",
                "Приказа о создании ещё нет. Нужно не менее: {least}.",
                "There is no create order yet. Needed at least: {least}.",
            ),
        },
    ),
    "AS-2": Wording(
        title=Text(
            "Бүгүнкү мугалимдер",
            "Учителя сегодня",
            "Teachers today",
        ),
        rule=Text(
            "Бирикмеде анын предметтеринен сабак берген мугалимдер жетиштүү бойдон калганы жакшы; азайып кетсе, "
            "бирикме өз күчүндө калат.",
            "В объединении должно оставаться достаточно учителей его предметов; если их стало меньше, оно "
            "продолжает действовать.",
            "The association should keep enough teachers of its subjects; when they become fewer, it goes on all "
            "the same.",
        ),
        says={
            "enough": Text(
                "{on} карата предмет мугалимдери: {count}; кеминде керек: {least}.",
                "На {on} учителей предмета: {count}; нужно не менее: {least}.",
                "On {on} subject teachers: {count}; needed at least: {least}.",
            ),
            "too_few": Text(
                "{on} карата предмет мугалимдери: {count} гана; түзүүгө {least} керек болчу. Бирикменин иши жана "
                "кагаздары күчүндө.",
                "На {on} учителей предмета лишь {count}; для создания нужно {least}. Работа и бумаги объединения "
                "действительны.",
                "On {on} only {count} subject teachers; creation took {least}. The association's work and papers "
                "stay valid.",
            ),
            "too_few_enforced": Text(
                "{on} карата предмет мугалимдери: {count} гана; мектеп дайыма кеминде {least} болушун талап кылат.",
                "На {on} учителей предмета лишь {count}; школа требует постоянно не менее {least}.",
                "On {on} only {count} subject teachers; the school requires at least {least} at all times.",
            ),
            "not_subject_teachers": NOT_TEACHERS,
            "not_at_work": Text(
                "{on} карата бирикме иштебейт.",
                "На {on} объединение не действует.",
                "On {on} the association is not at work.",
            ),
            "areas_unknown": AREAS_UNKNOWN,
        },
    ),
    "AS-3": Wording(
        title=Text(
            "Түзүү буйругу",
            "Приказ о создании",
            "Create order",
        ),
        rule=Text(
            "Бирикме директордун буйругу менен, жободо аталган орун басардын көрсөтүүсү боюнча түзүлөт.",
            "Объединение создаётся приказом директора по представлению названного в положении заместителя.",
            "An association is created by the director's order on the submission of the deputy the charter names.",
        ),
        says={
            "in_order": ORDERED,
            "no_order": Text(
                "Бирикмени түзүү жөнүндө буйрук жок.",
                "Приказа о создании объединения нет.",
                "There is no order creating the association.",
            ),
            "after_first_sitting": Text(
                "Буйруктун күнү: {order}, биринчи отурумдан ({held}) кеч.",
                "Дата приказа: {order}, позже первого заседания ({held}).",
                "Date of the order: {order}, after the first sitting ({held}).",
            ),
            "not_by_director": NOT_BY_DIRECTOR,
            "no_submission": NO_SUBMISSION,
            "submission_late": SUBMISSION_LATE,
            "open": Text(
                "Буйрук али жок, бирикме иштей элек.",
                "Приказа ещё нет, объединение ещё не работает.",
                "There is no order yet, and the association is not at work yet.",
            ),
        },
    ),
    "AS-4": Wording(
        title=Text(
            "Бирикменин саны жөнүндө чечим",
            "Решение о числе",
            "Decision on number and size",
        ),
        rule=Text(
            "Бирикмелердин жана мүчөлөрдүн санын түзүү буйругуна чейин педагогикалык кеңеш белгилейт.",
            "Число объединений и их членов определяет педагогический совет до приказа о создании.",
            "The pedagogical council decides on number and size before the create order.",
        ),
        says={
            "decided": Text(
                "Чечимдин күнү: {decided}. Чечкен орган: {body}.",
                "Дата решения: {decided}. Решил: {body}.",
                "Date of the decision: {decided}. Decided by: {body}.",
            ),
            "after_order": Text(
                "Чечимдин күнү: {decided}, буйруктун күнү: {limit}. Чечим буйруктан кеч кабыл алынган.",
                "Дата решения: {decided}, дата приказа: {limit}. Решение принято позже приказа.",
                "Date of the decision: {decided}, of the order: {limit}. The decision came after the order.",
            ),
            "missing": Text(
                "Буйруктун күнү: {limit}. Ага чейинки чечим жок; чече турган орган: {body}.",
                "Дата приказа: {limit}. Решения до него нет; решает: {body}.",
                "Date of the order: {limit}. There is no decision before it; to be decided by: {body}.",
            ),
            "open": Text(
                "Чечим али жок; чече турган орган: {body}.",
                "Решения ещё нет; решает: {body}.",
                "There is no decision yet; to be decided by: {body}.",
            ),
        },
    ),
    "AS-5": Wording(
        title=Text(
            "Багыттар жана темалар",
            "Направления и темы",
            "Directions and themes",
        ),
        rule=Text(
            "Бирикменин жылдык багыттарын же темаларын жободо аталган орган бекитет.",
            "Направления или темы объединения на год утверждает орган, названный в положении.",
            "The body the charter names approves the association's directions or themes of the year.",
        ),
        says={
            "approved": Text(
                "Бекиткен орган: {body}.",
                "Утвердил: {body}.",
                "Approved by: {body}.",
            ),
            "partly": Text(
                "Бекитилгени толук эмес, жетишпейт: {lacking}. Бекитүүчү орган: {body}.",
                "Утверждено не всё, не хватает: {lacking}. Утверждает: {body}.",
                "Not everything is approved, missing: {lacking}. To be approved by: {body}.",
            ),
            "missing": Text(
                "Быйылкы бекитүү жок. Бекитүүчү орган: {body}. Акыркы күн {limit} болчу.",
                "Утверждения в этом году нет. Утверждает: {body}. Последним днём было {limit}.",
                "There is no approval this year. To be approved by: {body}. The last day was {limit}.",
            ),
            "open": Text(
                "Быйылкы бекитүү али жок. Бекитүүчү орган: {body}. Акыркы күн: {limit}.",
                "Утверждения в этом году ещё нет. Утверждает: {body}. Последний день: {limit}.",
                "There is no approval this year yet. To be approved by: {body}. Last day: {limit}.",
            ),
        },
    ),
    "AS-6": Wording(
        title=Text(
            "Кайра уюштуруу же жоюу буйругу",
            "Приказ о реорганизации или упразднении",
            "Order on reorganisation or dissolution",
        ),
        rule=Text(
            "Бирикме директордун буйругу менен, жободо аталган орун басардын көрсөтүүсү боюнча кайра уюштурулат "
            "жана жоюлат.",
            "Объединение реорганизуется и упраздняется приказом директора по представлению названного заместителя.",
            "An association is reorganised and dissolved by the director's order on the submission of the deputy "
            "the charter names.",
        ),
        says={
            "in_order": ORDERED,
            "no_order": Text(
                "Бирикме {dissolved} жоюлган, жоюу жөнүндө буйрук жок.",
                "Объединение упразднено {dissolved}, приказа об упразднении нет.",
                "The association was dissolved on {dissolved}; there is no order dissolving it.",
            ),
            "not_by_director": NOT_BY_DIRECTOR,
            "no_submission": NO_SUBMISSION,
            "submission_late": SUBMISSION_LATE,
        },
    ),
    "AS-7": Wording(
        title=Text(
            "Бирикменин үстүнөн көзөмөл",
            "Подчинённость объединения",
            "Supervision of the association",
        ),
        rule=Text(
            "Жободо аталган кызматта окуу жылынын ар бир күнү адам болот.",
            "Названная в положении должность занята в каждый день учебного года.",
            "The office the charter names is held on every day of the school year.",
        ),
        says={
            "held": Text(
                "Кызмат бош калган эмес: {by}.",
                "Должность не пустовала: {by}.",
                "The office was never vacant: {by}.",
            ),
            "vacant": Text(
                "{on} күнү кызмат бош болгон: {by}.",
                "На {on} должность не занята: {by}.",
                "On {on} nobody held the office: {by}.",
            ),
            "not_at_work": Text(
                "Бул убакта бирикме иштеген эмес.",
                "В это время объединение не действовало.",
                "The association was not at work in this time.",
            ),
        },
    ),
}
