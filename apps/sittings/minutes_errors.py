"""What can be wrong with minutes and their signatures."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

SIGNER_NOT_CHAIR = FaultKind(
    "sitting.signer_not_chair",
    Text(
        ky="{person} {day} «{body}» төрагасы болгон эмес, протоколго төрага катары кол коё албайт. Ошол күнкү төраганы тандаңыз.",
        ru="{person} не был(а) председателем «{body}» на дату {day} и подписать протокол за него не может. Выберите председателя того дня.",
        en="{person} was not in the chair of “{body}” on {day} and cannot sign as chair. Choose who chaired that day.",
    ),
)
SIGNER_NOT_SECRETARY = FaultKind(
    "sitting.signer_not_secretary",
    Text(
        ky="{person} {day} «{body}» катчысы болгон эмес, протоколго катчы катары кол коё албайт. Ошол күнкү катчыны тандаңыз.",
        ru="{person} не был(а) секретарём «{body}» на дату {day} и подписать протокол за него не может. Выберите секретаря того дня.",
        en="{person} did not keep the minutes of “{body}” on {day} and cannot sign as secretary. Choose who kept them.",
    ),
)
NOT_A_SIGNER = FaultKind(
    "sitting.not_a_signer",
    Text(
        ky="Бул протоколго сиз кол койбойсуз: төрага — {chair}, катчы — {secretary}.",
        ru="Этот протокол подписываете не вы: председатель — {chair}, секретарь — {secretary}.",
        en="You do not sign these minutes: the chair is {chair}, the secretary {secretary}.",
    ),
    status=403,
)
MINUTES_NUMBER_TAKEN = FaultKind(
    "sitting.minutes_number_taken",
    Text(
        ky="Бул окуу жылында «{body}» №{number} протоколу бар. Кийинки бош номер: {free}.",
        ru="Протокол № {number} «{body}» в этом учебном году уже есть. Следующий свободный номер: {free}.",
        en="“{body}” already has minutes No. {number} this academic year. The next free number is {free}.",
    ),
    status=409,
)
MINUTES_MISSING = FaultKind(
    "sitting.minutes_missing",
    Text(
        ky="Протокол даярдала элек.",
        ru="Протокол ещё не составлен.",
        en="The minutes have not been drafted yet.",
    ),
    status=409,
)
NOT_SIGNED = FaultKind(
    "sitting.not_signed",
    Text(
        ky="Протоколго кол коюла элек. Адегенде төрага менен катчы кол коёт.",
        ru="Протокол ещё не подписан. Сначала его подписывают председатель и секретарь.",
        en="The minutes are not signed yet. Chair and secretary sign them first.",
    ),
    status=409,
)
MINUTES_STATE = FaultKind(
    "sitting.minutes_state",
    Text(
        ky="Протокол азыр «{state}» абалында, бул кадамды азыр жасоого болбойт.",
        ru="Протокол сейчас в состоянии «{state}», этот шаг сейчас невозможен.",
        en="The minutes are “{state}” now; this step cannot be taken.",
    ),
    status=409,
)
BEFORE_SIGNING = FaultKind(
    "sitting.before_signing",
    Text(
        ky="Бул күн ({day}) кол коюлган күндөн ({signed_on}) мурун болбойт.",
        ru="Этот день ({day}) не может быть раньше подписания ({signed_on}).",
        en="This day ({day}) cannot be before the signing ({signed_on}).",
    ),
)
MINUTES_SIGNED = FaultKind(
    "sitting.minutes_signed",
    Text(
        ky="№{number} протоколго {signed_on} кол коюлган; ал өзгөртүлбөйт. Ката болсо, тактоо каты жазылат.",
        ru="Протокол № {number} подписан ({signed_on}) и не изменяется. Ошибка исправляется отдельной запиской.",
        en="Minutes No. {number} were signed on {signed_on} and are not edited. A mistake is corrected by a note.",
    ),
    status=409,
)
SIGNED_BEFORE_HELD = FaultKind(
    "sitting.signed_before_held",
    Text(
        ky="Протоколго ({signed_on}) отурумдан ({held_on}) мурун кол коюуга болбойт.",
        ru="Протокол не мог быть подписан ({signed_on}) раньше заседания ({held_on}).",
        en="The minutes cannot have been signed ({signed_on}) before the sitting ({held_on}).",
    ),
)
SIGNED_IN_FUTURE = FaultKind(
    "sitting.signed_in_future",
    Text(
        ky="Кол коюлган күн ({signed_on}) бүгүнкү күндөн ({today}) кийин болбойт.",
        ru="День подписания ({signed_on}) не может быть позже сегодняшнего ({today}).",
        en="The day of signing ({signed_on}) cannot be later than today ({today}).",
    ),
)
