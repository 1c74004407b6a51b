"""How a check is told: its name, the rule in a sentence, and a sentence for each outcome of its table."""

from collections.abc import Mapping
from dataclasses import dataclass

from apps.rulebook.text import Text


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one check.

    Attributes:
        title: its name in a list.
        rule: what the charter asks, without numbers, so that it holds for every charter.
        says: for each outcome a sentence with `{values}` of the finding.
    """

    title: Text
    rule: Text
    says: Mapping[str, Text]


COMMON = {
    "silent": Text(
        "Мектептин жоболору бул маселени жөнгө салбайт.",
        "Положения школы этот вопрос не регулируют.",
        "The school's charters do not regulate this.",
    ),
    "lost": Text(
        "Жобонун көчүрмөсүндө бул жер сакталган эмес, ошондуктан баа берилбейт.",
        "В копии положения это место утрачено, поэтому оценки нет.",
        "This place is lost in the copy of the charter, so nothing is judged.",
    ),
    "conflict": Text(
        "Мектептин документтери бул маселеде ар башка айтат; бирөөсү тандалмайынча баа берилбейт.",
        "Документы школы в этом вопросе расходятся; пока не выбран один, оценки нет.",
        "The school's documents disagree here; nothing is judged until one of them is picked.",
    ),
    "no_charter": Text(
        "Ошол күнү мектептин күчүндөгү жобосу жок болчу.",
        "На тот день у школы не было действующего положения.",
        "The school had no charter in force on that day.",
    ),
    "not_required": Text(
        "Мектептин жобосу муну талап кылбайт деп так айтат.",
        "Положение школы прямо говорит, что этого не требует.",
        "The school's charter says that this is not required.",
    ),
    "nothing": Text(
        "Баалана турган жазуу жок.",
        "Записей для оценки нет.",
        "There is no record to judge.",
    ),
    "predates": Text(
        "Бул иш мектептин биринчи жобосуна чейин болгон, ошондуктан бааланбайт.",
        "Это было до первого положения школы и потому не оценивается.",
        "This happened before the school's first charter and is not judged.",
    ),
    "no_calendar": Text(
        "Окуу жылынын календары жок же ката, ошондуктан баа берүүгө болбойт.",
        "Календаря учебного года нет или он с ошибкой, поэтому оценить нельзя.",
        "The calendar of the school year is missing or wrong, so nothing can be judged.",
    ),
}
