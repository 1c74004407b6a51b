"""Codes of people, bodies, papers, periods and verdicts, as the glossary of the regulations names them.

Lists of content (activities, dossier items, fields of a data card) live in `catalogues.py`.
"""

from apps.rulebook.codes import Code


class Role(Code):
    """Offices a person holds on dates. An acting director is a `DIRECTOR` whose holding is marked acting."""

    DIRECTOR = "director", "мектеп директору", "директор школы", "director"
    DEPUTY_OTI = (
        "deputy_oti",
        "окуу-тарбия иштери боюнча орун басар",
        "заместитель директора по учебно-воспитательной работе",
        "deputy director for teaching and upbringing work",
    )
    DEPUTY_SCI_METHODICAL = (
        "deputy_sci_methodical",
        "илимий-усулдук иштер боюнча орун басар",
        "заместитель директора по научно-методической работе",
        "deputy director for scientific-methodical work",
    )
    DEPUTY_METHODICAL = (
        "deputy_methodical",
        "усулдук иштер боюнча орун басар",
        "заместитель директора по методической работе",
        "deputy director for methodical work",
    )
    DEPUTY_UPBRINGING = (
        "deputy_upbringing",
        "тарбия иштери боюнча орун басар",
        "заместитель директора по воспитательной работе",
        "deputy director for upbringing work",
    )
    DEPUTY = "deputy", "директордун орун басары", "заместитель директора", "deputy director"
    ANY_DEPUTY = "any_deputy", "директордун каалаган орун басары", "любой заместитель директора", "any deputy director"
    HEAD_OF_STUDIES = "head_of_studies", "окуу бөлүмүнүн башчысы", "заведующий учебной частью", "head of studies"
    LEADERSHIP = "leadership", "мектеп жетекчилиги", "руководство школы", "school leadership"
    METHODIST = "methodist", "методист", "методист", "methodist"
    ASSOCIATION_HEAD = (
        "association_head",
        "усулдук бирикменин жетекчиси",
        "руководитель методического объединения",
        "head of the methodical association",
    )
    ASSOCIATION_MEMBER = (
        "association_member",
        "усулдук бирикменин мүчөсү",
        "член методического объединения",
        "member of the methodical association",
    )
    COUNCIL_CHAIR = "council_chair", "кеңештин төрагасы", "председатель совета", "chair of the council"
    COUNCIL_SECRETARY = "council_secretary", "кеңештин катчысы", "секретарь совета", "secretary of the council"
    TEACHER = "teacher", "мугалим", "учитель", "teacher"
    YOUNG_TEACHER = "young_teacher", "жаш мугалим", "молодой учитель", "young teacher"
    MENTOR = "mentor", "насаатчы", "наставник", "mentor"
    CLASS_TEACHER = "class_teacher", "класс жетекчи", "классный руководитель", "class teacher"
    TUTOR = "tutor", "тарбиячы", "воспитатель", "tutor"
    SUPPLEMENTARY_PEDAGOGUE = (
        "supplementary_pedagogue",
        "кошумча билим берүү педагогу",
        "педагог дополнительного образования",
        "supplementary-education pedagogue",
    )
    CIRCLE_LEADER = "circle_leader", "ийримдин жетекчиси", "руководитель кружка", "circle leader"
    OLYMPIAD_LEADER = (
        "olympiad_leader", "олимпиаданын жетекчиси", "руководитель олимпиады", "olympiad leader",
    )  # fmt: skip
    SOCIAL_PEDAGOGUE = "social_pedagogue", "социалдык педагог", "социальный педагог", "social pedagogue"
    LIBRARIAN = "librarian", "китепканачы", "библиотекарь", "librarian"


DEPUTIES = frozenset(
    {
        Role.DEPUTY_OTI,
        Role.DEPUTY_SCI_METHODICAL,
        Role.DEPUTY_METHODICAL,
        Role.DEPUTY_UPBRINGING,
        Role.DEPUTY,
        Role.ANY_DEPUTY,
    }
)


