"""Words for the rules of the council's sittings and decisions."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording
from apps.rulebook.wording.sittings import MINUTES

WORDING = {
    "CN-7": Wording(
        title=Text("Күн тартибин кабарлоо", "Объявление повестки", "Notice of the agenda"),
        rule=Text(
            "Кеңештин күн тартиби отурумга чейин жободо айтылган күндөн кем эмес мурда кабарланат.",
            "Повестка совета объявляется не позже, чем за названное в положении число дней до заседания.",
            "The council's agenda is announced at least as many days before the sitting as the charter says.",
        ),
        says={
            "in_time": Text(
                "Кабарланган: {announced}, отурум: {held}. Ортосундагы күндөр: {days}; кеминде керек: {least}.",
                "Объявлено: {announced}, заседание: {held}. Дней между ними: {days}; нужно не менее: {least}.",
                "Announced: {announced}, sitting: {held}. Days between: {days}; needed at least: {least}.",
            ),
            "too_late": Text(
                "Кабарланган: {announced}, отурум: {held}. Ортосунда {days} гана күн; кеминде керек: {least}. "
                "Акыркы күн {limit} болчу.",
                "Объявлено: {announced}, заседание: {held}. Дней между ними лишь {days}; нужно не менее: {least}. "
                "Последним днём было {limit}.",
                "Announced: {announced}, sitting: {held}. Only {days} days between; needed at least: {least}. "
                "The last day was {limit}.",
            ),
            "item_too_late": Text(
                "Маселе кошулган күн: {announced}, отурум: {held}. Ортосунда {days} гана күн; кеминде керек: {least}.",
                "Вопрос добавлен: {announced}, заседание: {held}. Дней лишь {days}; нужно не менее: {least}.",
                "Item added: {announced}, sitting: {held}. Only {days} days between; needed at least: {least}.",
            ),
            "not_announced": Text(
                "Отурум: {held}. Ошол күнгө карата күн тартиби кабарланганы жазылган эмес; кеминде керек: {least} күн.",
                "Заседание: {held}. Объявления повестки на этот день нет; нужно не менее дней: {least}.",
                "Sitting: {held}. No announcement for that day is on record; needed at least: {least} days.",
            ),
            "open": Text(
                "Пландалган отурум: {held}. Күн тартибин кабарлоонун акыркы күнү: {limit}.",
                "Заседание назначено на {held}. Повестку объявить не позднее: {limit}.",
                "Sitting planned for {held}. Announce the agenda not later than: {limit}.",
            ),
            "short_so_far": Text(
                "Кабарланган: {announced}, пландалган отурум: {held}. Ортосунда {days} гана күн; кеминде керек: {least}.",
                "Объявлено: {announced}, заседание назначено на {held}. Дней между ними лишь {days}; нужно не менее: {least}.",
                "Announced: {announced}, sitting planned for {held}. Only {days} days between; needed at least: {least}.",
            ),
            "past_the_day": Text(
                "Пландалган отурум: {held}. Күн тартибин кабарлоонун акыркы күнү {last} болчу, кабарлоо жок.",
                "Заседание назначено на {held}. Последний день объявления был {last}, объявления нет.",
                "Sitting planned for {held}. The last day to announce was {last}, and nothing was announced.",
            ),
        },
    ),
    "CN-8": Wording(
        title=Text("Кворум", "Кворум", "Quorum"),
        rule=Text(
            "Чечим курамдын жободо айтылган үлүшү катышканда гана күчтүү.",
            "Решение действительно, только если присутствует названная в положении доля состава.",
            "A decision holds only when the share of the membership the charter names is present.",
        ),
        says={
            "reached": Text(
                "Курамы: {members}, эсептелген мүчөлөр: {count}; кеминде керек: {least} (үлүшү {share}).",
                "Состав: {members}, засчитано членов: {count}; нужно не менее: {least} (доля {share}).",
                "Membership: {members}, members counted: {count}; needed at least: {least} (share {share}).",
            ),
            "not_reached": Text(
                "Курамы: {members}, эсептелген мүчөлөр: {count} гана; кеминде керек: {least} (үлүшү {share}).",
                "Состав: {members}, засчитано членов лишь {count}; нужно не менее: {least} (доля {share}).",
                "Membership: {members}, only {count} members counted; needed at least: {least} (share {share}).",
            ),
            "not_recorded": Text(
                "Катышкандар же курам жазылган эмес, кворумду эсептөөгө болбойт. Үлүшү: {share}.",
                "Присутствие или состав не записаны, кворум не вычислить. Доля: {share}.",
                "Attendance or membership is not recorded, so the quorum cannot be worked out. Share: {share}.",
            ),
        },
    ),
    "CN-9": Wording(
        title=Text("Көпчүлүк добуш", "Большинство голосов", "Majority"),
        rule=Text(
            "Чечим добуштардын жободо айтылган үлүшүнөн ашыгы макул болгондо кабыл алынат.",
            "Решение принимается, когда «за» больше названной в положении доли голосов.",
            "A decision is adopted when more than the share of votes the charter names is in favour.",
        ),
        says={
            "reached": Text(
                "Макул: {yes}, каршы: {no}, калыс: {abstained}. Эсептин негизи: {base}; керек: {limit} санынан көп.",
                "За: {yes}, против: {no}, воздержались: {abstained}. База: {base}; нужно больше {limit}.",
                "For: {yes}, against: {no}, abstained: {abstained}. Base: {base}; needed: more than {limit}.",
            ),
            "not_reached": Text(
                "Макул: {yes}, каршы: {no}, калыс: {abstained}. Негизи: {base}; {limit} санынан көп болгон жок.",
                "За: {yes}, против: {no}, воздержались: {abstained}. База: {base}; больше {limit} не набрано.",
                "For: {yes}, against: {no}, abstained: {abstained}. Base: {base}; not more than {limit}.",
            ),
            "no_quorum": Text(
                "Кворум болгон эмес (эсептелген мүчөлөр: {present}, курамы: {members}), добуштар бааланбайт.",
                "Кворума не было (засчитано членов: {present}, состав: {members}), голоса не оцениваются.",
                "There was no quorum (members counted: {present}, membership: {members}); votes are not judged.",
            ),
            "not_recorded": Text(
                "Чечим кабыл алынган деп жазылган, бирок добуштар же катышкандар жазылган эмес. Үлүшү: {share}.",
                "Решение записано принятым, но голоса или присутствие не внесены. Доля: {share}.",
                "The decision is recorded as adopted, but votes or attendance are not. Share: {share}.",
            ),
            "more_votes_than_members": Text(
                "Берилген добуштар: {cast}, катышкан мүчөлөр: {present}. Добуштар катышкандардан көп.",
                "Подано голосов: {cast}, присутствовало членов: {present}. Голосов больше, чем присутствовавших.",
                "Votes cast: {cast}, members present: {present}. There are more votes than members present.",
            ),
        },
    ),
    "CN-10": Wording(
        title=Text("Кеңештин протоколу", "Протокол совета", "Minutes of the council"),
        rule=Text(
            "Кеңештин ар бир отурумунда протокол жүргүзүлөт.",
            "На каждом заседании совета ведётся протокол.",
            "Minutes are kept at every sitting of the council.",
        ),
        says=MINUTES,
    ),
}
