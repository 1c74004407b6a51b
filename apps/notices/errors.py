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
