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
        ky="№{number} {kind} бул окуу жылында катталган ({act_date}). Номерин текшериңиз.",
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
