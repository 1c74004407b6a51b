"""Words for the rules of the head of studies' papers."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "HS-1": Wording(
        title=Text(
            "Окуу бөлүмүнүн башчысынын кагаздары",
            "Бумаги завуча",
            "Papers of the head of studies",
        ),
        rule=Text(
            "Тизме болжолдуу: жетишпеген кагаз эскертүү гана болот.",
            "Перечень примерный: недостающая бумага лишь отмечается.",
            "The list is approximate: a missing paper is only pointed out.",
        ),
        says={
            "complete": Text(
                "Тизмедеги кагаздар: {count}; баары бар.",
                "Бумаг в перечне: {count}; все есть.",
                "Papers in the list: {count}; all are there.",
            ),
            "incomplete": Text(
                "Жетишпейт: {lacking}.",
                "Не хватает: {lacking}.",
                "Missing: {lacking}.",
            ),
            "open": Text(
                "Азырынча жетишпейт: {lacking}. Акыркы күн: {limit}.",
                "Пока не хватает: {lacking}. Последний день: {limit}.",
                "Still missing: {lacking}. Last day: {limit}.",
            ),
        },
    ),
    "HS-2": Wording(
        title=Text(
            "Август, январь, май отчеттору",
            "Отчёты августа, января и мая",
            "August, January and May reports",
        ),
        rule=Text(
            "Тизмеде аталган ар бир айда бир отчет берилет.",
            "В каждый названный месяц сдаётся один отчёт.",
            "One report is given in each month the list names.",
        ),
        says={
            "all_given": Text(
                "Отчеттор: {count}; баары берилген.",
                "Отчётов: {count}; все сданы.",
                "Reports: {count}; all were given.",
            ),
            "missing": Text(
                "Берилбеген отчеттордун акыркы күндөрү: {months}.",
                "Не сданы отчёты со сроком: {months}.",
                "Reports not given, last days: {months}.",
            ),
            "open": Text(
                "Кийинки отчеттун акыркы күнү: {limit}.",
                "Последний день следующего отчёта: {limit}.",
                "Last day of the next report: {limit}.",
            ),
        },
    ),
    "HS-3": Wording(
        title=Text(
            "Чейректик отчеттор",
            "Четвертные отчёты",
            "Quarter reports",
        ),
        rule=Text(
            "Ар бир чейрек үчүн отчет берилет; күнү айтылган эмес, платформа бир нече күн күтөт.",
            "За каждую четверть сдаётся отчёт; день не назван, платформа ждёт несколько дней.",
            "Each quarter has its report; no day is given, the platform waits some days.",
        ),
        says={
            "all_given": Text(
                "Чейректер: {count}; отчеттордун баары бар.",
                "Четвертей: {count}; все отчёты есть.",
                "Quarters: {count}; all reports are there.",
            ),
            "missing": Text(
                "Отчету жок чейректер: {quarters}. Биринчисинин акыркы күнү {limit} болчу.",
                "Нет отчётов за четверти: {quarters}. Последним днём первого было {limit}.",
                "No report for quarters: {quarters}. The last day of the first was {limit}.",
            ),
            "open": Text(
                "Кийинки отчет чейрек үчүн: {quarters}. Акыркы күн: {limit}.",
                "Следующий отчёт за четверть: {quarters}. Последний день: {limit}.",
                "Next report for quarter: {quarters}. Last day: {limit}.",
            ),
            "no_quarters": Text(
                "Мектептин календарында чейректер жок.",
                "В календаре школы нет четвертей.",
                "The school's calendar has no quarters.",
            ),
        },
    ),
    "HS-4": Wording(
        title=Text(
            "Окуу бөлүмүнүн башчысынын пландары",
            "Планы завуча",
            "Plans of the head of studies",
        ),
        rule=Text(
            "Тизмеде аталган деңгээлдердин баарында план болот.",
            "План есть на каждом названном уровне.",
            "There is a plan on every level the list names.",
        ),
        says={
            "all_levels": Text(
                "Пландардын деңгээлдери: {count}.",
                "Уровней планирования: {count}.",
                "Levels of planning: {count}.",
            ),
            "missing": Text(
                "План жок деңгээлдер: {lacking}.",
                "Нет плана на уровнях: {lacking}.",
                "No plan on the levels: {lacking}.",
            ),
            "open": Text(
                "Азырынча план жок деңгээлдер: {lacking}. Акыркы күн: {limit}.",
                "Пока нет плана на уровнях: {lacking}. Последний день: {limit}.",
                "Still no plan on the levels: {lacking}. Last day: {limit}.",
            ),
        },
    ),
}
