"""What can be wrong with a repeated deed."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

KEY_REUSED = FaultKind(
    "audit.key_reused",
    Text(
        ky="Бул ачкыч ({key}) менен башка сурам аткарылган. Жаңы сурамга жаңы ачкыч бериңиз.",
        ru="С этим ключом ({key}) уже выполнен другой запрос. Дайте новому запросу новый ключ.",
        en="Another request has been carried out under this key ({key}). Give a new request a key of its own.",
    ),
)
KEY_UNUSABLE = FaultKind(
    "audit.key_unusable",
    Text(
        ky="Ачкыч 8–80 белгиден турушу керек: тамга, сан, сызыкча. UUID ылайыктуу.",
        ru="Ключ состоит из 8–80 знаков: буквы, цифры, дефис. Подойдёт UUID.",
        en="A key has 8 to 80 characters: letters, digits, hyphens. A UUID is right.",
    ),
)
