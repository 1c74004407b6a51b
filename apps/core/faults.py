"""Errors of the doors themselves: hosts, sign-in, forms."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

UNKNOWN_HOST = FaultKind(
    "web.unknown_host",
    Text(
        ky="Бул даректе мектеп жок. Даректи текшериңиз же райондук билим берүү бөлүмүнөн сураңыз.",
        ru="По этому адресу школы нет. Проверьте адрес или спросите в районном отделе образования.",
        en="There is no school at this address. Check the address or ask the district education department.",
    ),
    status=404,
)
PAGE_NOT_FOUND = FaultKind(
    "web.page_not_found",
    Text(
        ky="Мындай барак жок. Балким ал өчүрүлгөн же дарек туура эмес жазылган. Башкы баракка кайтыңыз.",
        ru="Такой страницы нет. Возможно, она удалена или адрес набран с ошибкой. Вернитесь на главную.",
        en="There is no such page. It may have been removed, or the address has a mistake. Go back to the first page.",
    ),
    status=404,
)
SERVER_FAULT = FaultKind(
    "web.server_fault",
    Text(
        ky="Биздин катабыз: сурам аткарылган жок, эч нерсе жазылган жок. Бир аздан кийин кайталаңыз.",
        ru="Ошибка на нашей стороне: запрос не выполнен, ничего не записано. Повторите немного позже.",
        en="A fault on our side: the request was not carried out and nothing was stored. Try again in a little while.",
    ),
    status=500,
)
REQUEST_UNREADABLE = FaultKind(
    "web.request_unreadable",
    Text(
        ky="Сурамды окуу мүмкүн болгон жок: форма бузулган же өтө чоң. Баракты жаңыртып, кайра аракет кылыңыз.",
        ru="Запрос не удалось прочитать: форма повреждена или слишком велика. Обновите страницу и попробуйте снова.",
        en="The request could not be read: the form is damaged or too large. Reload the page and try again.",
    ),
    status=400,
)
SIGN_IN_NEEDED = FaultKind(
    "web.sign_in_needed",
    Text(
        ky="Адегенде кириңиз: сессия же ачкыч (Authorization: Bearer …) керек.",
        ru="Сначала войдите: нужна сессия или ключ (Authorization: Bearer …).",
        en="Sign in first: a session or a token (Authorization: Bearer …) is needed.",
    ),
    status=401,
)
TOKEN_REFUSED = FaultKind(
    "web.token_refused",
    Text(
        ky="Ачкыч жараксыз: ал белгисиз, мөөнөтү бүткөн же аны берген адамдын укугу жоюлган. Жаңы ачкыч алыңыз.",
        ru="Ключ не принят: он неизвестен, истёк или выдавший его человек больше не имеет доступа. Получите новый ключ.",
        en="The token is not accepted: it is unknown, has ended, or its issuer has lost access. Get a new one.",
    ),
    status=401,
)
NO_ACCESS_TO_SCHOOL = FaultKind(
    "web.no_access_to_school",
    Text(
        ky="Сиздин бул мектепке кирүүгө укугуңуз жок. Мектептин администраторуна кайрылыңыз.",
        ru="У вас нет доступа к этой школе. Обратитесь к администратору школы.",
        en="You have no access to this school. Ask the school's administrator.",
    ),
    status=403,
)
NO_ACCESS_AT_ALL = FaultKind(
    "web.no_access_at_all",
    Text(
        ky="Сиздин эсебиңизге азырынча бир да мектеп же район ачылган эмес. Сизди каттаган адамга кайрылыңыз.",
        ru="Для вашей учётной записи пока не открыта ни одна школа и ни один район. Обратитесь к тому, кто вас зарегистрировал.",
        en="No school or district is open to your account yet. Ask the person who registered you.",
    ),
    status=403,
)
FORM_TOO_OLD = FaultKind(
    "web.form_too_old",
    Text(
        ky="Форма эскирип калган, ошондуктан кабыл алынган жок. Баракты жаңыртып, кайра жөнөтүңүз.",
        ru="Форма устарела и не принята. Обновите страницу и отправьте её снова.",
        en="The form had become too old and was not accepted. Reload the page and send it again.",
    ),
    status=403,
)
LOCKED_OUT = FaultKind(
    "web.locked_out",
    Text(
        ky="Сырсөз көп жолу туура эмес жазылды. {minutes} мүнөттөн кийин кайра аракет кылыңыз же сырсөздү жаңыртыңыз.",
        ru="Пароль несколько раз введён неверно. Повторите через {minutes} мин. или смените пароль.",
        en="The password was wrong several times. Try again in {minutes} minutes, or set a new password.",
    ),
    status=429,
)
SCHOOL_READING_ONLY = FaultKind(
    "web.school_reading_only",
    Text(
        ky="«{school}» убактылуу окуу режиминде: көрүүгө болот, өзгөртүүгө болбойт. Райондук бөлүмгө кайрылыңыз.",
        ru="«{school}» временно доступна только для чтения: смотреть можно, менять нельзя. Обратитесь в районный отдел.",
        en="“{school}” is open for reading only at the moment: nothing can be changed. Ask the district department.",
    ),
    status=403,
)
_NOT_READY = FaultKind(
    "web.school_not_ready",
    Text(
        ky="«{school}» азыр түзүлүп жатат. Бир нече мүнөттөн кийин кириңиз.",
        ru="«{school}» сейчас настраивается. Зайдите через несколько минут.",
        en="“{school}” is being set up. Come back in a few minutes.",
    ),
    status=503,
)
_SUSPENDED = FaultKind(
    "web.school_suspended",
    Text(
        ky="«{school}» убактылуу токтотулган. Маалыматтар сакталып турат; себебин райондук бөлүмдөн билиңиз.",
        ru="Работа «{school}» в системе приостановлена. Данные сохранены; причину узнайте в районном отделе.",
        en="“{school}” is suspended. Its data are kept; the district department can tell the reason.",
    ),
    status=403,
)
_CLOSED = FaultKind(
    "web.school_closed",
    Text(
        ky="«{school}» жабылган. Документтерин райондук билим берүү бөлүмүнөн сураңыз.",
        ru="«{school}» закрыта. Её документы запросите в районном отделе образования.",
        en="“{school}” is closed. Ask the district education department for its papers.",
    ),
    status=403,
)
_DELETED = FaultKind(
    "web.school_deleted",
    Text(
        ky="«{school}» жабылган жана маалыматтары өчүрүлгөн. Архив райондук билим берүү бөлүмүндө.",
        ru="«{school}» закрыта, её данные удалены. Архив хранится в районном отделе образования.",
        en="“{school}” is closed and its data have been deleted. The district department keeps the archive.",
    ),
    status=403,
)
SCHOOL_BEING_UPDATED = FaultKind(
    "web.school_being_updated",
    Text(
        ky="«{school}» азыр жаңыртылып жатат. Маалыматтар ордунда; бир мүнөттөн кийин кайталаңыз.",
        ru="«{school}» сейчас обновляется. Данные на месте; повторите через минуту.",
        en="“{school}” is being updated at the moment. Nothing is lost; try again in a minute.",
    ),
    status=503,
)
SCHOOL_STATES = {
    "requested": _NOT_READY,
    "provisioning": _NOT_READY,
    "failed": _NOT_READY,
    "suspended": _SUSPENDED,
    "closed": _CLOSED,
    "deleted": _DELETED,
}
BODY_TOO_LARGE = FaultKind(
    "core.body_too_large",
    Text(
        ky="Сурам өтө чоң: эң көбү {limit} байт. Аны бөлүп жөнөтүңүз.",
        ru="Запрос слишком велик: не более {limit} байт. Разделите его на части.",
        en="The body is too large: {limit} bytes at most. Send it in parts.",
    ),
    status=413,
)
