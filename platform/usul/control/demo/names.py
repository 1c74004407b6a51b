"""Invented people: plausible Kyrgyz names put together by chance, the same ones at every run."""

import random
from dataclasses import dataclass

WOMEN = (
    "Айгүл", "Айнура", "Бегимай", "Бурул", "Венера", "Гүлзат", "Гүлмира", "Жаркынай", "Жылдыз", "Зарина", "Каныкей",
    "Кымбат", "Мээрим", "Назгүл", "Нургүл", "Роза", "Салтанат", "Сүйүнбүбү", "Чынара", "Элмира",
)  # fmt: skip
MEN = (
    "Азамат", "Акыл", "Алмаз", "Бакыт", "Болот", "Данияр", "Жакшылык", "Жеңиш", "Кубаныч", "Марат", "Нурбек",
    "Таалай", "Талант", "Улан", "Эркин",
)  # fmt: skip
FAMILIES = (
    "Абдылдаев", "Акматов", "Асанов", "Байсалов", "Бейшеналиев", "Боронбаев", "Дүйшөнкулов", "Жээналиев", "Жумабеков",
    "Исаков", "Кадыров", "Касымов", "Кыдыралиев", "Мамбетов", "Молдобаев", "Мураталиев", "Осмонов", "Сагынбаев",
    "Садыков", "Султаналиев", "Темиров", "Токтогулов", "Турдубаев", "Үсөнов", "Чыныбеков", "Шаршеев", "Эгембердиев",
)  # fmt: skip
FATHERS = (
    "Асан", "Бакыт", "Болот", "Жумабек", "Кадыр", "Касым", "Мамбет", "Нурлан", "Осмон", "Сагын", "Темир", "Токтогул",
    "Турат", "Эмил",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name in three parts."""

    family: str
    given: str
    patronymic: str


def someone(chance: random.Random) -> Named:
    """One invented person; four of five teachers are women."""
    woman = chance.random() < 0.8
    family, father = chance.choice(FAMILIES), chance.choice(FATHERS)
    if woman:
        return Named(f"{family}а", chance.choice(WOMEN), f"{father}овна" if father[-1] not in "ий" else f"{father}евна")
    return Named(family, chance.choice(MEN), f"{father}ович")


def crowd(chance: random.Random, size: int) -> list[Named]:
    """People of one school, no two with the same full name."""
    found: dict[Named, None] = {}
    while len(found) < size:
        found[someone(chance)] = None
    return list(found)
