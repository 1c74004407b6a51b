"""What can be wrong with a frame, a change of the calendar or a question to the schools."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

PARAMETER_UNKNOWN = FaultKind(
    "frame.parameter_unknown",
    Text(
        ky="«{key}» деген эреже жок.{hint}",
        ru="Параметра «{key}» нет.{hint}",
        en="There is no parameter “{key}”.{hint}",
    ),
)
VALUE_UNUSABLE = FaultKind(
    "frame.value_unusable",
    Text(
        ky="«{name}» үчүн бул маани жарабайт: {reason}",
        ru="Для «{name}» это значение не подходит: {reason}",
        en="This value does not fit “{name}”: {reason}",
    ),
)
OUTSIDE_FRAME_ABOVE = FaultKind(
    "frame.outside_frame_above",
    Text(
        ky="Бул маани жогорку чектен чыгат, ошондуктан сакталган жок: {reason}",
        ru="Значение выходит за вышестоящую рамку и не сохранено: {reason}",
        en="This value leaves the frame above and was not saved: {reason}",
    ),
)
RANGE_REVERSED = FaultKind(
    "frame.range_reversed",
    Text(
        ky="Аяктоо күнү ({until}) башталышынан ({since}) кийин болушу керек. Күн менен ай алмашып калган жокпу?",
        ru="Конец ({until}) должен быть позже начала ({since}). Не перепутаны ли день и месяц?",
        en="The end ({until}) must be after the start ({since}). Are day and month swapped?",
    ),
)
GRACE_TOO_EARLY = FaultKind(
    "frame.grace_too_early",
    Text(
        ky="Жеңилдик мөөнөтү ({grace}) эреже күчүнө кирген күндөн ({since}) кийин бүтүшү керек.",
        ru="Отсрочка ({grace}) должна заканчиваться позже, чем правило вступает в силу ({since}).",
        en="The grace ({grace}) must end after the rule comes into force ({since}).",
    ),
)
ACT_MISSING = FaultKind(
    "frame.act_missing",
    Text(
        ky="Актысы көрсөтүлбөгөн чек жарыяланбайт. Актынын атын жана номерин жазыңыз.",
        ru="Без акта рамку не публикуют. Укажите название и номер акта.",
        en="A frame is not published without its act. Give the name and number of the act.",
    ),
)
SAME_ALREADY = FaultKind(
    "frame.same_already",
    Text(
        ky="«{name}» боюнча ушул мезгилге мындай чек бар ({since} тартып). Адегенде аны аяктатыңыз.",
        ru="По «{name}» на эти дни уже есть такая рамка (с {since}). Сначала завершите её.",
        en="There already is such a frame for “{name}” on these days (from {since}). End that one first.",
    ),
    status=409,
)
NOT_A_DRAFT = FaultKind(
    "frame.not_a_draft",
    Text(
        ky="Бул мурунтан жарыяланган же алынып салынган. Баракты жаңыртыңыз.",
        ru="Это уже опубликовано или снято. Обновите страницу.",
        en="This has been published or dropped already. Reload the page.",
    ),
    status=409,
)
NOT_PUBLISHED = FaultKind(
    "frame.not_published",
    Text(
        ky="Бул чек азырынча күчүндө эмес, аяктатуунун кереги жок.",
        ru="Эта рамка ещё не действует, завершать нечего.",
        en="This frame is not in force, so there is nothing to end.",
    ),
    status=409,
)
CHANGED_MEANWHILE = FaultKind(
    "frame.changed_meanwhile",
    Text(
        ky="Бул чекти ошол эле учурда башка бирөө өзгөрттү. Баракты жаңыртып, кайра карап чыгыңыз.",
        ru="Эту рамку тем временем изменил кто-то другой. Обновите страницу и проверьте ещё раз.",
        en="Somebody else has changed this frame meanwhile. Reload the page and look again.",
    ),
    status=412,
)
SHIFT_EMPTY = FaultKind(
    "shift.empty",
    Text(
        ky="Эмне өзгөрөрү айтылган жок. Жылдын жаңы аягын же бир мезгилдин күндөрүн жазыңыз.",
        ru="Не сказано, что меняется. Укажите новый конец года или дни одного из периодов.",
        en="Nothing is changed. Give a new end of the year, or the days of a period.",
    ),
)
SHIFT_UNREADABLE = FaultKind(
    "shift.unreadable",
    Text(
        ky="{line}-сапты окуу мүмкүн болгон жок: «{words}». Мындай жазыңыз: чейрек 3: 2026-01-12 – 2026-02-28.",
        ru="Строка {line} не читается: «{words}». Пишите так: четверть 3: 2026-01-12 – 2026-02-28.",
        en="Line {line} cannot be read: “{words}”. Write it like this: quarter 3: 2026-01-12 – 2026-02-28.",
    ),
)
NOT_REFUSED = FaultKind(
    "survey.not_refused",
    Text(
        ky="Бул мектеп баш тарткан жок ({state}), кайра жөнөтүүнүн кереги жок.",
        ru="Эта школа не отказала ({state}), повторять не нужно.",
        en="This school has not refused ({state}); there is nothing to send again.",
    ),
    status=409,
)
NOTHING_SENT = FaultKind(
    "survey.nothing_sent",
    Text(
        ky="Бул өзгөртүү мектептерге жөнөтүлө элек. Адегенде аны жарыялаңыз.",
        ru="Это изменение ещё не отправлено школам. Сначала опубликуйте его.",
        en="This change has not been sent to the schools yet. Publish it first.",
    ),
    status=409,
)
