"""What can be wrong with a paper."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

DATED_IN_FUTURE = FaultKind(
    "act.dated_in_future",
    Text(
        ky="Документтин датасы ({act_date}) бүгүнкү күндөн ({today}) кийин болбойт. Кагаздагы датаны жазыңыз.",
        ru="Дата документа ({act_date}) не может быть позже сегодняшней ({today}). Укажите дату с бумаги.",
        en="The paper's date ({act_date}) cannot be later than today ({today}). Give the date that stands on it.",
    ),
)
NUMBER_TAKEN = FaultKind(
    "act.number_taken",
    Text(
        ky="№{number} {kind} бул жылы катталган ({act_date}). Номерин текшериңиз.",
        ru="{kind} № {number} в этом году уже есть ({act_date}). Проверьте номер.",
        en="There is already a {kind} No. {number} this year ({act_date}). Check the number.",
    ),
    status=409,
)
REVOKED_BEFORE_MADE = FaultKind(
    "act.revoked_before_made",
    Text(
        ky="Документ {act_date} чыккан; аны андан мурун жокко чыгарууга болбойт.",
        ru="Документ датирован: {act_date}; отменить его раньше нельзя.",
        en="The paper is dated {act_date}; it cannot be revoked before that.",
    ),
)
NOT_IN_OFFICE = FaultKind(
    "act.not_in_office",
    Text(
        ky="{day} {person} бул кызматта болгон эмес: {role}. Датаны же кызмат ордун текшериңиз.",
        ru="На дату {day} {person} не занимает должность: {role}. Проверьте дату или должность.",
        en="{person} did not hold this office on {day}: {role}. Check the date or the office.",
    ),
)
NO_STAFF_RECORD = FaultKind(
    "act.no_staff_record",
    Text(
        ky="Кол коюу үчүн эсебиңиз кызматкердин жазуусуна байланышы керек. Аны мектептин администратору байланыштырат.",
        ru="Чтобы подписывать, ваша учётная запись должна быть связана с сотрудником. Это делает администратор школы.",
        en="To sign, your account has to be linked to a staff record. The school's administrator does that.",
    ),
    status=409,
)
NOT_A_DRAFT = FaultKind(
    "act.not_a_draft",
    Text(
        ky="Бул документ долбоор эмес ({state}); аны өзгөртүүгө же өчүрүүгө болбойт. Керек болсо, аны жокко чыгарыңыз.",
        ru="Этот документ уже не проект ({state}); изменить или удалить его нельзя. При необходимости отмените его.",
        en="This paper is no draft any more ({state}); it cannot be changed or removed. Revoke it if need be.",
    ),
    status=409,
)
WRONG_KIND = FaultKind(
    "act.wrong_kind",
    Text(
        ky="«{kind}» үчүн бул иш каралган эмес.",
        ru="Для документа «{kind}» такое действие не предусмотрено.",
        en="This cannot be done with a paper of the kind “{kind}”.",
    ),
    status=409,
)
SELF_APPROVAL = FaultKind(
    "act.self_approval",
    Text(
        ky="Эреже эки башка кызматты атайт, бирок {person} буга чейин эле кол койгон. Экинчи кол башка адамдыкы болушу керек.",
        ru="Правило называет две разные должности, а {person} уже подписал(а) этот документ. Вторая подпись должна быть другого лица.",
        en="The rule names two offices, and {person} has already signed. The second signature has to be someone else's.",
    ),
    status=409,
)
ALREADY_REVOKED = FaultKind(
    "act.already_revoked",
    Text(
        ky="Бул документ {revoked_on} жокко чыгарылган.",
        ru="Этот документ уже отменён: {revoked_on}.",
        en="This paper was revoked on {revoked_on}.",
    ),
    status=409,
)
TEXT_MISSING = FaultKind(
    "act.text_missing",
    Text(
        ky="Документтин аталышы менен текстин жазыңыз же үлгү тандаңыз.",
        ru="Укажите заголовок и текст документа или выберите образец.",
        en="Give the paper a title and a text, or choose a template.",
    ),
)
REPLY_MISSING = FaultKind(
    "act.reply_missing",
    Text(
        ky="Четке кагуунун себебин жазыңыз: орун басар аны көрөт.",
        ru="Укажите причину отклонения: её увидит заместитель.",
        en="Say why it is declined: the deputy will see it.",
    ),
)
REVOKED_BY_ITSELF = FaultKind(
    "act.revoked_by_itself",
    Text(
        ky="Документти күчүндөгү башка документ жокко чыгарат. Башкасын тандаңыз же бош калтырыңыз.",
        ru="Документ отменяется другим действующим документом. Выберите другой или оставьте поле пустым.",
        en="A paper is revoked by another paper in force. Choose another, or leave it empty.",
    ),
)
SIGNED_HERE = FaultKind(
    "act.signed_here",
    Text(
        ky="Бул документке ушул жерде кол коюлган же ал бекитүүнү билдирет: аны өчүрүүгө болбойт. Керек болсо, жокко чыгарыңыз.",
        ru="Этот документ подписан здесь или закрепляет утверждение: удалить его нельзя. При необходимости отмените его.",
        en="This paper was signed here or binds an approval: it cannot be removed. Revoke it if need be.",
    ),
    status=409,
)
IN_USE = FaultKind(
    "act.in_use",
    Text(
        ky="Бул документке {count} жазуу таянат (курам, шайлоо, башка документ), ошондуктан ал өчүрүлбөйт. Аны жокко чыгарыңыз.",
        ru="На этот документ ссылаются записи ({count}): состав, выборы, другой документ. Удалить его нельзя, его можно отменить.",
        en="{count} records rest on this paper (memberships, an election, another paper), so it cannot be removed. Revoke it.",
    ),
    status=409,
)
PROTOCOL_NUMBER_MISSING = FaultKind(
    "charter.protocol_number_missing",
    Text(
        ky="Педагогикалык кеңештин протоколунун номерин жазыңыз.",
        ru="Укажите номер протокола педагогического совета.",
        en="Give the number of the pedagogical council's protocol.",
    ),
)
NOT_CONSIDERED = FaultKind(
    "charter.not_considered",
    Text(
        ky="Жобонун {number}-редакциясы ушул түрүндө педагогикалык кеңеште каралган эмес. Адегенде протоколду белгилеңиз.",
        ru="Редакция № {number} в этом виде не рассмотрена педагогическим советом. Сначала отметьте протокол.",
        en="Version {number} has not been considered by the pedagogical council in this form. Note the protocol first.",
    ),
    status=409,
)
BEFORE_PROTOCOL = FaultKind(
    "charter.before_protocol",
    Text(
        ky="Буйруктун датасы ({act_date}) протоколдон ({considered}) мурун болбойт.",
        ru="Дата приказа ({act_date}) не может быть раньше протокола ({considered}).",
        en="The order ({act_date}) cannot be dated before the protocol ({considered}).",
    ),
)
NOT_APPROVED = FaultKind(
    "charter.not_approved",
    Text(
        ky="Жобонун {number}-редакциясы ушул түрүндө бекитилген эмес. Адегенде директордун буйругу керек.",
        ru="Редакция № {number} в этом виде не утверждена. Сначала нужен приказ директора.",
        en="Version {number} is not approved in this form. It needs the director's order first.",
    ),
    status=409,
)
BEFORE_ORDER = FaultKind(
    "charter.before_order",
    Text(
        ky="Жобо аны бекиткен буйруктан ({ordered}) мурун күчүнө кирбейт ({valid_from}).",
        ru="Положение не может вступить в силу ({valid_from}) раньше приказа об утверждении ({ordered}).",
        en="The charter cannot come into force ({valid_from}) before the order that approves it ({ordered}).",
    ),
)
TEMPLATE_NOT_DOCX = FaultKind(
    "charter.template_not_docx",
    Text(
        ky="Үлгү Word документи (.docx) болушу керек. Аны Word'до «.docx» катары сактап, кайра жүктөңүз.",
        ru="Шаблон должен быть документом Word (.docx). Сохраните его как .docx и загрузите снова.",
        en="The template has to be a Word document (.docx). Save it as .docx and upload it again.",
    ),
    status=415,
)
TEMPLATE_UNUSABLE = FaultKind(
    "charter.template_unusable",
    Text(
        ky="Үлгүнү толтурууга болбойт: {reason}. Мына бул аттарды колдонсо болот: {known}.",
        ru="Шаблон не заполняется: {reason}. Можно использовать имена: {known}.",
        en="The template cannot be filled: {reason}. It may name: {known}.",
    ),
)
