"""What can be wrong with papers on file, cards, folders and control books."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NOT_AN_ASSOCIATION = FaultKind(
    "dossier.not_an_association",
    Text(
        ky="Папка усулдук бирикмеге жана окуу бөлүмүнүн башчысына гана түзүлөт; «{body}» буга жатпайт.",
        ru="Папка бумаг ведётся для объединения и для завуча; «{body}» к ним не относится.",
        en="A dossier belongs to an association or to the head of studies; “{body}” is neither.",
    ),
)
ITEM_UNKNOWN = FaultKind(
    "dossier.item_unknown",
    Text(
        ky="«{item}» деген кагаз бул папканын тизмесинде жок. Тизмеден тандаңыз.",
        ru="Бумаги «{item}» нет в перечне этой папки. Выберите из перечня.",
        en="There is no paper “{item}” in the list of this dossier. Choose one of the list.",
    ),
)
PART_UNKNOWN = FaultKind(
    "dossier.part_unknown",
    Text(
        ky="«{item}» үчүн «{part}» деген бөлүк жок. Булардын бирин көрсөтүңүз: {parts}.",
        ru="Для бумаги «{item}» нет части «{part}». Укажите одну из: {parts}.",
        en="“{item}” has no part “{part}”. Give one of: {parts}.",
    ),
)
FILED_IN_FUTURE = FaultKind(
    "dossier.filed_in_future",
    Text(
        ky="{on} — келечектеги күн, бүгүн {today}. Кагаз папкага түшкөн күндү жазыңыз.",
        ru="Дата {on} ещё не наступила (сегодня {today}). Укажите день, когда бумага появилась в папке.",
        en="{on} lies in the future; today is {today}. Give the day on which the paper was filed.",
    ),
)
NOTHING_TO_SHOW = FaultKind(
    "dossier.nothing_to_show",
    Text(
        ky="Кагаз кайда экенин жазыңыз (мисалы, «2-шкаф, көк папка») же файлын тиркеңиз: ансыз аны таап болбойт.",
        ru="Укажите, где лежит бумага (например, «шкаф 2, синяя папка»), или приложите файл: иначе её не найти.",
        en="Say where the paper lies (such as “cupboard 2, blue folder”), or attach it as a file: otherwise nobody can find it.",
    ),
)
WHY_TAKEN_OFF = FaultKind(
    "dossier.why_taken_off",
    Text(
        ky="Эмне үчүн тизмеден алынарын жазыңыз: ал мектептин журналында калат.",
        ru="Укажите, почему бумага снимается: причина останется в журнале школы.",
        en="Say why the paper is taken off: the reason stays in the school's log.",
    ),
)
STORED_BEFORE_END = FaultKind(
    "dossier.stored_before_end",
    Text(
        ky="Папка окуу жылы бүткөндөн кийин ({end}) сактоого коюлат. {on} — андан мурунку күн.",
        ru="Папка сдаётся на хранение после окончания учебного года ({end}); {on} раньше этого дня.",
        en="A dossier is stored after the school year has ended ({end}); {on} is earlier.",
    ),
)
NONE_AND_VALUE = FaultKind(
    "card.none_and_value",
    Text(
        ky="«{name}»: «жок» деп да белгиленген, маалымат да жазылган. Бирин калтырыңыз.",
        ru="«{name}»: отмечено «нет» и одновременно указано значение. Оставьте что-то одно.",
        en="“{name}”: “none” is ticked and something is written too. Keep one of the two.",
    ),
)
NONE_NOT_ALLOWED = FaultKind(
    "card.none_not_allowed",
    Text(
        ky="«{name}» үчүн «жок» деген жооп болбойт, маалыматты жазыңыз.",
        ru="Для поля «{name}» ответ «нет» невозможен, укажите значение.",
        en="“{name}” cannot be answered with “none”; give the value.",
    ),
)
BORN_LATER = FaultKind(
    "card.born_later",
    Text(
        ky="Туулган күнү ({born}) мындай болушу мүмкүн эмес: ал {limit} күнүнөн мурун болууга тийиш. Жылын текшериңиз.",
        ru="Дата рождения ({born}) невозможна: она должна быть раньше даты {limit}. Проверьте год.",
        en="The date of birth ({born}) is impossible: it has to be before {limit}. Check the year.",
    ),
)
PHONE_UNCLEAR = FaultKind(
    "card.phone_unclear",
    Text(
        ky="Телефон номери түшүнүксүз: «{phone}». Мындай жазыңыз: +996 555 123 456.",
        ru="Номер телефона не понят: «{phone}». Запишите так: +996 555 123 456.",
        en="The telephone number is not understood: “{phone}”. Write it like +996 555 123 456.",
    ),
)
YEARS_REVERSED = FaultKind(
    "card.years_reversed",
    Text(
        ky="Педагогикалык стаж ({pedagogical}) жалпы стаждан ({total}) көп болбойт. Сандарды текшериңиз.",
        ru="Педагогический стаж ({pedagogical}) не может быть больше общего ({total}). Проверьте числа.",
        en="Years of teaching ({pedagogical}) cannot exceed all years of work ({total}). Check the numbers.",
    ),
)
YEAR_NOT_OVER = FaultKind(
    "folder.year_not_over",
    Text(
        ky="Бул папканын окуу жылы {end} күнү бүтөт, ал али аяктай элек. Архив папкасы өткөн жылга ачылат.",
        ru="Учебный год этой папки заканчивается {end} и ещё не завершён. Архивная папка открывается за прошедший год.",
        en="The school year of this folder ends on {end} and is not over. An archive folder is opened for a past year.",
    ),
)
FOLDER_THERE = FaultKind(
    "folder.there",
    Text(
        ky="Бул жылдын мындай папкасы тизмеде бар: {kind}, {year}. Ошону ачыңыз.",
        ru="Такая папка этого года уже есть: {kind}, {year}. Откройте её.",
        en="This folder of the year is on the list already: {kind}, {year}. Open that one.",
    ),
    status=409,
)
FOLDER_MOVED = FaultKind(
    "folder.moved",
    Text(
        ky="Бул папка: {state}. Андан кийин мындай аракет болбойт.",
        ru="Состояние папки: {state}. После этого такое действие невозможно.",
        en="This folder is: {state}. The step is not possible after that.",
    ),
    status=409,
)
TOO_EARLY = FaultKind(
    "folder.too_early",
    Text(
        ky="Кагаздар {limit} күнүнө чейин сакталат ({clause}); {on} — эрте. Эгер болуп кеткен болсо, себебин жазыңыз.",
        ru="Бумаги хранятся по {limit} включительно ({clause}); {on} — рано. Если это уже произошло, укажите причину.",
        en="The papers are kept until {limit} ({clause}); {on} is too early. If it has happened already, give the reason.",
    ),
)
NEVER_ENDS = FaultKind(
    "folder.never_ends",
    Text(
        ky="Жободо архивде сактоо мөөнөтү жок ({clause}), демек бул кагаздар жок кылынбайт. Адегенде жобого мөөнөт киргизиңиз.",
        ru="Положение не называет срока хранения в архиве ({clause}), бумаги не уничтожаются. Сначала внесите срок в положение.",
        en="The charter names no term for the archive ({clause}), so these papers are kept. Give the charter a term first.",
    ),
)
NOT_ARCHIVED = FaultKind(
    "folder.not_archived",
    Text(
        ky="Бул кагаздар адегенде архивге тапшырылат ({clause}), андан кийин гана мөөнөтү саналат.",
        ru="Эти бумаги сначала передаются в архив ({clause}), и только тогда идёт их срок.",
        en="These papers first go to the archive ({clause}); only then their term runs.",
    ),
)
ACT_MISSING = FaultKind(
    "folder.act_missing",
    Text(
        ky="Актынын номерин жазыңыз: папка акт менен гана тапшырылат жана жок кылынат.",
        ru="Укажите номер акта: папка передаётся и уничтожается только по акту.",
        en="Give the number of the act: a folder is handed over and destroyed by an act only.",
    ),
)
RECEIVER_MISSING = FaultKind(
    "folder.receiver_missing",
    Text(
        ky="Папканы ким кабыл алганын жазыңыз.",
        ru="Укажите, кто принял папку.",
        en="Say who received the folder.",
    ),
)
MOVED_IN_FUTURE = FaultKind(
    "folder.moved_in_future",
    Text(
        ky="{on} — келечектеги күн, бүгүн {today}. Болуп өткөн күндү жазыңыз.",
        ru="Дата {on} ещё не наступила (сегодня {today}). Укажите день, когда это произошло.",
        en="{on} lies in the future; today is {today}. Give the day on which it happened.",
    ),
)
MOVED_BEFORE = FaultKind(
    "folder.moved_before",
    Text(
        ky="{on} мүмкүн эмес: {since} күнүнөн мурун. Күнүн текшериңиз.",
        ru="Дата {on} невозможна: раньше даты {since}. Проверьте день.",
        en="{on} is impossible: before {since}. Check the day.",
    ),
)
NOT_A_BOOK = FaultKind(
    "control.not_a_book",
    Text(
        ky="«{item}» көзөмөл дептери эмес. Көзөмөл дептерлери: {books}.",
        ru="«{item}» — не журнал контроля. Журналы контроля: {books}.",
        en="“{item}” is no control book. Control books are: {books}.",
    ),
)
BOOK_CLOSED = FaultKind(
    "control.book_closed",
    Text(
        ky="Бул дептер {on} күнү жабылган, жаңы жазуу кошулбайт.",
        ru="Этот журнал закрыт {on}, новые записи не добавляются.",
        en="This book was closed on {on}; nothing is added to it any more.",
    ),
    status=409,
)
FINDING_MISSING = FaultKind(
    "control.finding_missing",
    Text(
        ky="Эмне текшерилип, эмне табылганын жазыңыз.",
        ru="Запишите, что проверено и что обнаружено.",
        en="Write what was checked and what was found.",
    ),
)
DAY_OUTSIDE = FaultKind(
    "control.day_outside",
    Text(
        ky="{on} бул дептерге жатпайт: ал {since} күнү ачылган, бүгүн {today}.",
        ru="Дата {on} не относится к этому журналу: он открыт {since}, сегодня {today}.",
        en="{on} does not belong into this book: it was opened on {since} and today is {today}.",
    ),
)
FOLLOWED_ALREADY = FaultKind(
    "control.followed_already",
    Text(
        ky="Бул жазуу {on} күнү текшерилип бүткөн.",
        ru="Эта запись уже закрыта {on}.",
        en="This entry was followed up already, on {on}.",
    ),
    status=409,
)
