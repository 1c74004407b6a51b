"""What can be wrong with a work plan."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NOT_AN_ASSOCIATION = FaultKind(
    "plan.not_an_association",
    Text(
        ky="Иш план усулдук бирикмеге же кеңешке түзүлөт; «{body}» буга жатпайт.",
        ru="План работы составляется для объединения или совета; «{body}» к ним не относится.",
        en="A work plan belongs to an association or a council; “{body}” is neither.",
    ),
)
NOT_AN_APPROVAL = FaultKind(
    "plan.not_an_approval",
    Text(
        ky="Планга макулдук же бекитүү гана катталат; «{kind}» буга жатпайт.",
        ru="К плану относится только согласие или утверждение; «{kind}» сюда не подходит.",
        en="Only a consent or an approval is recorded on a plan; “{kind}” is neither.",
    ),
)
ONLY_ASSOCIATIONS = FaultKind(
    "plan.only_associations",
    Text(
        ky="Айлык план жана ачык сабактардын графиги усулдук бирикмеде гана болот; «{body}» буга жатпайт.",
        ru="Месячный план и график открытых уроков ведёт только методическое объединение; «{body}» к ним не относится.",
        en="Only a methodical association keeps monthly plans and a schedule of open lessons; “{body}” is none.",
    ),
)
MONTH_THERE = FaultKind(
    "plan.month_there",
    Text(
        ky="Бул айдын планы бар. Аны ачып, толуктаңыз.",
        ru="План этого месяца уже есть. Откройте его и дополните.",
        en="This month has a plan already. Open it and add to it.",
    ),
    status=409,
)
MONTH_OUTSIDE = FaultKind(
    "plan.month_outside",
    Text(
        ky="{month} күнү башталган ай бир да окуу жылына кирбейт. Айды окуу жылынын ичинен тандаңыз.",
        ru="Месяц, который начинается {month}, не входит ни в один учебный год. Выберите месяц учебного года.",
        en="The month that begins on {month} lies in no academic year. Choose a month of the academic year.",
    ),
)
MADE_IN_FUTURE = FaultKind(
    "plan.made_in_future",
    Text(
        ky="{day} али келе элек (бүгүн {today}). Болуп өткөн күндү жазыңыз.",
        ru="{day} ещё не наступило (сегодня {today}). Укажите день, который уже прошёл.",
        en="{day} has not come yet (today is {today}). Give a day that has passed.",
    ),
)
LINE_EMPTY = FaultKind(
    "plan.line_empty",
    Text(
        ky="Эмне жасаларын жазыңыз.",
        ru="Напишите, что будет сделано.",
        en="Write what will be done.",
    ),
)
ENTRY_SETTLED = FaultKind(
    "open_lesson.settled",
    Text(
        ky="Бул жазуунун абалы: {state}. Пландалганды гана жылдырууга, өзгөртүүгө же өчүрүүгө болот.",
        ru="Состояние этой записи: {state}. Перенести, изменить или удалить можно только запланированное.",
        en="This entry is {state}. Only what is planned can be moved, changed or removed.",
    ),
    status=409,
)
REASON_MISSING = FaultKind(
    "open_lesson.reason_missing",
    Text(
        ky="Себебин жазыңыз: эмне үчүн жылдырылды же болбой калды.",
        ru="Укажите причину: почему перенесено или отменено.",
        en="Give the reason: why it was moved or cancelled.",
    ),
)
HELD_IN_FUTURE = FaultKind(
    "open_lesson.held_in_future",
    Text(
        ky="{day} али келе элек (бүгүн {today}). Өткөндөн кийин белгилеңиз же башка күнгө жылдырыңыз.",
        ru="{day} ещё не наступило (сегодня {today}). Отметьте после проведения или перенесите на другой день.",
        en="{day} has not come yet (today is {today}). Mark it when it has been held, or move it to another day.",
    ),
)
OTHER_YEAR = FaultKind(
    "open_lesson.other_year",
    Text(
        ky="{day} — башка окуу жылынын күнү. Ал жылдын графигине өзүнчө жазыңыз.",
        ru="{day} относится к другому учебному году. Внесите его в график того года.",
        en="{day} belongs to another academic year. Enter it in the schedule of that year.",
    ),
)
