"""What charters say of the association's work plan and of calendar-bound papers."""

from apps.rulebook.catalogues import PlanInput
from apps.rulebook.enums import Role
from apps.rulebook.parameters.base import Combine, Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, whole
from apps.rulebook.text import Text

HERE = Scope.ASSOCIATION

PLAN_DRAFTED_BY = choices(
    "plan.drafted_by", HERE,
    Text("Планды ким түзөт", "Кто составляет план", "Who drafts the plan"),
    Text(
        "Бирикменин иш планын ким түзөрүн айтат.",
        "Кто составляет план работы объединения.",
        "Who draws up the association's work plan.",
    ),
    allowed={
        "association": Text("усулдук бирикме", "объединение", "the association"),
        "head_with_teachers": Text(
            "жетекчи мугалимдер менен бирге", "руководитель вместе с учителями", "the head with the teachers",
        ),
    },
    combine=Combine.UNION,
)  # fmt: skip
PLAN_ADOPTED_AT = choice(
    "plan.adopted_at", HERE,
    Text("План кайда кабыл алынат", "Где принимается план", "Where the plan is adopted"),
    Text(
        "План кайсы отурумда талкууланып, кабыл алынарын айтат.",
        "На каком заседании план обсуждается и принимается.",
        "At which sitting the plan is discussed and adopted.",
    ),
    allowed={
        "association_sitting": Text("бирикменин отуруму", "заседание объединения", "a sitting of the association"),
    },
)  # fmt: skip
PLAN_CONSENT_BY = choice(
    "plan.consent_by", HERE,
    Text("Ким макулдугун берет", "Кто даёт согласие", "Who gives consent"),
    Text(
        "План бекитилгенге чейин кимдин макулдугу керектигин айтат.",
        "Чьё согласие нужно до утверждения плана.",
        "Whose consent the plan needs before it is approved.",
    ),
    allowed=labels_of((Role.DEPUTY_OTI, Role.DEPUTY_SCI_METHODICAL, Role.DEPUTY_METHODICAL)),
)  # fmt: skip
PLAN_APPROVER = choice(
    "plan.approver", HERE,
    Text("Планды ким бекитет", "Кто утверждает план", "Who approves the plan"),
    Text(
        "Бирикменин иш планын ким бекитерин айтат.",
        "Кто утверждает план работы объединения.",
        "Who approves the association's work plan.",
    ),
    allowed=labels_of((Role.DEPUTY_OTI, Role.DIRECTOR, Role.DEPUTY_SCI_METHODICAL, Role.DEPUTY_METHODICAL)),
)  # fmt: skip
PLAN_APPROVAL_DEADLINE = choice(
    "plan.approval_deadline", HERE,
    Text("План качан бекитилет", "Когда утверждается план", "When the plan is approved"),
    Text(
        "Мөөнөт жылдын башталышыбы же белгилүү күндөн кийинки күндөрдүн саныбы, ошону айтат.",
        "Срок задан началом года или числом дней от начала периода.",
        "Whether the time is the beginning of the year or days from the period's start.",
    ),
    allowed={
        "beginning_of_year": Text("окуу жылынын башталышы", "начало учебного года", "beginning of the year"),
        "days_from_period_start": Text(
            "пландалган мезгилден тартып күндөр", "дней от начала периода", "days from the start of the period",
        ),
    },
)  # fmt: skip
PLAN_APPROVAL_DAYS = whole(
    "plan.approval_deadline_days", HERE,
    Text("Бекитүү мөөнөтү", "Срок утверждения", "Days for approval"),
    Text(
        "Пландалган мезгил башталгандан кийин канча күндө бекитилерин айтат.",
        "За сколько дней от начала планируемого периода план утверждается.",
        "Within how many days from the start of the planned period the plan is approved.",
    ),
    high=120, unit=Unit.DAYS, stricter=Stricter.LOWER,
)  # fmt: skip
PLAN_APPROVAL_FROM = choice(
    "plan.approval_deadline_from", HERE,
    Text("Мөөнөт кайсы күндөн башталат", "От какого дня идёт срок", "Where the days start"),
    Text(
        "Бекитүү мөөнөтү кайсы күндөн тартып эсептелерин айтат.",
        "От какого события отсчитывается срок утверждения.",
        "From which day the approval time runs.",
    ),
    allowed={
        "planned_period_start": Text(
            "пландалган мезгилдин башы", "начало планируемого периода", "start of the planned period",
        ),
    },
)  # fmt: skip
PLAN_INPUTS = choices(
    "plan.inputs", HERE,
    Text("План эмнеге таянат", "На что опирается план", "What the plan is built on"),
    Text(
        "План түзүлгөндө эмнелер эске алынарын айтат.",
        "Что учитывается при составлении плана.",
        "What has to be taken into account in the plan.",
    ),
    allowed=labels_of(PlanInput), combine=Combine.UNION, stricter=Stricter.MORE,
)  # fmt: skip
PLAN_MONTHLY = flag(
    "plan.monthly_required", HERE,
    Text("Ар айлык план түзүлөт", "Составляется план на каждый месяц", "A plan for every month"),
    Text(
        "Окуу жылынын ар бир айына план керектигин айтат.",
        "Нужен ли план на каждый месяц учебного года.",
        "Whether each month of the school year needs its plan.",
    ),
)  # fmt: skip
PLAN_OPEN_LESSONS = flag(
    "plan.open_lesson_schedule", HERE,
    Text("Ачык сабактардын графиги", "График открытых уроков", "Schedule of open lessons"),
    Text(
        "Ачык сабактардын жана класстан тышкаркы иштердин графиги керектигин айтат.",
        "Нужен ли график открытых уроков и внеклассных мероприятий.",
        "Whether a schedule of open lessons and out-of-class events is needed.",
    ),
)  # fmt: skip
PLAN_TEMPLATE = choice(
    "plan.template", HERE,
    Text("Пландын үлгүсү", "Шаблон плана", "Plan template"),
    Text(
        "Иш план кайсы үлгү боюнча түзүлөрүн айтат.",
        "По какому шаблону составляется план.",
        "Which template the work plan follows.",
    ),
    allowed={
        "s33": Text("№33 мектептин үлгүсү", "шаблон школы № 33", "template of School 33"),
        "variant": Text("экинчи үлгү", "второй шаблон", "the variant template"),
        "own": Text("мектептин өз үлгүсү", "собственный шаблон школы", "the school's own template"),
    },
)  # fmt: skip
