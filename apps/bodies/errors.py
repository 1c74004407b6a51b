"""What can be wrong with bodies and memberships."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NAME_TAKEN = FaultKind(
    "body.name_taken",
    Text(
        ky="«{name}» деген {kind} бар. Башка ат коюңуз же бар болгонун ачыңыз.",
        ru="«{name}» ({kind}) уже существует. Выберите другое название или откройте существующее.",
        en="“{name}” ({kind}) already exists. Choose another name, or open the existing one.",
    ),
    status=409,
)
KIND_MISSING = FaultKind(
    "body.kind_missing",
    Text(
        ky="Бирикме же кеңеш кандай түрдө экенин тандаңыз: эреже ошого жараша болот.",
        ru="Укажите вид объединения или совета: от него зависят правила.",
        en="Say which kind of association or council it is: the rules depend on it.",
    ),
)
OFFICE_TAKEN = FaultKind(
    "body.office_taken",
    Text(
        ky="«{body}»: {role} — {holder} ({since} тартып). Адегенде анын мөөнөтүн аяктаңыз.",
        ru="«{body}»: {role} уже есть — {holder} (с даты: {since}). Сначала завершите этот срок.",
        en="“{body}” already has a {role}: {holder}, since {since}. End that membership first.",
    ),
    status=409,
)
ALREADY_MEMBER = FaultKind(
    "body.already_member",
    Text(
        ky="{person} {since} тартып «{body}» курамында. Кайра кошуунун кереги жок.",
        ru="{person} состоит в «{body}» с даты: {since}. Добавлять ещё раз не нужно.",
        en="{person} has been in “{body}” since {since}. There is no need to add them again.",
    ),
    status=409,
)
RANGE_REVERSED = FaultKind(
    "body.range_reversed",
    Text(
        ky="Аягы ({valid_until}) башынан ({valid_from}) кийин болушу керек.",
        ru="Конец ({valid_until}) должен быть позже начала ({valid_from}).",
        en="The end ({valid_until}) must be after the start ({valid_from}).",
    ),
)
NOT_AT_WORK = FaultKind(
    "body.not_at_work",
    Text(
        ky="{day} «{body}» иштеген эмес (түзүлгөн: {created_on}). Датаны текшериңиз.",
        ru="На дату {day} «{body}» не действовало (создано: {created_on}). Проверьте дату.",
        en="“{body}” was not at work on {day} (created: {created_on}). Check the date.",
    ),
)