class Body(Code):
    """Kinds of bodies and offices that decide, approve or receive."""

    ASSOCIATION = "association", "усулдук бирикме", "методическое объединение", "methodical association"
    DISTRICT_ASSOCIATION = (
        "district_association",
        "райондук усулдук бирикме",
        "районное методическое объединение",
        "district methodical association",
    )
    COUNCIL = "council", "усулдук кеңеш", "методический совет", "methodical council"
    PEDAGOGICAL_COUNCIL = (
        "pedagogical_council", "педагогикалык кеңеш", "педагогический совет", "pedagogical council",
    )  # fmt: skip
    PEDAGOGICAL_COLLECTIVE = (
        "pedagogical_collective", "педагогикалык жамаат", "педагогический коллектив", "pedagogical collective",
    )  # fmt: skip
    METHODICAL_OFFICE = (
        "methodical_office",
        "райондук (шаардык) усулдук кабинет",
        "районный (городской) методический кабинет",
        "district (city) methodical office",
    )
    EDUCATION_DEPARTMENT = (
        "education_department",
        "райондук (шаардык) билим берүү бөлүмү",
        "районный (городской) отдел образования",
        "district (city) education department",
    )
    MINISTRY = "ministry", "Билим берүү министрлиги", "Министерство образования", "ministry of education"
    CREATIVE_GROUP = "creative_group", "чыгармачыл топ", "творческая группа", "creative group"
    PROBLEM_GROUP = "problem_group", "көйгөйлүү топ", "проблемная группа", "problem group"
    STUDY_GROUP = "study_group", "окуу тобу", "учебная группа", "study group"
    KTU_COMMISSION = (
        "ktu_commission",
        "эмгекке катышуу коэффициенти боюнча комиссия",
        "комиссия по коэффициенту трудового участия",
        "labour-participation commission",
    )


class CouncilKind(Code):
    """The two councils a school may have."""

    METHODICAL = "methodical", "усулдук кеңеш", "методический совет", "methodical council"
    SCIENTIFIC_METHODICAL = (
        "scientific_methodical",
        "илимий-методикалык кеңеш",
        "научно-методический совет",
        "scientific-methodical council",
    )


class AssociationKind(Code):
    """What unites the members of an association."""

    SUBJECT = "subject", "предмет боюнча", "по предмету", "by subject"
    AREA = "area", "билим берүү тармагы боюнча", "по образовательной области", "by education area"
    UPBRINGING = (
        "upbringing", "тарбия иштеринин түрү боюнча", "по виду воспитательной работы", "by kind of upbringing work",
    )  # fmt: skip
    UPPER_GRADES = (
        "upper_grades", "жогорку класстардын мугалимдери", "учителя старших классов", "upper-grade teachers",
    )  # fmt: skip
    PRIMARY = "primary", "башталгыч класстардын мугалимдери", "учителя начальных классов", "primary teachers"
    TUTORS = "tutors", "тарбиячылар", "воспитатели", "tutors"
    CLASS_TEACHERS = "class_teachers", "класс жетекчилер", "классные руководители", "class teachers"
    OTHER = "other", "башка", "иное", "other"


WITHOUT_SUBJECTS = frozenset({AssociationKind.TUTORS, AssociationKind.CLASS_TEACHERS, AssociationKind.OTHER})


class MemberCategory(Code):
    """Why a person sits in a council."""

    ASSOCIATION_HEADS = (
        "association_heads", "усулдук бирикменин жетекчиси", "руководитель объединения", "association head",
    )  # fmt: skip
    CREATIVE_GROUP_HEADS = (
        "creative_group_heads", "чыгармачыл топтун жетекчиси", "руководитель творческой группы", "creative-group head",
    )  # fmt: skip
    CREATIVE_GROUP_REPRESENTATIVES = (
        "creative_group_representatives",
        "чыгармачыл топтун өкүлү",
        "представитель творческой группы",
        "creative-group representative",
    )
    COMPETENT_TEACHERS = (
        "competent_teachers", "тажрыйбалуу чыгармачыл педагог", "опытный творческий педагог", "competent teacher",
    )  # fmt: skip
    ADMINISTRATION = (
        "administration", "башкаруучу кызматкер", "административный работник", "administrative staff",
    )  # fmt: skip


