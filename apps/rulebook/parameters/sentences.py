"""Parameters as plain sentences with the value inside, for whoever writes a charter. `{value}` is where the value stands.

A parameter without a sentence is shown as its label followed by its value.
"""

from apps.rulebook.parameters.base import Parameter
from apps.rulebook.text import Text

PLACE = "{value}"

SENTENCES: dict[str, Text] = {
    "association.min_members": Text(
        "Бирикме түзүү үчүн кеминде {value} мугалим керек.",
        "Для создания объединения нужно не менее {value} учителей.",
        "An association needs at least {value} teachers.",
    ),
    "association.sittings.min_per_year": Text(
        "Бирикме жылына кеминде {value} жолу отурум өткөрөт.",
        "Объединение заседает не менее {value} раз в год.",
        "An association sits at least {value} times a year.",
    ),
    "association.seminars.min_per_year": Text(
        "Бирикме жылына кеминде {value} практикалык семинар өткөрөт.",
        "Объединение проводит не менее {value} практических семинаров в год.",
        "An association holds at least {value} practical seminars a year.",
    ),
    "association.year_end_review.by": Text(
        "Бирикменин жылдык ишин {value} талдайт.",
        "Работу объединения за год анализирует {value}.",
        "The association's year is reviewed by {value}.",
    ),
    "association.directions.approver": Text(
        "Бирикменин багыттарын {value} бекитет.",
        "Направления объединения утверждает {value}.",
        "The association's directions are approved by {value}.",
    ),
    "association.lifecycle.proposer": Text(
        "Бирикме түзүүнү {value} сунуштайт.",
        "Создать объединение предлагает {value}.",
        "The creation of an association is proposed by {value}.",
    ),
    "methodical_theme.decided_by": Text(
        "Усулдук теманы {value} аныктайт.",
        "Методическую тему определяет {value}.",
        "The methodical theme is set by {value}.",
    ),
    "council.sitting_cadence": Text(
        "Кеңеш ар бир {value} ичинде отурум өткөрөт.",
        "Период, в каждом из которых заседает совет: {value}.",
        "The council sits in every {value}.",
    ),
    "council.min_per_period": Text(
        "Ар бир мезгилде кеңештин кеминде {value} отуруму болот.",
        "За каждый период проходит не менее {value} заседаний совета.",
        "In each period the council sits at least {value} times.",
    ),
    "council.agenda_notice_days": Text(
        "Күн тартиби отурумдан кеминде {value} күн мурда жарыяланат.",
        "Повестка объявляется не позднее чем за {value} дней до заседания.",
        "The agenda is announced at least {value} days before the sitting.",
    ),
    "council.quorum_fraction": Text(
        "Курамдын кеминде {value} бөлүгү катышса, кеңеш чечим чыгара алат.",
        "Совет правомочен, когда присутствует не менее {value} его состава.",
        "The council may decide when at least {value} of its members are present.",
    ),
    "council.majority_fraction": Text(
        "Добуштун {value} бөлүгүнөн көбү макул болсо, чечим кабыл алынат.",
        "Решение принято, когда за него подано более {value} голосов.",
        "A decision passes when more than {value} of the votes are for it.",
    ),
    "council.chair.office": Text(
        "Кеңешти {value} башкарат.",
        "Совет возглавляет {value}.",
        "The council is chaired by {value}.",
    ),
    "council.plan.drafter": Text(
        "Кеңештин планын {value} түзөт.",
        "План совета составляет {value}.",
        "The council's plan is drafted by {value}.",
    ),
    "council.report_min_per_year": Text(
        "Кеңеш жылына кеминде {value} жолу отчет берет.",
        "Совет отчитывается не менее {value} раз в год.",
        "The council reports at least {value} times a year.",
    ),
    "council.hearing_min_per_year": Text(
        "Бирикменин отчету жылына кеминде {value} жолу угулат.",
        "Отчёт объединения слушают не менее {value} раз в год.",
        "An association's report is heard at least {value} times a year.",
    ),
    "plan.drafted_by": Text(
        "Иш планды {value} түзөт.", "План работы составляет {value}.", "The work plan is drafted by {value}."
    ),
    "plan.consent_by": Text(
        "Иш планга {value} макулдугун берет.",
        "Согласие на план работы даёт {value}.",
        "Consent to the work plan is given by {value}.",
    ),
    "plan.approver": Text(
        "Иш планды {value} бекитет.", "План работы утверждает {value}.", "The work plan is approved by {value}."
    ),
    "plan.approval_deadline_days": Text(
        "Иш план {value} күндүн ичинде бекитилет.",
        "План работы утверждается в течение {value} дней.",
        "The work plan is approved within {value} days.",
    ),
    "plan.beginning_window_days": Text(
        "«Окуу жылынын башталышы» {value} күнгө созулат.",
        "«Начало учебного года» длится {value} дней.",
        "The “beginning of the year” lasts {value} days.",
    ),
    "head.eligibility.min_years": Text(
        "Жетекчинин иш стажы кеминде {value} жыл.",
        "Стаж руководителя — не менее {value} лет.",
        "The head has worked for at least {value} years.",
    ),
    "head.approval_by": Text(
        "Бирикменин жетекчисин {value} бекитет.",
        "Руководителя объединения утверждает {value}.",
        "The head of an association is approved by {value}.",
    ),
    "head.annual_report.deadline_days": Text(
        "Жетекчи жылдык отчетту окуу жылы бүткөндөн кийин {value} күндүн ичинде тапшырат.",
        "Руководитель сдаёт годовой отчёт в течение {value} дней после окончания года.",
        "The head hands in the annual report within {value} days of the end of the year.",
    ),
    "individual_plan.approver": Text(
        "Мугалимдин жекече планын {value} бекитет.",
        "Индивидуальный план учителя утверждает {value}.",
        "A teacher's individual plan is approved by {value}.",
    ),
    "exam_material.approver": Text(
        "Сынак материалын {value} бекитет.",
        "Материал экзаменов утверждает {value}.",
        "Exam material is approved by {value}.",
    ),
    "programme.approver": Text(
        "Программаны {value} бекитет.", "Программу утверждает {value}.", "Programmes are approved by {value}."
    ),
    "mentoring.plan_approver": Text(
        "Насаатчынын планын {value} бекитет.",
        "Планы наставничества утверждает {value}.",
        "Mentoring plans are approved by {value}.",
    ),
    "mentoring.min_reports": Text(
        "Насаатчылык боюнча кеминде {value} отчет берилет.",
        "По наставничеству сдаётся не менее {value} отчётов.",
        "At least {value} reports are given on mentoring.",
    ),
    "creative_report.min_per_teacher_year": Text(
        "Ар бир мугалим жылына кеминде {value} чыгармачыл отчет берет.",
        "Каждый учитель сдаёт не менее {value} творческих отчётов в год.",
        "Each teacher gives at least {value} creative reports a year.",
    ),
    "self_education.min_topics": Text(
        "Ар бир мугалимдин кеминде {value} өз алдынча билим алуу темасы болот.",
        "У каждого учителя не менее {value} тем самообразования.",
        "Each teacher has at least {value} topics of self-education.",
    ),
    "retention.school_years": Text(
        "Кагаздар мектепте {value} жыл сакталат.",
        "Срок хранения бумаг в школе — {value} лет.",
        "Papers are kept in the school for {value} years.",
    ),
    "retention.archive_years": Text(
        "Кагаздар архивде {value} жыл сакталат.",
        "Срок хранения бумаг в архиве — {value} лет.",
        "Papers are kept in the archive for {value} years.",
    ),
    "charter.acknowledgement": Text(
        "Жобо менен кол коюп таанышат: {value}.",
        "С положением знакомятся под подпись: {value}.",
        "The charter is acknowledged in writing by: {value}.",
    ),
    "hos.quarter_report.deadline_days": Text(
        "Чейректик отчет чейрек бүткөндөн кийин {value} күндүн ичинде тапшырылат.",
        "Четвертной отчёт сдаётся в течение {value} дней после четверти.",
        "The quarter report is handed in within {value} days of the end of the quarter.",
    ),
    "member.attendance.warning_below": Text(
        "Жылына {value} отурумдан аз катышкан мүчө белгиленет.",
        "Отмечается член, посетивший меньше {value} заседаний за год.",
        "A member who attends fewer than {value} sittings a year is marked.",
    ),
    "policy.verification_months": Text(
        "Маанилер {value} ай сайын текшерилет.",
        "Значения сверяются каждые {value} месяцев.",
        "Values are verified every {value} months.",
    ),
}


def sentence_of(parameter: Parameter[object]) -> Text:
    """The sentence of a parameter, its label with the value behind it where it has none."""
    found = SENTENCES.get(parameter.key)
    return found or Text(*(f"{words}: {PLACE}." for words in parameter.label))
