"""Errors of the API's own making: bodies, parameters, methods."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

JSON_MALFORMED = FaultKind(
    "api.json_malformed",
    Text(
        ky="Сурамдын денеси JSON эмес: {place}. Тырмакчаларды, үтүрлөрдү жана UTF-8 коддоону текшериңиз.",
        ru="Тело запроса не является JSON: {place}. Проверьте кавычки, запятые и кодировку UTF-8.",
        en="The body is not JSON: {place}. Check quotes, commas and the UTF-8 encoding.",
    ),
    status=400,
)
MEDIA_TYPE = FaultKind(
    "api.media_type",
    Text(
        ky="Content-Type «{given}» кабыл алынбайт. application/json колдонуңуз.",
        ru="Content-Type «{given}» не принимается. Используйте application/json.",
        en="Content-Type “{given}” is not accepted. Use application/json.",
    ),
    status=415,
)
NOT_ACCEPTABLE = FaultKind(
    "api.not_acceptable",
    Text(
        ky="Мындай түрдөгү жооп жок. Accept: application/json сураңыз.",
        ru="Ответа в таком виде нет. Запросите Accept: application/json.",
        en="There is no answer in that form. Ask for Accept: application/json.",
    ),
    status=406,
)
METHOD = FaultKind(
    "api.method",
    Text(
        ky="Бул дарек {method} сурамын кабыл албайт.",
        ru="Этот адрес не принимает метод {method}.",
        en="This address does not take {method}.",
    ),
    status=405,
)
FIELDS_INVALID = FaultKind(
    "api.fields_invalid",
    Text(
        ky="Айрым талаалар туура эмес толтурулган; ар биринин жанында себеби жазылган.",
        ru="Некоторые поля заполнены неверно; у каждого указана причина.",
        en="Some fields are not acceptable; each says why.",
    ),
    status=422,
)
FIELD_UNKNOWN = FaultKind(
    "api.field_unknown",
    Text(
        ky="«{name}» деген талаа жок.{hint}",
        ru="Поля «{name}» нет.{hint}",
        en="There is no field “{name}”.{hint}",
    ),
    status=422,
)
PARAMETER_UNKNOWN = FaultKind(
    "api.parameter_unknown",
    Text(
        ky="«{name}» деген параметр жок. Болгону: {known}.",
        ru="Параметра «{name}» нет. Есть: {known}.",
        en="There is no parameter “{name}”. There are: {known}.",
    ),
    status=400,
)
PARAMETER_INVALID = FaultKind(
    "api.parameter_invalid",
    Text(
        ky="«{name}» параметринин мааниси туура эмес: {reason}",
        ru="Значение параметра «{name}» неверно: {reason}",
        en="The parameter “{name}” has an unusable value: {reason}",
    ),
    status=400,
)
CURSOR_INVALID = FaultKind(
    "api.cursor_invalid",
    Text(
        ky="Беттин белгиси (cursor) жараксыз. Тизмени башынан баштап сураңыз.",
        ru="Метка страницы (cursor) недействительна. Запросите список с начала.",
        en="The page mark (cursor) is not valid. Ask for the list from the start.",
    ),
    status=400,
)
CSRF = FaultKind(
    "api.csrf",
    Text(
        ky="Сессия менен жазуу үчүн X-CSRFToken керек. Ачкыч (Bearer) менен керек эмес.",
        ru="Для записи через сессию нужен X-CSRFToken. С ключом (Bearer) он не нужен.",
        en="Writing with a session needs X-CSRFToken. A Bearer token does not.",
    ),
    status=403,
)
TOO_MANY = FaultKind(
    "api.too_many",
    Text(
        ky="Сурамдар өтө көп. {seconds} секунддан кийин кайталаңыз.",
        ru="Слишком много запросов. Повторите через {seconds} с.",
        en="Too many requests. Try again in {seconds} seconds.",
    ),
    status=429,
)
CHANGED_MEANWHILE = FaultKind(
    "api.changed_meanwhile",
    Text(
        ky="Жазууну башка бирөө өзгөртүп койду. Жаңы абалын алып, өзгөртүүнү кайталаңыз.",
        ru="Запись уже изменена кем-то другим. Получите её новое состояние и повторите изменение.",
        en="The record has been changed by someone else. Fetch its new state and repeat your change.",
    ),
    status=412,
)
NUL_CHARACTER = FaultKind(
    "api.nul_character",
    Text(
        ky="Текстте нөл белгиси (U+0000) бар; аны сактоого болбойт.",
        ru="В тексте есть нулевой знак (U+0000); его нельзя сохранить.",
        en="The text holds the character U+0000, which cannot be stored.",
    ),
    status=422,
)
TAG_UNUSABLE = FaultKind(
    "api.tag_unusable",
    Text(
        ky="If-Match «{given}» жараксыз. Жазууну окуганда келген ETag маанисин тырмакчасы менен жазыңыз.",
        ru="If-Match «{given}» не подходит. Укажите значение ETag, полученное при чтении записи, вместе с кавычками.",
        en="If-Match “{given}” cannot be used. Send the ETag that came with the record, quotes included.",
    ),
    status=400,
)
