"""What can be wrong with a calendar."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

YEAR_UNKNOWN = FaultKind(
    "calendar.day_outside_every_year",
    Text(
        ky="{day} эч бир окуу жылына туура келбейт. Датаны текшериңиз же «Календарь» бөлүмүнөн ошол окуу жылын кошуңуз.",
        ru="{day} не относится ни к одному известному учебному году. Проверьте дату или добавьте этот год в разделе «Календарь».",
        en="{day} lies in no known academic year. Check the date, or add that year under “Calendar”.",
    ),
)
NO_SUCH_YEAR = FaultKind(
    "calendar.no_such_year",
    Text(
        ky="Календарда {year}-окуу жылы жок. Жылды текшериңиз же календарга кошуңуз.",
        ru="В календаре нет учебного года {year}. Проверьте год или добавьте его в календарь.",
        en="The calendar has no academic year {year}. Check the year, or add it to the calendar.",
    ),
    status=404,
)
YEAR_EXISTS = FaultKind(
    "calendar.year_exists",
    Text(
        ky="{year}-окуу жылы мурунтан бар. Даталары өзгөрсө, жаңы редакция жасаңыз.",
        ru="Учебный год {year} уже есть. Если даты изменились, сделайте новую редакцию.",
        en="The academic year {year} already exists. If its dates have changed, make a revision.",
    ),
    status=409,
)
DATES_REVERSED = FaultKind(
    "calendar.dates_reversed",
    Text(
        ky="Аягы ({ends_on}) башынан ({starts_on}) кийин болушу керек. Күн менен айды алмаштырып алган жоксузбу?",
        ru="Конец ({ends_on}) должен быть позже начала ({starts_on}). Не перепутаны ли день и месяц?",
        en="The end ({ends_on}) must be after the start ({starts_on}). Are day and month swapped?",
    ),
)
YEARS_OVERLAP = FaultKind(
    "calendar.years_overlap",
    Text(
        ky="Бул даталар {other}-окуу жылы менен кабышат. Даталарды тууралаңыз.",
        ru="Эти даты пересекаются с учебным годом {other}. Исправьте даты.",
        en="These dates overlap the academic year {other}. Correct the dates.",
    ),
)
PERIOD_OUTSIDE_YEAR = FaultKind(
    "calendar.period_outside_year",
    Text(
        ky="{number}-{unit} окуу жылынын чегинен чыгып турат. Анын даталарын тууралаңыз.",
        ru="{unit} {number} выходит за пределы учебного года. Исправьте её даты.",
        en="{unit} {number} reaches outside the academic year. Correct its dates.",
    ),
)
PERIODS_OVERLAP = FaultKind(
    "calendar.periods_overlap",
    Text(
        ky="{number}-{unit} өзүнөн мурункусу менен кабышат. Даталарын тууралаңыз.",
        ru="{unit} {number} пересекается с предыдущей. Исправьте даты.",
        en="{unit} {number} overlaps the one before it. Correct the dates.",
    ),
)
