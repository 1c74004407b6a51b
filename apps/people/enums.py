"""Codes of people as the school keeps them."""

from apps.rulebook.codes import Code


class MailMode(Code):
    """How a person wants to be told by mail. Notices inside the product are always kept."""

    AT_ONCE = "at_once", "дароо", "сразу", "at once"
    DAILY = "daily", "күнүнө бир жолу", "раз в день", "once a day"
    NEVER = "never", "почтасыз", "без почты", "no mail"


class AbsenceKind(Code):
    """Why a member of the staff is not at work."""

    LEAVE = "leave", "эмгек өргүүсү", "отпуск", "leave"
    ILLNESS = "illness", "оорусу боюнча", "болезнь", "illness"
    TRIP = "trip", "иш сапар", "командировка", "business trip"
    COURSE = "course", "квалификация жогорулатуу курсу", "курсы повышения квалификации", "training course"
    PARENTAL = "parental", "бала багуу өргүүсү", "отпуск по уходу за ребёнком", "parental leave"
    OTHER = "other", "башка себеп", "иная причина", "another reason"


class Subject(Code):
    """Subjects taught, as the staff record and the areas of associations name them. Records may hold further codes of the school."""

    KYRGYZ = "kyrgyz", "кыргыз тили жана адабияты", "кыргызский язык и литература", "Kyrgyz language and literature"
    RUSSIAN = "russian", "орус тили жана адабияты", "русский язык и литература", "Russian language and literature"
    ENGLISH = "english", "англис тили", "английский язык", "English"
    GERMAN = "german", "немис тили", "немецкий язык", "German"
    MATHEMATICS = "mathematics", "математика", "математика", "mathematics"
    PHYSICS = "physics", "физика", "физика", "physics"
    INFORMATICS = "informatics", "информатика", "информатика", "informatics"
    CHEMISTRY = "chemistry", "химия", "химия", "chemistry"
    BIOLOGY = "biology", "биология", "биология", "biology"
    GEOGRAPHY = "geography", "география", "география", "geography"
    HISTORY = "history", "тарых", "история", "history"
    SOCIETY = "society", "адам жана коом", "человек и общество", "human and society"
    ETHICS = "ethics", "адеп", "этика (адеп)", "ethics"
    PRIMARY = "primary", "башталгыч класстар", "начальные классы", "primary classes"
    ART = "art", "сүрөт жана чийүү", "изобразительное искусство и черчение", "art and drawing"
    MUSIC = "music", "музыка", "музыка", "music"
    TECHNOLOGY = "technology", "технология", "технология", "technology"
    PHYSICAL_EDUCATION = "physical_education", "дене тарбия", "физическая культура", "physical education"


class IntakeState(Code):
    """What becomes of a line of a sheet of staff."""

    NEW = "new", "кошулат", "будет добавлен", "will be added"
    COMPLETES = "completes", "бар, толукталат", "есть, будет дополнен", "on record, will be completed"
    KNOWN = "known", "бар, өзгөрбөйт", "есть, без изменений", "on record, unchanged"
    UNUSABLE = "unusable", "алынбайт: аты же фамилиясы жок", "не будет взят: нет имени или фамилии", "left out: no name"
