"""What can be wrong with a work plan."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

NOT_AN_ASSOCIATION = FaultKind(
    "plan.not_an_association",
    Text(
        ky="Иш план усулдук бирикмеге же кеңешке түзүлөт; «{body}» буга жатпайт.",
        ru="План работы составляется для объединения или совета; «{body}» к ним не относится.",
        en="A work plan belongs to an association or a council; “{body}” is neither.",
    ),
)
NOT_AN_APPROVAL = FaultKind(
    "plan.not_an_approval",
    Text(
        ky="Планга макулдук же бекитүү гана катталат; «{kind}» буга жатпайт.",
        ru="К плану относится только согласие или утверждение; «{kind}» сюда не подходит.",
        en="Only a consent or an approval is recorded on a plan; “{kind}” is neither.",
    ),
)
