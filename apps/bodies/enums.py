"""Codes of bodies and memberships as the school keeps them."""

from apps.rulebook.codes import Code
from apps.rulebook.enums import Body


class BodyKind(Code):
    """What kind of body it is. Councils and associations have a further kind of their own."""

    ASSOCIATION = "association", "усулдук бирикме", "методическое объединение", "methodical association"
    COUNCIL = "council", "усулдук кеңеш", "методический совет", "methodical council"
    PEDAGOGICAL_COUNCIL = "pedagogical_council", "педагогикалык кеңеш", "педагогический совет", "pedagogical council"
    CREATIVE_GROUP = "creative_group", "чыгармачыл топ", "творческая группа", "creative group"
    COMMISSION = "commission", "комиссия", "комиссия", "commission"


# what the papers call the body that decided
DECIDING: dict[BodyKind, Body] = {
    BodyKind.ASSOCIATION: Body.ASSOCIATION,
    BodyKind.COUNCIL: Body.COUNCIL,
    BodyKind.PEDAGOGICAL_COUNCIL: Body.PEDAGOGICAL_COUNCIL,
    BodyKind.CREATIVE_GROUP: Body.CREATIVE_GROUP,
    BodyKind.COMMISSION: Body.KTU_COMMISSION,
}


class MembershipRole(Code):
    """A person's part in a body. Head, chair and secretary are held by one person at a time."""

    MEMBER = "member", "мүчө", "член", "member"
    HEAD = "head", "жетекчи", "руководитель", "head"
    CHAIR = "chair", "төрага", "председатель", "chair"
    DEPUTY = "deputy", "төраганын орун басары", "заместитель председателя", "deputy chair"
    SECRETARY = "secretary", "катчы", "секретарь", "secretary"


class CandidacyState(Code):
    """How far a person has come on the way to an office of a body."""

    NOMINATED = "nominated", "көрсөтүлгөн", "выдвинут(а)", "nominated"
    ELECTED = "elected", "шайланган", "избран(а)", "elected"
    APPROVED = "approved", "кеңеш бекиткен", "утверждён(а) советом", "approved by the council"
    APPOINTED = "appointed", "дайындалган", "назначен(а)", "appointed"
    NOT_ELECTED = "not_elected", "шайланган жок", "не избран(а)", "not elected"
    WITHDRAWN = "withdrawn", "баш тарткан", "снял(а) кандидатуру", "withdrawn"


class DirectionsPart(Code):
    """What the year's directions of a body consist of."""

    DIRECTIONS = "directions", "багыттары", "направления", "directions"
    FORMS = "forms", "түрлөрү", "формы", "forms"
    METHODS = "methods", "ыкмалары", "методы", "methods"
    THEMES = "themes", "усулдук темасы", "методическая тема", "methodical theme"
    AIMS = "aims", "максаты", "цель", "aim"
    TASKS = "tasks", "милдеттери", "задачи", "tasks"


class AlertKind(Code):
    """What calls for a person in a body."""

    VACANT = "vacant", "кызмат орду бош", "должность вакантна", "the office is vacant"
    TERM_ENDS = "term_ends", "мөөнөтү аяктайт", "срок заканчивается", "the term ends"
    LEAVING = "leaving", "мектептен кетет же кеткен", "уходит или ушёл из школы", "leaves or has left the school"
    TOO_FEW = "too_few", "мугалимдердин саны жетишсиз", "слишком мало учителей", "too few teachers"
    TASK_ENDS = "task_ends", "топтун мөөнөтү аяктайт", "срок группы заканчивается", "the group's time ends"
