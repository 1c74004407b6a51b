"""Standard phrases of protocols, offered while one writes."""

from apps.rulebook.text import Text

DECISIONS: tuple[Text, ...] = (
    Text("Маалымат эске алынсын", "Информацию принять к сведению", "The information is noted"),
    Text("Иш план бекитилсин", "Утвердить план работы", "The work plan is approved"),
    Text("Иш канааттандыраарлык деп табылсын", "Признать работу удовлетворительной", "The work is found satisfactory"),
    Text("Отчёт бекитилсин", "Утвердить отчёт", "The report is approved"),
    Text(
        "Кетирилген кемчиликтер жоюлсун",
        "Устранить выявленные недостатки",
        "The shortcomings that were found are to be removed",
    ),
    Text("Алдыңкы тажрыйба жайылтылсын", "Распространить передовой опыт", "Good practice is to be spread"),
    Text(
        "Педагогикалык кеңешке сунушталсын",
        "Рекомендовать педагогическому совету",
        "It is recommended to the pedagogical council",
    ),
    Text(
        "Жаш мугалимдерге насаатчылар бекитилсин",
        "Закрепить наставников за молодыми учителями",
        "Mentors are assigned to young teachers",
    ),
    Text(
        "Ачык сабактардын графиги бекитилсин",
        "Утвердить график открытых уроков",
        "The schedule of open lessons is approved",
    ),
    Text(
        "Маселе кийинки отурумга калтырылсын",
        "Перенести вопрос на следующее заседание",
        "The question is left for the next sitting",
    ),
)
