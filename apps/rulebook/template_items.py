"""Lines of the work-plan templates. The printed numbers of the two templates differ, the codes do not."""

from apps.rulebook.codes import Code


class TemplateItem(Code):
    """A line of a work plan by its content."""

    TEACHER_DATA = "wp.org.teacher_data", "мугалимдердин маалыматы", "данные об учителях", "teachers' data"
    YEAR_PLAN = "wp.org.year_plan", "жылдык план", "годовой план", "year plan"
    WORKLOAD = "wp.org.workload", "окуу жүктөмүн бөлүштүрүү", "распределение нагрузки", "teaching loads"
    KTP = "wp.org.ktp", "календарлык-тематикалык пландар", "календарно-тематические планы", "calendar-thematic plans"
    WORKPLACES = "wp.org.workplaces", "жумуш орундары", "рабочие места", "workplaces"
    COMPONENT_HOURS = (
        "wp.org.component_hours", "мектеп компонентинин сааттары", "часы школьного компонента",
        "school-component hours",
    )  # fmt: skip
    NOMINATE_LEADERS = (
        "wp.org.nominate_leaders", "ийрим жана олимпиада жетекчилери", "руководители кружков и олимпиад",
        "circle and olympiad leaders",
    )  # fmt: skip
    INTERNAL_CONTESTS = (
        "wp.org.internal_contests", "мектеп ичиндеги сынактар", "внутришкольные конкурсы", "in-school contests",
    )  # fmt: skip
    OLYMPIADS = "wp.org.olympiads", "олимпиадалар", "олимпиады", "olympiads"
    INCENTIVES = "wp.org.incentives", "дем берүүчү фонд жана сыйлоо", "стимулирование и поощрение", "incentives"
    SCHOOL_MEETINGS = "wp.org.school_meetings", "мектептик жыйындар", "школьные собрания", "school meetings"
    REPORTS_TO_OBB = (
        "wp.org.reports_to_obb", "окуу бөлүмүнө отчеттор", "отчёты учебной части", "reports to the head of studies",
    )  # fmt: skip
    RIGHTS_DUTIES = "wp.law.rights_duties", "укуктар жана милдеттер", "права и обязанности", "rights and duties"
    STATE_STANDARD = (
        "wp.law.state_standard", "мамлекеттик стандарттын талаптары", "требования стандарта", "state standard",
    )  # fmt: skip
    LABOUR_CONTRACTS = "wp.law.labour_contracts", "эмгек келишимдери", "трудовые договоры", "labour contracts"
    LOCAL_ACTS = "wp.law.local_acts", "мектептин ички актылары", "локальные акты", "local acts"
    LITERATURE = "wp.law.literature", "усулдук адабият", "методическая литература", "methodical literature"
    PROGRAMMES_TEXTBOOKS = (
        "wp.ctl.programmes_textbooks", "программалар жана окуу китептери", "программы и учебники",
        "programmes and textbooks",
    )  # fmt: skip
    PROGRAMME_EXECUTION = (
        "wp.ctl.programme_execution", "программалардын аткарылышы", "выполнение программ", "fulfilment of programmes",
    )  # fmt: skip
    OPEN_LESSON_SCHEDULE = (
        "wp.ctl.open_lesson_schedule", "ачык сабактардын графиги", "график открытых уроков", "open-lesson schedule",
    )  # fmt: skip
    SUBJECT_WEEKS = (
        "wp.ctl.subject_weeks", "предметтик жумалыктар жана декадалар", "предметные недели и декады",
        "subject weeks and decades",
    )  # fmt: skip
    INTERIM_ATTESTATION = (
        "wp.ctl.interim_attestation", "аралык аттестация", "промежуточная аттестация", "interim attestation",
    )  # fmt: skip
    ADMIN_CHECKS = (
        "wp.ctl.admin_checks",
        "административдик текшерүүлөр",
        "административные срезы",
        "administrative checks",
    )
    TEACHER_REPORTS = "wp.ctl.teacher_reports", "мугалимдердин отчеттору", "отчёты учителей", "teachers' reports"
    MENTORING = "wp.met.mentoring", "насаатчылык", "наставничество", "mentoring"
    MENTORING_REPORTS = (
        "wp.met.mentoring_reports", "насаатчылык боюнча отчеттор", "отчёты о наставничестве", "mentoring reports",
    )  # fmt: skip
    MUTUAL_VISITS = "wp.met.mutual_visits", "өз ара сабакка катышуу", "взаимопосещение уроков", "mutual visits"
    SEMINAR_TRAININGS = "wp.met.seminar_trainings", "семинар-тренингдер", "семинары-тренинги", "seminar-trainings"
    JOINT_PLANNING = "wp.met.joint_planning", "биргелешип пландаштыруу", "совместное планирование", "joint planning"
    READINGS = "wp.met.readings", "усулдук окуулар", "методические чтения", "methodical readings"
    EXHIBITIONS = "wp.met.exhibitions", "мугалимдердин көргөзмөлөрү", "выставки учителей", "teachers' exhibitions"
    COURSE_TASKS = "wp.met.course_tasks", "курс тапшырмалары", "задания к курсам", "course tasks"
    BEST_PRACTICE = (
        "wp.met.best_practice", "алдыңкы педагогикалык тажрыйба", "передовой опыт", "advanced experience",
    )  # fmt: skip
    CREATIVE_REPORTS = "wp.met.creative_reports", "чыгармачыл отчеттор", "творческие отчёты", "creative reports"
    ANNUAL_REPORT = "wp.met.annual_report", "жылдык иш боюнча маалымат", "информация за год", "information on the year"
