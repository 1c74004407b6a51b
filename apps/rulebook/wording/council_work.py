"""Words for the rules of the council's work."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

NO_PERIODS = Text(
    "Мектептин календарында керектүү мезгилдер жок.",
    "В календаре школы нет нужных периодов.",
    "The school's calendar lacks the periods needed.",
)

WORDING = {
    "CN-5": Wording(
        title=Text(
            "Кеңештин планы",
            "План совета",
            "Plan of the council",
        ),
        rule=Text(
            "Кеңештин планы биринчи мезгилдин аягына чейин жободо айтылган кадамдардан ирети менен өтөт.",
            "План совета до конца первого периода проходит по порядку шаги, названные в положении.",
            "The council's plan passes the steps of the charter in their order by the end of the first period.",
        ),
        says={
            "in_order": Text(
                "Кадамдар аткарылган: {route}.",
                "Шаги пройдены: {route}.",
                "Steps taken: {route}.",
            ),
            "no_plan": Text(
                "План жок. Акыркы күн {limit} болчу. Кадамдары: {route}.",
                "Плана нет. Последним днём было {limit}. Шаги: {route}.",
                "There is no plan. The last day was {limit}. Steps: {route}.",
            ),
            "wrong_form": Text(
                "Пландын түрү жободогудай эмес. Кадамдары: {route}.",
                "Форма плана не та, что в положении. Шаги: {route}.",
                "The plan is not in the form the charter asks for. Steps: {route}.",
            ),
            "wrong_drafter": Text(
                "Планды жободо аталган адам түзгөн эмес. Кадамдары: {route}.",
                "План составил не тот, кого называет положение. Шаги: {route}.",
                "The plan was not drawn up by whom the charter names. Steps: {route}.",
            ),
            "step_missing": Text(
                "Кадам жок же ирети бузулган. Керектүү ирети: {route}. Акыркы күн {limit} болчу.",
                "Шага нет или порядок нарушен. Нужный порядок: {route}. Последним днём было {limit}.",
                "A step is missing or out of order. Order needed: {route}. The last day was {limit}.",
            ),
            "late": Text(
                "Кадамдар {limit} күнүнөн кеч бүткөн. Ирети: {route}.",
                "Шаги закончены позже {limit}. Порядок: {route}.",
                "The steps ended after {limit}. Order: {route}.",
            ),
            "open": Text(
                "План али бүтө элек. Акыркы күн: {limit}. Кадамдары: {route}.",
                "План ещё не завершён. Последний день: {limit}. Шаги: {route}.",
                "The plan is not through yet. Last day: {limit}. Steps: {route}.",
            ),
            "no_periods": NO_PERIODS,
        },
    ),
    "CN-11": Wording(
        title=Text(
            "Кеңештин катчысы",
            "Секретарь совета",
            "Secretary of the council",
        ),
        rule=Text(
            "Катчы жылдын биринчи отурумунда шайланат.",
            "Секретарь избирается на первом заседании года.",
            "The secretary is elected at the year's first sitting.",
        ),
        says={
            "elected": Text(
                "Биринчи отурум: {held}. Катчы шайланган.",
                "Первое заседание: {held}. Секретарь избран.",
                "First sitting: {held}. A secretary was elected.",
            ),
            "not_elected": Text(
                "Биринчи отурум: {held}. Катчы шайланганы жазылган эмес.",
                "Первое заседание: {held}. Записи об избрании секретаря нет.",
                "First sitting: {held}. No election of a secretary is on record.",
            ),
            "open": Text(
                "Биринчи отурум али боло элек.",
                "Первого заседания ещё не было.",
                "The first sitting has not been held yet.",
            ),
        },
    ),
    "CN-12": Wording(
        title=Text(
            "Жыл аягындагы отурум",
            "Итоговое заседание",
            "Year-end sitting",
        ),
        rule=Text(
            "Жылдын акыркы мезгилиндеги отурумда жыйынтык чыгарылып, кийинки жылдын багыттары аныкталат.",
            "На заседании последнего периода подводятся итоги и определяются направления следующего года.",
            "A sitting in the last period sums up and sets the directions of the next year.",
        ),
        says={
            "held": Text(
                "Акыркы отурум: {held}. Маселелердин баары каралган.",
                "Последнее заседание: {held}. Все вопросы рассмотрены.",
                "Last sitting: {held}. All its items were taken.",
            ),
            "no_sitting": Text(
                "Окуу жылында бир да отурум болгон эмес. Жыл {limit} аяктаган.",
                "За год не было ни одного заседания. Год закончился {limit}.",
                "There was no sitting in the year. The year ended on {limit}.",
            ),
            "too_early": Text(
                "Акыркы отурум: {held}. Акыркы мезгил {start} башталган, андан кийин отурум жок.",
                "Последнее заседание: {held}. Последний период начался {start}, после него заседаний нет.",
                "Last sitting: {held}. The last period began on {start}, and no sitting followed.",
            ),
            "too_late": Text(
                "Акыркы отурум: {held}. Акыркы мезгил {end} аяктаган, отурум андан кийин болгон.",
                "Последнее заседание: {held}. Последний период кончился {end}, заседание было после него.",
                "Last sitting: {held}. The last period had ended on {end}, before the sitting.",
            ),
            "items_missing": Text(
                "Акыркы отурум: {held}. Каралбаган маселелер: {lacking}.",
                "Последнее заседание: {held}. Не рассмотрено: {lacking}.",
                "Last sitting: {held}. Items missing: {lacking}.",
            ),
            "open": Text(
                "Окуу жылы аяктай элек. Акыркы күн: {limit}.",
                "Учебный год не закончен. Последний день: {limit}.",
                "The school year has not ended. Last day: {limit}.",
            ),
            "no_periods": NO_PERIODS,
        },
    ),
    "CN-13": Wording(
        title=Text(
            "Кеңештин отчету",
            "Отчёт совета",
            "Report of the council",
        ),
        rule=Text(
            "Кеңеш өз иши боюнча жободо аталган органга отчет берет.",
            "Совет отчитывается о работе перед органом, названным в положении.",
            "The council reports on its work to the body the charter names.",
        ),
        says={
            "reported": Text(
                "Отчеттор: {count}; күтүлгөнү: {least}. Угуучу орган: {to}.",
                "Отчётов: {count}; ожидается: {least}. Слушает: {to}.",
                "Reports: {count}; expected: {least}. Heard by: {to}.",
            ),
            "missing": Text(
                "Отчеттор: {count}; күтүлгөнү: {least}. Угуучу орган: {to}. Акыркы күн {limit} болчу.",
                "Отчётов: {count}; ожидается: {least}. Слушает: {to}. Последним днём было {limit}.",
                "Reports: {count}; expected: {least}. To be heard by: {to}. The last day was {limit}.",
            ),
            "open": Text(
                "Отчеттор: {count}; күтүлгөнү: {least}. Угуучу орган: {to}. Акыркы күн: {limit}.",
                "Отчётов: {count}; ожидается: {least}. Слушает: {to}. Последний день: {limit}.",
                "Reports: {count}; expected: {least}. To be heard by: {to}. Last day: {limit}.",
            ),
        },
    ),
    "CN-14": Wording(
        title=Text(
            "Бирикмелердин отчетун угуу",
            "Слушание объединений",
            "Hearing of associations",
        ),
        rule=Text(
            "Кеңеш ар бир бирикменин отчетун угат; жыштыгы айтылган эмес.",
            "Совет слушает отчёт каждого объединения; частота не названа.",
            "The council hears each association's report; no frequency is given.",
        ),
        says={
            "all_heard": Text(
                "Бирикмелердин баары угулган; ар биринен күтүлгөнү: {least}.",
                "Заслушаны все объединения; ожидается от каждого: {least}.",
                "Every association was heard; expected of each: {least}.",
            ),
            "not_heard": Text(
                "Угулбаган бирикмелер: {count}; ар биринен күтүлгөнү: {least}.",
                "Не заслушано объединений: {count}; ожидается от каждого: {least}.",
                "Associations not heard: {count}; expected of each: {least}.",
            ),
            "open": Text(
                "Азырынча угулбаган бирикмелер: {count}. Акыркы күн: {limit}.",
                "Пока не заслушано объединений: {count}. Последний день: {limit}.",
                "Associations not heard so far: {count}. Last day: {limit}.",
            ),
        },
    ),
    "CN-15": Wording(
        title=Text(
            "Токтомдун аткарылышы",
            "Исполнение решения",
            "Execution of a resolution",
        ),
        rule=Text(
            "Кеңеш өз чечимдеринин аткарылышын камсыз кылат.",
            "Совет обеспечивает исполнение своих решений.",
            "The council sees to it that its decisions are carried out.",
        ),
        says={
            "done": Text(
                "Аткарылган: {on}. Мөөнөтү: {limit}.",
                "Исполнено: {on}. Срок: {limit}.",
                "Done: {on}. Due: {limit}.",
            ),
            "cancelled": Text(
                "Токтом жокко чыгарылган.",
                "Решение отменено.",
                "The resolution was cancelled.",
            ),
            "overdue": Text(
                "Мөөнөтү {limit} болчу, аткарылганы жазылган эмес.",
                "Срок был {limit}, исполнение не отмечено.",
                "It was due on {limit}, and nothing is recorded as done.",
            ),
            "never_done": Text(
                "Жыл жабылганга чейин аткарылган эмес. Мөөнөтү: {limit}.",
                "До закрытия года не исполнено. Срок: {limit}.",
                "Not done by the close of the year. Due: {limit}.",
            ),
            "open": Text(
                "Мөөнөтү: {limit}.",
                "Срок: {limit}.",
                "Due: {limit}.",
            ),
        },
    ),
    "CN-16": Wording(
        title=Text(
            "Программаны бекитүү",
            "Утверждение программы",
            "Approval of a programme",
        ),
        rule=Text(
            "Программаны кеңештин сунушу менен педагогикалык кеңеш бекитет.",
            "Программу по рекомендации совета утверждает педагогический совет.",
            "A programme is approved by the pedagogical council on the council's recommendation.",
        ),
        says={
            "approved": Text(
                "Бекитилген: {on}. Сунуштаган: {recommender}, бекиткен: {approver}.",
                "Утверждена: {on}. Рекомендовал: {recommender}, утвердил: {approver}.",
                "Approved: {on}. Recommended by: {recommender}, approved by: {approver}.",
            ),
            "by_council_itself": Text(
                "Бекиткен орган жободогудай эмес. Бекитүүчү: {approver}; сунуштоочу: {recommender}.",
                "Утвердил не тот орган. Утверждает: {approver}; рекомендует: {recommender}.",
                "Another body approved it. Approver: {approver}; recommender: {recommender}.",
            ),
            "not_recommended": Text(
                "Бекитилген: {on}, бирок ага чейинки сунуш жок. Сунуштоочу: {recommender}.",
                "Утверждена: {on}, но рекомендации до этого нет. Рекомендует: {recommender}.",
                "Approved: {on}, but without a recommendation before. Recommender: {recommender}.",
            ),
            "open": Text(
                "Бекитүү али жок. Бекитүүчү: {approver}; сунуштоочу: {recommender}.",
                "Утверждения ещё нет. Утверждает: {approver}; рекомендует: {recommender}.",
                "There is no approval yet. Approver: {approver}; recommender: {recommender}.",
            ),
            "other_kind": Text(
                "Жобо программанын бул түрүн атабайт.",
                "Этот вид программы положение не называет.",
                "The charter does not name this kind of programme.",
            ),
        },
    ),
    "CN-17": Wording(
        title=Text(
            "Аттестация жана сыйлык боюнча сунуш",
            "Рекомендация по аттестации и наградам",
            "Recommendation on attestation and awards",
        ),
        rule=Text(
            "Аттестация, категория, наам жана сыйлык боюнча көрсөтүүдө кеңештин сунушу болот.",
            "К представлению по аттестации, категории, званию, награде есть рекомендация совета.",
            "A proposal on attestation, category, title or award carries the council's recommendation.",
        ),
        says={
            "recommended": Text(
                "Түрү: {kind}. Көрсөтүү: {on}. Сунуштаган: {body}.",
                "Вид: {kind}. Представление: {on}. Рекомендовал: {body}.",
                "Kind: {kind}. Submission: {on}. Recommended by: {body}.",
            ),
            "not_recommended": Text(
                "Түрү: {kind}. Көрсөтүү: {on}. Сунуш жок; сунуштоочу: {body}.",
                "Вид: {kind}. Представление: {on}. Рекомендации нет; рекомендует: {body}.",
                "Kind: {kind}. Submission: {on}. There is no recommendation; recommender: {body}.",
            ),
            "recommended_late": Text(
                "Түрү: {kind}. Көрсөтүү: {on}. Сунуш андан кеч берилген; сунуштаган: {body}.",
                "Вид: {kind}. Представление: {on}. Рекомендация позже; рекомендовал: {body}.",
                "Kind: {kind}. Submission: {on}. The recommendation came later; recommended by: {body}.",
            ),
        },
    ),
}
