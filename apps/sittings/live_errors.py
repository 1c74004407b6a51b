"""What can go wrong while a sitting is in session."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NOT_OPEN = FaultKind(
    "sitting.not_open",
    Text(
        ky="Отурум азыр жүрүп жаткан жок ({state}). Адегенде аны ачыңыз.",
        ru="Заседание сейчас не идёт ({state}). Сначала откройте его.",
        en="The sitting is not in session ({state}). Open it first.",
    ),
    status=409,
)
ROW_CHANGED = FaultKind(
    "sitting.row_changed",
    Text(
        ky="«{what}» аны башка бирөө өзгөрттү: азыр {theirs}. Дагы эле керек болсо, кайталаңыз.",
        ru="«{what}» уже изменил кто-то другой: сейчас {theirs}. Если всё ещё нужно, повторите.",
        en="“{what}” has been changed by someone else: it is now {theirs}. Repeat yours if it is still needed.",
    ),
    status=409,
)
ITEM_CLOSED = FaultKind(
    "sitting.item_closed",
    Text(
        ky="Бул маселе күн тартибинен алынып салынган.",
        ru="Этот вопрос снят с повестки.",
        en="This question was taken off the agenda.",
    ),
    status=409,
)
MOTION_OPEN = FaultKind(
    "sitting.motion_open",
    Text(
        ky="Добуш берүү аяктай элек: «{text}». Адегенде аны жыйынтыктаңыз.",
        ru="Голосование не завершено: «{text}». Сначала подведите итог.",
        en="A vote is still open: “{text}”. Close it first.",
    ),
    status=409,
)
MOTION_CLOSED = FaultKind(
    "sitting.motion_closed",
    Text(
        ky="Бул добуш берүү жыйынтыкталган.",
        ru="Это голосование уже завершено.",
        en="This vote is closed.",
    ),
    status=409,
)
NOT_PRESENT = FaultKind(
    "sitting.not_present",
    Text(
        ky="{person} азыр отурумда жок, ошондуктан добуш бере албайт. Келген болсо, адегенде белгилеңиз.",
        ru="{person} сейчас не на заседании и голосовать не может. Если пришёл(ла), сначала отметьте это.",
        en="{person} is not at the sitting now and cannot vote. If they have come, note that first.",
    ),
)
ALREADY_VOTED = FaultKind(
    "sitting.already_voted",
    Text(
        ky="{person} бул маселе боюнча добуш берген.",
        ru="{person} уже проголосовал(а) по этому вопросу.",
        en="{person} has voted on this already.",
    ),
    status=409,
)
NOT_OWN_BALLOT = FaultKind(
    "sitting.not_own_ballot",
    Text(
        ky="Ар ким өзү үчүн гана добуш берет; катчы башканыкын атма-ат добушта гана белгилейт.",
        ru="Каждый голосует только за себя; секретарь отмечает чужой голос лишь при поимённом голосовании.",
        en="Everyone votes for themselves; the secretary notes another's vote in a roll call only.",
    ),
    status=403,
)
TOTALS_MISSING = FaultKind(
    "sitting.totals_missing",
    Text(
        ky="Макул, каршы жана калыс добуштардын санын жазыңыз.",
        ru="Укажите число голосов «за», «против» и воздержавшихся.",
        en="Give the number of votes for, against and abstained.",
    ),
)
NOBODY_PRESENT = FaultKind(
    "sitting.nobody_present",
    Text(
        ky="Бир да мүчө катышты деп белгиленген эмес. Катышкандарды белгилеңиз же отурум болбой калганын жазыңыз.",
        ru="Ни один член не отмечен как присутствующий. Отметьте присутствующих или запишите, что заседание не состоялось.",
        en="No member is noted as present. Note who is there, or note that the sitting lapsed.",
    ),
)
PERSON_UNKNOWN = FaultKind(
    "sitting.person_unknown",
    Text(
        ky="Бул адам отурумдун тизмесинде жок.",
        ru="Этого человека нет в списке заседания.",
        en="This person is not on the list of the sitting.",
    ),
)
TEXT_MISSING = FaultKind(
    "sitting.text_missing",
    Text(ky="Текстин жазыңыз.", ru="Напишите текст.", en="Write the text."),
)
ITEM_MISSING = FaultKind(
    "sitting.item_missing",
    Text(
        ky="Күн тартибиндеги маселени тандаңыз.",
        ru="Укажите вопрос повестки.",
        en="Say which question of the agenda it is.",
    ),
)
MOTION_MISSING = FaultKind(
    "sitting.motion_missing",
    Text(ky="Кайсы добуш экенин тандаңыз.", ru="Укажите, какое это голосование.", en="Say which vote it is."),
)
STATE_MISSING = FaultKind(
    "sitting.state_missing",
    Text(ky="Эмне белгилене турганын тандаңыз.", ru="Укажите, что отметить.", en="Say what is to be noted."),
)
