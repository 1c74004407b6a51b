"""What can be wrong with a file."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

EMPTY = FaultKind(
    "file.empty",
    Text(
        ky="«{name}» бош. Файлды кайра тандаңыз.",
        ru="Файл «{name}» пуст. Выберите его ещё раз.",
        en="“{name}” is empty. Choose the file again.",
    ),
)
TOO_LARGE = FaultKind(
    "file.too_large",
    Text(
        ky="«{name}» өтө чоң: {size} МБ, чеги {limit} МБ. Сканердин сапатын азайтыңыз же файлды бөлүңүз.",
        ru="«{name}» слишком велик: {size} МБ при пределе {limit} МБ. Уменьшите качество скана или разделите файл.",
        en="“{name}” is too large: {size} MB, the limit is {limit} MB. Scan it in lower quality, or split it.",
    ),
    status=413,
)
KIND_UNKNOWN = FaultKind(
    "file.kind_unknown",
    Text(
        ky="«{name}» файлынын мазмуну таанылган жок. {kinds} гана кабыл алынат.",
        ru="Содержимое файла «{name}» не распознано. Принимаются: {kinds}.",
        en="The content of “{name}” is not recognised. These are accepted: {kinds}.",
    ),
    status=415,
)
NOT_WHAT_IT_SAYS = FaultKind(
    "file.not_what_it_says",
    Text(
        ky="«{name}» аты боюнча .{ending}, мазмуну боюнча — {kind}. Файлды туура ат менен сактап, кайра жүктөңүз.",
        ru="«{name}» по имени — .{ending}, по содержимому — {kind}. Сохраните файл с верным именем и загрузите снова.",
        en="“{name}” calls itself .{ending} but is: {kind}. Save it under its right name and upload it again.",
    ),
    status=415,
)
NAME_UNSAFE = FaultKind(
    "file.name_unsafe",
    Text(
        ky="Файлдын атын кабыл алууга болбойт: {reason}. Атын өзгөртүп, кайра жүктөңүз.",
        ru="Такое имя файла не принимается: {reason}. Переименуйте файл и загрузите снова.",
        en="This file name is not accepted: {reason}. Rename the file and upload it again.",
    ),
)
CONTENT_UNSAFE = FaultKind(
    "file.content_unsafe",
    Text(
        ky="«{name}» ичинде программа бар ({reason}), ошондуктан кабыл алынбайт. Аны PDF катары кайра сактап жүктөңүз.",
        ru="В файле «{name}» есть программа ({reason}), поэтому он не принимается. Сохраните его заново как PDF.",
        en="“{name}” carries a program ({reason}) and is not accepted. Save it again as a plain PDF.",
    ),
)
DAMAGED = FaultKind(
    "file.damaged",
    Text(
        ky="«{name}» бузулган, аны ачууга болбойт. Файлды кайра сканерлеп же сактап жүктөңүз.",
        ru="Файл «{name}» повреждён и не открывается. Отсканируйте или сохраните его заново.",
        en="“{name}” is damaged and cannot be opened. Scan or save it again.",
    ),
)
IN_USE = FaultKind(
    "file.in_use",
    Text(
        ky="Бул файл жазууга тиркелген, аны өчүрүүгө болбойт.",
        ru="Этот файл приложен к записи, удалить его нельзя.",
        en="This file belongs to a record and cannot be removed.",
    ),
    status=409,
)
