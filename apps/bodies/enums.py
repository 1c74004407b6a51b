"""Codes of bodies and memberships as the school keeps them."""

from apps.rulebook.codes import Code


class BodyKind(Code):
    """What kind of body it is. Councils and associations have a further kind of their own."""

    ASSOCIATION = "association", "усулдук бирикме", "методическое объединение", "methodical association"
    COUNCIL = "council", "усулдук кеңеш", "методический совет", "methodical council"
    PEDAGOGICAL_COUNCIL = "pedagogical_council", "педагогикалык кеңеш", "педагогический совет", "pedagogical council"
    CREATIVE_GROUP = "creative_group", "чыгармачыл топ", "творческая группа", "creative group"
    COMMISSION = "commission", "комиссия", "комиссия", "commission"


class MembershipRole(Code):
    """A person's part in a body. Head, chair and secretary are held by one person at a time."""

    MEMBER = "member", "мүчө", "член", "member"
    HEAD = "head", "жетекчи", "руководитель", "head"
    CHAIR = "chair", "төрага", "председатель", "chair"
    SECRETARY = "secretary", "катчы", "секретарь", "secretary"
