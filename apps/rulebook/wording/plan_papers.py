"""Words for the rules of the plan's content."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "PL-4": Wording(
        title=Text(
            "Планды кабыл алуу",
            "Принятие плана",
            "Adoption of the plan",
        ),
        rule=Text(
            "План бекитилгенге чейин бирикменин отурумунда кабыл алынат же мугалимдер менен бирге түзүлөт.",
            "До утверждения план принимается на заседании объединения или составляется вместе с учителями.",
            "Before approval the plan is adopted at a sitting of the association or drawn up together with teachers.",
        ),
        says={
            "adopted": Text(
                "Отурумда кабыл алынган: {on}.",
                "Принят на заседании: {on}.",
                "Adopted at a sitting: {on}.",
            ),
            "drawn_up_together": Text(
                "Планды бирге түзгөндөр: {count}.",
                "План составили вместе, человек: {count}.",
                "Drawn up together by {count} persons.",
            ),
            "after_approval": Text(
                "Кабыл алынган: {on}, бекитилген: {limit}. Кабыл алуу бекитүүдөн кеч.",
                "Принят: {on}, утверждён: {limit}. Принятие позже утверждения.",
                "Adopted: {on}, approved: {limit}. The adoption came after the approval.",
            ),
            "missing": Text(
                "Отурумда кабыл алынганы жазылган эмес.",
                "Записи о принятии на заседании нет.",
                "No adoption at a sitting is on record.",
            ),
            "open": Text(
                "Отурумда али кабыл алына элек.",
                "На заседании ещё не принят.",
                "Not adopted at a sitting yet.",
            ),
        },
    ),
    "PL-5": Wording(
        title=Text(
            "План эмнеге таянат",
            "На что опирается план",
            "What the plan is built on",
        ),
        rule=Text(
            "Планда жобо атаган булактардын баары эске алынат же себеби жазылат.",
            "План учитывает всё, что называет положение, или объясняет пропуск.",
            "The plan takes in everything the charter names, or says why not.",
        ),
        says={
            "all_named": Text(
                "Эске алынган булактар: {count}.",
                "Учтено источников: {count}.",
                "Sources taken in: {count}.",
            ),
            "missing": Text(
                "Планда жок: {lacking}.",
                "В плане нет: {lacking}.",
                "Missing from the plan: {lacking}.",
            ),
            "open": Text(
                "Планда азырынча жок: {lacking}.",
                "В плане пока нет: {lacking}.",
                "Still missing from the plan: {lacking}.",
            ),
        },
    ),
    "PL-6": Wording(
        title=Text(
            "Айлык пландар",
            "Месячные планы",
            "Monthly plans",
        ),
        rule=Text(
            "Окуу жылынын ар бир айына ошол айдын ичинде план түзүлөт.",
            "На каждый месяц учебного года план составляется до конца этого месяца.",
            "Every month of the school year has its plan by the end of that month.",
        ),
        says={
            "every_month": Text(
                "Айлардын саны: {count}; баарынын планы бар.",
                "Месяцев: {count}; план есть на каждый.",
                "Months: {count}; each has its plan.",
            ),
            "missing": Text(
                "Планы жок айлардын акыркы күндөрү: {months}.",
                "Нет плана на месяцы, кончающиеся: {months}.",
                "No plan for the months ending on: {months}.",
            ),
            "open": Text(
                "Кийинки айлык пландын акыркы күнү: {limit}.",
                "Последний день для следующего месячного плана: {limit}.",
                "Last day for the next monthly plan: {limit}.",
            ),
        },
    ),
    "PL-7": Wording(
        title=Text(
            "Ачык сабактардын графиги",
            "График открытых уроков",
            "Schedule of open lessons",
        ),
        rule=Text(
            "График биринчи сабакка чейин түзүлөт; жыл жабылганда ар бир сабак өткөн же өтпөгөнүнүн себеби "
            "жазылган болот.",
            "График составляется до первого урока; к закрытию года каждый урок проведён или объяснён.",
            "The schedule comes before its first lesson; at the close every lesson was held or explained.",
        ),
        says={
            "kept": Text(
                "Графиктеги сабактар: {count}; баары өткөн же түшүндүрүлгөн.",
                "Уроков в графике: {count}; все проведены или объяснены.",
                "Entries: {count}; all held or explained.",
            ),
            "no_schedule": Text(
                "График жок. Акыркы күн {limit} болчу.",
                "Графика нет. Последним днём было {limit}.",
                "There is no schedule. The last day was {limit}.",
            ),
            "schedule_late": Text(
                "График түзүлгөн: {made}, биринчи сабак: {first}.",
                "График составлен: {made}, первый урок: {first}.",
                "Schedule made: {made}, first lesson: {first}.",
            ),
            "unexplained": Text(
                "Өтпөгөн жана түшүндүрүлбөгөн сабактар: {days}.",
                "Не проведены и не объяснены уроки: {days}.",
                "Lessons neither held nor explained: {days}.",
            ),
            "open": Text(
                "Жыл жабылганга чейин түзүлсүн жана аткарылсын: {limit}.",
                "Составить и выполнить до закрытия года: {limit}.",
                "To be made and kept until the close of the year: {limit}.",
            ),
        },
    ),
    "PL-8": Wording(
        title=Text(
            "Пландын үлгүсү",
            "Шаблон плана",
            "Template of the plan",
        ),
        rule=Text(
            "Планда үлгүнүн ар бир иши бар же калтырылганынын себеби жазылган.",
            "В плане есть каждая строка шаблона либо причина её пропуска.",
            "The plan holds every line of the template, or the reason why it is left out.",
        ),
        says={
            "complete": Text(
                "Үлгүнүн {count} иши планда бар.",
                "В плане все строки шаблона: {count}.",
                "All {count} lines of the template are there.",
            ),
            "lines_missing": Text(
                "Планда жок иштер ({count}): {lacking}.",
                "В плане нет строк ({count}): {lacking}.",
                "Lines missing from the plan ({count}): {lacking}.",
            ),
            "open": Text(
                "Планда азырынча жок иштер ({count}): {lacking}.",
                "В плане пока нет строк ({count}): {lacking}.",
                "Lines still missing from the plan ({count}): {lacking}.",
            ),
            "own_template": Text(
                "Мектептин өз үлгүсү колдонулат.",
                "Используется собственный шаблон школы.",
                "The school uses a template of its own.",
            ),
        },
    ),
    "PL-9": Wording(
        title=Text(
            "Пландын аткарылышы",
            "Выполнение плана",
            "Fulfilment of the plan",
        ),
        rule=Text(
            "Пландагы иштер белгиленген күнгө чейин аткарылат же макулдук менен алып салынат.",
            "Дела плана выполняются к назначенному дню или снимаются с согласия.",
            "Lines of the plan are done by their day or waived.",
        ),
        says={
            "on_time": Text(
                "Пландагы иштер: {count}; мөөнөтү өткөнү жок.",
                "Дел в плане: {count}; просроченных нет.",
                "Lines in the plan: {count}; none is overdue.",
            ),
            "overdue": Text(
                "Мөөнөтү өткөн иштер: {count}. Күндөрү: {days}.",
                "Просрочено дел: {count}. Дни: {days}.",
                "Overdue lines: {count}. Days: {days}.",
            ),
            "not_done": Text(
                "Жыл жабылганда аткарылбай калган иштер: {count}. Күндөрү: {days}.",
                "К закрытию года не выполнено дел: {count}. Дни: {days}.",
                "Lines not done at the close of the year: {count}. Days: {days}.",
            ),
            "open": Text(
                "Кийинки иштин күнү: {limit}.",
                "День следующего дела: {limit}.",
                "Day of the next line: {limit}.",
            ),
        },
    ),
}
