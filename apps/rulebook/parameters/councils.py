"""What charters say of the methodical council and the scientific-methodical council."""

from apps.rulebook.enums import Body, MemberCategory, Role
from apps.rulebook.parameters.associations import ACTS
from apps.rulebook.parameters.base import Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, share, steps, whole
from apps.rulebook.text import Text

HERE = Scope.COUNCIL

COUNCIL_NATURE = choices(
    "council.nature", HERE,
    Text("Кеңештин табияты", "Природа совета", "Nature of the council"),
    Text(
        "Кеңеш кандай орган экенин сүрөттөйт.",
        "Описывает, какой это орган.",
        "Describes what sort of body the council is.",
    ),
    allowed={
        "collective": Text("жамааттык", "коллективный", "collective"),
        "public": Text("коомдук", "общественный", "public"),
        "professional": Text("кесиптик", "профессиональный", "professional"),
        "voluntary": Text("ыктыярдуу", "добровольный", "voluntary"),
    },
)  # fmt: skip
COUNCIL_STATUS = choices(
    "council.status", HERE,
    Text("Кеңештин орду", "Место совета", "Standing of the council"),
    Text(
        "Кеңеш усулдук иште кандай орду ээлей турганын айтат.",
        "Какую роль совет играет в методической работе.",
        "What part the council plays in methodical work.",
    ),
    allowed={
        "advisory": Text("кеңеш берүүчү", "консультативный", "advisory"),
        "main_organising": Text("башкы уюштуруучу", "главный организующий", "main organising"),
        "coordinating": Text("координациялоочу", "координирующий", "coordinating"),
    },
)  # fmt: skip
COUNCIL_LIFECYCLE_ACT = choice(
    "council.lifecycle.act", HERE,
    Text("Кеңешти түзгөн акт", "Акт о создании совета", "Act that creates the council"),
    Text(
        "Кеңеш кайсы акт менен түзүлүп, жоюларын айтат.",
        "Каким актом совет создаётся и упраздняется.",
        "The act by which the council is created and dissolved.",
    ),
    allowed=ACTS,
)  # fmt: skip
COUNCIL_MEMBERS_ACT = choice(
    "council.members.act", HERE,
    Text("Курамын бекиткен акт", "Акт о составе", "Act that confirms members"),
    Text(
        "Кеңештин мүчөлөрү кайсы акт менен бекитилерин айтат.",
        "Каким актом утверждаются члены совета.",
        "The act by which members of the council are confirmed.",
    ),
    allowed=ACTS,
)  # fmt: skip
COUNCIL_CATEGORIES = choices(
    "council.members.categories", HERE,
    Text("Курамга кимдер кирет", "Кто входит в состав", "Who belongs to the council"),
    Text(
        "Кеңештин курамына кимдер киргенин айтат.",
        "Кто входит в состав совета.",
        "Who belongs to the council.",
    ),
    allowed=labels_of(MemberCategory), stricter=Stricter.MORE,
)  # fmt: skip
COUNCIL_CHAIR_OFFICE = choices(
    "council.chair.office", HERE,
    Text("Төраганын кызматы", "Должность председателя", "Office of the chair"),
    Text(
        "Кеңешти кайсы кызматтагы адам башкарарын айтат; бирөөсү жетиштүү.",
        "Кто по должности возглавляет совет; достаточно одной из должностей.",
        "Which office the chair must hold; one of them is enough.",
    ),
    allowed=labels_of((Role.METHODIST, Role.DEPUTY_OTI, Role.DEPUTY_METHODICAL, Role.DIRECTOR)),
)  # fmt: skip
COUNCIL_CHAIR_ACT = choice(
    "council.chair.act", HERE,
    Text("Төраганы бекиткен акт", "Акт о председателе", "Act that confirms the chair"),
    Text(
        "Төрага кайсы акт менен бекитилерин айтат.",
        "Каким актом утверждается председатель.",
        "The act by which the chair is confirmed.",
    ),
    allowed=ACTS,
)  # fmt: skip
COUNCIL_SECRETARY_METHOD = choice(
    "council.secretary.method", HERE,
    Text("Катчы кантип коюлат", "Как ставится секретарь", "How the secretary is chosen"),
    Text(
        "Катчы шайланабы, ошону айтат.",
        "Избирается ли секретарь.",
        "Whether the secretary is elected.",
    ),
    allowed={"elected": Text("шайланат", "избирается", "elected")},
)  # fmt: skip
COUNCIL_SECRETARY_WHEN = choice(
    "council.secretary.when", HERE,
    Text("Катчы качан шайланат", "Когда избирается секретарь", "When the secretary is chosen"),
    Text(
        "Катчы кайсы отурумда шайланарын айтат.",
        "На каком заседании избирается секретарь.",
        "At which sitting the secretary is elected.",
    ),
    allowed={"first_sitting": Text("биринчи отурумда", "на первом заседании", "at the first sitting")},
)  # fmt: skip
COUNCIL_OPEN = flag(
    "council.open_participation", HERE,
    Text("Башка педагогдор катыша алат", "Могут участвовать другие педагоги", "Other pedagogues may take part"),
    Text(
        "Мектептин каалаган педагогу кеңештин ишине тартылышы мүмкүн экенин айтат; добуш укугу айтылган эмес.",
        "Может ли любой педагог школы участвовать в работе; право голоса не названо.",
        "Whether any pedagogue of the school may be drawn in; no vote is stated.",
    ),
    stricter=Stricter.NONE,
)  # fmt: skip
COUNCIL_PLAN_FORM = choice(
    "council.plan.form", HERE,
    Text("Кеңештин планынын түрү", "Форма плана совета", "Form of the council's plan"),
    Text(
        "Кеңештин жылдык планы кандай түрдө түзүлөрүн айтат.",
        "В какой форме составляется годовой план совета.",
        "In what form the council's yearly plan is drawn up.",
    ),
    allowed={"cyclogram": Text("циклограмма", "циклограмма", "cyclogram"), "plan": Text("план", "план", "plan")},
)  # fmt: skip
COUNCIL_PLAN_DRAFTER = choice(
    "council.plan.drafter", HERE,
    Text("Кеңештин планын ким түзөт", "Кто составляет план совета", "Who drafts the council's plan"),
    Text(
        "Кеңештин жылдык планын ким түзөрүн айтат.",
        "Кто составляет годовой план совета.",
        "Who draws up the council's yearly plan.",
    ),
    allowed={
        "chair": Text("төрага", "председатель", "the chair"),
        "council": Text("кеңештин өзү", "сам совет", "the council itself"),
    },
)  # fmt: skip
COUNCIL_PLAN_ROUTE = steps(
    "council.plan.route", HERE,
    Text("План өткөн кадамдар", "Путь плана", "Route of the plan"),
    Text(
        "Кеңештин планы кайсы иретте каралып, бекитилерин айтат.",
        "В каком порядке план совета рассматривается и утверждается.",
        "In which order the council's plan is considered and approved.",
    ),
    allowed={
        "sitting": Text("отурумда кароо", "рассмотрение на заседании", "considered at a sitting"),
        "agree:director": Text("директор менен макулдашуу", "согласование с директором", "agreed with the director"),
        "order": Text("директордун буйругу", "приказ директора", "director's order"),
        "first_sitting": Text(
            "биринчи отурумда бекитүү", "утверждение на первом заседании", "approved at the first sitting",
        ),
    },
)  # fmt: skip
COUNCIL_CADENCE = choice(
    "council.sitting_cadence", HERE,
    Text("Отурумдар кайсы мезгилде", "За какой период заседания", "Period of the sittings"),
    Text(
        "Кеңеш кайсы мезгилде бир жолу отурарын айтат.",
        "За какой период совет заседает не реже установленного.",
        "The period within which the council has to sit.",
    ),
    allowed={
        "quarter": Text("чейрек", "четверть", "quarter"),
        "trimester": Text("триместр", "триместр", "trimester"),
        "month": Text("ай", "месяц", "month"),
    },
)  # fmt: skip
COUNCIL_MIN_PER_PERIOD = whole(
    "council.min_per_period", HERE,
    Text("Мезгилдеги отурумдардын эң аз саны", "Заседаний за период не менее", "Least sittings in a period"),
    Text(
        "Кеңеш бир мезгилде кеминде канча жолу отурарын айтат.",
        "Сколько раз совет заседает за период не менее.",
        "How many times the council sits in a period at the least.",
    ),
    high=20, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
COUNCIL_CADENCE_FORCE = choice(
    "council.cadence_force", HERE,
    Text("Жыштыктын күчү", "Сила периодичности", "Force of the frequency"),
    Text(
        "Жыштык катуу милдетпи же «эреже катары» деп айтылганбы, ошону көрсөтөт.",
        "Жёсткая это обязанность или сказано «как правило».",
        "Whether the frequency is a duty or said “as a rule”.",
    ),
    allowed={
        "hard": Text("катуу", "жёсткая", "hard"),
        "soft": Text("эреже катары", "как правило", "as a rule"),
    },
)  # fmt: skip
COUNCIL_CADENCE_DECIDED_BY = choice(
    "council.cadence_decided_by", HERE,
    Text("Жыштыкты ким белгилейт", "Кто определяет периодичность", "Who sets the frequency"),
    Text(
        "Отурумдардын жыштыгын мүчөлөр өздөрү белгилей аларын айтат.",
        "Могут ли члены совета сами определить периодичность.",
        "Whether the members themselves set the frequency.",
    ),
    allowed={"members": Text("мүчөлөр", "члены совета", "members")},
)  # fmt: skip
AGENDA_NOTICE_DAYS = whole(
    "council.agenda_notice_days", HERE,
    Text("Күн тартиби канча күн мурда", "За сколько дней повестка", "Days of notice for the agenda"),
    Text(
        "Күн тартиби отурумга чейин кеминде канча күн мурда кабарланарын айтат.",
        "За сколько дней до заседания объявляется повестка не менее.",
        "How many days before the sitting the agenda is announced at the least.",
    ),
    high=60, unit=Unit.DAYS, stricter=Stricter.HIGHER,
)  # fmt: skip
COUNCIL_MINUTES = flag(
    "council.minutes", HERE,
    Text("Кеңештин протоколу", "Протокол совета", "Minutes of the council"),
    Text(
        "Кеңештин ар бир отурумунда протокол жүргүзүлөрүн айтат.",
        "Ведётся ли протокол на каждом заседании совета.",
        "Whether minutes are kept at every sitting of the council.",
    ),
)  # fmt: skip
QUORUM_FRACTION = share(
    "council.quorum_fraction", HERE,
    Text("Кворум", "Кворум", "Quorum"),
    Text(
        "Чечим күчтүү болушу үчүн курамдын кандай үлүшү керектигин айтат; так ушул үлүш жетиштүү.",
        "Какая доля состава нужна для решения; ровно такой доли достаточно.",
        "The share of the membership a decision needs; exactly that share is enough.",
    ),
)  # fmt: skip
MAJORITY_FRACTION = share(
    "council.majority_fraction", HERE,
    Text("Добуштун көптүгү", "Большинство голосов", "Majority"),
    Text(
        "Чечим үчүн добуштардын кандай үлүшүнөн ашык керектигин айтат; так ушул үлүш жетишсиз.",
        "Больше какой доли голосов нужно для решения; ровно такой доли мало.",
        "More than which share of votes a decision needs; exactly that share is not enough.",
    ),
)  # fmt: skip
COUNCIL_YEAR_END = flag(
    "council.year_end_sitting", HERE,
    Text("Жыл аягындагы отурум", "Заседание в конце года", "Sitting at the year's end"),
    Text(
        "Окуу жылынын аягында жыйынтыктоочу отурум өтөрүн айтат.",
        "Проводится ли в конце года итоговое заседание.",
        "Whether a concluding sitting is held at the year's end.",
    ),
)  # fmt: skip
COUNCIL_YEAR_END_ITEMS = choices(
    "council.year_end_sitting.items", HERE,
    Text("Жыл аягында эмне каралат", "Что рассматривается в конце года", "Items of the year-end sitting"),
    Text(
        "Жыл аягындагы отурумда кайсы маселелер каралышы керектигин айтат.",
        "Какие вопросы должны рассматриваться на итоговом заседании.",
        "Which items the concluding sitting has to hold.",
    ),
    allowed={
        "summing_up": Text("жыйынтык чыгаруу", "подведение итогов", "summing up"),
        "next_year_directions": Text(
            "кийинки жылдын багыттары", "направления на следующий год", "directions for the next year",
        ),
    },
    stricter=Stricter.MORE,
)  # fmt: skip
COUNCIL_REPORTS_TO = choice(
    "council.reports_to", HERE,
    Text("Кеңеш кимге отчет берет", "Перед кем отчитывается совет", "To whom the council reports"),
    Text(
        "Кеңеш өз иши боюнча кимге отчет берерин айтат.",
        "Перед кем совет отчитывается о своей работе.",
        "To whom the council reports on its work.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COLLECTIVE, Body.PEDAGOGICAL_COUNCIL)),
)  # fmt: skip
COUNCIL_DECISION_EXECUTION = choice(
    "council.decision_execution", HERE,
    Text("Чечимдин аткарылышы", "Исполнение решений", "Execution of decisions"),
    Text(
        "Чечимдердин аткарылышы үчүн ким жооп берерин айтат.",
        "Кто отвечает за исполнение решений.",
        "Who answers for the execution of decisions.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
COUNCIL_HEARS_REPORTS = choices(
    "council.hears_reports", HERE,
    Text("Кеңеш кимдердин отчетун угат", "Чьи отчёты слушает совет", "Whose reports the council hears"),
    Text(
        "Кеңеш кимдердин отчетун угуп, баалай турганын айтат; жыштыгы көрсөтүлгөн эмес.",
        "Чьи отчёты совет заслушивает и оценивает; частота не названа.",
        "Whose reports the council hears and evaluates; no frequency is given.",
    ),
    allowed=labels_of((Body.ASSOCIATION, Body.CREATIVE_GROUP)), stricter=Stricter.MORE,
)  # fmt: skip
COUNCIL_STUDIES = flag(
    "council.studies_associations", HERE,
    Text("Кеңеш бирикмелердин ишин изилдейт", "Совет изучает работу объединений", "Studies the associations' work"),
    Text(
        "Кеңеш бирикмелердин жана топтордун ишин изилдей турганын айтат.",
        "Изучает ли совет работу объединений и групп.",
        "Whether the council studies the work of associations and groups.",
    ),
)  # fmt: skip
COUNCIL_COORDINATES = flag(
    "council.coordinates_associations", HERE,
    Text("Кеңеш бирикмелерди координациялайт", "Совет координирует объединения", "Coordinates the associations"),
    Text(
        "Кеңеш бирикмелердин ишин координациялай турганын айтат.",
        "Координирует ли совет работу объединений.",
        "Whether the council coordinates the associations.",
    ),
)  # fmt: skip
COUNCIL_PROPOSES = flag(
    "council.proposes_to_associations", HERE,
    Text("Кеңеш бирикмелерге сунуш берет", "Совет даёт предложения объединениям", "Proposes to the associations"),
    Text(
        "Кеңеш бирикмелердин ишин жакшыртуу боюнча сунуш берерин айтат.",
        "Вносит ли совет предложения по улучшению работы объединений.",
        "Whether the council proposes improvements to the associations.",
    ),
)  # fmt: skip
DIRECTIONS_FRAMEWORK_BY = choice(
    "association.directions.framework_by", HERE,
    Text("Негизги багыттарды ким иштеп чыгат", "Кто разрабатывает общие направления", "Who frames the directions"),
    Text(
        "Усулдук иштин негизги багыттарын ким иштеп чыгарын айтат.",
        "Кто разрабатывает основные направления методической работы.",
        "Who works out the main directions of methodical work.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
STRATEGIC_EXPERTISE = choice(
    "council.expertise.strategic", HERE,
    Text("Стратегиялык документтердин экспертизасы", "Экспертиза стратегических документов", "Strategic expertise"),
    Text(
        "Мектептин стратегиялык документтерин ким экспертизадан өткөрөрүн айтат.",
        "Кто проводит экспертизу стратегических документов школы.",
        "Who examines the school's strategic papers.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
CREATIVE_GROUP_PROPOSER = choice(
    "creative_group.create.proposer", HERE,
    Text("Чыгармачыл топту ким сунуштайт", "Кто предлагает творческую группу", "Who proposes creative groups"),
    Text(
        "Убактылуу чыгармачыл топтор боюнча сунушту ким берерин айтат.",
        "Кто предлагает создать временную творческую группу.",
        "Who proposes temporary creative groups.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
QUALIFICATION_PLAN = flag(
    "council.qualification_plan", HERE,
    Text("Квалификацияны жогорулатуу планы", "План повышения квалификации", "Plan of staff qualification"),
    Text(
        "Кадрлардын квалификациясын жогорулатуу боюнча план түзүлөрүн айтат; мөөнөтү көрсөтүлгөн эмес.",
        "Составляется ли план повышения квалификации кадров; срок не назван.",
        "Whether plans of staff qualification are drawn up; no period is given.",
    ),
)  # fmt: skip
PROGRAMME_RECOMMENDER = choice(
    "programme.recommender", HERE,
    Text("Программаны ким сунуштайт", "Кто рекомендует программу", "Who recommends programmes"),
    Text(
        "Программаны бекитүүгө ким сунуштай турганын айтат.",
        "Кто рекомендует программу к утверждению.",
        "Who recommends a programme for approval.",
    ),
    allowed=labels_of((Body.COUNCIL,)),
)  # fmt: skip
PROGRAMME_APPROVER = choice(
    "programme.approver", HERE,
    Text("Программаны ким бекитет", "Кто утверждает программу", "Who approves programmes"),
    Text(
        "Жумушчу, инновациялык, эксперименттик программаларды ким бекитерин айтат.",
        "Кто утверждает рабочие, инновационные и экспериментальные программы.",
        "Who approves working, innovative and experimental programmes.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COUNCIL,)),
)  # fmt: skip
