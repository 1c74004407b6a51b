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
        ky="Бул маанини сактоого болбойт: {reason}",
        ru="Это значение нельзя сохранить: {reason}",
        en="This value cannot be saved: {reason}",
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
