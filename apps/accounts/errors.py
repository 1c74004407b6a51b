"""What can be wrong with accounts and tokens."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

USERNAME_TAKEN = FaultKind(
    "account.username_taken",
    Text(
        ky="«{username}» деген кирүү аты бош эмес. Башкасын тандаңыз.",
        ru="Имя для входа «{username}» занято. Выберите другое.",
        en="The sign-in name “{username}” is taken. Choose another.",
    ),
    status=409,
)
EMAIL_TAKEN = FaultKind(
    "account.email_taken",
    Text(
        ky="Бул электрондук дарек башка эсепке жазылган.",
        ru="Этот адрес электронной почты записан за другой учётной записью.",
        en="This e-mail address belongs to another account.",
    ),
    status=409,
)
ACCESS_EXISTS = FaultKind(
    "account.access_exists",
    Text(
        ky="Бул адамга кирүү укугу мурунтан ачылган.",
        ru="Этому человеку доступ уже открыт.",
        en="This person already has access.",
    ),
    status=409,
)
SCOPES_UNUSABLE = FaultKind(
    "account.scopes_unusable",
    Text(
        ky="Ачкычка бул укуктарды берүүгө болбойт: {scopes}. Болгону: {known}.",
        ru="Такие права ключу дать нельзя: {scopes}. Возможны: {known}.",
        en="A token cannot be given these scopes: {scopes}. There are: {known}.",
    ),
)
EXPIRY_UNUSABLE = FaultKind(
    "account.expiry_unusable",
    Text(
        ky="Ачкычтын мөөнөтү {from_day} менен {until_day} аралыгында болушу керек.",
        ru="Срок ключа должен быть в пределах от {from_day} до {until_day}.",
        en="The token must end between {from_day} and {until_day}.",
    ),
)
