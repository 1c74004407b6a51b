"""What can be wrong with a sitting."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

HELD_IN_FUTURE = FaultKind(
    "sitting.held_in_future",
    Text(
        ky="Отурум {held_on} өтө элек (бүгүн {today}). Өткөндөн кийин каттаңыз же аны пландалган отурум катары киргизиңиз.",
        ru="Заседание {held_on} ещё не состоялось (сегодня {today}). Запишите его после проведения или внесите как запланированное.",
        en="The sitting of {held_on} has not taken place yet (today is {today}). Record it afterwards, or enter it as planned.",
    ),
)
DAY_MISSING = FaultKind(
    "sitting.day_missing",
    Text(
        ky="Отурумдун күнүн жазыңыз.",
        ru="Укажите день заседания.",
        en="Give the day of the sitting.",
    ),
)
ANNOUNCED_AFTER = FaultKind(
    "sitting.announced_after",
    Text(
        ky="Күн тартиби отурумдан ({day}) кийин ({announced_on}) жарыяланышы мүмкүн эмес. Датаны текшериңиз.",
        ru="Повестка не могла быть объявлена ({announced_on}) после заседания ({day}). Проверьте дату.",
        en="The agenda cannot have been announced ({announced_on}) after the sitting ({day}). Check the date.",
    ),
)
ANNOUNCED_IN_FUTURE = FaultKind(
    "sitting.announced_in_future",
    Text(
        ky="Жарыялоо датасы ({announced_on}) бүгүнкү күндөн ({today}) кийин болбойт.",
        ru="Дата объявления ({announced_on}) не может быть позже сегодняшней ({today}).",
        en="The announcement ({announced_on}) cannot be later than today ({today}).",
    ),
)
ATTENDEE_NOT_MEMBER = FaultKind(
    "sitting.attendee_not_member",
    Text(
        ky="{person} {day} «{body}» курамында болгон эмес. Аны чакырылган катары белгилеңиз же курамга кошуңуз.",
        ru="{person} не состоит в «{body}» на дату {day}. Отметьте как приглашённого или сначала внесите в состав.",
        en="{person} was not in “{body}” on {day}. Mark them as invited, or add them to the membership first.",
    ),
)
ATTENDEE_TWICE = FaultKind(
    "sitting.attendee_twice",
    Text(
        ky="{person} тизмеде эки жолу жазылган. Бирин алып салыңыз.",
        ru="{person} указан(а) в списке дважды. Уберите одну запись.",
        en="{person} is listed twice. Remove one of the entries.",
    ),
)
ITEM_UNKNOWN = FaultKind(
    "sitting.item_unknown",
    Text(
        ky="Күн тартибинде {position}-маселе жок.",
        ru="В повестке нет вопроса № {position}.",
        en="There is no item {position} on the agenda.",
    ),
)
AGENDA_EMPTY = FaultKind(
    "sitting.agenda_empty",
    Text(
        ky="Күн тартибине жок дегенде бир маселе жазыңыз.",
        ru="Внесите в повестку хотя бы один вопрос.",
        en="Put at least one item on the agenda.",
    ),
)
ALREADY_HELD = FaultKind(
    "sitting.already_held",
    Text(
        ky="Бул отурум {held_on} өткөн деп катталган. Аны өзгөртүүгө болбойт.",
        ru="Это заседание уже записано как проведённое: {held_on}. Изменить его нельзя.",
        en="This sitting is already on record as held on {held_on}. It cannot be changed.",
    ),
    status=409,
)
NOT_HELD = FaultKind(
    "sitting.not_held",
    Text(
        ky="Отурум өтө элек. Адегенде анын өткөнүн каттаңыз.",
        ru="Заседание ещё не записано как проведённое. Сначала запишите его.",
        en="The sitting is not on record as held. Record it first.",
    ),
    status=409,
)
MINUTES_SIGNED = FaultKind(
    "sitting.minutes_signed",
    Text(
        ky="№{number} протоколго {signed_on} кол коюлган; ал өзгөртүлбөйт. Ката болсо, тактоо каты жазылат.",
        ru="Протокол № {number} подписан ({signed_on}) и не изменяется. Ошибка исправляется отдельной запиской.",
        en="Minutes No. {number} were signed on {signed_on} and are not edited. A mistake is corrected by a note.",
    ),
    status=409,
)
SIGNED_BEFORE_HELD = FaultKind(
    "sitting.signed_before_held",
    Text(
        ky="Протоколго ({signed_on}) отурумдан ({held_on}) мурун кол коюуга болбойт.",
        ru="Протокол не мог быть подписан ({signed_on}) раньше заседания ({held_on}).",
        en="The minutes cannot have been signed ({signed_on}) before the sitting ({held_on}).",
    ),
)
SIGNED_IN_FUTURE = FaultKind(
    "sitting.signed_in_future",
    Text(
        ky="Кол коюлган күн ({signed_on}) бүгүнкү күндөн ({today}) кийин болбойт.",
        ru="День подписания ({signed_on}) не может быть позже сегодняшнего ({today}).",
        en="The day of signing ({signed_on}) cannot be later than today ({today}).",
    ),
)
DUE_BEFORE_MADE = FaultKind(
    "sitting.resolution_due_before_made",
    Text(
        ky="Токтомдун мөөнөтү ({due_on}) отурумдан ({held_on}) мурун болбойт.",
        ru="Срок решения ({due_on}) не может быть раньше заседания ({held_on}).",
        en="The resolution cannot be due ({due_on}) before the sitting ({held_on}).",
    ),
)
CHANGED_MEANWHILE = FaultKind(
    "sitting.changed_meanwhile",
    Text(
        ky="Отурумду башка бирөө өзгөртүп койду. Баракты жаңыртып, өзгөртүүңүздү кайталаңыз.",
        ru="Заседание уже изменено кем-то другим. Обновите страницу и повторите изменение.",
        en="The sitting has been changed by someone else. Reload it and repeat your change.",
    ),
    status=412,
)
CANCELLED = FaultKind(
    "sitting.cancelled",
    Text(
        ky="Бул отурум өткөрүлбөйт деп белгиленген. Жаңы отурум түзүңүз.",
        ru="Это заседание отменено. Создайте новое.",
        en="This sitting was cancelled. Make a new one.",
    ),
    status=409,
)
DONE_IN_FUTURE = FaultKind(
    "resolution.done_in_future",
    Text(
        ky="Аткарылган күн ({done_on}) бүгүнкү күндөн ({today}) кийин болбойт.",
        ru="День исполнения ({done_on}) не может быть позже сегодняшнего ({today}).",
        en="The day it was done ({done_on}) cannot be later than today ({today}).",
    ),
)
RESOLUTION_CLOSED = FaultKind(
    "resolution.closed",
    Text(
        ky="№{number} токтом жабылган: {state}. Аны мындан ары өзгөртүүгө болбойт.",
        ru="Решение № {number} закрыто: {state}. Изменить его больше нельзя.",
        en="Resolution No. {number} is closed: {state}. It can no longer be changed.",
    ),
    status=409,
)
RESOLUTION_CHANGED = FaultKind(
    "resolution.changed_meanwhile",
    Text(
        ky="Токтомду башка бирөө өзгөртүп койду. Баракты жаңыртып, өзгөртүүңүздү кайталаңыз.",
        ru="Решение уже изменено кем-то другим. Обновите страницу и повторите изменение.",
        en="The resolution has been changed by someone else. Reload it and repeat your change.",
    ),
    status=412,
)
REASON_MISSING = FaultKind(
    "resolution.reason_missing",
    Text(
        ky="Себебин жазыңыз: ал токтомдун тарыхында калат.",
        ru="Укажите причину: она останется в истории решения.",
        en="Give the reason: it stays in the history of the resolution.",
    ),
)
MOVED_INTO_PAST = FaultKind(
    "resolution.moved_into_past",
    Text(
        ky="Жаңы мөөнөт ({due_on}) бүгүнкү күндөн ({today}) мурун болбойт.",
        ru="Новый срок ({due_on}) не может быть раньше сегодняшнего дня ({today}).",
        en="The new day ({due_on}) cannot be before today ({today}).",
    ),
)
MOVED_NOWHERE = FaultKind(
    "resolution.moved_nowhere",
    Text(
        ky="Мөөнөтү мурун эле {due_on}. Башка күндү тандаңыз.",
        ru="Срок уже такой: {due_on}. Выберите другой день.",
        en="It is already due on {due_on}. Choose another day.",
    ),
)
