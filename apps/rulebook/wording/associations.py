"""Words for the rules of the association's making."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "AS-1": Wording(
        title=Text("Түзүлгөн күнкү мугалимдер", "Учителя на день создания", "Teachers on the day of creation"),
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
            "not_subject_teachers": Text(
                "Бирикменин түрү: {kind}. Эң аз сан предмет мугалимдери үчүн гана айтылган.",
                "Вид объединения: {kind}. Наименьшее число названо только для учителей-предметников.",
                "Kind of association: {kind}. The least number is worded for subject teachers only.",
            ),
            "areas_unknown": Text(
                "Бирикменин предметтери жазылган эмес, мугалимдерди саноого болбойт. Кеминде керек: {least}.",
                "Предметы объединения не внесены, учителей не сосчитать. Нужно не менее: {least}.",
                "The association's subjects are not recorded, so teachers cannot be counted. Needed at least: {least}.",
            ),
            "not_created": Text(
                "Түзүү жөнүндө буйрук али жок. Кеминде керек: {least}.",
                "Приказа о создании ещё нет. Нужно не менее: {least}.",
                "There is no create order yet. Needed at least: {least}.",
            ),
        },
    ),
    "AS-3": Wording(
        title=Text("Түзүү буйругу", "Приказ о создании", "Create order"),
        rule=Text(
            "Бирикме директордун буйругу менен, жободо аталган орун басардын көрсөтүүсү боюнча түзүлөт.",
            "Объединение создаётся приказом директора по представлению названного в положении заместителя.",
            "An association is created by the director's order on the submission of the deputy the charter names.",
        ),
        says={
            "in_order": Text(
                "Буйруктун күнү: {order}. Талап кылынган кагаздар бар.",
                "Дата приказа: {order}. Требуемые бумаги есть.",
                "Date of the order: {order}. The papers asked for are there.",
            ),
            "no_order": Text(
                "Бирикмени түзүү жөнүндө буйрук жок.",
                "Приказа о создании объединения нет.",
                "There is no order creating the association.",
            ),
            "not_by_director": Text(
                "Буйруктун күнү: {order}. Ага кол койгон адам ошол күнү директор болгон эмес.",
                "Дата приказа: {order}. Подписавший не был в тот день директором.",
                "Date of the order: {order}. Whoever signed it was not the director on that day.",
            ),
            "no_submission": Text(
                "Буйруктун күнү: {order}. Көрсөтүү жок; аны бере турган кызмат: {by}.",
                "Дата приказа: {order}. Представления нет; его вносит: {by}.",
                "Date of the order: {order}. There is no submission; it comes from: {by}.",
            ),
            "submission_late": Text(
                "Буйруктун күнү: {order}, көрсөтүүнүн күнү: {submission}. Көрсөтүү буйруктан кеч жазылган.",
                "Дата приказа: {order}, дата представления: {submission}. Представление позже приказа.",
                "Date of the order: {order}, of the submission: {submission}. The submission came after the order.",
            ),
            "open": Text(
                "Буйрук али жок, бирикме бир да отурум өткөрө элек.",
                "Приказа ещё нет, заседаний объединение не проводило.",
                "There is no order yet, and the association has held no sitting.",
            ),
        },
    ),
}
