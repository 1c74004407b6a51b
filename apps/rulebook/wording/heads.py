"""Words for the rules of the association's head."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "HD-1": Wording(
        title=Text(
            "Жетекчини шайлоо",
            "Избрание руководителя",
            "Election of the head",
        ),
        rule=Text(
            "Жетекчини дайындоого чейин бирикменин өзү шайлайт.",
            "До назначения руководителя избирает само объединение.",
            "The association itself elects its head before the appointment.",
        ),
        says={
            "elected": Text(
                "Шайланган: {elected}, дайындалган: {appointed}.",
                "Избран: {elected}, назначен: {appointed}.",
                "Elected: {elected}, appointed: {appointed}.",
            ),
            "after_appointment": Text(
                "Шайланган: {elected}, дайындалган: {appointed}. Шайлоо дайындоодон кеч болгон.",
                "Избран: {elected}, назначен: {appointed}. Избрание позже назначения.",
                "Elected: {elected}, appointed: {appointed}. The election came after the appointment.",
            ),
            "not_elected": Text(
                "Дайындалган: {appointed}. Шайлоо жөнүндө жазуу жок.",
                "Назначен: {appointed}. Записи об избрании нет.",
                "Appointed: {appointed}. No election is on record.",
            ),
            "open": Text(
                "Кызматка киришүү: {appointed}. Шайлоо али жазыла элек.",
                "Вступает в должность: {appointed}. Избрание ещё не записано.",
                "Takes office: {appointed}. No election is on record yet.",
            ),
        },
    ),
    "HD-2": Wording(
        title=Text(
            "Жетекчини дайындоо буйругу",
            "Приказ о назначении руководителя",
            "Order appointing the head",
        ),
        rule=Text(
            "Жетекчи кызматтагы биринчи ишине чейин буйрук менен дайындалат.",
            "Руководитель назначается приказом до первого действия в должности.",
            "The head is appointed by order before the first act in office.",
        ),
        says={
            "appointed": Text(
                "Буйруктун күнү: {on}.",
                "Дата приказа: {on}.",
                "Date of the order: {on}.",
            ),
            "after_first_act": Text(
                "Буйруктун күнү: {on}. Кызматтагы биринчи иш {limit} болгон, буйруктан эрте.",
                "Дата приказа: {on}. Первое действие в должности было {limit}, раньше приказа.",
                "Date of the order: {on}. The first act in office was on {limit}, before the order.",
            ),
            "not_by_director": Text(
                "Буйруктун күнү: {on}. Ага кол койгон адам ошол күнү директор болгон эмес.",
                "Дата приказа: {on}. Подписавший не был в тот день директором.",
                "Date of the order: {on}. Whoever signed it was not the director on that day.",
            ),
            "no_order": Text(
                "Дайындоо жөнүндө буйрук жок. Кызматта болгон күндөн: {limit}.",
                "Приказа о назначении нет. В должности с: {limit}.",
                "There is no order of appointment. In office since: {limit}.",
            ),
            "open": Text(
                "Дайындоо жөнүндө буйрук али жок. Кызматка киришүү: {limit}.",
                "Приказа о назначении ещё нет. Вступает в должность: {limit}.",
                "There is no order of appointment yet. Takes office: {limit}.",
            ),
        },
    ),
    "HD-3": Wording(
        title=Text(
            "Жетекчинин билими",
            "Образование руководителя",
            "Education of the head",
        ),
        rule=Text(
            "Жетекчинин билими жободо айтылгандан төмөн болбойт.",
            "Образование руководителя не ниже названного в положении.",
            "The head's education is not below what the charter asks for.",
        ),
        says={
            "sufficient": Text(
                "Билими: {has}; керектүүсү: {wanted}.",
                "Образование: {has}; нужно: {wanted}.",
                "Education: {has}; needed: {wanted}.",
            ),
            "too_low": Text(
                "Билими: {has}; керектүүсү: {wanted}.",
                "Образование: {has}; нужно: {wanted}.",
                "Education: {has}; needed: {wanted}.",
            ),
            "unknown": Text(
                "Билими жазылган эмес; керектүүсү: {wanted}.",
                "Образование не внесено; нужно: {wanted}.",
                "The education is not recorded; needed: {wanted}.",
            ),
        },
    ),
    "HD-4": Wording(
        title=Text(
            "Жетекчинин иш стажы",
            "Стаж руководителя",
            "Years of work of the head",
        ),
        rule=Text(
            "Дайындалган күнү жетекчинин билим берүү тутумундагы стажы жободо айтылгандан кем болбойт.",
            "На день назначения стаж руководителя в системе образования не меньше названного.",
            "On the day of appointment the head has worked in the education system at least as long as the "
            "charter asks.",
        ),
        says={
            "enough": Text(
                "{on} карата стажы: {years} жыл, {months} ай, {days} күн; керек: {least} жыл.",
                "На {on} стаж: лет {years}, месяцев {months}, дней {days}; нужно лет: {least}.",
                "On {on}: {years} years, {months} months, {days} days; needed: {least} years.",
            ),
            "too_few": Text(
                "{on} карата стажы: {years} жыл, {months} ай, {days} күн гана; керек: {least} жыл.",
                "На {on} стаж лишь: лет {years}, месяцев {months}, дней {days}; нужно лет: {least}.",
                "On {on} only: {years} years, {months} months, {days} days; needed: {least} years.",
            ),
            "unknown": Text(
                "Стажы жазылган эмес; {on} карата керек: {least} жыл.",
                "Стаж не внесён; на {on} нужно лет: {least}.",
                "No work is recorded; needed on {on}: {least} years.",
            ),
        },
    ),
    "HD-5": Wording(
        title=Text(
            "Жетекчини кеңештин бекитүүсү",
            "Утверждение руководителя советом",
            "Approval of the head by the council",
        ),
        rule=Text(
            "Бирикменин жетекчисин кеңеш бекитет.",
            "Руководителя объединения утверждает совет.",
            "The council approves the association's head.",
        ),
        says={
            "approved": Text(
                "Бекитилген күнү: {on}.",
                "Дата утверждения: {on}.",
                "Date of approval: {on}.",
            ),
            "not_approved": Text(
                "Кеңештин бекитүүсү жок. Акыркы күн {limit} болчу.",
                "Утверждения советом нет. Последним днём было {limit}.",
                "There is no approval by the council. The last day was {limit}.",
            ),
            "open": Text(
                "Кеңештин бекитүүсү али жок. Дайындалган жылдын жабылышына чейин: {limit}.",
                "Утверждения советом ещё нет. До закрытия года назначения: {limit}.",
                "There is no approval by the council yet. Until the close of the year of appointment: {limit}.",
            ),
        },
    ),
    "HD-7": Wording(
        title=Text(
            "Жетекчинин сабакка кириши",
            "Посещение урока руководителем",
            "Lesson visit by the head",
        ),
        rule=Text(
            "Жетекчи зарыл болбосо сабак башталгандан кийин кирбейт, сабак учурунда сын айтпайт.",
            "Без необходимости руководитель не входит после начала урока и не делает замечаний во время него.",
            "Unless necessary the head does not enter after the lesson has begun, and does not criticise during it.",
        ),
        says={
            "proper": Text(
                "Сабак: {on}. Эреже сакталган.",
                "Урок: {on}. Правило соблюдено.",
                "Lesson: {on}. The rule was kept.",
            ),
            "late_entry": Text(
                "Сабак: {on}. Башталгандан кийин кирген, зарылдыгы жазылган эмес.",
                "Урок: {on}. Вошёл после начала, необходимость не записана.",
                "Lesson: {on}. Entered after the beginning, no necessity is recorded.",
            ),
            "criticism": Text(
                "Сабак: {on}. Сабак учурунда сын айтылган.",
                "Урок: {on}. Замечание сделано во время урока.",
                "Lesson: {on}. Criticism was spoken during the lesson.",
            ),
        },
    ),
    "HD-8": Wording(
        title=Text(
            "Жетекчинин отурумдарга катышуусу",
            "Участие руководителя в заседаниях",
            "Attendance of the head",
        ),
        rule=Text(
            "Жетекчи бирикменин жана кеңештин отурумдарына катышат; чеги айтылган эмес.",
            "Руководитель участвует в заседаниях объединения и совета; порога нет.",
            "The head takes part in sittings of the association and the council; no threshold is given.",
        ),
        says={
            "attended": Text(
                "Себепсиз калтырылган отурум жок.",
                "Пропущенных без причины заседаний нет.",
                "No sitting was missed without a reason.",
            ),
            "missed": Text(
                "Себепсиз калтырылган отурумдар: {missed}.",
                "Пропущены без причины заседания: {missed}.",
                "Sittings missed without a reason: {missed}.",
            ),
        },
    ),
}
