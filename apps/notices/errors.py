"""What can be wrong with notices, feeds and messages to programs."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NO_STAFF_RECORD = FaultKind(
    "notice.no_staff_record",
    Text(
        ky="Сиздин эсебиңиз бул мектептин кызматкери менен байланган эмес, ошондуктан кабар келбейт. Администраторго кайрылыңыз.",
        ru="Ваша учётная запись не связана с сотрудником этой школы, поэтому сообщений для вас нет. Обратитесь к администратору.",
        en="Your account is not linked to a member of this school's staff, so nothing reaches you here. Ask the administrator.",
    ),
    status=409,
)
NOT_YOURS = FaultKind(
    "notice.not_yours",
    Text(
        ky="Бул кабар башка адамга жөнөтүлгөн. Өз эсебиңиз менен кирип, кайра ачыңыз.",
        ru="Это сообщение адресовано другому человеку. Войдите под своей учётной записью и откройте его снова.",
        en="This notice was sent to somebody else. Sign in with your own account and open it again.",
    ),
    status=404,
)
URL_UNUSABLE = FaultKind(
    "webhook.url_unusable",
    Text(
        ky="Бул дарекке кабар жөнөтүлбөйт: https:// менен башталган, интернетте ачык даректи жазыңыз, аты-сырсөзсүз.",
        ru="На этот адрес сообщения не отправляются: нужен открытый в интернете адрес с https://, без имени и пароля в нём.",
        en="Nothing is sent to this address: give a public one that starts with https://, without a name and password in it.",
    ),
)
EVENTS_MISSING = FaultKind(
    "webhook.events_missing",
    Text(
        ky="Программа эмне жөнүндө кабар аларын жок дегенде бирди тандаңыз.",
        ru="Выберите хотя бы одно событие, о котором сообщать программе.",
        en="Choose at least one event that the program is told of.",
    ),
)
WEBHOOKS_ENOUGH = FaultKind(
    "webhook.enough",
    Text(
        ky="Мектепте {most} даректен көп болбойт. Керексизин алып салыңыз.",
        ru="У школы может быть не более {most} адресов. Уберите ненужный.",
        en="A school has {most} addresses at most. Take one away that is not needed.",
    ),
    status=409,
)
