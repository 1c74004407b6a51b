"""Codes of content: activities, dossier items, data-card fields, reports of the head of studies."""

from apps.rulebook.codes import Code


class ActivityKind(Code):
    """Activities the charters prescribe without a number (`activity.*` and `hearing.*` in the clauses)."""

    NORMATIVE_DOCS = (
        "normative_docs", "ченемдик документтерди үйрөнүү", "изучение нормативных документов",
        "study of normative papers",
    )  # fmt: skip
    AUTHOR_PROGRAMME_REVIEW = (
        "author_programme_review", "автордук программаларды талдоо", "анализ авторских программ",
        "analysis of author programmes",
    )  # fmt: skip
    TEACHING_ANALYSIS = (
        "teaching_analysis", "предметтин окутулушун талдоо", "анализ преподавания предмета",
        "analysis of subject teaching",
    )  # fmt: skip
    MUTUAL_VISITS = (
        "mutual_visits", "өз ара сабакка катышуу", "взаимопосещение уроков", "mutual lesson visits",
    )  # fmt: skip
    OPEN_LESSONS = "open_lessons", "ачык сабактар", "открытые уроки", "open lessons"
    BEST_PRACTICE = (
        "best_practice", "алдыңкы тажрыйбаны жалпылоо", "обобщение передового опыта", "spread of advanced experience",
    )  # fmt: skip
    EXPERIMENT = "experiment", "эксперименттик иш", "экспериментальная работа", "experimental work"
    ASSESSMENT_REQUIREMENTS = (
        "assessment_requirements", "баалоонун бирдиктүү талаптары", "единые требования к оцениванию",
        "uniform assessment requirements",
    )  # fmt: skip
    ATTESTATION_SYSTEM = (
        "attestation_system", "окуучуларды аттестациялоо тутуму", "система аттестации учащихся",
        "pupil attestation system",
    )  # fmt: skip
    SUBJECT_WEEK = "subject_week", "предметтик жумалык", "предметная неделя", "subject week"
    DECADE = "decade", "предметтик декада", "предметная декада", "subject decade"
    OLYMPIAD_STAGE1 = (
        "olympiad_stage1", "олимпиаданын биринчи баскычы", "первый этап олимпиады", "first stage of the olympiad",
    )  # fmt: skip
    CONTEST_STAGE1 = (
        "contest_stage1", "сынактын биринчи баскычы", "первый этап конкурса", "first stage of contests",
    )  # fmt: skip
    EXTRACURRICULAR = (
        "extracurricular", "класстан тышкаркы иш", "внеклассная работа", "out-of-class work",
    )  # fmt: skip
    MENTORING = "mentoring", "жаш мугалимдер менен иштөө", "работа с молодыми учителями", "work with young teachers"
    COURSE_ATTENDANCE = (
        "course_attendance", "курстарга катышууну уюштуруу", "организация участия в курсах", "attendance at courses",
    )  # fmt: skip
    CONSULTATIONS = (
        "consultations", "мугалимдерге кеңеш берүү", "консультации для учителей", "consultations for teachers",
    )  # fmt: skip
    CONFERENCE = (
        "conference", "илимий-практикалык конференция", "научно-практическая конференция",
        "scientific-practical conference",
    )  # fmt: skip
    ADMIN_CHECKS = (
        "admin_checks", "административдик текшерүү", "административные срезы", "administrative checks",
    )  # fmt: skip
    ASSESSMENT_CONTROL = (
        "assessment_control", "баалоонун адилеттүүлүгүн көзөмөлдөө", "контроль объективности оценивания",
        "control of fair assessment",
    )  # fmt: skip
    PROJECT_MONITORING = (
        "project_monitoring", "долбоорлорго байкоо жүргүзүү", "наблюдение за проектами", "monitoring of projects",
    )  # fmt: skip
    OVERLOAD_ANALYSIS = (
        "overload_analysis", "ашыкча жүктөмдү талдоо", "анализ перегрузок", "analysis of overload",
    )  # fmt: skip
    PROBLEM_ANALYSIS = (
        "problem_analysis", "билим берүү процессинин көйгөйлөрүн талдоо", "проблемный анализ процесса",
        "problem analysis of the process",
    )  # fmt: skip
    TRIAL_CONTROL = (
        "trial_control", "инновациялык сыноолорду көзөмөлдөө", "контроль апробации", "control of trials",
    )  # fmt: skip
    DIAGNOSIS = (
        "diagnosis", "методикалык камсыздоонун абалын аныктоо", "диагностика методического обеспечения",
        "diagnosis of methodical support",
    )  # fmt: skip
    STATE_ANALYSIS = (
        "state_analysis", "методикалык иштин абалын талдоо", "анализ состояния методической работы",
        "analysis of methodical work",
    )  # fmt: skip
    INNOVATION_EXPERTISE = (
        "innovation_expertise", "инновацияларды экспертизалоо", "экспертиза инноваций", "expertise of innovations",
    )  # fmt: skip
    HEARING_SELF_EDUCATION = (
        "hearing.self_education", "өз алдынча билим алуу отчетун угуу", "отчёты по самообразованию",
        "hearing of self-education reports",
    )  # fmt: skip
    HEARING_COURSES = (
        "hearing.courses", "курстар боюнча отчетту угуу", "отчёты о курсах", "hearing of course reports",
    )  # fmt: skip
    HEARING_TRIPS = (
        "hearing.trips", "чыгармачыл иш сапарлардын отчетун угуу", "отчёты о творческих командировках",
        "hearing of trip reports",
    )  # fmt: skip
    HEAD_ANALYSE_WORK = (
        "head.analyse_work", "жетекчинин методикалык ишти талдоосу", "анализ методической работы руководителем",
        "the head's analysis of methodical work",
    )  # fmt: skip
    HEAD_ANALYSE_LESSONS = (
        "head.analyse_lessons", "жетекчинин сабактарды талдоосу", "анализ уроков руководителем",
        "the head's analysis of lessons",
    )  # fmt: skip


