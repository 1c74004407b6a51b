"""What a token may be allowed to do, in words a person can choose from."""

from collections.abc import Iterable

from apps.core.permissions import Permission as P  # noqa: N817
from apps.rulebook.codes import Code


class TokenScope(Code):
    """A bundle of rights of a program."""

    SCHOOL_READ = "school:read", "мектептин жазууларын окуу", "чтение записей школы", "read the school's records"
    SITTINGS_WRITE = "sittings:write", "отурумдарды жазуу", "запись заседаний", "record sittings"
    BODIES_WRITE = (
        "bodies:write",
        "бирикмелерди жана курамын жазуу",
        "запись объединений и состава",
        "record bodies and their membership",
    )
    WORK_WRITE = (
        "work:write",
        "жасалган ишти, айлык пландарды жана ачык сабактарды жазуу",
        "запись проведённой работы, месячных планов и открытых уроков",
        "record the year's work, monthly plans and open lessons",
    )
    STAFF_WRITE = (
        "staff:write",
        "кызматкерлерди жана алардын кызматтарын жазуу",
        "запись сотрудников и их должностей",
        "record the staff and their offices",
    )
    ACTS_WRITE = "acts:write", "буйрук жана чечимдерди каттоо", "регистрация приказов и решений", "record acts"
    DOSSIERS_WRITE = (
        "dossiers:write",
        "папкаларды жана архивди жазуу",
        "запись папок и архива",
        "record dossiers and archive folders",
    )
    CARDS_WRITE = (
        "cards:write",
        "мугалимдердин карточкаларын окуу жана жазуу, жеке маалымат менен",
        "чтение и запись карточек учителей, с личными данными",
        "read and write teachers' cards, personal data included",
    )
    CHARTER_WRITE = (
        "charter:write",
        "жобонун долбоорлорун жазуу",
        "запись проектов положения",
        "write drafts of the charter",
    )
    WEBHOOKS_WRITE = (
        "webhooks:write",
        "программаларга кабар жиберүүнү жөндөө",
        "настройка сообщений программам",
        "set up messages to programs",
    )
    SCHOOL_EXPORT = (
        "school:export",
        "мектептин бардык маалыматын файл катары алуу, жеке маалымат менен",
        "получение всех данных школы файлом, с личными данными",
        "take all data of the school out as a file, personal data included",
    )
    DISTRICT_READ = "district:read", "райондун отчётун окуу", "чтение отчёта района", "read the district report"
    SCHOOLS_WRITE = (
        "schools:write",
        "мектептерди түзүү жана убактылуу токтотуу",
        "подключение и приостановка школ",
        "set schools up and suspend them",
    )
    SCHOOLS_MOVE = (
        "schools:move",
        "мектептердин бардык маалыматын файл катары чыгаруу жана киргизүү",
        "выгрузка и загрузка всех данных школ файлами",
        "take schools out and bring them in as files, with all their data",
    )


RIGHTS: dict[TokenScope, frozenset[P]] = {
    TokenScope.SCHOOL_READ: frozenset({P.SCHOOL_READ}),
    TokenScope.SITTINGS_WRITE: frozenset(
        {
            P.SCHOOL_READ,
            P.SITTING_PLAN,
            P.SITTING_RECORD,
            P.MINUTES_SIGN,
            P.RESOLUTION_EDIT,
            P.ITEM_ADMIT,
            P.PAPER_EDIT,
            P.FILE_ADD,
        }
    ),
    TokenScope.BODIES_WRITE: frozenset({P.SCHOOL_READ, P.BODY_EDIT, P.MEMBER_EDIT, P.FILE_ADD}),
    TokenScope.WORK_WRITE: frozenset({P.SCHOOL_READ, P.ACTIVITY_EDIT, P.OWN_WORK_EDIT, P.PLAN_EDIT}),
    TokenScope.STAFF_WRITE: frozenset({P.SCHOOL_READ, P.PERSON_EDIT, P.ROLE_EDIT}),
    TokenScope.ACTS_WRITE: frozenset({P.SCHOOL_READ, P.ACT_RECORD, P.FILE_ADD}),
    TokenScope.DOSSIERS_WRITE: frozenset(
        {P.SCHOOL_READ, P.DOSSIER_KEEP, P.STUDIES_KEEP, P.ARCHIVE_KEEP, P.ARCHIVE_DESTROY, P.FILE_ADD}
    ),
    TokenScope.CARDS_WRITE: frozenset({P.SCHOOL_READ, P.CARD_READ, P.CARD_EDIT}),
    TokenScope.CHARTER_WRITE: frozenset({P.SCHOOL_READ, P.CHARTER_EDIT}),
    TokenScope.WEBHOOKS_WRITE: frozenset({P.SCHOOL_READ, P.WEBHOOK_EDIT}),
    TokenScope.SCHOOL_EXPORT: frozenset({P.SCHOOL_READ, P.SCHOOL_EXPORT}),
    TokenScope.DISTRICT_READ: frozenset({P.DISTRICT_READ}),
    TokenScope.SCHOOLS_WRITE: frozenset({P.DISTRICT_READ, P.SCHOOL_ONBOARD, P.SCHOOL_SUSPEND}),
    TokenScope.SCHOOLS_MOVE: frozenset({P.DISTRICT_READ, P.SCHOOL_ONBOARD, P.SCHOOL_EXPORT, P.SCHOOL_MOVE}),
}
ALL_DATA = frozenset({P.SCHOOL_EXPORT, P.SCHOOL_MOVE})
OF_A_SCHOOL = frozenset(
    {
        TokenScope.SCHOOL_READ,
        TokenScope.SITTINGS_WRITE,
        TokenScope.BODIES_WRITE,
        TokenScope.WORK_WRITE,
        TokenScope.STAFF_WRITE,
        TokenScope.ACTS_WRITE,
        TokenScope.DOSSIERS_WRITE,
        TokenScope.CARDS_WRITE,
        TokenScope.CHARTER_WRITE,
        TokenScope.WEBHOOKS_WRITE,
        TokenScope.SCHOOL_EXPORT,
    }
)
OF_A_DISTRICT = frozenset({TokenScope.DISTRICT_READ, TokenScope.SCHOOLS_WRITE, TokenScope.SCHOOLS_MOVE})


def givable(scopes: Iterable[TokenScope], rights: frozenset[P]) -> frozenset[TokenScope]:
    """Those that somebody with these rights may give to a program: to take out everything, one has to be allowed to do so oneself."""
    return frozenset(scope for scope in scopes if RIGHTS[scope] & ALL_DATA <= rights)


def permissions_of(scopes: Iterable[str]) -> frozenset[P]:
    """The rights of a token with these scopes; unknown scopes give none."""
    known = {scope.value: RIGHTS[scope] for scope in TokenScope}
    return frozenset[P]().union(*(known.get(scope, frozenset()) for scope in scopes))
