"""Every right of the product, as one enumeration in code: NOUN_VERB."""

from apps.rulebook.codes import Code


class Permission(Code):
    """A right. Which roles hold it is said in `apps.people.permissions` and `apps.bodies.permissions`."""

    SCHOOL_READ = "school.read", "мектептин ишин көрүү", "просмотр работы школы", "see the school's work"
    CALENDAR_EDIT = (
        "calendar.edit",
        "окуу жылынын календарын өзгөртүү",
        "изменение учебного календаря",
        "change the school calendar",
    )
    PERSON_EDIT = (
        "person.edit",
        "кызматкерлердин маалыматын жазуу",
        "ведение данных о сотрудниках",
        "keep the staff records",
    )
    ROLE_EDIT = "role.edit", "кызмат орундарын бекитүү", "назначение на должности", "assign offices"
    CHARTER_EDIT = "charter.edit", "жобону өзгөртүү", "изменение положения", "change the charter"
    CHARTER_CONFIRM = (
        "charter.confirm",
        "жобону күчүнө киргизүү",
        "введение положения в силу",
        "bring the charter into force",
    )
    ACT_RECORD = (
        "act.record",
        "буйрук жана чечимдерди каттоо",
        "регистрация приказов и решений",
        "record orders and decisions",
    )
    ACT_ISSUE = "act.issue", "буйрук чыгаруу", "издание приказов", "issue orders"
    ACT_SUBMIT = "act.submit", "директорго көрсөтүү берүү", "представления директору", "submit to the director"
    BODY_EDIT = (
        "body.edit",
        "бирикме жана кеңештерди түзүү",
        "создание объединений и советов",
        "create associations and councils",
    )
    MEMBER_EDIT = "member.edit", "курамын өзгөртүү", "изменение состава", "change the membership"
    PLAN_EDIT = "plan.edit", "иш планын түзүү", "составление плана работы", "draft a work plan"
    PLAN_APPROVE = "plan.approve", "иш планын бекитүү", "утверждение плана работы", "approve a work plan"
    ACTIVITY_EDIT = (
        "activity.edit",
        "жасалган ишти жазуу",
        "запись проведённой работы",
        "write down the work that was done",
    )
    OWN_WORK_EDIT = (
        "own_work.edit",
        "өз темасын, отчётун жана катышкан сабагын жазуу",
        "запись своей темы, отчёта и посещённого урока",
        "enter one's own topic, report and lesson visit",
    )
    ITEM_PROPOSE = (
        "item.propose",
        "күн тартибине маселе сунуштоо",
        "предложение вопроса в повестку",
        "propose a question for the agenda",
    )
    ITEM_ADMIT = (
        "item.admit",
        "сунушталган маселени кабыл алуу же кайтаруу",
        "приём или возврат предложенных вопросов",
        "admit or return proposed questions",
    )
    PAPER_EDIT = (
        "paper.edit",
        "жолдогу кагаздарды жүргүзүү",
        "ведение бумаг, проходящих рассмотрение",
        "keep the papers that are on their way",
    )
    REPORT_RECEIVE = "report.receive", "отчётторду кабыл алуу", "приём отчётов", "receive reports"
    VOTE_CAST = "vote.cast", "добуш берүү", "голосование", "vote"
    SITTING_PLAN = (
        "sitting.plan",
        "отурумду пландоо жана жарыялоо",
        "планирование и объявление заседаний",
        "plan and announce a sitting",
    )
    SITTING_RECORD = "sitting.record", "отурумду каттоо", "запись заседания", "record a sitting"
    MINUTES_SIGN = "minutes.sign", "протоколго кол коюу", "подписание протокола", "sign the minutes"
    RESOLUTION_EDIT = (
        "resolution.edit",
        "токтомдордун аткарылышын белгилөө",
        "отметка об исполнении решений",
        "track resolutions",
    )
    FILE_ADD = "file.add", "файл тиркөө", "прикрепление файлов", "attach files"
    DOSSIER_KEEP = (
        "dossier.keep",
        "бирикменин папкасын жүргүзүү",
        "ведение папки объединения",
        "keep an association's dossier",
    )
    CARD_READ = (
        "card.read",
        "мугалимдердин жеке маалыматын көрүү",
        "просмотр личных данных учителей",
        "see teachers' personal data",
    )
    CARD_EDIT = (
        "card.edit",
        "мугалимдердин карточкасын толтуруу",
        "заполнение карточек учителей",
        "fill teachers' cards",
    )
    STUDIES_KEEP = (
        "studies.keep",
        "окуу бөлүмүнүн башчысынын кагаздарын жүргүзүү",
        "ведение бумаг завуча",
        "keep the head of studies' papers",
    )
    ARCHIVE_KEEP = (
        "archive.keep",
        "папкаларды архивге тапшыруу",
        "передача папок в архив",
        "hand folders over to the archive",
    )
    ARCHIVE_DESTROY = (
        "archive.destroy",
        "кагаздардын жок кылынганын каттоо",
        "запись об уничтожении бумаг",
        "record that papers were destroyed",
    )
    WEBHOOK_EDIT = (
        "webhook.edit",
        "программаларга кабар жиберүүнү жөндөө",
        "настройка уведомлений программ",
        "set up messages to programs",
    )
    TOKEN_EDIT = "token.edit", "программалар үчүн ачкыч берүү", "выдача ключей для программ", "issue keys for programs"
    DISTRICT_READ = "district.read", "райондун отчётун көрүү", "просмотр отчёта района", "see the district report"
    DISTRICT_FRAME = (
        "district.frame",
        "райондун чектерин белгилөө",
        "установление рамок района",
        "set the district frame",
    )
    SCHOOL_ONBOARD = "school.onboard", "мектепти кошуу", "подключение школы", "onboard a school"
    SCHOOL_SUSPEND = "school.suspend", "мектепти токтотуу", "приостановка школы", "suspend a school"
    SCHOOL_CLOSE = (
        "school.close",
        "мектепти жабуу, бириктирүү, өчүрүү",
        "закрытие, слияние и удаление школы",
        "close, merge and delete a school",
    )
    SCHOOL_EXPORT = (
        "school.export",
        "мектептин бардык маалыматын файл катары алуу",
        "получение всех данных школы файлом",
        "take all data of the school out as a file",
    )
    SCHOOL_MOVE = (
        "school.move",
        "мектептин маалыматтарын чыгаруу жана киргизүү",
        "выгрузка и загрузка данных школы",
        "take a school's data out and in",
    )
    FLEET_READ = (
        "fleet.read",
        "орнотуудагы бардык мектептердин абалын көрүү",
        "просмотр состояния всех школ установки",
        "see the state of every school of the installation",
    )
