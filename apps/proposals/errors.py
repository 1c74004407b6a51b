"""What can be wrong with a paper on its way."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

TITLE_MISSING = FaultKind(
    "paper.title_missing",
    Text(
        ky="Кагаздын аталышы жок. Аны бир сүйлөм менен атаңыз.",
        ru="У бумаги нет названия. Назовите её одной фразой.",
        en="The paper has no title. Name it in one phrase.",
    ),
)
NEEDS_ASSOCIATION = FaultKind(
    "paper.needs_association",
    Text(
        ky="«{kind}» усулдук бирикмеге таандык. Кайсы бирикменики экенин тандаңыз.",
        ru="«{kind}» принадлежит методическому объединению. Выберите, какому.",
        en="“{kind}” belongs to a methodical association. Choose which one.",
    ),
)
NOT_AT_WORK = FaultKind(
    "paper.body_not_at_work",
    Text(
        ky="«{body}» {day} күнү иштебейт. Иштеп жаткан органды тандаңыз.",
        ru="«{body}» на {day} не работает. Выберите действующий орган.",
        en="“{body}” does not work on {day}. Choose a body that does.",
    ),
)
PERSON_MISSING = FaultKind(
    "paper.person_missing",
    Text(
        ky="«{kind}» бир адамга тиешелүү. Анын кимдики экенин тандаңыз.",
        ru="«{kind}» касается одного человека. Выберите, кого.",
        en="“{kind}” is about one person. Choose whom.",
    ),
)
CONTEST_MISSING = FaultKind(
    "paper.contest_missing",
    Text(
        ky="Кайсы сынак экени жазылган жок. Тизмеден тандаңыз же атын жазыңыз.",
        ru="Не указано, какой это конкурс. Выберите из списка или напишите название.",
        en="It is not said which contest this is. Choose it from the list or write its name.",
    ),
)
RECIPIENT_MISSING = FaultKind(
    "paper.recipient_missing",
    Text(
        ky="Отчёт кимге тапшырыла турганы жазылган жок. Кызмат ордун тандаңыз.",
        ru="Не указано, кому сдаётся отчёт. Выберите должность.",
        en="It is not said to whom the report goes. Choose the office.",
    ),
)
RECIPIENT_UNFIT = FaultKind(
    "paper.recipient_unfit",
    Text(
        ky="Отчёт «{recipient}» кызмат ордуна тапшырылбайт. Булардын бирин тандаңыз: {known}.",
        ru="Отчёт не сдаётся должности «{recipient}». Выберите одну из этих: {known}.",
        en="A report is not handed to “{recipient}”. Choose one of these: {known}.",
    ),
)
DECIDED = FaultKind(
    "paper.decided",
    Text(
        ky="Бул кагаз боюнча чечим бар ({body}, {day}), ошондуктан мазмуну өзгөрбөйт. Кайтарып алып, жаңысын киргизиңиз.",
        ru="По этой бумаге есть решение ({body}, {day}), поэтому её содержание не меняется. Отзовите её и внесите новую.",
        en="This paper has been decided on ({body}, {day}), so its content stays. Withdraw it and enter a new one.",
    ),
    status=409,
)
WITHDRAWN = FaultKind(
    "paper.withdrawn",
    Text(
        ky="Бул кагаз {day} күнү кайтарылып алынган. Керек болсо, жаңысын киргизиңиз.",
        ru="Эта бумага отозвана {day}. Если нужно, внесите новую.",
        en="This paper was withdrawn on {day}. Enter a new one if it is needed.",
    ),
    status=409,
)
NOT_HANDED_IN = FaultKind(
    "paper.not_handed_in",
    Text(
        ky="Кагаз тапшырыла элек. Адегенде тапшырылган күнүн жазыңыз.",
        ru="Бумага ещё не сдана. Сначала укажите день сдачи.",
        en="The paper has not been handed in. Note the day it was first.",
    ),
    status=409,
)
HANDED_ALREADY = FaultKind(
    "paper.handed_already",
    Text(
        ky="Кагаз {day} күнү тапшырылган деп жазылган.",
        ru="Уже записано, что бумага сдана {day}.",
        en="The paper is on record as handed in on {day}.",
    ),
    status=409,
)
RECEIVED_ALREADY = FaultKind(
    "paper.received_already",
    Text(
        ky="Отчёт {day} күнү кабыл алынган деп жазылган.",
        ru="Уже записано, что отчёт принят {day}.",
        en="The report is on record as received on {day}.",
    ),
    status=409,
)
NO_HANDING_IN = FaultKind(
    "paper.no_such_step",
    Text(
        ky="«{kind}» үчүн мындай кадам жок.",
        ru="Для «{kind}» такого шага нет.",
        en="There is no such step for “{kind}”.",
    ),
    status=409,
)
IN_FUTURE = FaultKind(
    "paper.in_future",
    Text(
        ky="{day} күнү келе элек (бүгүн {today}). Болгон күндү жазыңыз.",
        ru="День {day} ещё не наступил (сегодня {today}). Укажите день, когда это было.",
        en="{day} has not come yet (today is {today}). Write the day it happened.",
    ),
)
TOO_EARLY = FaultKind(
    "paper.too_early",
    Text(
        ky="{day} — тапшырылган күндөн ({handed_on}) мурда. Кийинки же ошол эле күндү жазыңыз.",
        ru="{day} раньше дня сдачи ({handed_on}). Укажите тот же или более поздний день.",
        en="{day} is before the day it was handed in ({handed_on}). Write that day or a later one.",
    ),
)
RESULT_MISSING = FaultKind(
    "paper.result_missing",
    Text(
        ky="Жыйынтыгы жазылган жок. Эмне менен бүткөнүн жазыңыз.",
        ru="Итог не записан. Напишите, чем закончилось.",
        en="The result is not written. Write how it ended.",
    ),
)
REASON_MISSING = FaultKind(
    "paper.reason_missing",
    Text(
        ky="Эмне үчүн кайтарылып алынганын жазыңыз; себеби кагаз менен калат.",
        ru="Напишите, почему бумага отзывается; причина останется при ней.",
        en="Write why it is withdrawn; the reason stays with the paper.",
    ),
)
ITEM_UNFIT = FaultKind(
    "paper.item_unfit",
    Text(
        ky="Бул маселе күн тартибинен алынган же отурум болбой калган. Башка маселени тандаңыз.",
        ru="Этот вопрос снят с повестки, или заседание не состоялось. Выберите другой.",
        en="This question was taken off the agenda, or the sitting did not take place. Choose another one.",
    ),
)
BODY_UNFIT = FaultKind(
    "paper.body_unfit",
    Text(
        ky="«{body}» мындай кагазды карабайт. Бирикме, усулдук же педагогикалык кеңеш карайт.",
        ru="«{body}» такие бумаги не рассматривает: это делают объединение, методический или педагогический совет.",
        en="“{body}” does not deal with such papers: an association, the methodical or the pedagogical council does.",
    ),
)
ANOTHER_ASSOCIATION = FaultKind(
    "paper.another_association",
    Text(
        ky="Кагаз «{own}» бирикмесиники, маселе болсо «{body}» бирикмесинде каралат. Өз бирикмесинин маселесин тандаңыз.",
        ru="Бумага принадлежит объединению «{own}», а вопрос стоит в «{body}». Выберите вопрос её объединения.",
        en="The paper is of “{own}”, but the question stands before “{body}”. Choose a question of its own association.",
    ),
)
ACT_UNFIT = FaultKind(
    "paper.act_unfit",
    Text(
        ky="Бул кагаз органдын чечими эмес же күчүндө эмес. Чечимди, бекитүүнү же сунушту тандаңыз.",
        ru="Эта бумага — не решение органа или не действует. Выберите решение, утверждение или рекомендацию.",
        en="That is no decision of a body, or it is not in force. Choose a decision, an approval or a recommendation.",
    ),
)
LINKED_ALREADY = FaultKind(
    "paper.linked_already",
    Text(
        ky="Бул чечим кагазга мурунтан эле байланган.",
        ru="Это решение уже связано с бумагой.",
        en="This decision is linked with the paper already.",
    ),
    status=409,
)
IN_USE = FaultKind(
    "paper.in_use",
    Text(
        ky="Кагаз жолго чыккан: аны караган орган бар же ал тапшырылган. Өчүрүүнүн ордуна себеби менен кайтарып алыңыз.",
        ru="Бумага уже в пути: её рассматривает орган, или она сдана. Вместо удаления отзовите её с причиной.",
        en="The paper is under way: a body deals with it, or it was handed in. Withdraw it with a reason instead.",
    ),
    status=409,
)
