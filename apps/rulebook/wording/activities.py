"""Words for the rules of the association's year."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

LACKING = Text(
    "Жыл ичинде катталбаган иштер: {lacking}; ар биринен кеминде күтүлөт: {least}.",
    "За год не отмечено: {lacking}; каждого ждут не менее: {least}.",
    "Not seen in the year: {lacking}; expected of each at least: {least}.",
)
STILL = Text(
    "Азырынча катталбаган иштер: {lacking}. Акыркы күн: {limit}.",
    "Пока не отмечено: {lacking}. Последний день: {limit}.",
    "Not seen so far: {lacking}. Last day: {limit}.",
)
SEEN = Text(
    "Катталган иштердин түрлөрү: {count}.",
    "Отмечено видов работы: {count}.",
    "Kinds of activities seen: {count}.",
)

WORDING = {
    "ST-4": Wording(
        title=Text(
            "Практикалык семинар",
            "Практический семинар",
            "Practical seminar",
        ),
        rule=Text(
            "Окуу жылында ачык сабактар жана иш-чаралар менен коштолгон практикалык семинар белгиленгенден кем "
            "эмес өткөрүлөт.",
            "За год проводится не меньше названного числа практических семинаров с открытыми уроками и мероприятиями.",
            "At least so many practical seminars are held in the year, with open lessons and events.",
        ),
        says={
            "held": Text(
                "Өткөн семинарлар: {count}, толук коштолгону: {whole}; кеминде керек: {least}.",
                "Проведено семинаров: {count}, с сопровождением: {whole}; нужно не менее: {least}.",
                "Seminars held: {count}, fully accompanied: {whole}; needed at least: {least}.",
            ),
            "not_accompanied": Text(
                "Өткөн семинарлар: {count}, бирок толук коштолгону: {whole}. Керек: {wanted}.",
                "Проведено семинаров: {count}, но с сопровождением: {whole}. Нужно: {wanted}.",
                "Seminars held: {count}, but fully accompanied: {whole}. Needed: {wanted}.",
            ),
            "too_few": Text(
                "Өткөн семинарлар: {count}; кеминде керек: {least}. Жыл {end} аяктаган.",
                "Проведено семинаров: {count}; нужно не менее: {least}. Год закончился {end}.",
                "Seminars held: {count}; needed at least: {least}. The year ended on {end}.",
            ),
            "open": Text(
                "Азырынча өткөн семинарлар: {count}; {end} чейин керек: {least}.",
                "Пока проведено семинаров: {count}; до {end} нужно: {least}.",
                "Seminars so far: {count}; needed by {end}: {least}.",
            ),
        },
    ),
    "ST-6": Wording(
        title=Text(
            "Мүчөлөрдүн катышуусу",
            "Участие членов",
            "Attendance of members",
        ),
        rule=Text(
            "Мүчөлөр отурумдарга катышат; текстте чек жок, ошондуктан бир да отурумга келбегендер гана көрсөтүлөт.",
            "Члены посещают заседания; порога в тексте нет, поэтому показаны лишь не бывшие ни разу.",
            "Members attend sittings; the text sets no threshold, so only those who never came are shown.",
        ),
        says={
            "attended": Text(
                "Катышуу жазылган отурумдар: {sittings}. Баары келген.",
                "Заседаний с отметкой о присутствии: {sittings}. Были все.",
                "Sittings with attendance: {sittings}. Everybody came.",
            ),
            "never_came": Text(
                "Катышуу жазылган отурумдар: {sittings}. Келбеген мүчөлөр: {count}.",
                "Заседаний с отметкой о присутствии: {sittings}. Не бывали членов: {count}.",
                "Sittings with attendance: {sittings}. Members who never came: {count}.",
            ),
            "open": Text(
                "Катышуу жазылган отурумдар: {sittings}. Азырынча келбеген мүчөлөр: {count}.",
                "Заседаний с отметкой о присутствии: {sittings}. Пока не бывали членов: {count}.",
                "Sittings with attendance: {sittings}. Members who have not come so far: {count}.",
            ),
            "not_recorded": Text(
                "Бир да отурумда катышуу жазылган эмес.",
                "Ни на одном заседании присутствие не отмечено.",
                "Attendance was recorded at no sitting.",
            ),
            "not_recorded_yet": Text(
                "Өткөн отурумдар: {sittings}. Катышуу азырынча бир да жолу жазылган эмес.",
                "Проведено заседаний: {sittings}. Присутствие пока ни разу не отмечено.",
                "Sittings held: {sittings}. Attendance has not been recorded at any of them so far.",
            ),
            "no_sittings": Text(
                "Окуу жылында отурум болгон эмес, катышуу каралбайт.",
                "Заседаний в учебном году не было, присутствие не рассматривается.",
                "There was no sitting in the school year, so there is no attendance to look at.",
            ),
        },
    ),
    "MT-6": Wording(
        title=Text(
            "Олимпиада жана предметтик жумалык",
            "Олимпиада и предметная неделя",
            "Olympiad and subject week",
        ),
        rule=Text(
            "Бирикме олимпиаданын биринчи баскычын жана жободо аталган жумалыктарды өткөрөт.",
            "Объединение проводит первый этап олимпиады и названные в положении недели.",
            "The association holds the olympiad's first stage and the weeks the charter names.",
        ),
        says={
            "held": SEEN,
            "missing": LACKING,
            "open": STILL,
        },
    ),
    "MT-7": Wording(
        title=Text(
            "Сынакка көрсөтүү",
            "Выдвижение на конкурс",
            "Nomination to a contest",
        ),
        rule=Text(
            "Жободо аталган сынактарга бирикме өзүнүн чечими менен көрсөтөт.",
            "На названные в положении конкурсы выдвигает объединение своим решением.",
            "For the contests the charter names the association nominates by a decision of its own.",
        ),
        says={
            "by_association": Text(
                "Сынак: {contest}. Көрсөтүү: {on}. Чечкен орган: {body}.",
                "Конкурс: {contest}. Выдвижение: {on}. Решил: {body}.",
                "Contest: {contest}. Nomination: {on}. Decided by: {body}.",
            ),
            "not_decided": Text(
                "Сынак: {contest}. Көрсөтүү: {on}. Чечим жок; чече турган орган: {body}.",
                "Конкурс: {contest}. Выдвижение: {on}. Решения нет; решает: {body}.",
                "Contest: {contest}. Nomination: {on}. There is no decision; to be decided by: {body}.",
            ),
            "decided_late": Text(
                "Сынак: {contest}. Көрсөтүү: {on}. Чечим андан кеч кабыл алынган; чечкен орган: {body}.",
                "Конкурс: {contest}. Выдвижение: {on}. Решение позже; решил: {body}.",
                "Contest: {contest}. Nomination: {on}. The decision came later; decided by: {body}.",
            ),
            "other_contest": Text(
                "Жобо бул сынакты атабайт.",
                "Этот конкурс в положении не назван.",
                "The charter does not name this contest.",
            ),
        },
    ),
    "AC-1": Wording(
        title=Text(
            "Саны айтылбаган иштер",
            "Деятельность без числа",
            "Activities without a number",
        ),
        rule=Text(
            "Жобо милдеттендирген, бирок санын айтпаган иштер жыл ичинде жок дегенде бир жолу көрүнөт.",
            "Деятельность, предписанная без числа, хотя бы раз в год отмечается.",
            "What the charter prescribes without a number is seen at least once a year.",
        ),
        says={
            "all_seen": SEEN,
            "not_seen": LACKING,
            "open": STILL,
        },
    ),
    "AP-1": Wording(
        title=Text(
            "Бирикме бекиткен материал",
            "Материал, утверждаемый объединением",
            "Material the association approves",
        ),
        rule=Text(
            "Жекече планды жана сынак материалын колдонгонго чейин бирикме бекитет.",
            "Индивидуальный план и экзаменационный материал объединение утверждает до использования.",
            "Individual plans and exam material are approved by the association before use.",
        ),
        says={
            "approved": Text(
                "Материал: {kind}. Бекитилген: {on}. Чечкен орган: {body}.",
                "Материал: {kind}. Утверждён: {on}. Решил: {body}.",
                "Material: {kind}. Approved: {on}. Decided by: {body}.",
            ),
            "not_approved": Text(
                "Материал: {kind}. Бекитүү жок; колдонуу күнү: {limit}. Бекитүүчү: {body}.",
                "Материал: {kind}. Утверждения нет; день использования: {limit}. Утверждает: {body}.",
                "Material: {kind}. There is no approval; day of use: {limit}. To be approved by: {body}.",
            ),
            "approved_late": Text(
                "Материал: {kind}. Бекитилген: {on}, колдонуу күнү: {limit}.",
                "Материал: {kind}. Утверждён: {on}, день использования: {limit}.",
                "Material: {kind}. Approved: {on}, day of use: {limit}.",
            ),
            "open": Text(
                "Материал: {kind}. Бекитүү али жок. Акыркы күн: {limit}.",
                "Материал: {kind}. Утверждения ещё нет. Последний день: {limit}.",
                "Material: {kind}. There is no approval yet. Last day: {limit}.",
            ),
            "not_regulated": Text(
                "Материал: {kind}. Жобо аны ким бекитерин айтпайт.",
                "Материал: {kind}. Кто его утверждает, положение не говорит.",
                "Material: {kind}. The charter does not say who approves it.",
            ),
        },
    ),
}
