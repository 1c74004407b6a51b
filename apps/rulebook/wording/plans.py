"""Words for the rules of the work plan."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

NO_LIMIT = Text(
    "Календарда чейрек да, триместр да жок же мөөнөт күндөр менен берилген эмес, чек эсептелбейт.",
    "В календаре нет ни четвертей, ни триместров либо срок не задан в днях, предел не вычислить.",
    "The calendar has neither quarters nor trimesters, or no number of days is set, so no limit can be worked out.",
)

WORDING = {
    "PL-1": Wording(
        title=Text("Планды бекитүү", "Утверждение плана", "Approval of the plan"),
        rule=Text(
            "Иш планды жободо аталган кызмат адамы бекитет; макулдук бекитүү эмес.",
            "План работы утверждает тот, кого называет положение; согласие не есть утверждение.",
            "The work plan is approved by the office the charter names; consent is not approval.",
        ),
        says={
            "approved": Text(
                "Бекиткен: {wanted}. Күнү: {on}.",
                "Утвердил: {wanted}. Дата: {on}.",
                "Approved by: {wanted}. Date: {on}.",
            ),
            "by_superior": Text(
                "План {on} бекитилген, бирок ага жогору турган адам кол койгон. Жобо атаган кызмат: {wanted}.",
                "План утверждён {on}, но подписал вышестоящий. Положение называет: {wanted}.",
                "The plan was approved on {on}, but by a superior. The charter names: {wanted}.",
            ),
            "by_another": Text(
                "План {on} бекитилген, бирок башка адам тарабынан. Жобо атаган кызмат: {wanted}.",
                "План утверждён {on}, но другим лицом. Положение называет: {wanted}.",
                "The plan was approved on {on}, but by somebody else. The charter names: {wanted}.",
            ),
            "office_not_held": Text(
                "План {on} бекитилген, бирок кол койгон адам ошол күнү бул кызматта болгон эмес: {wanted}.",
                "План утверждён {on}, но подписавший не занимал в тот день должность: {wanted}.",
                "The plan was approved on {on}, but whoever signed did not hold the office that day: {wanted}.",
            ),
            "only_consent": Text(
                "Макулдук гана бар, бекитүү жок. Жобо атаган кызмат: {wanted}. Мөөнөтү: {limit}.",
                "Есть только согласие, утверждения нет. Положение называет: {wanted}. Срок: {limit}.",
                "There is only a consent, no approval. The charter names: {wanted}. Limit: {limit}.",
            ),
            "missing": Text(
                "Бекитүү жок. Жобо атаган кызмат: {wanted}. Мөөнөтү: {limit}.",
                "Утверждения нет. Положение называет: {wanted}. Срок: {limit}.",
                "There is no approval. The charter names: {wanted}. Limit: {limit}.",
            ),
            "open": Text(
                "План али бекитиле элек. Бекитүүчү: {wanted}. Мөөнөтү: {limit}.",
                "План ещё не утверждён. Утверждает: {wanted}. Срок: {limit}.",
                "The plan is not approved yet. To be approved by: {wanted}. Limit: {limit}.",
            ),
            "by_another_so_far": Text(
                "Планга {on} башка адам кол койгон. Жобо атаган кызмат: {wanted}; {limit} чейин оңдоого болот.",
                "План {on} подписал другой. Положение называет: {wanted}; исправить можно до {limit}.",
                "Somebody else signed the plan on {on}. The charter names: {wanted}; it can be put right until {limit}.",
            ),
            "no_limit": NO_LIMIT,
        },
    ),
    "PL-2": Wording(
        title=Text("Планга макулдук", "Согласование плана", "Consent to the plan"),
        rule=Text(
            "План бекитилгенге чейин жободо аталган орун басардын макулдугу алынат.",
            "До утверждения плана берётся согласие названного в положении заместителя.",
            "Before the plan is approved, the deputy the charter names gives consent.",
        ),
        says={
            "given": Text(
                "Макулдук: {consented}, бекитүү: {approved}. Макулдук берген: {by}.",
                "Согласие: {consented}, утверждение: {approved}. Согласие дал: {by}.",
                "Consent: {consented}, approval: {approved}. Consent by: {by}.",
            ),
            "after_approval": Text(
                "Макулдук: {consented}, бекитүү: {approved}. Макулдук бекитүүдөн кеч берилген.",
                "Согласие: {consented}, утверждение: {approved}. Согласие дано позже утверждения.",
                "Consent: {consented}, approval: {approved}. The consent came after the approval.",
            ),
            "missing": Text(
                "Бекитүү: {approved}. Макулдук жок; аны бере турган кызмат: {by}.",
                "Утверждение: {approved}. Согласия нет; его даёт: {by}.",
                "Approval: {approved}. There is no consent; it is given by: {by}.",
            ),
            "not_approved": Text(
                "Талап кылынган бекитүү жок, макулдуктун мөөнөтү бааланбайт. Макулдук бере турган кызмат: {by}.",
                "Требуемого утверждения нет, поэтому срок согласия не оценивается. Согласие даёт: {by}.",
                "The required approval is missing, so the time of consent is not judged. Consent is given by: {by}.",
            ),
        },
    ),
    "PL-3": Wording(
        title=Text("Планды бекитүү мөөнөтү", "Срок утверждения плана", "Time of the plan's approval"),
        rule=Text(
            "Планды жободо айтылган мөөнөттө бекитишет.",
            "План утверждается в срок, названный в положении.",
            "The plan is approved within the time the charter gives.",
        ),
        says={
            "in_time": Text(
                "Бекитилген күнү: {on}. Мезгилдин башы: {start}. Акыркы күн: {limit}.",
                "Утверждён: {on}. Начало периода: {start}. Последний день: {limit}.",
                "Approved: {on}. Start of the period: {start}. Last day: {limit}.",
            ),
            "after_beginning": Text(
                "Бекитилген күнү: {on}. Мезгилдин башы: {start}. Жобо «жылдын башталышында» дейт, күндөрүн айтпайт; "
                "биринчи мезгилдин аягы: {limit}.",
                "Утверждён: {on}. Начало периода: {start}. Положение говорит «в начале года» без числа дней; "
                "конец первого периода: {limit}.",
                "Approved: {on}. Start of the period: {start}. The charter says “at the beginning of the year” without "
                "a number of days; end of the first period: {limit}.",
            ),
            "late": Text(
                "Бекитилген күнү: {on}. Акыркы күн {limit} болчу.",
                "Утверждён: {on}. Последним днём было {limit}.",
                "Approved: {on}. The last day was {limit}.",
            ),
            "missing": Text(
                "Талап кылынган бекитүү жок. Акыркы күн {limit} болчу.",
                "Требуемого утверждения нет. Последним днём было {limit}.",
                "The required approval is missing. The last day was {limit}.",
            ),
            "open": Text(
                "Талап кылынган бекитүү али жок. Акыркы күн: {limit}.",
                "Требуемого утверждения ещё нет. Последний день: {limit}.",
                "The required approval is not there yet. Last day: {limit}.",
            ),
            "no_limit": NO_LIMIT,
        },
    ),
}