class ActKind(Code):
    """What a paper does."""

    ORDER = "order", "буйрук", "приказ", "order"
    SUBMISSION = "submission", "көрсөтүү", "представление", "submission"
    DECISION = "decision", "чечим", "решение", "decision"
    CONSENT = "consent", "макулдук", "согласие", "consent"
    APPROVAL = "approval", "бекитүү", "утверждение", "approval"
    CONSIDERATION = "consideration", "кароо", "рассмотрение", "consideration"
    ADOPTION = "adoption", "кабыл алуу", "принятие", "adoption"
    ELECTION = "election", "шайлоо", "избрание", "election"
    RECOMMENDATION = "recommendation", "сунуш", "рекомендация", "recommendation"
    EX_OFFICIO = "ex_officio", "кызматы боюнча", "по должности", "by virtue of office"


class Purpose(Code):
    """What an act is about, where its kind alone does not say it."""

    CREATE = "create", "түзүү", "создание", "creation"
    REORGANISE = "reorganise", "кайра уюштуруу", "реорганизация", "reorganisation"
    DISSOLVE = "dissolve", "жоюу", "упразднение", "dissolution"
    NUMBERS = "numbers", "саны жана курамы", "число и численность", "number and size"
    APPOINT_HEAD = "appoint_head", "жетекчини дайындоо", "назначение руководителя", "appointment of the head"
    APPROVE_HEAD = "approve_head", "жетекчини бекитүү", "утверждение руководителя", "approval of the head"
    APPOINT_CHAIR = "appoint_chair", "төраганы бекитүү", "утверждение председателя", "confirmation of the chair"
    MEMBERS = "members", "курамын бекитүү", "утверждение состава", "confirmation of members"
    PLAN = "plan", "планды бекитүү", "утверждение плана", "confirmation of the plan"
    CADENCE = "cadence", "отурумдардын жыштыгы", "периодичность заседаний", "frequency of sittings"
    MENTORING = "mentoring", "насаатчыны бекитүү", "назначение наставника", "mentoring"


class ItemKind(Code):
    """What an agenda item is for."""

    PLAN = "plan", "план", "план", "plan"
    DIRECTIONS = "directions", "багыттар", "направления", "directions"
    ELECTION = "election", "шайлоо", "выборы", "election"
    REPORT = "report", "отчет", "отчёт", "report"
    RECOMMENDATIONS = "recommendations", "сунуштар жана көрсөтмөлөр", "рекомендации", "recommendations"
    SUMMING_UP = "summing_up", "жыйынтык чыгаруу", "подведение итогов", "summing up"
    NEXT_YEAR_DIRECTIONS = (
        "next_year_directions",
        "кийинки окуу жылынын багыттары",
        "направления на следующий учебный год",
        "directions for the next year",
    )
    OTHER = "other", "башка маселе", "иной вопрос", "other"


class PeriodUnit(Code):
    """How a year is divided; a school may hold quarters and trimesters at once."""

    QUARTER = "quarter", "чейрек", "четверть", "quarter"
    TRIMESTER = "trimester", "триместр", "триместр", "trimester"
    MONTH = "month", "ай", "месяц", "month"


class AttendanceKind(Code):
    """In what quality a person is at a sitting."""

    MEMBER = "member", "мүчө", "член", "member"
    INVITED = "invited", "чакырылган", "приглашённый", "invited"


class Education(Code):
    """Level of professional education."""

    SECONDARY = "secondary", "жалпы орто", "общее среднее", "general secondary"
    VOCATIONAL = "vocational", "орто кесиптик", "среднее профессиональное", "secondary vocational"
    HIGHER = "higher", "жогорку кесиптик", "высшее профессиональное", "higher professional"


class ReportForm(Code):
    """How a report is given."""

    WRITTEN = "written", "жазуу жүзүндө", "письменный", "written"
    ORAL = "oral", "оозеки", "устный", "oral"


