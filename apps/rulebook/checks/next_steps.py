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