COUNCIL_ACTIVITIES = frozenset(
    {
        ActivityKind.PROJECT_MONITORING,
        ActivityKind.OVERLOAD_ANALYSIS,
        ActivityKind.PROBLEM_ANALYSIS,
        ActivityKind.TRIAL_CONTROL,
        ActivityKind.DIAGNOSIS,
        ActivityKind.STATE_ANALYSIS,
        ActivityKind.INNOVATION_EXPERTISE,
    }
)


class DossierItem(Code):
    """Papers of an association, by content and not by number (the numbers of two regulations do not agree)."""

    ORDER_CREATE = "order_create", "бирикмени ачуу буйругу", "приказ об открытии", "order opening the association"
    ORDER_CHAIR = "order_chair", "төраганы дайындоо буйругу", "приказ о председателе", "order appointing the chair"
    REGULATION = "regulation", "бирикме жөнүндө жобо", "положение об объединении", "regulation of the association"
    JOB_DUTIES = "job_duties", "кызматтык милдеттер", "должностные обязанности", "job duties"
    PREV_YEAR_ANALYSIS = (
        "prev_year_analysis", "өткөн жылдагы иштин талданышы", "анализ работы за прошлый год",
        "analysis of last year's work",
    )  # fmt: skip
    THEME_AND_TASKS = (
        "theme_and_tasks", "жаңы жылдын темасы жана милдеттери", "тема и задачи нового года", "theme and tasks",
    )  # fmt: skip
    YEAR_PLAN = "year_plan", "жылдык иш план", "годовой план", "year plan"
    OPEN_LESSON_SCHEDULE = (
        "open_lesson_schedule", "ачык сабактардын графиги", "график открытых уроков", "schedule of open lessons",
    )  # fmt: skip
    MONTHLY_PLANS = "monthly_plans", "айлык пландар", "месячные планы", "monthly plans"
    TEACHER_DATA_BANK = (
        "teacher_data_bank", "мугалимдердин маалымат банкы", "банк данных об учителях", "teacher data bank",
    )  # fmt: skip
    SELF_EDUCATION = (
        "self_education", "өз алдынча билим алуу темалары", "темы самообразования", "self-education topics",
    )  # fmt: skip
    CREATIVE_REPORTS = "creative_reports", "чыгармачыл отчеттор", "творческие отчёты", "creative reports"
    WEEK_PLAN = "week_plan", "жумалыктын планы", "план недели", "plan of the week"
    AUTHOR_PROGRAMMES = (
        "author_programmes", "автордук программалар", "авторские программы", "author programmes",
    )  # fmt: skip
    PROGRAMME_SUPPLY = (
        "programme_supply", "программалардын камсыздалышы", "обеспеченность программ", "programmes and their supply",
    )  # fmt: skip
    KTP = "ktp", "календарлык-тематикалык пландар", "календарно-тематические планы", "calendar-thematic plans"
    INTERNAL_CONTROL = (
        "internal_control", "мектеп ичиндеги көзөмөл", "внутришкольный контроль", "in-school control",
    )  # fmt: skip
    MINUTES = "minutes", "отурумдардын протоколдору", "протоколы заседаний", "minutes of the sittings"


