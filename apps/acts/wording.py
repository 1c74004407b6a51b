"""Ready wordings of papers in Kyrgyz and Russian, to be completed by a person. In our own words; names stay in the nominative."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from apps.rulebook.enums import ActKind, Purpose
from apps.rulebook.text import Text, format_date


@dataclass(frozen=True, slots=True)
class Wording:
    """A title and a text with places for `{body}`, `{people}`, `{day}` and `{basis}`; a place without a value is a line to fill in."""

    code: str
    kind: ActKind
    purpose: Purpose
    title: Text
    text: Text


BLANK = "________"


def _order(code: str, purpose: Purpose, title: tuple[str, str, str], ky: str, ru: str) -> Wording:
    return Wording(code, ActKind.ORDER, purpose, Text(*title), Text(ky, ru, ky))


def _submission(code: str, purpose: Purpose, title: tuple[str, str, str], ky: str, ru: str) -> Wording:
    return Wording(code, ActKind.SUBMISSION, purpose, Text(*title), Text(ky, ru, ky))


_ALL = (
    _order(
        "order.create",
        Purpose.CREATE,
        ("Бирикмени түзүү жөнүндө", "О создании объединения", "On creating a body"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» түзүлсүн.\n2. Курамы төмөнкүдөй бекитилсин: {people}.\n"
        "3. Буйруктун аткарылышын көзөмөлдөө директордун орун басарына тапшырылсын.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Создать «{body}» с даты: {day}.\n2. Утвердить состав: {people}.\n"
        "3. Контроль за исполнением приказа возложить на заместителя директора.",
    ),
    _order(
        "order.reorganise",
        Purpose.REORGANISE,
        ("Бирикмени кайра уюштуруу жөнүндө", "О реорганизации объединения", "On reorganising a body"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» кайра уюштурулсун.\n2. Жаңы курамы: {people}.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Реорганизовать «{body}» с даты: {day}.\n2. Новый состав: {people}.",
    ),
    _order(
        "order.dissolve",
        Purpose.DISSOLVE,
        ("Бирикмени жоюу жөнүндө", "Об упразднении объединения", "On dissolving a body"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» жоюлсун.\n2. Иш кагаздары архивге өткөрүлсүн.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Упразднить «{body}» с даты: {day}.\n2. Документы передать в архив.",
    ),
    _order(
        "order.appoint_head",
        Purpose.APPOINT_HEAD,
        ("Жетекчини дайындоо жөнүндө", "О назначении руководителя", "On appointing the head"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» жетекчиси болуп {people} дайындалсын.\n"
        "2. Жетекчи кызматтык милдеттери менен тааныштырылсын.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Назначить руководителем «{body}» с даты {day}: {people}.\n"
        "2. Ознакомить руководителя с должностными обязанностями.",
    ),
    _order(
        "order.appoint_chair",
        Purpose.APPOINT_CHAIR,
        ("Кеңештин төрагасын бекитүү жөнүндө", "Об утверждении председателя совета", "On confirming the chair"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» төрагасы болуп {people} бекитилсин.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Утвердить председателем «{body}» с даты {day}: {people}.",
    ),
    _order(
        "order.members",
        Purpose.MEMBERS,
        ("Курамды бекитүү жөнүндө", "Об утверждении состава", "On confirming the members"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып «{body}» курамы төмөнкүдөй бекитилсин: {people}.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Утвердить состав «{body}» с даты {day}: {people}.",
    ),
    _order(
        "order.plan",
        Purpose.PLAN,
        ("Иш планды бекитүү жөнүндө", "Об утверждении плана работы", "On confirming the plan"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. «{body}» иш планы {day} тартып күчүнө кирсин.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Ввести в действие план работы «{body}» с даты: {day}.",
    ),
    _order(
        "order.mentoring",
        Purpose.MENTORING,
        ("Насаатчыларды бекитүү жөнүндө", "О назначении наставников", "On appointing mentors"),
        "Негиз: {basis}.\n\nБУЙРУК КЫЛАМ:\n1. {day} тартып насаатчы болуп {people} бекитилсин.",
        "Основание: {basis}.\n\nПРИКАЗЫВАЮ:\n1. Назначить наставниками с даты {day}: {people}.",
    ),
    _submission(
        "submission.create",
        Purpose.CREATE,
        ("Бирикме түзүү жөнүндө көрсөтүү", "Представление о создании объединения", "Submission on creating a body"),
        "«{body}» бирикмесин {day} тартып түзүүнү сунуштайм.\nСебептери: {basis}.\nКурамы: {people}.",
        "Предлагаю создать объединение «{body}» с даты: {day}.\nОбоснование: {basis}.\nСостав: {people}.",
    ),
    _submission(
        "submission.reorganise",
        Purpose.REORGANISE,
        ("Бирикмени кайра уюштуруу жөнүндө көрсөтүү", "Представление о реорганизации", "Submission on reorganising"),
        "«{body}» бирикмесин {day} тартып кайра уюштурууну сунуштайм.\nСебептери: {basis}.",
        "Предлагаю реорганизовать объединение «{body}» с даты: {day}.\nОбоснование: {basis}.",
    ),
    _submission(
        "submission.dissolve",
        Purpose.DISSOLVE,
        ("Бирикмени жоюу жөнүндө көрсөтүү", "Представление об упразднении", "Submission on dissolving"),
        "«{body}» бирикмесин {day} тартып жоюуну сунуштайм.\nСебептери: {basis}.",
        "Предлагаю упразднить объединение «{body}» с даты: {day}.\nОбоснование: {basis}.",
    ),
)
WORDINGS: Mapping[str, Wording] = {row.code: row for row in _ALL}


def wording_for(kind: ActKind, purpose: Purpose | None) -> Wording | None:
    """The ready wording of a kind of paper for a purpose, where there is one."""
    return next((row for row in _ALL if row.kind is kind and row.purpose is purpose), None)


def filled(
    wording: Wording, language: str, *, body: str = "", people: str = "", day: date | None = None, basis: str = ""
) -> tuple[str, str]:
    """Title and text in `ky` or `ru` with what is known put in."""
    values = {
        "body": body or BLANK,
        "people": people or BLANK,
        "day": format_date(day, language) if day else BLANK,
        "basis": basis or BLANK,
    }
    return wording.title.in_(language), wording.text.in_(language).format_map(values)
