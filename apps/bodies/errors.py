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
PURPOSE_MISSING = FaultKind(
    "body.purpose_missing",
    Text(
        ky="Чыгармачыл топ эмне үчүн түзүлгөнүн жазыңыз: тапшырма бүткөндө топ жабылат.",
        ru="Укажите, для чего создана творческая группа: когда задача решена, группа закрывается.",
        en="Say what the creative group is for: it closes when that is done.",
    ),
)
PARENT_UNFIT = FaultKind(
    "body.parent_unfit",
    Text(
        ky="«{parent}» бул органдын үстүндө тура албайт: ал өзү же анын алдындагы орган. Башкасын тандаңыз.",
        ru="«{parent}» не может стоять над этим органом: это он сам или подчинённый ему. Выберите другой.",
        en="“{parent}” cannot stand above this body: it is the body itself or below it. Choose another.",
    ),
)
ALREADY_DISSOLVED = FaultKind(
    "body.already_dissolved",
    Text(
        ky="«{body}» {dissolved_on} жоюлган. Анын курамын жана жазуусун өзгөртүүгө болбойт.",
        ru="«{body}» упразднено: {dissolved_on}. Его состав и запись больше не меняются.",
        en="“{body}” was dissolved on {dissolved_on}. Its membership and its record are closed.",
    ),
    status=409,
)
PERSON_LEFT = FaultKind(
    "body.person_left",
    Text(
        ky="{person} {left_on} мектептен кеткен. Азыр иштеген кызматкерди тандаңыз.",
        ru="{person} не работает в школе с даты: {left_on}. Выберите действующего сотрудника.",
        en="{person} left the school on {left_on}. Choose someone who works here.",
    ),
)
ALREADY_ENDED = FaultKind(
    "body.already_ended",
    Text(
        ky="{person}: «{body}» курамындагы мөөнөтү {valid_until} бүткөн.",
        ru="{person}: срок в «{body}» уже завершён ({valid_until}).",
        en="{person} has already left “{body}” ({valid_until}).",
    ),
    status=409,
)
WRONG_ORDER = FaultKind(
    "body.wrong_order",
    Text(
        ky="Бул буйрук ылайык келбейт: «{body}» үчүн чыккан, күчүндөгү директордун буйругу керек.",
        ru="Этот приказ не подходит: нужен действующий приказ директора, изданный для «{body}».",
        en="This order does not fit: it has to be an order of the director in force, made for “{body}”.",
    ),
)
CANDIDACY_RUNNING = FaultKind(
    "body.candidacy_running",
    Text(
        ky="{person} «{body}» боюнча {since} көрсөтүлгөн; ал али бүтө элек. Ошону улантыңыз.",
        ru="{person} уже выдвинут(а) в «{body}» ({since}), и это ещё не завершено. Продолжите ту запись.",
        en="{person} has been nominated in “{body}” since {since}, and that is not finished. Go on with it.",
    ),
    status=409,
)
STEP_IMPOSSIBLE = FaultKind(
    "body.step_impossible",
    Text(
        ky="Бул кадам азыр мүмкүн эмес: {person} — {state}.",
        ru="Этот шаг сейчас невозможен: {person} — {state}.",
        en="This step is not possible now: {person} is {state}.",
    ),
    status=409,
)
STEP_TOO_EARLY = FaultKind(
    "body.step_too_early",
    Text(
        ky="Бул кадам ({day}) көрсөтүлгөн күндөн ({nominated_on}) мурун боло албайт.",
        ru="Этот шаг ({day}) не может быть раньше выдвижения ({nominated_on}).",
        en="This step ({day}) cannot be earlier than the nomination ({nominated_on}).",
    ),
)
WRONG_SITTING = FaultKind(
    "body.wrong_sitting",
    Text(
        ky="Бул отурум туура келбейт: {day} өткөрүлгөн «{body}» отуруму керек.",
        ru="Это заседание не подходит: нужно заседание «{body}», состоявшееся {day}.",
        en="This sitting does not fit: it has to be one of “{body}” held on {day}.",
    ),
)
NOT_A_COUNCIL = FaultKind(
    "body.not_a_council",
    Text(
        ky="Муну кеңеш гана бекитет; «{body}» кеңеш эмес.",
        ru="Это утверждает совет; «{body}» не является советом.",
        en="Only a council approves this; “{body}” is no council.",
    ),
)
DIRECTIONS_EMPTY = FaultKind(
    "body.directions_empty",
    Text(
        ky="Жылдын багыттарынын жок дегенде бир бөлүгүн жазыңыз.",
        ru="Заполните хотя бы одну часть направлений года.",
        en="Write at least one part of the year's directions.",
    ),
)
