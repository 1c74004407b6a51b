"""What a person should do about a finding; each step is one sentence for the reader."""

from apps.rulebook.codes import Code


class Next(Code):
    """Codes of next steps."""

    ADD_TEACHER = (
        "add_teacher",
        "Бирикмеге предметтин мугалимин кошуңуз же түзүү буйругун кайра караңыз.",
        "Добавьте в объединение учителя предмета или пересмотрите приказ о создании.",
        "Add a teacher of the subjects or reconsider the create order.",
    )
    RECORD_AREAS = (
        "record_areas",
        "Бирикменин предметтерин жана мүчөлөр сабак берген предметтерди жазыңыз.",
        "Внесите предметы объединения и предметы, которые ведут его члены.",
        "Record the association's subjects and what its members teach.",
    )
    ISSUE_ORDER = (
        "issue_order",
        "Директордун буйругун чыгарып, катталган күнүн киргизиңиз.",
        "Издайте приказ директора и внесите его дату.",
        "Issue the director's order and record its date.",
    )
    FILE_SUBMISSION = (
        "file_submission",
        "Орун басардын көрсөтүүсүн папкага салып, күнүн киргизиңиз.",
        "Приложите представление заместителя и внесите его дату.",
        "File the deputy's submission and record its date.",
    )
    GET_APPROVAL = (
        "get_approval",
        "Планды жободо көрсөтүлгөн кызмат адамына бекиттириңиз.",
        "Передайте план на утверждение тому, кого называет положение.",
        "Have the plan approved by the office the charter names.",
    )
    GET_CONSENT = (
        "get_consent",
        "Планга бекитилгенге чейин орун басардын макулдугун алыңыз.",
        "Получите согласие заместителя до утверждения плана.",
        "Obtain the deputy's consent before the plan is approved.",
    )
    JUDGE_BEGINNING = (
        "judge_beginning",
        "Бекитилген күн «жылдын башталышына» туура келерин директор чечсин же мектеп күндөр менен тактасын.",
        "Пусть директор решит, подходит ли дата под «начало года», или школа уточнит срок в днях.",
        "Let the director decide whether the day is still “the beginning of the year”, or set a window in days.",
    )
    HOLD_SITTING = (
        "hold_sitting",
        "Жетишпеген отурумду пландап, өткөрүңүз.",
        "Запланируйте и проведите недостающее заседание.",
        "Plan and hold the missing sitting.",
    )
    SIGN_MINUTES = (
        "sign_minutes",
        "Отурумдун протоколун жазып, кол койдуруңуз.",
        "Оформите протокол заседания и подпишите его.",
        "Draw up the minutes of the sitting and have them signed.",
    )
    ADOPT_RESOLUTION = (
        "adopt_resolution",
        "Протоколго токтомду жазыңыз же эмне үчүн жок экенин белгилеңиз.",
        "Внесите в протокол решение или отметьте, почему его нет.",
        "Put the resolution into the minutes or note why there is none.",
    )
    STATE_RECOMMENDATIONS = (
        "state_recommendations",
        "Орун басардын талдоосун жана сунуштарын акыркы отурумдун күн тартибине киргизиңиз.",
        "Включите анализ и рекомендации заместителя в повестку последнего заседания.",
        "Put the deputy's analysis and recommendations on the agenda of the last sitting.",
    )
    JUDGE_PART_YEAR = (
        "judge_part_year",
        "Бирикме жылдын бир бөлүгүндө гана иштеген; жетиштүүбү, директор чечсин.",
        "Объединение работало лишь часть года; пусть директор решит, достаточно ли заседаний.",
        "The association worked only part of the year; let the director decide whether this is enough.",
    )
    ADD_PERIODS = (
        "add_periods",
        "Календарга жобо талап кылган мезгилдерди (чейрек же триместр) киргизиңиз.",
        "Внесите в календарь периоды, которых требует положение (четверти или триместры).",
        "Enter the periods the charter counts by (quarters or trimesters) in the calendar.",
    )
    MOVE_SITTING = (
        "move_sitting",
        "Отурумду кийинкиге жылдырып, күн тартибин жаңы күнгө кабарлаңыз.",
        "Перенесите заседание и объявите повестку на новый день.",
        "Move the sitting to a later day and announce the agenda for it.",
    )
    ANNOUNCE_EARLIER = (
        "announce_earlier",
        "Кийинки отурумдун күн тартибин белгиленген мөөнөттөн эрте кабарлаңыз.",
        "Повестку следующего заседания объявите в установленный срок.",
        "Announce the agenda of the next sitting within the set time.",
    )
    RECORD_ANNOUNCEMENT = (
        "record_announcement",
        "Күн тартиби качан кабарланганын жазыңыз.",
        "Внесите, когда была объявлена повестка.",
        "Record when the agenda was announced.",
    )
    REPEAT_DECISION = (
        "repeat_decision",
        "Маселени кворум жана көпчүлүк добуш болгон отурумда кайра караңыз.",
        "Рассмотрите вопрос заново на заседании с кворумом и большинством.",
        "Take the question again at a sitting with quorum and majority.",
    )
    RECORD_VOTE = (
        "record_vote",
        "Добуштарды жана катышкандарды протокол менен салыштырып, түзөтүңүз.",
        "Сверьте голоса и присутствующих с протоколом и исправьте запись.",
        "Compare votes and attendance with the minutes and correct the record.",
    )
    SETTLE_CONFLICT = (
        "settle_conflict",
        "Жобонун барагында документтердин кайсынысы күчүндө экенин тандаңыз.",
        "На странице положения выберите, какой документ действует.",
        "On the charter page pick which document holds.",
    )
    ENTER_CHARTER = (
        "enter_charter",
        "Ошол күнү күчүндө болгон жобону киргизиңиз.",
        "Внесите положение, действовавшее в тот день.",
        "Enter the charter that was in force on that day.",
    )
    ENTER_CALENDAR = (
        "enter_calendar",
        "Окуу жылынын календарын киргизиңиз же түзөтүңүз.",
        "Внесите или исправьте календарь учебного года.",
        "Enter or correct the calendar of the school year.",
    )
    SUPPLY_VALUE = (
        "supply_value",
        "Көчүрмөдө жоголгон маанини мектептин өз жобосунан киргизиңиз.",
        "Внесите утраченное в копии значение из положения школы.",
        "Enter the value lost in the copy from the school's own charter.",
    )
    RECORD_DECISION = (
        "record_decision",
        "Педагогикалык кеңештин чечиминин номерин жана күнүн киргизиңиз.",
        "Внесите номер и дату решения педагогического совета.",
        "Record the number and date of the pedagogical council's decision.",
    )
    APPROVE_DIRECTIONS = (
        "approve_directions",
        "Бирикменин багыттарын же темасын кеңештин отурумунда бекиттириңиз.",
        "Вынесите направления или тему объединения на утверждение советом.",
        "Have the association's directions or theme approved by the council.",
    )
    FILL_OFFICE = (
        "fill_office",
        "Бош кызматка адам дайындаңыз же кызмат мөөнөтүн жазыңыз.",
        "Назначьте человека на вакантную должность или внесите срок полномочий.",
        "Appoint somebody to the vacant office or record who held it.",
    )
    ELECT_HEAD = (
        "elect_head",
        "Жетекчини бирикменин отурумунда шайлап, протоколго жазыңыз.",
        "Изберите руководителя на заседании объединения и запишите это в протокол.",
        "Elect the head at a sitting of the association and put it into the minutes.",
    )
    CHECK_ELIGIBILITY = (
        "check_eligibility",
        "Жетекчинин билимин жана стажын тастыктаган кагаздарды караңыз.",
        "Проверьте бумаги об образовании и стаже руководителя.",
        "Check the papers on the head's education and years of work.",
    )
    APPROVE_HEAD = (
        "approve_head",
        "Жетекчини бекитүүнү кеңештин күн тартибине киргизиңиз.",
        "Внесите утверждение руководителя в повестку совета.",
        "Put the approval of the head on the council's agenda.",
    )
    SUBMIT_REPORT = (
        "submit_report",
        "Жазма отчетту жободо аталган адамга мөөнөтүндө тапшырыңыз.",
        "Сдайте письменный отчёт в срок тому, кого называет положение.",
        "Hand the written report in time to whom the charter names.",
    )
    RESPECT_LESSON = (
        "respect_lesson",
        "Сабакка башталганга чейин кириңиз; сынды сабактан кийин айтыңыз.",
        "Входите до начала урока; замечания делайте после него.",
        "Enter before the lesson begins; keep criticism for after it.",
    )
    RECORD_ATTENDANCE = (
        "record_attendance",
        "Өткөн отурумдарга ким катышканын протокол боюнча жазыңыз.",
        "Отметьте по протоколам, кто был на прошедших заседаниях.",
        "Record from the minutes who came to the sittings held.",
    )
    ATTEND_SITTINGS = (
        "attend_sittings",
        "Катышпоонун себебин жазыңыз же кийинки отурумга катышууну камсыз кылыңыз.",
        "Укажите причину отсутствия или обеспечьте участие в следующем заседании.",
        "Record the reason of the absence or see to attendance at the next sitting.",
    )
    ADOPT_PLAN = (
        "adopt_plan",
        "Планды бирикменин отурумунда талкуулап, кабыл алыңыз.",
        "Обсудите и примите план на заседании объединения.",
        "Discuss and adopt the plan at a sitting of the association.",
    )
    COMPLETE_PLAN = (
        "complete_plan",
        "Жетишпеген бөлүктөрдү планга кошуңуз же себебин жазып калтырыңыз.",
        "Дополните план недостающим или запишите причину пропуска.",
        "Add what is missing to the plan or write down why it is left out.",
    )
    MAKE_MONTHLY_PLAN = (
        "make_monthly_plan",
        "Айлык планды түзүп, киргизиңиз.",
        "Составьте и внесите месячный план.",
        "Draw up and enter the monthly plan.",
    )
    KEEP_SCHEDULE = (
        "keep_schedule",
        "Графикти түзүңүз; өтпөгөн сабактын себебин жазыңыз.",
        "Составьте график; для несостоявшегося урока укажите причину.",
        "Draw up the schedule; give the reason for a lesson that was not held.",
    )
    DO_PLAN_ITEM = (
        "do_plan_item",
        "Мөөнөтү өткөн ишти аткарыңыз же орун басардын макулдугу менен алып салыңыз.",
        "Выполните просроченное или снимите его с согласия заместителя.",
        "Carry out the overdue item or waive it with the deputy's consent.",
    )
    HOLD_SEMINAR = (
        "hold_seminar",
        "Ачык сабак жана иш-чара менен коштолгон практикалык семинар өткөрүңүз.",
        "Проведите практический семинар с открытыми уроками и мероприятиями.",
        "Hold a practical seminar with open lessons and events.",
    )
    COLLECT_CREATIVE_REPORTS = (
        "collect_creative_reports",
        "Калган мүчөлөрдөн чыгармачыл отчетту кабыл алып, жетекчиликке өткөрүңүз.",
        "Примите творческие отчёты остальных членов и передайте руководству.",
        "Take the remaining members' creative reports and hand them on.",
    )
    SET_TOPICS = (
        "set_topics",
        "Калган мүчөлөрдүн өз алдынча билим алуу темаларын жазыңыз.",
        "Внесите темы самообразования остальных членов.",
        "Record the self-education topics of the remaining members.",
    )
    COMPLETE_MENTORING = (
        "complete_mentoring",
        "Насаатчылык боюнча жетишпеген кагазды даярдаңыз.",
        "Подготовьте недостающую бумагу по наставничеству.",
        "Prepare the missing mentoring paper.",
    )
    CHECK_COURSE_TASKS = (
        "check_course_tasks",
        "Курс тапшырмасын берип, аткарылышын текшериңиз.",
        "Дайте задание к курсам и проверьте его.",
        "Give the course task and check it.",
    )
    SETTLE_KTU = (
        "settle_ktu",
        "Коэффициент боюнча комиссияны түзүңүз же аны менен талдоо өткөрүңүз.",
        "Создайте комиссию по коэффициенту или проведите анализ вместе с ней.",
        "Set up the participation commission or analyse together with it.",
    )
    HOLD_ACTIVITY = (
        "hold_activity",
        "Саналган иштерди пландап өткөрүңүз же өткөнүн жазыңыз.",
        "Запланируйте и проведите перечисленное или внесите проведённое.",
        "Plan and hold what is listed, or record what was held.",
    )
    NOMINATE_AT_SITTING = (
        "nominate_at_sitting",
        "Талапкерди бирикменин чечими менен көрсөтүңүз.",
        "Выдвигайте кандидата решением объединения.",
        "Nominate by a decision of the association.",
    )
    APPROVE_MATERIAL = (
        "approve_material",
        "Материалды колдонгонго чейин бирикменин чечими менен бекитиңиз.",
        "Утвердите материал решением объединения до его использования.",
        "Have the material approved by the association before its use.",
    )
    DECIDE_COUNCIL = (
        "decide_council",
        "Кеңешти түзүү жөнүндө жободо аталган органдын чечимин алыңыз.",
        "Получите решение о создании совета от органа, названного в положении.",
        "Obtain the act on creating the council from the body the charter names.",
    )
    ORDER_MEMBERS = (
        "order_members",
        "Бардык мүчөлөрдү директордун буйругуна киргизиңиз.",
        "Включите всех членов в приказ директора.",
        "Put all members into the director's order.",
    )
    CONFIRM_CHAIR = (
        "confirm_chair",
        "Төраганы жободо аталган кызматтагы адамдардан, талап кылынган акт менен бекитиңиз.",
        "Утвердите председателем лицо в названной положением должности требуемым актом.",
        "Confirm a chair who holds the office the charter names, by the act it asks for.",
    )
    COMPLETE_COUNCIL = (
        "complete_council",
        "Кеңештин курамына жетишпегендерди киргизиңиз.",
        "Включите в состав совета недостающих.",
        "Take those who are missing into the council.",
    )
    ROUTE_COUNCIL_PLAN = (
        "route_council_plan",
        "Кеңештин планын жободо айтылган кадамдар менен ирети боюнча өткөрүңүз.",
        "Проведите план совета по всем шагам положения в их порядке.",
        "Take the council's plan through the steps of the charter in their order.",
    )
    ELECT_SECRETARY = (
        "elect_secretary",
        "Катчыны жылдын биринчи отурумунда шайлаңыз.",
        "Изберите секретаря на первом заседании года.",
        "Elect the secretary at the year's first sitting.",
    )
    HOLD_YEAR_END = (
        "hold_year_end",
        "Жыл аягындагы отурумда жыйынтык чыгарып, кийинки жылдын багыттарын аныктаңыз.",
        "На итоговом заседании подведите итоги и определите направления следующего года.",
        "At the year-end sitting sum up and set the directions of the next year.",
    )
    REPORT_COUNCIL = (
        "report_council",
        "Кеңештин отчетун жободо аталган органга бериңиз.",
        "Отчитайтесь о работе совета перед органом, названным в положении.",
        "Report on the council's work to the body the charter names.",
    )
    HEAR_ASSOCIATIONS = (
        "hear_associations",
        "Калган бирикмелердин отчетун кеңештин күн тартибине киргизиңиз.",
        "Включите отчёты остальных объединений в повестку совета.",
        "Put the remaining associations' reports on the council's agenda.",
    )
    EXECUTE_RESOLUTION = (
        "execute_resolution",
        "Токтомду аткарыңыз, аткарылганын белгилеңиз же жокко чыгарыңыз.",
        "Исполните решение, отметьте исполнение или отмените его.",
        "Carry the resolution out, record it, or cancel it.",
    )
    ROUTE_PROGRAMME = (
        "route_programme",
        "Программаны кеңештин сунушу менен педагогикалык кеңешке бекитүүгө бериңиз.",
        "Вынесите программу с рекомендацией совета на утверждение педсовета.",
        "Take the programme with the council's recommendation to the pedagogical council.",
    )
    RECOMMEND_AWARD = (
        "recommend_award",
        "Көрсөтүүгө чейин кеңештин сунушун алыңыз.",
        "Получите рекомендацию совета до представления.",
        "Obtain the council's recommendation before the submission.",
    )
    COMPLETE_DOSSIER = (
        "complete_dossier",
        "Папкага жетишпеген кагаздарды кошуңуз.",
        "Дополните папку недостающими бумагами.",
        "Add the missing papers to the dossier.",
    )
    COMPLETE_CARDS = (
        "complete_cards",
        "Карточкалардын бош талааларын толтуруңуз; жок болсо «жок» деп жазыңыз.",
        "Заполните пустые поля карточек; если нет, напишите «нет».",
        "Fill the empty fields of the cards; write “none” where there is nothing.",
    )
    KEEP_PAPERS = (
        "keep_papers",
        "Кагаздарды мөөнөтү бүткөнчө сактаңыз; болгонун акт менен түшүндүрүңүз.",
        "Храните бумаги до конца срока; случившееся объясните актом.",
        "Keep papers until the term ends; explain by an act what has happened.",
    )
    HAND_OVER = (
        "hand_over",
        "Кагаздарды акт менен архивге тапшырыңыз.",
        "Передайте бумаги в архив по акту.",
        "Hand the papers over to the archive by an act.",
    )
    DECIDE_RETENTION = (
        "decide_retention",
        "Архивдик мөөнөттү мектептин чечими менен белгилеңиз; ага чейин жок кылбаңыз.",
        "Установите архивный срок решением школы; до этого не уничтожайте.",
        "Set the archive term by a decision of the school; destroy nothing before.",
    )
    COMPLETE_HEADER = (
        "complete_header",
        "Жобонун башындагы актыны, күнүн жана номерин толуктаңыз.",
        "Дополните гриф положения: акт, дату и номер.",
        "Complete the header of the charter: act, date and number.",
    )
    SIGN_ACKNOWLEDGEMENT = (
        "sign_acknowledgement",
        "Калган адамдарга жобо менен таанышканын кол койдуруңуз.",
        "Получите подписи об ознакомлении с положением у остальных.",
        "Have the remaining persons sign that they have read the charter.",
    )
