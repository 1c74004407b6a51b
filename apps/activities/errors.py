"""What can be wrong with a record of the year's work."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

VALUE_MISSING = FaultKind(
    "activity.value_missing",
    Text(
        ky="«{kind}» үчүн бул талаа толтурулушу керек.",
        ru="Для записи «{kind}» это поле нужно заполнить.",
        en="A record “{kind}” needs this value.",
    ),
)
VALUE_ELSEWHERE = FaultKind(
    "activity.value_elsewhere",
    Text(
        ky="«{kind}» мындай талааны билбейт. Аны бош калтырыңыз же иштин башка түрүн тандаңыз.",
        ru="У записи «{kind}» нет такого поля. Оставьте его пустым или выберите другой вид работы.",
        en="A record “{kind}” has no such value. Leave it empty, or choose another kind of work.",
    ),
)
OTHER_BODY = FaultKind(
    "activity.other_body",
    Text(
        ky="«{body}» мындай ишти жазбайт: «{kind}». Башка органды тандаңыз.",
        ru="«{body}» не ведёт такую работу: «{kind}». Выберите другой орган.",
        en="“{body}” keeps no such work: “{kind}”. Choose another body.",
    ),
)
IN_FUTURE = FaultKind(
    "activity.in_future",
    Text(
        ky="{day} али келе элек (бүгүн {today}). Бул жерге жасалган иш жазылат; келерки иш айлык планга жазылат.",
        ru="{day} ещё не наступило (сегодня {today}). Здесь записывают сделанное; будущее вносят в месячный план.",
        en="{day} has not come yet (today is {today}). Here goes what was done; what is to come goes into the plan of the month.",
    ),
)
BEFORE_ITS_DAY = FaultKind(
    "activity.before_its_day",
    Text(
        ky="{later} күнү иштин өзүнөн ({day}) эрте. Датаны текшериңиз.",
        ru="{later} раньше самой работы ({day}). Проверьте дату.",
        en="{later} is before the work itself ({day}). Check the date.",
    ),
)
NOT_A_MEMBER = FaultKind(
    "activity.not_a_member",
    Text(
        ky="{day} күнү {person} «{body}» мүчөсү болгон эмес. Бирикменин курамын текшериңиз же башка адамды тандаңыз.",
        ru="{day} {person} не входил(а) в «{body}». Проверьте состав объединения или выберите другого человека.",
        en="On {day} {person} was not in “{body}”. Check the membership, or choose another person.",
    ),
)
TOPIC_THERE = FaultKind(
    "activity.topic_there",
    Text(
        ky="{person} бул окуу жылына тема тандаган. Жазууну ачып, теманы ошол жерден өзгөртүңүз.",
        ru="У {person} уже есть тема на этот учебный год. Откройте запись и измените тему в ней.",
        en="{person} has a topic for this year already. Open that record and change the topic there.",
    ),
    status=409,
)
KIND_STAYS = FaultKind(
    "activity.kind_stays",
    Text(
        ky="Жазуунун түрүн өзгөртүүгө болбойт. Аны өчүрүп, жаңысын киргизиңиз.",
        ru="Вид записи не меняется. Удалите её и внесите новую.",
        en="The kind of a record stays. Remove it and enter a new one.",
    ),
)
OWN_LESSON = FaultKind(
    "activity.own_lesson",
    Text(
        ky="{person} өз сабагына катыша албайт. Кимдин сабагы экенин текшериңиз.",
        ru="{person} не может посетить собственный урок. Проверьте, чей это урок.",
        en="{person} cannot visit their own lesson. Check whose lesson it was.",
    ),
)
RECORDED_APART = FaultKind(
    "activity.recorded_apart",
    Text(
        ky="«{what}» өз жазуулары менен эсептелет; аны ошол бетте жазыңыз.",
        ru="«{what}» считается по собственным записям; внесите на их странице.",
        en="“{what}” is counted by records of its own; enter it on their page.",
    ),
)
LESSON_ELSEWHERE = FaultKind(
    "activity.lesson_elsewhere",
    Text(
        ky="Семинарга ушул эле бирикменин графигинен өткөн сабактарды гана кошууга болот.",
        ru="К семинару относят только проведённые уроки из графика того же объединения.",
        en="Only lessons held by the schedule of the same association go with a seminar.",
    ),
)
OWN_MENTOR = FaultKind(
    "mentoring.own_mentor",
    Text(
        ky="Адам өзүнө насаатчы боло албайт. Эки башка мугалимди тандаңыз.",
        ru="Нельзя быть наставником самому себе. Выберите двух разных учителей.",
        en="Nobody is their own mentor. Choose two different teachers.",
    ),
)
PAIR_THERE = FaultKind(
    "mentoring.pair_there",
    Text(
        ky="Бул жуп ушул окуу жылында катталган. Аны тизмеден ачыңыз.",
        ru="Эта пара на учебный год уже записана. Откройте её в списке.",
        en="This pair is on record for the year already. Open it in the list.",
    ),
    status=409,
)
PAIR_HAS_PAPERS = FaultKind(
    "mentoring.has_papers",
    Text(
        ky="Жупка буйрук же отчёт катталган, ошондуктан ал өчүрүлбөйт. Насаатчылык бүтсө, «аяктады» күнүн жазыңыз.",
        ru="По паре записан приказ или отчёт, поэтому она не удаляется. Если наставничество окончено, укажите день окончания.",
        en="An order or a report is on record for the pair, so it is not removed. If the mentoring is over, give the day it ended.",
    ),
    status=409,
)
