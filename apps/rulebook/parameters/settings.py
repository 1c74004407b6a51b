"""Readings: where the texts leave a doubt, the platform reads them one way and says so.

Every reading is a parameter with a default and its admitted alternatives. A verdict that another admitted reading would
change carries a star, unless the school or its district has settled the reading by a decision of its own.
"""

from apps.rulebook.enums import Role
from apps.rulebook.parameters.base import Stricter, Unit
from apps.rulebook.parameters.declare import amount, reading, switch
from apps.rulebook.text import Text

DAY_BASIS = reading(
    "deadline.day_basis",
    Text("Мөөнөт кайсы күндөр менен эсептелет", "В каких днях считается срок", "Which days a deadline counts"),
    Text(
        "Күндөр календардыкпы же жумушчу күндөрбү, документтер айтпайт.",
        "Календарные это дни или рабочие, документы не говорят.",
        "Whether days are calendar or working days; no document says.",
    ),
    allowed={
        "calendar_days": Text("календардык күндөр", "календарные дни", "calendar days"),
        "working_days": Text("жумушчу күндөр", "рабочие дни", "working days"),
    },
    default="calendar_days", alternatives=("working_days",),
)  # fmt: skip
COUNT_FROM = reading(
    "deadline.count_from",
    Text("Мөөнөт кайсы күндөн башталат", "С какого дня идёт счёт", "Where the count starts"),
    Text(
        "Окуянын өз күнү биринчи күн катары эсептелеби, ошону чечет.",
        "Считается ли день события первым днём.",
        "Whether the day of the event is itself day one.",
    ),
    allowed={
        "next_day": Text("кийинки күндөн", "со следующего дня", "from the day after"),
        "event_day": Text("окуянын күнүнөн", "со дня события", "from the day itself"),
    },
    default="next_day", alternatives=("event_day",),
)  # fmt: skip
ROLL_FORWARD = switch(
    "deadline.roll_forward",
    Text("Дем алыш күнүнөн жылат", "Перенос с выходного", "Moves on from a day off"),
    Text(
        "Акыркы күн дем алышка туура келсе, мөөнөт кийинки жумушчу күнгө жылабы, ошону чечет.",
        "Переносится ли срок на рабочий день, если последний день выходной.",
        "Whether a deadline on a day off moves to the next working day.",
    ),
    default=False, doubtful=True,
)  # fmt: skip
NOTICE_COUNT = reading(
    "council.agenda_notice.count",
    Text("Кабарлоо күндөрү кантип эсептелет", "Как считаются дни уведомления", "How days of notice are counted"),
    Text(
        "Кабарлоо менен отурумдун ортосундагы күндөр кантип эсептелерин чечет.",
        "Как считаются дни между объявлением и заседанием.",
        "How the days between announcement and sitting are counted.",
    ),
    allowed={
        "date_difference": Text("күндөрдүн айырмасы", "разность дат", "difference of dates"),
        "clear_days": Text("толук күндөр", "полные дни между датами", "clear days between"),
    },
    default="date_difference", alternatives=("clear_days",),
)  # fmt: skip
QUORUM_BASIS = reading(
    "council.quorum_basis",
    Text("Кворум кимдер боюнча", "По кому считается кворум", "Who counts for the quorum"),
    Text(
        "Кворумга катышкан мүчөлөр эсептелеби же добуш бергендерби, ошону чечет.",
        "Считаются для кворума присутствующие или голосующие.",
        "Whether members present or members voting make the quorum.",
    ),
    allowed={
        "present": Text("катышкан мүчөлөр", "присутствующие члены", "members present"),
        "voting": Text("добуш берген мүчөлөр", "голосовавшие члены", "members voting"),
    },
    default="present", alternatives=("voting",),
)  # fmt: skip
QUORUM_MEMBERS = reading(
    "council.quorum_members",
    Text("Курамга кимдер кирет", "Кто считается составом", "Who makes up the membership"),
    Text(
        "Кеткен мүчө буйрук өзгөртүлгөнгө чейин курамда эсептелеби, ошону чечет.",
        "Считается ли в составе ушедший член, пока приказ не изменён.",
        "Whether a member who has left still counts until the order is changed.",
    ),
    allowed={
        "on_order": Text("буйрук боюнча", "по приказу", "as on the order"),
        "serving": Text("иш жүзүндөгү мүчөлөр", "действующие члены", "members still serving"),
    },
    default="on_order", alternatives=("serving",),
)  # fmt: skip
MAJORITY_BASE = reading(
    "council.majority_base",
    Text("Көптүк эмнеден эсептелет", "От чего считается большинство", "What the majority is counted of"),
    Text(
        "Добуштардын жарымы эмнеден эсептелерин чечет.",
        "От какого числа берётся половина голосов.",
        "Of which number the half is taken.",
    ),
    allowed={
        "votes_cast": Text(
            "берилген добуштар, калыс калгандар менен", "поданные голоса с воздержавшимися",
            "votes cast with abstentions",
        ),
        "yes_plus_no": Text("макул жана каршы", "«за» и «против»", "for and against"),
        "present": Text("катышкан мүчөлөр", "присутствующие члены", "members present"),
        "members": Text("бардык мүчөлөр", "все члены", "all members"),
    },
    default="votes_cast", alternatives=("yes_plus_no", "present"), own_only=("members",),
)  # fmt: skip
COUNT_REQUIRES_MINUTES = switch(
    "sittings.count_requires_minutes",
    Text("Отурум протокол менен эсептелет", "Заседание считается с протоколом", "A sitting counts with minutes"),
    Text(
        "Протоколу кол коюлбаган отурум эсепке кирбейт деп окулат.",
        "Заседание без подписанного протокола не засчитывается.",
        "Whether a sitting without signed minutes is left out of the count.",
    ),
    default=True, doubtful=True,
)  # fmt: skip
PREPARATORY_DAYS = amount(
    "academic_year.preparatory_days",
    Text("Жыл алдындагы даярдык күндөр", "Подготовительные дни до года", "Preparatory days before the year"),
    Text(
        "Окуу жылынын алдындагы канча күндүн отурумдары жылдык эсепке кирерин чечет.",
        "За сколько дней до начала года заседания входят в счёт года.",
        "How many days before the year's start still count for the year's sittings.",
    ),
    default=0, alternatives=(31,), high=92, unit=Unit.DAYS,
)  # fmt: skip
GAP_ATTRIBUTION = reading(
    "period.gap_attribution",
    Text("Каникулдагы отурум", "Заседание в каникулы", "A sitting in the holidays"),
    Text(
        "Эки мезгилдин ортосундагы отурум кайсы мезгилге эсептелерин чечет.",
        "К какому периоду относится заседание между двумя периодами.",
        "To which period a sitting between two periods counts.",
    ),
    allowed={
        "none": Text("эч кайсынысына", "ни к какому", "to neither"),
        "preceding": Text("мурунку мезгилге", "к предыдущему", "to the preceding one"),
        "following": Text("кийинки мезгилге", "к следующему", "to the following one"),
    },
    default="none", alternatives=("preceding", "following"),
)  # fmt: skip
BEGINNING_WINDOW = amount(
    "plan.beginning_window_days",
    Text("«Жылдын башталышы» канча күн", "Сколько дней длится «начало года»", "Length of the “beginning of the year”"),
    Text(
        "Мектеп «жылдын башталышы» деген сөздү күндөр менен тактаса болот; бош болсо адам карайт.",
        "Школа может уточнить «начало года» в днях; если пусто, решает человек.",
        "A school may put “beginning of the year” into days; left empty, a person decides.",
    ),
    default=None, high=120, unit=Unit.DAYS, stricter=Stricter.LOWER,
)  # fmt: skip
MIN_MEMBERS_ENFORCED = reading(
    "association.min_members_enforced",
    Text("Эң аз сан качан талап кылынат", "Когда требуется наименьшее число", "When the least number is required"),
    Text(
        "Мугалимдердин эң аз саны түзүлгөн күнү гана талап кылынабы же дайымабы, ошону чечет.",
        "Требуется наименьшее число только при создании или всё время.",
        "Whether the least number is a condition of creation only or of every day.",
    ),
    allowed={
        "at_creation": Text("түзүлгөн күнү", "при создании", "at creation"),
        "continuous": Text("дайыма", "постоянно", "continuously"),
    },
    default="at_creation", alternatives=("continuous",),
)  # fmt: skip
ARCHIVE_COUNT_FROM = reading(
    "retention.archive_count_from",
    Text("Архивдик мөөнөт качан башталат", "Откуда идёт архивный срок", "Where the archive term starts"),
    Text(
        "Архивдик жылдар тапшырылган күндөн же окуу жылынын аягынан эсептелерин чечет.",
        "Считаются годы архива от передачи или от конца учебного года.",
        "Whether archive years run from the hand-over or from the year's end.",
    ),
    allowed={
        "hand_over": Text("тапшырылган күндөн", "от передачи", "from the hand-over"),
        "year_end": Text("окуу жылынын аягынан", "от конца учебного года", "from the end of the year"),
    },
    default="hand_over", alternatives=("year_end",),
)  # fmt: skip
COLLECTIVE_REPORT = reading(
    "council.report.collective_reading",
    Text("Жамаатка отчет кайда берилет", "Где отчёт коллективу", "Where the collective hears the report"),
    Text(
        "Педагогикалык кеңеште берилген отчет жамаатка берилген болуп эсептелеби, ошону чечет.",
        "Считается ли отчёт на педагогическом совете отчётом перед коллективом.",
        "Whether a report to the pedagogical council is one to the collective.",
    ),
    allowed={
        "council_accepted": Text("педкеңеш жетиштүү", "достаточно педсовета", "the pedagogical council is enough"),
        "collective_only": Text("жамаат гана", "только коллектив", "the collective only"),
    },
    default="council_accepted", alternatives=("collective_only",),
)  # fmt: skip
COUNCIL_REPORTS_MIN = amount(
    "council.report_min_per_year",
    Text("Кеңештин жылдык отчеттору", "Отчётов совета в год", "Council reports a year"),
    Text(
        "Документ жыштыгын айтпайт; платформа жылына бирди күтөт.",
        "Документ частоты не называет; платформа ждёт один в год.",
        "The text names no frequency; the platform expects one a year.",
    ),
    default=1, high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
HEARINGS_MIN = amount(
    "council.hearing_min_per_year",
    Text("Бирикменин отчету жылына канча жолу угулат", "Сколько раз в год слушают отчёт", "Hearings a year"),
    Text(
        "Документ жыштыгын айтпайт; платформа ар бир бирикмени жылына бир жолу күтөт.",
        "Документ частоты не называет; платформа ждёт одно слушание в год.",
        "The text names no frequency; the platform expects one hearing a year.",
    ),
    default=1, high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
ACTIVITIES_MIN = amount(
    "activity.min_per_year",
    Text("Саны айтылбаган иштер", "Деятельность без числа", "Activities without a number"),
    Text(
        "Документ санын айтпаган ар бир иштен платформа жылына канчаны күтөрүн айтат.",
        "Сколько раз в год платформа ждёт деятельность, число которой не названо.",
        "How often a year the platform expects an activity whose number is not given.",
    ),
    default=1, low=1, high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
ATTENDANCE_WARNING = amount(
    "member.attendance.warning_below",
    Text("Катышуу боюнча эскертүү", "Порог предупреждения о посещении", "Attendance warning"),
    Text(
        "Жылына ушунчадан аз отурумга катышкан мүчө белгиленет; текстте чек жок.",
        "Отмечается член, посетивший меньше заседаний; в тексте порога нет.",
        "A member who attended fewer sittings is marked; the text has no threshold.",
    ),
    default=1, high=60, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
SELF_EDUCATION_TOPICS_MIN = amount(
    "self_education.min_topics",
    Text("Өз алдынча билим алуу темалары", "Тем самообразования", "Self-education topics"),
    Text(
        "Папкада ар бир мүчөнүн канча темасы болорун айтат; текст санын айтпайт.",
        "Сколько тем должно быть у каждого члена; текст числа не даёт.",
        "How many topics each member has; the text gives no number.",
    ),
    default=1, low=1, high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
MENTORING_REPORTS_MIN = amount(
    "mentoring.min_reports",
    Text("Насаатчылык боюнча отчеттор", "Отчётов о наставничестве", "Mentoring reports"),
    Text(
        "Ар бир жуптан жылына канча отчет күтүлөрүн айтат; текст санын айтпайт.",
        "Сколько отчётов ждут от каждой пары; текст числа не даёт.",
        "How many reports each pair gives a year; the text gives no number.",
    ),
    default=1, low=1, high=12, unit=Unit.TIMES, stricter=Stricter.HIGHER,
)  # fmt: skip
GROUP_REPRESENTATIVES_MIN = amount(
    "council.members.at_least_one",
    Text("Ар бир топтон өкүлдөр", "Представителей от группы", "Representatives of a group"),
    Text(
        "Башкаруучу кызматкерлерден жана ар бир топтон кеминде канча өкүл күтүлөрүн айтат.",
        "Сколько представителей ждут от администрации и от каждой группы.",
        "How many representatives of the administration and of each group are expected.",
    ),
    default=1, low=1, high=5, unit=Unit.PERSONS, stricter=Stricter.HIGHER,
)  # fmt: skip
HOS_QUARTER_REPORT_DAYS = amount(
    "hos.quarter_report.deadline_days",
    Text("Чейректик отчеттун мөөнөтү", "Срок четвертного отчёта", "Days for the quarter report"),
    Text(
        "Чейрек бүткөндөн кийин отчет канча күндө күтүлөрүн айтат; текстте мөөнөт жок.",
        "За сколько дней после четверти ждут отчёт; в тексте срока нет.",
        "Within how many days after a quarter the report is expected; the text has no term.",
    ),
    default=14, high=120, unit=Unit.DAYS, stricter=Stricter.LOWER,
)  # fmt: skip
VERIFICATION_MONTHS = amount(
    "policy.verification_months",
    Text("Маани канча ай сайын текшерилет", "Как часто сверяется значение", "How often a value is verified"),
    Text(
        "Республикалык же райондук маани канча айдан кийин эскирген болуп эсептелерин айтат.",
        "Через сколько месяцев значение рамки считается несверенным.",
        "After how many months a frame value counts as unverified.",
    ),
    default=12, low=1, high=120, unit=Unit.TIMES,
)  # fmt: skip
OBB_STANDS_FOR = reading(
    "roles.head_of_studies_stands_for",
    Text("Окуу бөлүмүнүн башчысы кимди алмаштырат", "Кого замещает завуч", "For whom the head of studies stands"),
    Text(
        "Текст боюнча бул башка кызмат; мектеп аны окуу-тарбия боюнча орун басар менен бирдей деп эсептей алат.",
        "По тексту это другая должность; школа может приравнять её к заместителю по УВР.",
        "By the text another office; a school may equate it with the deputy for teaching work.",
    ),
    allowed={
        "nobody": Text("эч кимди", "никого", "nobody"),
        "deputy_oti": Role.DEPUTY_OTI.label,
    },
    default="nobody", own_only=("deputy_oti",),
)  # fmt: skip