class Obligation(Code):
    """Whether a charter lists a paper or an activity."""

    REQUIRED = "required", "милдеттүү", "обязательно", "required"
    CONDITIONAL = "conditional", "шарттуу", "при условии", "conditional"
    UNCOUNTED = "uncounted", "саны көрсөтүлгөн эмес", "без числа", "prescribed without a number"
    NOT_LISTED = "not_listed", "тизмеде жок", "не указано", "not listed"


class CardField(Code):
    """Fields of a teacher's card in the data bank."""

    AGE = "age", "курагы", "возраст", "age"
    EDUCATION = "education", "билими", "образование", "education"
    SPECIALITY = "speciality", "адистиги", "специальность", "speciality"
    SUBJECT = "subject", "сабак берген предмети", "преподаваемый предмет", "subject taught"
    TOTAL_SENIORITY = "total_seniority", "жалпы стажы", "общий стаж", "total seniority"
    PEDAGOGICAL_SENIORITY = (
        "pedagogical_seniority", "педагогикалык стажы", "педагогический стаж", "pedagogical seniority",
    )  # fmt: skip
    CATEGORY = "category", "квалификациялык категориясы", "категория", "qualification category"
    AWARDS = "awards", "сыйлыктары", "награды", "awards"
    TITLE = "title", "наамы", "звание", "title"
    PHONE = "phone", "телефону", "телефон", "phone"


class PaperKind(Code):
    """What lies in an archive folder."""

    MINUTES = "minutes", "протоколдор", "протоколы", "minutes"
    PLANS = "plans", "иш пландар", "планы", "plans"
    ANALYSES = "analyses", "талдоолор", "анализы", "analyses"
    CREATIVE_REPORTS = "creative_reports", "чыгармачыл отчеттор", "творческие отчёты", "creative reports"
    OTHER = "other", "башка кагаздар", "прочие бумаги", "other papers"


class PlanLevel(Code):
    """Levels of planning of the head of studies."""

    YEAR = "year", "жылдык", "годовой", "year"
    MONTH = "month", "айлык", "месячный", "month"
    WEEK = "week", "жумалык", "недельный", "week"
    DAY = "day", "күндүк", "дневной", "day"


class PlanInput(Code):
    """What an association's plan must take into account."""

    SCHOOL_PLAN = "school_plan", "мектептин планы", "план школы", "school plan"
    METHODICAL_THEME = "methodical_theme", "усулдук тема", "методическая тема", "methodical theme"
    DISTRICT_RECOMMENDATIONS = (
        "district_recommendations", "райондук кабинеттин сунуштары", "рекомендации методкабинета",
        "recommendations of the district office",
    )  # fmt: skip
    SELF_EDUCATION_PLANS = (
        "self_education_plans", "өз алдынча билим алуу пландары", "планы самообразования", "self-education plans",
    )  # fmt: skip
    SCHOOL_DEVELOPMENT_PLAN = (
        "school_development_plan", "мектепти өнүктүрүү планы", "план развития школы", "school development plan",
    )  # fmt: skip


class SeminarKind(Code):
    """Kinds of seminars."""

    PRACTICAL = "practical", "практикалык семинар", "практический семинар", "practical seminar"
    TRAINING = "training", "тренинг", "тренинг", "training"
    SEMINAR_LESSON = "seminar_lesson", "семинардык сабак", "урок-семинар", "seminar lesson"
    LESSON_SERIES = "lesson_series", "сабактар түрмөгү", "серия уроков", "lesson series"


class Accompaniment(Code):
    """What must go with a practical seminar."""

    OPEN_LESSONS = "open_lessons", "ачык сабактар", "открытые уроки", "open lessons"
    EXTRACURRICULAR_EVENTS = (
        "extracurricular_events", "класстан тышкаркы иш-чаралар", "внеклассные мероприятия", "out-of-class events",
    )  # fmt: skip


class NominationKind(Code):
    """What a person is put forward for."""

    CONTEST = "contest", "сынак", "конкурс", "contest"
    TRAINING = "training", "кесиптик өсүү", "повышение квалификации", "training"
    PUBLICATION = "publication", "жарыялоо", "публикация", "publication"
    ATTESTATION = "attestation", "аттестация", "аттестация", "attestation"
    CATEGORY = "category", "категория", "категория", "category"
    TITLE = "title", "наам", "звание", "title"
    AWARD = "award", "сыйлык", "награда", "award"


