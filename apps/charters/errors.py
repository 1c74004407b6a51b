"""What can be wrong with a school's rules."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

MODULE_UNKNOWN = FaultKind(
    "charter.module_unknown",
    Text(
        ky="«{module}» деген жобо жок. Болгону: {known}.",
        ru="Положения «{module}» нет. Есть: {known}.",
        en="There is no charter module “{module}”. There are: {known}.",
    ),
)
MODULE_TWICE = FaultKind(
    "charter.module_twice",
    Text(
        ky="«{module}» эки жолу тандалган. Бирин алып салыңыз.",
        ru="«{module}» выбрано дважды. Уберите одно.",
        en="“{module}” is chosen twice. Remove one of them.",
    ),
)
PARAMETER_UNKNOWN = FaultKind(
    "charter.parameter_unknown",
    Text(
        ky="«{key}» деген эреже жок.{hint}",
        ru="Параметра «{key}» нет.{hint}",
        en="There is no parameter “{key}”.{hint}",
    ),
)
VALUE_UNUSABLE = FaultKind(
    "charter.value_unusable",
    Text(
        ky="«{name}» үчүн бул маани жарабайт: {reason}",
        ru="Для «{name}» это значение не подходит: {reason}",
        en="This value does not fit “{name}”: {reason}",
    ),
)
OUTSIDE_FRAME = FaultKind(
    "charter.outside_frame",
    Text(
        ky="Бул маанини сактоого болбойт: {reason} Негизи: {act}.",
        ru="Это значение нельзя сохранить: {reason} Основание: {act}.",
        en="This value cannot be saved: {reason} Ground: {act}.",
    ),
)
STARTS_TOO_EARLY = FaultKind(
    "charter.starts_too_early",
    Text(
        ky="Мурунку эрежелер {since} күчүнө кирген; жаңысы андан кийин башталышы керек.",
        ru="Прежние правила вступили в силу {since}; новые должны начаться позже.",
        en="The rules before these came into force on {since}; the new ones must start after that.",
    ),
)
CHOICE_NOT_A_MODULE = FaultKind(
    "charter.choice_not_a_module",
    Text(
        ky="«{name}» боюнча «{module}» тандалган, бирок ал мектептин жоболорунда жок.",
        ru="По «{name}» выбрано «{module}», но такого положения у школы нет.",
        en="“{module}” was picked for “{name}”, but the school has no such module.",
    ),
)
LOCKED_IN_FRAME = FaultKind(
    "charter.locked_in_frame",
    Text(
        ky="«{name}» бош калтырылбайт: аны {layer} бекиткен. Негизи: {act}.",
        ru="«{name}» нельзя оставить открытым: значение закрепляет {layer}. Основание: {act}.",
        en="“{name}” cannot be left open: it is fixed by the {layer}. Ground: {act}.",
    ),
)
GAP = FaultKind(
    "charter.gap",
    Text(
        ky="Мурунку жобо {until} күчүн жоготкон, жаңысы {since} башталат: арада эрежесиз күндөр калат. {until} баштап киргизиңиз.",
        ru="Прежнее положение утратило силу {until}, новое начинается {since}: между ними дни без правил. Введите в силу с {until}.",
        en="The charter before ended on {until} and this one starts on {since}: days without rules lie between. Let it start on {until}.",
    ),
)
NOT_A_DRAFT = FaultKind(
    "charter.not_a_draft",
    Text(
        ky="Жобонун {number}-редакциясы долбоор эмес, аны өзгөртүүгө болбойт. Жаңы редакцияны баштаңыз.",
        ru="Редакция № {number} положения уже не проект, изменить её нельзя. Начните новую редакцию.",
        en="Version {number} of the charter is no draft any more and cannot be changed. Begin a new version.",
    ),
    status=409,
)
LANGUAGE_UNKNOWN = FaultKind(
    "charter.language_unknown",
    Text(
        ky="«{language}» деген тил жок. Болгону: {known}.",
        ru="Языка «{language}» нет. Есть: {known}.",
        en="There is no language “{language}”. There are: {known}.",
    ),
)
CHOICE_WITHOUT_CONFLICT = FaultKind(
    "charter.choice_without_conflict",
    Text(
        ky="«{name}» боюнча жоболор карама-каршы эмес, тандоонун кереги жок.",
        ru="По «{name}» положения не расходятся, выбирать нечего.",
        en="The documents do not disagree about “{name}”; there is nothing to pick.",
    ),
)
REASON_MISSING = FaultKind(
    "charter.reason_missing",
    Text(
        ky="Себебин жазыңыз: жобону караган жана бекиткен адамдар аны көрөт.",
        ru="Укажите причину: её увидят те, кто рассматривает и утверждает положение.",
        en="Give the reason: those who consider and approve the charter will see it.",
    ),
)
CLAUSE_UNKNOWN = FaultKind(
    "charter.clause_unknown",
    Text(
        ky="Бул редакцияда «{clause}» деген пункт жок.",
        ru="В этой редакции нет пункта «{clause}».",
        en="There is no clause “{clause}” in this version.",
    ),
)
TEXT_TOO_LONG = FaultKind(
    "charter.text_too_long",
    Text(
        ky="Пункттун тексти өтө узун: {size} белги, чеги {most}. Бөлүп жазыңыз.",
        ru="Текст пункта слишком длинный: {size} знаков при пределе {most}. Разделите его.",
        en="The text of the clause is too long: {size} characters, the limit is {most}. Split it.",
    ),
)
TEXT_MISSING = FaultKind(
    "charter.text_missing",
    Text(
        ky="Пункттун текстин {language} тилинде жазыңыз: жобо ушул тилде бекитилет.",
        ru="Напишите текст пункта на языке положения ({language}).",
        en="Write the text of the clause in the language of the charter ({language}).",
    ),
)
NUMBER_TWICE = FaultKind(
    "charter.number_twice",
    Text(
        ky="{module} жобосунда {number}-пункт бар: «{text}». Башка номер тандаңыз.",
        ru="В положении {module} уже есть пункт {number}: «{text}». Выберите другой номер.",
        en="{module} already has a clause {number}: “{text}”. Choose another number.",
    ),
)
NUMBER_UNUSABLE = FaultKind(
    "charter.number_unusable",
    Text(
        ky="«{number}» пункттун номерине окшобойт. Мисалы: 7.8 же 3.1.2.",
        ru="«{number}» не похоже на номер пункта. Например: 7.8 или 3.1.2.",
        en="“{number}” does not look like the number of a clause. For example: 7.8 or 3.1.2.",
    ),
)
NOT_ADOPTED_YET = FaultKind(
    "charter.not_adopted_yet",
    Text(
        ky="Жобонун {number}-редакциясы долбоор бойдон; күчүнө киргенден кийин гана тааныштым деп белгилөөгө болот.",
        ru="Редакция № {number} положения ещё проект; ознакомиться можно после введения её в силу.",
        en="Version {number} of the charter is still a draft; it can be acknowledged once it has been brought into force.",
    ),
    status=409,
)
SIGNED_TOO_EARLY = FaultKind(
    "charter.signed_too_early",
    Text(
        ky="Бул редакция {adopted_on} бекитилген; тааныштым деген дата андан мурун болбойт.",
        ru="Эта редакция утверждена {adopted_on}; ознакомиться раньше нельзя.",
        en="This version was approved on {adopted_on}; nobody can have acknowledged it earlier.",
    ),
)
SIGNED_IN_FUTURE = FaultKind(
    "charter.signed_in_future",
    Text(
        ky="Таанышкан күн ({signed_on}) бүгүнкүдөн кийин болбойт.",
        ru="Дата ознакомления ({signed_on}) не может быть позже сегодняшней.",
        en="The day of acknowledgement ({signed_on}) cannot be later than today.",
    ),
)
SIGNED_ALREADY = FaultKind(
    "charter.signed_already",
    Text(
        ky="{person} бул редакция менен {signed_on} таанышкан.",
        ru="{person}: с этой редакцией ознакомлен(а) {signed_on}.",
        en="{person} acknowledged this version on {signed_on}.",
    ),
    status=409,
)
