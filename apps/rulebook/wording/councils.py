"""Words for the rules of the council's year."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "CN-6": Wording(
        title=Text("Кеңештин отурумдарынын жыштыгы", "Периодичность заседаний", "Frequency of sittings"),
        rule=Text(
            "Кеңеш жободо айтылган ар бир мезгилде белгиленгенден кем эмес отурат.",
            "Совет заседает в каждом периоде, названном в положении, не реже установленного.",
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
            "no_periods": Text(
                "Мектептин календарында бул мезгил жок: {unit}.",
                "В календаре школы нет такого периода: {unit}.",
                "The school's calendar has no such period: {unit}.",
            ),
        },
    ),
}
