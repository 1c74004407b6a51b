"""Words for the rules of the members' work."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "MT-1": Wording(
        title=Text(
            "Чыгармачыл отчеттор",
            "Творческие отчёты",
            "Creative reports",
        ),
        rule=Text(
            "Ар бир мүчө жылына белгиленгенден кем эмес чыгармачыл отчет берет.",
            "Каждый член даёт за год не меньше названного числа творческих отчётов.",
            "Every member gives at least so many creative reports a year.",
        ),
        says={
            "given": Text(
                "Баары берген; ар биринен керек: {least}.",
                "Дали все; нужно от каждого: {least}.",
                "Everybody gave; needed of each: {least}.",
            ),
            "missing": Text(
                "Бербеген же өткөрүп бербеген мүчөлөр: {count}; ар биринен керек: {least}.",
                "Не дали или не передали членов: {count}; нужно от каждого: {least}.",
                "Members who did not give or hand on: {count}; needed of each: {least}.",
            ),
            "open": Text(
                "Азырынча бере элек мүчөлөр: {count}. Акыркы күн: {limit}.",
                "Пока не дали членов: {count}. Последний день: {limit}.",
                "Members still to give: {count}. Last day: {limit}.",
            ),
        },
    ),
    "MT-2": Wording(
        title=Text(
            "Өз алдынча билим алуу",
            "Самообразование",
            "Self-education",
        ),
        rule=Text(
            "Ар бир мүчөнүн өз алдынча билим алуу темасы бар.",
            "У каждого члена есть тема самообразования.",
            "Every member has a self-education topic.",
        ),
        says={
            "set": Text(
                "Баарынын темасы бар; ар биринен керек: {least}.",
                "Темы есть у всех; нужно у каждого: {least}.",
                "Everybody has topics; needed of each: {least}.",
            ),
            "missing": Text(
                "Темасы жок мүчөлөр: {count}; ар биринен керек: {least}.",
                "Без темы членов: {count}; нужно у каждого: {least}.",
                "Members without a topic: {count}; needed of each: {least}.",
            ),
            "open": Text(
                "Темасы азырынча жок мүчөлөр: {count}. Акыркы күн: {limit}.",
                "Пока без темы членов: {count}. Последний день: {limit}.",
                "Members still without a topic: {count}. Last day: {limit}.",
            ),
        },
    ),
    "MT-3": Wording(
        title=Text(
            "Насаатчылык",
            "Наставничество",
            "Mentoring",
        ),
        rule=Text(
            "Насаатчы бирикменин сунушу менен директордун буйругу аркылуу бекитилет, пландар бекитилет, отчеттор "
            "алынат.",
            "Наставник назначается приказом по предложению объединения, планы утверждаются, отчёты принимаются.",
            "A mentor is named by order on the association's proposal, plans are approved, reports received.",
        ),
        says={
            "in_order": Text(
                "Сунуш: {proposal}, буйрук: {order}. Пландар жана отчет бар.",
                "Предложение: {proposal}, приказ: {order}. Планы и отчёт есть.",
                "Proposal: {proposal}, order: {order}. Plans and report are there.",
            ),
            "no_order": Text(
                "Директордун буйругу жок. Сунуш: {proposal}.",
                "Приказа директора нет. Предложение: {proposal}.",
                "There is no director's order. Proposal: {proposal}.",
            ),
            "no_proposal": Text(
                "Буйрук: {order}. Бирикменин сунушу жок.",
                "Приказ: {order}. Предложения объединения нет.",
                "Order: {order}. There is no proposal of the association.",
            ),
            "proposal_late": Text(
                "Буйрук: {order}, сунуш: {proposal}. Сунуш буйруктан кеч.",
                "Приказ: {order}, предложение: {proposal}. Предложение позже приказа.",
                "Order: {order}, proposal: {proposal}. The proposal came after the order.",
            ),
            "plans_not_approved": Text(
                "Буйрук: {order}. Насаатчынын жана жаш мугалимдин пландары толук бекитилген эмес.",
                "Приказ: {order}. Планы наставника и молодого учителя утверждены не оба.",
                "Order: {order}. Not both plans, the mentor's and the young teacher's, are approved.",
            ),
            "no_report": Text(
                "Буйрук: {order}. Отчет жок.",
                "Приказ: {order}. Отчёта нет.",
                "Order: {order}. There is no report.",
            ),
            "open": Text(
                "Кагаздар толук эмес. Сунуш: {proposal}, буйрук: {order}. Акыркы күн: {limit}.",
                "Бумаги неполны. Предложение: {proposal}, приказ: {order}. Последний день: {limit}.",
                "Papers are incomplete. Proposal: {proposal}, order: {order}. Last day: {limit}.",
            ),
        },
    ),
    "MT-4": Wording(
        title=Text(
            "Курс тапшырмалары",
            "Задания к курсам",
            "Course tasks",
        ),
        rule=Text(
            "Курска барган мугалимдин курска чейинки жана кийинки тапшырмасы текшерилет.",
            "У направленного на курсы проверяются задания до и после курсов.",
            "A teacher's tasks before and after courses are checked.",
        ),
        says={
            "checked": Text(
                "Курстун башталышы: {start}. Тапшырмалар текшерилген.",
                "Начало курсов: {start}. Задания проверены.",
                "Course start: {start}. The tasks were checked.",
            ),
            "pre_task_missing": Text(
                "Курстун башталышы: {start}. Курска чейинки тапшырма ошол күнгө текшерилген эмес.",
                "Начало курсов: {start}. Задание до курсов к этому дню не проверено.",
                "Course start: {start}. The task before the course was not checked by then.",
            ),
            "post_task_missing": Text(
                "Курстун башталышы: {start}. Курстан кийинки тапшырма текшерилген эмес.",
                "Начало курсов: {start}. Задание после курсов не проверено.",
                "Course start: {start}. The task after the course was not checked.",
            ),
            "open": Text(
                "Курстун башталышы: {start}. Текшерүүнүн акыркы күнү: {limit}.",
                "Начало курсов: {start}. Последний день проверки: {limit}.",
                "Course start: {start}. Last day for the check: {limit}.",
            ),
        },
    ),
    "MT-5": Wording(
        title=Text(
            "Эмгекке катышуу коэффициенти",
            "Коэффициент трудового участия",
            "Labour participation coefficient",
        ),
        rule=Text(
            "Коэффициент боюнча комиссия түзүлөт же иш комиссия менен бирге талданат.",
            "Создаётся комиссия по коэффициенту или работа анализируется вместе с ней.",
            "A commission on the coefficient is set up, or the work is analysed together with it.",
        ),
        says={
            "settled": Text(
                "Талап кылынган иш жасалган.",
                "Требуемое сделано.",
                "What is asked for was done.",
            ),
            "no_commission": Text(
                "Бирикме түзгөн комиссия жок. Акыркы күн {limit} болчу.",
                "Комиссии, созданной объединением, нет. Последним днём было {limit}.",
                "There is no commission set up by the association. The last day was {limit}.",
            ),
            "no_analysis": Text(
                "Комиссия менен бирге талдоо жок. Акыркы күн {limit} болчу.",
                "Анализа вместе с комиссией нет. Последним днём было {limit}.",
                "There is no analysis together with the commission. The last day was {limit}.",
            ),
            "open": Text(
                "Азырынча жасалган эмес. Акыркы күн: {limit}.",
                "Пока не сделано. Последний день: {limit}.",
                "Not done so far. Last day: {limit}.",
            ),
        },
    ),
}
