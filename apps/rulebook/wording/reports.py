"""Words for the rules of the yearly report."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "HD-6": Wording(
        title=Text(
            "Жетекчинин жылдык отчету",
            "Годовой отчёт руководителя",
            "The head's annual report",
        ),
        rule=Text(
            "Окуу жылы аяктагандан кийин жетекчи жободо айтылган мөөнөттө жазма отчет берет.",
            "После конца года руководитель в названный срок сдаёт письменный отчёт.",
            "After the year's end the head hands in a written report within the time the charter gives.",
        ),
        says={
            "in_time": Text(
                "Тапшырылган: {on}. Кабыл алган: {to}. Акыркы күн: {limit}.",
                "Сдан: {on}. Принял: {to}. Последний день: {limit}.",
                "Handed in: {on}. Received by: {to}. Last day: {limit}.",
            ),
            "late": Text(
                "Тапшырылган: {on}. Акыркы күн {limit} болчу.",
                "Сдан: {on}. Последним днём было {limit}.",
                "Handed in: {on}. The last day was {limit}.",
            ),
            "missing": Text(
                "Отчет жок. Акыркы күн {limit} болчу. Алуучу: {to}.",
                "Отчёта нет. Последним днём было {limit}. Получатель: {to}.",
                "There is no report. The last day was {limit}. Recipient: {to}.",
            ),
            "wrong_form": Text(
                "Тапшырылган: {on}, бирок талап кылынган түрдө эмес. Акыркы күн {limit} болчу.",
                "Сдан: {on}, но не в требуемой форме. Последним днём было {limit}.",
                "Handed in: {on}, but not in the form asked for. The last day was {limit}.",
            ),
            "other_recipient": Text(
                "Тапшырылган: {on}, алган: {got}. Жобо атаган алуучу: {to}.",
                "Сдан: {on}, получил: {got}. Положение называет: {to}.",
                "Handed in: {on}, received by: {got}. The charter names: {to}.",
            ),
            "open": Text(
                "Отчет али жок. Акыркы күн: {limit}. Алуучу: {to}.",
                "Отчёта ещё нет. Последний день: {limit}. Получатель: {to}.",
                "There is no report yet. Last day: {limit}. Recipient: {to}.",
            ),
            "not_at_work": Text(
                "Жылдын аягында бирикме иштеген эмес.",
                "На конец года объединение не действовало.",
                "The association was not at work at the year's end.",
            ),
        },
    ),
    "RP-1": Wording(
        title=Text(
            "План боюнча жылдык отчет",
            "Отчёт по плану работы",
            "Year report of the work plan",
        ),
        rule=Text(
            "Бирикменин жылдык иши боюнча отчет окуу бөлүмүнүн башчысына же жетекчиликке тапшырылат.",
            "Отчёт о работе за год сдаётся завучу или руководству.",
            "The report on the year is handed to the head of studies or the leadership.",
        ),
        says={
            "handed_in": Text(
                "Тапшырылган: {on}. Алуучулар: {to}.",
                "Сдан: {on}. Получатели: {to}.",
                "Handed in: {on}. Recipients: {to}.",
            ),
            "missing": Text(
                "Отчет тапшырылган эмес. Алуучулар: {to}. Акыркы күн {limit} болчу.",
                "Отчёт не сдан. Получатели: {to}. Последним днём было {limit}.",
                "The report was not handed in. Recipients: {to}. The last day was {limit}.",
            ),
            "open": Text(
                "Отчет али тапшырыла элек. Алуучулар: {to}. Акыркы күн: {limit}.",
                "Отчёт ещё не сдан. Получатели: {to}. Последний день: {limit}.",
                "The report is not handed in yet. Recipients: {to}. Last day: {limit}.",
            ),
        },
    ),
}
