"""What charters say of the methodical association: its making, its sittings, its year."""

from apps.rulebook.catalogues import Accompaniment
from apps.rulebook.enums import DEPUTIES, AssociationKind, Body, Role
from apps.rulebook.parameters.base import Combine, Scope, Stricter, Unit, labels_of
from apps.rulebook.parameters.declare import choice, choices, flag, whole
from apps.rulebook.text import Text

HERE = Scope.ASSOCIATION
DEPUTY_ROLES = labels_of(role for role in Role if role in DEPUTIES)

ASSOCIATION_UNIFICATION_BASIS = choices(
    "association.unification_basis", HERE,
    Text("Бириктирүүнүн негизи", "Основа объединения", "What unites members"),
    Text(
        "Мугалимдер эмненин негизинде биригерин көрсөтөт.",
        "Показывает, на какой основе объединяются учителя.",
        "Says on what ground teachers are joined into an association.",
    ),
    allowed={
        "subject": Text("предмет", "предмет", "subject"),
        "education_area": Text("билим берүү тармагы", "образовательная область", "education area"),
        "upbringing_work": Text("тарбия ишинин түрү", "вид воспитательной работы", "kind of upbringing work"),
    },
)  # fmt: skip
MIN_MEMBERS = whole(
    "association.min_members", HERE,
    Text("Мугалимдердин эң аз саны", "Наименьшее число учителей", "Least number of teachers"),
    Text(
        "Бирикме түзүлгөн күнү анын предметтеринен сабак берген канча мугалим болушу керектигин айтат.",
        "Сколько учителей предметов области должно быть в день создания объединения.",
        "How many teachers of the area's subjects there must be on the day the association is created.",
    ),
    low=1, high=30, unit=Unit.PERSONS, stricter=Stricter.HIGHER,
)  # fmt: skip
AREA_SOURCE = choice(
    "association.area_source", HERE,
    Text("Тармактардын булагы", "Источник областей", "Source of the areas"),
    Text(
        "Билим берүү тармактары кайсы документтен алынарын көрсөтөт.",
        "Из какого документа берутся образовательные области.",
        "Names the document that lists the education areas.",
    ),
    allowed={
        "framework_national_curriculum": Text(
            "Алкактык улуттук куррикулум", "Рамочный национальный куррикулум", "framework national curriculum",
        ),
    },
)  # fmt: skip
RECOMMENDED_SPLIT = choices(
    "association.recommended_split", HERE,
    Text("Сунушталган бөлүштүрүү", "Рекомендуемое деление", "Recommended split"),
    Text(
        "Шартка жараша түзүүгө боло турган бирикмелер; башкача болсо бузуу эмес.",
        "Какие объединения можно создать по условиям школы; иное не нарушение.",
        "Associations that may be made where conditions suggest it; doing otherwise is no breach.",
    ),
    allowed=labels_of((AssociationKind.UPPER_GRADES, AssociationKind.PRIMARY)),
)  # fmt: skip
KINDS_ALLOWED = choices(
    "association.kinds_allowed", HERE,
    Text("Бирикмелердин түрлөрү", "Виды объединений", "Kinds of associations"),
    Text(
        "Мектепте кандай бирикмелер түзүлүшү мүмкүн экенин айтат.",
        "Какие объединения могут создаваться в школе.",
        "Which kinds of associations the school may set up.",
    ),
    allowed=labels_of(AssociationKind),
)  # fmt: skip
ACTS = {
    "director_order": Text("директордун буйругу", "приказ директора", "director's order"),
    "pedagogical_council_decision": Text(
        "педагогикалык кеңештин чечими", "решение педагогического совета", "pedagogical council decision",
    ),
    "ex_officio": Text("кызматы боюнча", "по должности", "by virtue of office"),
}  # fmt: skip
LIFECYCLE_ACT = choice(
    "association.lifecycle.act", HERE,
    Text("Бирикмени түзгөн акт", "Акт о создании объединения", "Act that creates the association"),
    Text(
        "Бирикме кайсы акт менен түзүлүп, кайра уюштурулуп, жоюларын айтат.",
        "Каким актом объединение создаётся, реорганизуется и упраздняется.",
        "The act by which an association is created, reorganised and dissolved.",
    ),
    allowed=ACTS,
)  # fmt: skip
LIFECYCLE_PROPOSER = choices(
    "association.lifecycle.proposer", HERE,
    Text("Сунуш киргизген кызмат", "Кто вносит представление", "Who submits the proposal"),
    Text(
        "Директордун буйругу кимдин көрсөтүүсү менен чыгарын айтат; бирөөсү жетиштүү.",
        "По чьему представлению директор издаёт приказ; достаточно одного из них.",
        "On whose submission the director issues the order; one of them is enough.",
    ),
    allowed=DEPUTY_ROLES,
)  # fmt: skip
NUMBERS_DECIDED_BY = choice(
    "association.number_and_size.decided_by", HERE,
    Text("Санын аныктаган орган", "Кто определяет число", "Who decides the number and size"),
    Text(
        "Бирикмелердин жана мүчөлөрдүн санын кайсы орган белгилей турганын айтат.",
        "Какой орган определяет число объединений и их членов.",
        "The body that decides how many associations and members there are.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COUNCIL,)),
)  # fmt: skip
NUMBERS_CONFIRMED_BY = choice(
    "association.number_and_size.confirmed_by", HERE,
    Text("Санын бекиткен акт", "Каким актом утверждается число", "Act that confirms the number"),
    Text(
        "Бирикмелердин саны кайсы акт менен бекитилерин айтат.",
        "Каким актом утверждается число объединений и их членов.",
        "The act that confirms the number of associations and members.",
    ),
    allowed=ACTS,
)  # fmt: skip
SUBORDINATE_TO = choices(
    "association.subordinate_to", HERE,
    Text("Кимге баш ийет", "Кому подчиняется", "Subordinate to"),
    Text(
        "Бирикме түздөн-түз кимге баш ийерин айтат; бирөө болсо жетиштүү.",
        "Кому объединение подчиняется непосредственно; достаточно одного из них.",
        "To whom the association is directly subordinate; one of them is enough.",
    ),
    allowed=DEPUTY_ROLES, combine=Combine.UNION,
)  # fmt: skip
CONTROLLED_BY = choices(
    "association.controlled_by", HERE,
    Text("Ким көзөмөлдөйт", "Кто контролирует", "Controlled by"),
    Text(
        "Бирикменин ишин ким көзөмөлдөй турганын айтат.",
        "Кто контролирует деятельность объединения.",
        "Who controls the association's work.",
    ),
    allowed=DEPUTY_ROLES | labels_of((Role.ASSOCIATION_HEAD,)), combine=Combine.UNION,
)  # fmt: skip
LED_BY = choice(
    "association.led_by", HERE,
    Text("Бирикмени ким башкарат", "Кто руководит объединением", "Who leads the association"),
    Text(
        "Бирикменин ишин ким башкара турганын айтат.",
        "Кто руководит работой объединения.",
        "Who leads the association's work.",
    ),
    allowed=labels_of((Role.ASSOCIATION_HEAD,)),
)  # fmt: skip
DIRECTIONS_DRAFTER = choice(
    "association.directions.drafter", HERE,
    Text("Багыттарды ким даярдайт", "Кто готовит направления", "Who drafts the directions"),
    Text(
        "Иштин багыттарын, формаларын жана усулдарын ким аныктай турганын айтат.",
        "Кто определяет направления, формы и методы работы.",
        "Who works out the directions, forms and methods of work.",
    ),
    allowed={"members": Text("мүчөлөр", "члены объединения", "members")},
)  # fmt: skip
DIRECTIONS_APPROVER = choice(
    "association.directions.approver", HERE,
    Text("Багыттарды ким бекитет", "Кто утверждает направления", "Who approves the directions"),
    Text(
        "Бирикменин багыттарын же темаларын кайсы орган бекитерин айтат.",
        "Какой орган утверждает направления или темы объединения.",
        "The body that approves the association's directions or themes.",
    ),
    allowed=labels_of((Body.COUNCIL, Body.PEDAGOGICAL_COUNCIL)),
)  # fmt: skip
DIRECTIONS_SCOPE = choices(
    "association.directions.scope", HERE,
    Text("Эмне бекитилет", "Что утверждается", "What is approved"),
    Text(
        "Кеңеш бирикменин ишинен эмнени бекитерин айтат.",
        "Что именно в работе объединения утверждает совет.",
        "What of the association's work the council approves.",
    ),
    allowed={
        "directions": Text("багыттар", "направления", "directions"),
        "forms": Text("формалар", "формы", "forms"),
        "methods": Text("усулдар", "методы", "methods"),
        "themes": Text("темалар", "темы", "themes"),
    },
)  # fmt: skip
THEME_DECIDED_BY = choice(
    "methodical_theme.decided_by", HERE,
    Text("Усулдук теманы ким аныктайт", "Кто определяет методическую тему", "Who sets the methodical theme"),
    Text(
        "Мектептин усулдук темасын кайсы орган кабыл аларын айтат.",
        "Какой орган принимает методическую тему школы.",
        "The body that adopts the school's methodical theme.",
    ),
    allowed=labels_of((Body.PEDAGOGICAL_COLLECTIVE, Body.COUNCIL)),
)  # fmt: skip
SITTINGS_MIN_PER_YEAR = whole(
    "association.sittings.min_per_year", HERE,
    Text("Жылына отурумдардын эң аз саны", "Наименьшее число заседаний в год", "Least number of sittings a year"),
    Text(
        "Бирикме окуу жылында кеминде канча отурум өткөрөрүн айтат.",
        "Сколько заседаний объединение проводит за учебный год не менее.",
        "How many sittings the association holds in a school year at the least.",
    ),
    high=60, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
ASSOCIATION_MINUTES = flag(
    "association.minutes", HERE,
    Text("Отурумда протокол жүргүзүлөт", "На заседании ведётся протокол", "Minutes are kept"),
    Text(
        "Бирикменин ар бир отурумунда протокол жүргүзүлөрүн айтат.",
        "Ведётся ли протокол на каждом заседании объединения.",
        "Whether minutes are kept at every sitting of the association.",
    ),
)  # fmt: skip
ASSOCIATION_RESOLUTIONS = flag(
    "association.resolutions", HERE,
    Text("Токтом кабыл алынат", "Принимаются решения", "Resolutions are adopted"),
    Text(
        "Бирикменин ар бир отурумунда токтом кабыл алынарын айтат.",
        "Принимается ли решение на каждом заседании объединения.",
        "Whether every sitting of the association adopts a resolution.",
    ),
)  # fmt: skip
SEMINARS_MIN_PER_YEAR = whole(
    "association.seminars.min_per_year", HERE,
    Text(
        "Практикалык семинарлардын эң аз саны",
        "Наименьшее число практических семинаров",
        "Least number of practical seminars",
    ),
    Text(
        "Окуу жылында кеминде канча практикалык семинар өтөрүн айтат.",
        "Сколько практических семинаров проводится за учебный год не менее.",
        "How many practical seminars are held in a school year at the least.",
    ),
    high=30, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
SEMINAR_MUST_INCLUDE = choices(
    "seminar.must_include", HERE,
    Text("Семинар эмне менен коштолот", "Чем сопровождается семинар", "What accompanies the seminar"),
    Text(
        "Практикалык семинар менен кошо эмне өткөрүлөрүн айтат.",
        "Что проводится вместе с практическим семинаром.",
        "What is held together with the practical seminar.",
    ),
    allowed=labels_of(Accompaniment), stricter=Stricter.MORE,
)  # fmt: skip
SEMINAR_LESSON_ALLOWED = flag(
    "seminar_lesson.allowed", HERE,
    Text("Семинардык сабак уюштурса болот", "Уроки-семинары допускаются", "Seminar lessons are allowed"),
    Text(
        "Бирикме семинардык сабак же сабактар түрмөгүн уюштура аларын айтат.",
        "Может ли объединение проводить уроки-семинары и серии уроков.",
        "Whether the association may hold seminar lessons and lesson series.",
    ),
    stricter=Stricter.NONE,
)  # fmt: skip
YEAR_END_REVIEW_BY = choices(
    "association.year_end_review.by", HERE,
    Text("Жылдык ишти ким талдайт", "Кто анализирует работу за год", "Who reviews the year"),
    Text(
        "Жылдын аягында бирикменин ишин ким талдап, сунуш айтарын көрсөтөт.",
        "Кто в конце года анализирует работу объединения и даёт рекомендации.",
        "Who analyses the year's work at its end and states recommendations.",
    ),
    allowed=DEPUTY_ROLES,
)  # fmt: skip
YEAR_END_REVIEW_PLACE = choice(
    "association.year_end_review.place", HERE,
    Text("Талдоо кайда айтылат", "Где оглашается анализ", "Where the review is stated"),
    Text(
        "Орун басардын сунуштары кайсы отурумда айтыларын көрсөтөт.",
        "На каком заседании звучат рекомендации заместителя.",
        "At which sitting the deputy's recommendations are stated.",
    ),
    allowed={"last_sitting": Text("акыркы отурум", "последнее заседание", "last sitting")},
)  # fmt: skip
REPORT_RECIPIENT = choices(
    "association.report.recipient", HERE,
    Text("Бирикменин отчетун ким алат", "Кому сдаётся отчёт объединения", "Who receives the association's report"),
    Text(
        "Бирикменин жылдык иши боюнча отчет кимге тапшырыларын айтат.",
        "Кому передаётся отчёт о работе объединения за год.",
        "To whom the report on the association's year is handed.",
    ),
    allowed=labels_of((Role.HEAD_OF_STUDIES, Role.LEADERSHIP, Role.DEPUTY_OTI)), combine=Combine.UNION,
)  # fmt: skip
