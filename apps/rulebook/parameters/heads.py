"""What charters say of the head of an association: eligibility, selection, report, rights."""

from apps.rulebook.catalogues import Obligation
from apps.rulebook.enums import Body, Education, ReportForm, Role
from apps.rulebook.parameters.associations import ACTS, DEPUTY_ROLES
from apps.rulebook.parameters.base import Combine, Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, whole
from apps.rulebook.text import Text

HERE = Scope.ASSOCIATION

HEAD_SELECTION = choice(
    "head.selection.method", HERE,
    Text("Жетекчи кантип тандалат", "Как выбирается руководитель", "How the head is chosen"),
    Text(
        "Жетекчини бирикменин өзү шайлайбы, ошону айтат.",
        "Избирает ли руководителя само объединение.",
        "Whether the association itself elects its head.",
    ),
    allowed={
        "elected_by_association": Text("бирикме шайлайт", "избирает объединение", "elected by the association"),
    },
)  # fmt: skip
HEAD_APPOINTMENT_ACT = choice(
    "head.appointment.act", HERE,
    Text("Жетекчини дайындаган акт", "Акт о назначении руководителя", "Act appointing the head"),
    Text(
        "Жетекчи кайсы акт менен дайындаларын айтат.",
        "Каким актом назначается руководитель.",
        "The act by which the head is appointed.",
    ),
    allowed=ACTS,
)  # fmt: skip
HEAD_APPROVAL_BY = choice(
    "head.approval_by", HERE,
    Text("Жетекчини ким бекитет", "Кто утверждает руководителя", "Who approves the head"),
    Text(
        "Бирикменин жетекчисин кайсы орган бекитерин айтат.",
        "Какой орган утверждает руководителя объединения.",
        "The body that approves the association's head.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
HEAD_DESCRIPTIVE = choice(
    "head.eligibility.descriptive", HERE,
    Text("Жетекчинин сыпаттамасы", "Описание руководителя", "Described quality of the head"),
    Text(
        "Өлчөмү жок сыпаттама; программа аны эсептебейт.",
        "Описание без меры; программа его не вычисляет.",
        "A quality without a measure; the software never computes it.",
    ),
    allowed={
        "experienced_creative": Text("тажрыйбалуу, чыгармачыл", "опытный, творческий", "experienced, creative"),
    },
)  # fmt: skip
HEAD_EDUCATION = choice(
    "head.eligibility.education", HERE,
    Text("Жетекчинин билими", "Образование руководителя", "Education of the head"),
    Text(
        "Жетекчиден кандай билим талап кылынарын айтат.",
        "Какое образование требуется от руководителя.",
        "The education required of the head.",
    ),
    allowed=labels_of(Education),
)  # fmt: skip
HEAD_MIN_YEARS = whole(
    "head.eligibility.min_years", HERE,
    Text("Жетекчинин иш стажы", "Стаж руководителя", "Years of work of the head"),
    Text(
        "Жетекчи дайындалган күнү кеминде канча жыл иштеген болушу керектигин айтат.",
        "Сколько лет работы нужно руководителю к дню назначения.",
        "How many years of work the head needs on the day of appointment.",
    ),
    high=50, unit=Unit.YEARS, stricter=Stricter.HIGHER,
)  # fmt: skip
HEAD_YEARS_SCOPE = choice(
    "head.eligibility.years_scope", HERE,
    Text("Кайсы стаж эсептелет", "Какой стаж считается", "Which work counts"),
    Text(
        "Кайсы жердеги иш стажга кирерин айтат.",
        "Где должна проходить засчитываемая работа.",
        "Where the counted work must have been done.",
    ),
    allowed={
        "education_system": Text("билим берүү тутуму", "система образования", "education system"),
        "teaching": Text("мугалимдик иш", "преподавание", "teaching"),
    },
)  # fmt: skip
HEAD_REPORTS_TO = choices(
    "head.reports_to", HERE,
    Text("Жетекчи кимге баш ийет", "Кому подчиняется руководитель", "To whom the head reports"),
    Text(
        "Бирикменин жетекчиси кимге түздөн-түз баш ийерин айтат.",
        "Кому непосредственно подчиняется руководитель объединения.",
        "To whom the head is directly subordinate.",
    ),
    allowed=DEPUTY_ROLES, combine=Combine.UNION,
)  # fmt: skip
HEAD_REPORT_DAYS = whole(
    "head.annual_report.deadline_days", HERE,
    Text("Жылдык отчеттун мөөнөтү", "Срок годового отчёта", "Days for the annual report"),
    Text(
        "Окуу жылы аяктагандан кийин отчетту канча күндө тапшыруу керектигин айтат.",
        "За сколько дней после конца года сдаётся отчёт.",
        "Within how many days after the year's end the report is due.",
    ),
    high=120, unit=Unit.DAYS, stricter=Stricter.LOWER,
)  # fmt: skip
HEAD_REPORT_FORM = choice(
    "head.annual_report.form", HERE,
    Text("Жылдык отчеттун түрү", "Форма годового отчёта", "Form of the annual report"),
    Text(
        "Отчет жазуу жүзүндө берилеби, ошону айтат.",
        "Сдаётся ли отчёт письменно.",
        "Whether the report is written.",
    ),
    allowed=labels_of(ReportForm),
)  # fmt: skip
HEAD_REPORT_RECIPIENT = choice(
    "head.annual_report.recipient", HERE,
    Text("Жылдык отчетту ким алат", "Кому сдаётся годовой отчёт", "Who receives the annual report"),
    Text(
        "Жетекчинин жазма отчету кимге тапшырыларын айтат.",
        "Кому сдаётся письменный отчёт руководителя.",
        "To whom the head's written report goes.",
    ),
    allowed=DEPUTY_ROLES | labels_of((Role.DIRECTOR,)),
)  # fmt: skip
HEAD_VISIT_ANY_TIME = flag(
    "head.lesson_visit.any_time", HERE,
    Text("Сабакка каалаган убакта кирүү", "Посещение урока в любое время", "Lessons may be visited at any time"),
    Text(
        "Жетекчи мүчөлөрдүн сабагына каалаган убакта кире аларын айтат.",
        "Может ли руководитель прийти на урок в любое время.",
        "Whether the head may visit members' lessons at any time.",
    ),
    stricter=Stricter.NONE,
)  # fmt: skip
HEAD_LATE_ENTRY = choice(
    "head.lesson_visit.late_entry", HERE,
    Text("Сабак башталгандан кийин кирүү", "Вход после начала урока", "Entering after the lesson has begun"),
    Text(
        "Сабак башталгандан кийин кирүүгө качан уруксат экенин айтат.",
        "Когда можно войти после начала урока.",
        "When one may enter after the lesson has begun.",
    ),
    allowed={
        "only_if_necessary": Text("зарыл болсо гана", "только при необходимости", "only if necessary"),
        "allowed": Text("уруксат", "разрешён", "allowed"),
    },
)  # fmt: skip
HEAD_CRITICISM = choice(
    "head.lesson_visit.criticism_during_lesson", HERE,
    Text("Сабак учурунда сындоо", "Замечания во время урока", "Criticism during the lesson"),
    Text(
        "Сабак учурунда мугалимге сын айтууга болобу, ошону айтат.",
        "Можно ли делать замечания учителю во время урока.",
        "Whether the teacher may be criticised during the lesson.",
    ),
    allowed={
        "forbidden": Text("тыюу салынат", "запрещены", "forbidden"),
        "allowed": Text("уруксат", "разрешены", "allowed"),
    },
)  # fmt: skip
HEAD_ATTENDS = choices(
    "head.attends", HERE,
    Text("Жетекчи катышкан отурумдар", "Где участвует руководитель", "Sittings the head attends"),
    Text(
        "Жетекчи кайсы органдардын отурумуна катышарын айтат; чеги көрсөтүлгөн эмес.",
        "В заседаниях каких органов участвует руководитель; порога нет.",
        "Whose sittings the head takes part in; no threshold is given.",
    ),
    allowed=labels_of((Body.ASSOCIATION, Body.COUNCIL)), stricter=Stricter.MORE,
)  # fmt: skip
DEVELOPMENT_EVALUATOR = choice(
    "development.evaluator", HERE,
    Text("Иштелмелерди ким баалайт", "Кто оценивает разработки", "Who evaluates developments"),
    Text(
        "Мугалимдердин усулдук иштелмелерин ким баалай турганын айтат.",
        "Кто оценивает методические разработки учителей.",
        "Who evaluates teachers' methodical developments.",
    ),
    allowed=labels_of((Role.ASSOCIATION_HEAD,)),
)  # fmt: skip
ATTESTATION_AWARDS_BY = choice(
    "nomination.attestation_awards_by", HERE,
    Text("Аттестация жана сыйлык боюнча сунуш", "Предложения по аттестации и наградам", "Attestation and awards"),
    Text(
        "Аттестация, категория, наам жана сыйлык боюнча сунушту кайсы орган берерин айтат.",
        "Какой орган даёт рекомендации по аттестации, категории, званию и награде.",
        "The body that recommends on attestation, categories, titles and awards.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
PUBLICATION_CONSIDERED_BY = choice(
    "publication.considered_by", HERE,
    Text("Жарыялоону ким карайт", "Кто рассматривает публикации", "Who considers publications"),
    Text(
        "Көбөйтүүгө жана жайылтууга даярдалган материалды кайсы орган карай турганын айтат.",
        "Какой орган рассматривает материалы для тиражирования.",
        "The body that considers materials for copying and spreading.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
IDEA_BANK = choice(
    "register.idea_bank", HERE,
    Text("Педагогикалык идеялар банкы", "Банк педагогических идей", "Bank of pedagogical ideas"),
    Text(
        "Кеңеш педагогикалык идеялардын банкын түзөрүн айтат.",
        "Ведёт ли совет банк педагогических идей.",
        "Whether the council keeps a bank of pedagogical ideas.",
    ),
    allowed=labels_of((Obligation.REQUIRED,)),
)  # fmt: skip