class Verdict(Code):
    """What a rule says of a record. Only `PASS` and `FAIL` count in a share; `NR` and `LOST` are never a success."""

    PASS = "PASS", "аткарылды", "соблюдено", "met"
    FAIL = "FAIL", "бузулду", "нарушено", "not met"
    WARN = "WARN", "көңүл буруңуз", "обратите внимание", "attention"
    REVIEW = "REVIEW", "адам карайт", "решает человек", "for a person to decide"
    PENDING = "PENDING", "мөөнөтү келе элек", "срок не наступил", "not due yet"
    NR = "NR", "жөнгө салынган эмес", "не регламентировано", "not regulated"
    LOST = "LOST", "тексти сакталган эмес", "текст утрачен", "text lost"
    NA = "NA", "тиешеси жок", "не относится", "does not apply"
    CFG = "CFG", "жөндөө керек", "нужна настройка", "needs setting up"


class Severity(Code):
    """How heavy a failure is."""

    BLOCKING = "blocking", "акт жараксыз", "акт недействителен", "the act is void"
    MAJOR = "major", "милдет аткарылган эмес", "обязанность не выполнена", "an obligation unmet"
    MINOR = "minor", "формалдуу кемчилик", "формальный недостаток", "a formal defect"


class State(Code):
    """What a charter says about a parameter; never merged. The last two are questions to a person."""

    VALUE = "value", "маани бар", "значение есть", "given"
    OWN = "own", "мектептин өз эрежеси", "собственное правило школы", "school's own"
    SILENT = "SILENT", "документ жөнгө салбайт", "документ не регулирует", "the document is silent"
    LOST = "LOST", "көчүрмөдө жоголгон", "утрачено в копии", "lost in the copy"
    CONFLICT = "conflict", "эки документ эки башка айтат", "документы расходятся", "documents disagree"
    MISSING = "missing", "бул күнгө жобо жок", "на эту дату нет положения", "no charter on that date"


class Layer(Code):
    """Who gave a value."""

    PLATFORM = "platform", "платформанын демейки мааниси", "значение платформы по умолчанию", "platform default"
    NATIONAL = "national", "республикалык чек", "республиканская рамка", "national frame"
    DISTRICT = "district", "райондук чек", "районная рамка", "district frame"
    MODULE = "module", "жобо", "положение", "regulation"
    SCHOOL = "school", "мектептин өз чечими", "решение школы", "the school's own decision"


class SubjectKind(Code):
    """What a finding is about."""

    SCHOOL = "school", "мектеп", "школа", "school"
    ASSOCIATION = "association", "усулдук бирикме", "объединение", "association"
    COUNCIL = "council", "кеңеш", "совет", "council"
    HEAD = "head", "бирикменин жетекчиси", "руководитель объединения", "association head"
    PLAN = "plan", "иш план", "план работы", "work plan"
    SITTING = "sitting", "отурум", "заседание", "sitting"
    ITEM = "item", "күн тартибинин маселеси", "вопрос повестки", "agenda item"
    VISIT = "visit", "сабакка катышуу", "посещение урока", "lesson visit"
    PAIR = "pair", "насаатчылык", "наставничество", "mentoring pair"
    COURSE = "course", "курс", "курсы", "course"
    NOMINATION = "nomination", "көрсөтүү", "выдвижение", "nomination"
    MATERIAL = "material", "бекитилүүчү материал", "утверждаемый материал", "material for approval"
    RESOLUTION = "resolution", "токтом", "решение", "resolution"
    PROGRAMME = "programme", "программа", "программа", "programme"
    FOLDER = "folder", "папка", "папка", "folder"
    CHARTER = "charter", "жобо", "положение", "charter"
    ACT = "act", "акт", "акт", "act"


WORST_FIRST = (
    (Verdict.FAIL, Severity.BLOCKING),
    (Verdict.FAIL, Severity.MAJOR),
    (Verdict.FAIL, Severity.MINOR),
    (Verdict.CFG, None),
    (Verdict.REVIEW, None),
    (Verdict.WARN, None),
    (Verdict.PENDING, None),
    (Verdict.PASS, None),
    (Verdict.NA, None),
    (Verdict.LOST, None),
    (Verdict.NR, None),
)