class Contest(Code):
    """Contests the charters name."""

    TEACHER_OF_THE_YEAR = "teacher_of_the_year", "Жыл мугалими", "Учитель года", "Teacher of the year"
    BEST_CLASS_TEACHER = (
        "best_class_teacher", "Мыкты класс жетекчи", "Лучший классный руководитель", "Best class teacher",
    )  # fmt: skip


class MaterialKind(Code):
    """Papers an association itself approves."""

    INDIVIDUAL_PLAN = "individual_plan", "жекече иш план", "индивидуальный план", "individual work plan"
    TRANSFER_EXAM = (
        "transfer_exam", "көчүү сынагынын материалы", "материал переводной аттестации", "transfer-class material",
    )  # fmt: skip
    FINAL_EXAM = (
        "final_exam", "жыйынтыктоочу сынактын материалы", "материал итоговой аттестации", "final-exam material",
    )  # fmt: skip


class ProgrammeKind(Code):
    """Programmes that pass the council."""

    WORKING = "working", "жумушчу программа", "рабочая программа", "working programme"
    INNOVATIVE = "innovative", "инновациялык программа", "инновационная программа", "innovative programme"
    EXPERIMENTAL = (
        "experimental", "эксперименттик программа", "экспериментальная программа", "experimental programme",
    )  # fmt: skip
    AUTHOR = "author", "автордук программа", "авторская программа", "author programme"


class HosItem(Code):
    """The twenty papers of the approximate dossier of the head of studies."""

    APPOINTMENT = "01_appointment", "дайындоо буйругу", "приказ о назначении", "appointment"
    DUTIES = "02_duties", "функционалдык милдеттер", "функциональные обязанности", "functional duties"
    PLANS = "03_plans", "өз пландары", "собственные планы", "own plans"
    PLAN_COPIES = "04_plan_copies", "мектептик пландардын көчүрмөлөрү", "копии планов школы", "copies of school plans"
    INFORMATION = "05_information", "маалыматтар папкасы", "папка информации", "information folder"
    NOTIFICATIONS = "06_notifications", "билдирүүлөр папкасы", "папка уведомлений", "notifications folder"
    CURRICULUM = "07_curriculum", "окуу план", "учебный план", "curriculum plan"
    TIMETABLE = "08_timetable", "сабактардын жадыбалы", "расписание уроков", "lesson timetable"
    CIRCLES = "09_circles", "ийримдердин жадыбалы", "расписание кружков", "timetable of circles"
    JOURNAL_CONTROL = "10_journal_control", "журналдарды көзөмөлдөө", "контроль журналов", "journal control"
    NOTEBOOK_CONTROL = "11_notebook_control", "дептерлерди көзөмөлдөө", "контроль тетрадей", "notebook control"
    KTP_CONTROL = "12_ktp_control", "КТП көзөмөлү", "контроль КТП", "control of calendar-thematic plans"
    OLYMPIADS = "13_olympiads", "олимпиадалар", "олимпиады", "olympiads"
    LABS = "14_labs", "лабораториялык иштер", "лабораторные работы", "laboratory works"
    READING_WRITING = (
        "15_reading_writing",
        "окуу жана жазуу техникасы",
        "техника чтения и письма",
        "reading and writing",
    )
    MINUTES = "16_minutes", "кеңешмелердин протоколдору", "протоколы совещаний", "minutes of meetings"
    REPORTS = "17_reports", "август, январь, май отчету", "отчёты августа, января, мая", "August, January, May reports"
    QUARTER_REPORT = "18_quarter_report", "чейректик отчет", "четвертной отчёт", "quarter report"
    MICROSECTIONS = "19_microsections", "микроучастоктор боюнча иш", "работа по микроучасткам", "work by micro-sections"
    EXCURSIONS = "20_excursions", "экскурсия материалдары", "материалы экскурсий", "excursion materials"


class HosReportKind(Code):
    """Reports the head of studies owes."""

    AUGUST = "august", "август отчету", "августовский отчёт", "August report"
    JANUARY = "january", "январь отчету", "январский отчёт", "January report"
    MAY = "may", "май отчету", "майский отчёт", "May report"
    QUARTER = "quarter", "чейректик отчет", "четвертной отчёт", "quarter report"


REPORT_OF_MONTH = {8: HosReportKind.AUGUST, 1: HosReportKind.JANUARY, 5: HosReportKind.MAY}
