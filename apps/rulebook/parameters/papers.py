"""What charters say of themselves, of papers and their keeping, and of the head of studies."""

from apps.rulebook.catalogues import (
    ActivityKind,
    CardField,
    DossierItem,
    HosItem,
    Obligation,
    PaperKind,
    PlanLevel,
)
from apps.rulebook.enums import Body, Role
from apps.rulebook.parameters.base import Combine, Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, numbers, whole
from apps.rulebook.text import Text

CHARTER_APPROVED_BY = choice(
    "charter.approved_by", Scope.CHARTER,
    Text("Жобону ким бекитет", "Кто утверждает положение", "Who approves the charter"),
    Text(
        "Жобону ким бекиткенин айтат; милдетин аткаруучу да директор катары эсептелет.",
        "Кто утвердил положение; исполняющий обязанности считается директором.",
        "Who approves the charter; an acting director counts as the director.",
    ),
    allowed=labels_of((Role.DIRECTOR,)), combine=Combine.EACH,
)  # fmt: skip
CHARTER_CONSIDERED_BY = choice(
    "charter.considered_by", Scope.CHARTER,
    Text("Жобону ким карайт", "Кто рассматривает положение", "Who considers the charter"),
    Text(
        "Жобо бекитилгенге чейин кайсы орган караганын айтат.",
        "Какой орган рассмотрел положение до утверждения.",
        "The body that considered the charter before approval.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COUNCIL,)), combine=Combine.EACH,
)  # fmt: skip
CHARTER_ADOPTED_BY = choice(
    "charter.adopted_by", Scope.CHARTER,
    Text("Жобону ким кабыл алат", "Кто принимает положение", "Who adopts the charter"),
    Text(
        "Жобону кайсы орган кабыл алганын айтат; күнү жана номери талап кылынат.",
        "Какой орган принял положение; нужны дата и номер.",
        "The body that adopted the charter; date and number are needed.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COUNCIL,)), combine=Combine.EACH,
)  # fmt: skip
CHARTER_SOURCE = choice(
    "charter.source", Scope.CHARTER,
    Text("Жобонун булагы", "Источник положения", "Source of the charter"),
    Text(
        "Папкадагы жобо кайдан алынышы керектигин айтат.",
        "Откуда должно происходить положение в папке.",
        "Where the charter kept in the dossier has to come from.",
    ),
    allowed={
        "ministry_or_instruction": Text(
            "министрлик бекиткен жобо же нускама",
            "положение министерства или инструкция",
            "approved by the ministry, or an instruction",
        ),
    },
    combine=Combine.EACH,
)  # fmt: skip
CHARTER_LEGAL_BASIS = choices(
    "charter.legal_basis", Scope.CHARTER,
    Text("Укуктук негизи", "Правовая основа", "Legal basis"),
    Text(
        "Жобо кайсы актыларга таянарын айтат.",
        "На какие акты опирается положение.",
        "The acts the charter rests on.",
    ),
    allowed={
        "constitution": Text("Конституция", "Конституция", "Constitution"),
        "education_laws": Text("билим берүү мыйзамдары", "законы об образовании", "education laws"),
        "law_on_education": Text("Билим берүү жөнүндө мыйзам", "Закон об образовании", "Law on education"),
        "laws": Text("республиканын мыйзамдары", "законы республики", "laws of the republic"),
        "normative_acts": Text("ченемдик актылар", "нормативные акты", "normative acts"),
        "child_convention": Text(
            "Баланын укуктары жөнүндө конвенция", "Конвенция о правах ребёнка", "Convention on the Rights of the Child",
        ),
        "authority_decisions": Text(
            "билим берүү органдарынын чечимдери", "решения органов образования", "decisions of education bodies",
        ),
        "school_charter": Text("мектептин уставы", "устав школы", "school charter"),
        "local_acts": Text("ички актылар", "локальные акты", "local acts"),
    },
    combine=Combine.EACH,
)  # fmt: skip
CHARTER_ACKNOWLEDGEMENT = choice(
    "charter.acknowledgement", Scope.BODY,
    Text("Жобо менен таанышуу", "Ознакомление с положением", "Acknowledgement of the charter"),
    Text(
        "Жобо менен таанышканын ким кол коюп ырастай турганын айтат.",
        "Кто подписью подтверждает ознакомление с положением.",
        "Who signs to say that they have read the charter.",
    ),
    allowed={
        "none": Text("эч ким", "никто", "nobody"),
        "council_members": Text("кеңештин мүчөлөрү", "члены совета", "council members"),
        "all_staff": Text("бардык кызматкерлер", "все сотрудники", "all staff"),
    },
)  # fmt: skip

RETENTION_SCHOOL_YEARS = whole(
    "retention.school_years", Scope.ASSOCIATION,
    Text("Мектепте сактоо", "Хранение в школе", "Years kept in school"),
    Text(
        "Бирикменин кагаздары мектепте канча жыл сакталарын айтат.",
        "Сколько лет бумаги объединения хранятся в школе.",
        "How many years the association's papers stay in school.",
    ),
    high=100, unit=Unit.YEARS, stricter=Stricter.HIGHER,
)  # fmt: skip
RETENTION_ARCHIVE_YEARS = whole(
    "retention.archive_years", Scope.ASSOCIATION,
    Text("Архивде сактоо", "Хранение в архиве", "Years kept in the archive"),
    Text(
        "Архивге тапшырылган кагаздар канча жыл сакталарын айтат.",
        "Сколько лет хранятся переданные в архив бумаги.",
        "How many years papers handed to the archive are kept.",
    ),
    high=100, unit=Unit.YEARS, stricter=Stricter.HIGHER,
)  # fmt: skip
RETENTION_ARCHIVE_ITEMS = choices(
    "retention.archive_items", Scope.ASSOCIATION,
    Text("Архивге эмне тапшырылат", "Что передаётся в архив", "What goes to the archive"),
    Text(
        "Кайсы кагаздар архивге тапшырыларын айтат.",
        "Какие бумаги передаются в архив.",
        "Which papers are handed to the archive.",
    ),
    allowed=labels_of((PaperKind.MINUTES, PaperKind.PLANS, PaperKind.ANALYSES)), stricter=Stricter.MORE,
)  # fmt: skip
RETENTION_ARCHIVE_FORM = choice(
    "retention.archive_form", Scope.ASSOCIATION,
    Text("Архивге тапшыруунун түрү", "Форма передачи в архив", "Form of the hand-over"),
    Text(
        "Кагаздар бир папкада тапшырылабы, ошону айтат.",
        "Передаются ли бумаги одной папкой.",
        "Whether the papers are handed over in one folder.",
    ),
    allowed={
        "any": Text("каалаган түрдө", "любая", "any"),
        "one_folder": Text("бир папка", "одна папка", "one folder"),
    },
)  # fmt: skip
DATA_BANK_FIELDS = choices(
    "data_bank.fields", Scope.ASSOCIATION,
    Text("Маалымат банкынын талаалары", "Поля банка данных", "Fields of the data bank"),
    Text(
        "Мугалимдин карточкасында кайсы маалыматтар толтурулушу керектигин айтат.",
        "Какие сведения должны быть в карточке учителя.",
        "Which particulars a teacher's card has to hold.",
    ),
    allowed=labels_of(CardField), stricter=Stricter.MORE,
)  # fmt: skip

DOSSIER = {
    item: choice(
        f"dossier.{item.value}", Scope.ASSOCIATION, item.label,
        Text(
            f"Бирикменин папкасында бул кагаз болушу керекпи: {item.label.ky}.",
            f"Должна ли эта бумага быть в папке объединения: {item.label.ru}.",
            f"Whether the association's dossier has to hold this paper: {item.label.en}.",
        ),
        allowed=labels_of((Obligation.REQUIRED, Obligation.CONDITIONAL, Obligation.NOT_LISTED)),
    )
    for item in DossierItem
}  # fmt: skip


def activity_key(kind: ActivityKind) -> str:
    """The key of an uncounted activity: `hearing.*` and `head.duty.*` keep their own family."""
    family, dot, rest = kind.value.partition(".")
    if not dot:
        return f"activity.{kind.value}"
    return f"{'head.duty' if family == 'head' else family}.{rest}"


ACTIVITY = {
    kind: choice(
        activity_key(kind),
        Scope.BODY,
        kind.label,
        Text(
            f"Жобо бул ишти милдеттендирет, бирок санын айтпайт: {kind.label.ky}.",
            f"Положение предписывает это без числа: {kind.label.ru}.",
            f"The charter prescribes this without a number: {kind.label.en}.",
        ),
        allowed=labels_of((Obligation.UNCOUNTED,)),
    )
    for kind in ActivityKind
}  # fmt: skip

HOS_DOSSIER = choices(
    "head_of_studies.dossier", Scope.HEAD_OF_STUDIES,
    Text("Окуу бөлүмүнүн башчысынын кагаздары", "Бумаги завуча", "Papers of the head of studies"),
    Text(
        "Окуу бөлүмүнүн башчысында болжол менен кайсы кагаздар болорун айтат.",
        "Какие бумаги примерно должны быть у завуча.",
        "Which papers the head of studies is expected to hold, as an indication.",
    ),
    allowed=labels_of(HosItem), stricter=Stricter.MORE,
)  # fmt: skip
HOS_REPORT_MONTHS = numbers(
    "hos.report_months", Scope.HEAD_OF_STUDIES,
    Text("Отчет берилүүчү айлар", "Месяцы отчётов", "Months of the reports"),
    Text(
        "Окуу бөлүмүнүн башчысы кайсы айларда отчет берерин айтат.",
        "В какие месяцы завуч сдаёт отчёты.",
        "The months in which the head of studies reports.",
    ),
    low=1, high=12,
)  # fmt: skip
HOS_QUARTER_REPORT = flag(
    "hos.quarter_report", Scope.HEAD_OF_STUDIES,
    Text("Чейректик отчет", "Четвертной отчёт", "Quarter report"),
    Text(
        "Ар бир чейрек үчүн отчет керектигин айтат.",
        "Нужен ли отчёт за каждую четверть.",
        "Whether every quarter needs a report.",
    ),
)  # fmt: skip
HOS_PLAN_LEVELS = choices(
    "hos.plan_levels", Scope.HEAD_OF_STUDIES,
    Text("Пландоонун деңгээлдери", "Уровни планирования", "Levels of planning"),
    Text(
        "Окуу бөлүмүнүн башчысынын кайсы пландары болушу керектигин айтат.",
        "Какие планы должны быть у завуча.",
        "Which plans the head of studies has to have.",
    ),
    allowed=labels_of(PlanLevel), stricter=Stricter.MORE,
)  # fmt: skip
