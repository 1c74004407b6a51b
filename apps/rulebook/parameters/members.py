"""What charters say of the work of an association's members: plans, reports, mentoring, nominations."""

from apps.rulebook.catalogues import Contest
from apps.rulebook.enums import Body, Role
from apps.rulebook.parameters.associations import ACTS
from apps.rulebook.parameters.base import Combine, Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, whole
from apps.rulebook.text import Text

HERE = Scope.ASSOCIATION

INDIVIDUAL_PLAN_APPROVER = choice(
    "individual_plan.approver", HERE,
    Text("Жекече планды ким бекитет", "Кто утверждает индивидуальный план", "Who approves individual plans"),
    Text(
        "Мугалимдин жекече иш планын ким бекитерин айтат.",
        "Кто утверждает индивидуальный план учителя.",
        "Who approves a teacher's individual work plan.",
    ),
    allowed=labels_of((Body.ASSOCIATION,)),
)  # fmt: skip
EXAM_MATERIAL_APPROVER = choice(
    "exam_material.approver", HERE,
    Text("Сынак материалын ким бекитет", "Кто утверждает материал экзаменов", "Who approves exam material"),
    Text(
        "Көчүү жана жыйынтыктоочу сынактардын материалын ким бекитерин айтат.",
        "Кто утверждает материал переводной и итоговой аттестации.",
        "Who approves the material of transfer and final exams.",
    ),
    allowed=labels_of((Body.ASSOCIATION,)),
)  # fmt: skip
KTP_ROLE = choice(
    "ktp.association_role", HERE,
    Text("КТП боюнча бирикменин милдети", "Роль объединения по КТП", "The association's part in thematic plans"),
    Text(
        "Бирикме календарлык-тематикалык планды бекитеби же бекитүүгө сунуштайбы, ошону айтат.",
        "Утверждает объединение календарно-тематический план или предлагает к утверждению.",
        "Whether the association approves calendar-thematic plans or proposes them for approval.",
    ),
    allowed={"proposes": Text("бекитүүгө сунуштайт", "предлагает к утверждению", "proposes for approval")},
)  # fmt: skip
ATTESTATION_SCOPE = choices(
    "attestation_system.scope", HERE,
    Text("Аттестация тутуму эмнени камтыйт", "Что охватывает система аттестации", "What pupil attestation covers"),
    Text(
        "Окуучуларды аттестациялоонун кайсы түрлөрү иштелип чыгарын көрсөтөт.",
        "Какие виды аттестации учащихся разрабатываются.",
        "Which kinds of pupil attestation are worked out.",
    ),
    allowed={
        "interim": Text("аралык", "промежуточная", "interim"),
        "final": Text("жыйынтыктоочу", "итоговая", "final"),
        "thematic": Text("тематикалык", "тематическая", "thematic"),
        "semester": Text("семестрдик", "семестровая", "semester"),
        "credit": Text("зачеттук", "зачётная", "credit"),
        "distance_learning": Text("аралыктан окутуу", "дистанционное обучение", "distance learning"),
    },
)  # fmt: skip
KTU_MODE = choice(
    "ktu.mode", HERE,
    Text("Эмгекке катышуу коэффициенти", "Коэффициент трудового участия", "Labour participation coefficient"),
    Text(
        "Коэффициентти бирикме түзгөн комиссия аныктайбы же комиссия менен бирге талданабы, ошону айтат.",
        "Создаёт ли объединение комиссию или анализирует работу вместе с комиссией.",
        "Whether the association sets up the commission or analyses together with it.",
    ),
    allowed={
        "commission_created_by_association": Text(
            "бирикме комиссия түзөт", "объединение создаёт комиссию", "the association creates the commission",
        ),
        "analysis_with_commission": Text(
            "комиссия менен бирге талдайт", "анализ вместе с комиссией", "analysis together with the commission",
        ),
    },
)  # fmt: skip
CREATIVE_REPORT_REQUIRED = flag(
    "creative_report.required", HERE,
    Text("Чыгармачыл отчет берилет", "Творческий отчёт обязателен", "Creative reports are given"),
    Text(
        "Мүчөлөр натыйжалуу усулдар боюнча чыгармачыл отчет беришерин айтат.",
        "Дают ли члены объединения творческие отчёты об успешных методах.",
        "Whether members give creative reports on effective methods.",
    ),
)  # fmt: skip
CREATIVE_REPORTS_MIN = whole(
    "creative_report.min_per_teacher_year", HERE,
    Text("Жылына чыгармачыл отчеттордун саны", "Творческих отчётов в год", "Creative reports a year"),
    Text(
        "Ар бир мугалим окуу жылында кеминде канча чыгармачыл иш даярдай турганын айтат.",
        "Сколько творческих работ готовит каждый учитель за год не менее.",
        "How many creative reports each teacher prepares in a year at the least.",
    ),
    high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
CREATIVE_REPORT_HANDED_TO = choice(
    "creative_report.handed_to", HERE,
    Text("Чыгармачыл отчет кимге берилет", "Кому передаётся творческий отчёт", "Who receives creative reports"),
    Text(
        "Даяр чыгармачыл отчет кимге тапшырыларын айтат.",
        "Кому передаётся готовый творческий отчёт.",
        "To whom a finished creative report is handed.",
    ),
    allowed=labels_of((Role.LEADERSHIP,)),
)  # fmt: skip
MENTORING_ACT = choice(
    "mentoring.act", HERE,
    Text("Насаатчыны бекиткен акт", "Акт о наставнике", "Act that names the mentor"),
    Text(
        "Насаатчы кайсы акт менен бекитилерин айтат; бирикме сунуш берет.",
        "Каким актом назначается наставник по предложению объединения.",
        "The act that names a mentor on the association's proposal.",
    ),
    allowed=ACTS,
)  # fmt: skip
MENTORING_PLAN_APPROVER = choice(
    "mentoring.plan_approver", HERE,
    Text("Насаатчынын планын ким бекитет", "Кто утверждает планы наставничества", "Who approves mentoring plans"),
    Text(
        "Насаатчынын жана жаш мугалимдин планын ким бекитерин айтат.",
        "Кто утверждает планы наставника и молодого учителя.",
        "Who approves the plans of mentor and young teacher.",
    ),
    allowed=labels_of((Body.ASSOCIATION,)),
)  # fmt: skip
COURSE_TASKS = choices(
    "course_tasks.required", HERE,
    Text("Курс тапшырмалары", "Задания к курсам", "Course tasks"),
    Text(
        "Курска барган мугалимге кандай тапшырмалар берилип текшерилерин айтат.",
        "Какие задания даются и проверяются у направленного на курсы.",
        "Which tasks are given to a teacher going to courses and checked.",
    ),
    allowed={
        "pre": Text("курска чейин", "до курсов", "before the course"),
        "post": Text("курстан кийин", "после курсов", "after the course"),
        "essay": Text("реферат", "реферат", "written essay"),
    },
    stricter=Stricter.MORE,
)  # fmt: skip
NOMINATION_CONTESTS = choices(
    "nomination.contests", HERE,
    Text("Сынактарга көрсөтүү", "Выдвижение на конкурсы", "Contests to nominate for"),
    Text(
        "Бирикме мугалимдерди кайсы сынактарга көрсөтөрүн айтат.",
        "На какие конкурсы объединение выдвигает учителей.",
        "For which contests the association nominates teachers.",
    ),
    allowed=labels_of(Contest),
)  # fmt: skip
NOMINATION_BY = choice(
    "nomination.by", HERE,
    Text("Ким көрсөтөт", "Кто выдвигает", "Who nominates"),
    Text(
        "Сынакка талапкерди кайсы орган көрсөтөрүн айтат.",
        "Какой орган выдвигает на конкурс.",
        "The body that nominates for a contest.",
    ),
    allowed=labels_of((Body.ASSOCIATION,)),
)  # fmt: skip
REWARD_GROUND = choices(
    "reward.ground", HERE,
    Text("Сыйлоонун негизи", "Основание поощрения", "Ground of reward"),
    Text(
        "Эмне үчүн сыйлоо суралышы мүмкүн экенин айтат.",
        "За что можно просить о поощрении.",
        "For what a reward may be proposed.",
    ),
    allowed={
        "experimental_work": Text("эксперименттик иш", "экспериментальная работа", "experimental work"),
        "association_work": Text("бирикменин иши", "работа объединения", "the association's work"),
        "methodical_work": Text("усулдук иш", "методическая работа", "methodical work"),
        "innovative_work": Text("инновациялык иш", "инновационная работа", "innovative work"),
        "professional_results": Text("кесиптик жетишкендик", "профессиональные результаты", "professional results"),
    },
    combine=Combine.UNION,
)  # fmt: skip
MEMBER_ATTENDANCE = flag(
    "member.attendance", HERE,
    Text("Мүчөлөр отурумга катышат", "Члены посещают заседания", "Members attend"),
    Text(
        "Мүчөлөр отурумга катышууга милдеттүү экенин айтат; чеги көрсөтүлгөн эмес.",
        "Обязаны ли члены посещать заседания; порога текст не даёт.",
        "Whether members have to attend sittings; the text sets no threshold.",
    ),
)  # fmt: skip
DISTRICT_LINK = flag(
    "district.association_link", HERE,
    Text("Райондук бирикме менен байланыш", "Связь с районным объединением", "Link to the district association"),
    Text(
        "Бирикменин жетекчиси райондук бирикме менен иштешерин айтат.",
        "Работает ли руководитель с районным методическим объединением.",
        "Whether the head works with the district association.",
    ),
)  # fmt: skip
