"""Words for the rules of the association's sittings."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

MINUTES = {
    "signed": Text(
        "Отурум: {held}. Протоколго кол коюлган күн: {on}.",
        "Заседание: {held}. Протокол подписан: {on}.",
        "Sitting: {held}. Minutes signed: {on}.",
    ),
    "unsigned": Text(
        "Отурум: {held}. Кол коюлган протоколу жок.",
        "Заседание: {held}. Подписанного протокола нет.",
        "Sitting: {held}. There are no signed minutes.",
    ),
    "open": Text(
        "Отурум: {held}. Протоколго али кол коюла элек; окуу жылы жабылганга чейин: {limit}.",
        "Заседание: {held}. Протокол ещё не подписан; до закрытия года: {limit}.",
        "Sitting: {held}. The minutes are not signed yet; until the close of the year: {limit}.",
    ),
}

WORDING = {
    "ST-1": Wording(
        title=Text("Отурумдардын саны", "Число заседаний", "Number of sittings"),
        rule=Text(
            "Бирикме окуу жылында жободо айтылгандан кем эмес отурум өткөрөт.",
            "За учебный год объединение проводит не меньше заседаний, чем велит положение.",
            "In a school year the association holds at least as many sittings as the charter says.",
        ),
        says={
            "enough": Text(
                "Эсепке кирген отурумдар: {count}; кеминде керек: {least}.",
                "Засчитано заседаний: {count}; нужно не менее: {least}.",
                "Sittings counted: {count}; needed at least: {least}.",
            ),
            "part_of_year": Text(
                "Эсепке кирген отурумдар: {count}; кеминде керек: {least}. Бирикме жылдын бир бөлүгүндө гана болгон.",
                "Засчитано заседаний: {count}; нужно не менее: {least}. Объединение существовало лишь часть года.",
                "Sittings counted: {count}; needed at least: {least}. The association existed only part of the year.",
            ),
            "too_few": Text(
                "Эсепке кирген отурумдар: {count}; кеминде керек: {least}. Окуу жылы аяктаган күн: {end}.",
                "Засчитано заседаний: {count}; нужно не менее: {least}. Учебный год закончился {end}.",
                "Sittings counted: {count}; needed at least: {least}. The school year ended on {end}.",
            ),
            "open": Text(
                "Азырынча эсепке кирген отурумдар: {count}; жылдын аягына чейин керек: {least}. Акыркы күн: {end}.",
                "Пока засчитано заседаний: {count}; до конца года нужно: {least}. Последний день: {end}.",
                "Sittings counted so far: {count}; needed by the year's end: {least}. Last day: {end}.",
            ),
        },
    ),
    "ST-2": Wording(
        title=Text("Отурумдун протоколу", "Протокол заседания", "Minutes of the sitting"),
        rule=Text(
            "Бирикменин ар бир отурумунда протокол жүргүзүлөт.",
            "На каждом заседании объединения ведётся протокол.",
            "Minutes are kept at every sitting of the association.",
        ),
        says=MINUTES,
    ),
    "ST-3": Wording(
        title=Text("Отурумдун токтому", "Решение заседания", "Resolution of the sitting"),
        rule=Text(
            "Бирикменин ар бир отурумунда токтом кабыл алынат.",
            "На каждом заседании объединения принимается решение.",
            "Every sitting of the association adopts a resolution.",
        ),
        says={
            "adopted": Text(
                "Отурум: {held}. Токтомдор: {count}.",
                "Заседание: {held}. Решений: {count}.",
                "Sitting: {held}. Resolutions: {count}.",
            ),
            "none": Text(
                "Отурум: {held}. Бир да токтом жазылган эмес.",
                "Заседание: {held}. Ни одного решения не записано.",
                "Sitting: {held}. No resolution is recorded.",
            ),
            "open": Text(
                "Отурум: {held}. Токтом али жазыла элек; окуу жылы жабылганга чейин: {limit}.",
                "Заседание: {held}. Решение ещё не записано; до закрытия года: {limit}.",
                "Sitting: {held}. No resolution is recorded yet; until the close of the year: {limit}.",
            ),
        },
    ),
    "ST-5": Wording(
        title=Text("Жыл аягындагы талдоо", "Итоговый анализ", "Year-end review"),
        rule=Text(
            "Жылдын акыркы отурумунда орун басар бирикменин ишин талдап, сунуштарын айтат.",
            "На последнем заседании года заместитель анализирует работу объединения и даёт рекомендации.",
            "At the year's last sitting a deputy reviews the association's work and states recommendations.",
        ),
        says={
            "stated": Text(
                "Акыркы отурум: {held}. Сунуштар айтылган, талдоо бар. Айтуучу кызмат: {by}.",
                "Последнее заседание: {held}. Рекомендации даны, анализ есть. Выступает: {by}.",
                "Last sitting: {held}. Recommendations were stated and the analysis is on file. Speaker: {by}.",
            ),
            "no_sitting": Text(
                "Окуу жылында бир да отурум өткөн эмес. Сунуш айта турган кызмат: {by}.",
                "За учебный год не было ни одного заседания. Рекомендации даёт: {by}.",
                "There was no sitting in the school year. Recommendations come from: {by}.",
            ),
            "not_stated": Text(
                "Акыркы отурум: {held}. Сунуштар күн тартибинде жок. Айтуучу кызмат: {by}.",
                "Последнее заседание: {held}. Рекомендаций в повестке нет. Выступает: {by}.",
                "Last sitting: {held}. Recommendations are not on its agenda. Speaker: {by}.",
            ),
            "another_speaker": Text(
                "Акыркы отурум: {held}. Сунуштарды айткан: {speaker}; жобо атаган кызмат: {by}.",
                "Последнее заседание: {held}. Рекомендации дал: {speaker}; положение называет: {by}.",
                "Last sitting: {held}. Recommendations were stated by: {speaker}; the charter names: {by}.",
            ),
            "no_analysis": Text(
                "Акыркы отурум: {held}. Сунуштар айтылган, бирок жазма талдоо жок. Жооптуу: {by}.",
                "Последнее заседание: {held}. Рекомендации даны, но письменного анализа нет. Отвечает: {by}.",
                "Last sitting: {held}. Recommendations were stated, but no written analysis is on file. Owed by: {by}.",
            ),
            "open": Text(
                "Окуу жылы аяктай элек. Акыркы күн: {limit}. Сунуш айта турган кызмат: {by}.",
                "Учебный год не закончен. Последний день: {limit}. Рекомендации даёт: {by}.",
                "The school year has not ended. Last day: {limit}. Recommendations come from: {by}.",
            ),
        },
    ),
}
