"""What can be wrong with staff and offices."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NAME_MISSING = FaultKind(
    "person.name_missing",
    Text(
        ky="Фамилиясын жана атын жазыңыз: протоколдо ушундай көрүнөт.",
        ru="Укажите фамилию и имя: так человек будет записан в протоколе.",
        en="Give the family name and the given name: the minutes will show them.",
    ),
)
HOLDING_OVERLAPS = FaultKind(
    "person.holding_overlaps",
    Text(
        ky="{person} бул кызматты ({role}) {since} тартып эле ээлеп турат. Адегенде мурункусун аяктаңыз же датаны өзгөртүңүз.",
        ru="{person} уже занимает эту должность ({role}), начиная с даты: {since}. Сначала завершите прежний срок или измените дату.",
        en="{person} already holds this office ({role}) since {since}. End that holding first, or change the date.",
    ),
    status=409,
)
OFFICE_TAKEN = FaultKind(
    "person.office_taken",
    Text(
        ky="Бул күндөрү {role} кызматында {holder} турат. Адегенде анын мөөнөтүн аяктаңыз.",
        ru="В эти дни должность «{role}» занимает {holder}. Сначала завершите этот срок.",
        en="On these days {holder} holds the office of {role}. End that holding first.",
    ),
    status=409,
)
RANGE_REVERSED = FaultKind(
    "person.range_reversed",
    Text(
        ky="Аягы ({valid_until}) башынан ({valid_from}) кийин болушу керек.",
        ru="Конец ({valid_until}) должен быть позже начала ({valid_from}).",
        en="The end ({valid_until}) must be after the start ({valid_from}).",
    ),
)
ROLE_NOT_AN_OFFICE = FaultKind(
    "person.role_not_an_office",
    Text(
        ky="«{role}» кызмат орду эмес: ал башка жазуулардан келип чыгат. Тизмеден кызмат орду тандаңыз.",
        ru="«{role}» не является должностью: это следует из других записей. Выберите должность из списка.",
        en="“{role}” is not an office: it follows from other records. Choose an office from the list.",
    ),
)
ACCOUNT_TAKEN = FaultKind(
    "person.account_taken",
    Text(
        ky="Бул эсеп {person} менен байланган. Бир эсеп — бир адам.",
        ru="Эта учётная запись уже связана с человеком: {person}. Одна запись — один человек.",
        en="This account is already linked to {person}. One account, one person.",
    ),
    status=409,
)
LEFT_BEFORE_CAME = FaultKind(
    "person.left_before_came",
    Text(
        ky="Кеткен күнү ({left_on}) келген күнүнөн ({joined_on}) кийин болушу керек.",
        ru="Дата ухода ({left_on}) должна быть позже даты приёма ({joined_on}).",
        en="The day of leaving ({left_on}) must be after the day of coming ({joined_on}).",
    ),
)
ALREADY_LEFT = FaultKind(
    "person.already_left",
    Text(
        ky="{person} {left_on} кеткен деп катталган.",
        ru="{person}: уход уже записан ({left_on}).",
        en="{person} is already on record as having left on {left_on}.",
    ),
    status=409,
)
ABSENCE_OVERLAPS = FaultKind(
    "person.absence_overlaps",
    Text(
        ky="{person} бул күндөрдүн бир бөлүгүндө буга чейин эле жок деп белгиленген ({since} тартып). Ошону оңдоңуз.",
        ru="Часть этих дней уже отмечена как отсутствие ({person}, с даты: {since}). Исправьте ту запись.",
        en="Some of these days are on record as an absence of {person} already (since {since}). Correct that one.",
    ),
    status=409,
)
NOT_GONE = FaultKind(
    "person.not_gone",
    Text(
        ky="Кеткен адам гана кайра кабыл алынат жана кеткен күнүнөн эрте эмес: {person}, {left_on}.",
        ru="Вновь принять можно лишь того, кто ушёл, и не раньше дня ухода: {person}, {left_on}.",
        en="Only someone who has left can come back, and not before the day they left: {person}, {left_on}.",
    ),
    status=409,
)
NOT_A_SHEET = FaultKind(
    "person.not_a_sheet",
    Text(
        ky="«{name}» файлынан таблица окулган жок. XLSX форматында сактап, кайра тандаңыз.",
        ru="Из файла «{name}» не удалось прочитать таблицу. Сохраните его в формате XLSX и выберите снова.",
        en="No sheet could be read from “{name}”. Save it as XLSX and choose it again.",
    ),
)
NO_HEADS = FaultKind(
    "person.no_heads",
    Text(
        ky="Таблицада «Фамилия» жана «Аты» деген мамычалар табылган жок. Биринчи сапка мамычалардын аттарын жазыңыз.",
        ru="В таблице нет столбцов «Фамилия» и «Имя». Напишите названия столбцов в первой строке.",
        en="There are no columns “Family name” and “Given name”. Write the names of the columns in the first line.",
    ),
)
SHEET_EMPTY = FaultKind(
    "person.sheet_empty",
    Text(
        ky="Таблицада бир да адам жок. Ар бир сапка бир адамды жазыңыз.",
        ru="В таблице нет ни одного человека. Пишите по одному человеку в строке.",
        en="There is nobody in the sheet. Write one person a line.",
    ),
)
SHEET_TOO_LONG = FaultKind(
    "person.sheet_too_long",
    Text(
        ky="Таблицада {limit} саптан көп. Аны бөлүп киргизиңиз.",
        ru="В таблице больше {limit} строк. Загружайте её по частям.",
        en="The sheet has more than {limit} lines. Take it in in parts.",
    ),
)
SHEET_STALE = FaultKind(
    "person.sheet_stale",
    Text(
        ky="Көрсөтүлгөн тизме эскирип калган же өзгөртүлгөн. Файлды кайра тандаңыз.",
        ru="Показанный список устарел или изменён. Выберите файл ещё раз.",
        en="The list that was shown is too old or has been changed. Choose the file again.",
    ),
    status=409,
)
