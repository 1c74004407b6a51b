"""Words for the rules of the council's making and year."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "CN-1": Wording(
        title=Text(
            "Кеңешти түзүү",
            "Создание совета",
            "Creation of the council",
        ),
        rule=Text(
            "Кеңеш биринчи отурумуна чейин жободо аталган акт менен түзүлөт.",
            "Совет создаётся до первого заседания актом, названным в положении.",
            "The council is created before its first sitting by the act the charter names.",
        ),
        says={
            "decided": Text(
                "Акт: {act}. Күнү: {on}. Биринчи отурум: {held}.",
                "Акт: {act}. Дата: {on}. Первое заседание: {held}.",
                "Act: {act}. Date: {on}. First sitting: {held}.",
            ),
            "after_first_sitting": Text(
                "Акт: {act}. Күнү: {on}, биринчи отурумдан ({held}) кеч.",
                "Акт: {act}. Дата: {on}, позже первого заседания ({held}).",
                "Act: {act}. Date: {on}, after the first sitting ({held}).",
            ),
            "missing": Text(
                "Биринчи отурум: {held}. Талап кылынган акт жок: {act}.",
                "Первое заседание: {held}. Требуемого акта нет: {act}.",
                "First sitting: {held}. The act asked for is missing: {act}.",
            ),
            "dissolved_without_act": Text(
                "Жоюлган күнү: {limit}. Ошол күнгө чейин жоюу жөнүндө акт жок: {act}.",
                "Упразднён: {limit}. Акта об упразднении к этому дню нет: {act}.",
                "Dissolved: {limit}. By that day there is no act on dissolution: {act}.",
            ),
            "open": Text(
                "Кеңеш али отура элек. Керектүү акт: {act}.",
                "Совет ещё не заседал. Нужен акт: {act}.",
                "The council has not sat yet. Act needed: {act}.",
            ),
        },
    ),
    "CN-2": Wording(
        title=Text(
            "Мүчөлөрдүн буйругу",
            "Приказ о составе",
            "Order on members",
        ),
        rule=Text(
            "Отурум күнү ар бир мүчө күчүндөгү актыда болот; башкалар чакырылган деп эсептелет.",
            "В день заседания каждый член состоит в действующем акте; прочие считаются приглашёнными.",
            "On the day of a sitting every member stands in an act in force; others count as invited.",
        ),
        says={
            "all_ordered": Text(
                "Отурум: {held}. Мүчөлөр: {members}; баары актыда бар.",
                "Заседание: {held}. Членов: {members}; все есть в акте.",
                "Sitting: {held}. Members: {members}; all stand in the act.",
            ),
            "not_ordered": Text(
                "Отурум: {held}. Мүчөлөр: {members}; актыда жоктору: {count}.",
                "Заседание: {held}. Членов: {members}; нет в акте: {count}.",
                "Sitting: {held}. Members: {members}; not in the act: {count}.",
            ),
        },
    ),
    "CN-3": Wording(
        title=Text(
            "Кеңештин төрагасы",
            "Председатель совета",
            "Chair of the council",
        ),
        rule=Text(
            "Төрага жободо аталган кызматты ээлейт жана талап кылынган акт менен бекитилет.",
            "Председатель занимает названную должность и утверждён требуемым актом.",
            "The chair holds the office the charter names and is confirmed by the act it asks for.",
        ),
        says={
            "in_order": Text(
                "Отурум: {held}. Төраганын кызматы: {wanted}.",
                "Заседание: {held}. Должность председателя: {wanted}.",
                "Sitting: {held}. Office of the chair: {wanted}.",
            ),
            "office_not_held": Text(
                "Отурум: {held}. Төрага ошол күнү бул кызматта болгон эмес: {wanted}.",
                "Заседание: {held}. Председатель не занимал в тот день должность: {wanted}.",
                "Sitting: {held}. The chair did not hold the office that day: {wanted}.",
            ),
            "not_confirmed": Text(
                "Отурум: {held}. Төраганы бекиткен акт жок. Кызматы: {wanted}.",
                "Заседание: {held}. Акта об утверждении председателя нет. Должность: {wanted}.",
                "Sitting: {held}. There is no act confirming the chair. Office: {wanted}.",
            ),
            "no_chair": Text(
                "Отурум: {held}. Төрага жазылган эмес. Жобо атаган кызмат: {wanted}.",
                "Заседание: {held}. Председатель не указан. Положение называет: {wanted}.",
                "Sitting: {held}. No chair is recorded. The charter names: {wanted}.",
            ),
        },
    ),
    "CN-4": Wording(
        title=Text(
            "Кеңештин курамы",
            "Состав совета",
            "Composition of the council",
        ),
        rule=Text(
            "Жылдын биринчи отурумунда жобо атагандардын баары курамда болот.",
            "На первом заседании года в составе все, кого называет положение.",
            "At the year's first sitting everybody the charter calls in is a member.",
        ),
        says={
            "complete": Text(
                "{on} карата мүчөлөр: {members}. Курамы толук.",
                "На {on} членов: {members}. Состав полон.",
                "On {on} members: {members}. The composition is complete.",
            ),
            "incomplete": Text(
                "{on} карата мүчөлөр: {members}. Курамда жок: {lacking}.",
                "На {on} членов: {members}. В составе нет: {lacking}.",
                "On {on} members: {members}. Missing: {lacking}.",
            ),
            "open": Text(
                "Биринчи отурум али боло элек.",
                "Первого заседания ещё не было.",
                "The first sitting has not been held yet.",
            ),
        },
    ),
    "CN-6": Wording(
        title=Text(
            "Кеңештин отурумдарынын жыштыгы",
            "Периодичность заседаний",
            "Frequency of sittings",
        ),
        rule=Text(
            "Кеңеш жободо айтылган ар бир мезгилде белгиленгенден кем эмес отурат.",
            "Совет заседает в каждом названном периоде не реже установленного.",
            "The council sits in every period the charter names, at least as often as it says.",
        ),
        says={
            "every_period": Text(
                "Мезгил: {unit}. Ар биринде жетиштүү отурум болгон; кеминде керек: {least}.",
                "Период: {unit}. В каждом заседаний достаточно; нужно не менее: {least}.",
                "Period: {unit}. Each has enough sittings; needed at least: {least}.",
            ),
            "period_missed": Text(
                "Мезгил: {unit}. Отурум жетишпеген мезгилдер: {missed}; ар биринде кеминде керек: {least}.",
                "Период: {unit}. Не хватает заседаний в периодах: {missed}; в каждом нужно не менее: {least}.",
                "Period: {unit}. Sittings are missing in: {missed}; needed in each at least: {least}.",
            ),
            "period_missed_soft": Text(
                "Мезгил: {unit}. Отурум жетишпеген мезгилдер: {missed}; жобо «эреже катары» {least} дейт.",
                "Период: {unit}. Не хватает заседаний в периодах: {missed}; положение говорит «как правило» {least}.",
                "Period: {unit}. Sittings are missing in: {missed}; the charter says {least} “as a rule”.",
            ),
            "open": Text(
                "Мезгил: {unit}. Аяктаган мезгилдердин баарында отурум болгон; жыл {end} аяктайт.",
                "Период: {unit}. Во всех оконченных периодах заседания были; год кончается {end}.",
                "Period: {unit}. Every finished period had its sittings; the year ends on {end}.",
            ),
            "not_at_work": Text(
                "Бул окуу жылынын мезгилдеринде кеңеш иштеген эмес.",
                "В периоды этого учебного года совет не действовал.",
                "The council was not at work in any period of this school year.",
            ),
            "no_periods": Text(
                "Мектептин календарында бул мезгил жок: {unit}.",
                "В календаре школы нет такого периода: {unit}.",
                "The school's calendar has no such period: {unit}.",
            ),
        },
    ),
}
