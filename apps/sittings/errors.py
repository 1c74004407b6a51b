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
HELD_BEFORE_PLANNED = FaultKind(
    "sitting.held_before_planned",
    Text(
        ky="Отурум {planned_on} пландалган, ал {held_on} өтө алмак эмес. Мурда өткөн болсо, адегенде аны ошол күнгө жылдырыңыз.",
        ru="Заседание назначено на дату: {planned_on}; раньше ({held_on}) оно пройти не могло. Если прошло, сначала перенесите его.",
        en="The sitting is planned for {planned_on} and cannot have been held on {held_on}. If it was, move it to that day first.",
    ),
)
IN_SESSION = FaultKind(
    "sitting.in_session",
    Text(
        ky="Отурум жүрүп жатат. Аны ушул беттен жүргүзүп, бүткөндө жабыңыз.",
        ru="Заседание идёт. Ведите его на странице заседания и закройте в конце.",
        en="The sitting is in session. Go on with it on its live page and close it at the end.",
    ),
    status=409,
)
LAPSED = FaultKind(
    "sitting.lapsed",
    Text(
        ky="Бул отурум кворум болбой калган. Кайталап өткөрүү үчүн жаңысын дайындаңыз.",
        ru="Это заседание не состоялось из-за кворума. Назначьте повторное.",
        en="This sitting lapsed for lack of quorum. Call the repeated one.",
    ),
    status=409,
)
NOT_LAPSED = FaultKind(
    "sitting.not_lapsed",
    Text(
        ky="Кворум болбой калган отурум гана кайталанат.",
        ru="Повторяют только заседание, которое не состоялось из-за кворума.",
        en="Only a sitting that lapsed for lack of quorum is repeated.",
    ),
    status=409,
)
ALREADY_REPEATED = FaultKind(
    "sitting.already_repeated",
    Text(
        ky="Бул отурумдун кайталануучусу дайындалган: {day}.",
        ru="Повторное заседание уже назначено: {day}.",
        en="The repeated sitting has been called already: {day}.",
    ),
    status=409,
)
SAME_DAY = FaultKind(
    "sitting.same_day",
    Text(
        ky="Отурум ансыз да {day} дайындалган. Башка күн тандаңыз.",
        ru="Заседание и так назначено на этот день: {day}. Выберите другой.",
        en="The sitting is planned for {day} anyway. Choose another day.",
    ),
)
NOT_INVITED = FaultKind(
    "sitting.not_invited",
    Text(
        ky="Сиз бул отурумга чакырылган эмессиз. Чакыруу керек болсо, катчыга кайрылыңыз.",
        ru="Вас не приглашали на это заседание. Если нужно, обратитесь к секретарю.",
        en="You have not been invited to this sitting. Ask the secretary if you should be.",
    ),
    status=403,
)
PROPOSAL_SETTLED = FaultKind(
    "sitting.proposal_settled",
    Text(
        ky="Бул сунуш каралган: {state}.",
        ru="Это предложение уже рассмотрено: {state}.",
        en="This proposal has been dealt with: {state}.",
    ),
    status=409,
)
ANOTHER_BODY = FaultKind(
    "sitting.another_body",
    Text(
        ky="Бул отурум башка органга таандык ({body}).",
        ru="Это заседание другого органа ({body}).",
        en="This sitting belongs to another body ({body}).",
    ),
)
SAME_BODY = FaultKind(
    "sitting.same_body",
    Text(
        ky="Маселе башка органга жөнөтүлөт; «{body}» ансыз да карап жатат.",
        ru="Вопрос направляют другому органу; «{body}» и так его рассматривает.",
        en="A question is sent to another body; “{body}” has it anyway.",
    ),
)
NOT_ANSWERED = FaultKind(
    "sitting.not_answered",
    Text(
        ky="Бул маселе боюнча чечим чыга элек, көчүрмө кайтарылбайт.",
        ru="По этому вопросу ещё нет решения, возвращать выписку рано.",
        en="This question has not been decided yet, so no excerpt can go back.",
    ),
    status=409,
)
SERIES_NAME_TAKEN = FaultKind(
    "sitting.series_name_taken",
    Text(
        ky="«{name}» деген катар бар. Башка ат коюңуз.",
        ru="Ряд «{name}» уже есть. Дайте другое название.",
        en="There is a series “{name}” already. Give it another name.",
    ),
    status=409,
)
RHYTHM_UNUSABLE = FaultKind(
    "sitting.rhythm_unusable",
    Text(
        ky="Кайталануу туура эмес: айлар 1–12, жума 1–5, күн 1 (дүйшөмбү) – 7 (жекшемби).",
        ru="Повторение задано неверно: месяцы 1–12, неделя 1–5, день 1 (понедельник) – 7 (воскресенье).",
        en="The rhythm cannot be read: months 1–12, week 1–5, day 1 (Monday) to 7 (Sunday).",
    ),
)
ITEM_USED = FaultKind(
    "sitting.item_used",
    Text(
        ky="Бул маселе отурумда каралган, аны алып салууга болбойт.",
        ru="Этот вопрос уже рассмотрен, снять его нельзя.",
        en="This question has been heard and cannot be taken off.",
    ),
    status=409,
)
EXCERPT_BEFORE_SIGNING = FaultKind(
    "sitting.excerpt_before_signing",
    Text(
        ky="Көчүрмө ({day}) протоколго кол коюлгандан ({signed_on}) мурун берилбейт.",
        ru="Выписка ({day}) не может быть раньше подписания протокола ({signed_on}).",
        en="The excerpt ({day}) cannot go back before the minutes were signed ({signed_on}).",
    ),
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
